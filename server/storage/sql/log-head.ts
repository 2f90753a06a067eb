// The two statements on the one row where the change log ends: the first and the last of every write transaction.

import type { Prisma } from '../_generated/sqlite/client.ts';

export interface Head {
  readonly serial: bigint;
  readonly epoch: string;
  readonly hash: string;
}

/** Takes the next serial, and with it the lock of all writers, until the transaction ends. */
export async function takeSerial(tx: Pick<Prisma.TransactionClient, '$queryRawUnsafe'>): Promise<Head> {
  const [row] = await tx.$queryRawUnsafe<{ serial: bigint | number; epoch: string; hash: string }[]>(
    `UPDATE "LogHead" SET "serial" = "serial" + 1 WHERE "id" = 'head' RETURNING "serial", "epoch", "hash"`,
  );
  if (row === undefined) throw new Error('The change log has no head: ensureLogHead was not called.');
  return { ...row, serial: BigInt(row.serial) };
}

/** `hash` is ours: 64 hexadecimal digits. */
export async function setHeadHash(
  tx: Pick<Prisma.TransactionClient, '$executeRawUnsafe'>,
  hash: string,
): Promise<void> {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('A hash of the change log is 64 hexadecimal digits.');
  await tx.$executeRawUnsafe(`UPDATE "LogHead" SET "hash" = '${hash}' WHERE "id" = 'head'`);
}
