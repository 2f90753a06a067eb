// The composition root: opens storage, builds every part once, and answers requests. Listening, signals and
// the process are `main.ts`; tests use this with a clock of their own.

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Settings } from './config.ts';
import { flushRefusedCredentials, noteRefusedCredential } from './domain/audit/refused-credentials.ts';
import { RefusedUses } from './domain/audit/refused-uses.ts';
import { Credentials } from './domain/credentials.ts';
import { RequestRefused } from './domain/errors.ts';
import { IndexDirectory } from './domain/indexes/directory.ts';
import { LayerPlans } from './domain/indexes/layers.ts';
import { Lately } from './domain/lately.ts';
import { Mirrors } from './domain/mirrors/mirrors.ts';
import { DownloadCounts, flushDownloads } from './domain/packages/downloads.ts';
import { HeadWatch } from './domain/replicas/head-watch.ts';
import { SearchUpkeep } from './domain/search/keep.ts';
import { flushTokenUses, TokenUses } from './domain/tokens/token-uses.ts';
import { PasswordHasher } from './domain/users/password-hasher.ts';
import { SessionMemory } from './domain/users/session-memory.ts';
import { PasswordThrottle } from './domain/users/throttle.ts';
import { SessionWatch } from './domain/users/session-watch.ts';
import { newId, type World } from './domain/world.ts';
import { createGraphQLHandler } from './graphql/yoga.ts';
import { schemaText } from './graphql/schema-text.ts';
import { clientAddress, refusedUse } from './http/authenticate.ts';
import { answerError } from './http/errors.ts';
import { Exchange } from './http/exchange.ts';
import { GraphQLEndpoint } from './http/graphql-endpoint.ts';
import { originOf } from './http/origin.ts';
import { requestIds } from './http/request-ids.ts';
import { finishRefused, Router } from './http/router.ts';
import { WebPage } from './http/web-page.ts';
import type { Log, RequestLine, TellRequest } from './log.ts';
import { createMailer } from './mail.ts';
import { BlobStore } from './storage/blobs.ts';
import { Commits } from './storage/commits.ts';
import { prepareDataFolder } from './storage/data-folder.ts';
import { openDatabase, type Database } from './storage/database.ts';
import { lockFolder } from './storage/folder-lock.ts';
import { ensureLogHead } from './storage/log-head.ts';
import { loadServerKey } from './storage/server-key.ts';
import { VERSION } from './version.ts';

export interface AppParts {
  readonly settings: Settings;
  readonly log: Log;
  /** Where requests are told; `log` unless given. */
  readonly tellRequest?: TellRequest;
  /** Holds `sqlite/` and `postgresql/`. */
  readonly migrationsFolder: string;
  /** The built web page. */
  readonly webFolder: string;
  readonly clock?: () => Date;
  readonly random?: (bytes: number) => Buffer;
  /** Called with each SQL statement; it costs time, so for tests alone. At log level trace they are counted. */
  readonly onQuery?: (sql: string) => void;
}

export interface App {
  readonly world: World;
  readonly listener: RequestListener;
  /** How many requests are being answered. */
  readonly underWay: () => number;
  /** Gives the database and the data folder back. */
  close(): Promise<void>;
}

/** @throws {DataFolderRefused} @throws {FolderInUse} @throws {DatabaseRefused} @throws {ServerKeyRefused}, each with a sentence for the operator */
export async function createApp(parts: AppParts): Promise<App> {
  const { settings } = parts;
  prepareDataFolder(settings.dataFolder);
  // Nodes over one PostgreSQL may share a folder of blobs; a SQLite database has one server.
  const lock = settings.databaseUrl === null ? lockFolder(settings.dataFolder) : null;
  const counter = statementCounter(parts);
  try {
    const world = await openWorld({ ...parts, ...counter });
    if (lock !== null) await world.blobs.emptySpool();
    const { listener, underWay } = createListener(world, parts, counter.count);
    return {
      world,
      listener,
      underWay,
      async close() {
        world.sessionWatch.close();
        await world.mirrors.close();
        await flushRefusedCredentials(world).catch((error: unknown) =>
          parts.log.error({ err: error }, 'Refused credentials could not be written to the trail.'),
        );
        await flushTokenUses(world).catch((error: unknown) =>
          parts.log.error({ err: error }, 'The last use of tokens could not be written down.'),
        );
        await flushDownloads(world).catch((error: unknown) =>
          parts.log.error({ err: error }, 'Downloads could not be counted.'),
        );
        await world.database.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** Where the database is while there is no DATABASE_URL. */
export function sqliteFile({ dataFolder }: Settings): string {
  return join(dataFolder, 'wheelhouse.sqlite');
}

/** A key that is missing beside a database was lost; the first start makes one before it makes the database. */
function absenceOfKey(settings: Settings): Parameters<typeof loadServerKey>[1] {
  if (settings.databaseUrl !== null) return 'configured';
  return existsSync(sqliteFile(settings)) ? 'lost' : 'make one';
}

/** Storage, keys, clock and randomness, without a server; for operator commands too. */
export async function openWorld(parts: Omit<AppParts, 'webFolder'>): Promise<World> {
  const { settings, log } = parts;
  const clock = parts.clock ?? (() => new Date());
  const random = parts.random ?? randomBytes;
  const keyFile = settings.secretFile ?? join(settings.dataFolder, 'server.key');
  const serverKey = loadServerKey(keyFile, absenceOfKey(settings));
  const database = await openDatabase({
    ...(settings.databaseUrl === null ? { sqliteFile: sqliteFile(settings) } : { url: settings.databaseUrl }),
    migrationsFolder: parts.migrationsFolder,
    log: (sentence) => log.info(sentence),
    onQuery: parts.onQuery,
  });
  await ensureLogHead(database, () => newId({ clock, random }));
  const blobs = new BlobStore(settings.dataFolder);
  await blobs.prepare();
  const commits = new Commits(await headSerial(database));
  const sessions = new SessionMemory(database.engine === 'sqlite', commits);
  const { sessionLimits } = settings;
  return {
    database,
    readDb: database.readDb,
    commits,
    clock,
    random,
    blobs,
    dataFolder: settings.dataFolder,
    minFreeDiskBytes: settings.minFreeDiskBytes,
    serverKey,
    passwords: new PasswordHasher(),
    throttle: new PasswordThrottle(
      { database, readDb: database.readDb, clock, serverKey },
      settings.throttleLimits,
    ),
    mailer: createMailer(settings, log),
    tokenPolicy: settings.tokenPolicy,
    leakReports: new Lately(10, 'Too many reports came from this address of late'),
    layers: new LayerPlans({ database, readDb: database.readDb }, commits),
    downloads: new DownloadCounts(clock),
    searchUpkeep: new SearchUpkeep(commits),
    mirrors: new Mirrors(
      { database, readDb: database.readDb, commits, clock, random, serverKey },
      {
        dataFolder: settings.dataFolder,
        maxFileBytes: settings.maxUploadBytes,
        minFreeDiskBytes: settings.minFreeDiskBytes,
        userAgent: `wheelhouse/${VERSION}`,
      },
    ),
    refusedUses: new RefusedUses(),
    tokenUses: new TokenUses(),
    sessions,
    sessionLimits,
    sessionWatch: new SessionWatch({ readDb: database.readDb, clock, sessions, sessionLimits }),
  };
}

function createListener(world: World, parts: AppParts, sql: (() => number) | undefined) {
  const { settings, log, tellRequest = (line) => log.info(line), webFolder } = parts;
  const credentials = new Credentials(world, world.commits);
  const headWatch = new HeadWatch(world.database, world.commits, (cause) =>
    log.error({ err: cause }, 'The database did not tell its head.'),
  );
  const findOrigin = (req: IncomingMessage) => originOf(req, settings);
  const router = new Router({
    world,
    credentials,
    directory: new IndexDirectory(world, world.commits),
    head: headWatch,
    graphql: new GraphQLEndpoint({
      world,
      credentials,
      head: headWatch,
      handle: createGraphQLHandler({ world, version: VERSION, log, ...(sql && { sql }) }),
      schemaText: schemaText(),
      originOf: findOrigin,
    }),
    webPage: new WebPage(webFolder),
    maxUploadBytes: settings.maxUploadBytes,
    originOf: ({ req }) => findOrigin(req),
  });

  const newRequestId = requestIds();
  const noteRefusal = (exchange: Exchange, code: string) => {
    const use = refusedUse(exchange, code);
    if (use !== null) noteRefusedCredential(world, use);
  };
  let underWay = 0;
  const answer = (exchange: Exchange): void => {
    const { req, res } = exchange;
    exchange.onRefusal = noteRefusal;
    const awaitEnd = () => {
      underWay += 1;
      atEnd(req, res, () => {
        underWay -= 1;
        tellRequest(requestLine(exchange, res.writableFinished));
      });
    };
    const fail = async (error: unknown) => {
      await finishRefused(exchange);
      answerError(exchange, error, log);
    };
    try {
      refuseForeignHost(req, exchange, settings);
      const answering = router.answer(exchange);
      if (answering === undefined && isSent(res)) return tellRequest(requestLine(exchange, true));
      awaitEnd();
      answering?.catch(fail);
    } catch (error) {
      awaitEnd();
      void fail(error);
    }
  };
  const arrived: Exchange[] = [];
  const answerAll = () => {
    for (const exchange of arrived.splice(0)) answer(exchange);
  };
  // Whoever waits for an answer sleeps, and waking it costs more than all else: so what has arrived is read first, and
  // answered all together afterwards.
  const listener = (req: IncomingMessage, res: ServerResponse): void => {
    arrived.push(new Exchange(req, res, newRequestId(), clientAddress(req, settings.trustedProxies)));
    if (arrived.length === 1) setImmediate(answerAll);
  };
  return { listener, underWay: () => underWay + arrived.length };
}

function refuseForeignHost(req: IncomingMessage, { path }: Exchange, { publicUrl }: Settings): void {
  if (publicUrl === null || path === '/healthz' || isHostOf(publicUrl, req.headers.host)) return;
  throw new RequestRefused('FOREIGN_HOST', `This server answers to ${publicUrl.host} only.`);
}

/** Case does not count, and the scheme's own port may be written out (RFC 9110, section 4.2.3). */
function isHostOf({ protocol, host }: URL, named = ''): boolean {
  if (named === host) return true;
  const url = `${protocol}//${named}`;
  return /^[a-z0-9.:[\]-]+$/i.test(named) && URL.canParse(url) && new URL(url).host === host;
}

function statementCounter({ onQuery, settings }: AppParts): {
  onQuery?: (sql: string) => void;
  count?: () => number;
} {
  if (onQuery === undefined && settings.logLevel !== 'trace') return {};
  let statements = 0;
  return {
    onQuery(sql) {
      statements += 1;
      onQuery?.(sql);
    },
    count: () => statements,
  };
}

/**
 * Once, when the answer is out or its connection is gone. An answer that waits behind another one of its connection
 * hears nothing when that connection ends.
 */
function atEnd({ socket }: IncomingMessage, res: ServerResponse, tell: () => void): void {
  const ended = () => {
    res.off('close', ended);
    socket.off('close', ended);
    tell();
  };
  res.on('close', ended);
  // A client may send as many requests ahead as it likes.
  socket.setMaxListeners(0).on('close', ended);
}

/** An answer from memory is with the operating system before its handler returns. */
function isSent(res: ServerResponse): boolean {
  return res.writableEnded && res.socket?.writableLength === 0;
}

/** What logs of web servers say of a client that did not wait for its answer. */
const LEFT_BEFORE_ANSWER = 499;

function requestLine(
  { req, res, requestId, path, actor, address, startedAt, codes }: Exchange,
  isComplete: boolean,
): RequestLine {
  return {
    requestId,
    method: req.method ?? '',
    path: withoutCredentials(path),
    status: res.headersSent ? res.statusCode : LEFT_BEFORE_ANSWER,
    ms: Math.round((performance.now() - startedAt) * 10) / 10,
    address,
    user: actor.kind === 'user' || actor.kind === 'token' ? actor.user.name : undefined,
    credential: actor.kind === 'token' ? actor.credential.id : undefined,
    codes,
    isComplete,
  };
}

const CREDENTIAL = /(wh_(?:pat|ci|rep|ses)_)\w+|(whm-)[\w-]+|(adm_)[\w-]+\.[\w-]+/g;

/** For those who put a token where a name belongs. */
function withoutCredentials(path: string): string {
  const plain = path.includes('%') ? decoded(path) : path;
  return /wh_|whm-|adm_/.test(plain) ? plain.replace(CREDENTIAL, '$1$2$3[redacted]') : path;
}

function decoded(path: string): string {
  return path.replace(/%([0-7][0-9a-f])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

async function headSerial({ readDb }: Database): Promise<bigint> {
  return (await readDb.logHead.findUniqueOrThrow({ where: { id: 'head' } })).serial;
}
