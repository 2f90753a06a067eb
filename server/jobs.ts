// What the server does by itself, beside answering: each job idempotent, one run at a time, failures logged.

import type { Settings } from './config.ts';
import { flushRefusedCredentials } from './domain/audit/refused-credentials.ts';
import { trimAuditTrail } from './domain/audit/retention.ts';
import { collectBlobs } from './domain/packages/collect.ts';
import { finishDeletions } from './domain/packages/deletion.ts';
import { applyAllRetention } from './domain/packages/retention.ts';
import { flushDownloads } from './domain/packages/downloads.ts';
import { purgeDeletedIndexes } from './domain/indexes/purge.ts';
import { cleanUpMirrors } from './domain/mirrors/cleanup.ts';
import { applyAllMirrorRetention } from './domain/mirrors/retention.ts';
import { keepSearch, keepWholeSearch } from './domain/search/keep.ts';
import { cleanUpTokens } from './domain/tokens/cleanup.ts';
import { mailExpiries } from './domain/tokens/expiry-mails.ts';
import { flushTokenUses } from './domain/tokens/token-uses.ts';
import { sweepLinks } from './domain/users/links.ts';
import { sweepThrottle } from './domain/users/throttle.ts';
import type { World } from './domain/world.ts';
import type { Log } from './log.ts';
import { touches } from './storage/commits.ts';

const HOUR_MILLISECONDS = 60 * 60 * 1000;
const DAY_MILLISECONDS = 24 * HOUR_MILLISECONDS;

/** What a crash takes of refused credentials and downloads that were counted, and of uses of tokens that were noted. */
const FLUSH_MILLISECONDS = 10 * 1000;

/** How long after a commit a search finds what it changed: what comes at once is looked at together. */
const SEARCH_MILLISECONDS = 1000;

/** Starts them; the returned function stops them and waits for the one that runs. */
export function startJobs(
  world: World,
  log: Log,
  { auditRetentionMilliseconds }: Pick<Settings, 'auditRetentionMilliseconds'>,
): () => Promise<void> {
  let isStopped = false;
  const newQueue = () => {
    let running = Promise.resolve();
    return {
      add(name: string, job: () => Promise<unknown>) {
        running = running.then(async () => {
          if (isStopped) return;
          try {
            await job();
          } catch (error) {
            log.error({ err: error, job: name }, 'A job failed; it runs again later.');
          }
        });
      },
      end: () => running,
    };
  };
  const queue = newQueue();
  // A mail server that is slow holds up no other job.
  const mails = newQueue();
  const purge = () => queue.add('purge', () => purgeDeletedIndexes(world));
  const collect = () =>
    queue.add('collect', async () => {
      await world.blobs.sweepSpool(world.clock());
      await finishDeletions(world);
      await collectBlobs(world);
      await sweepThrottle(world);
      await world.database.db.session.deleteMany({ where: { expiresAt: { lte: world.clock() } } });
    });

  const deletions = world.commits.listen((commit) => {
    if (touches(commit, ['PackageIndex'])) purge();
  });
  const trim = () => queue.add('trim', () => trimAuditTrail(world, auditRetentionMilliseconds));
  const cleanUp = () =>
    queue.add('clean up', async () => {
      await cleanUpTokens(world);
      await sweepLinks(world);
    });
  const retain = () => queue.add('retain', () => applyAllRetention(world, () => isStopped));
  const tidyMirrors = () =>
    queue.add('tidy mirrors', async () => {
      await applyAllMirrorRetention(world, () => isStopped);
      await cleanUpMirrors(world, () => isStopped);
    });
  const tellOwners = () => mails.add('expiry mails', () => mailExpiries(world, () => isStopped));
  const flush = () => {
    queue.add('flush', () => flushRefusedCredentials(world));
    queue.add('note uses', () => flushTokenUses(world));
    queue.add('note copies', () => world.mirrors.flushUses());
    queue.add('count downloads', () => flushDownloads(world));
  };

  // Nor does a search that is made anew.
  const searches = newQueue();
  let nextSearch: NodeJS.Timeout | undefined;
  const keep = () => searches.add('search', () => keepSearch(world, () => isStopped));
  const keepSoon = () => {
    nextSearch ??= setTimeout(() => {
      nextSearch = undefined;
      keep();
    }, SEARCH_MILLISECONDS);
  };
  const changes = world.commits.listen((commit) => {
    if (commit.projects.size > 0 || touches(commit, ['PackageIndex'])) keepSoon();
  });
  const keepWhole = () => searches.add('whole search', () => keepWholeSearch(world, () => isStopped));

  const timers = [
    setInterval(keepWhole, DAY_MILLISECONDS),
    setInterval(collect, HOUR_MILLISECONDS),
    setInterval(trim, DAY_MILLISECONDS),
    setInterval(cleanUp, DAY_MILLISECONDS),
    setInterval(retain, DAY_MILLISECONDS),
    setInterval(tidyMirrors, DAY_MILLISECONDS),
    setInterval(tellOwners, HOUR_MILLISECONDS),
    setInterval(flush, FLUSH_MILLISECONDS),
  ];
  for (const timer of timers) timer.unref();
  purge();
  collect();
  trim();
  cleanUp();
  retain();
  tidyMirrors();
  tellOwners();
  keep();
  return async () => {
    isStopped = true;
    timers.forEach(clearInterval);
    clearTimeout(nextSearch);
    deletions();
    changes();
    await queue.end();
    await mails.end();
    await searches.end();
  };
}
