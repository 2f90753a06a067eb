// A loop over rows of SQLite never waits for anything, so nobody else is answered while it runs. Whoever works through
// many rows lets the others in now and then; a change that is under way stays one.

import { setImmediate } from 'node:timers/promises';

const ROWS = 50;

/** Requests that have arrived meanwhile are answered first. */
export async function letOthersIn(): Promise<void> {
  await setImmediate();
}

/**
 * Each in turn, and others every so many. In a transaction `work` begins with a change through Prisma, such as
 * `write.update`: should the time for the transaction be over by then, it is that one that fails.
 */
export async function inTurnWithOthers<Row>(
  rows: readonly Row[],
  work: (row: Row) => Promise<unknown>,
): Promise<void> {
  for (const [place, row] of rows.entries()) {
    if (place % ROWS === ROWS - 1) await letOthersIn();
    await work(row);
  }
}
