// Keeps what a search finds, a moment after each commit and never in its transaction: which names may be out of date is
// noted in memory as commits are told, and what a killed process did not get to is read from the change log.

import type { SearchEntry } from '../../storage/_generated/sqlite/client.ts';
import type { Commits } from '../../storage/commits.ts';
import { touches } from '../../storage/commits.ts';
import { changeEntries } from '../../storage/sql/search-entries.ts';
import type { World } from '../world.ts';
import { changedNames, everyName } from './changed-names.ts';
import { entriesOf } from './entries.ts';
import { gramsOf, INDEXER_VERSION } from './match.ts';

/** So few that other writers wait for no more than some milliseconds. */
const NAMES_AT_A_TIME = 50;

/** What may be out of date; one for each process, from its start. */
export class SearchUpkeep {
  names = new Set<string>();
  hasDeletedIndexes = true;
  /** False until what earlier processes left was looked at. */
  isCaughtUp = false;
  readonly #commits: Commits;

  constructor(commits: Commits) {
    this.#commits = commits;
    commits.listen((commit) => {
      for (const name of commit.projects) this.names.add(name);
      if (touches(commit, ['PackageIndex'])) this.hasDeletedIndexes = true;
    });
  }

  /** Everything noted so far, and up to which serial that is. */
  take(): { readonly names: readonly string[]; readonly serial: bigint } {
    const names = [...this.names];
    this.names = new Set();
    return { names, serial: this.#commits.lastSerial };
  }

  giveBack(names: Iterable<string>): void {
    for (const name of names) this.names.add(name);
  }
}

type KeepWorld = Pick<World, 'readDb' | 'database' | 'clock' | 'searchUpkeep'>;

/** Brings everything up to date that was noted. One run at a time; it ends early once `isStopped` says so. */
export async function keepSearch(world: KeepWorld, isStopped: () => boolean = () => false): Promise<void> {
  const { searchUpkeep: upkeep } = world;
  if (upkeep.hasDeletedIndexes) {
    upkeep.hasDeletedIndexes = false;
    await removeEntriesOfDeletedIndexes(world);
  }
  if (!upkeep.isCaughtUp) {
    await catchUp(world, isStopped);
    if (isStopped()) return;
    upkeep.isCaughtUp = true;
  }
  await keepNoted(world, isStopped);
}

/** Looks at every name: for entries that another version made, and once a day for whatever else went past. */
export async function keepWholeSearch(
  world: KeepWorld,
  isStopped: () => boolean = () => false,
  isRebuild = false,
): Promise<void> {
  for await (const names of everyName(world)) {
    await bringUpToDate(world, names, isStopped, isRebuild);
    await keepNamesOf(world, world.searchUpkeep.take().names, isStopped);
    if (isStopped()) return;
  }
}

async function catchUp(world: KeepWorld, isStopped: () => boolean): Promise<void> {
  const progress = await world.readDb.searchProgress.findUnique({ where: { id: 'search' } });
  const isRebuild = progress?.indexerVersion !== INDEXER_VERSION;
  const startedAt = world.clock();
  const { names, serial } = world.searchUpkeep.take();
  const changed = isRebuild ? null : await changedNames(world, progress, serial);
  if (changed === null) await keepWholeSearch(world, isStopped, isRebuild);
  else await bringUpToDate(world, [...new Set([...changed, ...names])], isStopped);
  if (!isStopped()) await noteProgress(world, serial, startedAt);
}

async function keepNoted(world: KeepWorld, isStopped: () => boolean): Promise<void> {
  const startedAt = world.clock();
  const { names, serial } = world.searchUpkeep.take();
  if (names.length === 0) return;
  await keepNamesOf(world, names, isStopped);
  if (!isStopped()) await noteProgress(world, serial, startedAt);
}

async function keepNamesOf(
  world: KeepWorld,
  names: readonly string[],
  isStopped: () => boolean,
): Promise<void> {
  try {
    await bringUpToDate(world, names, isStopped);
  } catch (error) {
    world.searchUpkeep.giveBack(names);
    throw error;
  }
}

async function bringUpToDate(
  world: KeepWorld,
  names: readonly string[],
  isStopped: () => boolean,
  isRebuild = false,
): Promise<void> {
  for (let at = 0; at < names.length && !isStopped(); at += NAMES_AT_A_TIME) {
    const startedAt = performance.now();
    const notedBefore = world.searchUpkeep.names.size;
    await keepNames(world, names.slice(at, at + NAMES_AT_A_TIME), isRebuild);
    const took = performance.now() - startedAt;
    // Uploads that go on are answered first; a search finds theirs a little later.
    const share = world.searchUpkeep.names.size > notedBefore ? 9 : 0.5;
    if (at + NAMES_AT_A_TIME < names.length) await pause(took * share);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function keepNames(world: KeepWorld, names: readonly string[], isRebuild: boolean): Promise<void> {
  const wanted = await entriesOf(world, names);
  const known = await world.readDb.searchEntry.findMany({ where: { normalizedName: { in: [...names] } } });
  const knownById = new Map(known.map((entry) => [entry.id, entry]));
  const wantedIds = new Set(wanted.map(({ id }) => id));
  const put = wanted.filter((entry) => isRebuild || !isSame(entry, knownById.get(entry.id)));
  const regrammed = put.filter((entry) => isRebuild || !isFoundAlike(entry, knownById.get(entry.id)));
  const removed = known.filter(({ id }) => !wantedIds.has(id)).map(({ id }) => id);
  if (put.length === 0 && removed.length === 0) return;
  await changeEntries(world.database, {
    put,
    grams: new Map(regrammed.map((entry) => [entry.id, gramsOfEntry(entry)])),
    removed,
  });
}

function gramsOfEntry({ normalizedName, keywords, summary }: SearchEntry): string[] {
  return gramsOf(normalizedName, [keywords, summary]);
}

function isSame(entry: SearchEntry, known: SearchEntry | undefined): boolean {
  return (
    known !== undefined &&
    isFoundAlike(entry, known) &&
    entry.indexId === known.indexId &&
    entry.name === known.name &&
    entry.latestVersion === known.latestVersion
  );
}

function isFoundAlike(entry: SearchEntry, known: SearchEntry | undefined): boolean {
  return known !== undefined && entry.summary === known.summary && entry.keywords === known.keywords;
}

async function noteProgress({ database }: KeepWorld, serial: bigint, learnedUntil: Date): Promise<void> {
  const progress = { indexerVersion: INDEXER_VERSION, serial, learnedUntil };
  await database.db.searchProgress.upsert({
    where: { id: 'search' },
    create: { id: 'search', ...progress },
    update: progress,
  });
}

async function removeEntriesOfDeletedIndexes({ readDb, database }: KeepWorld): Promise<void> {
  const deleted = await readDb.packageIndex.findMany({
    where: { deletedAt: { not: null } },
    select: { id: true },
  });
  for (const { id } of deleted) {
    for (;;) {
      const entries = await readDb.searchEntry.findMany({
        where: { indexId: id },
        select: { id: true },
        take: NAMES_AT_A_TIME,
      });
      if (entries.length === 0) break;
      await changeEntries(database, { put: [], grams: new Map(), removed: entries.map((entry) => entry.id) });
    }
  }
}
