// Deleting files, releases and projects, by rule of the index. A volatile index forgets them, and their file names are
// free again. Another one keeps its files unless they are deleted with force, and keeps a tombstone of each: a file
// name never gets other bytes there. The bytes are collected later, by `collect.ts`. The name of a project stays held
// until an admin releases it (`name-release.ts`) or somebody uploads to it again.

import type { File, PackageIndex, Project } from '../../storage/_generated/sqlite/client.ts';
import { transact, type Committed, type Write } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { ConfirmationMismatch, IndexKeepsFiles, RequestRefused } from '../errors.ts';
import { requireSessionOrToken } from '../permissions.ts';
import { transactAs } from '../transact-as.ts';
import type { World } from '../world.ts';
import {
  curatedFile,
  curatedProject,
  curatedRelease,
  fileSubject,
  projectSubject,
  releaseSubject,
  type ReleaseAddress,
} from './curation.ts';
import type { FileAddress } from './yank.ts';

interface Forced {
  /** Also from an index that keeps its files. */
  readonly force?: boolean;
}

/** What a deletion removed. */
export interface Removed {
  readonly releases: number;
  readonly files: number;
}

/** The project stays, also when this was its last file. @throws {NotFound} @throws {NotAllowed} @throws {IndexKeepsFiles} */
export async function deleteFile(
  world: World,
  caller: Caller,
  { path, filename, force }: FileAddress & Forced,
): Promise<Committed<Removed>> {
  requireSessionOrToken(caller.actor, 'packages:delete');
  return transactAs(world, caller, async (write, callerNow) => {
    const found = await curatedFile(write.read, callerNow, path, filename, 'packages:delete');
    const { index, project, release, file } = found;
    const isForced = requireForce(index, force);
    await removeFiles(write, index, [file]);
    const releases = await removeEmptyRelease(write, release.id);
    await record(world, write, caller, {
      action: 'file.deleted',
      subject: fileSubject(found),
      detail: { project: project.name, version: release.version, sha256: file.sha256, ...isForced },
    });
    write.touchProject(project.normalizedName);
    return { releases, files: 1 };
  });
}

/** All its files at once: nobody sees a part of a release. @throws {NotFound} @throws {NotAllowed} @throws {IndexKeepsFiles} */
export async function deleteRelease(
  world: World,
  caller: Caller,
  { force, ...address }: ReleaseAddress & Forced,
): Promise<Committed<Removed>> {
  requireSessionOrToken(caller.actor, 'packages:delete');
  return transactAs(world, caller, async (write, callerNow) => {
    const found = await curatedRelease(write.read, callerNow, address, 'packages:delete');
    const { index, project, release, files } = found;
    const isForced = requireForce(index, force);
    await removeRelease(write, index, release.id, files);
    await record(world, write, caller, {
      action: 'release.deleted',
      subject: releaseSubject(found),
      detail: { project: project.name, version: release.version, files: files.length, ...isForced },
    });
    write.touchProject(project.normalizedName);
    return { releases: 1, files: files.length };
  });
}

export interface ProjectDeletion extends Forced {
  readonly path: string;
  readonly project: string;
  /** The name once more. */
  readonly confirmProject: string;
}

/**
 * The project is gone with the first change; its rows go in later ones of at most 500 (STATE 7).
 * @throws {ConfirmationMismatch} @throws {NotFound} @throws {NotAllowed} @throws {IndexKeepsFiles}
 */
export async function deleteProject(
  world: World,
  caller: Caller,
  { path, project: name, confirmProject, force }: ProjectDeletion,
): Promise<Committed<Removed>> {
  requireSessionOrToken(caller.actor, 'packages:delete');
  if (confirmProject !== name) {
    throw new ConfirmationMismatch(`To delete ${name}, repeat exactly this name.`, ['confirmProject']);
  }
  const { result, serial } = await transactAs(world, caller, async (write, callerNow) => {
    const found = await curatedProject(write.read, callerNow, path, name, 'packages:delete');
    const { index, project } = found;
    const files = { projectId: project.id, deletedAt: null };
    const removed = {
      releases: await write.read.release.count({
        where: { projectId: project.id, files: { some: { deletedAt: null } } },
      }),
      files: await write.read.file.count({ where: files }),
    };
    const isForced = removed.files === 0 ? {} : requireForce(index, force);
    await write.update(
      'Project',
      { id: project.id },
      { deletedAt: write.at, status: 'ACTIVE', statusReason: null },
    );
    await record(world, write, caller, {
      action: 'project.deleted',
      subject: projectSubject(found),
      detail: { ...removed, ...isForced },
    });
    write.touchProject(project.normalizedName);
    return { projectId: project.id, removed };
  });
  await finishDeletion(world, result.projectId);
  return { result: result.removed, serial };
}

/** Picks up where a killed process stopped. */
export async function finishDeletions(world: World): Promise<void> {
  const unfinished = await world.readDb.project.findMany({
    where: { deletedAt: { not: null }, index: { deletedAt: null }, files: { some: { deletedAt: null } } },
    select: { id: true },
  });
  for (const { id } of unfinished) await finishDeletion(world, id);
}

/**
 * A project that was deleted, or whose name was released, is there again with the upload of a file.
 * @throws {RequestRefused} UNAVAILABLE while its deletion goes on: what is left of it would come back
 */
export async function reviveProject(write: Write, project: Project): Promise<Project> {
  if (project.deletedAt === null && project.releasedAt === null) return project;
  await requireDeletionDone(write, project);
  return write.update('Project', { id: project.id }, { deletedAt: null, releasedAt: null });
}

/** Files that go with their project are not there, whatever their rows say. @throws {RequestRefused} UNAVAILABLE */
export async function requireDeletionDone(write: Write, { id, name, deletedAt }: Project): Promise<void> {
  if (deletedAt === null) return;
  const left = await write.read.file.count({ where: { projectId: id, deletedAt: null } });
  if (left > 0) throw new RequestRefused('UNAVAILABLE', `${name} is being deleted; try again in a moment.`);
}

/** All files of a release, and the release where nothing has to be remembered of it. */
export async function removeRelease(
  write: Write,
  index: Pick<PackageIndex, 'isVolatile'>,
  releaseId: string,
  files: readonly Pick<File, 'id'>[],
): Promise<void> {
  await removeFiles(write, index, files);
  const removed = await removeEmptyRelease(write, releaseId);
  // A release that comes back under this version is another one, and nobody has yanked it.
  if (removed === 0) {
    const release = await write.read.release.findUniqueOrThrow({ where: { id: releaseId } });
    if (release.yankedAt !== null) await write.update('Release', { id: releaseId }, NOT_YANKED);
  }
}

const NOT_YANKED = { yankedAt: null, yankReason: null };

/** @throws {IndexKeepsFiles} */
function requireForce(index: PackageIndex, force: boolean | undefined): { readonly forced?: true } {
  if (index.isVolatile) return {};
  if (force === true) return { forced: true };
  throw new IndexKeepsFiles(
    `${index.path} keeps its files. To delete them nevertheless, ask again with force (on the command line --force); no file can have their names there again.`,
    ['force'],
  );
}

/** By rule of the index: rows, or what makes tombstones of them. */
export async function removeFiles(
  write: Write,
  { isVolatile }: Pick<PackageIndex, 'isVolatile'>,
  files: readonly Pick<File, 'id'>[],
): Promise<void> {
  if (!isVolatile) {
    for (const { id } of files) await write.update('File', { id }, { deletedAt: write.at });
    return;
  }
  const steps = await write.read.provenanceStep.findMany({
    where: { fileId: { in: files.map(({ id }) => id) } },
    select: { id: true },
  });
  for (const { id } of steps) await write.remove('ProvenanceStep', { id });
  for (const { id } of files) await write.remove('File', { id });
}

/** How many it removed; one with tombstones stays for them. */
async function removeEmptyRelease(write: Write, id: string): Promise<number> {
  const live = await write.read.file.count({ where: { releaseId: id, deletedAt: null } });
  if (live > 0) return 0;
  const tombstones = await write.read.file.count({ where: { releaseId: id } });
  if (tombstones > 0) return 0;
  await write.remove('Release', { id });
  return 1;
}

const ROWS_OF_A_CHANGE = 500;

async function finishDeletion(world: World, projectId: string): Promise<void> {
  for (let removed = Infinity; removed > 0;) {
    removed = (await transact(world, (write) => removeSome(write, projectId))).result;
  }
}

/** How many rows it removed; none once the project is there again. */
async function removeSome(write: Write, projectId: string): Promise<number> {
  const project = await write.read.project.findUnique({
    where: { id: projectId },
    include: { index: { select: { isVolatile: true, deletedAt: true } } },
  });
  if (project === null || project.deletedAt === null || project.index.deletedAt !== null) return 0;
  write.touchProject(project.normalizedName);
  const files = { projectId, deletedAt: null };
  const take = ROWS_OF_A_CHANGE;
  const select = { id: true } as const;
  if (!project.index.isVolatile) {
    const rows = await write.read.file.findMany({ where: files, select, take });
    for (const { id } of rows) await write.update('File', { id }, { deletedAt: write.at });
    if (rows.length > 0) return rows.length;
    const yanked = await write.read.release.findMany({
      where: { projectId, yankedAt: { not: null } },
      select,
      take,
    });
    for (const { id } of yanked) await write.update('Release', { id }, NOT_YANKED);
    return yanked.length;
  }
  const steps = [
    ['ProvenanceStep', () => write.read.provenanceStep.findMany({ where: { file: files }, select, take })],
    ['File', () => write.read.file.findMany({ where: files, select, take })],
    [
      'Release',
      () => write.read.release.findMany({ where: { projectId, files: { none: {} } }, select, take }),
    ],
  ] as const;
  for (const [model, find] of steps) {
    const rows = await find();
    for (const { id } of rows) await write.remove(model, { id });
    if (rows.length > 0) return rows.length;
  }
  return 0;
}
