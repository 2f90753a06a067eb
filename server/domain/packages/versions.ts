// PEP 440: what a version is, its canonical form, and the order of versions (packaging.python.org, "Version specifiers").
// Written here because the identity of a release depends on it: @renovatebot/pep440 reads every number as a float, so
// that `1.0+1e5` is `1.0+100000` to it and two nightly builds numbered by date and time are one.

const GRAMMAR = new RegExp(
  [
    '^v?(?:(?<epoch>[0-9]+)!)?(?<release>[0-9]+(?:\\.[0-9]+)*)',
    '(?:[-_.]?(?<pre>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preNumber>[0-9]*))?',
    '(?:-(?<postAlone>[0-9]+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postNumber>[0-9]*))?',
    '(?:[-_.]?(?<dev>dev)[-_.]?(?<devNumber>[0-9]*))?',
    '(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$',
  ].join(''),
  'i',
);

/** A number as its decimal digits without leading zeros: it may be longer than any integer type. */
type Digits = string;

export interface Version {
  readonly epoch: Digits;
  /** Without trailing zeros; never empty. */
  readonly release: readonly Digits[];
  readonly pre: { readonly letter: 'a' | 'b' | 'rc'; readonly number: Digits } | null;
  readonly post: Digits | null;
  readonly dev: Digits | null;
  readonly local: readonly string[];
}

/** A version is part of a file name; a longer text is none, and is never handed to the grammar. */
const MAX_LENGTH = 255;

export function isVersion(text: string): boolean {
  return text.length <= MAX_LENGTH && GRAMMAR.test(text);
}

/**
 * The one spelling that all equal versions share: `v1.0.0-Alpha` is `1a0`. Epoch and local part are kept, trailing
 * zeros of the release are not. A text that is no version stands for itself, so it equals nothing else.
 */
export function canonicalVersion(text: string): string {
  const version = parseVersion(text);
  return version === null ? text : spelled(version, version.release);
}

/**
 * As Python's `packaging` spells it, and as PEP 625 wants it in the name of a source distribution: the canonical form
 * with the zeros that the release ends in. A text that is no version stands for itself.
 */
export function normalizedVersion(text: string): string {
  const version = parseVersion(text);
  return version === null ? text : spelled(version, releaseOf(text));
}

/** The numbers of the release, its trailing zeros included; none for a text that is no version. */
export function releaseOf(text: string): readonly Digits[] {
  return GRAMMAR.exec(text)?.groups?.release?.split('.').map(digits) ?? [];
}

function spelled({ epoch, pre, post, dev, local }: Version, release: readonly Digits[]): string {
  return [
    epoch === '0' ? '' : `${epoch}!`,
    release.join('.'),
    pre === null ? '' : `${pre.letter}${pre.number}`,
    post === null ? '' : `.post${post}`,
    dev === null ? '' : `.dev${dev}`,
    local.length === 0 ? '' : `+${local.join('.')}`,
  ].join('');
}

export function sameVersion(a: string, b: string): boolean {
  return canonicalVersion(a) === canonicalVersion(b);
}

/** Oldest first; texts that are no versions come before all versions, in binary order. */
export function compareVersions(a: string, b: string): number {
  return compareParsed(a, parseVersion(a), b, parseVersion(b));
}

/** The highest first; of equal ones the first stays first. Each text is parsed once, however many there are. */
export function highestFirst<Row>(rows: readonly Row[], versionOf: (row: Row) => string): Row[] {
  return rows
    .map((row) => ({ row, text: versionOf(row), parsed: parseVersion(versionOf(row)) }))
    .sort((one, other) => compareParsed(other.text, other.parsed, one.text, one.parsed))
    .map(({ row }) => row);
}

/** Alphas, betas, candidates and development versions: nobody gets one who did not ask for it. */
export function isPrerelease(text: string): boolean {
  const version = parseVersion(text);
  return version !== null && (version.pre !== null || version.dev !== null);
}

function compareParsed(a: string, left: Version | null, b: string, right: Version | null): number {
  if (left === null || right === null) {
    return left === right ? compareText(a, b) : left === null ? -1 : 1;
  }
  return (
    compareDigits(left.epoch, right.epoch) ||
    compareRelease(left.release, right.release) ||
    comparePre(left, right) ||
    compareOptional(left.post, right.post, 'ABSENT_FIRST') ||
    compareOptional(left.dev, right.dev, 'ABSENT_LAST') ||
    compareLocal(left.local, right.local)
  );
}

const PRE_LETTERS = {
  a: 'a', alpha: 'a', b: 'b', beta: 'b', c: 'rc', rc: 'rc', pre: 'rc', preview: 'rc',
} as const; // prettier-ignore

/** Null for a text that is no version. */
export function parseVersion(text: string): Version | null {
  const part = text.length <= MAX_LENGTH ? GRAMMAR.exec(text)?.groups : undefined;
  if (part?.release === undefined) return null;
  const pre = part.pre?.toLowerCase() as keyof typeof PRE_LETTERS | undefined;
  const post = part.postAlone ?? (part.post === undefined ? undefined : part.postNumber);
  return {
    epoch: digits(part.epoch),
    release: withoutTrailingZeros(part.release.split('.').map(digits)),
    pre: pre === undefined ? null : { letter: PRE_LETTERS[pre], number: digits(part.preNumber) },
    post: post === undefined ? null : digits(post),
    dev: part.dev === undefined ? null : digits(part.devNumber),
    local: part.local?.toLowerCase().split(/[-_.]/).map(localSegment) ?? [],
  };
}

/** An absent number means zero: `1.0a` is `1.0a0`. */
function digits(text: string | undefined): Digits {
  return text?.replace(/^0+/, '') || '0';
}

function withoutTrailingZeros(release: readonly Digits[]): readonly Digits[] {
  const last = release.findLastIndex((number) => number !== '0');
  return release.slice(0, Math.max(last, 0) + 1);
}

function localSegment(text: string): string {
  return isNumber(text) ? digits(text) : text;
}

function isNumber(text: string): boolean {
  return /^[0-9]+$/.test(text);
}

function compareDigits(a: Digits, b: Digits): number {
  return a.length - b.length || compareText(a, b);
}

/** `1` and `1.0` are equal: what is missing counts as zero. */
function compareRelease(a: readonly Digits[], b: readonly Digits[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const order = compareDigits(a[i] ?? '0', b[i] ?? '0');
    if (order !== 0) return order;
  }
  return 0;
}

/** `1.dev1` comes before `1a1`, `1a1` before `1b1`, `1rc1` before `1`, and `1` before `1.post1`. */
function comparePre(a: Version, b: Version): number {
  const order = compareText(preRank(a), preRank(b));
  return order || compareDigits(a.pre?.number ?? '0', b.pre?.number ?? '0');
}

function preRank(version: Version): string {
  if (version.pre !== null) return version.pre.letter;
  return version.post === null && version.dev !== null ? '' : 'z';
}

function compareOptional(a: Digits | null, b: Digits | null, rule: 'ABSENT_FIRST' | 'ABSENT_LAST'): number {
  if (a !== null && b !== null) return compareDigits(a, b);
  if (a === b) return 0;
  return (a === null) === (rule === 'ABSENT_FIRST') ? -1 : 1;
}

/** A number comes after a word, and a longer local part after its own beginning. */
function compareLocal(a: readonly string[], b: readonly string[]): number {
  for (const [i, left] of a.entries()) {
    const right = b[i];
    if (right === undefined) return 1;
    const order = Number(isNumber(left)) - Number(isNumber(right));
    if (order !== 0) return order;
    const within = isNumber(left) ? compareDigits(left, right) : compareText(left, right);
    if (within !== 0) return within;
  }
  return a.length - b.length;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
