// Whether RECORD lists what a wheel holds: every file, with its size and a digest. A wheel that does not know itself
// installs with some installers, and not with others. Recording installed projects (PEP 376, 627), "The RECORD file".

import type { Archive } from '../../storage/archives.ts';
import { quote } from '../names.ts';

import type { Finding } from './findings.ts';

/** At most one finding: the first file that is wrong shows what happened. */
export function checkRecord(
  { members, digests }: Archive,
  record: string,
  folder: string,
): readonly Finding[] {
  const lines = linesOf(record);
  if (lines === null) return mismatch('is no list of files');
  const own = `${folder}/RECORD`;
  const listed = new Map(lines.map((line) => [line.path, line]));
  for (const { path, sizeBytes, kind } of members) {
    if (kind === 'FOLDER' || path === own || isSignature(path, own)) continue;
    const line = listed.get(path);
    if (line === undefined) return mismatch(`does not list ${quote(path)}`);
    if (line.size !== '' && Number(line.size) !== sizeBytes) {
      return mismatch(`has another size for ${quote(path)}`);
    }
    const [algorithm = '', digest = ''] = line.digest.split('=');
    if (!STRONG.has(algorithm) || digest === '') return mismatch(`has no strong digest of ${quote(path)}`);
    const actual = digests.get(path);
    if (actual !== undefined && algorithm === 'sha256' && actual !== digest) {
      return mismatch(`has another digest for ${quote(path)}`);
    }
  }
  const paths = new Set(members.map(({ path }) => path));
  const missing = lines.find(({ path }) => path !== own && !isSignature(path, own) && !paths.has(path));
  return missing === undefined ? [] : mismatch(`lists ${quote(missing.path)}, which is not there`);
}

const STRONG = new Set(['sha256', 'sha384', 'sha512']);

function isSignature(path: string, own: string): boolean {
  return path === `${own}.jws` || path === `${own}.p7s`;
}

function mismatch(how: string): readonly Finding[] {
  const text = `Its RECORD ${how}; build it again rather than changing it by hand.`;
  return [{ severity: 'STRICT', text }];
}

interface Line {
  readonly path: string;
  readonly digest: string;
  readonly size: string;
}

const QUOTED_OR_PLAIN = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n|$)/y;

/** Comma-separated values with three columns, as Python's `csv` reads them; null when it is something else. */
function linesOf(record: string): Line[] | null {
  const lines: Line[] = [];
  let columns: string[] = [];
  QUOTED_OR_PLAIN.lastIndex = 0;
  while (QUOTED_OR_PLAIN.lastIndex < record.length) {
    const found = QUOTED_OR_PLAIN.exec(record);
    if (found === null) return null;
    columns.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ',') continue;
    if (columns.length > 1 || columns[0] !== '') {
      const [path = '', digest = '', size = '', ...more] = columns;
      if (more.length > 0 || columns.length < 3) return null;
      lines.push({ path: path.replaceAll('\\', '/'), digest, size });
    }
    columns = [];
  }
  return columns.length === 0 ? lines : null;
}
