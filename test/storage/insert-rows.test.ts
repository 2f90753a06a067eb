// Rows that we insert with a statement of our own are the rows that Prisma would have inserted: read back by Prisma
// they are equal, on both engines, for every type of column; and a violated unique index is told alike.

import { expect, it } from 'vitest';

import { insertRows, wholeRow } from '../../server/storage/sql/insert-rows.ts';
import { violatedUniqueIndex } from '../../server/storage/unique-violation.ts';
import { eachEngine } from '../support/database.ts';

eachEngine((engine, open) => {
  const createdAt = new Date('2026-11-22T12:34:56.789Z');
  const user = {
    id: 'u1',
    name: 'ada',
    kind: 'HUMAN',
    role: 'ADMIN',
    displayName: 'Ada “☃” \'";--',
    createdAt,
  } as const;

  it('come back as they were given, absent columns as null', async () => {
    const { db } = await open();
    await insertRows(db, engine, 'User', [
      user,
      { ...user, id: 'u2', name: 'bob', deactivatedAt: createdAt },
    ]);
    await db.user.create({ data: { ...user, id: 'u3', name: 'eve' } });
    const rows = await db.user.findMany({ orderBy: { id: 'asc' } });
    expect(rows).toEqual([
      wholeRow('User', user),
      wholeRow('User', { ...user, id: 'u2', name: 'bob', deactivatedAt: createdAt }),
      wholeRow('User', { ...user, id: 'u3', name: 'eve' }),
    ]);
  });

  it('are found by the same conditions as rows of Prisma, times and truths included', async () => {
    const { db } = await open();
    await insertRows(db, engine, 'User', [user]);
    const token = {
      ownerId: 'u1',
      issuerId: 'u1',
      secretHash: 'h',
      sealKeyVersion: 1,
      createdAt,
      kind: 'PAT',
    } as const;
    const flags = { allIndexes: true, allProjects: false } as const;
    await insertRows(db, engine, 'Token', [{ ...token, ...flags, id: 'raw', name: 'raw', liveName: 'raw' }]);
    await db.token.create({ data: { ...token, ...flags, id: 'typed', name: 'typed', liveName: 'typed' } });
    const found = await db.token.findMany({
      where: { allIndexes: true, allProjects: false, createdAt, revokedAt: null, kind: 'PAT' },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    expect(found).toEqual([{ id: 'raw' }, { id: 'typed' }]);
    expect(await db.token.count({ where: { createdAt: { lt: createdAt } } })).toBe(0);
  });

  it('keep numbers beyond 2^53', async () => {
    const { db } = await open();
    const sizeBytes = 2n ** 60n + 1n;
    await insertRows(db, engine, 'Blob', [{ sha256: 'x', sizeBytes, state: 'DEAD', stateAt: createdAt }]);
    expect(await db.blob.findUnique({ where: { sha256: 'x' } })).toMatchObject({ sizeBytes, state: 'DEAD' });
  });

  it('tell the unique index that they violate', async () => {
    const { db } = await open();
    await insertRows(db, engine, 'User', [user]);
    const again = insertRows(db, engine, 'User', [{ ...user, id: 'u9' }]);
    const error: unknown = await again.catch((cause: unknown) => cause);
    expect(violatedUniqueIndex(error)).toBe('User_name_key');
  });
});
