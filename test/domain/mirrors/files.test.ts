import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import type { MirroredBytes } from '../../../server/domain/mirrors/mirrors.ts';
import type { MirrorSettings } from '../../../server/domain/mirrors/settings.ts';
import { eachEngine } from '../../support/database.ts';
import { makeWheel } from '../../support/distributions.ts';
import { startUpstream, type Upstream, type UpstreamFile } from '../../support/upstream.ts';
import { mirrorOf, mirrorWorld, type MirrorWorld } from './mirror-world.ts';

const wheel = makeWheel({ name: 'acme', version: '1.0' });
const largeBytes = randomBytes(3 * 1024 * 1024);
const large = { filename: 'acme-2.0-py3-none-any.whl', bytes: largeBytes, sha256: digest(largeBytes) };

eachEngine((_, open) => {
  describe('a file of a mirror', () => {
    let world: MirrorWorld;
    let upstream: Upstream;

    beforeAll(async () => {
      world = mirrorWorld(await open());
    });

    beforeEach(async () => {
      await upstream?.close();
      upstream = await startUpstream();
      rmSync(join(world.dataFolder, 'mirror-files'), { recursive: true, force: true });
      world.mirrors.forgetCopies();
    });

    afterAll(async () => {
      await upstream.close();
      await world.close();
    });

    const stored = () =>
      readdirSync(world.dataFolder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .sort();

    async function opened(
      file: UpstreamFile,
      settings: Partial<MirrorSettings> = {},
    ): Promise<{ mirror: MirrorSettings; open: (part?: 'file' | 'sidecar') => Promise<MirroredBytes> }> {
      upstream.add('acme', file);
      const mirror = mirrorOf(upstream.url, settings);
      const page = await world.mirrors.page(mirror, 'acme');
      return { mirror, open: (part = 'file') => world.mirrors.openFile(mirror, page!.files[0]!, part) };
    }

    it('C154: is fetched once for fifty who ask at once, and all of them get all of it', async () => {
      const { open } = await opened(large);
      upstream.delayMilliseconds = 50;

      const all = await Promise.all(
        Array.from({ length: 50 }, async () => digest(await bytesOf((await open()).stream()))),
      );

      expect(new Set(all)).toEqual(new Set([large.sha256]));
      expect(upstream.paths()).toEqual(['/simple/acme/', `/files/${large.filename}`]);
      expect(stored()).toEqual([large.sha256]);
      const again = await open();
      expect(again).toMatchObject({ sha256: large.sha256, sizeBytes: large.bytes.length });
      expect(digest(readFileSync(again.path!))).toBe(large.sha256);
      expect(upstream.requests.length).toBe(2);
    });

    it('C152: that has other bytes than announced is refused, told to the trail, and not kept', async () => {
      const { mirror, open } = await opened({ ...wheel, sha256: 'a'.repeat(64) });

      await expect(open()).rejects.toThrow('it sent other bytes than it had announced');
      await expect(open()).rejects.toThrow('it sent other bytes than it had announced');

      expect(stored()).toEqual([]);
      expect(await world.database.readDb.mirrorFile.count({ where: { indexId: mirror.indexId } })).toBe(0);
      const events = await world.database.readDb.auditEvent.findMany({ where: { indexId: mirror.indexId } });
      expect(events.map(({ action, detail }) => [action, JSON.parse(detail) as unknown])).toEqual([
        ['file.mismatched', { project: 'acme', sha256: 'a'.repeat(64), received: wheel.sha256 }],
      ]);
    });

    it('that there is no room for is refused without asking, and what was copied before is still answered', async () => {
      const { mirror, open } = await opened(large);
      await (await open()).whole();
      const full = mirrorWorld(world.database, {
        dataFolder: world.dataFolder,
        minFreeDiskBytes: 2 ** 62,
      });
      upstream.add('acme', wheel);
      world.mirrors.doubt(mirror.indexId);
      const page = await world.mirrors.page(mirror, 'acme');
      const [known, unknown] = [large, wheel].map(({ filename }) =>
        page!.files.find((file) => file.filename === filename)!,
      );

      const copied = await full.mirrors.openFile(mirror, known!, 'file');
      expect(digest(await bytesOf(copied.stream()))).toBe(large.sha256);
      const asked = upstream.requests.length;
      await expect(full.mirrors.openFile(mirror, unknown!, 'file')).rejects.toThrow(
        'The disk of this server is nearly full, so the mirror root/mirror copies no more files.',
      );
      expect(upstream.requests.length).toBe(asked);
      expect(stored()).toEqual([large.sha256]);
      await full.close();
    });

    it('on whose way the disk fills up is refused, nothing of it stays, and it comes once there is room', async () => {
      const { open } = await opened(wheel);
      const { store } = world.mirrors;
      const receive = store.receive.bind(store);
      vi.spyOn(store, 'receive').mockImplementationOnce(async () => {
        const incoming = await receive();
        await incoming.handle.close();
        // Whatever is written to it, the system says that there is no room.
        return { path: incoming.path, handle: await openFile('/dev/full', 'r+') };
      });

      await expect(open()).rejects.toThrow('The disk of this server is nearly full');
      expect(stored()).toEqual([]);
      expect(digest(await bytesOf((await open()).stream()))).toBe(wheel.sha256);
    });

    it('C152: a large one with other bytes breaks off before its end', async () => {
      const { open } = await opened({ ...large, sha256: 'b'.repeat(64) });

      const stream = (await open()).stream();
      const received: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => received.push(chunk));
      await expect(once(stream, 'end')).rejects.toThrow();

      expect(Buffer.concat(received).length).toBeLessThan(large.bytes.length);
      await expect.poll(stored).toEqual([]);
    });

    it.each([
      ['shorter than it says', { 'content-length': 3_145_728 }, 2_000_000],
      ['shorter than its page says', {}, 2_000_000],
      ['longer than its page says', {}, 4_000_000],
    ])('a file that is %s reaches nobody whole and is not kept', async (_, headers, length) => {
      const { open } = await opened(large);
      upstream.answers.set(`/files/${large.filename}`, (_, res) => {
        res.writeHead(200, headers).write(Buffer.concat([largeBytes, largeBytes]).subarray(0, length));
        if ('content-length' in headers) setTimeout(() => res.destroy(), 100);
        else res.end();
      });

      await expect(bytesOf((await open()).stream())).rejects.toThrow();
      await expect.poll(stored).toEqual([]);
    });

    it('goes on for the others when the one that began it leaves', async () => {
      const { open } = await opened(large);
      upstream.answers.set(`/files/${large.filename}`, async (_, res) => {
        res.writeHead(200, { 'content-length': largeBytes.length });
        for (let at = 0; at < largeBytes.length; at += 512 * 1024) {
          res.write(largeBytes.subarray(at, at + 512 * 1024));
          await delay(20);
        }
        res.end();
      });
      const first = (await open()).stream();
      const second = (await open()).stream();
      first.once('data', () => first.destroy());
      expect(digest(await bytesOf(second))).toBe(large.sha256);
      expect(upstream.paths().length).toBe(2);
    });

    it('that nobody waits for any more is broken off, and fetched anew for the next who asks', async () => {
      const { open } = await opened(large);
      let isOpen = false;
      upstream.answers.set(`/files/${large.filename}`, (_, res) => {
        isOpen = true;
        res.on('close', () => (isOpen = false));
        res.writeHead(200, { 'content-length': largeBytes.length }).write(largeBytes.subarray(0, 2_000_000));
      });
      const stream = (await open()).stream();
      await once(stream, 'data');
      stream.destroy();
      await expect.poll(() => isOpen).toBe(false);
      await expect.poll(stored).toEqual([]);

      upstream.answers.clear();
      expect(digest(await bytesOf((await open()).stream()))).toBe(large.sha256);
    });

    it('above the limit is refused, whether the upstream says its size or not', async () => {
      const tooLarge = 'is larger than 500 bytes';
      const told = await opened(wheel, { maxFileBytes: 500n });
      await expect(told.open()).rejects.toThrow(tooLarge);
      upstream.projects.clear();
      const untold = await opened({ ...wheel, size: null }, { maxFileBytes: 500n });
      await expect(untold.open()).rejects.toThrow(tooLarge);
      upstream.projects.clear();
      const chunked = await opened({ ...wheel, size: null }, { maxFileBytes: 500n });
      upstream.answers.set(`/files/${wheel.filename}`, (_, res) => void res.end(wheel.bytes));
      await expect(chunked.open()).rejects.toThrow(tooLarge);
      expect(stored()).toEqual([]);
    });

    it('brings its sidecar along, which is verified too', async () => {
      const { open } = await opened(wheel);
      const sidecar = await open('sidecar');
      expect(await bytesOf(sidecar.stream())).toEqual(wheel.metadata);

      upstream.projects.clear();
      const other = await opened(wheel);
      upstream.answers.set(`/files/${wheel.filename}.metadata`, (_, res) => void res.end('Name: other'));
      await expect(other.open('sidecar')).rejects.toThrow('other bytes');
    });

    it('is given whole with its METADATA to whoever takes it over', async () => {
      const { mirror } = await opened(wheel);
      const page = await world.mirrors.page(mirror, 'acme');
      const { path, ...rest } = await world.mirrors.fetchWhole(mirror, page!.files[0]!);
      expect(rest).toEqual({
        sha256: wheel.sha256,
        sizeBytes: wheel.bytes.length,
        metadata: wheel.metadata,
      });
      expect(readFileSync(path)).toEqual(wheel.bytes);
    });

    it.each(['md5', null])('with %s alone is addressed by its place, and pinned to the bytes that came first', async (hash) => {
      const md5 = createHash('md5').update(wheel.bytes).digest('hex');
      const { mirror, open } = await opened({ ...wheel, size: null, hashes: hash === null ? {} : { md5 } });
      const [before] = (await world.mirrors.page(mirror, 'acme'))!.files;
      expect(before).toMatchObject({ sha256: null, sizeBytes: null, address: digest(Buffer.from(before!.url)) });

      const [one, two] = await Promise.all([open(), open()]);
      expect([one.sha256, two.sha256]).toEqual([wheel.sha256, wheel.sha256]);

      const [after] = (await world.mirrors.page(mirror, 'acme'))!.files;
      expect(after).toEqual({ ...before, sha256: wheel.sha256, sizeBytes: wheel.bytes.length });
      expect(world.learned.at(-1)).toBe('acme');
      upstream.add('acme', makeWheel({ name: 'acme', version: '3.0' }));
      world.advance(601_000);
      expect((await world.mirrors.page(mirror, 'acme'))!.files[0]).toEqual(after);

      rmSync(join(world.dataFolder, 'mirror-files'), { recursive: true });
      world.mirrors.forgetCopies();
      upstream.answers.set(`/files/${wheel.filename}`, (_, res) => void res.end('something else'));
      await expect(world.mirrors.openFile(mirror, after!, 'file')).rejects.toThrow('other bytes');
    }); // prettier-ignore

    it('that lost bytes on this disk is fetched again', async () => {
      const { open } = await opened(wheel);
      const { path } = await open();
      writeFileSync(path!, '');
      const again = await open();
      expect(await bytesOf(again.stream())).toEqual(wheel.bytes);
    });

    it('is answered offline when it was copied, and the others are not listed', async () => {
      const { mirror, open } = await opened(wheel);
      await open();
      upstream.add('acme', makeWheel({ name: 'acme', version: '2.0' }));
      upstream.add('other', makeWheel({ name: 'other', version: '2.0' }));
      world.advance(601_000);
      await world.mirrors.page(mirror, 'acme');
      await world.mirrors.page(mirror, 'other');
      upstream.take();

      const offline = { ...mirror, isOffline: true };
      world.advance(10 * 86_400_000);
      const page = await world.mirrors.page(offline, 'acme');
      expect(page).toMatchObject({ isStale: false, versions: ['1.0'] });
      expect(page?.files[0]).toMatchObject({ filename: wheel.filename, metadataSha256: null });
      expect(await bytesOf((await world.mirrors.openFile(offline, page!.files[0]!, 'file')).stream())).toEqual(wheel.bytes);
      expect(await world.mirrors.page(offline, 'never-asked')).toBeNull();
      const names: string[] = [];
      for await (const portion of world.mirrors.names(offline)) names.push(...portion);
      expect(names).toEqual(['acme']);
      expect(upstream.requests).toEqual([]);
    }); // prettier-ignore

    it('notes to the hour when somebody last asked for it', async () => {
      const { mirror, open } = await opened(wheel);
      await open();
      world.advance(3 * 3600_000);
      await open();
      await open();
      await world.mirrors.flushUses();
      const row = await world.database.readDb.mirrorFile.findFirstOrThrow({ where: { indexId: mirror.indexId } });
      expect(row.lastUsedAt.getTime() - row.cachedAt.getTime()).toBeGreaterThan(2 * 3600_000);
      expect(row.lastUsedAt.getTime() % 3600_000).toBe(0);
    }); // prettier-ignore
  });
});

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
