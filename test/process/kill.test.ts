// SIGKILL in the middle of uploads, as a power cut would, at moments that a seed chooses: what was acknowledged is there
// afterwards, byte for byte, nothing shows that was only begun, and fsck finds nothing. WHEELHOUSE_TEST_KILLS says how
// often, WHEELHOUSE_TEST_KILL_SEED with which seed. The list that the clients keep of what was acknowledged is the truth.

import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { blobPath } from '../../server/storage/blobs.ts';
import { makeWheel, type Distribution } from '../support/distributions.ts';
import { holder, signedIn, type Anonymous } from '../support/people.ts';
import { seeded } from '../support/seeded.ts';
import { damageIn } from './damage-in.ts';
import { launch, setupLinkIn, temporaryFolder, type Launched } from './launch.ts';

const folder = temporaryFolder();
const KILLS = Number(process.env.WHEELHOUSE_TEST_KILLS ?? 10);
const SEED = Number(process.env.WHEELHOUSE_TEST_KILL_SEED ?? 1);
const UPLOADERS = 6;
const hook = fileURLToPath(new URL('kill-at.mjs', import.meta.url));

/** Where the upload stood that was furthest of those without an answer. */
const STANDINGS = ['nothing stored', 'named, without a row', 'committed, not answered'] as const;
type Standing = (typeof STANDINGS)[number];

interface Round {
  /** Such as `named:12:0`, in the words of `kill-at.mjs`. */
  readonly moment: string;
  readonly acknowledged: readonly Distribution[];
  readonly unanswered: readonly Distribution[];
}

describe('a server that is killed while it takes uploads', () => {
  const data = mkdtempSync(join(folder, 'data-'));
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, 'correct horse battery staple');
  const random = seeded(SEED);

  it(
    `has every acknowledged upload after ${KILLS} kills, and nothing else that can be seen`,
    { timeout: 60_000 + KILLS * 15_000 },
    async () => {
      const token = await begin();
      const everything: Distribution[] = [];
      const histogram = new Map<Standing, number>(STANDINGS.map((standing) => [standing, 0]));
      let last: { round: Round; namedOf: Set<string> } | null = null;

      for (let number = 1; number <= KILLS + 1; number += 1) {
        const moment = number <= KILLS ? momentFor(random) : 'never:0:0';
        const server = start(moment);
        const uploader = holder(await server.listening, token);
        if (last !== null) {
          const standing = await checkAfterKill(uploader, number - 1, last.round, last.namedOf);
          histogram.set(standing, histogram.get(standing)! + 1);
        }
        if (number > KILLS) {
          await checkAll(uploader, everything);
          server.signal('SIGTERM');
          expect((await server.ended).code).toBe(0);
          break;
        }
        const round = await uploadUntilKilled(server, uploader, number, moment);
        everything.push(...round.acknowledged);
        const namedOf = new Set(
          round.unanswered.map(({ sha256 }) => sha256).filter((sha) => existsSync(blobPath(data, sha))),
        );
        for (const sha of namedOf) expect(sha256(readFileSync(blobPath(data, sha)))).toBe(sha);
        expect([moment, await damageIn(data, { withChecksums: false })]).toEqual([moment, []]);
        last = { round, namedOf };
      }
      expect(await damageIn(data)).toEqual([]);

      const between = KILLS - histogram.get('nothing stored')!;
      const bars = STANDINGS.map((standing) => bar(standing, histogram.get(standing)!)).join('\n');
      console.info(`${KILLS} kills with seed ${SEED}, ${everything.length} uploads acknowledged:\n${bars}`);
      expect(between / KILLS).toBeGreaterThanOrEqual(0.3);
    },
  );

  function start(moment: string): Launched {
    return launch({
      nodeOptions: ['--import', hook],
      environment: {
        WHEELHOUSE_DATA: data,
        WHEELHOUSE_ADMIN: 'ada',
        WHEELHOUSE_ADMIN_PASSWORD_FILE: passwordFile,
        WHEELHOUSE_LOG_LEVEL: 'error',
        WHEELHOUSE_TEST_KILL_AT: moment,
      },
    });
  }

  async function begin(): Promise<string> {
    const server = start('never:0:0');
    const ada = await signedIn(await server.listening, 'ada', 'correct horse battery staple');
    await ada.createIndex('ada/prod');
    await ada.createIndex('ada/copy');
    const scopes = ['index:read', 'index:upload'];
    const { plaintext } = await ada.mintToken({ scopes, allIndexes: true });
    server.signal('SIGTERM');
    expect((await server.ended).code).toBe(0);
    return plaintext;
  }

  async function uploadUntilKilled(
    server: Launched,
    uploader: Anonymous,
    round: number,
    moment: string,
  ): Promise<Round> {
    const acknowledged: Distribution[] = [];
    const unanswered: Distribution[] = [];
    const uploading = Array.from({ length: UPLOADERS }, async (_, client) => {
      for (let build = 0; ; build += 1) {
        // Some are spooled to disk as they come, the others are small.
        const payload = randomBytes((build + client) % 5 === 4 ? 1_500_000 : 2_000);
        const version = `${round}.${build}`;
        const wheel = makeWheel({ name: `nightly-${client}`, version, files: { 'payload.bin': payload } });
        const answer = await uploader.upload('ada/prod', wheel).catch(() => null);
        if (answer === null) return void unanswered.push(wheel);
        expect([answer.status, await answer.text().catch(() => '')]).toEqual([200, expect.any(String)]);
        acknowledged.push(wheel);
        // The same bytes once more, which are in the store already.
        if (build % 4 === 3) await uploader.upload('ada/copy', wheel).catch(() => null);
      }
    });
    await Promise.all(uploading);
    expect([moment, (await server.ended).code]).toEqual([moment, null]);
    return { moment, acknowledged, unanswered };
  }

  /** What the server that follows shows; how far the furthest upload without an answer had come. */
  async function checkAfterKill(
    uploader: Anonymous,
    number: number,
    { moment, acknowledged, unanswered }: Round,
    namedOf: ReadonlySet<string>,
  ): Promise<Standing> {
    const listed = await listedFiles(uploader, `-${number}.`);
    const lost = acknowledged.filter(({ filename, sha256: sha }) => listed.get(filename) !== sha);
    expect([moment, lost.map(({ filename }) => filename)]).toEqual([moment, []]);
    for (const file of acknowledged) await downloads(uploader, file);
    const visible = unanswered.filter(({ filename }) => listed.has(filename));
    for (const file of visible) await downloads(uploader, file);
    expect([...listed.keys()].sort()).toEqual(
      [...acknowledged, ...visible].map(({ filename }) => filename).sort(),
    );
    if (visible.length > 0) return 'committed, not answered';
    return namedOf.size > 0 ? 'named, without a row' : 'nothing stored';
  }

  async function checkAll(uploader: Anonymous, everything: readonly Distribution[]): Promise<void> {
    const listed = await listedFiles(uploader, '');
    expect(everything.filter(({ filename, sha256: sha }) => listed.get(filename) !== sha)).toEqual([]);
  }

  /** File name to SHA-256, of the files in whose names `part` occurs. */
  async function listedFiles(uploader: Anonymous, part: string): Promise<Map<string, string>> {
    const json = { accept: 'application/vnd.pypi.simple.v1+json' };
    const listed = new Map<string, string>();
    for (let client = 0; client < UPLOADERS; client += 1) {
      const answer = await uploader.get(`/ada/prod/simple/nightly-${client}/`, json);
      if (answer.status === 404) continue;
      type Page = { files: { filename: string; hashes: { sha256: string } }[] };
      const { files } = (await answer.json()) as Page;
      for (const { filename, hashes } of files)
        if (filename.includes(part)) listed.set(filename, hashes.sha256);
    }
    return listed;
  }

  async function downloads(uploader: Anonymous, file: Distribution): Promise<void> {
    const path = `/ada/prod/files/${file.sha256}/${file.filename}`;
    const bytes = Buffer.from(await (await uploader.get(path)).arrayBuffer());
    const metadata = await (await uploader.get(`${path}.metadata`)).text();
    expect([file.filename, sha256(bytes), metadata]).toEqual([
      file.filename,
      file.sha256,
      file.metadata.toString(),
    ]);
  }
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
    expect(await damageIn(data)).toEqual([]);
    server.signal('SIGTERM');
    expect((await server.ended).code).toBe(0);
  });
});

/** Most lie where it hurts: after the bytes have their name and before the client hears of it. */
function momentFor(random: () => number): string {
  const [event, most, later] = [
    ['named', 30, 0],
    ['named', 30, 0],
    ['named', 30, 3],
    ['answering', 15, 0],
    ['answering', 15, 0],
    ['spooled', 30, 0],
    ['spooled', 30, 4],
    ['answered', 15, 0],
    ['answered', 15, 2],
  ][Math.floor(random() * 9)] as [string, number, number];
  return `${event}:${1 + Math.floor(random() * most)}:${(random() * later).toFixed(1)}`;
}

function bar(name: string, count: number): string {
  const share = Math.round((100 * count) / KILLS);
  return `  ${name.padEnd(24)} ${String(count).padStart(4)}  ${'█'.repeat(Math.round(share / 2))} ${share} %`;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
