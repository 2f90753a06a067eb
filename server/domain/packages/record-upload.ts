// The rows of an uploaded file: its project, which comes back with it if it was gone, its release, and itself.

import type { File, Project, Release } from '../../storage/_generated/sqlite/client.ts';
import type { Write } from '../../storage/transact.ts';
import { actingUserId, type Actor } from '../actor.ts';
import { UploadRefused } from '../errors.ts';
import { newId, type World } from '../world.ts';
import { removeFiles, reviveProject } from './deletion.ts';
import type { Distribution } from './examine.ts';
import type { ReceivedFile } from './receive.ts';
import { canonicalVersion as canonicalVersionOf } from './versions.ts';

export interface Recording {
  readonly index: { readonly id: string; readonly path: string };
  readonly file: ReceivedFile;
  readonly distribution: Distribution;
  /** The row that has the name so far, and gives way; or a tombstone. */
  readonly replaced: File | undefined;
}

/** @throws {UploadRefused} PROJECT_CLOSED @throws {RequestRefused} UNAVAILABLE while the project is being deleted */
export async function recordFile(
  world: World,
  write: Write,
  actor: Actor,
  { index, file, distribution, replaced }: Recording,
): Promise<File> {
  const { filename, metadata, metadataSha256 } = distribution;
  const project = await projectOf(world, write, index, distribution);
  const release = await releaseOf(world, write, project.id, distribution);
  // Only now: a release whose one file is replaced has not been away.
  if (replaced !== undefined) await removeFiles(write, { isVolatile: true }, [replaced]);
  return write.create('File', {
    id: newId(world),
    indexId: index.id,
    projectId: project.id,
    releaseId: release.id,
    filename: filename.filename,
    filenameFold: filename.filename.toLowerCase(),
    kind: filename.kind,
    sha256: file.sha256,
    sizeBytes: BigInt(file.sizeBytes),
    metadataSha256,
    metadataVersion: metadata.metadataVersion,
    requiresPython: metadata.requiresPython,
    uploadedAt: write.at,
    uploadedById: actingUserId(actor),
    uploadedTokenId: actor.kind === 'token' ? actor.credential.id : null,
  });
}

async function projectOf(
  world: World,
  write: Write,
  { id: indexId, path }: { readonly id: string; readonly path: string },
  { metadata: { name }, normalizedName }: Distribution,
): Promise<Project> {
  const [known] = await write.find('Project', { indexId, normalizedName });
  if (known === undefined) {
    return write.create('Project', {
      id: newId(world),
      indexId,
      name,
      normalizedName,
      status: 'ACTIVE',
      createdAt: write.at,
    });
  }
  if (known.deletedAt === null && (known.status === 'ARCHIVED' || known.status === 'QUARANTINED')) {
    const status = known.status.toLowerCase();
    throw new UploadRefused(
      'PROJECT_CLOSED',
      `${known.name} is ${status} in ${path}, and takes no files until its status changes.`,
    );
  }
  return reviveProject(write, known);
}

/** A release that is yanked stays so, and its new files with it. One that has no file left is another one by now. */
async function releaseOf(
  world: World,
  write: Write,
  projectId: string,
  { metadata }: Distribution,
): Promise<Release> {
  const canonicalVersion = canonicalVersionOf(metadata.version);
  const [known] = await write.find('Release', { projectId, canonicalVersion });
  const { version, summary, keywords } = metadata;
  if (known === undefined) {
    return write.create('Release', {
      id: newId(world),
      projectId,
      version,
      canonicalVersion,
      summary,
      keywords,
      createdAt: write.at,
    });
  }
  const files = await write.find('File', { releaseId: known.id });
  if (files.some(({ deletedAt }) => deletedAt === null)) return known;
  return write.update('Release', { id: known.id }, { summary, keywords, yankedAt: null, yankReason: null });
}
