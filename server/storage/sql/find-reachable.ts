// Every index that others look names up in, directly or through further ones, in one statement however deep they lie:
// Prisma follows relations only as deep as a query spells out. A circle ends by itself, because UNION keeps each once.

import type { Statements } from '../statements.ts';
import { placeholder } from './insert-rows.ts';

/** Ids, the given ones included as far as they exist, in no order. */
export async function findReachable(statements: Statements, indexIds: readonly string[]): Promise<string[]> {
  const marks = indexIds.map((_, place) => placeholder(statements.engine, place + 1, 'TEXT'));
  const rows = await statements.rows(
    `WITH RECURSIVE "Reached"("id") AS (
       SELECT "id" FROM "PackageIndex" WHERE "id" IN (${marks.join(', ')})
       UNION
       SELECT "IndexBase"."baseId" FROM "IndexBase" JOIN "Reached" ON "IndexBase"."indexId" = "Reached"."id"
     ) SELECT "id" FROM "Reached"`,
    indexIds,
  );
  return rows.map(([id]) => id as string);
}
