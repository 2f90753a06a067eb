// Whether the files that License-File names are there: below `licenses/` in a wheel, from the top in a source
// distribution. PEP 639, "Add License-File field".

import { posix } from 'node:path';
import { quote } from '../names.ts';
import type { Contents } from './archives.ts';
import type { Finding } from './findings.ts';
import type { CoreMetadata } from './metadata.ts';

/** Before 2.4 builders put them where they liked. */
const SINCE = '2.4';

export function checkLicenseFiles(
  { all, metadataVersion }: CoreMetadata,
  { paths, folder }: Pick<Contents, 'paths' | 'folder'>,
): readonly Finding[] {
  if (metadataVersion < SINCE) return [];
  const place = folder.endsWith('.dist-info') ? `${folder}/licenses` : folder;
  const missing = (all.get('license-file') ?? []).find((path) => !paths.has(posix.join(place, path)));
  if (missing === undefined) return [];
  const text = `The License-File ${quote(missing)} is not in the archive, below ${quote(place)}.`;
  return [{ severity: 'STRICT', text }];
}
