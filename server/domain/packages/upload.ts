// An upload, from received bytes to committed rows: name, digests, metadata, agreement, duplicate, store, record.
// Everything slow comes before the transaction; in it every rule is asked again, on what is committed by then.

import { createHash } from 'node:crypto';
import type { File } from '../../storage/_generated/sqlite/client.ts';
import { findRows } from '../../storage/sql/find-rows.ts';
import { transact, type Write } from '../../storage/transact.ts';
import type { Actor, Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { UploadRefused } from '../errors.ts';
import { quote } from '../names.ts';
import { newId, type World } from '../world.ts';
import { readDistributionMetadata } from './archives.ts';
import { BlobVanished, keepBlobs, type WantedBlob } from './blob-rows.ts';
import { normalizeProjectName, parseFilename, type DistributionFilename } from './filenames.ts';
import { ArchiveInvalid, checkAgreement, parseMetadata, type CoreMetadata } from './metadata.ts';
import type { ReceivedFile } from './receive.ts';
import type { UploadFields } from './upload-form.ts';
import { checkUploadRight, checkStillAllowed, type Admission } from './upload-right.ts';
import { canonicalVersion as canonicalVersionOf } from './versions.ts';

export interface Upload extends Admission {
  readonly fields: UploadFields;
  readonly file: ReceivedFile;
}

export interface Uploaded {
  readonly filename: string;
  readonly sha256: string;
  /** False: the same bytes were there already under this name. */
  readonly isNew: boolean;
  readonly serial: bigint;
}

/** @throws {UploadRefused} @throws {Forbidden} @throws {Unauthenticated} when the credential died meanwhile */
export async function uploadDistribution(world: World, caller: Caller, upload: Upload): Promise<Uploaded> {
  const distribution = await examine(upload);
  checkUploadRight(caller.actor, upload.index, distribution.normalizedName);
  const wanted = fileNamed(distribution.filename.filename, upload);
  const [present] = await findRows(world.database.reading, 'File', wanted);
  if (present !== undefined && isSameFile(present, upload.file)) {
    return {
      filename: present.filename,
      sha256: present.sha256,
      isNew: false,
      serial: await headSerial(world),
    };
  }

  for (;;) {
    await store(world, upload.file, distribution);
    try {
      return await commit(world, caller, upload, distribution);
    } catch (error) {
      if (!(error instanceof BlobVanished)) throw error;
    }
  }
}

/** What is known of the file once its bytes were read. */
interface Distribution {
  readonly filename: DistributionFilename;
  readonly metadata: CoreMetadata;
  readonly metadataBytes: Buffer;
  readonly metadataSha256: string;
  readonly normalizedName: string;
}

async function examine({ fields, file }: Upload): Promise<Distribution> {
  const filename = parseFilename(file.filename, fields.name);
  if (!filename.ok) throw new UploadRefused('FILENAME_INVALID', filename.reason);
  await checkDigests(fields, file);
  const metadataBytes = await readMetadata(file, filename);
  const metadata = parseMetadata(metadataBytes);
  if (!metadata.ok) throw new UploadRefused('METADATA_INVALID', metadata.reason);
  const disagreement = checkAgreement({ filename, metadata, form: fields });
  if (disagreement !== null) throw new UploadRefused('METADATA_DISAGREES', disagreement);
  return {
    filename,
    metadata,
    metadataBytes,
    metadataSha256: createHash('sha256').update(metadataBytes).digest('hex'),
    normalizedName: normalizeProjectName(metadata.name),
  };
}

async function checkDigests(fields: UploadFields, file: ReceivedFile): Promise<void> {
  if (fields.digests.size === 0) {
    throw new UploadRefused('FORM_INVALID', 'The form needs a digest of the file: send "sha256_digest".');
  }
  for (const [name, claimed] of fields.digests) {
    const actual = await file.digest(name);
    if (actual !== claimed) {
      throw new UploadRefused(
        'DIGEST_MISMATCH',
        `The ${name} of the file is ${actual}, but the form says ${claimed}. Send it again.`,
      );
    }
  }
}

async function readMetadata(file: ReceivedFile, filename: DistributionFilename): Promise<Buffer> {
  try {
    return await readDistributionMetadata(
      Buffer.isBuffer(file.content) ? file.content : file.content.path,
      filename,
    );
  } catch (error) {
    if (error instanceof ArchiveInvalid) throw new UploadRefused('ARCHIVE_INVALID', error.message);
    throw error;
  }
}

/** The unique key of files. */
function fileNamed(filename: string, { index }: Upload) {
  return { indexId: index.id, filenameFold: filename.toLowerCase() };
}

/** @throws {UploadRefused} when the name is taken by other bytes, or was */
function isSameFile(present: File, file: ReceivedFile): true {
  if (present.deletedAt !== null) {
    throw new UploadRefused(
      'FILENAME_USED',
      `The file name ${quote(present.filename)} was used before and its file was deleted. Use another version or build number.`,
    );
  }
  if (present.filename !== file.filename || present.sha256 !== file.sha256) {
    throw new UploadRefused(
      'FILE_EXISTS',
      `File already exists: ${quote(present.filename)} with SHA-256 ${present.sha256}. Use another version or build number.`,
    );
  }
  return true;
}

async function store(world: World, file: ReceivedFile, distribution: Distribution): Promise<void> {
  const storeFile = Buffer.isBuffer(file.content)
    ? world.blobs.putBytes(file.sha256, file.content)
    : world.blobs.put(file.sha256, file.content);
  await Promise.all([
    storeFile,
    world.blobs.putBytes(distribution.metadataSha256, distribution.metadataBytes),
  ]);
}

async function commit(
  world: World,
  caller: Caller,
  upload: Upload,
  distribution: Distribution,
): Promise<Uploaded> {
  const { file } = upload;
  const { filename } = distribution.filename;
  const { result: isNew, serial } = await transact(world, async (write) => {
    const [present] = await write.find('File', fileNamed(filename, upload));
    await checkStillAllowed(world, write, caller, upload, distribution.normalizedName);
    if (present !== undefined && isSameFile(present, file)) return false;

    await keepBlobs(world, write, blobsOf(file, distribution));
    const row = await insertFile(world, write, caller.actor, upload.index.id, file, distribution);
    await record(world, write, caller, {
      action: 'file.uploaded',
      subject: {
        kind: 'file',
        id: row.id,
        name: filename,
        indexId: upload.index.id,
        ownerId: upload.index.ownerId,
      },
      detail: {
        project: distribution.metadata.name,
        version: distribution.metadata.version,
        sha256: file.sha256,
        sizeBytes: file.sizeBytes,
      },
    });
    write.touchProject(distribution.normalizedName);
    return true;
  });
  return { filename, sha256: file.sha256, isNew, serial };
}

function blobsOf(file: ReceivedFile, distribution: Distribution): WantedBlob[] {
  return [
    { sha256: file.sha256, sizeBytes: file.sizeBytes },
    { sha256: distribution.metadataSha256, sizeBytes: distribution.metadataBytes.length },
  ];
}

async function insertFile(
  world: World,
  write: Write,
  actor: Actor,
  indexId: string,
  file: ReceivedFile,
  { filename, metadata, metadataSha256, normalizedName }: Distribution,
): Promise<File> {
  const [knownProject] = await write.find('Project', { indexId, normalizedName });
  const project =
    knownProject ??
    (await write.create('Project', {
      id: newId(world),
      indexId,
      name: metadata.name,
      normalizedName,
      status: 'ACTIVE',
      createdAt: write.at,
    }));
  const projectId = project.id;
  const canonicalVersion = canonicalVersionOf(metadata.version);
  const [knownRelease] = await write.find('Release', { projectId, canonicalVersion });
  const release =
    knownRelease ??
    (await write.create('Release', {
      id: newId(world),
      projectId,
      version: metadata.version,
      canonicalVersion,
      summary: metadata.summary,
      createdAt: write.at,
    }));
  return write.create('File', {
    id: newId(world),
    indexId,
    projectId,
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
    uploadedById: actor.kind === 'user' || actor.kind === 'token' ? actor.user.id : null,
    uploadedTokenId: actor.kind === 'token' ? actor.credential.id : null,
  });
}

async function headSerial(world: World): Promise<bigint> {
  return (await world.readDb.logHead.findUniqueOrThrow({ where: { id: 'head' } })).serial;
}
