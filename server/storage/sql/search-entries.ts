// What a search reads and what keeps it: short statements that follow one index in binary order, so that a page costs
// the same whatever there is, and writings of many rows that may run twice. Prisma has no insert that passes over what
// is there on SQLite, and its plans are dearer than these statements.

import type { SearchEntry } from '../_generated/sqlite/client.ts';
import type { Database, Engine } from '../database.ts';
import type { SqlValue, Statements } from '../statements.ts';
import { columnsOf } from './columns.ts';
import { placeholder } from './insert-rows.ts';

/** Ids from `from` on and before `before`, behind `after`, in binary order. */
export function entryIdsBetween(
  statements: Statements,
  { from, before, after }: { readonly from: string; readonly before: string; readonly after: string },
  limit: number,
): Promise<string[]> {
  const [start, end, place] = [1, 2, 3].map((position) => placeholder(statements.engine, position, 'TEXT'));
  return idsOf(
    statements,
    `SELECT "id" FROM "SearchEntry" WHERE "id" >= ${start} AND "id" < ${end} AND "id" > ${place} ORDER BY "id" LIMIT ${limit}`,
    [from, before, after],
  );
}

/** Ids to which one of the grams leads, behind `after`, in binary order. */
export function entryIdsOfGrams(
  statements: Statements,
  grams: readonly string[],
  after: string,
  limit: number,
): Promise<string[]> {
  const place = placeholder(statements.engine, grams.length + 1, 'TEXT');
  return idsOf(
    statements,
    `SELECT DISTINCT "entryId" FROM "SearchGram" WHERE "gram" IN (${marks(statements, grams.length)}) ` +
      `AND "entryId" > ${place} ORDER BY "entryId" LIMIT ${limit}`,
    [...grams, after],
  );
}

/** The one of the grams that leads to the fewest; beyond so many they count alike, and then the first is taken. */
export async function rarestGram(
  statements: Statements,
  grams: readonly string[],
): Promise<string | undefined> {
  const counts = grams.map(
    (_, at) =>
      `SELECT ${at} AS place, COUNT(*) AS leads FROM (SELECT 1 FROM "SearchGram" ` +
      `WHERE "gram" = ${placeholder(statements.engine, at + 1, 'TEXT')} LIMIT ${COUNTED}) counted_${at}`,
  );
  const rows = await statements.rows(`${counts.join(' UNION ALL ')} ORDER BY leads, place LIMIT 1`, grams);
  return grams[Number(rows[0]?.[0])];
}

const COUNTED = 500;

/** Those of the ids to which every one of the grams leads. */
export async function entryIdsOfAllGrams(
  statements: Statements,
  ids: readonly string[],
  grams: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0 || grams.length === 0) return new Set(ids);
  const found = await idsOf(
    statements,
    `SELECT "entryId" FROM "SearchGram" WHERE "entryId" IN (${marks(statements, ids.length)}) ` +
      `AND "gram" IN (${marks(statements, grams.length, ids.length)}) ` +
      `GROUP BY "entryId" HAVING COUNT(*) = ${grams.length}`,
    [...ids, ...grams],
  );
  return new Set(found);
}

function marks({ engine }: Statements, count: number, behind = 0): string {
  return Array.from({ length: count }, (_, at) => placeholder(engine, behind + at + 1, 'TEXT')).join(', ');
}

async function idsOf(statements: Statements, sql: string, values: readonly SqlValue[]): Promise<string[]> {
  return (await statements.rows(sql, values)).map(([id]) => id as string);
}

export interface EntryChanges {
  /** Whole entries, new ones or instead of those with the same id. */
  readonly put: readonly SearchEntry[];
  /** By the id of an entry all its grams; entries that are not named keep theirs. */
  readonly grams: ReadonlyMap<string, readonly string[]>;
  readonly removed: readonly string[];
}

const GRAMS_AT_A_TIME = 500;

/** All of it or nothing. In one order everywhere, so that two nodes that keep the same entries never wait for each other. */
export async function changeEntries(
  { engine, db }: Pick<Database, 'engine' | 'db'>,
  { put, grams, removed }: EntryChanges,
): Promise<void> {
  const entries = [...put].sort((one, other) => (one.id < other.id ? -1 : 1));
  const rows = [...grams]
    .flatMap(([entryId, texts]) => texts.map((gram) => [gram, entryId]))
    .sort((one, other) => compare(one[0]!, other[0]!) || compare(one[1]!, other[1]!));
  const emptied = [...removed, ...grams.keys()].sort();
  await db.$transaction([
    db.searchGram.deleteMany({ where: { entryId: { in: emptied } } }),
    db.searchEntry.deleteMany({ where: { id: { in: [...removed] } } }),
    ...parts(entries, 100).map((part) =>
      db.$executeRawUnsafe(putEntries(engine, part.length), ...part.flatMap(valuesOf)),
    ),
    ...parts(rows, GRAMS_AT_A_TIME).map((part) =>
      db.$executeRawUnsafe(addGrams(engine), JSON.stringify(part)),
    ),
  ]);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function parts<Row>(rows: readonly Row[], most: number): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, part) =>
    rows.slice(part * most, (part + 1) * most),
  );
}

function valuesOf(entry: SearchEntry): SqlValue[] {
  return columnsOf('SearchEntry').map(({ name }) => entry[name as keyof SearchEntry]);
}

function putEntries(engine: Engine, rows: number): string {
  const columns = columnsOf('SearchEntry');
  const names = columns.map(({ name }) => `"${name}"`);
  const changed = names.filter((name) => name !== '"id"').map((name) => `${name} = excluded.${name}`);
  return (
    `INSERT INTO "SearchEntry" (${names.join(', ')}) VALUES ${tuples(
      engine,
      rows,
      columns.map(({ castType }) => castType),
    )} ` + `ON CONFLICT ("id") DO UPDATE SET ${changed.join(', ')}`
  );
}

/** One value for all rows: a statement with a thousand values takes five times as long on its way to the database. */
function addGrams(engine: Engine): string {
  const rows =
    engine === 'sqlite'
      ? 'SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true'
      : 'SELECT value ->> 0, value ->> 1 FROM jsonb_array_elements(CAST($1 AS JSONB)) AS listed(value)';
  return `INSERT INTO "SearchGram" ("gram", "entryId") ${rows} ON CONFLICT ("gram", "entryId") DO NOTHING`;
}

function tuples(engine: Engine, rows: number, types: readonly string[]): string {
  return Array.from({ length: rows }, (_, row) => {
    const marks = types.map((type, place) => placeholder(engine, row * types.length + place + 1, type));
    return `(${marks.join(', ')})`;
  }).join(', ');
}
