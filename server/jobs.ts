// What the server does by itself, beside answering: each job idempotent, one run at a time, failures logged.

import { collectBlobs } from './domain/packages/collect.ts';
import { purgeDeletedIndexes } from './domain/indexes/purge.ts';
import type { World } from './domain/world.ts';
import type { Log } from './log.ts';
import { touches } from './storage/commits.ts';

const HOUR_MILLISECONDS = 60 * 60 * 1000;

/** Starts them; the returned function stops them and waits for the one that runs. */
export function startJobs(world: World, log: Log): () => Promise<void> {
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
      await world.database.db.session.deleteMany({ where: { expiresAt: { lte: world.clock() } } });
    });

  const deletions = world.commits.listen((commit) => {
    if (touches(commit, ['PackageIndex'])) purge();
  });
  const timer = setInterval(collect, HOUR_MILLISECONDS);
  timer.unref();
  purge();
  collect();
  return async () => {
    isStopped = true;
    clearInterval(timer);
    deletions();
    await running;
  };
}
