// Opens the database of either engine, migrated and ready: SQLite as one locked connection that writes and a second
// that only reads (STATE 11), PostgreSQL as one pool. The domain sees the types of the SQLite client for both.
// How replicated state is changed is `transact.ts`; who may open the folder is `folder-lock.ts`.

import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapterFactory, SqlQuery } from '@prisma/driver-adapter-utils';

import type { Prisma, PrismaClient } from './_generated/sqlite/client.ts';
import { migratePostgresql, migrateSqlite } from './migrate.ts';
import { sqliteInTurns } from './sqlite-adapter.ts';
import { DriverTap, type Statements } from './statements.ts';

export type Engine = 'sqlite' | 'postgresql';

export interface Database {
  readonly engine: Engine;
  /** Writes, and reads that belong to a write. A transaction's callback must use its own handle only. */
  readonly db: PrismaClient;
  /** Reads of what is committed, while others write. On PostgreSQL it is `db`. */
  readonly readDb: PrismaClient;
  /** Statements of our own, inside the transaction that has the serial. */
  readonly writing: Statements;
  /** The same on the connection of `readDb`, outside of any transaction. */
  readonly reading: Statements;
  /** Rolls back what is open, and closes every connection; nothing opens them again. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `postgresql://…`; give either this or `sqliteFile`. */
  readonly url?: string | undefined;
  /** Where the SQLite file is or shall be; its folder must exist. */
  readonly sqliteFile?: string | undefined;
  /** Holds `sqlite/` and `postgresql/`: `prisma/migrations` in a checkout, its copy in `dist/` otherwise. */
  readonly migrationsFolder: string;
  /** Connections in PostgreSQL's pool; 10 unless told. */
  readonly poolSize?: number | undefined;
  /** Called with one sentence for each thing an operator may want to read. */
  readonly log?: ((sentence: string) => void) | undefined;
  /** Called with each SQL statement that succeeded, COMMIT included. It costs time: for tests and the bench. */
  readonly onQuery?: ((sql: string) => void) | undefined;
}

/**
 * Opens and migrates the database. Throws `DatabaseRefused` when it cannot be used.
 *
 * A transaction waits up to 30 seconds for its turn and may then take 30 seconds; whoever opens one gives other
 * limits as `maxWait` and `timeout`, in milliseconds.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, sqliteFile } = options;
  if (url !== undefined) return openPostgresql(url, options);
  if (sqliteFile !== undefined) return openSqlite(sqliteFile, options);
  throw new Error('openDatabase needs a url or a sqliteFile.');
}

const transactionLimits = { maxWait: 30_000, timeout: 30_000 };

async function openSqlite(file: string, options: DatabaseOptions): Promise<Database> {
  logApplied(migrateSqlite(file, options.migrationsFolder), options);
  const { PrismaClient } = await import('./_generated/sqlite/client.ts');
  const writer = new DriverTap('sqlite', options.onQuery);
  const reader = new DriverTap('sqlite', options.onQuery);
  const db = await connected(PrismaClient, writer.watch(sqliteInTurns(file, 'write')), options);
  const readDb = await connected(PrismaClient, reader.watch(sqliteInTurns(file, 'read')), options);
  return {
    engine: 'sqlite',
    db,
    readDb,
    writing: writer.writing,
    reading: reader.alone,
    async close() {
      // The writer last: closing the last connection moves the write-ahead log into the file, and a reader cannot.
      await readDb.$disconnect();
      await db.$disconnect();
    },
  };
}

async function openPostgresql(url: string, options: DatabaseOptions): Promise<Database> {
  logApplied(await migratePostgresql(url, options.migrationsFolder), options);
  const { PrismaClient: PostgresqlClient } = await import('./_generated/postgresql/client.ts');
  const { log, poolSize = 10 } = options;
  const pool = new PrismaPg(
    { connectionString: url, max: poolSize, application_name: 'wheelhouse' },
    {
      statementNameGenerator: createStatementNames(),
      onPoolError: ({ message }) => log?.(`An idle connection to PostgreSQL was lost: ${message}.`),
    },
  );
  // Both clients are generated from one schema; `test/storage/database.test.ts` runs on both.
  const PrismaClient = PostgresqlClient as unknown as PrismaClientClass;
  const tap = new DriverTap('postgresql', options.onQuery);
  const db = await connected(PrismaClient, tap.watch(pool), options);
  return {
    engine: 'postgresql',
    db,
    readDb: db,
    writing: tap.writing,
    reading: tap.alone,
    close: () => db.$disconnect(),
  };
}

export type PrismaClientClass = new (options: Prisma.PrismaClientOptions) => PrismaClient;

/** A client that opens its connections once. */
export async function connected(
  Client: PrismaClientClass,
  adapter: SqlDriverAdapterFactory,
  { onQuery }: DatabaseOptions,
): Promise<PrismaClient> {
  const client = new Client({
    adapter: connectingOnce(adapter),
    transactionOptions: transactionLimits,
    errorFormat: 'minimal',
    log: onQuery === undefined ? [] : [{ emit: 'event', level: 'query' }],
  });
  if (onQuery !== undefined) client.$on('query' as never, ({ query }: Prisma.QueryEvent) => onQuery(query));
  await client.$connect();
  return client;
}

/** Without this a statement that comes after the end would open the database again, unseen and unlocked. */
function connectingOnce(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  let connectedBefore = false;
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect() {
      if (connectedBefore) return Promise.reject(new Error('The database is closed.'));
      connectedBefore = true;
      return factory.connect();
    },
  };
}

const preparedStatements = 1_000;

/**
 * Names by which PostgreSQL keeps prepared statements, on every connection of the pool alike. The server never
 * forgets one, so after the first thousand texts (lists of every length make new ones) the others stay unnamed.
 */
function createStatementNames(): (query: SqlQuery) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= preparedStatements) return '';
    const name = `wheelhouse_${names.size}`;
    names.set(sql, name);
    return name;
  };
}

function logApplied(names: readonly string[], { log }: DatabaseOptions): void {
  for (const name of names) log?.(`Applied the migration ${name}.`);
}
