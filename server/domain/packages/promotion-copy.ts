// The change of a promotion: every file of the release that the target lacks, in one transaction, by the target's rules.
// Who may is asked before, in `promotion.ts`.

import type { File, PackageIndex, Project, Release } from '../../storage/_generated/sqlite/client.ts';
import type { Write } from '../../storage/transact.ts';
import { actingUserId, type Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { NotAllowed, ReleaseConflict, UploadRefused } from '../errors.ts';
import { quote } from '../names.ts';
import { newId, type World } from '../world.ts';
import { keepBlobs } from './blob-rows.ts';
import { releaseSubject } from './curation.ts';
import { removeFiles, requireDeletionDone, reviveProject } from './deletion.ts';
import type { SourceFile, SourceRelease } from './promotion-source.ts';
import { checkQuota } from './upload-space.ts';
import { canonicalVersion } from './versions.ts';
import { yankOf } from './yank.ts';

export interface Promoted {
  readonly releaseId: string;
  readonly copiedFiles: number;
  /** Those that the target held already, with the same bytes. */
  readonly presentFiles: number;
}

export interface Copying {
  /** The index through which it was seen. */
  readonly from: string;
  readonly target: PackageIndex;
  readonly normalizedName: string;
  readonly release: SourceRelease;
}

/**
 * @throws {NotAllowed} @throws {ReleaseConflict} @throws {BlobVanished}
 * @throws {RequestRefused} UNAVAILABLE while the target deletes the project
 */
export async function copyRelease(
  world: World,
  write: Write,
  caller: Caller,
  { from, target, normalizedName, release: source }: Copying,
): Promise<Promoted> {
  const [knownProject] = await write.find('Project', { indexId: target.id, normalizedName });
  if (knownProject !== undefined) {
    requireOpen(knownProject, target);
    await requireDeletionDone(write, knownProject);
  }
  const { missing, replaced } = await compare(write, target, source.files);
  const presentFiles = source.files.length - missing.length;
  const canonical = canonicalVersion(source.version);
  if (missing.length === 0) {
    const release = await write.read.release.findUniqueOrThrow({
      where: {
        projectId_canonicalVersion: { projectId: knownProject!.id, canonicalVersion: canonical },
      },
    });
    return { releaseId: release.id, copiedFiles: 0, presentFiles };
  }

  await keepBlobs(
    world,
    write,
    missing.flatMap(({ columns, metadataBytes }) => [
      { sha256: columns.sha256, sizeBytes: Number(columns.sizeBytes) },
      { sha256: columns.metadataSha256, sizeBytes: metadataBytes },
    ]),
  );
  await requireRoom(write, target, missing, replaced);
  await removeFiles(write, { isVolatile: true }, replaced);
  const project = await projectFor(world, write, target, knownProject, source.name, normalizedName);
  const release = await releaseFor(world, write, project, source, canonical);
  await insertFiles(world, write, caller, { target, project, release, missing });
  await record(world, write, caller, {
    action: 'release.promoted',
    subject: releaseSubject({ index: target, project, release }),
    detail: {
      project: project.name,
      version: release.version,
      origin: from,
      files: missing.length,
    },
  });
  write.touchProject(normalizedName);
  return { releaseId: release.id, copiedFiles: missing.length, presentFiles };
}

/** @throws {NotAllowed} */
function requireOpen({ name, status, deletedAt }: Project, { path }: PackageIndex): void {
  if (deletedAt !== null || (status !== 'ARCHIVED' && status !== 'QUARANTINED')) return;
  throw new NotAllowed(`${name} is ${status.toLowerCase()} in ${path}, and takes no files.`, ['to']);
}

/** Which of the files the target lacks, and which of its own give way. @throws {ReleaseConflict} */
async function compare(write: Write, target: PackageIndex, files: readonly SourceFile[]) {
  const rows = await write.find('File', {
    indexId: target.id,
    filenameFold: files.map(({ columns }) => columns.filenameFold),
  });
  const present = new Map(rows.map((row) => [row.filenameFold, row]));
  const isSame = ({ columns }: SourceFile, row: File | undefined) =>
    row !== undefined &&
    row.deletedAt === null &&
    row.filename === columns.filename &&
    row.sha256 === columns.sha256;
  const missing = files.filter((file) => !isSame(file, present.get(file.columns.filenameFold)));
  const replaced = missing.flatMap(({ columns }) => present.get(columns.filenameFold) ?? []);
  if (replaced.length > 0 && !target.isVolatile) {
    const names = replaced.map(({ filename }) => filename).sort();
    throw new ReleaseConflict(
      names,
      `${target.path} holds, or held, other bytes under ${names.map(quote).join(', ')}, and keeps its files. Promote another version, or build these files under another build number.`,
    );
  }
  return { missing, replaced };
}

/** @throws {NotAllowed} when the quota of the target is too small for all of them */
async function requireRoom(
  write: Write,
  target: PackageIndex,
  missing: readonly SourceFile[],
  replaced: readonly File[],
): Promise<void> {
  const sum = (files: readonly { readonly sizeBytes: bigint }[]) =>
    files.reduce((total, { sizeBytes }) => total + sizeBytes, 0n);
  const added = Number(sum(missing.map(({ columns }) => columns)));
  const freed = sum(replaced.filter(({ deletedAt }) => deletedAt === null));
  try {
    await checkQuota(write, target, added, freed);
  } catch (error) {
    throw error instanceof UploadRefused
      ? new NotAllowed(
          `The release has ${added} bytes, which do not fit into the quota of ${target.path}. Delete files there, or raise its quota.`,
          ['to'],
        )
      : error;
  }
}

async function projectFor(
  world: World,
  write: Write,
  target: PackageIndex,
  known: Project | undefined,
  name: string,
  normalizedName: string,
): Promise<Project> {
  if (known !== undefined) return reviveProject(write, known);
  return write.create('Project', {
    id: newId(world),
    indexId: target.id,
    name,
    normalizedName,
    status: 'ACTIVE',
    createdAt: write.at,
  });
}

/** A release that the target has no file of gets everything that the source says of it. */
async function releaseFor(
  world: World,
  write: Write,
  project: Project,
  { version, summary, keywords, yank }: SourceRelease,
  canonical: string,
): Promise<Release> {
  const [known] = await write.find('Release', { projectId: project.id, canonicalVersion: canonical });
  if (known === undefined) {
    return write.create('Release', {
      id: newId(world),
      projectId: project.id,
      version,
      canonicalVersion: canonical,
      summary,
      keywords,
      createdAt: write.at,
      ...yank,
    });
  }
  const files = await write.read.file.count({ where: { releaseId: known.id, deletedAt: null } });
  return files > 0 ? known : write.update('Release', { id: known.id }, { summary, keywords, ...yank });
}

interface Insertion {
  readonly target: PackageIndex;
  readonly project: Project;
  readonly release: Release;
  readonly missing: readonly SourceFile[];
}

/** Where the target's release is not yanked with the source's, each file is yanked by itself. */
async function insertFiles(
  world: World,
  write: Write,
  { actor }: Caller,
  { target, project, release, missing }: Insertion,
): Promise<void> {
  const userId = actingUserId(actor);
  const tokenId = actor.kind === 'token' ? actor.credential.id : null;
  const isYanked = release.yankedAt !== null;
  const rows = missing.map(({ columns, yank, releaseYank }) => {
    const { yankedAt, yankReason } = isYanked ? yank : yankOf(yank, releaseYank);
    return {
      ...columns,
      id: newId(world),
      indexId: target.id,
      projectId: project.id,
      releaseId: release.id,
      uploadedAt: write.at,
      uploadedById: userId,
      uploadedTokenId: tokenId,
      yankedAt,
      yankReason,
    };
  });
  await write.createAll('File', rows);
  const steps = missing.flatMap((file, place) => {
    const promoted = {
      kind: 'PROMOTED' as const,
      at: write.at,
      indexPath: target.path,
      fromPath: file.layer.path,
      sourceUrl: null,
      actorId: userId,
      actorName: actor.kind === 'user' || actor.kind === 'token' ? actor.user.name : ':system:',
      tokenId,
    };
    return [...file.steps, promoted].map((step, position) => ({
      ...step,
      id: newId(world),
      fileId: rows[place]!.id,
      position,
    }));
  });
  await write.createAll('ProvenanceStep', steps);
}
