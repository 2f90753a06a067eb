// What indexes take of the disk: bytes that lie there once are counted once, however many files of an index have them.
// Prisma sums columns of rows, and cannot sum over what is distinct.

import type { SqlValue, Statements } from '../statements.ts';
import { placeholder } from './insert-rows.ts';

/** By the id of the index; one that has nothing on the disk is absent. */
export async function diskUseOf(
  statements: Statements,
  indexIds: readonly string[],
): Promise<Map<string, bigint>> {
  if (indexIds.length === 0) return new Map();
  const values: SqlValue[] = [];
  const ids = () => indexIds.map((id) => placeholder(statements.engine, values.push(id), 'TEXT')).join(', ');
  // UNION, without ALL: it is what counts a digest once.
  const rows = await statements.rows(
    `SELECT used."indexId", SUM(used."sizeBytes") FROM (
       SELECT held."indexId", b."sha256", b."sizeBytes" FROM (
         SELECT "indexId", "sha256" FROM "File" WHERE "deletedAt" IS NULL AND "indexId" IN (${ids()})
         UNION SELECT "indexId", "metadataSha256" FROM "File" WHERE "deletedAt" IS NULL AND "indexId" IN (${ids()})
       ) held JOIN "Blob" b ON b."sha256" = held."sha256"
       UNION SELECT "indexId", "sha256", "sizeBytes" FROM "MirrorFile" WHERE "indexId" IN (${ids()})
     ) used GROUP BY used."indexId"`,
    values,
  );
  return new Map(rows.map(([indexId, bytes]) => [indexId as string, BigInt(String(bytes))]));
}
