// Computes the SQL that leads from one Prisma schema to another, with the WebAssembly engine that npm carries
// and without any database. `migrate-diff.ts` decides which schemas; `server/storage/migrate.ts` applies the SQL.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { derivePostgresqlSchema } from './derive.ts';

export type Engine = 'sqlite' | 'postgresql';
export const engines: readonly Engine[] = ['sqlite', 'postgresql'];

/**
 * The SQL that turns a database made from one schema into that of another, for one engine; null when there is
 * nothing to do. Schemas are texts of `schema.prisma`; `from` is null for an empty database.
 */
export async function sqlBetween(on: Engine, from: string | null, to: string): Promise<string | null> {
  startEngine();
  const schemaEngine = await engine.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    databaseless(on),
  );
  try {
    const { exitCode, stdout } = await schemaEngine.diff({
      from: from === null ? { tag: 'empty' } : { tag: 'schemaDatamodel', ...schemaFor(on, from) },
      to: { tag: 'schemaDatamodel', ...schemaFor(on, to) },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    if (exitCode === 0 || stdout === null) return null;
    return on === 'postgresql' ? forPostgresql(stdout) : stdout;
  } finally {
    schemaEngine.free();
  }
}

function schemaFor(on: Engine, schema: string) {
  return {
    files: [{ path: 'schema.prisma', content: on === 'sqlite' ? schema : derivePostgresqlSchema(schema) }],
  };
}

/**
 * Text compares binary on both engines; SQLite does so by itself. Every TEXT that follows a column's name, or
 * changes a column's type, is a column of ours: the engine writes no text type elsewhere. And a role that owns
 * its tables need not have the right to create schemas, which is checked even for one that exists.
 */
function forPostgresql(sql: string): string {
  return sql
    .replace(/^-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n/, '')
    .replace(/("\w+"|SET DATA TYPE) TEXT\b/g, '$1 TEXT COLLATE "C"');
}

let started = false;

/** The package's own entry file imports the .wasm as a module, which plain Node does not load. */
function startEngine(): void {
  if (started) return;
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const module = new WebAssembly.Module(readFileSync(file));
  const { exports } = new WebAssembly.Instance(module, { './schema_engine_bg.js': { ...engine } });
  engine.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  started = true;
}

/** Comparing two schemas asks the database for nothing but its version. */
function databaseless(on: Engine) {
  const identity = {
    provider: on === 'sqlite' ? 'sqlite' : 'postgres',
    adapterName: 'wheelhouse-databaseless',
  } as const;
  const refuse = () => Promise.reject(new Error('Comparing two schemas needs no database.'));
  const connection: SqlDriverAdapter = {
    ...identity,
    queryRaw: () => Promise.resolve(versionOf[on]),
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    dispose: () => Promise.resolve(),
  };
  const connect = () => Promise.resolve(connection);
  const factory: SqlMigrationAwareDriverAdapterFactory = { ...identity, connect, connectToShadowDb: connect };
  return bindMigrationAwareSqlAdapterFactory(factory);
}

const boolean = 5;
const integer = 0;
const text = 7;

/** The oldest versions we promise to run on; PostgreSQL is asked whether the schema exists, and twice for its version. */
const versionOf: Record<Engine, SqlResultSet> = {
  sqlite: { columnNames: ['version'], columnTypes: [text], rows: [['3.45.0']] },
  postgresql: {
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [boolean, text, integer],
    rows: [[true, 'PostgreSQL 14.0', 140000]],
  },
};
