// The real server as its own process, from the build in `dist/`, with a data folder of its own; and the real
// command line beside it. Whoever starts one stops it.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import Sqlite from 'better-sqlite3';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningServer {
  readonly url: string;
  readonly dataFolder: string;
  readonly pid: number;
  /** The link of the first start; null when there is an admin. */
  readonly setupLink: string | null;
  /** What the server answered so far; call it after the answers are in. */
  requestLog(): LoggedRequest[];
  /** The command line, in surroundings of its own. */
  cli(
    args: readonly string[],
    options?: { input?: string; env?: Record<string, string> },
  ): Promise<CommandResult>;
  /** Makes the first admin through the set-up link. */
  setupAdmin(): Promise<{ name: string; password: string }>;
  /** Rows of every table. */
  counts(): Promise<Record<string, number>>;
  /** Relative paths of the files below a folder of the data folder, sorted. */
  files(folder: string): Promise<string[]>;
  /** SIGTERM; the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, as a power cut would; the data stays for another server until `remove`. */
  kill(): Promise<void>;
}

export interface ServerOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** An existing data folder, which then stays. */
  readonly dataFolder?: string;
}

export async function startServer({
  environment = {},
  dataFolder,
}: ServerOptions = {}): Promise<RunningServer> {
  const program = join(root, 'dist', 'server.mjs');
  if (!existsSync(program)) throw new Error('dist/server.mjs is missing: run `npm run build` first.');
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'wheelhouse-server-')));
  const child = spawn(process.execPath, [program, 'serve'], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      WHEELHOUSE_PORT: '0',
      WHEELHOUSE_DATA: folder,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      // The link comes after the address, in the same breath where the machine is not busy.
      if (/\/ui\/setup#\S+\n/.test(stdout)) resolve();
      else if (/listens on (\S+)\n/.test(stdout)) setTimeout(resolve, 300);
    });
    void ended.then((code) => reject(new Error(`The server ended with ${code}: ${stderr}${stdout}`)));
  });
  const url = /listens on (\S+)\n/.exec(stdout)![1]!;
  const setupLink = /(\S+\/ui\/setup#\S+)/.exec(stdout)?.[1] ?? null;

  return {
    url,
    dataFolder: folder,
    pid: child.pid!,
    setupLink,
    requestLog: () =>
      stderr
        .split('\n')
        .filter((line) => line.includes('"method"'))
        .map((line) => JSON.parse(line) as LoggedRequest),
    cli: (args, options = {}) => runCommand(url, folder, args, options),
    setupAdmin: () => redeemSetupLink(url, setupLink),
    counts: () => Promise.resolve(countRows(join(folder, 'wheelhouse.sqlite'))),
    async files(below) {
      const entries = await readdir(join(folder, below), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .sort();
    },
    async stop() {
      child.kill('SIGTERM');
      const code = await ended;
      if (dataFolder === undefined) await rm(folder, { recursive: true, force: true });
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function redeemSetupLink(
  url: string,
  link: string | null,
): Promise<{ name: string; password: string }> {
  const secret = link?.split('#')[1];
  if (secret === undefined) throw new Error('This server has an admin already.');
  const admin = { name: 'ada', password: 'correct horse battery staple' };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation ($input: RedeemLinkInput!) { redeemLink(input: $input) { __typename ... on UserError { message } } }`,
      variables: { input: { secret, email: 'ada@people.example', carrier: 'BEARER', ...admin } },
    }),
  });
  const answer = (await response.json()) as {
    data?: { redeemLink: { __typename: string; message?: string } };
  };
  if (answer.data?.redeemLink.__typename !== 'RedeemLinkPayload') throw new Error(JSON.stringify(answer));
  return admin;
}

function runCommand(
  url: string,
  folder: string,
  args: readonly string[],
  { input, env = {} }: { input?: string; env?: Record<string, string> },
): Promise<CommandResult> {
  const child = spawn(process.execPath, [join(root, 'setup', 'wheelhouse.mjs'), ...args], {
    env: {
      PATH: process.env.PATH,
      XDG_CONFIG_HOME: join(folder, 'config'),
      WHEELHOUSE_SERVER: url,
      WHEELHOUSE_DATA: folder,
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input ?? '');
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}

function countRows(file: string): Record<string, number> {
  const database = new Sqlite(file, { readonly: true });
  try {
    const tables = database
      .prepare(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
      )
      .pluck()
      .all() as string[];
    const count = (table: string) =>
      database
        .prepare(`SELECT count(*) FROM "${table}" WHERE ${WRITTEN_AT_ONCE[table] ?? 'true'}`)
        .pluck()
        .get() as number;
    const counted = tables.filter((table) => !WRITTEN_LATER.has(table));
    return Object.fromEntries(counted.map((table) => [table, count(table)]));
  } finally {
    database.close();
  }
}

/** What the server writes some seconds after the request that it tells of. */
const WRITTEN_LATER: ReadonlySet<string> = new Set([
  'DownloadCount',
  'SearchEntry',
  'SearchGram',
  'SearchProgress',
  'TokenActivity',
]);
const WRITTEN_AT_ONCE: Readonly<Record<string, string>> = { AuditEvent: `"action" <> 'credential.refused'` };
