// What matches a query, whoever asks: ids of entries, the best kind of match first and within it by name and path, close
// spellings by how close they are. Each kind follows one index of the database from where the last page ended, so that
// a page costs the same whatever there is.

import {
  entryIdsBetween,
  entryIdsOfAllGrams,
  entryIdsOfGrams,
  rarestGram,
} from '../../storage/sql/search-entries.ts';
import type { Statements } from '../../storage/statements.ts';
import { partsOfEntryId } from './entries.ts';
import {
  gramOfWord,
  MATCHES,
  matchOfName,
  partsOf,
  spellingDistance,
  spellingsOf,
  type Match,
  type SearchQuery,
} from './match.ts';

/** Where something stands in the order of everything that matches. */
export interface Place {
  readonly match: Match;
  /** Letters that differ; 0 unless it is a close spelling. */
  readonly distance: number;
  readonly id: string;
}

export interface Batch {
  readonly found: readonly Place[];
  /** How many were looked at for it. */
  readonly examined: number;
  /** Everything up to here was looked at. */
  readonly upTo: Place;
}

/** The more are looked at at a time the fewer statements, and the longer others wait. */
const FIRST_BATCH = 100;
const LARGEST_BATCH = 500;

/** Of a query that is a sentence the first few tell enough, and what they lead to is compared whole. */
const MOST_GRAMS = 12;

/** `isInScope` is asked by the path of the index, before anything is read of an entry. */
export async function* candidates(
  statements: Statements,
  query: SearchQuery,
  isInScope: (indexPath: string) => boolean,
  after: Place | null,
): AsyncGenerator<Batch> {
  const first = after === null ? 0 : MATCHES.indexOf(after.match);
  for (const match of MATCHES.slice(first)) {
    const from = after?.match === match ? after : null;
    if (match === 'SPELLING') yield* closeSpellings(statements, query, isInScope, from);
    else yield* inOrder(match, await sourceOf(statements, query, match), query, isInScope, from);
  }
}

/** Ids behind one of them, in order, some of which match. */
type Source = (after: string, limit: number) => Promise<readonly string[]>;

async function sourceOf(
  statements: Statements,
  { name, words }: SearchQuery,
  match: Exclude<Match, 'SPELLING'>,
): Promise<Source | null> {
  switch (match) {
    case 'EXACT':
      return name === null ? null : between(statements, `${name} `, `${name}!`);
    case 'PREFIX':
      // The characters of names lie between these two.
      return name === null ? null : between(statements, `${name}-`, `${name}{`);
    case 'SUBSTRING': {
      const parts = name === null ? [] : partsOf(name).slice(0, MOST_GRAMS);
      if (parts.length === 0) return null;
      const rarest = await rarestGram(statements, parts);
      return (after, limit) => entryIdsOfGrams(statements, [rarest!], after, limit);
    }
    case 'WORDS': {
      const grams = words.slice(0, MOST_GRAMS).map(gramOfWord);
      if (grams.length === 0) return null;
      const rarest = (await rarestGram(statements, grams))!;
      return (after, limit) => entryIdsOfGrams(statements, [rarest], after, limit);
    }
  }
}

function between(statements: Statements, from: string, before: string): Source {
  return (after, limit) => entryIdsBetween(statements, { from, before, after }, limit);
}

async function* inOrder(
  match: Match,
  source: Source | null,
  query: SearchQuery,
  isInScope: (indexPath: string) => boolean,
  from: Place | null,
): AsyncGenerator<Batch> {
  if (source === null) return;
  let last = from?.id ?? '';
  for (let size = FIRST_BATCH; ; size = LARGEST_BATCH) {
    const ids = await source(last, size);
    if (ids.length === 0) return;
    last = ids.at(-1)!;
    const found = ids
      .filter((id) => {
        const { name, path } = partsOfEntryId(id);
        return isInScope(path) && (matchOfName(query, name) ?? 'WORDS') === match;
      })
      .map((id) => ({ match, distance: 0, id }));
    yield { found, examined: ids.length, upTo: { match, distance: 0, id: last } };
    if (ids.length < size) return;
  }
}

async function* closeSpellings(
  statements: Statements,
  query: SearchQuery,
  isInScope: (indexPath: string) => boolean,
  from: Place | null,
): AsyncGenerator<Batch> {
  const spellings = query.name === null ? [] : spellingsOf(query.name);
  if (spellings.length === 0) return;
  const source: Source = (after, limit) => entryIdsOfGrams(statements, spellings, after, limit);
  const found: Place[] = [];
  let examined = 0;
  for await (const batch of inOrder('SPELLING', source, query, isInScope, null)) {
    examined += batch.examined;
    for (const { match, id } of batch.found)
      found.push({ match, distance: spellingDistance(query.name!, partsOfEntryId(id).name), id });
  }
  const rest = found.sort(inPlace).filter((place) => from === null || inPlace(from, place) < 0);
  const upTo = rest.at(-1);
  if (upTo !== undefined) yield { found: rest, examined, upTo };
}

function inPlace(one: Place, other: Place): number {
  return one.distance - other.distance || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/** Those of the places that were found by one word and have the others too. */
export async function withAllWords(
  statements: Statements,
  { words }: SearchQuery,
  places: readonly Place[],
): Promise<readonly Place[]> {
  const byWords = places.filter(({ match }) => match === 'WORDS');
  if (byWords.length === 0 || words.length === 1) return places;
  const grams = words.slice(0, MOST_GRAMS).map(gramOfWord);
  const having = await entryIdsOfAllGrams(
    statements,
    byWords.map(({ id }) => id),
    grams,
  );
  return places.filter(({ match, id }) => match !== 'WORDS' || having.has(id));
}
