import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { openDatabase, type Database } from '../../server/storage/database.ts';
import { DatabaseRefused } from '../../server/storage/migrate.ts';
import { eachEngine } from '../support/database.ts';
import { migrationsFolder } from '../support/postgres.ts';

eachEngine((engine, open) => {
  let database: Database;
  const statements: string[] = [];

  beforeAll(async () => {
    database = await open({ onQuery: (sql) => statements.push(sql) });
  });

  beforeEach(async () => {
    await database.db.password.deleteMany();
    await database.db.user.deleteMany();
    statements.length = 0;
  });

  test('says which engine it is', () => {
    expect(database.engine).toBe(engine);
  });

  test('a row comes back as it was written', async () => {
    const { db, readDb } = database;
    const blob = {
      sha256: 'a'.repeat(64),
      sizeBytes: 2n ** 53n + 1n,
      state: 'UNREFERENCED',
      stateAt: new Date('2026-03-01T23:59:59.999Z'),
    } as const;
    await db.blob.create({ data: blob });

    expect(await readDb.blob.findMany()).toEqual([blob]);
  });

  test('text is ordered and compared byte by byte', async () => {
    const ordered = ['Anna', 'Zoe', '_anna', 'anna', 'anna-b', 'annab', 'zoe', 'Änne', 'änne', '中'];
    await database.db.user.createMany({ data: [...ordered].reverse().map(person) });

    const users = await database.readDb.user.findMany({ orderBy: { name: 'asc' } });
    expect(users.map(({ name }) => name)).toEqual(ordered);
    const range = await database.readDb.user.findMany({ where: { name: { gte: 'a', lt: 'b' } } });
    expect(range.map(({ name }) => name).sort()).toEqual(['anna', 'anna-b', 'annab']);
    expect(await database.readDb.user.count({ where: { name: 'ANNA' } })).toBe(0);
  });

  test('a refused transaction leaves nothing behind', async () => {
    const refused = database.db.$transaction(async (tx) => {
      await tx.user.create({ data: person('alice') });
      throw new Error('refused');
    });

    await expect(refused).rejects.toThrow('refused');
    expect(await database.readDb.user.count()).toBe(0);
  });

  test('what is not committed is not read by others', async () => {
    const seen = await database.db.$transaction(async (tx) => {
      await tx.user.create({ data: person('alice') });
      return database.readDb.user.count();
    });

    expect(seen).toBe(0);
    expect(await database.readDb.user.count()).toBe(1);
  });

  test('writers whose first statement changes one row come one after the other', async () => {
    const { db } = database;
    await db.logHead.create({ data: { id: 'head', serial: 0n, epoch: 'one', hash: '' } });
    const serials = await Promise.all(
      Array.from({ length: 30 }, () =>
        db.$transaction(async (tx) => {
          const head = await tx.logHead.update({
            where: { id: 'head' },
            data: { serial: { increment: 1n } },
          });
          await tx.user.create({ data: person(`user-${await tx.user.count()}`) });
          return head.serial;
        }),
      ),
    );

    expect(new Set(serials).size).toBe(30);
    expect(await db.user.count()).toBe(30);
  });

  test('a row that another points to cannot be deleted', async () => {
    await database.db.user.create({ data: person('alice') });
    await database.db.password.create({
      data: { userId: 'alice-id', hash: 'phc', version: 1, changedAt: new Date(0) },
    });

    await expect(database.db.user.delete({ where: { id: 'alice-id' } })).rejects.toThrow();
    expect(await database.readDb.user.count()).toBe(1);
  });

  test('every statement is counted before its answer arrives', async () => {
    await database.db.user.create({ data: person('alice') });
    statements.length = 0;
    await database.readDb.user.findMany({ include: { sessions: true } });

    expect(statements.map((sql) => sql.slice(0, 6))).toEqual(['SELECT', 'SELECT']);
  });

  test('a list of five thousand can be asked for in one statement', async () => {
    await database.db.user.create({ data: person('alice') });
    const ids = Array.from({ length: 5_000 }, (_, position) => `nobody-${position}`);
    statements.length = 0;

    expect(await database.readDb.user.count({ where: { id: { in: [...ids, 'alice-id'] } } })).toBe(1);
    expect(statements).toHaveLength(1);
  });

  test('nothing opens a closed database again', async () => {
    const closed = await open();
    await closed.close();

    await expect(closed.db.user.count()).rejects.toThrow('The database is closed.');
    await expect(closed.readDb.user.count()).rejects.toThrow('The database is closed.');
  });
});

describe('a database that cannot be opened', () => {
  test('a file of another kind is refused, and stays as it was', async () => {
    await inFolder(async (folder) => {
      const sqliteFile = join(folder, 'wheelhouse.sqlite');
      writeFileSync(sqliteFile, 'Dear diary, '.repeat(500));

      await expect(openDatabase({ sqliteFile, migrationsFolder })).rejects.toEqual(
        new DatabaseRefused(
          `${sqliteFile} is not a SQLite database: move it away, or name another data folder.`,
        ),
      );
    });
  });

  test('a folder in the place of the file is refused', async () => {
    await inFolder(async (folder) => {
      const sqliteFile = join(folder, 'wheelhouse.sqlite');
      mkdirSync(sqliteFile);

      await expect(openDatabase({ sqliteFile, migrationsFolder })).rejects.toEqual(
        new DatabaseRefused(`The database ${sqliteFile} cannot be opened: unable to open database file.`),
      );
    });
  });

  test('a PostgreSQL that does not answer is refused in a sentence without the password', async () => {
    const port = await unusedPort();
    const url = `postgresql://wheelhouse:secret@127.0.0.1:${port}/packages`;
    const refusal = await openDatabase({ url, migrationsFolder }).catch((error: unknown) => error);

    expect(refusal).toEqual(
      new DatabaseRefused(
        `The PostgreSQL database packages at 127.0.0.1:${port} cannot be opened: ` +
          `connect ECONNREFUSED 127.0.0.1:${port}. Check DATABASE_URL, and that the server is running.`,
      ),
    );
    expect(String(refusal)).not.toContain('secret');
  });
});

function person(name: string) {
  return { id: `${name}-id`, name, kind: 'HUMAN', role: 'MEMBER', createdAt: new Date(0) } as const;
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wheelhouse-database-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function unusedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
