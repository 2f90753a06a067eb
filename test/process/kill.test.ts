// SIGKILL in the middle of work, as a power cut would: what was acknowledged is there afterwards, byte for byte, and
// nothing shows that was only begun.

import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import Sqlite from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';

import { makeWheel } from '../support/distributions.ts';
import { signedIn, type Anonymous, type Distribution } from '../support/people.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { launch, setupLinkIn, temporaryFolder } from './launch.ts';

const folder = temporaryFolder();
const UPLOADERS = 20;

describe('a server that is killed while it takes uploads', { timeout: 120_000 }, () => {
  const data = mkdtempSync(join(folder, 'data-'));
  let server: RunningServer;
  afterAll(() => server.kill());

  it('has every acknowledged upload afterwards, and nothing else that can be seen', async () => {
    server = await startServer({ dataFolder: data });
    const { name, password } = await server.setupAdmin();
    await (await signedIn(server.url, name, password)).createIndex('ada/prod');
    const acknowledged: Distribution[] = [];

    for (const round of [1, 2]) {
      const { withPassword } = await signedIn(server.url, name, password);
      const before = acknowledged.length;
      const uploading = Array.from({ length: UPLOADERS }, (_, uploader) =>
        uploadUntilRefused(withPassword, `nightly-${uploader}`, round, acknowledged),
      );
      while (acknowledged.length < before + 2 * UPLOADERS) await pause(1);
      await server.kill();
      await Promise.all(uploading);

      server = await startServer({ dataFolder: data });
      expect(server.setupLink).toBeNull();
      const ada = (await signedIn(server.url, name, password)).withPassword;
      const listed = await everyListedFile(ada);
      expect(acknowledged.filter(({ filename, sha256 }) => listed.get(filename) !== sha256)).toEqual([]);
      expect(await server.files('spool')).toEqual([]);
      expect(await server.files('blobs').then((paths) => paths.filter(isOtherThanItsName))).toEqual([]);
      expect(oddities(data)).toEqual([]);
    }
  });

  /** Uploads one version after the other; what was answered with 200 is acknowledged. */
  async function uploadUntilRefused(
    ada: Anonymous,
    name: string,
    round: number,
    acknowledged: Distribution[],
  ) {
    for (let build = 0; ; build += 1) {
      // Every third is spooled to disk as it comes, the others are small.
      const payload = randomBytes(build % 3 === 2 ? 1_500_000 : 2_000);
      const wheel = makeWheel({ name, version: `${round}.${build}`, files: { 'payload.bin': payload } });
      const answer = await ada.upload('ada/prod', wheel).catch(() => null);
      if (answer === null) return;
      expect([answer.status, await answer.text().catch(() => '')]).toEqual([200, expect.any(String)]);
      acknowledged.push(wheel);
    }
  }

  /** File name to SHA-256 of the bytes that are served, for every file on every page. */
  async function everyListedFile(ada: Anonymous): Promise<Map<string, string>> {
    const listed = new Map<string, string>();
    const json = { accept: 'application/vnd.pypi.simple.v1+json' };
    const list = (await (await ada.get('/ada/prod/simple/', json)).json()) as {
      projects: { name: string }[];
    };
    for (const { name } of list.projects) {
      const page = `/ada/prod/simple/${name}/`;
      const { files } = (await (await ada.get(page, json)).json()) as {
        files: { filename: string; url: string; hashes: { sha256: string } }[];
      };
      for (const file of files) {
        const { pathname } = new URL(file.url, server.url + page);
        const bytes = Buffer.from(await (await ada.get(pathname)).arrayBuffer());
        expect([file.filename, sha256(bytes)]).toEqual([file.filename, file.hashes.sha256]);
        expect((await ada.get(`${pathname}.metadata`)).status).toBe(200);
        listed.set(file.filename, sha256(bytes));
      }
    }
    return listed;
  }

  const isOtherThanItsName = (path: string) => sha256(readFileSync(join(data, path))) !== basename(path);
});

describe('a server that is killed while it starts for the first time', { timeout: 120_000 }, () => {
  it('starts at the next attempt as if it had never been', async () => {
    const data = mkdtempSync(join(folder, 'data-'));
    const environment = { WHEELHOUSE_DATA: data };
    // What a start makes, in this order: each attempt comes one further than the one before.
    for (const made of ['server.key', 'wheelhouse.sqlite', 'wheelhouse.sqlite-wal', 'blobs/80', 'spool']) {
      const attempt = launch({ environment });
      while (!existsSync(join(data, made))) await pause(1);
      attempt.signal('SIGKILL');
      expect((await attempt.ended).code).toBeNull();
    }

    const server = launch({ environment });
    await server.listening;
    expect(setupLinkIn(server.output().stdout)).not.toBeNull();
    expect(oddities(data)).toEqual([]);
    server.signal('SIGTERM');
    expect((await server.ended).code).toBe(0);
  });
});

/** What is wrong in the database: damaged pages, rows that point nowhere, files without a live blob. */
function oddities(data: string): unknown[] {
  const database = new Sqlite(join(data, 'wheelhouse.sqlite'), { readonly: true });
  try {
    return [
      ...(database.pragma('integrity_check') as { integrity_check: string }[]).filter(
        ({ integrity_check }) => integrity_check !== 'ok',
      ),
      ...(database.pragma('foreign_key_check') as unknown[]),
      ...database
        .prepare(
          `SELECT filename FROM "File" WHERE NOT EXISTS (SELECT 1 FROM "Blob" WHERE "Blob".sha256 = "File".sha256 AND state = 'LIVE')
             OR NOT EXISTS (SELECT 1 FROM "Blob" WHERE "Blob".sha256 = "File".metadataSha256 AND state = 'LIVE')`,
        )
        .all(),
    ];
  } finally {
    database.close();
  }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
