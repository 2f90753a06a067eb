// What the server does by itself, beside answering: each job idempotent, one run at a time, failures logged.

import type { Settings } from './config.ts';
import { flushRefusedCredentials } from './domain/audit/refused-credentials.ts';
import { trimAuditTrail } from './domain/audit/retention.ts';
import { collectBlobs } from './domain/packages/collect.ts';
import { purgeDeletedIndexes } from './domain/indexes/purge.ts';
import { sweepThrottle } from './domain/users/throttle.ts';
import type { World } from './domain/world.ts';
import type { Log } from './log.ts';
import { touches } from './storage/commits.ts';

const HOUR_MILLISECONDS = 60 * 60 * 1000;
const DAY_MILLISECONDS = 24 * HOUR_MILLISECONDS;

/** What a crash takes of the refused credentials that were counted. */
const FLUSH_MILLISECONDS = 10 * 1000;

/** Starts them; the returned function stops them and waits for the one that runs. */
export function startJobs(
  world: World,
  log: Log,
  { auditRetentionMilliseconds }: Pick<Settings, 'auditRetentionMilliseconds'>,
): () => Promise<void> {
  let running = Promise.resolve();
  let isStopped = false;
  const queue = (name: string, job: () => Promise<unknown>) => {
    running = running.then(async () => {
      if (isStopped) return;
      try {
        await job();
      } catch (error) {
        log.error({ err: error, job: name }, 'A job failed; it runs again later.');
      }
    });
  };
  const purge = () => queue('purge', () => purgeDeletedIndexes(world));
  const collect = () =>
    queue('collect', async () => {
      await world.blobs.sweepSpool(world.clock());
      await collectBlobs(world);
      await sweepThrottle(world);
      await world.database.db.session.deleteMany({ where: { expiresAt: { lte: world.clock() } } });
    });

  const deletions = world.commits.listen((commit) => {
    if (touches(commit, ['PackageIndex'])) purge();
  });
  const trim = () => queue('trim', () => trimAuditTrail(world, auditRetentionMilliseconds));
  const flush = () => queue('flush', () => flushRefusedCredentials(world));

  const timers = [
    setInterval(collect, HOUR_MILLISECONDS),
    setInterval(trim, DAY_MILLISECONDS),
    setInterval(flush, FLUSH_MILLISECONDS),
  ];
  for (const timer of timers) timer.unref();
  purge();
  collect();
  trim();
  return async () => {
    isStopped = true;
    timers.forEach(clearInterval);
    deletions();
    await running;
  };
}
