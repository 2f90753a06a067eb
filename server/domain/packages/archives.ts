// Which member of a distribution is its metadata, and that there is exactly one: `{name}-{version}.dist-info/METADATA`
// in a wheel, `{name}-{version}/PKG-INFO` in a source distribution. Reading archives is `storage/archives.ts`, reading
// the metadata is `metadata.ts`. Binary distribution format (PEP 427), source distribution format (PEP 643).

import { ArchiveUnreadable, readMembers } from '../../storage/archives.ts';
import { quote } from '../names.ts';

import { normalizeProjectName, type DistributionFilename } from './filenames.ts';
import { ArchiveInvalid } from './metadata.ts';

/**
 * METADATA or PKG-INFO byte for byte, at most 16 MiB. The source is the path of the archive, or its bytes.
 * @throws {ArchiveInvalid} and nothing else for whatever is wrong with the archive
 */
export async function readDistributionMetadata(
  source: string | Buffer,
  filename: DistributionFilename,
): Promise<Buffer> {
  const format = filename.kind === 'WHEEL' ? 'ZIP' : filename.format;
  const isMetadata = (path: string) => METADATA_PATH[filename.kind].test(path);
  const [only, another] = await readMembers(source, format, isMetadata).catch((error: unknown) => {
    throw error instanceof ArchiveUnreadable ? refusal(filename, error.message) : error;
  });

  const wanted = WANTED[filename.kind];
  if (only === undefined) throw refusal(filename, `It has no ${wanted}; build it with a current build tool.`);
  if (another !== undefined)
    throw refusal(filename, `It has more than one ${wanted}; build it in an empty folder.`);
  if (filename.kind === 'WHEEL' && !belongsTo(filename.name, only.path)) {
    throw refusal(
      filename,
      `It holds ${quote(only.path)}, of another project; build it again, do not rename it.`,
    );
  }
  return only.bytes;
}

const METADATA_PATH = {
  WHEEL: /^[^/]+\.dist-info\/METADATA$/,
  SDIST: /^(\.\/)*(?!\.{1,2}\/)[^/]+\/PKG-INFO$/,
} as const;

const WANTED = { WHEEL: '.dist-info/METADATA', SDIST: 'PKG-INFO in its top folder' } as const;

/** As installers choose the folder; the folder of a source distribution is called as its builder liked. */
function belongsTo(projectName: string, path: string): boolean {
  return normalizeProjectName(path).startsWith(`${normalizeProjectName(projectName)}-`);
}

function refusal(filename: DistributionFilename, why: string): ArchiveInvalid {
  const form = filename.kind === 'WHEEL' ? 'wheel' : 'source distribution';
  return new ArchiveInvalid(`The ${form} ${quote(filename.filename)} cannot be used. ${why}`);
}
