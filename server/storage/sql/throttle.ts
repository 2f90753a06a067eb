// The lock on what is counted for one key, whether there is a row already or not: Prisma has no statement that finds,
// makes and locks a row at once.

import type { Prisma } from '../_generated/sqlite/client.ts';
import type { Engine } from '../database.ts';

/** The attempts as they are kept. Nobody else gets to the row before the transaction ends. */
export async function lockThrottle(
  tx: Pick<Prisma.TransactionClient, '$queryRawUnsafe'>,
  engine: Engine,
  key: string,
  now: Date,
): Promise<string> {
  const [row] = await tx.$queryRawUnsafe<{ attempts: string }[]>(LOCK[engine], key, now);
  return row!.attempts;
}

function lockStatement(key: string, time: string): string {
  return `INSERT INTO "Throttle" ("key", "attempts", "expiresAt") VALUES (${key}, '[]', ${time}) ON CONFLICT ("key") DO UPDATE SET "key" = excluded."key" RETURNING "attempts"`;
}

const LOCK: Readonly<Record<Engine, string>> = {
  sqlite: lockStatement('?', '?'),
  postgresql: lockStatement('CAST($1 AS TEXT)', 'CAST($2 AS TIMESTAMP(3))'),
};
