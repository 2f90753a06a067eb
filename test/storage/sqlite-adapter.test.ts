// The stock adapter fails the first two of these tests: it runs a statement from elsewhere inside the open transaction.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { PrismaClient } from '../../server/storage/_generated/sqlite/client.ts';
import { openDatabase, type Database } from '../../server/storage/database.ts';
import { sqliteInTurns } from '../../server/storage/sqlite-adapter.ts';
import { migrationsFolder } from '../support/postgres.ts';

let folder: string;
let file: string;
let database: Database;
let db: PrismaClient;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wheelhouse-adapter-'));
  file = join(folder, 'wheelhouse.sqlite');
  database = await openDatabase({ sqliteFile: file, migrationsFolder });
  db = database.db;
});

afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

describe('while a transaction is open', () => {
  test('a write from elsewhere waits, and survives when the transaction is rolled back', async () => {
    const aliceWritten = signal();
    const transaction = db.$transaction(async (tx) => {
      await tx.user.create({ data: person('alice') });
      aliceWritten.give();
      await turnsOfTheLoop(20);
      throw new Error('alice changed her mind');
    });
    await aliceWritten.given;
    const bob = sent(db.user.create({ data: person('bob') }));

    await expect(transaction).rejects.toThrow('alice changed her mind');
    await bob;
    expect(await names()).toEqual(['bob']);
  });

  test('a read from elsewhere waits, and never sees what is not committed', async () => {
    const aliceWritten = signal();
    const transaction = db.$transaction(async (tx) => {
      await tx.user.create({ data: person('alice') });
      aliceWritten.give();
      await turnsOfTheLoop(20);
      throw new Error('alice changed her mind');
    });
    await aliceWritten.given;
    const seen = sent(db.user.count());

    await expect(transaction).rejects.toThrow('alice changed her mind');
    expect(await seen).toBe(0);
  });

  test('the reading connection answers at once, with what is committed', async () => {
    await db.user.create({ data: person('alice') });
    const seen = await db.$transaction(async (tx) => {
      await tx.user.create({ data: person('bob') });
      return database.readDb.user.count();
    });

    expect(seen).toBe(1);
    expect(await database.readDb.user.count()).toBe(2);
  });

  test('another connection cannot write, from its beginning on', async () => {
    const elsewhere = new Sqlite(file, { timeout: 0 });
    await db.$transaction(async (tx) => {
      await tx.user.count();
      expect(() => elsewhere.exec('BEGIN IMMEDIATE')).toThrow('database is locked');
    });
    elsewhere.exec('BEGIN IMMEDIATE');
    elsewhere.close();
  });

  test('whoever waits too long is refused, and those behind still get their turn', async () => {
    const started = signal();
    const finish = signal();
    const slow = db.$transaction(async () => {
      started.give();
      await finish.given;
    });
    await started.given;
    const impatient = db.$transaction((tx) => tx.user.create({ data: person('alice') }), { maxWait: 20 });
    const patient = db.$transaction((tx) => tx.user.create({ data: person('bob') }));

    await expect(impatient).rejects.toMatchObject({ code: 'P2028' });
    finish.give();
    await Promise.all([slow, patient]);
    expect(await names()).toEqual(['bob']);
  });
});

test('twenty transactions that read a number and write the next one lose none', async () => {
  await db.logHead.create({ data: { id: 'head', serial: 0n, epoch: 'one', hash: '' } });
  await Promise.all(
    Array.from({ length: 20 }, () =>
      db.$transaction(async (tx) => {
        const { serial } = await tx.logHead.findUniqueOrThrow({ where: { id: 'head' } });
        await turnsOfTheLoop(2);
        await tx.logHead.update({ where: { id: 'head' }, data: { serial: serial + 1n } });
      }),
    ),
  );

  expect((await db.logHead.findUniqueOrThrow({ where: { id: 'head' } })).serial).toBe(20n);
});

test('a commit that fails leaves no transaction open', async () => {
  await db.$executeRaw`CREATE TABLE "Note" ("userId" TEXT REFERENCES "User" ("id") DEFERRABLE INITIALLY DEFERRED)`;
  const dangling = db.$transaction((tx) => tx.$executeRaw`INSERT INTO "Note" VALUES ('nobody')`);

  await expect(dangling).rejects.toThrow();
  await db.$transaction((tx) => tx.user.create({ data: person('alice') }));
  expect(await names()).toEqual(['alice']);
  expect(await db.$queryRaw`SELECT * FROM "Note"`).toEqual([]);
});

test('a transaction that took too long can write nothing any more', async () => {
  const late = db.$transaction(
    async (tx) => {
      await tx.user.create({ data: person('alice') });
      await new Promise((resolve) => setTimeout(resolve, 60));
      await tx.user.create({ data: person('bob') });
    },
    { timeout: 20 },
  );

  await expect(late).rejects.toMatchObject({ code: 'P2028' });
  expect(await names()).toEqual([]);
});

test('a handle that outlives its transaction reaches nothing', async () => {
  const connection = await sqliteInTurns(file, 'write').connect();
  const transaction = await connection.startTransaction();
  await transaction.executeRaw({ sql: 'ROLLBACK', args: [], argTypes: [] });
  await transaction.rollback();

  await expect(
    transaction.executeRaw({ sql: 'DELETE FROM "User"', args: [], argTypes: [] }),
  ).rejects.toMatchObject({
    cause: { kind: 'TransactionAlreadyClosed' },
  });
  await connection.dispose();
});

test('nested transactions roll back alone', async () => {
  await db.$transaction(async (tx) => {
    await tx.user.create({ data: person('alice') });
    const inner = tx.$transaction(async (nested) => {
      await nested.user.create({ data: person('bob') });
      throw new Error('not bob');
    });
    await expect(inner).rejects.toThrow('not bob');
  });

  expect(await names()).toEqual(['alice']);
});

test('the reading connection refuses to write', async () => {
  await expect(database.readDb.user.create({ data: person('alice') })).rejects.toThrow('readonly');
  expect(await names()).toEqual([]);
});

test('both connections have the settings that durability and correct keys need', async () => {
  const settings = async (client: PrismaClient) => [
    await client.$queryRawUnsafe('PRAGMA journal_mode'),
    await client.$queryRawUnsafe('PRAGMA synchronous'),
    await client.$queryRawUnsafe('PRAGMA foreign_keys'),
    await client.$queryRawUnsafe('PRAGMA query_only'),
    await client.$queryRawUnsafe('PRAGMA busy_timeout'),
  ];
  const full = 2n;

  expect(await settings(db)).toEqual([
    [{ journal_mode: 'wal' }],
    [{ synchronous: full }],
    [{ foreign_keys: 1n }],
    [{ query_only: 0n }],
    [{ timeout: 5_000n }],
  ]);
  expect((await settings(database.readDb))[3]).toEqual([{ query_only: 1n }]);
});

test('closing moves the write-ahead log into the file', async () => {
  await db.user.create({ data: person('alice') });
  await database.close();

  const copy = new Sqlite(file, { readonly: true });
  expect(copy.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(copy.prepare('SELECT "name" FROM "User"').all()).toEqual([{ name: 'alice' }]);
  copy.close();
});

function person(name: string) {
  return { id: `${name}-id`, name, kind: 'HUMAN', role: 'MEMBER', createdAt: new Date(0) } as const;
}

async function names(): Promise<string[]> {
  const users = await db.user.findMany({ orderBy: { name: 'asc' } });
  return users.map(({ name }) => name);
}

function signal(): { given: Promise<void>; give: () => void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}

/** Prisma sends a query when somebody asks for its answer, and not before. */
function sent<T>(query: PromiseLike<T>): Promise<T> {
  return Promise.resolve(query);
}

/** Long enough for every other statement that could run to have run. */
async function turnsOfTheLoop(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
