// What a search is to find of a project in each index that holds or copies it, from the rows as they are now: one entry
// for each. That it is kept is decided in `keep.ts`.

import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Project, SearchEntry } from '../../storage/_generated/sqlite/client.ts';
import { liveReleases, type LiveRelease } from '../../storage/sql/live-releases.ts';
import { highestFirst, isPrerelease } from '../packages/versions.ts';
import type { World } from '../world.ts';

type EntriesWorld = Pick<World, 'readDb' | 'database' | 'clock'>;

/** In binary order of the ids: a space stands before every character of a name. */
function entryId(normalizedName: string, indexPath: string): string {
  return `${normalizedName} ${indexPath}`;
}

/** The same, taken apart. */
export function partsOfEntryId(id: string): { readonly name: string; readonly path: string } {
  const space = id.indexOf(' ');
  return { name: id.slice(0, space), path: id.slice(space + 1) };
}

/** Of every live index; names that nobody has any more have none. */
export async function entriesOf(world: EntriesWorld, names: readonly string[]): Promise<SearchEntry[]> {
  return [...(await heldEntries(world, names)), ...(await copiedEntries(world, names))];
}

async function heldEntries(world: EntriesWorld, names: readonly string[]): Promise<SearchEntry[]> {
  const projects = await world.readDb.project.findMany({
    where: {
      normalizedName: { in: [...names] },
      deletedAt: null,
      releasedAt: null,
      index: { deletedAt: null },
    },
    include: { index: { select: { path: true } } },
  });
  const releases = new Map<string, LiveRelease[]>(projects.map(({ id }) => [id, []]));
  for (const release of await liveReleases(world.database.reading, [...releases.keys()])) {
    releases.get(release.projectId)?.push(release);
  }
  return projects.map((project) => {
    const current = currentRelease(project, releases.get(project.id) ?? []);
    return {
      ...placed(world, project.indexId, project.index.path, project.normalizedName),
      name: project.name,
      summary: current?.summary ?? null,
      keywords: current?.keywords ?? null,
      latestVersion: current?.version ?? null,
    };
  });
}

/** What a project in quarantine says of itself may be why it is there. */
export function currentRelease({ status }: Project, releases: readonly LiveRelease[]): LiveRelease | null {
  if (status === 'QUARANTINED') return null;
  const offered = releases.filter(({ isYanked }) => !isYanked);
  return latestOf(offered.length > 0 ? offered : releases, ({ version }) => version);
}

/** The highest that is no pre-release, else the highest. */
export function latestOf<Row>(rows: readonly Row[], versionOf: (row: Row) => string): Row | null {
  const sorted = highestFirst(rows, versionOf);
  return sorted.find((row) => !isPrerelease(versionOf(row))) ?? sorted[0] ?? null;
}

async function copiedEntries(world: EntriesWorld, names: readonly string[]): Promise<SearchEntry[]> {
  const mirrors = await world.readDb.packageIndex.findMany({
    where: { kind: 'MIRROR', deletedAt: null },
    select: { id: true, path: true },
  });
  if (mirrors.length === 0) return [];
  const paths = new Map(mirrors.map(({ id, path }) => [id, path]));
  const pages = await world.readDb.mirrorPage.findMany({
    where: { indexId: { in: [...paths.keys()] }, normalizedName: { in: [...names] } },
    select: { indexId: true, normalizedName: true, content: true },
  });
  return Promise.all(
    pages.map(async ({ indexId, normalizedName, content }) => ({
      ...placed(world, indexId, paths.get(indexId)!, normalizedName),
      // A simple index tells neither the spelling nor a summary.
      name: normalizedName,
      summary: null,
      keywords: null,
      latestVersion: latestOf((await copiedPage(content)).versions, (version) => version),
    })),
  );
}

const unpacked = promisify(gunzip);

/** What a search needs of a page that was copied. */
interface CopiedPage {
  readonly versions: readonly string[];
  readonly files: readonly { readonly version: string; readonly uploadedAt: string | null }[];
}

export async function copiedPage(content: Uint8Array): Promise<CopiedPage> {
  return JSON.parse((await unpacked(content)).toString()) as CopiedPage;
}

function placed({ clock }: EntriesWorld, indexId: string, indexPath: string, normalizedName: string) {
  return { id: entryId(normalizedName, indexPath), indexId, normalizedName, updatedAt: clock() };
}
