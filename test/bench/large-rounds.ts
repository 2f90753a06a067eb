// How rows are measured that need much content: one request after another, each for something that nobody has asked for
// before, at the server of `large-content.ts`. There is no bare form of that; some are set beside a smaller content.

import { request } from 'node:http';

import { askFor, query, type Ask } from './api.ts';
import type { Contenders } from './contenders.ts';
import { JSON_PAGE, MAIN, PROJECTS } from './data-set.ts';
import type { Opened } from './large-content.ts';
import { sampleOf, type Sample } from './outcome.ts';
import { watchGrowth } from './process-figures.ts';
import type { Measure } from './rounds.ts';

const OF_A_KIND = 12;

/** Pages that nobody has seen, each of so many files; `perFile` compares with pages of 50. */
export function readingCold(files: number, { perFile = false } = {}): Measure {
  return async ({ large }, { rounds }) => {
    const { origin } = await large.call('open', undefined);
    const index = `cold-${files}`;
    await large.call('makeIndex', { name: index });
    const names = (size: number) => numbered(`of-${size}`, 1 + (files >= 5000 ? 2 : OF_A_KIND) * rounds);
    await large.call('addProjects', { index, names: names(files), files });
    const cold = await onePageEach(large, origin, index, names(files));
    if (!perFile) return { server: [cold.sample], bare: [], blockedMs: cold.blockedMs };
    await large.call('addProjects', { index, names: numbered('of-50', 50), files: 50 });
    const small = await onePageEach(large, origin, index, numbered('of-50', 50));
    const growthPerFile = cold.sample.p50Ms / files / (small.sample.p50Ms / 50);
    return { server: [cold.sample], bare: [], blockedMs: cold.blockedMs, growthPerFile };
  };
}

/** The page of an index with three bases, of which the last has the project. */
export const readingThroughBases: Measure = async ({ large }, { rounds }) => {
  const { origin } = await large.call('open', undefined);
  const names = numbered('inherited', 1 + OF_A_KIND * rounds);
  for (const name of ['base-1', 'base-2', 'base-3']) await large.call('makeIndex', { name });
  await large.call('makeIndex', { name: 'inheriting', bases: ['ada/base-1', 'ada/base-2', 'ada/base-3'] });
  await large.call('addProjects', { index: 'base-3', names, files: 20 });
  const { sample, blockedMs } = await onePageEach(large, origin, 'inheriting', names);
  return { server: [sample], bare: [], blockedMs };
};

/** Pages of a mirror of the measured server, for the first time and once more. */
export function readingMirror(which: 'miss' | 'hit'): Measure {
  return async ({ large, server }) => {
    const { origin } = await large.call('open', undefined);
    const name = `mirror-${which}`;
    await large.call('makeIndex', { name, upstreamUrl: `${server.origin}/${MAIN}/simple/` });
    const names = PROJECTS.slice(0, 40);
    const first = await onePageEach(large, origin, name, names);
    const { sample } = which === 'miss' ? first : await onePageEach(large, origin, name, names);
    return { server: [sample], bare: [] };
  };
}

/** A first page of results among 100,000 projects, beside the same among 1,000. */
export const searching: Measure = async ({ large }) => {
  const opened = await large.call('open', undefined);
  await filled(large, 1_000);
  await large.call('indexForSearch', undefined);
  const few = await searches(opened);
  await filled(large, 100_000);
  await large.call('indexForSearch', undefined);
  return { server: [await searches(opened)], bare: [few] };
};

/** The list of 100,000 projects: `p50` is the time to its first byte. */
export const readingList: Measure = async ({ large }, { rounds }) => {
  const { origin, pid } = await large.call('open', undefined);
  await filled(large, 100_000);
  await large.call('blockedMs', undefined);
  const growth = watchGrowth(pid);
  const latencies: number[] = [];
  for (let round = 0; round < 1 + rounds; round += 1)
    latencies.push(await firstByteMs(origin, '/ada/many/simple/'));
  const blockedMs = await large.call('blockedMs', undefined);
  const sample = sampleOf(
    latencies,
    latencies.reduce((sum, each) => sum + each, 0),
  );
  return { server: [sample], bare: [], blockedMs, growthMiB: growth() };
};

/** One wheel of 1 GiB to the measured server, and back. */
export function moving(what: 'upload' | 'download'): Measure {
  return async ({ server, load, dataSet }) => {
    const version = what === 'upload' ? '3.0' : '3.1';
    await load.call('prepareLarge', { target: dataSet.uploads, version, mebibytes: 1024 });
    const upload = { origin: server.origin, path: dataSet.uploads.path, seconds: Infinity };
    const growthByUpload = watchGrowth(server.pid);
    const sent = await load.call('upload', upload);
    const grown = growthByUpload();
    if (what === 'upload') return { server: [sent], bare: [], growthMiB: grown };

    const page = await askFor(200, server.origin, get(`${dataSet.uploads.path}simple/large-model/`));
    const { files } = JSON.parse(page.body.toString()) as { files: { filename: string; url: string }[] };
    const { url } = files.find(({ filename }) => filename.includes(`-${version}-`))!;
    const { pathname } = new URL(url, `${server.origin}${dataSet.uploads.path}simple/large-model/`);
    const growth = watchGrowth(server.pid);
    const began = performance.now();
    await readAll(server.origin, pathname);
    const tookMs = performance.now() - began;
    return { server: [sampleOf([tookMs], tookMs)], bare: [], growthMiB: growth() };
  };
}

type Large = Contenders['large'];

/** The first name warms up what all pages share. */
async function onePageEach(large: Large, origin: string, index: string, names: readonly string[]) {
  const [first = '', ...others] = names;
  const pageOf = (name: string) => get(`/ada/${index}/simple/${name}/`);
  await askFor(200, origin, pageOf(first));
  await large.call('blockedMs', undefined);
  const began = performance.now();
  const latencies: number[] = [];
  for (const name of others) latencies.push(await timed(origin, pageOf(name)));
  const sample = sampleOf(latencies, performance.now() - began);
  return { sample, blockedMs: await large.call('blockedMs', undefined) };
}

let present = 0;

async function filled(large: Large, count: number): Promise<void> {
  if (present === 0) await large.call('makeIndex', { name: 'many' });
  if (present < count) await large.call('fillWithProjects', { index: 'many', from: present, to: count });
  present = Math.max(present, count);
}

async function searches({ origin, bearer }: Opened): Promise<Sample> {
  const words = ['team-0-service-7', 'team-0-service', 'service-99', 'team-0-servise-12', 'line'];
  const document = `query Search($query: String!) { search(query: $query, first: 20) { nodes { name } } }`;
  const latencies: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    for (const word of words) {
      const ms = await timed(origin, query(document, { query: word }, bearer));
      if (round > 0) latencies.push(ms);
    }
  }
  return sampleOf(
    latencies,
    latencies.reduce((sum, each) => sum + each, 0),
  );
}

async function timed(origin: string, wanted: Ask): Promise<number> {
  const began = performance.now();
  await askFor(200, origin, wanted);
  return performance.now() - began;
}

function firstByteMs(origin: string, path: string): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, origin), { headers: { accept: JSON_PAGE } }, (answer) => {
      let first: number | undefined;
      answer.on('data', () => (first ??= performance.now() - began));
      answer.on('end', () => resolve(first ?? NaN));
      answer.on('error', reject);
    });
    sent.on('error', reject).end();
  });
}

function readAll(origin: string, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, origin), (answer) => {
      answer.resume().on('end', resolve).on('error', reject);
    });
    sent.on('error', reject).end();
  });
}

function get(path: string): Ask {
  return { method: 'GET', path, headers: { accept: JSON_PAGE } };
}

function numbered(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, number) => `${prefix}-${number}`);
}
