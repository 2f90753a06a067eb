// One PostgreSQL server for a test run, and a fresh database for whoever asks: `PG_URL` names a server that may create
// databases, otherwise one is started. This file is also Vitest's global set-up. On a laptop without PostgreSQL its
// tests are skipped, and say so; in CI that is a failure.

import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import pg from 'pg';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';

import { migratePostgresql } from '../../server/storage/migrate.ts';
import { startPostgres, type PostgresServer } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Null when there is no PostgreSQL on this machine. */
    postgres: { serverUrl: string; run: string } | null;
  }
}

export const migrationsFolder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** Whether this run has a PostgreSQL server; if not, the run has said why. */
export function hasPostgres(): boolean {
  return inject('postgres') !== null;
}

/** Makes a database and returns its URL: migrated unless `empty`. It goes away with the test run. */
export async function createTestDatabase({ empty = false } = {}): Promise<string> {
  const postgres = inject('postgres');
  if (postgres === null) throw new Error('This test run has no PostgreSQL: ask hasPostgres() first.');
  const { serverUrl, run } = postgres;
  const name = `${run}_${randomUUID().slice(0, 8)}`;
  const template = empty ? 'template1' : templateOf(run);
  await onServer(serverUrl, (server) => server.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`));
  return databaseUrl(serverUrl, name);
}

/** Ends all connections to a database and lets nobody in until it is open again, as an outage does. */
export async function openDatabaseToAll(url: string, isOpen: boolean): Promise<void> {
  const postgres = inject('postgres');
  if (postgres === null) throw new Error('This test run has no PostgreSQL: ask hasPostgres() first.');
  const name = new URL(url).pathname.slice(1);
  await onServer(postgres.serverUrl, async (server) => {
    await server.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS ${isOpen}`);
    if (!isOpen)
      await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  });
}

/** Vitest calls this once, before the first test, and what it returns after the last. */
export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const server = await findServer();
  if (server === null) {
    project.provide('postgres', null);
    return undefined;
  }
  const run = `wheelhouse_test_${randomUUID().slice(0, 8)}`;
  try {
    await onServer(server.url, (client) => client.query(`CREATE DATABASE "${templateOf(run)}"`));
    await migratePostgresql(databaseUrl(server.url, templateOf(run)), migrationsFolder);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('postgres', { serverUrl: server.url, run });
  return async () => {
    if (process.env.PG_URL !== undefined) await dropDatabases(server.url, run);
    await server.stop();
  };
}

async function findServer(): Promise<PostgresServer | null> {
  if (process.env.PG_URL !== undefined) return { url: process.env.PG_URL, stop: () => Promise.resolve() };
  try {
    return await startPostgres();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const advice = 'Give PG_URL=postgresql://…, a server that may create databases.';
    if (process.env.CI !== undefined)
      throw new Error(`PostgreSQL could not be started. ${advice}`, { cause: error });
    console.warn(`SKIPPED: all tests on PostgreSQL, because it could not be started. ${advice} ${reason}`);
    return null;
  }
}

function templateOf(run: string): string {
  return `${run}_template`;
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer<T>(url: string, work: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

async function dropDatabases(serverUrl: string, run: string): Promise<void> {
  await onServer(serverUrl, async (server) => {
    const { rows } = await server.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [run],
    );
    for (const { datname } of rows) await server.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
  });
}
