// The change log's beginning: a fresh database gets its epoch and serial 0, once.

import { FIRST_HASH } from './change-log.ts';
import type { Database } from './database.ts';

export async function ensureLogHead(database: Database, newEpoch: () => string): Promise<void> {
  const { db } = database;
  if ((await db.logHead.count()) > 0) return;
  await db.logHead.upsert({
    where: { id: 'head' },
    create: { id: 'head', serial: 0n, epoch: newEpoch(), hash: FIRST_HASH },
    update: {},
  });
}
