// Removes what mirrors left behind: pages and copies of indexes that are gone, bytes that no row names, and downloads
// that a killed process never finished. Nothing of it is reachable meanwhile.

import type { World } from '../world.ts';
import { removeCopies } from './retention.ts';

const ROWS_AT_A_TIME = 500;
const FILES_AT_A_TIME = 500;

/** A file has its name a moment before it has its row. */
const GRACE_MILLISECONDS = 60 * 60 * 1000;

export async function cleanUpMirrors(world: World, isStopped: () => boolean): Promise<void> {
  const mirrors = await world.readDb.packageIndex.findMany({
    where: { deletedAt: null, mirror: { isNot: null } },
    select: { id: true },
  });
  const live = new Set(mirrors.map(({ id }) => id));
  await removePages(world, live, isStopped);
  await removeFiles(world, live, isStopped);
  await world.mirrors.lists.retain(live);
  await removeOrphans(world, isStopped);
}

async function removePages(world: World, live: ReadonlySet<string>, isStopped: () => boolean): Promise<void> {
  const { mirrorPage } = world.database.db;
  for (const { indexId } of await mirrorPage.groupBy({ by: ['indexId'] })) {
    for (let rows = ROWS_AT_A_TIME; !live.has(indexId) && rows === ROWS_AT_A_TIME && !isStopped();) {
      const portion = await mirrorPage.findMany({
        where: { indexId },
        select: { id: true },
        take: ROWS_AT_A_TIME,
      });
      await mirrorPage.deleteMany({ where: { id: { in: portion.map(({ id }) => id) } } });
      rows = portion.length;
    }
  }
}

async function removeFiles(world: World, live: ReadonlySet<string>, isStopped: () => boolean): Promise<void> {
  const { mirrorFile } = world.database.db;
  for (const { indexId } of await mirrorFile.groupBy({ by: ['indexId'] })) {
    for (let rows = ROWS_AT_A_TIME; !live.has(indexId) && rows === ROWS_AT_A_TIME && !isStopped();) {
      const portion = await mirrorFile.findMany({ where: { indexId }, take: ROWS_AT_A_TIME });
      await removeCopies(world, portion);
      rows = portion.length;
    }
  }
}

async function removeOrphans(world: World, isStopped: () => boolean): Promise<void> {
  const { store } = world.mirrors;
  let portion: string[] = [];
  const flush = async () => {
    const rows = await world.readDb.mirrorFile.findMany({
      where: { sha256: { in: portion } },
      select: { sha256: true },
    });
    const known = new Set(rows.map(({ sha256 }) => sha256));
    for (const sha256 of portion) if (!known.has(sha256)) await store.remove(sha256);
    portion = [];
  };
  for await (const sha256 of store.olderThan(new Date(Date.now() - GRACE_MILLISECONDS))) {
    if (isStopped()) return;
    portion.push(sha256);
    if (portion.length >= FILES_AT_A_TIME) await flush();
  }
  await flush();
}
