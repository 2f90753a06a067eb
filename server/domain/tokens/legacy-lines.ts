// The lines of an import, one JSON object for each token of another system, as far as they can be judged without the
// database: `{ id, user, index, scope, hash, expires, label }`. Pure.

import type { Scope } from './scope.ts';

/** The scopes of the other system. */
const SCOPES_OF: Readonly<Record<string, readonly Scope[]>> = {
  read: ['index:read'],
  upload: ['index:read', 'index:upload'],
};

export interface LegacyLine {
  /** From 1. */
  readonly line: number;
  /** Between `adm_` and the dot. */
  readonly id: string;
  readonly user: string;
  /** A path. */
  readonly index: string;
  readonly scopes: readonly Scope[];
  /** SHA-256 of the secret, hex. */
  readonly hash: string;
  readonly expiresAt: Date | null;
  readonly label: string | null;
}

export interface LineMistake {
  readonly line: number;
  readonly sentence: string;
}

/** Empty lines are passed over. */
export function readLegacyLines(text: string): { lines: LegacyLine[]; mistakes: LineMistake[] } {
  const lines: LegacyLine[] = [];
  const mistakes: LineMistake[] = [];
  const lineOfId = new Map<string, number>();
  for (const [place, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const line = place + 1;
    const read = readLine(line, written);
    if (typeof read === 'string') mistakes.push({ line, sentence: read });
    else if (lineOfId.has(read.id)) {
      mistakes.push({ line, sentence: `Its id is that of line ${lineOfId.get(read.id)} already.` });
    } else {
      lineOfId.set(read.id, line);
      lines.push(read);
    }
  }
  return { lines, mistakes };
}

const MEMBERS = ['id', 'user', 'index', 'scope', 'hash', 'expires', 'label'];

/** The sentence for its first mistake. It never repeats what was written: a secret may stand in the wrong place. */
function readLine(line: number, written: string): LegacyLine | string {
  const row = objectIn(written);
  if (row === null) return 'This is no JSON object.';
  const strange = Object.keys(row).find((member) => !MEMBERS.includes(member));
  if (strange !== undefined) return `Only ${MEMBERS.join(', ')} are known here.`;
  const { id, user, index, scope, hash, expires = null, label = null } = row;
  if (!isText(id) || !/^[A-Za-z0-9_-]{20,32}$/.test(id)) {
    return 'id has to be what stands between adm_ and the dot: 20 to 32 of A-Z, a-z, 0-9, _ and -.';
  }
  if (!isText(user) || !isText(index)) return 'user and index have to be a name and a path, owner/name.';
  const scopes = isText(scope) && Object.hasOwn(SCOPES_OF, scope) ? SCOPES_OF[scope] : undefined;
  if (scopes === undefined) return 'scope has to be read or upload.';
  if (!isText(hash) || !/^[0-9a-f]{64}$/i.test(hash)) {
    return 'hash has to be SHA-256 of the secret, 64 hexadecimal digits.';
  }
  const expiresAt = momentIn(expires);
  if (expiresAt === undefined) {
    return 'expires has to be seconds since 1970, a time like 2026-11-22T18:49:00Z, or null for never.';
  }
  if (label !== null && !isLabel(label)) {
    return 'label has to be 1 to 100 characters, no control characters among them, or null.';
  }
  return { line, id, user, index, scopes, hash: hash.toLowerCase(), expiresAt, label: label?.trim() ?? null };
}

function objectIn(written: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** PostgreSQL takes no NUL in a text, and fails. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('\0');
}

function isLabel(value: unknown): value is string {
  return isText(value) && value.trim() !== '' && value.trim().length <= 100 && !/\p{Cc}/u.test(value);
}

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;
/** The end of the year 9999, up to which both databases count. */
const LAST_SECOND = 253_402_300_799;

/** Undefined when it is none. */
function momentIn(value: unknown): Date | null | undefined {
  if (value === null) return null;
  if (typeof value === 'number') {
    return value > 0 && value <= LAST_SECOND ? new Date(Math.floor(value * 1000)) : undefined;
  }
  if (!isText(value) || !RFC_3339.test(value)) return undefined;
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
