// Rows that go in and out by statements of our own are the rows that Prisma would have written and read, on both
// engines, for every type of column; they belong to the transaction that has the serial, and to no other.

import { expect, it } from 'vitest';

import { Commits } from '../../server/storage/commits.ts';
import type { Database } from '../../server/storage/database.ts';
import { ensureLogHead } from '../../server/storage/log-head.ts';
import { findRows } from '../../server/storage/sql/find-rows.ts';
import { insertRows, wholeRow } from '../../server/storage/sql/insert-rows.ts';
import { transact, type Write } from '../../server/storage/transact.ts';
import { violatedUniqueIndex } from '../../server/storage/unique-violation.ts';
import { eachEngine } from '../support/database.ts';

eachEngine((_, open) => {
  const createdAt = new Date('2026-11-22T12:34:56.789Z');
  const user = {
    id: 'u1',
    name: 'ada',
    kind: 'HUMAN',
    role: 'ADMIN',
    displayName: 'Ada “☃” \'";--',
    createdAt,
  } as const;
  const token = {
    ownerId: 'u1',
    issuerId: 'u1',
    secretHash: 'h',
    sealKeyVersion: 1,
    createdAt,
    kind: 'PAT',
    wire: 'OPAQUE',
    allIndexes: true,
    allProjects: false,
    allAddresses: true,
  } as const;

  const fresh = async () => {
    const database = await open();
    await ensureLogHead(database, () => 'the-epoch');
    return database;
  };
  const write = async <Result>(database: Database, work: (write: Write) => Promise<Result>) =>
    (await transact({ database, commits: new Commits(), clock: () => createdAt }, work)).result;

  it('come back as they were given, absent columns as null', async () => {
    const database = await fresh();
    const bob = { ...user, id: 'u2', name: 'bob', deactivatedAt: createdAt };
    await write(database, (w) => w.createAll('User', [user, bob]));
    await database.db.user.create({ data: { ...user, id: 'u3', name: 'eve' } });
    const rows = await database.db.user.findMany({ orderBy: { id: 'asc' } });
    expect(rows).toEqual([
      wholeRow('User', user),
      wholeRow('User', bob),
      wholeRow('User', { ...user, id: 'u3', name: 'eve' }),
    ]);
  });

  it('are found by Prisma under the same conditions as its own, times and truths included', async () => {
    const database = await fresh();
    const { db } = database;
    await write(database, async (w) => {
      await w.create('User', user);
      await w.create('Token', { ...token, id: 'own', name: 'own', liveName: 'own' });
    });
    await db.token.create({ data: { ...token, id: 'typed', name: 'typed', liveName: 'typed' } });
    const found = await db.token.findMany({
      where: { allIndexes: true, allProjects: false, createdAt, revokedAt: null, kind: 'PAT' },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    expect(found).toEqual([{ id: 'own' }, { id: 'typed' }]);
    expect(await db.token.count({ where: { createdAt: { lt: createdAt } } })).toBe(0);
  });

  it('are read as Prisma reads them, whoever wrote them', async () => {
    const database = await fresh();
    const { db } = database;
    await db.user.create({ data: user });
    await db.token.create({ data: { ...token, id: 'typed', name: 'typed', liveName: 'typed' } });
    await write(database, (w) => w.create('Token', { ...token, id: 'own', name: 'own', liveName: 'own' }));
    const read = await findRows(database.reading, 'Token', { ownerId: 'u1', allIndexes: true, createdAt });
    const typed = await db.token.findMany();
    expect(read.toSorted(byId)).toEqual(typed.toSorted(byId));
    expect(await findRows(database.reading, 'Token', { ownerId: 'u2' })).toEqual([]);
  });

  it('are found by any value of a list', async () => {
    const database = await fresh();
    const users = ['a', 'b', 'c'].map((name) => ({ ...user, id: name, name }));
    const names = await write(database, async (w) => {
      await w.createAll('User', users);
      return (await w.find('User', { name: ['c', 'a', 'nobody'], kind: 'HUMAN' })).map(({ name }) => name);
    });
    expect(names.toSorted()).toEqual(['a', 'c']);
  });

  it('keep numbers beyond 2^53', async () => {
    const database = await fresh();
    const sizeBytes = 2n ** 60n + 1n;
    await write(database, (w) =>
      w.create('Blob', { sha256: 'x', sizeBytes, state: 'DEAD', stateAt: createdAt }),
    );
    expect(await database.db.blob.findUnique({ where: { sha256: 'x' } })).toMatchObject({
      sizeBytes,
      state: 'DEAD',
    });
    expect(await findRows(database.reading, 'Blob', { sizeBytes })).toMatchObject([
      { sizeBytes, state: 'DEAD' },
    ]);
  });

  it('tell the unique index that they violate', async () => {
    const database = await fresh();
    await write(database, (w) => w.create('User', user));
    const again = write(database, (w) => w.create('User', { ...user, id: 'u9' }));
    const error: unknown = await again.catch((cause: unknown) => cause);
    expect(violatedUniqueIndex(error)).toBe('User_name_key');
  });

  it('are refused outside of a write, and after the write they came from has ended', async () => {
    const database = await fresh();
    const ended = { code: 'P2028' };
    await expect(insertRows(database.writing, 'User', [user])).rejects.toMatchObject(ended);
    const late = await write(database, async (w) => {
      await w.create('User', user);
      return () => w.create('User', { ...user, id: 'u2', name: 'late' });
    });
    await expect(late()).rejects.toMatchObject(ended);
    expect(await database.db.user.count()).toBe(1);
  });

  it('go into their own transaction while another waits for its turn, and roll back with it', async () => {
    const database = await fresh();
    let second = Promise.resolve<unknown>(undefined);
    const first = write(database, async (w) => {
      await w.create('User', user);
      second = write(database, (other) => other.create('User', { ...user, id: 'u2', name: 'bob' }));
      await new Promise((resolve) => setTimeout(resolve, 50));
      await w.create('User', { ...user, id: 'u3', name: 'eve' });
      throw new Error('No.');
    });
    await expect(first).rejects.toThrow('No.');
    await second;
    expect(await database.db.user.findMany({ select: { name: true } })).toEqual([{ name: 'bob' }]);
  });
});

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}
