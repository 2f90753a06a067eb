// Runs the same tests once on each engine, on real, migrated databases that nobody else uses.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe } from 'vitest';

import {
  openDatabase,
  type Database,
  type DatabaseOptions,
  type Engine,
} from '../../server/storage/database.ts';
import { createTestDatabase, hasPostgres, migrationsFolder } from './postgres.ts';

/** Opens a fresh, migrated, empty database; it is closed and removed after the tests of this engine. */
export type OpenFresh = (
  options?: Pick<DatabaseOptions, 'onQuery' | 'log' | 'poolSize'>,
) => Promise<Database>;

/** Where a fresh database is, in the words of `openDatabase`. */
export type DatabaseAddress = { readonly url: string } | { readonly sqliteFile: string };

/** Describes `tests` once for each engine. */
export function eachEngine(tests: (engine: Engine, open: OpenFresh) => void): void {
  for (const engine of ['sqlite', 'postgresql'] as const) {
    describe.skipIf(engine === 'postgresql' && !hasPostgres())(`on ${engine}`, () => {
      const clean: (() => Promise<void> | void)[] = [];
      afterAll(async () => {
        for (const each of clean.reverse()) await each();
      });
      tests(engine, async (options) => {
        const { address, remove } = await freshAddress(engine);
        clean.push(remove);
        const database = await openDatabase({ ...address, migrationsFolder, ...options });
        clean.push(() => database.close());
        return database;
      });
    });
  }
}

/** A place for a database: on SQLite a file that does not exist yet, on PostgreSQL a migrated database. */
export async function freshAddress(
  engine: Engine,
): Promise<{ address: DatabaseAddress; remove: () => void }> {
  if (engine === 'postgresql') return { address: { url: await createTestDatabase() }, remove: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'wheelhouse-database-'));
  return {
    address: { sqliteFile: join(folder, 'wheelhouse.sqlite') },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
