// What a page and a list say in JSON: C026 to C040 of the conformance cases.

import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeWheel } from '../support/distributions.ts';
import { startUpstream, type Upstream } from '../support/upstream.ts';
import {
  change,
  createMirror,
  EACH_ROUTE,
  FILES,
  JSON_TYPE,
  jsonPage,
  openRouteSet,
  ROUTES,
  SDIST,
  SECOND,
  WHEEL,
  type JsonFile,
  type RouteSet,
} from './route-set.ts';

let set: RouteSet;
let upstream: Upstream;
beforeAll(async () => {
  set = await openRouteSet();
  upstream = await startUpstream();
});
afterAll(async () => {
  await set.close();
  await upstream.close();
});

describe('a project page in JSON', () => {
  it.each(EACH_ROUTE)('C026: tells version, name and versions, %s', async (_, index) => {
    const page = await jsonPage(set.app, index);
    expect({ ...page, files: page.files.length }).toEqual({
      meta: { 'api-version': '1.4' },
      name: 'demo-pkg-x',
      versions: ['1.0', '2.0+local.1'],
      files: FILES.length,
    });
  });

  it.each(EACH_ROUTE)('C027, C028: has the digest and the length of each file, %s', async (_, index) => {
    const base = `${set.app.url}/${index}/simple/demo-pkg-x/`;
    for (const file of (await jsonPage(set.app, index)).files) {
      const answer = await fetch(new URL(file.url, base));
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect([file.filename, file.hashes, file.size]).toEqual([
        file.filename,
        { sha256: createHash('sha256').update(bytes).digest('hex') },
        Number(answer.headers.get('content-length')),
      ]);
    }
  });

  it.each(EACH_ROUTE)('C029: has the time of each upload, to microseconds at most, %s', async (_, index) => {
    for (const file of (await jsonPage(set.app, index)).files)
      expect(file['upload-time']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/);
  });

  it.each(EACH_ROUTE)('C030: says false or nothing of what is not yanked, %s', async (_, index) => {
    for (const file of (await jsonPage(set.app, index)).files) expect(file.yanked ?? false).toBe(false);
  });

  it.each(EACH_ROUTE)(
    'C033, C034: has core-metadata of wheels alone, under its one name, %s',
    async (_, index) => {
      const { files } = await jsonPage(set.app, index);
      const of = (filename: string) => files.find((file) => file.filename === filename);
      for (const wheel of [WHEEL, SECOND]) {
        expect(of(wheel.filename)?.['core-metadata']).toEqual({
          sha256: createHash('sha256').update(wheel.metadata).digest('hex'),
        });
      }
      expect(of(SDIST.filename)?.['core-metadata'] ?? false).toBe(false);
      expect(JSON.stringify(files)).not.toContain('dist-info-metadata');
    },
  );

  it.each(EACH_ROUTE)('C035: has Requires-Python as it is, %s', async (_, index) => {
    const { files } = await jsonPage(set.app, index);
    expect(files.map((file) => file['requires-python'])).toEqual(['>=3.8,<4', '>=3.8,<4', undefined]);
  });

  it.each(EACH_ROUTE)('C037: has no key that the standard does not know, %s', async (_, index) => {
    const page = await jsonPage(set.app, index);
    const known = [
      'filename', 'url', 'hashes', 'requires-python', 'core-metadata', 'size', 'upload-time', 'yanked',
    ]; // prettier-ignore
    const unknown = [
      ...Object.keys(page).filter((key) => !['meta', 'name', 'versions', 'files'].includes(key)),
      ...page.files.flatMap((file) => Object.keys(file)).filter((key) => !known.includes(key)),
    ];
    expect(unknown.filter((key) => !key.startsWith('_'))).toEqual([]);
  });

  it('C032: says true of what is yanked without a reason, and else the reason', async () => {
    const plain = makeWheel({ name: 'withdrawn', version: '1.0' });
    const reasoned = makeWheel({ name: 'withdrawn', version: '2.0' });
    await set.upload(plain, reasoned);
    const path = ROUTES.hosted;
    await change(set.alice, 'yankRelease', { path, project: 'withdrawn', version: '1.0' });
    await change(set.alice, 'yankRelease', {
      path,
      project: 'withdrawn',
      version: '2.0',
      reason: 'It broke.',
    });
    for (const [route, index] of EACH_ROUTE) {
      const { files } = await jsonPage(set.app, index, 'withdrawn');
      expect([route, files.map(({ yanked }) => yanked)]).toEqual([route, [true, 'It broke.']]);
    }
  });

  it('C038: tells a status that is not the usual one, with its reason, at the top', async () => {
    await set.upload(makeWheel({ name: 'finished', version: '1.0' }));
    const path = ROUTES.hosted;
    const input = { path, project: 'finished', status: 'ARCHIVED', reason: 'Nobody works on it.' };
    await change(set.alice, 'setProjectStatus', input);
    for (const [route, index] of EACH_ROUTE) {
      const page = await jsonPage(set.app, index, 'finished');
      expect([route, page['project-status'], page.files.length]).toEqual([
        route,
        { status: 'archived', reason: 'Nobody works on it.' },
        1,
      ]);
    }
  });
});

describe('a page of an upstream that knows little', () => {
  const bare = makeWheel({ name: 'bare', version: '1.0' });

  it('C031: leaves out what is not known, and then claims the first version alone', async () => {
    const { filename, bytes } = bare;
    upstream.add('bare', { filename, bytes, size: null, uploadTime: null, sha256: null });
    await createMirror(set.alice, 'alice/bare', upstream.url);
    const page = await jsonPage(set.app, 'alice/bare', 'bare');
    expect(page).toEqual({
      meta: { 'api-version': '1.0' },
      name: 'bare',
      versions: ['1.0'],
      files: [
        {
          filename: bare.filename,
          url: expect.stringMatching(
            new RegExp(`^\\.\\./\\.\\./files/[0-9a-f]{64}/${bare.filename}$`),
          ) as string,
          hashes: {},
          yanked: false,
        },
      ],
    });
  });

  it('C150: claims the first version alone, and no size, when the upstream offers HTML alone', async () => {
    const { filename, bytes, sha256 } = makeWheel({ name: 'plain', version: '1.0' });
    upstream.add('plain', { filename, bytes });
    upstream.format = 'html';
    await createMirror(set.alice, 'alice/plain', upstream.url);
    const page = await jsonPage(set.app, 'alice/plain', 'plain');
    upstream.format = 'json';
    expect(page).toEqual({
      meta: { 'api-version': '1.0' },
      name: 'plain',
      versions: ['1.0'],
      files: [{ filename, url: `../../files/${sha256}/${filename}`, hashes: { sha256 }, yanked: false }],
    });
  });

  it.each(['core-metadata', 'dist-info-metadata', 'data-dist-info-metadata'] as const)(
    'C033: gives core-metadata alone, whether the upstream says %s or not',
    async (key) => {
      const wheel = makeWheel({ name: key, version: '1.0' });
      upstream.add(key, { ...wheel, metadataKeys: [key] });
      await createMirror(set.alice, `alice/old-${key}`, upstream.url);
      const [file] = (await jsonPage(set.app, `alice/old-${key}`, key)).files as [JsonFile];
      const sha256 = createHash('sha256').update(wheel.metadata).digest('hex');
      expect(Object.entries(file).filter(([name]) => name.includes('metadata'))).toEqual([
        ['core-metadata', { sha256 }],
      ]);
    },
  );
});

describe('the list', () => {
  it('C039: names projects that have a page for whoever reads the list', async () => {
    await set.upload(makeWheel({ name: 'another', version: '1.0' }));
    for (const [route, index] of EACH_ROUTE) {
      const list = await set.app.nobody.get(`/${index}/simple/`, { accept: JSON_TYPE });
      const { meta, projects } = (await list.json()) as { meta: object; projects: { name: string }[] };
      const names = projects.map(({ name }) => name);
      expect([route, meta, names.includes('another')]).toEqual([route, { 'api-version': '1.4' }, true]);
      expect([route, [...names].sort()]).toEqual([route, names]);
      for (const name of names) {
        const page = await set.app.nobody.get(`/${index}/simple/${name}/`);
        expect([route, name, page.status]).toEqual([route, name, 200]);
      }
    }
  });

  it('C040: of a mirror of 100,000 names begins at once, and is whole', { timeout: 60_000 }, async () => {
    for (let number = 0; number < 100_000; number += 1)
      upstream.projects.set(`many-${String(number).padStart(6, '0')}`, {});
    await createMirror(set.alice, 'alice/many', upstream.url);
    const path = '/alice/many/simple/';
    // The first one waits for the upstream.
    await (await set.app.nobody.get(path, { accept: JSON_TYPE })).arrayBuffer();
    const began = performance.now();
    const answer = await set.app.nobody.get(path, { accept: JSON_TYPE });
    const reader = answer.body!.getReader();
    await reader.read();
    expect(performance.now() - began).toBeLessThan(1000);
    await reader.cancel();
    const { projects } = (await (await set.app.nobody.get(path, { accept: JSON_TYPE })).json()) as {
      projects: { name: string }[];
    };
    expect(projects.filter(({ name }) => name.startsWith('many-'))).toHaveLength(100_000);
  });
});
