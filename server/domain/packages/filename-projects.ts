// Of which projects a file name may be, when only the name is at hand. That of a source distribution leaves it open:
// `acme-1-1.tar.gz` is version 1 of `acme-1`, and version 1-1 of `acme`. Pure.

import { isProjectName, normalizeProjectName, parseFilename } from './filenames.ts';
import { isVersion } from './versions.ts';

const MOST = 5;

/** Normalised; those with the longer names first, and at most five. */
export function projectsInFilename(filename: string): string[] {
  const parsed = parseFilename(filename);
  if (parsed.ok && parsed.kind === 'WHEEL') return [normalizeProjectName(parsed.name)];
  const stem = /^(.+)\.(?:tar\.gz|zip)$/.exec(filename)?.[1] ?? '';
  const found = new Set<string>();
  for (
    let dash = stem.lastIndexOf('-');
    dash > 0 && found.size < MOST;
    dash = stem.lastIndexOf('-', dash - 1)
  ) {
    const name = stem.slice(0, dash);
    if (isProjectName(name) && isVersion(stem.slice(dash + 1))) found.add(normalizeProjectName(name));
  }
  return [...found];
}
