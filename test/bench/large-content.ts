// A server of its own with as much in it as a row needs, in this process, so that it can be told for how long its event
// loop stood still. Rows go straight into the database: what is measured is how they are read.

import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

import pino from 'pino';

import { createApp, type App } from '../../server/app.ts';
import { readSettings } from '../../server/config.ts';
import { SYSTEM_CALLER } from '../../server/domain/actor.ts';
import { keepWholeSearch } from '../../server/domain/search/keep.ts';
import { createUser } from '../../server/domain/users/accounts.ts';
import { mutate } from './api.ts';
import { answerCalls } from './process-calls.ts';

const AT_A_TIME = 500;
const OWNER = 'ada';
const CREATED = new Date('2026-01-01T00:00:00.000Z');

export interface Opened {
  readonly origin: string;
  readonly pid: number;
  readonly bearer: string;
}

let opened: Promise<Opened & { app: App; server: Server; folder: string }> | undefined;
const loopDelay = monitorEventLoopDelay({ resolution: 1 });

const calls = {
  async open(): Promise<Opened> {
    opened ??= open();
    const { origin, pid, bearer } = await opened;
    return { origin, pid, bearer };
  },

  /** `bases` are paths. */
  async makeIndex({
    name,
    ...more
  }: {
    name: string;
    bases?: string[];
    upstreamUrl?: string;
  }): Promise<void> {
    const { origin, bearer } = await calls.open();
    const { bases, upstreamUrl } = more;
    const mirror = upstreamUrl !== undefined && { upstreamUrl, allowsPrivateAddresses: true };
    await mutate(origin, bearer, 'createPackageIndex', 'serial', {
      path: `${OWNER}/${name}`,
      readers: [':anonymous:'],
      ...(bases && { bases }),
      ...(mirror && { kind: 'MIRROR', mirror }),
    });
  },

  /** Projects of these names, each with so many files, one to a release. */
  async addProjects({
    index,
    names,
    files,
  }: {
    index: string;
    names: string[];
    files: number;
  }): Promise<void> {
    const { world } = (await opened!).app;
    const { db } = world.database;
    const { id: indexId } = await db.packageIndex.findUniqueOrThrow({
      where: { livePath: `${OWNER}/${index}` },
    });
    const projects = names.map((name) => ({ ...projectRow(indexId, name), name }));
    await inPortions(projects, (data) => db.project.createMany({ data }));
    const releases = projects.flatMap(({ id, name }) =>
      Array.from({ length: files }, (_, number) => releaseRow(id, name, number)),
    );
    await inPortions(releases, (data) =>
      db.release.createMany({ data: data.map(({ name: _, ...row }) => row) }),
    );
    const rows = releases.map(({ id, projectId, name, version }) =>
      fileRow(indexId, projectId, id, name, version),
    );
    await inPortions(rows, (data) => db.file.createMany({ data }));
  },

  /** Fills up to so many projects of one file each, by statements that count for themselves. */
  async fillWithProjects({ index, from, to }: { index: string; from: number; to: number }): Promise<void> {
    const { db } = (await opened!).app.world.database;
    const { id } = await db.packageIndex.findUniqueOrThrow({ where: { livePath: `${OWNER}/${index}` } });
    for (const statement of manyProjects(id, from, to)) await db.$executeRawUnsafe(statement);
  },

  async indexForSearch(): Promise<void> {
    await keepWholeSearch((await opened!).app.world);
  },

  /** For how long the event loop stood still at most since it was last asked, in milliseconds. */
  blockedMs(): number {
    const most = loopDelay.max / 1e6;
    loopDelay.reset();
    loopDelay.enable();
    return most;
  },
};

export type LargeContentCalls = typeof calls;

answerCalls(calls, async () => {
  if (opened === undefined) return;
  const { app, server, folder } = await opened;
  server.closeAllConnections();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open() {
  const folder = mkdtempSync(path.join(tmpdir(), 'wheelhouse-large-'));
  const app = await createApp({
    settings: readSettings({ WHEELHOUSE_DATA: folder }),
    log: pino({ level: 'silent' }),
    migrationsFolder: path.resolve('prisma/migrations'),
    webFolder: folder,
  });
  const password = randomBytes(24).toString('base64url');
  await createUser(app.world, SYSTEM_CALLER, { name: OWNER, role: 'ADMIN', password });
  // Filling takes longer than a connection usually stays open.
  const server = createServer({ keepAliveTimeout: 600_000 }, app.listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { bearer } = await mutate<{ bearer: string }>(origin, undefined, 'signIn', 'bearer', {
    name: OWNER,
    password,
    carrier: 'BEARER',
  });
  return { origin, pid: process.pid, bearer, app, server, folder };
}

function projectRow(indexId: string, name: string) {
  return {
    id: `project ${indexId} ${name}`,
    indexId,
    normalizedName: name,
    createdAt: CREATED,
    status: 'ACTIVE' as const,
  };
}

function releaseRow(projectId: string, name: string, number: number) {
  const version = `1.${number}`;
  const summary = `What ${name} is for, in one line`;
  const canonicalVersion = number === 0 ? '1' : version;
  return {
    id: `${projectId} ${version}`,
    projectId,
    name,
    version,
    canonicalVersion,
    summary,
    createdAt: CREATED,
  };
}

function fileRow(indexId: string, projectId: string, releaseId: string, name: string, version: string) {
  const filename = `${name.replaceAll('-', '_')}-${version}-py3-none-any.whl`;
  const sha256 = createHash('sha256').update(filename).digest('hex');
  return {
    ...{
      id: releaseId,
      indexId,
      projectId,
      releaseId,
      filename,
      filenameFold: filename,
      kind: 'WHEEL' as const,
    },
    ...{
      sha256,
      sizeBytes: 20_000n,
      metadataSha256: sha256,
      metadataVersion: '2.1',
      requiresPython: '>=3.9',
    },
    uploadedAt: CREATED,
  };
}

function manyProjects(indexId: string, from: number, to: number): string[] {
  const numbers = `(WITH RECURSIVE counted(n) AS (SELECT ${from} UNION ALL SELECT n + 1 FROM counted WHERE n + 1 < ${to})
    SELECT n, 'team-' || (n / 1000) || '-service-' || (n % 1000) AS "name" FROM counted)`;
  const at = `'${CREATED.toISOString().replace('Z', '+00:00')}'`;
  const filename = `replace("name", '-', '_') || '-1.0-py3-none-any.whl'`;
  const digest = `printf('%064d', n)`;
  return [
    `INSERT INTO "Project" ("id", "indexId", "name", "normalizedName", "createdAt", "status")
       SELECT 'many ' || n, '${indexId}', "name", "name", ${at}, 'ACTIVE' FROM ${numbers}`,
    `INSERT INTO "Release" ("id", "projectId", "version", "canonicalVersion", "summary", "createdAt")
       SELECT 'many ' || n, 'many ' || n, '1.0', '1', 'What ' || "name" || ' is for, in one line', ${at} FROM ${numbers}`,
    `INSERT INTO "File" ("id", "indexId", "projectId", "releaseId", "filename", "filenameFold", "kind", "sha256",
         "sizeBytes", "metadataSha256", "metadataVersion", "uploadedAt")
       SELECT 'many ' || n, '${indexId}', 'many ' || n, 'many ' || n, ${filename}, ${filename}, 'WHEEL', ${digest},
         20000, ${digest}, '2.1', ${at} FROM ${numbers}`,
  ];
}

async function inPortions<Row>(
  rows: readonly Row[],
  insert: (portion: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_A_TIME) await insert(rows.slice(at, at + AT_A_TIME));
}
