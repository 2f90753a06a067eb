// Collects blobs that nothing refers to (STATE 9): unreferenced for 48 hours they are dead, dead for 48 hours
// they are deleted. Every step is a change under the write lock, and looks again before it acts. Bytes without a
// row, which a killed upload leaves, go once they are as old.

import { transact, type ReadClient } from '../../storage/transact.ts';
import type { World } from '../world.ts';

export const BLOB_GRACE_MILLISECONDS = 48 * 60 * 60 * 1000;
const AT_A_TIME = 500;

/** Runs every step once, at the world's clock; says how many blobs were deleted. */
export async function collectBlobs(world: World): Promise<number> {
  await markUnreferenced(world);
  await markDead(world);
  return (await deleteDead(world)) + (await deleteRowless(world));
}

async function markUnreferenced(world: World): Promise<void> {
  for (const sha256 of await unreferenced(world.readDb)) {
    await transact(world, async (write) => {
      if (await isReferenced(write.read, sha256)) return;
      await write.update('Blob', { sha256 }, { state: 'UNREFERENCED', stateAt: write.at });
    });
  }
}

async function markDead(world: World): Promise<void> {
  for await (const sha256 of longIn(world, 'UNREFERENCED')) {
    await transact(world, async (write) => {
      const blob = await write.read.blob.findUnique({ where: { sha256 } });
      if (blob?.state !== 'UNREFERENCED') return;
      const state = (await isReferenced(write.read, sha256)) ? 'LIVE' : 'DEAD';
      await write.update('Blob', { sha256 }, { state, stateAt: write.at });
    });
  }
}

/** The bytes go before the row's deletion commits: whoever has the write lock next finds both gone, or neither. */
async function deleteDead(world: World): Promise<number> {
  let deleted = 0;
  for await (const sha256 of longIn(world, 'DEAD')) {
    await transact(world, async (write) => {
      const blob = await write.read.blob.findUnique({ where: { sha256 } });
      if (blob?.state !== 'DEAD') return;
      if (await isReferenced(write.read, sha256)) {
        await write.update('Blob', { sha256 }, { state: 'LIVE', stateAt: write.at });
        return;
      }
      await write.remove('Blob', { sha256 });
      await world.blobs.remove(sha256);
      deleted += 1;
    });
  }
  return deleted;
}

async function deleteRowless(world: World): Promise<number> {
  let deleted = 0;
  for await (const sha256 of world.blobs.olderThan(graceAgo(world))) {
    if ((await world.readDb.blob.findUnique({ where: { sha256 } })) !== null) continue;
    await transact(world, async (write) => {
      if ((await write.read.blob.findUnique({ where: { sha256 } })) !== null) return;
      await world.blobs.remove(sha256);
      deleted += 1;
    });
  }
  return deleted;
}

async function unreferenced(read: ReadClient): Promise<string[]> {
  const found: string[] = [];
  let last = '';
  for (;;) {
    const blobs = await read.blob.findMany({
      where: { state: 'LIVE', sha256: { gt: last } },
      orderBy: { sha256: 'asc' },
      select: { sha256: true },
      take: AT_A_TIME,
    });
    if (blobs.length === 0) return found;
    const names = blobs.map(({ sha256 }) => sha256);
    const used = await referencedAmong(read, names);
    found.push(...names.filter((name) => !used.has(name)));
    last = names.at(-1)!;
  }
}

async function referencedAmong(read: ReadClient, names: readonly string[]): Promise<Set<string>> {
  const among = { in: [...names] };
  const files = await read.file.findMany({
    where: { deletedAt: null, OR: [{ sha256: among }, { metadataSha256: among }] },
    select: { sha256: true, metadataSha256: true },
  });
  return new Set(files.flatMap((file) => [file.sha256, file.metadataSha256]));
}

async function isReferenced(read: ReadClient, sha256: string): Promise<boolean> {
  return (await referencedAmong(read, [sha256])).has(sha256);
}

/** Whoever takes them moves each on, so that the next portion holds others. */
async function* longIn(world: World, state: 'UNREFERENCED' | 'DEAD'): AsyncGenerator<string> {
  let portion: { sha256: string }[];
  do {
    portion = await world.readDb.blob.findMany({
      where: { state, stateAt: { lte: graceAgo(world) } },
      orderBy: { stateAt: 'asc' },
      select: { sha256: true },
      take: AT_A_TIME,
    });
    for (const { sha256 } of portion) yield sha256;
  } while (portion.length === AT_A_TIME);
}

function graceAgo(world: World): Date {
  return new Date(world.clock().getTime() - BLOB_GRACE_MILLISECONDS);
}
