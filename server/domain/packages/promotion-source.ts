// What is promoted: a release as somebody sees it through an index, in whichever layers its files lie. What a mirror has
// is fetched whole and becomes a blob before anything is committed.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { File, Prisma, Release } from '../../storage/_generated/sqlite/client.ts';
import { isDiskFull, requireRoom } from '../../storage/free-space.ts';
import type { Actor } from '../actor.ts';
import { NotAllowed, NotFound } from '../errors.ts';
import type { Layer, LayerPlan } from '../indexes/layers.ts';
import { withoutRoom } from '../mirrors/contact.ts';
import { quote } from '../names.ts';
import type { World } from '../world.ts';
import { readDistributionMetadata } from './archives.ts';
import { parseFilename } from './filenames.ts';
import { ArchiveInvalid, checkAgreement, parseMetadata } from './metadata.ts';
import { mirroredStep, stepsOf, type Step } from './provenance.ts';
import { receiveFile } from './receive.ts';
import { resolverOf, type PageFile, type Repository } from './repository.ts';
import { canonicalVersion } from './versions.ts';

/** A file as it will be in the target, and where it comes from. */
export interface SourceFile {
  readonly columns: Pick<
    File,
    | 'filename'
    | 'filenameFold'
    | 'kind'
    | 'sha256'
    | 'sizeBytes'
    | 'metadataSha256'
    | 'metadataVersion'
    | 'requiresPython'
  >;
  readonly metadataBytes: number;
  /** Its own, beside that of the release. */
  readonly yank: Yank;
  readonly releaseYank: Yank;
  readonly layer: Layer;
  /** The row in the layer; null when it was mirrored. */
  readonly rowId: string | null;
  readonly steps: readonly Step[];
}

export type Yank = Pick<Release, 'yankedAt' | 'yankReason'>;

export interface SourceRelease {
  readonly plan: LayerPlan;
  /** As its first file spells it. */
  readonly name: string;
  readonly version: string;
  readonly summary: string | null;
  readonly keywords: string | null;
  /** That all its files have in common, whichever layers they lie in. */
  readonly yank: Yank;
  /** At least one. */
  readonly files: readonly SourceFile[];
}

export interface WantedRelease {
  readonly from: string;
  readonly fromId: string;
  readonly normalizedName: string;
  readonly version: string;
}

/** @throws {NotFound} @throws {NotAllowed} for what cannot be read @throws {UpstreamUnavailable} */
export async function findSource(world: World, actor: Actor, wanted: WantedRelease): Promise<SourceRelease> {
  const plan = await world.layers.planOf(wanted.fromId);
  const repository = resolverOf(world, plan, actor);
  const page = await repository.projectPage(wanted.normalizedName);
  const version = canonicalVersion(wanted.version);
  const files = page?.files.filter((file) => canonicalVersion(file.version) === version) ?? [];
  if (files.length === 0) {
    throw new NotFound(
      page?.status === 'QUARANTINED'
        ? `${wanted.normalizedName} is quarantined in ${wanted.from}, and nothing of it is promoted.`
        : notThere(wanted, plan),
      ['version'],
    );
  }
  const rows = await heldRows(world, files);
  const told: Told[] = [];
  for (const file of files) {
    const layer = plan.layers.find(({ id }) => id === file.layerId)!;
    const row = rows.get(rowKey(file.layerId, file.filename));
    told.push(
      row !== undefined
        ? await heldFile(world, layer, row)
        : await fetchFile(world, repository, layer, wanted.normalizedName, file),
    );
  }
  const { name, version: spelled, summary, keywords } = told[0]!;
  const sources = yankedAlike(told.map(({ file }) => file));
  const releaseYanks = sources.map(({ releaseYank }) => releaseYank);
  return {
    plan,
    name,
    version: spelled,
    summary,
    keywords,
    yank: releaseYanks.every(({ yankedAt }) => yankedAt !== null) ? releaseYanks[0]! : NOT_YANKED,
    files: sources,
  };
}

/** An upstream yanks files: where it yanked all of them, the release is, so that it is offered again as one. */
function yankedAlike(files: readonly SourceFile[]): readonly SourceFile[] {
  if (!files.every(({ rowId, yank }) => rowId === null && yank.yankedAt !== null)) return files;
  const releaseYank = files[0]!.yank;
  return files.map((file) => {
    const isSame = file.yank.yankReason === releaseYank.yankReason;
    return { ...file, releaseYank, yank: isSame ? NOT_YANKED : file.yank };
  });
}

/** A reserved name hides what mirrors have of it, also from who reserved it in order to keep it. */
function notThere({ from, normalizedName, version }: WantedRelease, { layers }: LayerPlan): string {
  const sentence = `There is no release ${quote(version)} of ${quote(normalizedName)} in ${from}.`;
  const hasMirrors = layers.slice(1).some(({ kind }) => kind === 'MIRROR');
  return hasMirrors
    ? `${sentence} If a stage reserves or holds the name, its mirrors are not asked: promote it from the mirror itself.`
    : sentence;
}

/** A file with what it says of its release. */
interface Told {
  readonly file: SourceFile;
  readonly name: string;
  readonly version: string;
  readonly summary: string | null;
  readonly keywords: string | null;
}

const WITH_ALL = { project: true, release: true, provenance: true } as const satisfies Prisma.FileInclude;
type HeldRow = Prisma.FileGetPayload<{ include: typeof WITH_ALL }>;

async function heldRows(world: World, files: readonly PageFile[]): Promise<ReadonlyMap<string, HeldRow>> {
  const rows = await world.readDb.file.findMany({
    where: {
      OR: files.map(({ layerId, filename }) => ({ indexId: layerId, filenameFold: filename.toLowerCase() })),
      deletedAt: null,
    },
    include: WITH_ALL,
  });
  return new Map(rows.map((row) => [rowKey(row.indexId, row.filename), row]));
}

function rowKey(layerId: string, filename: string): string {
  return `${layerId} ${filename}`;
}

async function heldFile(world: World, layer: Layer, row: HeldRow): Promise<Told> {
  const uploader =
    row.uploadedById === null
      ? null
      : await world.readDb.user.findUnique({ where: { id: row.uploadedById }, select: { name: true } });
  const where = { indexPath: layer.path, uploaderName: uploader?.name ?? ':anonymous:' };
  const { filename, filenameFold, kind, sha256, sizeBytes, metadataSha256, metadataVersion, requiresPython } =
    row;
  return {
    file: {
      columns: {
        filename,
        filenameFold,
        kind,
        sha256,
        sizeBytes,
        metadataSha256,
        metadataVersion,
        requiresPython,
      },
      metadataBytes: (await world.blobs.sizeBytes(metadataSha256)) ?? 0,
      yank: { yankedAt: row.yankedAt, yankReason: row.yankReason },
      releaseYank: { yankedAt: row.release.yankedAt, yankReason: row.release.yankReason },
      layer,
      rowId: row.id,
      steps: stepsOf(row, row.provenance, where),
    },
    name: row.project.name,
    version: row.release.version,
    summary: row.release.summary,
    keywords: row.release.keywords,
  };
}

/** Of a mirror: what it says itself is read out of the archive, and agrees with its name, as of an upload. */
async function fetchFile(
  world: World,
  repository: Repository,
  layer: Layer,
  normalizedName: string,
  { address, filename: written, yanked }: PageFile,
): Promise<Told> {
  const upstream = (await repository.file(address, written))?.upstream ?? null;
  if (layer.mirror === null || upstream === null) {
    throw new NotFound(`${layer.path} does not have ${quote(written)} any more.`, ['version']);
  }
  const filename = parseFilename(written, normalizedName);
  if (!filename.ok) throw new NotAllowed(filename.reason, ['version']);
  const copied = await world.mirrors.fetchWhole(layer.mirror, upstream);
  const metadataBytes = await readDistributionMetadata(copied.path, filename).catch((error: unknown) => {
    throw error instanceof ArchiveInvalid ? new NotAllowed(error.message, ['version']) : error;
  });
  const metadata = parseMetadata(metadataBytes);
  if (!metadata.ok) throw new NotAllowed(metadata.reason, ['version']);
  const disagreement = checkAgreement({ filename, metadata });
  if (disagreement !== null) throw new NotAllowed(disagreement, ['version']);
  const metadataSha256 = createHash('sha256').update(metadataBytes).digest('hex');
  try {
    await requireRoom(world.dataFolder, world.minFreeDiskBytes, copied.sizeBytes);
    await keepCopy(world, copied);
    await world.blobs.putBytes(metadataSha256, metadataBytes);
  } catch (error) {
    throw isDiskFull(error) ? withoutRoom(layer) : error;
  }

  const now = world.clock();
  return {
    file: {
      columns: {
        filename: written,
        filenameFold: written.toLowerCase(),
        kind: filename.kind,
        sha256: copied.sha256,
        sizeBytes: BigInt(copied.sizeBytes),
        metadataSha256,
        metadataVersion: metadata.metadataVersion,
        requiresPython: metadata.requiresPython,
      },
      metadataBytes: metadataBytes.length,
      yank: yanked === null ? NOT_YANKED : { yankedAt: now, yankReason: yanked === '' ? null : yanked },
      // An upstream yanks files; whether it meant the release is not told.
      releaseYank: NOT_YANKED,
      layer,
      rowId: null,
      steps: [mirroredStep(layer.path, upstream.url, now)],
    },
    name: metadata.name,
    version: metadata.version,
    summary: metadata.summary,
    keywords: metadata.keywords,
  };
}

const NOT_YANKED: Yank = { yankedAt: null, yankReason: null };

/** The mirror's copy stays the mirror's: it may be removed at any time. */
async function keepCopy(
  world: World,
  { path, sha256, sizeBytes }: { readonly path: string; readonly sha256: string; readonly sizeBytes: number },
): Promise<void> {
  const file = await receiveFile(world, createReadStream(path) as AsyncIterable<Buffer>, {
    filename: sha256,
    maxBytes: sizeBytes,
    digests: [],
  });
  try {
    if (file.sha256 !== sha256) throw new Error(`The copy of ${sha256} on this machine has other bytes.`);
    if (Buffer.isBuffer(file.content)) await world.blobs.putBytes(sha256, file.content);
    else await world.blobs.put(sha256, file.content);
  } finally {
    await file.discard();
  }
}
