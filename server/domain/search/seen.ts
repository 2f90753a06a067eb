// What of an entry shows where rules hide versions, or a mirror hides what is too young: the entry was made of everything
// there is, and its summary and version may be those of a release that this scope does not offer.

import type { SearchEntry } from '../../storage/_generated/sqlite/client.ts';
import { liveReleases } from '../../storage/sql/live-releases.ts';
import type { Layer } from '../indexes/layers.ts';
import { whyVersionHidden } from '../indexes/rules.ts';
import type { World } from '../world.ts';
import { copiedPage, currentRelease, latestOf } from './entries.ts';

/** An entry, and the layer by which it is told. */
export interface Told {
  readonly entry: SearchEntry;
  readonly layer: Layer;
}

type Shown = Pick<SearchEntry, 'summary' | 'latestVersion'>;
type SeenWorld = Pick<World, 'readDb' | 'database' | 'clock'>;

const DAY_MILLISECONDS = 86_400_000;

/** For each what is shown of it, in their order; all but a few as they are. */
export async function seenThrough(world: SeenWorld, told: readonly Told[]): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  for (const { entry, layer } of told) {
    if (!mayHide(layer, entry)) shown.push(entry);
    else shown.push(await (layer.mirror === null ? ofHeld : ofCopied)(world, layer, entry));
  }
  return shown.map(({ summary, latestVersion }) => ({ summary, latestVersion }));
}

function mayHide(layer: Layer, { normalizedName, latestVersion }: SearchEntry): boolean {
  if (latestVersion === null) return false;
  return (layer.mirror?.minAgeDays ?? 0) > 0 || hides(layer, normalizedName, latestVersion);
}

function hides({ ruleSets }: Layer, name: string, version: string): boolean {
  return whyVersionHidden(ruleSets, name, version) !== null;
}

async function ofHeld(
  { readDb, database }: SeenWorld,
  layer: Layer,
  { indexId, normalizedName }: SearchEntry,
): Promise<Shown> {
  const project = await readDb.project.findUnique({
    where: { indexId_normalizedName: { indexId, normalizedName } },
  });
  if (project === null) return NOTHING;
  const releases = await liveReleases(database.reading, [project.id]);
  const current = currentRelease(
    project,
    releases.filter(({ version }) => !hides(layer, normalizedName, version)),
  );
  return current === null ? NOTHING : { summary: current.summary, latestVersion: current.version };
}

async function ofCopied(
  { readDb, clock }: SeenWorld,
  layer: Layer,
  { indexId, normalizedName }: SearchEntry,
): Promise<Shown> {
  const page = await readDb.mirrorPage.findUnique({
    where: { indexId_normalizedName: { indexId, normalizedName } },
    select: { content: true },
  });
  if (page === null) return NOTHING;
  const days = layer.mirror?.minAgeDays ?? 0;
  const youngest = clock().getTime() - days * DAY_MILLISECONDS;
  const { files } = await copiedPage(page.content);
  const versions = files
    .filter(
      ({ version, uploadedAt }) =>
        !hides(layer, normalizedName, version) &&
        (days === 0 || (uploadedAt !== null && new Date(uploadedAt).getTime() <= youngest)),
    )
    .map(({ version }) => version);
  return { summary: null, latestVersion: latestOf(versions, (version) => version) };
}

const NOTHING: Shown = { summary: null, latestVersion: null };
