// The lock on what is counted for one key: a row is made where there is none, and nobody reads it before the one who
// holds it has ended, on both engines.

import { expect, it } from 'vitest';

import { lockThrottle } from '../../server/storage/sql/throttle.ts';
import { eachEngine } from '../support/database.ts';

const NOW = new Date('2026-11-22T12:34:56.789Z');

eachEngine((engine, open) => {
  it('is held until the end of its transaction: of twenty who add one each at once, none is lost', async () => {
    const { db } = await open();
    await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        db.$transaction(async (tx) => {
          const attempts = JSON.parse(await lockThrottle(tx, engine, 'account:a', NOW)) as number[];
          await tx.throttle.update({
            where: { key: 'account:a' },
            data: { attempts: JSON.stringify([...attempts, number]) },
          });
        }),
      ),
    );
    const rows = await db.throttle.findMany();
    expect(rows.map(({ key, expiresAt }) => [key, expiresAt])).toEqual([['account:a', NOW]]);
    const attempts = JSON.parse(rows[0]!.attempts) as number[];
    expect(attempts.sort((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('leaves no row when its transaction is rolled back', async () => {
    const { db } = await open();
    const rolledBack = db.$transaction(async (tx) => {
      expect(await lockThrottle(tx, engine, 'address:a', NOW)).toBe('[]');
      throw new Error('no room');
    });
    await expect(rolledBack).rejects.toThrow('no room');
    expect(await db.throttle.count()).toBe(0);
  });
});
