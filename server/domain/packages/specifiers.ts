// Version specifiers: what `>=3.8,<4` means, and which versions satisfy it (PEP 440, "Version specifiers").

import { canonicalVersion, compareVersions, parseVersion, releaseOf, type Version } from './versions.ts';

export type Operator = '===' | '==' | '!=' | '~=' | '<=' | '>=' | '<' | '>';

export interface Specifier {
  readonly operator: Operator;
  /** Without the `.*` of a prefix. */
  readonly version: string;
  /** `==1.4.*` and `!=1.4.*`. */
  readonly isPrefix: boolean;
}

/** Far above what projects write. */
const MAX_CHARACTERS = 10_000;

/** Specifiers with commas between them, all of which have to hold; null when it is none. An empty text is no limit. */
export function parseSpecifiers(text: string): readonly Specifier[] | null {
  if (text.length > MAX_CHARACTERS) return null;
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const specifiers = parts.map(parseSpecifier);
  return specifiers.every((specifier) => specifier !== null) ? specifiers : null;
}

/** Whether all hold for a version; pre-releases count like all others. What is no version satisfies `===` alone. */
export function satisfies(version: string, specifiers: readonly Specifier[]): boolean {
  const parsed = parseVersion(version);
  return specifiers.every((specifier) =>
    specifier.operator === '==='
      ? version.toLowerCase() === specifier.version.toLowerCase()
      : parsed !== null && HOLDS[specifier.operator](parsed, version, specifier),
  );
}

type Test = (candidate: Version, version: string, specifier: Specifier) => boolean;

const HOLDS: Record<Exclude<Operator, '==='>, Test> = {
  '==': isEqual,
  '!=': (candidate, version, specifier) => !isEqual(candidate, version, specifier),
  '~=': isCompatible,
  '<=': (_, version, specifier) => compareVersions(publicPart(version), specifier.version) <= 0,
  '>=': (_, version, specifier) => compareVersions(publicPart(version), specifier.version) >= 0,
  '<': isBefore,
  '>': isAfter,
};

function isEqual(candidate: Version, version: string, specifier: Specifier): boolean {
  if (specifier.isPrefix) {
    const prefix = releaseOf(specifier.version);
    return epochOf(specifier.version) === candidate.epoch && beginsWith(releaseOf(version), prefix);
  }
  const compared = specifier.version.includes('+') ? version : publicPart(version);
  return canonicalVersion(compared) === canonicalVersion(specifier.version);
}

/** `~=1.4.2` is `>=1.4.2` and `==1.4.*`. */
function isCompatible(candidate: Version, version: string, specifier: Specifier): boolean {
  return (
    compareVersions(publicPart(version), specifier.version) >= 0 &&
    epochOf(specifier.version) === candidate.epoch &&
    beginsWith(releaseOf(version), releaseOf(specifier.version).slice(0, -1))
  );
}

/** `<3` leaves out the pre-releases of 3 itself, of which `3.dev0` is the first, unless it names one. */
function isBefore(_: Version, version: string, { version: limit }: Specifier): boolean {
  const first = isPreRelease(parseVersion(limit)!) ? limit : `${limit}.dev0`;
  return compareVersions(version, first) < 0;
}

/** `>3` leaves out the post-releases of 3 itself, unless it names one, and its local versions always. */
function isAfter(candidate: Version, version: string, specifier: Specifier): boolean {
  if (compareVersions(version, specifier.version) <= 0) return false;
  const isOfLimit = candidate.post !== null && parseVersion(specifier.version)!.post === null;
  return !(isOfLimit && sameBase(version, specifier.version)) && !isLocalOf(version, specifier.version);
}

function isPreRelease({ pre, dev }: Version): boolean {
  return pre !== null || dev !== null;
}

function isLocalOf(version: string, limit: string): boolean {
  return version.includes('+') && canonicalVersion(publicPart(version)) === canonicalVersion(limit);
}

/** Epoch and release alone. */
function sameBase(a: string, b: string): boolean {
  return baseOf(a) === baseOf(b);
}

function baseOf(version: string): string {
  return `${epochOf(version)}!${parseVersion(version)!.release.join('.')}`;
}

function epochOf(version: string): string {
  return parseVersion(version)?.epoch ?? '0';
}

function publicPart(version: string): string {
  return version.split('+')[0]!;
}

/** What is missing counts as zero. */
function beginsWith(release: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((number, place) => number === (release[place] ?? '0'));
}

const NUMBERS = 'v?(?:[0-9]+!)?[0-9]+(?:\\.[0-9]+)*';
const PRE = '(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?[0-9]*)?';
const POST = '(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?';
const DEV = '(?:[-_.]?dev[-_.]?[0-9]*)?';
const LOCAL = '(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?';
/** One specifier, as the source of a regular expression that ignores case. */
export const SPECIFIER = [
  '===\\s*[^\\s;)]*',
  `(?:==|!=)\\s*${NUMBERS}(?:\\.\\*|${PRE}${POST}${DEV}${LOCAL})`,
  `~=\\s*v?(?:[0-9]+!)?[0-9]+(?:\\.[0-9]+)+${PRE}${POST}${DEV}`,
  `(?:<=|>=|<|>)\\s*${NUMBERS}${PRE}${POST}${DEV}`,
].join('|');
const WHOLE_SPECIFIER = new RegExp(`^(?:${SPECIFIER})$`, 'i');

function parseSpecifier(text: string): Specifier | null {
  return WHOLE_SPECIFIER.test(text) ? specifierOf(text) : null;
}

function specifierOf(text: string): Specifier {
  const operator = /^(?:===|[=!~<>]=|[<>])/.exec(text)![0] as Operator;
  const version = text.slice(operator.length).trim();
  const isPrefix = operator !== '===' && version.endsWith('.*');
  return { operator, version: isPrefix ? version.slice(0, -2) : version, isPrefix };
}
