// Finds what somebody wants to yank, set aside or delete, and whether they may: asked inside the transaction that does
// it. What one may not know exists is not found in the words of what does not exist; whoever may know the index and may
// not curate it is told so before anything in it is looked up.

import type { File, PackageIndex, Project, Release } from '../../storage/_generated/sqlite/client.ts';
import type { ReadClient } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { NotAllowed, NotFound } from '../errors.ts';
import {
  indexesVisibleTo,
  mayCurate,
  WITH_GRANTS,
  type CuratingPermission,
  type GuardedIndex,
} from '../indexes/access.ts';
import { quote } from '../names.ts';
import { requireSessionOrToken } from '../permissions.ts';
import { normalizeProjectName } from './filenames.ts';
import { canonicalVersion } from './versions.ts';

export type CuratedIndex = PackageIndex & GuardedIndex;

/** @throws {NotFound} @throws {NotAllowed} @throws {Forbidden} */
export async function curatedIndex(
  read: ReadClient,
  caller: Caller,
  path: string,
  by: CuratingPermission,
  project?: string,
): Promise<CuratedIndex> {
  requireSessionOrToken(caller.actor, by);
  const index = await read.packageIndex.findFirst({
    where: { AND: [{ livePath: path }, indexesVisibleTo(caller.actor)] },
    include: WITH_GRANTS,
  });
  if (index === null) throw new NotFound(`There is no package index ${quote(path)}.`, ['path']);
  if (mayCurate(caller.actor, index, project, by)) return index;
  throw new NotAllowed(whyNotCurated(caller, index, by), ['path']);
}

function whyNotCurated({ actor }: Caller, index: CuratedIndex, by: CuratingPermission): string {
  const isOfProject = mayCurate(actor, index, undefined, by);
  return isOfProject
    ? `This token is not for this project of ${index.path}; it names others.`
    : `Only its uploaders, its owner and admins may change what ${index.path} holds.`;
}

export interface CuratedProject {
  readonly index: CuratedIndex;
  readonly project: Project;
}

/** One that is there: not one that was deleted. @throws {NotFound} @throws {NotAllowed} */
export async function curatedProject(
  read: ReadClient,
  caller: Caller,
  path: string,
  name: string,
  by: CuratingPermission,
): Promise<CuratedProject> {
  const normalizedName = normalizeProjectName(name);
  const index = await curatedIndex(read, caller, path, by, normalizedName);
  const project = await read.project.findUnique({
    where: { indexId_normalizedName: { indexId: index.id, normalizedName } },
  });
  if (project === null || project.deletedAt !== null) {
    if (index.kind === 'MIRROR') throw new NotFound(ofMirror(path), ['path']);
    throw new NotFound(`${path} holds no project ${quote(name)}.`, ['project']);
  }
  return { index, project };
}

function ofMirror(path: string): string {
  return `${path} is a mirror, and what it copies is the upstream's: hide it by a deny rule, or promote it to a stage.`;
}

export interface CuratedRelease extends CuratedProject {
  readonly release: Release;
  /** Those that can be downloaded; at least one. */
  readonly files: readonly File[];
}

/** A release whose files were all deleted is none. @throws {NotFound} @throws {NotAllowed} */
export async function curatedRelease(
  read: ReadClient,
  caller: Caller,
  { path, project: name, version }: ReleaseAddress,
  by: CuratingPermission,
): Promise<CuratedRelease> {
  const found = await curatedProject(read, caller, path, name, by);
  const release = await read.release.findUnique({
    where: {
      projectId_canonicalVersion: {
        projectId: found.project.id,
        canonicalVersion: canonicalVersion(version),
      },
    },
    include: { files: { where: { deletedAt: null }, orderBy: { id: 'asc' } } },
  });
  if (release === null || release.files.length === 0) {
    throw new NotFound(`${path} holds no release ${quote(version)} of ${quote(name)}.`, ['version']);
  }
  const { files, ...row } = release;
  return { ...found, release: row, files };
}

export interface ReleaseAddress {
  readonly path: string;
  /** In any spelling. */
  readonly project: string;
  /** In any spelling that is equal by PEP 440. */
  readonly version: string;
}

export interface CuratedFile extends CuratedProject {
  readonly release: Release;
  readonly file: File;
}

/** A file of a project that the token is not for is not found: its project is told by nothing else. */
export async function curatedFile(
  read: ReadClient,
  caller: Caller,
  path: string,
  filename: string,
  by: CuratingPermission,
): Promise<CuratedFile> {
  const index = await curatedIndex(read, caller, path, by);
  const found = await read.file.findUnique({
    where: { indexId_filenameFold: { indexId: index.id, filenameFold: filename.toLowerCase() } },
    include: { project: true, release: true },
  });
  const isThere =
    found !== null &&
    found.filename === filename &&
    found.deletedAt === null &&
    found.project.deletedAt === null &&
    mayCurate(caller.actor, index, found.project.normalizedName, by);
  if (!isThere && index.kind === 'MIRROR') throw new NotFound(ofMirror(path), ['path']);
  if (!isThere) throw new NotFound(`${path} holds no file ${quote(filename)}.`, ['filename']);
  const { project, release, ...file } = found;
  return { index, project, release, file };
}

/** What audit events say of each of them. */
export function projectSubject({ index, project }: CuratedProject) {
  return {
    kind: 'project',
    id: project.id,
    name: project.name,
    indexId: index.id,
    ownerId: index.ownerId,
  } as const;
}

export function releaseSubject({
  index,
  project,
  release,
}: {
  readonly index: Pick<PackageIndex, 'id' | 'ownerId'>;
  readonly project: Project;
  readonly release: Release;
}) {
  return {
    kind: 'release',
    id: release.id,
    name: `${project.name} ${release.version}`,
    indexId: index.id,
    ownerId: index.ownerId,
  } as const;
}

export function fileSubject({ index, file }: Pick<CuratedFile, 'index' | 'file'>) {
  return {
    kind: 'file',
    id: file.id,
    name: file.filename,
    indexId: index.id,
    ownerId: index.ownerId,
  } as const;
}
