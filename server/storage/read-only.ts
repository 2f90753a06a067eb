// The database for those who only look, beside a server that may be running: it is not migrated, and nothing that is
// sent through here can change it. A snapshot is one moment of it, however long somebody looks.

import { PrismaPg } from '@prisma/adapter-pg';

import { connected, type DatabaseOptions, type Engine, type PrismaClientClass } from './database.ts';
import { requireMigratedPostgresql, requireMigratedSqlite } from './migrate.ts';
import { sqliteInTurns } from './sqlite-adapter.ts';
import type { ReadClient } from './transact.ts';

/** One moment. */
export interface Snapshot {
  readonly read: ReadClient;
  /** Statements of our own, without values. */
  readonly rows: <Row>(sql: string) => Promise<readonly Row[]>;
}

/** What is committed at each single read. */
export interface ReadOnlyDatabase extends Snapshot {
  readonly engine: Engine;
  inSnapshot<Result>(work: (snapshot: Snapshot) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** How long one may look. */
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** @throws {DatabaseRefused} when it cannot be opened, or is not of this version */
export async function openReadOnly(
  options: Pick<DatabaseOptions, 'url' | 'sqliteFile' | 'migrationsFolder'>,
): Promise<ReadOnlyDatabase> {
  const { url, sqliteFile } = options;
  if (url !== undefined) return openPostgresql(url, options);
  if (sqliteFile !== undefined) return openSqlite(sqliteFile, options);
  throw new Error('openReadOnly needs a url or a sqliteFile.');
}

async function openSqlite(file: string, options: DatabaseOptions): Promise<ReadOnlyDatabase> {
  requireMigratedSqlite(file, options.migrationsFolder);
  const { PrismaClient } = await import('./_generated/sqlite/client.ts');
  return lookedAt(
    'sqlite',
    await connected(PrismaClient, sqliteInTurns(file, 'read'), options),
    'Serializable',
  );
}

async function openPostgresql(url: string, options: DatabaseOptions): Promise<ReadOnlyDatabase> {
  await requireMigratedPostgresql(url, options.migrationsFolder);
  const { PrismaClient } = await import('./_generated/postgresql/client.ts');
  const pool = new PrismaPg({
    connectionString: url,
    max: 2,
    application_name: 'wheelhouse fsck',
    options: '-c default_transaction_read_only=on',
  });
  const client = await connected(PrismaClient as unknown as PrismaClientClass, pool, options);
  // The one isolation of PostgreSQL that shows a moment and makes nobody wait; SQLite's client has no word for it.
  return lookedAt('postgresql', client, 'RepeatableRead' as 'Serializable');
}

function lookedAt(
  engine: Engine,
  client: Awaited<ReturnType<typeof connected>>,
  isolationLevel: 'Serializable',
): ReadOnlyDatabase {
  return {
    engine,
    read: client,
    rows: (sql) => client.$queryRawUnsafe(sql),
    inSnapshot: (work) =>
      client.$transaction((tx) => work({ read: tx, rows: (sql) => tx.$queryRawUnsafe(sql) }), {
        isolationLevel,
        maxWait: DAY_MILLISECONDS,
        timeout: DAY_MILLISECONDS,
      }),
    close: () => client.$disconnect(),
  };
}
