// On both engines with small migrations of our own; that the real ones lead to schema.prisma is `drift.test.ts`.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { sqlBetween } from '../../prisma/schema-engine.ts';
import { DatabaseRefused, migratePostgresql, migrateSqlite } from '../../server/storage/migrate.ts';
import { createTestDatabase, hasPostgres } from '../support/postgres.ts';

const first = 'CREATE TABLE "Ship" ("name" TEXT PRIMARY KEY);\nINSERT INTO "Ship" VALUES (\'Argo\');';
const second = 'ALTER TABLE "Ship" ADD COLUMN "masts" INTEGER NOT NULL DEFAULT 1;';
const broken = 'INSERT INTO "Ship" ("name") VALUES (\'Beagle\');\nINSERT INTO "Boat" VALUES (1);';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wheelhouse-migrate-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Rig {
  migrate(): Promise<string[]>;
  select(sql: string): Promise<unknown[]>;
}

const rigs = {
  sqlite: async (): Promise<Rig> => {
    const file = join(folder, 'wheelhouse.sqlite');
    return {
      migrate: async () => migrateSqlite(file, folder),
      select: async (sql) => onSqlite(file, (db) => db.prepare(sql).all()),
    };
  },
  postgresql: async (): Promise<Rig> => {
    const url = await createTestDatabase({ empty: true });
    return { migrate: () => migratePostgresql(url, folder), select: (sql) => onPostgresql(url, sql) };
  },
};

describe.each(['sqlite', 'postgresql'] as const)('on %s', (engine) => {
  describe.skipIf(engine === 'postgresql' && !hasPostgres())('migrations', () => {
    let rig: Rig;

    beforeEach(async () => {
      rig = await rigs[engine]();
      writeMigration(engine, '0001_first', first);
    });

    test('are applied in the order of their names, each once, and recorded', async () => {
      writeMigration(engine, '0002_masts', second);

      expect(await rig.migrate()).toEqual(['0001_first', '0002_masts']);
      expect(await rig.migrate()).toEqual([]);
      expect(await rig.select('SELECT * FROM "Ship"')).toEqual([{ name: 'Argo', masts: 1 }]);
      expect(await rig.select('SELECT "name", "checksum" FROM "_migrations" ORDER BY "name"')).toEqual([
        { name: '0001_first', checksum: sha256(first) },
        { name: '0002_masts', checksum: sha256(second) },
      ]);
    });

    test('that were edited afterwards are refused, and nothing changes', async () => {
      await rig.migrate();
      writeMigration(engine, '0001_first', `${first}\n`);
      writeMigration(engine, '0002_masts', second);

      await expect(rig.migrate()).rejects.toEqual(
        new DatabaseRefused(
          'The migration 0001_first was edited after it had been applied to this database: ' +
            'install an unchanged Wheelhouse, or restore a copy from before.',
        ),
      );
      expect(await rig.select('SELECT * FROM "Ship"')).toEqual([{ name: 'Argo' }]);
    });

    test('that this code does not know are refused: the database is newer', async () => {
      writeMigration(engine, '0002_masts', second);
      await rig.migrate();
      rmSync(join(folder, engine, '0002_masts'), { recursive: true });

      await expect(rig.migrate()).rejects.toEqual(
        new DatabaseRefused(
          'The database has the migration 0002_masts, which this version of Wheelhouse does not know: ' +
            'start the newer version that wrote it, or restore a copy from before.',
        ),
      );
    });

    test('are never slipped in before one that was applied', async () => {
      writeMigration(engine, '0003_masts', second);
      await rig.migrate();
      writeMigration(engine, '0002_late', 'DELETE FROM "Ship";');

      await expect(rig.migrate()).rejects.toThrow(
        'The database has the migration 0003_masts but not 0002_late, which comes before it',
      );
      expect(await rig.select('SELECT "name" FROM "Ship"')).toEqual([{ name: 'Argo' }]);
    });

    test('that fail leave nothing of themselves, and are applied once they are mended', async () => {
      await rig.migrate();
      writeMigration(engine, '0002_boats', broken);

      await expect(rig.migrate()).rejects.toThrow('Boat');
      expect(await rig.select('SELECT * FROM "Ship"')).toEqual([{ name: 'Argo' }]);
      writeMigration(engine, '0002_boats', second);
      expect(await rig.migrate()).toEqual(['0002_boats']);
    });

    test('that are missing altogether are refused', async () => {
      rmSync(join(folder, engine), { recursive: true });

      await expect(rig.migrate()).rejects.toEqual(
        new DatabaseRefused(
          `There are no migrations in ${join(folder, engine)}: this copy of Wheelhouse is incomplete.`,
        ),
      );
    });
  });
});

test.skipIf(!hasPostgres())('of two nodes that start at once on PostgreSQL one applies', async () => {
  const url = await createTestDatabase({ empty: true });
  writeMigration('postgresql', '0001_first', `SELECT pg_sleep(0.2);\n${first}`);
  const applied = await Promise.all([1, 2, 3].map(() => migratePostgresql(url, folder)));

  expect(applied.flat()).toEqual(['0001_first']);
  expect(await onPostgresql(url, 'SELECT * FROM "Ship"')).toEqual([{ name: 'Argo' }]);
});

describe('on SQLite', () => {
  test('of two processes that start at once one applies', async () => {
    writeMigration('sqlite', '0001_first', first);
    const applied = await Promise.all([migrateInProcess(), migrateInProcess()]);

    expect(applied.sort()).toEqual(['["0001_first"]', '[]']);
  });

  test('a copy is made before a database with rows is changed, and only then', () => {
    const file = join(folder, 'wheelhouse.sqlite');
    writeMigration('sqlite', '0001_first', first);
    migrateSqlite(file, folder);
    migrateSqlite(file, folder);
    expect(readdirSync(folder).sort()).toEqual(['sqlite', 'wheelhouse.sqlite']);

    writeMigration('sqlite', '0002_masts', second);
    writeMigration('sqlite', '0003_fleet', 'DELETE FROM "Ship";');
    migrateSqlite(file, folder);

    const copy = 'wheelhouse.sqlite.before-0002_masts';
    expect(readdirSync(folder).sort()).toEqual(['sqlite', 'wheelhouse.sqlite', copy]);
    expect(onSqlite(join(folder, copy), (db) => db.prepare('SELECT * FROM "Ship"').all())).toEqual([
      { name: 'Argo' },
    ]);
  });

  test('a copy that was cut short is made again', () => {
    const file = join(folder, 'wheelhouse.sqlite');
    writeMigration('sqlite', '0001_first', first);
    migrateSqlite(file, folder);
    writeFileSync(`${file}.before-0002_masts.unfinished`, 'half a copy');
    writeMigration('sqlite', '0002_masts', second);
    migrateSqlite(file, folder);

    expect(existsSync(`${file}.before-0002_masts.unfinished`)).toBe(false);
    expect(onSqlite(`${file}.before-0002_masts`, (db) => db.prepare('SELECT * FROM "Ship"').all())).toEqual([
      { name: 'Argo' },
    ]);
  });

  test('when one of several fails none is kept', () => {
    const file = join(folder, 'wheelhouse.sqlite');
    writeMigration('sqlite', '0001_first', first);
    writeMigration('sqlite', '0002_boats', broken);

    expect(() => migrateSqlite(file, folder)).toThrow('Boat');
    expect(onSqlite(file, (db) => db.prepare('SELECT "name" FROM sqlite_schema').all())).toEqual([]);
  });

  test('a table that is rebuilt keeps the rows that point to it', async () => {
    const file = join(folder, 'wheelhouse.sqlite');
    const before = schemaOf('rig String');
    writeMigration('sqlite', '0001_first', (await sqlBetween('sqlite', null, before)) ?? '');
    migrateSqlite(file, folder);
    onSqlite(file, (db) =>
      db.exec(
        `INSERT INTO "Ship" VALUES ('Argo', 'galley'); INSERT INTO "Sailor" VALUES ('Orpheus', 'Argo');`,
      ),
    );

    const rebuild = (await sqlBetween('sqlite', before, schemaOf(''))) ?? '';
    writeMigration('sqlite', '0002_no_rig', rebuild);
    migrateSqlite(file, folder);

    expect(rebuild).toContain('DROP TABLE "Ship"');
    expect(onSqlite(file, (db) => db.prepare('SELECT * FROM "Ship"').all())).toEqual([{ name: 'Argo' }]);
    expect(onSqlite(file, (db) => db.prepare('SELECT * FROM "Sailor"').all())).toEqual([
      { name: 'Orpheus', shipName: 'Argo' },
    ]);
  });

  test('a migration that leaves rows pointing nowhere is refused', async () => {
    const file = join(folder, 'wheelhouse.sqlite');
    writeMigration('sqlite', '0001_first', (await sqlBetween('sqlite', null, schemaOf(''))) ?? '');
    migrateSqlite(file, folder);
    onSqlite(file, (db) =>
      db.exec(`INSERT INTO "Ship" VALUES ('Argo'); INSERT INTO "Sailor" VALUES ('Orpheus', 'Argo');`),
    );
    writeMigration('sqlite', '0002_sink', 'DELETE FROM "Ship";');

    expect(() => migrateSqlite(file, folder)).toThrow(
      new DatabaseRefused(
        'The new migrations would leave rows of Sailor that point to missing rows of Ship, ' +
          'so nothing was changed: please report this, with the version you came from.',
      ),
    );
    expect(onSqlite(file, (db) => db.prepare('SELECT * FROM "Ship"').all())).toEqual([{ name: 'Argo' }]);
  });
});

/** A sailor goes down with the ship: what a careless rebuild of the ships would do to the crew. */
function schemaOf(shipColumn: string): string {
  return `
    datasource db {
      provider = "sqlite"
    }
    model Ship {
      name String @id
      ${shipColumn}
      crew Sailor[]
    }
    model Sailor {
      name     String @id
      shipName String
      ship     Ship   @relation(fields: [shipName], references: [name], onDelete: Cascade)
    }`;
}

function writeMigration(engine: 'sqlite' | 'postgresql', name: string, sql: string): void {
  mkdirSync(join(folder, engine, name), { recursive: true });
  writeFileSync(join(folder, engine, name, 'migration.sql'), sql);
}

function onSqlite<T>(file: string, work: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(file);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

async function onPostgresql(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

/** The names that another process applied, as JSON. */
function migrateInProcess(): Promise<string> {
  const module = fileURLToPath(new URL('../../server/storage/migrate.ts', import.meta.url));
  const script = `
    const { migrateSqlite } = await import(${JSON.stringify(module)});
    const applied = migrateSqlite(${JSON.stringify(join(folder, 'wheelhouse.sqlite'))}, ${JSON.stringify(folder)});
    process.stdout.write(JSON.stringify(applied));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => {
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.once('close', () => resolve(output));
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
