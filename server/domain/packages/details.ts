// What a release says of itself beyond its summary: its dependencies, classifiers, links, license and description, from
// the METADATA or PKG-INFO of one of its files. It is read from the blob when somebody asks, and remembered for a while;
// descriptions as HTML are kept, until another version of the renderer makes them anew.

import { readFile } from 'node:fs/promises';
import { LRUCache } from 'lru-cache';
import type { FileKind } from '../../storage/_generated/sqlite/client.ts';
import { blobPath, type BlobStore } from '../../storage/blobs.ts';
import type { World } from '../world.ts';
import { parseMetadata, type CoreMetadata } from './metadata.ts';
import { contentTypeOf, renderReadme, RENDERER_VERSION } from './readme.ts';

export interface ReleaseDetails {
  /** Whose the description is. */
  readonly metadataSha256: string;
  readonly description: string | null;
  /** Such as `text/markdown`. */
  readonly contentType: string;
  readonly declaredType: string | null;
  readonly requiresPython: string | null;
  readonly requiresDist: readonly string[];
  readonly classifiers: readonly string[];
  readonly links: readonly Link[];
  readonly license: string | null;
  readonly author: string | null;
  readonly keywords: string | null;
}

export interface Link {
  readonly label: string;
  /** http or https. */
  readonly url: string;
}

const MEMORY_BYTES = 16 * 1024 * 1024;
const MOST_BYTES = 16 * 1024 * 1024;

/** Far above what projects declare; each stands on a page. */
const MOST_LINES = 2_000;
const MOST_LINKS = 100;

type DetailsWorld = Pick<World, 'readDb' | 'blobs' | 'dataFolder'>;

/** By the id of the release; one without files has none, and neither one whose metadata cannot be read. */
export async function detailsOf(
  world: DetailsWorld,
  releaseIds: readonly string[],
): Promise<ReadonlyMap<string, ReleaseDetails>> {
  const files = await world.readDb.file.findMany({
    where: { releaseId: { in: [...releaseIds] }, deletedAt: null },
    select: { releaseId: true, kind: true, filename: true, metadataSha256: true },
  });
  const chosen = new Map<string, SpeakingFile>();
  for (const file of files) {
    const known = chosen.get(file.releaseId);
    if (known === undefined || speaksBefore(file, known)) chosen.set(file.releaseId, file);
  }
  const details = new Map<string, ReleaseDetails>();
  for (const [releaseId, { metadataSha256 }] of chosen) {
    const found = await readDetails(world, metadataSha256);
    if (found !== null) details.set(releaseId, found);
  }
  return details;
}

interface SpeakingFile {
  readonly kind: FileKind;
  readonly filename: string;
  readonly metadataSha256: string;
}

/** What is built says more than what it was built from; of several the first name. */
function speaksBefore(one: SpeakingFile, other: SpeakingFile): boolean {
  return one.kind === other.kind ? one.filename < other.filename : one.kind === 'WHEEL';
}

/** For each blob store its own, by the digest of the metadata. */
const memories = new WeakMap<BlobStore, LRUCache<string, ReleaseDetails>>();

function memoryOf(blobs: BlobStore): LRUCache<string, ReleaseDetails> {
  let memory = memories.get(blobs);
  if (memory === undefined) {
    memory = new LRUCache({ maxSize: MEMORY_BYTES, sizeCalculation: sizeOf });
    memories.set(blobs, memory);
  }
  return memory;
}

function sizeOf({ description, requiresDist, classifiers }: ReleaseDetails): number {
  const lines = [...requiresDist, ...classifiers].reduce((sum, line) => sum + line.length, 0);
  return 2 * ((description?.length ?? 0) + lines) + 1_000;
}

async function readDetails(
  { blobs, dataFolder }: DetailsWorld,
  metadataSha256: string,
): Promise<ReleaseDetails | null> {
  const memory = memoryOf(blobs);
  const known = memory.get(metadataSha256);
  if (known !== undefined) return known;
  const size = await blobs.sizeBytes(metadataSha256);
  if (size === null || size > MOST_BYTES) return null;
  const metadata = parseMetadata(await readFile(blobPath(dataFolder, metadataSha256)));
  if (!metadata.ok) return null;
  const details = detailsIn(metadataSha256, metadata);
  memory.set(metadataSha256, details);
  return details;
}

function detailsIn(metadataSha256: string, metadata: CoreMetadata): ReleaseDetails {
  const { all } = metadata;
  const lines = (field: string) => (all.get(field) ?? []).slice(0, MOST_LINES).map(unfolded);
  const one = (field: string) => lines(field)[0] ?? null;
  const declaredType = one('description-content-type');
  return {
    metadataSha256,
    description: all.get('description')?.[0] ?? null,
    contentType: contentTypeOf(declaredType),
    declaredType,
    requiresPython: metadata.requiresPython,
    requiresDist: lines('requires-dist'),
    classifiers: lines('classifier'),
    links: linksIn(lines('project-url'), one('home-page'), one('download-url')),
    license: one('license-expression') ?? one('license'),
    author: one('author') ?? one('author-email') ?? one('maintainer') ?? one('maintainer-email'),
    keywords: one('keywords'),
  };
}

function unfolded(value: string): string {
  return value
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}

/** Each address once, in the order of the metadata. */
function linksIn(projectUrls: readonly string[], homePage: string | null, download: string | null): Link[] {
  const told = projectUrls.map((line) => {
    const comma = line.indexOf(',');
    return comma === -1
      ? { label: line, url: line }
      : { label: line.slice(0, comma).trim(), url: line.slice(comma + 1).trim() };
  });
  if (homePage !== null) told.push({ label: 'Homepage', url: homePage });
  if (download !== null) told.push({ label: 'Download', url: download });
  const links = new Map<string, Link>();
  for (const { label, url } of told) {
    if (/^https?:\/\//i.test(url) && URL.canParse(url) && !links.has(url))
      links.set(url, { label: label || url, url });
  }
  return [...links.values()].slice(0, MOST_LINKS);
}

/** Null when there is no description. */
export async function readmeOf(
  world: Pick<World, 'readDb' | 'database' | 'clock'>,
  { metadataSha256, description, declaredType }: ReleaseDetails,
): Promise<string | null> {
  if (description === null) return null;
  const key = { metadataSha256, rendererVersion: RENDERER_VERSION };
  const kept = await world.readDb.renderedReadme.findUnique({
    where: { metadataSha256_rendererVersion: key },
  });
  if (kept !== null) return kept.html;
  const html = renderReadme(description, declaredType);
  const { renderedReadme } = world.database.db;
  await renderedReadme.deleteMany({ where: { metadataSha256, rendererVersion: { not: RENDERER_VERSION } } });
  await renderedReadme.upsert({
    where: { metadataSha256_rendererVersion: key },
    create: { ...key, html, renderedAt: world.clock() },
    update: { html },
  });
  return html;
}
