// The two statements on the one row where the change log ends: the first and the last of every write transaction.

import type { Prisma } from '../_generated/sqlite/client.ts';
import type { Statements } from '../statements.ts';

export interface Head {
  readonly serial: bigint;
  readonly epoch: string;
  readonly hash: string;
}

/** Whoever's statement this is has the turn to write: `statements.ts` looks for it. */
export const TAKE_SERIAL = `UPDATE "LogHead" SET "serial" = "serial" + 1 WHERE "id" = 'head' RETURNING "serial", "epoch", "hash"`;

/** Takes the next serial, and with it the lock of all writers, until the transaction ends. */
export async function takeSerial(tx: Pick<Prisma.TransactionClient, '$queryRawUnsafe'>): Promise<Head> {
  const [row] =
    await tx.$queryRawUnsafe<{ serial: bigint | number; epoch: string; hash: string }[]>(TAKE_SERIAL);
  if (row === undefined) throw new Error('The change log has no head: ensureLogHead was not called.');
  return { ...row, serial: BigInt(row.serial) };
}

/** `hash` is ours: 64 hexadecimal digits. */
export async function setHeadHash(statements: Statements, hash: string): Promise<void> {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('A hash of the change log is 64 hexadecimal digits.');
  await statements.run(`UPDATE "LogHead" SET "hash" = '${hash}' WHERE "id" = 'head'`, []);
}
