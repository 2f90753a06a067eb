// How each kind of row is measured: warm-up first, then rounds in which the server and the bare one take turns.

import { askFor, ask as askServer, header, type Ask } from './api.ts';
import type { Contender, Contenders } from './contenders.ts';
import { HTML_PAGE, JSON_PAGE, pageOf, type DataSet } from './data-set.ts';
import { sampleOf, type Measured, type Sample } from './outcome.ts';
import { watchGrowth, watchProcessor } from './process-figures.ts';
import { wheelUpload } from './small-wheels.ts';
import type { CheckedToken } from './token-checks.ts';
import { sendUploads } from './uploads.ts';

/** How long it all takes. */
export interface Plan {
  readonly rounds: number;
  /** Of one contender in one round. */
  readonly readSeconds: number;
  /** Of one step of the warm-up. */
  readonly warmUpSeconds: number;
  readonly uploadSeconds: number;
  /** So many wheels are ready for a round; a server that is fast enough ends it before the time is over. */
  readonly uploadsPerRound: number;
}

export type Measure = (contenders: Contenders, plan: Plan) => Promise<Measured>;

const FRESHNESS_UPLOADS = 50;
const WARM_UP_STEPS = 10;

/** The same request again and again. `against` bare: that server gives the very bytes and headers of the measured one. */
export function reading(
  wanted: (dataSet: DataSet, origin: string) => Ask | Promise<Ask>,
  { status = 200, against = 'bare' }: { status?: number; against?: 'bare' | 'yoga' } = {},
): Measure {
  return async ({ server, bare, yoga, load, dataSet }, plan) => {
    const ask = await wanted(dataSet, server.origin);
    await bare.process.call('giveAlways', await askFor(status, server.origin, ask));
    const contenders = [server, against === 'bare' ? bare : yoga] as const;
    const read = ({ origin }: Contender, seconds: number) =>
      load.call('read', { origin, ask, status, seconds });
    for (const contender of contenders) {
      await askFor(status, contender.origin, ask);
      await warmUp(() => read(contender, plan.warmUpSeconds));
    }
    return takeTurns(contenders, plan.rounds, (contender) =>
      watched(contender, () => read(contender, plan.readSeconds)),
    );
  };
}

/** The same token checked again and again by somebody who remembers none; there is no bare form of that. */
export function checking(token: CheckedToken): Measure {
  return async ({ checks }, plan) => {
    const check = (seconds: number) => checks.call('check', { token, seconds });
    await warmUp(() => check(plan.warmUpSeconds));
    const server: Sample[] = [];
    for (let round = 0; round < plan.rounds; round++) server.push(await check(plan.readSeconds));
    return { server, bare: [] };
  };
}

/** Distinct small wheels from 8 clients, against a bare server that makes each body durable. */
export const uploadingSmall: Measure = async ({ server, bareUploads, load, dataSet }, plan) => {
  const count = plan.uploadsPerRound;
  const upload = async (
    contender: Contender,
    round: number,
    seconds = plan.uploadSeconds,
  ): Promise<Sample> => {
    if (contender === server) {
      await load.call('prepareUploads', { target: dataSet.uploads, first: round * count, count });
    }
    const path = contender === server ? dataSet.uploads.path : '/small';
    return watched(contender, () => load.call('upload', { origin: contender.origin, path, seconds }));
  };
  // A thousand uploads pass before their code is compiled well.
  await upload(server, plan.rounds, plan.uploadSeconds * 2);
  await upload(bareUploads, plan.rounds, plan.uploadSeconds / 2);
  return takeTurns([server, bareUploads], plan.rounds, (contender, round) => upload(contender, round));
};

/** One wheel of 300 MiB, against a bare server that pipes the body to a file and syncs it. */
export const uploadingLarge: Measure = async ({ server, bareUploads, load, dataSet }, { rounds }) => {
  let growthMiB = 0;
  const measured = await takeTurns([server, bareUploads], rounds, async (contender, round) => {
    if (contender !== server) return watched(contender, () => send(contender, '/large'));
    await load.call('prepareLarge', { target: dataSet.uploads, version: `1.${round}` });
    const growth = watchGrowth(server.pid);
    const sample = await watched(server, () => send(server, dataSet.uploads.path));
    growthMiB = Math.max(growthMiB, growth());
    return sample;
  });
  return { ...measured, growthMiB };

  function send({ origin }: Contender, path: string): Promise<Sample> {
    return load.call('upload', { origin, path, seconds: Infinity });
  }
};

/** After each upload the very next request for the page, in each representation, must show the new file. */
export const lookingForFreshness: Measure = async ({ server: { origin }, dataSet }) => {
  const page = pageOf(dataSet.uploads.path, 'freshness');
  const etags = new Map<string, string>();
  const latencies: number[] = [];
  let stale = 0;
  const began = performance.now();
  for (let minor = 0; minor < FRESHNESS_UPLOADS; minor++) {
    const { upload, distribution } = wheelUpload(dataSet.uploads, {
      name: 'freshness',
      version: `1.${minor}`,
    });
    await sendUploads(origin, [upload], { clients: 1 });
    for (const accept of [JSON_PAGE, HTML_PAGE]) {
      const asked = performance.now();
      const known = etags.get(accept);
      const headers = { accept, ...(known !== undefined && { 'if-none-match': known }) };
      const answer = await askServer(origin, { method: 'GET', path: page, headers });
      latencies.push(performance.now() - asked);
      if (answer.status !== 200 || !answer.body.includes(distribution.filename)) stale++;
      etags.set(accept, header(answer, 'etag') ?? '');
    }
  }
  const { p50Ms, p99Ms } = sampleOf(latencies, performance.now() - began);
  const perSecond = (FRESHNESS_UPLOADS / (performance.now() - began)) * 1000;
  return { server: [{ perSecond, p50Ms, p99Ms, busy: null }], bare: [], stale };
};

/** Until two steps in a row have not become faster: GraphQL needs thousands of requests until it is compiled well. */
async function warmUp(step: () => Promise<Sample>): Promise<void> {
  let best = 0;
  let steady = 0;
  for (let steps = 0; steps < WARM_UP_STEPS && steady < 2; steps++) {
    const { perSecond } = await step();
    steady = perSecond > best * 1.1 ? 0 : steady + 1;
    best = Math.max(best, perSecond);
  }
}

async function takeTurns(
  [server, bare]: readonly [Contender, Contender],
  rounds: number,
  measure: (contender: Contender, round: number) => Promise<Sample>,
): Promise<Measured> {
  const measured = { server: [] as Sample[], bare: [] as Sample[] };
  for (let round = 0; round < rounds; round++) {
    measured.server.push(await measure(server, round));
    measured.bare.push(await measure(bare, round));
  }
  return measured;
}

async function watched({ pid }: Contender, run: () => Promise<Sample>): Promise<Sample> {
  const busy = watchProcessor(pid);
  const sample = await run();
  return { ...sample, busy: busy() };
}
