// The whole server in this process on port 0, with a data folder of its own, a clock that tests can move, and
// people who act. Whoever makes one closes it.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pino from 'pino';

import { createApp, type App } from '../../server/app.ts';
import { readSettings } from '../../server/config.ts';
import { SYSTEM_CALLER } from '../../server/domain/actor.ts';
import { createUser } from '../../server/domain/users/accounts.ts';
import { MODEL_CLASSES } from '../../server/storage/classes.ts';
import type { Engine } from '../../server/storage/database.ts';
import { anonymous, signedIn, type Anonymous, type Person } from './people.ts';
import { createTestDatabase, migrationsFolder } from './postgres.ts';

export interface TestApp {
  readonly url: string;
  readonly app: App;
  readonly dataFolder: string;
  readonly nobody: Anonymous;
  /** Every SQL statement since the last call, on both connections. */
  takeStatements(): string[];
  /** Moves the clock; it stands still otherwise only when the test says so. */
  advance(milliseconds: number): void;
  /** A new user with a password and a session. */
  person(name: string, options?: { role?: 'ADMIN' | 'MEMBER' }): Promise<Person>;
  /** Relative paths of files below a folder of the data folder, sorted. */
  files(folder: 'blobs' | 'spool'): string[];
  /** Rows of every table, `_migrations` apart. */
  counts(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly engine?: Engine;
  /** Joins another app's database, as a second node does; only with PostgreSQL. */
  readonly beside?: TestApp;
  readonly environment?: Readonly<Record<string, string>>;
}

const databases = new WeakMap<TestApp, string>();

/** Where its database is, in the words of `openDatabase`. */
export function placeOf(app: TestApp): { url: string } | { sqliteFile: string } {
  const url = databases.get(app);
  return url === undefined ? { sqliteFile: join(app.dataFolder, 'wheelhouse.sqlite') } : { url };
}

const SECRET = `1 ${Buffer.alloc(32, 7).toString('base64')}\n`;

export async function createTestApp({
  engine = 'sqlite',
  beside,
  environment,
}: TestAppOptions = {}): Promise<TestApp> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'wheelhouse-app-'));
  const databaseUrl =
    engine === 'sqlite' ? null : ((beside && databases.get(beside)) ?? (await createTestDatabase()));
  const settings = readSettings({
    WHEELHOUSE_DATA: dataFolder,
    // Tests mint many; what the limit does has tests of its own.
    WHEELHOUSE_TOKENS_PER_HOUR: '10000',
    ...(databaseUrl !== null && {
      DATABASE_URL: databaseUrl,
      WHEELHOUSE_SECRET_FILE: await secretFile(dataFolder),
    }),
    ...environment,
  });
  let offset = 0;
  let statements: string[] = [];
  const app = await createApp({
    settings,
    log: pino({ level: 'silent' }),
    migrationsFolder,
    webFolder: join(dataFolder, 'no-web-page'),
    clock: () => new Date(Date.now() + offset),
    onQuery: (sql) => statements.push(sql),
  });
  // A test that works for longer than the standard five seconds would find its connection closing under its request.
  const server = createServer({ keepAliveTimeout: 120_000 }, app.listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const testApp: TestApp = {
    url,
    app,
    dataFolder,
    nobody: anonymous(url),
    takeStatements() {
      const taken = statements;
      statements = [];
      return taken;
    },
    advance(milliseconds) {
      offset += milliseconds;
    },
    async person(name, { role = 'MEMBER' } = {}) {
      const password = `the password of ${name}`;
      await createUser(app.world, SYSTEM_CALLER, { name, role, password, email: `${name}@people.example` });
      return signedIn(url, name, password);
    },
    files: (folder) =>
      readdirSync(join(dataFolder, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort(),
    counts: () => countRows(app),
    async close() {
      await closeServer(server);
      await app.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
  if (databaseUrl !== null) databases.set(testApp, databaseUrl);
  return testApp;
}

async function countRows({ world }: App): Promise<Record<string, number>> {
  const delegates = world.database.db as unknown as Record<string, { count(): Promise<number> }>;
  const counts: Record<string, number> = {};
  for (const model of Object.keys(MODEL_CLASSES).sort()) {
    const name = model.charAt(0).toLowerCase() + model.slice(1);
    counts[name] = await delegates[name]!.count();
  }
  return counts;
}

async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function secretFile(folder: string): Promise<string> {
  const { writeFile } = await import('node:fs/promises');
  const file = join(folder, 'secret');
  await writeFile(file, SECRET, { mode: 0o600 });
  return file;
}
