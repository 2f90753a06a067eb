// What an uploaded file is, found out before any row is looked at: its name, digests, archive and metadata, whether they
// agree, and what the index's checks say of it all.

import { createHash } from 'node:crypto';
import type { UploadChecks } from '../../storage/_generated/sqlite/client.ts';
import { UploadRefused } from '../errors.ts';
import { readContents, type Contents } from './archives.ts';
import { normalizeProjectName, parseFilename, type DistributionFilename } from './filenames.ts';
import { refusalAmong, warningsAmong, type Finding } from './findings.ts';
import { checkLicenseFiles } from './license-files.ts';
import { ArchiveInvalid, checkAgreement, parseMetadata, type CoreMetadata } from './metadata.ts';
import { checkMetadata } from './metadata-rules.ts';
import type { ReceivedFile } from './receive.ts';
import type { UploadFields } from './upload-form.ts';

export interface Distribution {
  readonly filename: DistributionFilename;
  readonly metadata: CoreMetadata;
  readonly metadataBytes: Buffer;
  readonly metadataSha256: string;
  readonly normalizedName: string;
  /** Sentences for the person who uploads, of what is wrong and was let through. */
  readonly warnings: readonly string[];
}

/** @throws {UploadRefused} */
export async function examine(
  fields: UploadFields,
  file: ReceivedFile,
  checks: UploadChecks,
): Promise<Distribution> {
  const filename = parseFilename(file.filename, fields.name);
  if (!filename.ok) throw new UploadRefused('FILENAME_INVALID', filename.reason);
  await checkDigests(fields, file);
  const contents = await open(file, filename, checks);
  const metadata = parseMetadata(contents.metadata);
  if (!metadata.ok) throw new UploadRefused('METADATA_INVALID', metadata.reason);
  const disagreement = checkAgreement({ filename, metadata, form: fields });
  if (disagreement !== null) throw new UploadRefused('METADATA_DISAGREES', disagreement);
  const aboutMetadata = checkMetadata(metadata);
  const aboutArchive = [...contents.findings, ...checkLicenseFiles(metadata, contents)];
  refuseFor('METADATA_INVALID', aboutMetadata, checks);
  refuseFor('ARCHIVE_INVALID', aboutArchive, checks);
  return {
    filename,
    metadata,
    metadataBytes: contents.metadata,
    metadataSha256: createHash('sha256').update(contents.metadata).digest('hex'),
    normalizedName: normalizeProjectName(metadata.name),
    warnings: warningsAmong([...aboutArchive, ...aboutMetadata]),
  };
}

async function checkDigests(fields: UploadFields, file: ReceivedFile): Promise<void> {
  if (fields.digests.size === 0) {
    throw new UploadRefused('FORM_INVALID', 'Include at least one message digest. Send "sha256_digest".');
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

async function open(
  { content }: ReceivedFile,
  filename: DistributionFilename,
  checks: UploadChecks,
): Promise<Contents> {
  try {
    const source = Buffer.isBuffer(content) ? content : content.path;
    return await readContents(source, filename, { withDigests: checks === 'STRICT' });
  } catch (error) {
    if (error instanceof ArchiveInvalid) throw new UploadRefused('ARCHIVE_INVALID', error.message);
    throw error;
  }
}

/** @throws {UploadRefused} */
function refuseFor(
  code: 'ARCHIVE_INVALID' | 'METADATA_INVALID',
  findings: readonly Finding[],
  checks: UploadChecks,
): void {
  const refusal = refusalAmong(findings, checks);
  if (refusal === null) return;
  const isOfIndex = refusal.severity === 'STRICT' ? ' This index has strict checks.' : '';
  throw new UploadRefused(code, refusal.text + isOfIndex);
}
