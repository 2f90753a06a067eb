// Finds users by a part of what people know of them. Prisma's own search reads "_" and "%" as wildcards, which names
// may hold, and tells small from capital letters on one engine alone.

import type { Statements } from '../statements.ts';
import { placeholder } from './insert-rows.ts';

const SEARCHED = ['name', 'displayName', 'email'] as const;

/** Ids of users who are not deleted, in the order of their names, `most` at most; a to z count in either case. */
export async function findUserIds(statements: Statements, part: string, most: number): Promise<string[]> {
  const { engine } = statements;
  const find = engine === 'sqlite' ? 'instr' : 'strpos';
  const tests = SEARCHED.map(
    (column, place) => `${find}(lower("${column}"), lower(${placeholder(engine, place + 1, 'TEXT')})) > 0`,
  );
  const rows = await statements.rows(
    `SELECT "id" FROM "User" WHERE "deletedAt" IS NULL AND (${tests.join(' OR ')}) ORDER BY "name" LIMIT ${most}`,
    SEARCHED.map(() => part),
  );
  return rows.map(([id]) => id as string);
}
