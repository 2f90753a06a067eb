// Finding projects by what people remember of them, over everything they may read. What matches and in which order is
// decided in `match.ts` and `candidates.ts`, where is searched in `scope.ts`, and what of an entry shows in `seen.ts`.

import type { SearchEntry } from '../../storage/_generated/sqlite/client.ts';
import type { Actor } from '../actor.ts';
import { InvalidInput } from '../errors.ts';
import type { World } from '../world.ts';
import { candidates, withAllWords, type Place } from './candidates.ts';
import { partsOfEntryId } from './entries.ts';
import { MATCHES, searchQuery, type Match } from './match.ts';
import { scopeOf, type Scope } from './scope.ts';
import { seenThrough } from './seen.ts';

export interface SearchResult extends Pick<
  SearchEntry,
  'name' | 'normalizedName' | 'summary' | 'latestVersion'
> {
  /** Of the index that holds it. */
  readonly indexId: string;
  readonly match: Match;
  /** Where the next page begins that begins behind it. */
  readonly cursor: string;
}

export interface SearchPage {
  readonly results: readonly SearchResult[];
  /** More may follow; when much was looked at that does not match, none of it may. */
  readonly hasMore: boolean;
  /** Behind everything that was looked at; null when that is nothing. */
  readonly endCursor: string | null;
}

export interface SearchInput {
  readonly query: string;
  /** Written owner/name; null searches everywhere. */
  readonly indexPath: string | null;
  readonly after: string | null;
  readonly limit: number;
}

type SearchWorld = Pick<World, 'readDb' | 'database' | 'layers' | 'clock'>;

const MOST_CHARACTERS = 200;

/** Beyond this a page ends, so that no query keeps the server busy; who reads on goes on from there. */
const MOST_EXAMINED = 20_000;

/** Null when there is no such index, or none that the actor may read. @throws {InvalidInput} */
export async function search(
  world: SearchWorld,
  actor: Actor,
  { query: text, indexPath, after, limit }: SearchInput,
): Promise<SearchPage | null> {
  if (text.length > MOST_CHARACTERS) {
    throw new InvalidInput(
      'INVALID_INPUT',
      `A query has at most ${MOST_CHARACTERS} characters; this one has ${text.length}.`,
    );
  }
  const query = searchQuery(text);
  const scope = await scopeOf(world, actor, indexPath);
  if (scope === null) return null;
  const start = after === null ? null : placeIn(after);
  const statements = world.database.reading;
  const results: SearchResult[] = [];
  let examined = 0;
  let last = start;
  for await (const batch of candidates(statements, query, (path) => scope.layers.has(path), start)) {
    const found = await withAllWords(statements, query, batch.found);
    // A few at a time: of what begins with "py" the first page is enough.
    for (let at = 0; at < found.length; at += limit + 1) {
      results.push(...(await told(world, scope, found.slice(at, at + limit + 1))));
      if (results.length > limit) break;
    }
    if (results.length > limit) break;
    last = batch.upTo;
    examined += batch.examined;
    if (examined >= MOST_EXAMINED) return { results, hasMore: true, endCursor: cursorOf(last) };
  }
  const page = results.slice(0, limit);
  return {
    results: page,
    hasMore: results.length > limit,
    endCursor: page.at(-1)?.cursor ?? (last === null ? null : cursorOf(last)),
  };
}

export const MOST_COUNTED = 1_000;

/** How many there are, `MOST_COUNTED` at most. */
export async function countResults(
  world: SearchWorld,
  actor: Actor,
  asked: Pick<SearchInput, 'query' | 'indexPath'>,
): Promise<number> {
  let count = 0;
  for (let after: string | null = null; count < MOST_COUNTED;) {
    const page = await search(world, actor, { ...asked, after, limit: COUNTED_AT_A_TIME });
    count += page?.results.length ?? 0;
    if (page?.hasMore !== true) break;
    after = page.endCursor;
  }
  return Math.min(count, MOST_COUNTED);
}

const COUNTED_AT_A_TIME = 250;

/** In the same order, without those that this scope does not tell of. */
async function told(world: SearchWorld, scope: Scope, places: readonly Place[]): Promise<SearchResult[]> {
  const rows = await world.readDb.searchEntry.findMany({ where: { id: { in: places.map(({ id }) => id) } } });
  const entries = new Map(rows.map((row) => [row.id, row]));
  const answers = await scope.answering([...new Set(rows.map(({ normalizedName }) => normalizedName))]);
  const known = places.flatMap((place) => {
    const entry = entries.get(place.id);
    const layer = scope.layers.get(partsOfEntryId(place.id).path);
    // An entry of an index that is gone, below the path of a new one, is of neither.
    if (entry === undefined || layer === undefined || entry.indexId !== layer.id) return [];
    return answers(layer, entry.normalizedName) ? [{ place, entry, layer }] : [];
  });
  const seen = await seenThrough(world, known);
  return known.map(({ place, entry: { name, normalizedName }, layer }, at) => ({
    name,
    normalizedName,
    ...seen[at]!,
    indexId: layer.id,
    match: place.match,
    cursor: cursorOf(place),
  }));
}

function cursorOf({ match, distance, id }: Place): string {
  return `${match} ${distance} ${id}`;
}

function placeIn(cursor: string): Place {
  const [, word, distance, id] = /^([A-Z]+) ([0-9]) ([a-z0-9-]+ \S+)$/.exec(cursor) ?? [];
  const match = MATCHES.find((each) => each === word);
  if (match === undefined) {
    throw new InvalidInput('INVALID_INPUT', 'A cursor is what endCursor or startCursor of a page gave.');
  }
  return { match, distance: Number(distance), id: id! };
}
