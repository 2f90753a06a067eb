// Owns what must be gone afterwards: the temporary folder, the measured server, a database made on a PostgreSQL
// server. It is a process of its own, so that a bench that fails, or is killed, leaves nothing behind either.

import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import { answerCalls } from './process-calls.ts';

const START_LIMIT_MS = 30_000;
const DRAIN_LIMIT_MS = 10_000;
const LOG_PORTION_MS = 700;
const LISTENS = /Wheelhouse listens on (https?:\/\/[^\s"]+?)\.?["\s]/;

const folder = mkdtempSync(path.join(tmpdir(), 'wheelhouse-bench-'));
const log = path.join(folder, 'server.log');
let server: ChildProcess | undefined;
let database: { readonly administration: string; readonly name: string; readonly url: string } | undefined;

export interface StartedServer {
  readonly origin: string;
  readonly pid: number;
  /** From the start of the process to the line that says where it listens. */
  readonly startedInMs: number;
}

const calls = {
  /** The temporary folder; with a PostgreSQL URL a new database is made on that server too. */
  async prepare({ databaseUrl }: { databaseUrl?: string }): Promise<string> {
    if (databaseUrl !== undefined) await createDatabase(databaseUrl);
    writeFileSync(path.join(folder, 'secret'), `1 ${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
    return folder;
  },

  /** @param settings Added to the settings every start has. */
  async startServer({
    entry,
    settings,
  }: {
    entry: string;
    settings: Record<string, string>;
  }): Promise<StartedServer> {
    writeFileSync(log, '');
    const began = performance.now();
    // A file takes the log at the price of a real one, and needs no reader that would share the processors.
    const output = openSync(log, 'a');
    const started = spawn(process.execPath, [entry], {
      stdio: ['ignore', output, output],
      env: { ...withoutOwnSettings(process.env), ...everyStart(), ...settings },
    });
    closeSync(output);
    server = started;
    const origin = await whereItListens(entry, started);
    return { origin, pid: started.pid ?? 0, startedInMs: performance.now() - began };
  },

  async stopServer(): Promise<void> {
    const stopping = server;
    server = undefined;
    if (!stopping || stopping.exitCode !== null || stopping.signalCode !== null) return;
    const exited = once(stopping, 'exit');
    stopping.kill('SIGTERM');
    const drained = await Promise.race([
      exited.then(() => true),
      sleep(DRAIN_LIMIT_MS, false, { ref: false }),
    ]);
    if (drained) return;
    stopping.kill('SIGKILL');
    await exited;
  },

  /** Tens of thousands of requests a second would fill the disk, and its writing would slow the uploads. */
  emptyLog(): void {
    truncateSync(log);
  },

  /** The last lines of the log. Servers write it in portions, so it takes a moment. */
  async logTail(): Promise<string> {
    await sleep(LOG_PORTION_MS);
    return lastLines();
  },
};

export type KeeperCalls = typeof calls;

answerCalls(calls, async () => {
  await calls.stopServer();
  await dropDatabase().catch((error: unknown) =>
    console.error(`The bench's database was not dropped: ${String(error)}`),
  );
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
// An interrupt from the terminal reaches every process of the group; this one first cleans up.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('SIGHUP', () => {});

function everyStart(): Record<string, string> {
  return {
    NODE_ENV: 'production',
    WHEELHOUSE_HOST: '127.0.0.1',
    WHEELHOUSE_PORT: '0',
    WHEELHOUSE_DATA: path.join(folder, 'data'),
    ...(database && { DATABASE_URL: database.url, WHEELHOUSE_SECRET_FILE: path.join(folder, 'secret') }),
  };
}

function withoutOwnSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !name.startsWith('WHEELHOUSE_') && name !== 'DATABASE_URL',
    ),
  );
}

async function whereItListens(entry: string, started: ChildProcess): Promise<string> {
  const deadline = performance.now() + START_LIMIT_MS;
  let failure: Error | undefined;
  started.on('error', (error) => (failure = error));
  while (
    performance.now() < deadline &&
    !failure &&
    started.exitCode === null &&
    started.signalCode === null
  ) {
    const origin = LISTENS.exec(readFileSync(log, 'utf8'))?.[1];
    if (origin !== undefined) return origin.replace(/\/$/, '');
    await sleep(5);
  }
  throw new Error(failure?.message ?? `${entry} did not start. Its last words:\n${lastLines()}`);
}

function lastLines(): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}

async function createDatabase(databaseUrl: string): Promise<void> {
  const name = `wheelhouse_bench_${randomBytes(6).toString('hex')}`;
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  await onPostgresql(databaseUrl, `CREATE DATABASE ${name}`);
  database = { administration: databaseUrl, name, url: url.href };
}

async function dropDatabase(): Promise<void> {
  if (database)
    await onPostgresql(database.administration, `DROP DATABASE IF EXISTS ${database.name} WITH (FORCE)`);
}

async function onPostgresql(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
