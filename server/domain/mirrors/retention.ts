// Removes copies of files by the rule of their mirror: those that nobody asked for in so many days, and those that
// nobody asked for the longest when all together are too large. What is removed can be fetched again.

import type { Mirror, MirrorFile } from '../../storage/_generated/sqlite/client.ts';
import type { ReadClient } from '../../storage/transact.ts';
import { SYSTEM_CALLER, type Caller } from '../actor.ts';
import { recordLocal } from '../audit/trail.ts';
import { ConfirmationMismatch } from '../errors.ts';
import { curatedIndex } from '../packages/curation.ts';
import { transactLocalAs } from '../transact-as.ts';
import { letOthersIn } from '../turn-of-others.ts';
import type { World } from '../world.ts';

const COPIES_AT_A_TIME = 500;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

export interface Copies {
  readonly files: number;
  readonly bytes: bigint;
}

export interface CopyRetention {
  readonly path: string;
  /** The number of files that was shown before. */
  readonly expectedFiles: number;
}

type Rule = Pick<Mirror, 'indexId' | 'keepDays' | 'keepBytes'>;
type Copy = Pick<MirrorFile, 'id' | 'sha256' | 'sizeBytes' | 'normalizedName' | 'lastUsedAt'>;

/** What a mirror has copied, sidecars included. */
export async function countCopies(read: ReadClient, indexId: string): Promise<Copies> {
  const { _count, _sum } = await read.mirrorFile.aggregate({
    where: { indexId },
    _count: true,
    _sum: { sizeBytes: true },
  });
  return { files: _count, bytes: _sum.sizeBytes ?? 0n };
}

/** What the rule would remove now. A stage has none. */
export async function previewCopyRetention(world: World, indexId: string): Promise<Copies> {
  const rule = await world.readDb.mirror.findUnique({ where: { indexId } });
  if (rule === null) return { files: 0, bytes: 0n };
  const removable = await removableCopies(world, rule);
  return sumOf(removable);
}

/** @throws {ConfirmationMismatch} @throws {NotFound} @throws {NotAllowed} */
export async function applyCopyRetention(
  world: World,
  caller: Caller,
  { path, expectedFiles }: CopyRetention,
): Promise<Copies & { readonly indexId: string }> {
  const index = await transactLocalAs(world, caller, (local, callerNow) =>
    curatedIndex(local, callerNow, path, 'retention:apply'),
  );
  const rule = await world.readDb.mirror.findUnique({ where: { indexId: index.id } });
  const removable = rule === null ? [] : await removableCopies(world, rule);
  if (removable.length !== expectedFiles) {
    throw new ConfirmationMismatch(
      `The rule of ${path} removes ${removable.length} files now, not ${expectedFiles}. Look again before you apply it.`,
      ['expectedFiles'],
    );
  }
  await removeCopies(world, removable);
  await tell(world, caller, index, removable);
  return { indexId: index.id, ...sumOf(removable) };
}

/** Once a day, for every mirror that has a rule. */
export async function applyAllMirrorRetention(world: World, isStopped: () => boolean): Promise<void> {
  const indexes = await world.readDb.packageIndex.findMany({
    where: {
      deletedAt: null,
      mirror: { OR: [{ keepDays: { not: null } }, { keepBytes: { not: null } }] },
    },
    include: { mirror: true },
  });
  for (const index of indexes) {
    if (isStopped()) return;
    const removable = await removableCopies(world, index.mirror!);
    if (removable.length === 0) continue;
    await removeCopies(world, removable);
    await tell(world, SYSTEM_CALLER, index, removable);
  }
}

/** The rows first: bytes without a row are removed later, a row without bytes would be asked for. */
export async function removeCopies(
  world: Pick<World, 'database' | 'readDb' | 'commits' | 'mirrors'>,
  copies: readonly Copy[],
): Promise<void> {
  const { mirrorFile } = world.database.db;
  for (let start = 0; start < copies.length; start += COPIES_AT_A_TIME) {
    await letOthersIn();
    const portion = copies.slice(start, start + COPIES_AT_A_TIME);
    await mirrorFile.deleteMany({ where: { id: { in: portion.map(({ id }) => id) } } });
    const digests = [...new Set(portion.map(({ sha256 }) => sha256))];
    // Another mirror may have copied the same bytes.
    const kept = await mirrorFile.findMany({ where: { sha256: { in: digests } }, select: { sha256: true } });
    const keptDigests = new Set(kept.map(({ sha256 }) => sha256));
    for (const sha256 of digests) if (!keptDigests.has(sha256)) await world.mirrors.store.remove(sha256);
  }
  if (copies.length === 0) return;
  world.mirrors.forgetCopies();
  // An offline mirror lists what it has.
  world.commits.tellLearned(new Set(copies.map(({ normalizedName }) => normalizedName)));
}

/** Oldest use first. */
async function removableCopies(
  { readDb, clock }: Pick<World, 'readDb' | 'clock'>,
  { indexId, keepDays, keepBytes }: Rule,
): Promise<readonly Copy[]> {
  if (keepDays === null && keepBytes === null) return [];
  const total = await countCopies(readDb, indexId);
  const unusedSince = keepDays === null ? 0 : clock().getTime() - keepDays * DAY_MILLISECONDS;
  const removable: Copy[] = [];
  let keptBytes = total.bytes;
  for (let last: Copy | undefined; ;) {
    const portion: Copy[] = await readDb.mirrorFile.findMany({
      where: { indexId, ...after(last) },
      orderBy: [{ lastUsedAt: 'asc' }, { id: 'asc' }],
      select: { id: true, sha256: true, sizeBytes: true, normalizedName: true, lastUsedAt: true },
      take: COPIES_AT_A_TIME,
    });
    for (const copy of portion) {
      const isTooOld = copy.lastUsedAt.getTime() < unusedSince;
      if (!isTooOld && (keepBytes === null || keptBytes <= keepBytes)) return removable;
      removable.push(copy);
      keptBytes -= copy.sizeBytes;
    }
    if (portion.length < COPIES_AT_A_TIME) return removable;
    last = portion.at(-1);
  }
}

function after(copy: Copy | undefined) {
  if (copy === undefined) return {};
  const { lastUsedAt, id } = copy;
  return { OR: [{ lastUsedAt: { gt: lastUsedAt } }, { lastUsedAt, id: { gt: id } }] };
}

function sumOf(copies: readonly Copy[]): Copies {
  return { files: copies.length, bytes: copies.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0n) };
}

async function tell(
  world: World,
  caller: Caller,
  index: { readonly id: string; readonly path: string; readonly ownerId: string },
  removed: readonly Copy[],
): Promise<void> {
  const { files, bytes } = sumOf(removed);
  await recordLocal(world, world.database.db, caller, {
    action: 'index.retained',
    subject: { kind: 'index', id: index.id, name: index.path, indexId: index.id, ownerId: index.ownerId },
    detail: { releases: 0, files, bytes: Number(bytes) },
  });
}
