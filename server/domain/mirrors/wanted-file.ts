// Which part of which file of an upstream is wanted, under which name it is kept here, and what is known of its bytes.

import { normalizeProjectName } from '../packages/filenames.ts';
import type { MirroredFile } from './page.ts';
import type { MirrorSettings } from './settings.ts';

/** The sidecar of a wheel holds its METADATA. */
export type FilePart = 'file' | 'sidecar';

export interface Wanted {
  readonly mirror: MirrorSettings;
  readonly file: MirroredFile;
  readonly part: FilePart;
  readonly filename: string;
  readonly project: string;
  readonly sha256: string | null;
  readonly key: string;
}

export function wantedOf(mirror: MirrorSettings, file: MirroredFile, part: FilePart): Wanted {
  const sha256 = part === 'file' ? file.sha256 : file.metadataSha256;
  const filename = part === 'file' ? file.filename : `${file.filename}.metadata`;
  return {
    mirror,
    file,
    part,
    filename,
    project: projectOf(file),
    sha256,
    key: `${mirror.indexId} ${file.address} ${sha256} ${filename}`,
  };
}

function projectOf({ kind, filename, version }: MirroredFile): string {
  const end = kind === 'WHEEL' ? filename.indexOf('-') : filename.lastIndexOf(`-${version}.`);
  return normalizeProjectName(filename.slice(0, end));
}
