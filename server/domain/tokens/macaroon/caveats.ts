// What a caveat says, from the bytes that were signed: the arrays and the older objects that PyPI's tools write, and the
// `name=value` of devpi. What is not understood whole is not understood, and no caveat is ever passed over.

export type Caveat =
  /** Seconds since 1970, half open; null sets no bound. */
  | { readonly kind: 'times'; readonly notBefore: number | null; readonly expires: number | null }
  /** As they were spelled; to be compared normalised. */
  | { readonly kind: 'projects'; readonly names: readonly string[] }
  | { readonly kind: 'projectIds'; readonly ids: readonly string[] }
  /** Null: whoever owns the token. */
  | { readonly kind: 'user'; readonly id: string | null }
  /** A trusted publisher, of which there are none here. */
  | { readonly kind: 'publisher'; readonly id: string }
  | { readonly kind: 'permissions'; readonly words: readonly DevpiPermission[] }
  | { readonly kind: 'indexes'; readonly paths: readonly string[] };

/** Those that devpi has; what is about users it never lets a token do. */
export const DEVPI_PERMISSIONS = [
  'del_entry',
  'del_project',
  'del_verdata',
  'index_create',
  'index_delete',
  'index_modify',
  'pkg_read',
  'toxresult_upload',
  'upload',
  'user_create',
  'user_delete',
  'user_login',
  'user_modify',
] as const;
export type DevpiPermission = (typeof DEVPI_PERMISSIONS)[number];

/** The last second that a Date can hold. */
const LAST_SECOND = 8_640_000_000_000;

/** Null for whatever does not say one thing we know, in one of the ways we know. */
export function readCaveat(bytes: Buffer): Caveat | null {
  const text = textOf(bytes);
  if (text === null) return null;
  return /^[[{]/.test(text) ? jsonCaveat(text) : devpiCaveat(text);
}

function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function jsonCaveat(text: string): Caveat | null {
  const value = parseJson(text);
  if (!Array.isArray(value)) return legacyCaveat(value);
  const [tag, ...fields] = value as unknown[];
  switch (tag) {
    case 0:
      return fields.length === 2 ? timesOf(fields[1], fields[0]) : null;
    case 1:
      return fields.length === 1 ? projectsOf(fields[0]) : null;
    case 2:
      return fields.length === 1 ? projectIdsOf(fields[0]) : null;
    case 3:
      return fields.length === 1 && isUuid(fields[0]) ? { kind: 'user', id: fields[0] } : null;
    case 4:
      return fields.length === 2 && isUuid(fields[0]) && isClaims(fields[1])
        ? { kind: 'publisher', id: fields[0] }
        : null;
    default:
      return null;
  }
}

/** What PyPI wrote before there were arrays. */
function legacyCaveat(value: unknown): Caveat | null {
  if (hasExactly(value, 'exp', 'nbf')) return timesOf(value.nbf, value.exp);
  if (hasExactly(value, 'project_ids')) return projectIdsOf(value.project_ids);
  if (!hasExactly(value, 'permissions', 'version') || value.version !== 1) return null;
  if (value.permissions === 'user') return { kind: 'user', id: null };
  return hasExactly(value.permissions, 'projects') ? projectsOf(value.permissions.projects) : null;
}

function devpiCaveat(text: string): Caveat | null {
  const [, name, value = ''] = /^([a-z_]+)=([!-~]+)$/.exec(text) ?? [];
  switch (name) {
    case 'allowed': {
      const words = value.split(',');
      return words.every(isDevpiPermission) ? { kind: 'permissions', words } : null;
    }
    case 'indexes': {
      const paths = value.split(',');
      return paths.every((path) => /^[a-z0-9._-]{1,50}\/[a-z0-9._-]{1,50}$/.test(path))
        ? { kind: 'indexes', paths }
        : null;
    }
    case 'projects':
      return projectsOf(value.split(','));
    case 'expires':
      if (value === 'never') return { kind: 'times', notBefore: null, expires: null };
      return /^\d{1,13}$/.test(value) ? boundsOf(null, Number(value)) : null;
    case 'not_before':
      return /^\d{1,13}$/.test(value) ? boundsOf(Number(value), null) : null;
    default:
      return null;
  }
}

/**
 * Undefined for what is no JSON, and for what JSON takes and drops or changes: a key that is there twice, 1.0 for 1.
 * White space apart, a text has to be what its value is written as.
 */
function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    const bare = text.replace(
      /("(?:[^"\\]|\\.)*")|[ \t\r\n]+/g,
      (_, string: string | undefined) => string ?? '',
    );
    return JSON.stringify(value) === bare ? value : undefined;
  } catch {
    return undefined;
  }
}

function timesOf(notBefore: unknown, expires: unknown): Caveat | null {
  return Number.isSafeInteger(notBefore) && Number.isSafeInteger(expires)
    ? boundsOf(notBefore as number, expires as number)
    : null;
}

function boundsOf(notBefore: number | null, expires: number | null): Caveat | null {
  const isTime = (second: number | null) => second === null || (second >= 0 && second <= LAST_SECOND);
  return isTime(notBefore) && isTime(expires) ? { kind: 'times', notBefore, expires } : null;
}

function projectsOf(names: unknown): Caveat | null {
  const isName = (name: unknown): name is string =>
    typeof name === 'string' && /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(name);
  return isListOf(names, isName) ? { kind: 'projects', names } : null;
}

function projectIdsOf(ids: unknown): Caveat | null {
  return isListOf(ids, isUuid) ? { kind: 'projectIds', ids } : null;
}

function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is Item[] {
  return Array.isArray(value) && value.length > 0 && value.every(isItem);
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}

/** What a publisher said of itself: nothing, or an object without objects in it. */
function isClaims(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  return Object.values(value).every((claim) => claim === null || typeof claim !== 'object');
}

function isDevpiPermission(word: string): word is DevpiPermission {
  return (DEVPI_PERMISSIONS as readonly string[]).includes(word);
}

function hasExactly<Key extends string>(value: unknown, ...keys: Key[]): value is Record<Key, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).sort().join() === keys.sort().join();
}
