// What a source distribution holds: PKG-INFO in its one top folder, and links that stay within it.
// Source distribution format (PEP 625, 643), "Source distribution archive features".

import { posix } from 'node:path';

import type { Archive } from '../../storage/archives.ts';
import { quote } from '../names.ts';

import { normalizeProjectName, type SdistFilename } from './filenames.ts';
import type { Finding } from './findings.ts';
import { normalizedVersion } from './versions.ts';

/** In the top folder, which builders call as they like; some write `./` before it. */
export const SDIST_METADATA = /^(\.\/)*(?!\.{1,2}\/)[^/]+\/PKG-INFO$/;

/** The folder that holds the one PKG-INFO, or why there is none. */
export function sdistTop({ wanted }: Archive): string | { readonly why: string } {
  const [only, another] = wanted;
  if (only === undefined) {
    return { why: 'It has no PKG-INFO in its top folder; build it with a current build tool.' };
  }
  if (another !== undefined) {
    return { why: 'It has more than one PKG-INFO in its top folder; build it in an empty folder.' };
  }
  return only.path.slice(0, -'/PKG-INFO'.length);
}

/** Of an archive whose top is known. */
export function checkSdist({ members }: Archive, filename: SdistFilename, top: string): readonly Finding[] {
  const findings: Finding[] = [];
  const folder = posix.normalize(top);
  const outside = members.find(({ path }) => !/^\.\/?$/.test(path) && !isWithin(path, folder));
  if (outside !== undefined) {
    const text = `It holds ${quote(outside.path)} beside its top folder ${quote(folder)}; installers want one folder.`;
    findings.push({ severity: 'STRICT', text });
  }
  const leading = members.find(
    ({ path, kind, target }) =>
      kind === 'LINK' && (target === null || !isWithin(targetOf(path, target), folder)),
  );
  if (leading !== undefined) {
    const text = `The link ${quote(leading.path)} leads out of its top folder; put the file itself there.`;
    findings.push({ severity: 'REFUSE', text });
  }
  const canonical = `${normalizeProjectName(filename.name).replaceAll('-', '_')}-${normalizedVersion(filename.version)}`;
  if (filename.filename !== `${canonical}.tar.gz`) {
    const text = `Its name is not ${quote(`${canonical}.tar.gz`)}, as PEP 625 has it; build it with a current build tool.`;
    findings.push({ severity: 'STRICT', text });
  } else if (folder !== canonical) {
    const text = `Its top folder is ${quote(folder)}, not ${quote(canonical)}, as PEP 625 has it.`;
    findings.push({ severity: 'STRICT', text });
  }
  return findings;
}

/** A hard link names its target from the top of the archive, a symbolic one from where it stands. */
function targetOf(path: string, target: string): string {
  if (target.startsWith('/')) return posix.normalize(target.slice(1));
  return posix.join(posix.dirname(path), target);
}

function isWithin(path: string, folder: string): boolean {
  const normal = posix.normalize(path);
  return normal === folder || normal.startsWith(`${folder}/`);
}
