// An upload, from received bytes to committed rows: examine, ask who serves the name, compare, store, record.
// Everything slow comes before the transaction; in it every rule is asked again, on what is committed by then.

import type { File } from '../../storage/_generated/sqlite/client.ts';
import { findRows } from '../../storage/sql/find-rows.ts';
import { transact, type Write } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { UploadRefused } from '../errors.ts';
import { quote } from '../names.ts';
import type { World } from '../world.ts';
import { BlobVanished, keepBlobs, type WantedBlob } from './blob-rows.ts';
import { requireDeletionDone } from './deletion.ts';
import { examine, type Distribution } from './examine.ts';
import { checkNewName } from './new-name.ts';
import type { ReceivedFile } from './receive.ts';
import { recordFile } from './record-upload.ts';
import type { UploadFields } from './upload-form.ts';
import { checkUploadRight, checkStillAllowed, type Admission, type UploadTarget } from './upload-right.ts';
import { checkQuota } from './upload-space.ts';

export interface Upload extends Admission {
  readonly fields: UploadFields;
  readonly file: ReceivedFile;
}

export interface Uploaded {
  readonly filename: string;
  readonly sha256: string;
  /** `SAME`: the same bytes were there already under this name. */
  readonly outcome: Outcome;
  /** Sentences for the person who uploads, of what is wrong and was let through. */
  readonly warnings: readonly string[];
  readonly serial: bigint;
}

export type Outcome = 'NEW' | 'SAME' | 'REPLACED';

/** @throws {UploadRefused} @throws {Forbidden} @throws {Unauthenticated} when the credential died meanwhile */
export async function uploadDistribution(world: World, caller: Caller, upload: Upload): Promise<Uploaded> {
  const { index, fields, file } = upload;
  const distribution = await examine(fields, file, index.uploadChecks);
  const { normalizedName, warnings } = distribution;
  checkUploadRight(caller.actor, index, normalizedName);
  const present = await firstLook(world, file, index);
  if (outcomeFor(present, file, index) === 'SAME') {
    const { filename, sha256 } = file;
    if (!(await areStored(world, blobsOf(file, distribution)))) await store(world, file, distribution);
    return { filename, sha256, outcome: 'SAME', warnings, serial: await headSerial(world) };
  }

  await checkNewName(world, index.id, normalizedName);
  for (;;) {
    await store(world, file, distribution);
    try {
      return await commit(world, caller, upload, distribution);
    } catch (error) {
      if (!(error instanceof BlobVanished)) throw error;
    }
  }
}

/** Without waiting for writers. What goes with its project is not there; the commit says what to do about it. */
async function firstLook(
  world: World,
  { filename }: ReceivedFile,
  index: UploadTarget,
): Promise<File | undefined> {
  const [present] = await findRows(world.database.reading, 'File', fileNamed(filename, index));
  if (present === undefined || present.deletedAt !== null) return present;
  // In one statement: between two, the project could be deleted and come back without this file.
  const kept = await world.readDb.file.count({
    where: { id: present.id, deletedAt: null, project: { deletedAt: null } },
  });
  return kept > 0 ? present : undefined;
}

/** The unique key of files. */
function fileNamed(filename: string, { id }: UploadTarget) {
  return { indexId: id, filenameFold: filename.toLowerCase() };
}

/** @throws {UploadRefused} when the name is taken by other bytes, or was */
function outcomeFor(present: File | undefined, file: ReceivedFile, { isVolatile }: UploadTarget): Outcome {
  if (present === undefined) return 'NEW';
  const isSame =
    present.deletedAt === null && present.filename === file.filename && present.sha256 === file.sha256;
  if (isSame) return 'SAME';
  if (isVolatile) return 'REPLACED';
  if (present.deletedAt !== null) {
    throw new UploadRefused(
      'FILENAME_USED',
      `The file name ${quote(present.filename)} was previously used and its file was deleted. Use another version or build number.`,
    );
  }
  throw new UploadRefused(
    'FILE_EXISTS',
    `File already exists: ${quote(present.filename)} with SHA-256 ${present.sha256}. Use another version or build number.`,
  );
}

/** Of bytes that were lost or cut on the disk, whoever uploads them again brings them back. */
async function areStored({ blobs }: World, wanted: readonly WantedBlob[]): Promise<boolean> {
  const found = await Promise.all(wanted.map(({ sha256, sizeBytes }) => blobs.isWhole(sha256, sizeBytes)));
  return found.every(Boolean);
}

async function store(world: World, file: ReceivedFile, distribution: Distribution): Promise<void> {
  const storeFile = Buffer.isBuffer(file.content)
    ? world.blobs.putBytes(file.sha256, file.content)
    : world.blobs.put(file.sha256, file.content);
  // Both come to their end: whoever is refused for one of them discards what the other reads.
  const stored = await Promise.allSettled([
    storeFile,
    world.blobs.putBytes(distribution.metadataSha256, distribution.metadataBytes),
  ]);
  for (const result of stored) if (result.status === 'rejected') throw result.reason;
}

async function commit(
  world: World,
  caller: Caller,
  upload: Upload,
  distribution: Distribution,
): Promise<Uploaded> {
  const { file } = upload;
  const { filename } = distribution.filename;
  const { result: outcome, serial } = await transact(world, async (write) => {
    const [present] = await write.find('File', fileNamed(filename, upload.index));
    const index = await checkStillAllowed(world, write, caller, upload, distribution.normalizedName);
    if (present !== undefined) await requireKept(write, present);
    const outcome = outcomeFor(present, file, index);
    if (outcome === 'SAME') return outcome;

    const freedBytes = present?.deletedAt === null ? present.sizeBytes : 0n;
    await checkQuota(write, index, file.sizeBytes, freedBytes);
    await keepBlobs(world, write, blobsOf(file, distribution));
    const row = await recordFile(world, write, caller.actor, {
      index,
      file,
      distribution,
      replaced: present,
    });
    await record(world, write, caller, {
      action: 'file.uploaded',
      subject: { kind: 'file', id: row.id, name: filename, indexId: index.id, ownerId: index.ownerId },
      detail: {
        project: distribution.metadata.name,
        version: distribution.metadata.version,
        sha256: file.sha256,
        sizeBytes: file.sizeBytes,
        ...(present !== undefined && { replaced: present.sha256 }),
      },
    });
    write.touchProject(distribution.normalizedName);
    return outcome;
  });
  return { filename, sha256: file.sha256, outcome, warnings: distribution.warnings, serial };
}

/** @throws {RequestRefused} UNAVAILABLE for a file that is going with its project */
async function requireKept(write: Write, { projectId }: File): Promise<void> {
  const [project] = await write.find('Project', { id: projectId });
  await requireDeletionDone(write, project!);
}

function blobsOf(file: ReceivedFile, distribution: Distribution): WantedBlob[] {
  return [
    { sha256: file.sha256, sizeBytes: file.sizeBytes },
    { sha256: distribution.metadataSha256, sizeBytes: distribution.metadataBytes.length },
  ];
}

async function headSerial(world: World): Promise<bigint> {
  return (await world.readDb.logHead.findUniqueOrThrow({ where: { id: 'head' } })).serial;
}
