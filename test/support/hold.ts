// Lets something happen in the midst of a document: when its first change is committed, and before its second begins.

import type { TestApp } from './app.ts';

/** Holds the second transaction that `act` begins back until `happen` is over. */
export async function betweenTwo<Result>(
  { app }: TestApp,
  happen: () => Promise<unknown>,
  act: () => Promise<Result>,
): Promise<Result> {
  const { database } = app.world;
  const { db } = database;
  let begun = 0;
  const held = new Proxy(db, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (key !== '$transaction' || typeof value !== 'function') return value;
      return async (...given: unknown[]) => {
        begun += 1;
        if (begun === 2) await happen();
        return (value as (...all: unknown[]) => unknown).apply(target, given);
      };
    },
  });
  (database as { db: typeof db }).db = held;
  try {
    return await act();
  } finally {
    (database as { db: typeof db }).db = db;
  }
}
