// The last use of many tokens in one statement, which leaves alone what another node has noted for a later moment:
// Prisma has no statement that makes a row or changes it on a condition.

import type { Database, Engine } from '../database.ts';
import type { SqlValue } from '../statements.ts';
import { placeholder } from './insert-rows.ts';

export interface LastUse {
  readonly tokenId: string;
  readonly at: Date;
  readonly address: string | null;
  readonly client: string | null;
}

const AT_A_TIME = 1_000;

/** All of them or none. */
export async function noteUses(
  { engine, db }: Pick<Database, 'engine' | 'db'>,
  uses: readonly LastUse[],
): Promise<void> {
  // In one order everywhere: two nodes that lock the same rows never wait for each other.
  const sorted = [...uses].sort((one, other) => (one.tokenId < other.tokenId ? -1 : 1));
  const parts = Array.from({ length: Math.ceil(sorted.length / AT_A_TIME) }, (_, part) =>
    sorted.slice(part * AT_A_TIME, (part + 1) * AT_A_TIME),
  );
  await db.$transaction(
    parts.map((part) => db.$executeRawUnsafe(upsert(engine, part.length), ...part.flatMap(valuesOf))),
  );
}

function valuesOf({ tokenId, at, address, client }: LastUse): SqlValue[] {
  return [tokenId, at, address, client?.slice(0, 200) ?? null];
}

const COLUMNS = [
  ['tokenId', 'TEXT'],
  ['lastUsedAt', 'TIMESTAMP(3)'],
  ['lastUsedAddress', 'TEXT'],
  ['lastUsedClient', 'TEXT'],
] as const;

function upsert(engine: Engine, rows: number): string {
  const tuples = Array.from({ length: rows }, (_, row) =>
    COLUMNS.map(([, type], place) => placeholder(engine, row * COLUMNS.length + place + 1, type)).join(', '),
  );
  const names = COLUMNS.map(([name]) => `"${name}"`);
  const changed = names.slice(1).map((name) => `${name} = excluded.${name}`);
  return (
    `INSERT INTO "TokenActivity" (${names.join(', ')}) VALUES ${tuples.map((tuple) => `(${tuple})`).join(', ')} ` +
    `ON CONFLICT ("tokenId") DO UPDATE SET ${changed.join(', ')} ` +
    'WHERE "TokenActivity"."lastUsedAt" IS NULL OR "TokenActivity"."lastUsedAt" <= excluded."lastUsedAt"'
  );
}
