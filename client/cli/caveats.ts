/**
 * How a holder narrows an attenuable token, in the caveats that existing tools write too: PyPI's arrays for times and
 * projects, devpi's `name=value` for the rest. And what a caveat says, in words.
 */
import {
  DEVPI_PERMISSIONS,
  readCaveat,
  type Caveat,
  type DevpiPermission,
} from '../../server/domain/tokens/macaroon/caveats.ts';
import { UsageError } from './exit-codes.ts';
import { formatTime } from './output.ts';

export interface Narrowing {
  /** Written owner/name. */
  indexes: readonly string[];
  projects: readonly string[];
  /** read, upload, or words of devpi. */
  allowed: readonly string[];
  /** RFC 3339; null sets no bound. */
  expires: string | null;
  notBefore: string | null;
}

const WORDS: Record<string, DevpiPermission> = { read: 'pkg_read', upload: 'upload' };

/** One for each thing that is narrowed. @throws UsageError for what no server would understand */
export function caveatsOf({ indexes, projects, allowed, expires, notBefore }: Narrowing): string[] {
  const caveats = [
    ...(allowed.length === 0 ? [] : [`allowed=${listOf(allowed.map(permissionOf))}`]),
    ...(indexes.length === 0 ? [] : [`indexes=${listOf(indexes)}`]),
    ...(projects.length === 0 ? [] : [JSON.stringify([1, sorted(projects.map(normalised))])]),
    ...timesOf(secondsOf(notBefore, Math.ceil), secondsOf(expires, Math.floor)),
  ];
  const strange = caveats.find((caveat) => readCaveat(Buffer.from(caveat)) === null);
  if (strange === undefined) return caveats;
  throw new UsageError(
    strange.startsWith('indexes=')
      ? '--index: write an index as owner/name, in lower case.'
      : '--project: write a whole project name; here no * stands for an end.',
  );
}

/** For people, about one caveat. */
export function meaningOf(bytes: Buffer): string {
  const caveat = readCaveat(bytes);
  return caveat === null ? 'something that is not understood, so it is refused everywhere' : inWords(caveat);
}

function inWords(caveat: Caveat): string {
  switch (caveat.kind) {
    case 'times':
      return spanInWords(caveat.notBefore, caveat.expires);
    case 'projects':
      return `the projects ${caveat.names.join(', ')}`;
    case 'projectIds':
      return `the projects with the ids ${caveat.ids.join(', ')}`;
    case 'user':
      return caveat.id === null ? 'its owner' : `the user with the id ${caveat.id}`;
    case 'publisher':
      return 'a trusted publisher, of which there are none here, so it is refused everywhere';
    case 'permissions':
      return `the permissions ${caveat.words.join(', ')}`;
    case 'indexes':
      return `the indexes ${caveat.paths.join(', ')}`;
  }
}

function spanInWords(notBefore: number | null, expires: number | null): string {
  const from = notBefore === null ? null : `from ${momentOf(notBefore)}`;
  const until = expires === null ? null : `until ${momentOf(expires)}`;
  return [from, until].filter((bound) => bound !== null).join(' ') || 'any time';
}

function momentOf(seconds: number): string {
  return formatTime(new Date(seconds * 1000).toISOString(), '');
}

/** PyPI's array has both bounds or is none. */
function timesOf(notBefore: number | null, expires: number | null): string[] {
  if (notBefore !== null && expires !== null) return [JSON.stringify([0, expires, notBefore])];
  if (expires !== null) return [`expires=${expires}`];
  return notBefore === null ? [] : [`not_before=${notBefore}`];
}

function permissionOf(word: string): DevpiPermission {
  const permission = WORDS[word] ?? DEVPI_PERMISSIONS.find((known) => known === word);
  if (permission !== undefined) return permission;
  throw new UsageError(`--allow: "${word}" is not one of read, upload and ${DEVPI_PERMISSIONS.join(', ')}.`);
}

/** PEP 503. */
function normalised(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

/** Whole seconds, rounded so that it never reaches further than was asked for. */
function secondsOf(moment: string | null, round: (seconds: number) => number): number | null {
  return moment === null ? null : round(Date.parse(moment) / 1000);
}

function listOf(items: readonly string[]): string {
  return sorted(items).join(',');
}

function sorted(items: readonly string[]): string[] {
  return [...new Set(items)].sort();
}
