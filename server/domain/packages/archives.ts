// A distribution as an archive: which member is its metadata and that there is exactly one, and what else it has to hold.
// Reading archives is `storage/archives.ts`, reading the metadata is `metadata.ts`; what is particular to one form
// stands in `wheel-rules.ts` and `sdist-rules.ts`.
// Binary distribution format (PEP 427), source distribution format (PEP 625, 643).

import { ArchiveUnreadable } from '../../storage/archive-bytes.ts';
import { readArchive, type Archive } from '../../storage/archives.ts';
import { quote } from '../names.ts';

import type { DistributionFilename } from './filenames.ts';
import type { Finding } from './findings.ts';
import { ArchiveInvalid } from './metadata.ts';
import { checkSdist, SDIST_METADATA, sdistTop } from './sdist-rules.ts';
import { checkWheel, distInfoOf, WHEEL_FILES } from './wheel-rules.ts';

export interface Contents {
  /** METADATA or PKG-INFO byte for byte, at most 16 MiB. */
  readonly metadata: Buffer;
  /** The folder that it stands in. */
  readonly folder: string;
  /** Of all files. */
  readonly paths: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/**
 * The source is the path of the archive, or its bytes. With digests, everything is unpacked and compared with RECORD.
 * @throws {ArchiveInvalid} and nothing else for whatever is wrong with the archive
 */
export async function readContents(
  source: string | Buffer,
  filename: DistributionFilename,
  { withDigests }: { readonly withDigests: boolean },
): Promise<Contents> {
  const isWheel = filename.kind === 'WHEEL';
  const pattern = isWheel ? WHEEL_FILES : SDIST_METADATA;
  const archive = await readArchive(source, {
    format: isWheel ? 'ZIP' : filename.format,
    isWanted: (path) => pattern.test(path),
    withDigests: isWheel && withDigests,
  }).catch((error: unknown) => {
    throw error instanceof ArchiveUnreadable ? refusal(filename, error.message) : error;
  });
  const folder = isWheel ? distInfoOf(archive, filename) : sdistTop(archive);
  if (typeof folder !== 'string') throw refusal(filename, folder.why);
  const name = isWheel ? 'METADATA' : 'PKG-INFO';
  return {
    metadata: archive.wanted.find(({ path }) => path === `${folder}/${name}`)!.bytes,
    folder,
    paths: new Set(archive.members.filter(({ kind }) => kind !== 'FOLDER').map(({ path }) => path)),
    findings: [
      ...oddities(archive),
      ...(isWheel ? checkWheel(archive, filename, folder) : checkSdist(archive, filename, folder)),
    ].map((finding) => ({ ...finding, text: about(filename, finding.text) })),
  };
}

/** The metadata alone. @throws {ArchiveInvalid} */
export async function readDistributionMetadata(
  source: string | Buffer,
  filename: DistributionFilename,
): Promise<Buffer> {
  return (await readContents(source, filename, { withDigests: false })).metadata;
}

function oddities({ oddities: odd }: Archive): readonly Finding[] {
  return odd.map((what) => ({ severity: 'STRICT', text: `It ${what}, which not all readers take.` }));
}

function about(filename: DistributionFilename, why: string): string {
  const form = filename.kind === 'WHEEL' ? 'wheel' : 'source distribution';
  return `The ${form} ${quote(filename.filename)} needs a look. ${why}`;
}

function refusal(filename: DistributionFilename, why: string): ArchiveInvalid {
  const form = filename.kind === 'WHEEL' ? 'wheel' : 'source distribution';
  return new ArchiveInvalid(`The ${form} ${quote(filename.filename)} cannot be used. ${why}`);
}
