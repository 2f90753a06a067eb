// Which representation of a simple page a client gets, and in which encoding (PEP 691; RFC 9110, section 12).
// Clients that accept anything, or say nothing, get HTML: old pip, poetry 1 and browsers cannot read JSON.

export const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';
export const HTML_TYPE = 'application/vnd.pypi.simple.v1+html';
export const PLAIN_HTML_TYPE = 'text/html';

export type Representation = typeof JSON_TYPE | typeof HTML_TYPE | typeof PLAIN_HTML_TYPE;
export type Encoding = 'identity' | 'gzip';

/** In the order that decides between equals. */
const OFFERED: readonly Representation[] = [JSON_TYPE, HTML_TYPE, PLAIN_HTML_TYPE];

/** The concrete types and the two that mean "the newest version". */
const MEANS: Readonly<Record<string, Representation>> = {
  [JSON_TYPE]: JSON_TYPE,
  [HTML_TYPE]: HTML_TYPE,
  [PLAIN_HTML_TYPE]: PLAIN_HTML_TYPE,
  'application/vnd.pypi.simple.latest+json': JSON_TYPE,
  'application/vnd.pypi.simple.latest+html': HTML_TYPE,
};

const remembered = new Map<string, Representation | null>();
const REMEMBERED_HEADERS = 200;

/** Null: nothing that is offered is acceptable. `query` may hold `format`, which overrides the header. */
export function chooseRepresentation(accept: string | undefined, query: string): Representation | null {
  if (query !== '') {
    // A literal plus arrives as a space.
    const format = new URLSearchParams(query).get('format')?.replaceAll(' ', '+');
    if (format !== undefined) return MEANS[format] ?? null;
  }
  const header = accept ?? '*/*';
  let choice = remembered.get(header);
  if (choice === undefined) {
    choice = negotiate(header);
    if (remembered.size < REMEMBERED_HEADERS && header.length < 500) remembered.set(header, choice);
  }
  return choice;
}

interface Range {
  readonly type: string;
  readonly quality: number;
}

function negotiate(accept: string): Representation | null {
  const ranges = accept.split(',').map(parseRange);
  const scores = OFFERED.map((offered) => score(offered, ranges));
  const best = Math.max(...scores.map(({ quality }) => quality));
  if (best <= 0) return null;
  const winners = OFFERED.filter((_, place) => scores[place]!.quality === best);
  const named = winners.find((offered) => scores[OFFERED.indexOf(offered)]!.isNamed);
  return named ?? winners.find((offered) => offered === PLAIN_HTML_TYPE) ?? winners[0] ?? null;
}

/** By the most specific range that matches. */
function score(offered: Representation, ranges: readonly Range[]): { quality: number; isNamed: boolean } {
  const named = ranges.filter(({ type }) => MEANS[type] === offered);
  if (named.length > 0) return { quality: Math.max(...named.map(({ quality }) => quality)), isNamed: true };
  const [group] = offered.split('/');
  const wide = ranges.find(({ type }) => type === `${group}/*`) ?? ranges.find(({ type }) => type === '*/*');
  return { quality: wide?.quality ?? 0, isNamed: false };
}

function parseRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const given = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const quality = given === undefined ? 1 : Number(given);
  return { type, quality: Number.isFinite(quality) ? Math.min(Math.max(quality, 0), 1) : 0 };
}

export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined || !acceptEncoding.includes('gzip')) return 'identity';
  return /gzip\s*;\s*q=0(\.0{0,3})?\s*(,|$)/.test(acceptEncoding) ? 'identity' : 'gzip';
}

/** RFC 9110, section 13.1.2; our tags are all strong. */
export function matchesETag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === etag || ifNoneMatch === '*') return true;
  return (
    ifNoneMatch.includes(etag) &&
    ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  );
}
