// Rows of files: each in the project and release that its name says, each with live rows for its bytes and its metadata,
// of the same size. Whether the bytes are there is `blobs.ts`.

import type { ReadClient } from '../../storage/transact.ts';
import type { Snapshot } from '../../storage/read-only.ts';
import { normalizeProjectName, parseFilename } from '../packages/filenames.ts';
import { canonicalVersion } from '../packages/versions.ts';
import { BLOB_GRACE_MILLISECONDS } from '../packages/collect.ts';

import type { Look } from './fsck.ts';
import { portions } from './portions.ts';

type File = Awaited<ReturnType<typeof filesAfter>>[number];
type Blob = Awaited<ReturnType<ReadClient['blob']['findMany']>>[number];
type Context = Awaited<ReturnType<typeof contextOf>>;

export async function checkFiles(look: Look, { read }: Snapshot): Promise<void> {
  const all = await read.file.count();
  let looked = 0;
  for await (const files of portions(
    (after, take) => filesAfter(read, after, take),
    ({ id }) => id,
  )) {
    const context = await contextOf(read, files);
    for (const file of files) {
      checkPlace(look, file, context);
      if (file.deletedAt === null) checkBlobRows(look, file, context);
      else checkTombstone(look, file, context);
    }
    look.progress((looked += files.length), all);
  }
}

function filesAfter(read: ReadClient, after: string, take: number) {
  return read.file.findMany({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take });
}

async function contextOf(read: ReadClient, files: readonly File[]) {
  const among = { in: [...new Set(files.flatMap((file) => [file.sha256, file.metadataSha256]))] };
  const ids = (column: 'indexId' | 'projectId' | 'releaseId') => ({
    where: { id: { in: [...new Set(files.map((file) => file[column]))] } },
  });
  const live = await read.file.findMany({
    where: { deletedAt: null, OR: [{ sha256: among }, { metadataSha256: among }] },
    select: { sha256: true, metadataSha256: true },
  });
  const steps = new Map<string, number[]>();
  for (const { fileId, position } of await read.provenanceStep.findMany({
    where: { fileId: { in: files.map(({ id }) => id) } },
    orderBy: [{ fileId: 'asc' }, { position: 'asc' }],
  })) {
    steps.set(fileId, [...(steps.get(fileId) ?? []), position]);
  }
  return {
    indexes: byId(await read.packageIndex.findMany(ids('indexId'))),
    projects: byId(await read.project.findMany(ids('projectId'))),
    releases: byId(await read.release.findMany(ids('releaseId'))),
    blobs: new Map(
      (await read.blob.findMany({ where: { sha256: among } })).map((blob) => [blob.sha256, blob]),
    ),
    needed: new Set(live.flatMap((file) => [file.sha256, file.metadataSha256])),
    steps,
  };
}

function checkPlace({ findings }: Look, file: File, context: Context): void {
  const project = context.projects.get(file.projectId);
  const release = context.releases.get(file.releaseId);
  // A reference that leads nowhere has been told.
  if (project === undefined || release === undefined) return;
  const subject = subjectOf(file, context);
  if (file.filenameFold !== file.filename.toLowerCase()) {
    const what = `${subject} is kept under "${file.filenameFold}".`;
    findings.add('NAME_KEY_WRONG', subject, what);
  }
  const name = parseFilename(file.filename, project.name);
  // What was accepted once may be refused by the rules of today.
  const says = name.ok ? `${normalizeProjectName(name.name)} ${canonicalVersion(name.version)}` : null;
  const lies = `${project.normalizedName} ${release.canonicalVersion}`;
  if (project.indexId !== file.indexId || release.projectId !== file.projectId) {
    findings.add('FILE_MISPLACED', subject, `${subject} lies in a project or release of another place.`);
  } else if (says !== null && says !== lies) {
    findings.add('FILE_MISPLACED', subject, `${subject} lies in ${lies}.`);
  }
  const positions = context.steps.get(file.id) ?? [];
  if (positions.some((position, place) => position !== place)) {
    const what = `The way of ${subject} has the steps ${positions.join(', ')}: some are missing.`;
    findings.add('PROVENANCE_BROKEN', subject, what);
  }
}

function checkBlobRows({ findings }: Look, file: File, context: Context): void {
  const subject = subjectOf(file, context);
  for (const [sha256, part] of [
    [file.sha256, 'bytes'],
    [file.metadataSha256, 'metadata'],
  ] as const) {
    const blob: Blob | undefined = context.blobs.get(sha256);
    if (blob === undefined) {
      findings.add('BLOB_ROW_MISSING', subject, `The ${part} of ${subject}, blob ${sha256}, have no row.`);
    } else if (blob.state !== 'LIVE') {
      const what = `The ${part} of ${subject}, blob ${sha256}, count as ${blob.state}.`;
      findings.add('BLOB_STATE_WRONG', subject, what);
    }
    if (part === 'bytes' && blob !== undefined && blob.sizeBytes !== file.sizeBytes) {
      const what = `${subject} has ${file.sizeBytes} bytes by its own row, and ${blob.sizeBytes} by that of its blob.`;
      findings.add('FILE_SIZE_WRONG', subject, what);
    }
  }
}

/** The collector runs each hour, and marks what nobody needs. */
function checkTombstone({ findings, clock }: Look, file: File, context: Context): void {
  const isOld = file.deletedAt!.getTime() < clock().getTime() - BLOB_GRACE_MILLISECONDS;
  if (!isOld || context.needed.has(file.sha256) || context.blobs.get(file.sha256)?.state !== 'LIVE') return;
  const subject = subjectOf(file, context);
  const what = `${subject} was deleted more than 48 hours ago, and its bytes, blob ${file.sha256}, still count as LIVE.`;
  findings.add('TOMBSTONE_KEEPS_BYTES', subject, what);
}

function subjectOf({ indexId, filename }: File, { indexes }: Context): string {
  return `${indexes.get(indexId)?.path ?? indexId}/${filename}`;
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
