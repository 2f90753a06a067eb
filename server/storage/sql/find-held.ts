// What stages hold under a name: one statement for the projects of all of them, and one for the files of as many as are
// wanted. With Prisma a page of 5,000 files takes five times as long, most of it in one piece.

import type { FileKind, ProjectStatus } from '../_generated/sqlite/client.ts';
import type { SqlValue, Statements } from '../statements.ts';
import { placeholder } from './insert-rows.ts';

export interface HeldProject {
  readonly id: string;
  readonly indexId: string;
  readonly status: ProjectStatus;
  readonly statusReason: string | null;
  readonly isDeleted: boolean;
  /** The index does not hold the name any more. */
  readonly isReleased: boolean;
}

/** In no order. */
export async function findHeldProjects(
  statements: Statements,
  indexIds: readonly string[],
  normalizedName: string,
): Promise<HeldProject[]> {
  if (indexIds.length === 0) return [];
  const { mark, values } = binder(statements);
  const rows = await statements.rows(
    `SELECT "id", "indexId", "status", "statusReason", "deletedAt", "releasedAt" FROM "Project"
      WHERE "normalizedName" = ${mark(normalizedName)} AND "indexId" IN (${indexIds.map(mark).join(', ')})`,
    values,
  );
  return rows.map(([id, indexId, status, statusReason, deletedAt, releasedAt]) => ({
    id: id as string,
    indexId: indexId as string,
    status: status as ProjectStatus,
    statusReason: statusReason as string | null,
    isDeleted: deletedAt !== null,
    isReleased: releasedAt !== null,
  }));
}

export interface HeldFile {
  readonly projectId: string;
  readonly id: string;
  readonly filename: string;
  readonly kind: FileKind;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly requiresPython: string | null;
  readonly metadataSha256: string;
  readonly uploadedAt: Date;
  readonly version: string;
  /** By itself or with its release; empty without a reason, null when it is not. */
  readonly yanked: string | null;
}

const COLUMNS = [
  'projectId', 'id', 'filename', 'kind', 'sha256', 'sizeBytes', 'requiresPython', 'metadataSha256', 'uploadedAt',
  'yankedAt', 'yankReason',
] as const; // prettier-ignore

const SELECT_FILES = `SELECT ${COLUMNS.map((name) => `f."${name}"`).join(', ')},
    r."version", r."yankedAt", r."yankReason"
  FROM "File" f JOIN "Release" r ON r."id" = f."releaseId" WHERE f."deletedAt" IS NULL`;

/** Those that can be downloaded, in no order; with `filename` only those that differ from it in case at most. */
export async function findHeldFiles(
  statements: Statements,
  projects: readonly Pick<HeldProject, 'id' | 'indexId'>[],
  filename: string | null,
): Promise<HeldFile[]> {
  if (projects.length === 0) return [];
  const { mark, values } = binder(statements);
  const ids = projects.map(({ id }) => mark(id)).join(', ');
  // By the unique key of file names where one is wanted, and not through all files of the project.
  const named = (wanted: string) =>
    ` AND f."indexId" IN (${projects.map(({ indexId }) => mark(indexId)).join(', ')})
      AND f."filenameFold" = ${mark(wanted.toLowerCase())}`;
  const rows = await statements.rows(
    `${SELECT_FILES} AND f."projectId" IN (${ids})${filename === null ? '' : named(filename)}`,
    values,
  );
  return rows.map(heldFile);
}

function heldFile(row: readonly unknown[]): HeldFile {
  const [projectId, id, filename, kind, sha256, sizeBytes, requiresPython, metadataSha256, uploadedAt] = row;
  const [yankedAt, yankReason, version, releaseYankedAt, releaseYankReason] = row.slice(9);
  const reason = yankedAt !== null ? yankReason : releaseYankReason;
  return {
    projectId: projectId as string,
    id: id as string,
    filename: filename as string,
    kind: kind as FileKind,
    sha256: sha256 as string,
    sizeBytes: Number(sizeBytes),
    requiresPython: requiresPython as string | null,
    metadataSha256: metadataSha256 as string,
    uploadedAt: new Date(uploadedAt as string),
    version: version as string,
    yanked: yankedAt === null && releaseYankedAt === null ? null : ((reason as string | null) ?? ''),
  };
}

export interface UsedNames {
  /** The digest by the file name in lower case. */
  readonly filenames: ReadonlyMap<string, string>;
  /** In canonical form. */
  readonly versions: ReadonlySet<string>;
}

/** What the projects use or used, tombstones included: none of it is taken from elsewhere. */
export async function findUsedNames(
  statements: Statements,
  projectIds: readonly string[],
): Promise<UsedNames> {
  if (projectIds.length === 0) return { filenames: new Map(), versions: new Set() };
  const { mark, values } = binder(statements);
  const rows = await statements.rows(
    `SELECT r."canonicalVersion", f."filenameFold", f."sha256" FROM "Release" r LEFT JOIN "File" f ON f."releaseId" = r."id"
      WHERE r."projectId" IN (${projectIds.map(mark).join(', ')})`,
    values,
  );
  const versions = new Set<string>();
  const filenames = new Map<string, string>();
  for (const [version, filename, sha256] of rows) {
    versions.add(version as string);
    if (filename !== null) filenames.set(filename as string, sha256 as string);
  }
  return { filenames, versions };
}

/** The projects of these indexes that have a file of this very name and digest. */
export async function findProjectsOfFile(
  statements: Statements,
  indexIds: readonly string[],
  filename: string,
  sha256: string,
): Promise<string[]> {
  if (indexIds.length === 0) return [];
  const { mark, values } = binder(statements);
  const rows = await statements.rows(
    `SELECT DISTINCT p."normalizedName" FROM "File" f JOIN "Project" p ON p."id" = f."projectId"
      WHERE f."filenameFold" = ${mark(filename.toLowerCase())} AND f."filename" = ${mark(filename)}
        AND f."sha256" = ${mark(sha256)} AND f."deletedAt" IS NULL
        AND f."indexId" IN (${indexIds.map(mark).join(', ')})`,
    values,
  );
  return rows.map(([name]) => name as string);
}

/** Names that an index holds, in binary order, and whether the project is there. Deleted ones close the name still. */
export async function findHeldNames(
  statements: Statements,
  indexId: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<{ readonly normalizedName: string; readonly isDeleted: boolean }[]> {
  const { mark, values } = binder(statements);
  const rows = await statements.rows(
    `SELECT "normalizedName", "deletedAt" FROM "Project"
      WHERE "indexId" = ${mark(indexId)} AND "normalizedName" > ${mark(after)} AND "releasedAt" IS NULL
      ORDER BY "normalizedName" LIMIT ${limit}`,
    values,
  );
  return rows.map(([name, deletedAt]) => ({ normalizedName: name as string, isDeleted: deletedAt !== null }));
}

/** Gathers values in the order of their marks. */
function binder({ engine }: Statements) {
  const values: SqlValue[] = [];
  const mark = (value: string) => placeholder(engine, values.push(value), 'TEXT');
  return { mark, values };
}
