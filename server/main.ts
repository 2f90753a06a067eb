// The process: reads the settings, opens storage, listens, and shuts down in order. Whatever keeps it from
// starting is one clear line and exit code 1. `recover-admin`, `import-tokens` and `fsck` run here too, on the server's
// machine.

import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { Server as NetServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp, openWorld, sqliteFile, type App } from './app.ts';
import { readSettings, SettingsRefused, type Settings } from './config.ts';
import { Refusal } from './domain/errors.ts';
import { importTokens } from './domain/tokens/legacy.ts';
import { recoverAdmin } from './domain/users/links.ts';
import type { World } from './domain/world.ts';
import { linkUrl, prepareFirstStart } from './first-start.ts';
import { FSCK_USAGE, isFsckUsage, runFsck } from './fsck-command.ts';
import { isEveryAddress, originAt } from './http/origin.ts';
import { startJobs } from './jobs.ts';
import { createLog, type Log } from './log.ts';
import { DataFolderRefused } from './storage/data-folder.ts';
import { DatabaseRefused } from './storage/migrate.ts';
import { FolderInUse, lockFolder } from './storage/folder-lock.ts';
import { ServerKeyRefused } from './storage/server-key.ts';

const DRAIN_MILLISECONDS = 30_000;

/** How long a connection without a request may stay, so that whoever is about to send one gets an answer. */
const FAREWELL_MILLISECONDS = 250;
/** When nobody has connected for so many turns of the event loop, nobody waits to be taken. */
const QUIET_TURNS = 5;
/** For clients that never stop connecting. */
const LAST_CALL_MILLISECONDS = 1_000;

/** This file runs bundled as `dist/server.mjs`, or from its source; both lie one folder below the root. */
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const FOLDERS = {
  migrationsFolder: join(ROOT, 'prisma', 'migrations'),
  webFolder: join(ROOT, 'dist', 'web'),
};

const DELIBERATE = [
  SettingsRefused,
  DataFolderRefused,
  DatabaseRefused,
  FolderInUse,
  ServerKeyRefused,
  Refusal,
];

const USAGE = `Usage: wheelhouse serve | wheelhouse recover-admin NAME | wheelhouse import-tokens FILE | ${FSCK_USAGE}\n`;

/** For `recover-admin`: a server does not write down where it listens, and it may have got other settings than this command. */
const ABOUT_ADDRESS =
  'Its address follows from WHEELHOUSE_HOST and WHEELHOUSE_PORT as they are set here, or from WHEELHOUSE_PUBLIC_URL: ' +
  'if the server listens elsewhere, put its address before /ui.';

const [verb = 'serve', ...words] = process.argv.slice(2);
try {
  if ([verb, ...words].some((word) => ['-h', '--help'].includes(word))) process.stdout.write(USAGE);
  else if (verb === 'serve' && words.length === 0) await serve();
  else if (verb === 'recover-admin' && words.length === 1) await printRecoveryLink(words[0]!);
  else if (verb === 'import-tokens' && words.length === 1) await takeOverTokens(words[0]!);
  else if (verb === 'fsck' && isFsckUsage(words))
    process.exitCode = await runFsck(words, FOLDERS.migrationsFolder);
  else usage();
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  // Of fsck 1 means that it found damage.
  process.exit(verb === 'fsck' ? 2 : 1);
}

async function serve(): Promise<void> {
  const settings = readSettings();
  const { log, tellRequest, flush } = createLog(settings.logLevel);
  const app = await createApp({ settings, log, tellRequest, ...FOLDERS });
  const server = createServer(
    { keepAliveTimeout: 65_000, requestTimeout: 0, headersTimeout: 30_000 },
    app.listener,
  );
  const link = await startOrClose(app, async () => {
    const made = await prepareFirstStart(app.world, settings);
    await listen(server, settings);
    return made;
  });
  const { address, port } = server.address() as AddressInfo;
  const origin = settings.publicUrl?.origin ?? originAt(address, port);
  const stopJobs = startJobs(app.world, log, settings);
  process.stdout.write(`Wheelhouse listens on ${originAt(address, port)}\n`);
  if (isEveryAddress(address)) process.stdout.write('Other machines reach it at each address of this one.\n');
  if (settings.publicUrl !== null) process.stdout.write(`Clients reach it as ${origin}\n`);
  if (link !== null) {
    process.stdout.write(`Set up the first admin (works once, for 72 hours): ${linkUrl(origin, link)}\n`);
  }
  const stop = once(() => shutDown(server, app, stopJobs, log, flush));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => (stop() ? undefined : process.exit(1)));
  }
}

async function startOrClose<Result>(app: App, start: () => Promise<Result>): Promise<Result> {
  try {
    return await start();
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function listen(server: Server, { host, port }: Settings): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Takes no new requests, finishes those under way, gives the data back, ends with 0. */
async function shutDown(
  server: Server,
  app: App,
  stopJobs: () => Promise<void>,
  log: Log,
  flush: () => void,
) {
  const deadline = Date.now() + DRAIN_MILLISECONDS;
  await takeLeave(server);
  const farewell = Date.now() + FAREWELL_MILLISECONDS;
  // Subscriptions go on until somebody ends them.
  app.world.sessionWatch.close();
  while (
    (app.underWay() > 0 && Date.now() < deadline) ||
    (Date.now() < farewell && (await countConnections(server)) > 0)
  ) {
    if (Date.now() >= farewell) server.closeIdleConnections();
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  if (app.underWay() > 0)
    log.warn({ requests: app.underWay() }, 'Requests were cut off at the end of the drain.');
  server.closeAllConnections();
  await stopJobs();
  await app.close();
  flush();
  process.exit(0);
}

/**
 * Refuses new connections, and ends each of those there with its next answer. The server's own `close` would cut off
 * at once what seems to idle, and with it the request that a client is just sending.
 */
async function takeLeave(server: Server): Promise<void> {
  server.prependListener('request', (_req, res) => res.setHeader('connection', 'close'));
  // Connections that were made before the signal may still wait to be taken, one in each turn of the event loop;
  // closing now would reset them.
  const lastCall = Date.now() + LAST_CALL_MILLISECONDS;
  let quietTurns = 0;
  server.on('connection', () => (quietTurns = 0));
  for (; quietTurns < QUIET_TURNS && Date.now() < lastCall; quietTurns += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  NetServer.prototype.close.call(server);
}

function countConnections(server: Server): Promise<number> {
  return new Promise((resolve) => server.getConnections((_error, count) => resolve(count)));
}

/** True the first time. */
function once(work: () => Promise<void>): () => boolean {
  let isDone = false;
  return () => {
    if (isDone) return false;
    isDone = true;
    void work();
    return true;
  };
}

async function printRecoveryLink(name: string): Promise<void> {
  await besideServer(async (world, settings) => {
    const link = await recoverAdmin(world, name);
    const origin = settings.publicUrl?.origin ?? originAt(settings.host, settings.port);
    process.stdout.write(`${linkUrl(origin, link)}\n`);
    process.stderr.write(`${aboutRecovery(name, link.activates)}\n`);
    if (settings.publicUrl === null) process.stderr.write(`${ABOUT_ADDRESS}\n`);
  });
}

async function takeOverTokens(file: string): Promise<void> {
  const text = readImport(file);
  await inPlaceOfServer(async (world) => {
    const { imported, skipped } = (await importTokens(world, text)).result;
    const before = skipped === 0 ? '' : `; ${skipped} ${skipped === 1 ? 'was' : 'were'} taken over before`;
    process.stdout.write(
      `${imported} ${imported === 1 ? 'token was' : 'tokens were'} taken over${before}.\n`,
    );
  });
}

function readImport(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new SettingsRefused(`${file} cannot be read (${code}): name a file of JSON lines.`);
  }
}

/** Many rows at once, of which a server on SQLite would not hear: it must not run. Nodes on PostgreSQL look for themselves. */
async function inPlaceOfServer(work: (world: World) => Promise<void>): Promise<void> {
  const settings = readSettings();
  const isAlone = settings.databaseUrl === null && existsSync(sqliteFile(settings));
  const lock = isAlone ? lockFolder(settings.dataFolder) : null;
  try {
    await besideServer(work);
  } finally {
    lock?.release();
  }
}

/** With the server's database, which may be open in the server as well. */
async function besideServer(work: (world: World, settings: Settings) => Promise<void>): Promise<void> {
  const settings = readSettings();
  if (settings.databaseUrl === null && !existsSync(sqliteFile(settings))) {
    throw new SettingsRefused(
      `There is no Wheelhouse database in ${settings.dataFolder}: name the server’s data folder in WHEELHOUSE_DATA.`,
    );
  }
  const { log, flush } = createLog('warn');
  const world = await openWorld({ settings, log, migrationsFolder: FOLDERS.migrationsFolder });
  try {
    await work(world, settings);
  } finally {
    await world.database.close();
    flush();
  }
}

function aboutRecovery(name: string, activates: boolean): string {
  const effect = activates
    ? `activates ${name} again and sets a new password`
    : `sets a new password for ${name}`;
  return `This link ${effect}. It works once, for 72 hours.`;
}

function usage(): never {
  process.stderr.write(USAGE);
  process.exit(2);
}

/** For the operator; what nobody foresaw keeps its stack. */
function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (DELIBERATE.some((kind) => error instanceof kind)) return error.message;
  const { code, port, path } = error as NodeJS.ErrnoException & { port?: number };
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use: stop what listens there, or set WHEELHOUSE_PORT to another.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'WHEELHOUSE_HOST is no address of this machine.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return path === undefined
        ? `Port ${port} needs rights that this user does not have; set WHEELHOUSE_PORT to one above 1023.`
        : `${path} cannot be written: give this user the right to, or set WHEELHOUSE_DATA to another folder.`;
    default:
      return error.stack ?? error.message;
  }
}
