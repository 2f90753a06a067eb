// Brings a database to the schema of this code: plain SQL files, applied in the order of their names, each once,
// under a lock. What was applied is in the table `_migrations`; a database that does not fit the files is refused
// with one sentence. How the files are made: `prisma/migrate-diff.ts`.

import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import Sqlite from 'better-sqlite3';
import pg from 'pg';

import { syncPath } from './sync-path.ts';

/** The database cannot be used by this code as it is; the message says why and what to do. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused';
}

interface Migration {
  readonly name: string;
  readonly checksum: string;
  readonly sql: string;
}

interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
}

/** How long a second process waits until the first has applied its migrations, in milliseconds. */
const lockWaitMs = 60_000;

/** The advisory lock of all who migrate one PostgreSQL database; any number would do, as long as it stays. */
const advisoryLock = '7236824518230';

/**
 * Applies to the SQLite file what is missing, all of it or nothing, and returns the names. A file that had
 * migrations before is copied beside itself first, as `<file>.before-<name of the first new one>`.
 * Throws `DatabaseRefused`.
 *
 * @param migrationsFolder holds `sqlite/` and `postgresql/`, each with one folder for each migration.
 */
export function migrateSqlite(file: string, migrationsFolder: string): string[] {
  const migrations = readMigrations(join(migrationsFolder, 'sqlite'));
  const db = openForMigrations(file);
  try {
    const applied = sqliteApplied(db);
    const pending = pendingMigrations(migrations, applied);
    const [first] = pending;
    if (first !== undefined && applied.length > 0) copySqlite(file, `${file}.before-${first.name}`);
    for (const { name, checksum, sql } of pending) {
      db.exec(sql);
      db.prepare(recordApplied.sqlite).run(name, checksum, new Date().toISOString());
    }
    if (pending.length > 0) refuseDanglingRows(db);
    db.exec('COMMIT');
    return pending.map(({ name }) => name);
  } finally {
    // Closing rolls back what was not committed.
    db.close();
  }
}

/**
 * Applies to the PostgreSQL database what is missing, each migration in a transaction of its own, and returns
 * the names. Throws `DatabaseRefused`.
 *
 * @param migrationsFolder holds `sqlite/` and `postgresql/`, each with one folder for each migration.
 */
export async function migratePostgresql(url: string, migrationsFolder: string): Promise<string[]> {
  const migrations = readMigrations(join(migrationsFolder, 'postgresql'));
  const client = await connectPostgresql(url);
  try {
    await client.query(`SELECT pg_advisory_lock(${advisoryLock})`);
    await client.query(createAppliedTable);
    const { rows: applied } = await client.query<AppliedMigration>(selectApplied);
    const pending = pendingMigrations(migrations, applied);
    for (const { name, checksum, sql } of pending) {
      await client.query('BEGIN');
      await client.query(sql);
      await client.query(recordApplied.postgresql, [name, checksum, new Date().toISOString()]);
      await client.query('COMMIT');
    }
    return pending.map(({ name }) => name);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    throw new DatabaseRefused(
      `The PostgreSQL database ${addressIn(url)} cannot be migrated: ${error.message}. ` +
        'Check that DATABASE_URL names the primary, and a user who may create tables.',
      { cause: error },
    );
  } finally {
    // Ending the session rolls back what was not committed, and gives the lock free.
    await client.end();
  }
}

/** For those who only look: throws `DatabaseRefused` unless this code and the SQLite file have the same migrations. */
export function requireMigratedSqlite(file: string, migrationsFolder: string): void {
  const db = openedOrRefused(file, () => new Sqlite(file, { readonly: true, fileMustExist: true }));
  try {
    const applied = openedOrRefused(file, () => db.prepare<[], AppliedMigration>(selectApplied).all());
    requireNonePending(readMigrations(join(migrationsFolder, 'sqlite')), applied);
  } finally {
    db.close();
  }
}

/** The same for PostgreSQL. */
export async function requireMigratedPostgresql(url: string, migrationsFolder: string): Promise<void> {
  const client = await connectPostgresql(url);
  try {
    const { rows } = await client.query<{ present: boolean }>(
      `SELECT to_regclass('"_migrations"') IS NOT NULL AS "present"`,
    );
    const applied = rows[0]!.present ? (await client.query<AppliedMigration>(selectApplied)).rows : [];
    requireNonePending(readMigrations(join(migrationsFolder, 'postgresql')), applied);
  } finally {
    await client.end();
  }
}

function requireNonePending(migrations: readonly Migration[], applied: readonly AppliedMigration[]): void {
  const [first] = pendingMigrations(migrations, applied);
  if (first === undefined) return;
  throw new DatabaseRefused(
    `The database does not have the migration ${first.name} yet: start this version of the server once, or look with ` +
      'the version that runs.',
  );
}

/** What the files have and the database has not; refuses a database whose history is not the beginning of ours. */
function pendingMigrations(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration[] {
  applied.forEach(({ name, checksum }, position) => {
    const known = migrations.find((migration) => migration.name === name);
    if (known === undefined) {
      throw new DatabaseRefused(
        `The database has the migration ${name}, which this version of Wheelhouse does not know: ` +
          'start the newer version that wrote it, or restore a copy from before.',
      );
    }
    if (known.checksum !== checksum) {
      throw new DatabaseRefused(
        `The migration ${name} was edited after it had been applied to this database: ` +
          'install an unchanged Wheelhouse, or restore a copy from before.',
      );
    }
    if (migrations[position] !== known) {
      throw new DatabaseRefused(
        `The database has the migration ${name} but not ${migrations[position]?.name}, which comes before it: ` +
          'restore a copy from before, or start the version that wrote it.',
      );
    }
  });
  return migrations.slice(applied.length);
}

function readMigrations(folder: string): Migration[] {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  if (names.length === 0) {
    throw new DatabaseRefused(`There are no migrations in ${folder}: this copy of Wheelhouse is incomplete.`);
  }
  return names.map((name) => {
    const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

const createAppliedTable = `CREATE TABLE IF NOT EXISTS "_migrations" (
  "name" TEXT NOT NULL PRIMARY KEY,
  "checksum" TEXT NOT NULL,
  "appliedAt" TEXT NOT NULL
)`;
const selectApplied = 'SELECT "name", "checksum" FROM "_migrations" ORDER BY "name"';
const recordApplied = {
  sqlite: 'INSERT INTO "_migrations" ("name", "checksum", "appliedAt") VALUES (?, ?, ?)',
  postgresql: 'INSERT INTO "_migrations" ("name", "checksum", "appliedAt") VALUES ($1, $2, $3)',
};

function sqliteApplied(db: Sqlite.Database): AppliedMigration[] {
  db.exec(createAppliedTable);
  return db.prepare<[], AppliedMigration>(selectApplied).all();
}

/** With the write lock taken. */
function openForMigrations(file: string): Sqlite.Database {
  let db: Sqlite.Database | undefined;
  try {
    db = new Sqlite(file, { timeout: lockWaitMs });
    // This mode stays in the file, and is what every later connection finds.
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    // Here and not in the SQL: the pragma does nothing inside a transaction, and a table that is dropped to be
    // rebuilt while foreign keys are enforced takes the rows that point to it along.
    db.pragma('foreign_keys = OFF');
    db.exec('BEGIN IMMEDIATE');
    return db;
  } catch (error) {
    db?.close();
    throw sqliteRefusal(file, error);
  }
}

function openedOrRefused<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw sqliteRefusal(file, error);
  }
}

function sqliteRefusal(file: string, error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  return new DatabaseRefused(
    error.code === 'SQLITE_NOTADB'
      ? `${file} is not a SQLite database: move it away, or name another data folder.`
      : `The database ${file} cannot be opened: ${error.message}.`,
  );
}

async function connectPostgresql(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new DatabaseRefused(
      `The PostgreSQL database ${addressIn(url)} cannot be opened: ${reasonOf(error)}. ` +
        'Check DATABASE_URL, and that the server is running.',
    );
  }
}

/** Without the user and the password. */
function addressIn(url: string): string {
  const { host, pathname } = new URL(url);
  return `${pathname.slice(1)} at ${host}`;
}

/** Node reports a name with several addresses as an error without a text, that holds one error for each. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

/** Complete and durable before it has its name; the writer's lock, held by the caller, keeps it consistent. */
function copySqlite(file: string, copy: string): void {
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { force: true });
  const reader = new Sqlite(file, { readonly: true });
  try {
    reader.prepare('VACUUM INTO ?').run(unfinished);
  } finally {
    reader.close();
  }
  chmodSync(unfinished, statSync(file).mode);
  syncPath(unfinished);
  renameSync(unfinished, copy);
  syncPath(dirname(copy));
}

function refuseDanglingRows(db: Sqlite.Database): void {
  const dangling = db.prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check').get();
  if (dangling === undefined) return;
  throw new DatabaseRefused(
    `The new migrations would leave rows of ${dangling.table} that point to missing rows of ${dangling.parent}, ` +
      'so nothing was changed: please report this, with the version you came from.',
  );
}
