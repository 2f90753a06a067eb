// How often each file was downloaded, by day and by nobody in particular: no user, address or client is noted. A request
// only counts in memory; every ten seconds and at the end the counts are added to what is stored. A crash takes those
// that were not.

import { addDownloads, type DownloadsOfDay } from '../../storage/sql/add-downloads.ts';
import type { World } from '../world.ts';

/** More files than are ever asked for within ten seconds; what is beyond is not counted. */
const MOST_COUNTED = 50_000;

type Counted = { -readonly [Name in keyof DownloadsOfDay]: DownloadsOfDay[Name] };

export class DownloadCounts {
  /** The writing that is under way, or the last one. */
  writing: Promise<void> = Promise.resolve();
  readonly #clock: () => Date;
  #counted = new Map<string, Counted>();

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  /** For each answer that holds a whole file. `layerId`: the index that holds or copies it. */
  note(layerId: string, project: string, filename: string): void {
    this.#add({
      indexId: layerId,
      normalizedName: project,
      filename,
      day: dayOf(this.#clock()),
      downloads: 1,
    });
  }

  #add(counted: Counted): void {
    const key = `${counted.indexId} ${counted.day} ${counted.filename}`;
    const known = this.#counted.get(key);
    if (known !== undefined) known.downloads += counted.downloads;
    else if (this.#counted.size < MOST_COUNTED) this.#counted.set(key, { ...counted });
  }

  /** Everything counted since the last time. */
  take(): readonly DownloadsOfDay[] {
    const taken = [...this.#counted.values()];
    if (taken.length > 0) this.#counted = new Map();
    return taken;
  }

  /** What could not be written after all. */
  giveBack(counts: readonly DownloadsOfDay[]): void {
    for (const counted of counts) this.#add(counted);
  }
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** Writes what was counted. One after the other, so that whoever waits for it also waits for what was taken before. */
export function flushDownloads({
  downloads,
  database,
}: Pick<World, 'downloads' | 'database'>): Promise<void> {
  downloads.writing = downloads.writing
    .catch(() => undefined)
    .then(async () => {
      const counts = downloads.take();
      if (counts.length === 0) return;
      try {
        await addDownloads(database, counts);
      } catch (error) {
        downloads.giveBack(counts);
        throw error;
      }
    });
  return downloads.writing;
}

export interface CountedFile {
  readonly indexId: string;
  readonly filename: string;
}

export interface CountedProject {
  readonly indexId: string;
  readonly normalizedName: string;
}

type ReadWorld = Pick<World, 'downloads' | 'database' | 'readDb' | 'clock'>;

/** By `indexId filename`, of the last days with today; what cannot be written down yet is told a little later. */
export async function downloadsOfFiles(
  world: ReadWorld,
  files: readonly CountedFile[],
  days: number,
): Promise<ReadonlyMap<string, number>> {
  await flushDownloads(world).catch(() => undefined);
  const groups = await world.readDb.downloadCount.groupBy({
    by: ['indexId', 'filename'],
    where: {
      indexId: { in: [...new Set(files.map(({ indexId }) => indexId))] },
      filename: { in: [...new Set(files.map(({ filename }) => filename))] },
      day: { gte: firstDay(world, days) },
    },
    _sum: { downloads: true },
  });
  return new Map(
    groups.map(({ indexId, filename, _sum }) => [`${indexId} ${filename}`, _sum.downloads ?? 0]),
  );
}

/** By `indexId normalizedName`, the same for all files of a project, those that are gone included. */
export async function downloadsOfProjects(
  world: ReadWorld,
  projects: readonly CountedProject[],
  days: number,
): Promise<ReadonlyMap<string, number>> {
  await flushDownloads(world).catch(() => undefined);
  const groups = await world.readDb.downloadCount.groupBy({
    by: ['indexId', 'normalizedName'],
    where: {
      indexId: { in: [...new Set(projects.map(({ indexId }) => indexId))] },
      normalizedName: { in: [...new Set(projects.map(({ normalizedName }) => normalizedName))] },
      day: { gte: firstDay(world, days) },
    },
    _sum: { downloads: true },
  });
  return new Map(
    groups.map(({ indexId, normalizedName, _sum }) => [`${indexId} ${normalizedName}`, _sum.downloads ?? 0]),
  );
}

const DAY_MILLISECONDS = 86_400_000;

function firstDay({ clock }: Pick<World, 'clock'>, days: number): string {
  return dayOf(new Date(clock().getTime() - (days - 1) * DAY_MILLISECONDS));
}
