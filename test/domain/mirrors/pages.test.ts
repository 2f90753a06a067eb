import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { UpstreamUnavailable } from '../../../server/domain/errors.ts';
import { eachEngine } from '../../support/database.ts';
import { makeSdist, makeWheel } from '../../support/distributions.ts';
import { startUpstream, type Upstream } from '../../support/upstream.ts';
import { mirrorOf, mirrorWorld, type MirrorWorld } from './mirror-world.ts';

const wheel = makeWheel({ name: 'acme', version: '1.0' });
const sdist = makeSdist({ name: 'acme', version: '0.9' });

eachEngine((_, open) => {
  describe('the page of a mirror', () => {
    let world: MirrorWorld;
    let upstream: Upstream;

    beforeAll(async () => {
      world = mirrorWorld(await open());
    });

    beforeEach(async () => {
      await upstream?.close();
      upstream = await startUpstream();
      upstream.add('acme', { ...sdist }, { ...wheel, requiresPython: '>=3.8', yanked: 'broken' });
      world.learned.length = 0;
    });

    afterAll(async () => {
      await upstream.close();
      await world.close();
    });

    const pageOf = (mirror = mirrorOf(upstream.url), name = 'acme') => world.mirrors.page(mirror, name);

    it('C151: carries size, upload time, yanks, requirements, sidecars and status of a JSON upstream through', async () => {
      upstream.projects.set('acme', {
        files: [{ ...wheel, requiresPython: '>=3.8', yanked: 'broken' }, sdist],
        versions: ['0.9', '1.0', '2.0'],
        status: { status: 'archived', reason: 'nobody is left' },
      });
      const mirror = mirrorOf(upstream.url);

      const page = await pageOf(mirror);

      expect(page).toMatchObject({
        normalizedName: 'acme',
        status: 'ARCHIVED',
        statusReason: 'nobody is left',
        versions: ['0.9', '1.0', '2.0'],
        isStale: false,
      });
      expect(page?.files).toEqual([
        {
          filename: 'acme-1.0-py3-none-any.whl',
          kind: 'WHEEL',
          address: wheel.sha256,
          sha256: wheel.sha256,
          sizeBytes: wheel.bytes.length,
          requiresPython: '>=3.8',
          metadataSha256: createHash('sha256').update(wheel.metadata).digest('hex'),
          uploadedAt: new Date('2026-01-02T03:04:05.678Z'),
          yanked: 'broken',
          version: '1.0',
          layerId: mirror.indexId,
          url: `${upstream.origin}/files/acme-1.0-py3-none-any.whl`,
        },
        expect.objectContaining({
          filename: 'acme-0.9.tar.gz',
          kind: 'SDIST',
          metadataSha256: null,
          yanked: null,
        }),
      ]);
      expect(world.learned).toEqual(['acme']);
    });

    it('C139: carries a yank through, with and without a reason, from JSON and from HTML', async () => {
      for (const format of ['json', 'html'] as const) {
        upstream.format = format;
        upstream.projects.set('acme', {
          files: [
            { ...sdist, yanked: true },
            { ...wheel, yanked: 'a < b' },
          ],
        });

        const page = await pageOf(mirrorOf(upstream.url));

        expect(page?.files.map(({ yanked }) => yanked)).toEqual(['', 'a < b']);
      }
    });

    it('C150: says of an upstream without sizes that they are unknown, never that they are 0', async () => {
      upstream.format = 'html';

      const page = await pageOf();

      expect(page?.files.map(({ sizeBytes, uploadedAt }) => [sizeBytes, uploadedAt])).toEqual([
        [null, null],
        [null, null],
      ]);
      expect(page?.files[1]).toMatchObject({
        requiresPython: '>=3.8',
        yanked: 'broken',
        sha256: wheel.sha256,
      });
    });

    it('asks the upstream once, however many ask here at once, and not again while the page is fresh', async () => {
      const mirror = mirrorOf(upstream.url);
      upstream.delayMilliseconds = 30;

      const pages = await Promise.all(Array.from({ length: 40 }, () => pageOf(mirror)));
      await pageOf(mirror);
      await world.restarted().page(mirror, 'acme');

      expect(new Set(pages.map((page) => page?.files.length))).toEqual(new Set([2]));
      expect(upstream.paths()).toEqual(['/simple/acme/']);
    });

    it('C156: asks with the entity tag when the page is not fresh any more, and keeps it at 304', async () => {
      const mirror = mirrorOf(upstream.url);
      const first = await pageOf(mirror);
      world.advance(601_000);

      const second = await pageOf(mirror);

      const [one, two] = upstream.take();
      expect(one?.headers['if-none-match']).toBeUndefined();
      expect([two?.headers['if-none-match'], two?.status]).toEqual([expect.stringMatching(/^"/), 304]);
      expect(second?.files).toEqual(first?.files);
      expect(second!.freshUntil.getTime()).toBeGreaterThan(first!.freshUntil.getTime());
      expect(world.learned).toEqual(['acme']);

      upstream.add('acme', makeWheel({ name: 'acme', version: '2.0' }));
      world.advance(601_000);
      expect((await pageOf(mirror))?.versions).toEqual(['0.9', '1.0', '2.0']);
      expect(world.learned).toEqual(['acme', 'acme']);
    });

    it('C149: says that there is none when the upstream says so, and remembers it for nobody', async () => {
      const mirror = mirrorOf(upstream.url);

      expect(await pageOf(mirror, 'brand-new')).toBeNull();
      upstream.add('brand-new', makeWheel({ name: 'brand-new', version: '1.0' }));
      expect((await pageOf(mirror, 'brand-new'))?.versions).toEqual(['1.0']);

      upstream.projects.delete('brand-new');
      world.advance(601_000);
      expect(await pageOf(mirror, 'brand-new')).toBeNull();
      upstream.isBroken = true;
      await expect(pageOf(mirror, 'brand-new')).rejects.toThrow(UpstreamUnavailable);
    });

    it.each([
      ['answers 500', (it: Upstream) => void (it.status = 500)],
      ['answers 403', (it: Upstream) => void (it.status = 403)],
      ['closes the connection', (it: Upstream) => void (it.isBroken = true)],
      ['does not answer in time', (it: Upstream) => void (it.delayMilliseconds = 10_000)],
      ['is what no simple index is', (it: Upstream) => void it.answers.set('/simple/acme/', (_, res) => void res.writeHead(200, { 'content-type': 'text/plain' }).end('hello'))],
      ['is not JSON', (it: Upstream) => void it.answers.set('/simple/acme/', (_, res) => void res.writeHead(200, { 'content-type': 'application/vnd.pypi.simple.v1+json' }).end('{"files": [{"filename": "acme'))],
    ])('C149: an upstream that %s is told as such, and answered for within the bound by what it said', async (_, breakIt) => {
      const mirror = mirrorOf(upstream.url, { timeoutSeconds: 1 });
      const before = await pageOf(mirror);
      breakIt(upstream);
      const other = mirrorOf(upstream.url, { timeoutSeconds: 1 });
      await expect(pageOf(other)).rejects.toThrow(UpstreamUnavailable);

      world.advance(601_000);
      const stale = await pageOf(mirror);
      expect(stale).toMatchObject({ isStale: true, files: before?.files });

      world.advance(3600_000);
      await expect(pageOf(mirror)).rejects.toThrow(/^The mirror root\/mirror could not use its upstream: /);
    }); // prettier-ignore

    it('does not let everybody wait for an upstream that is not there', async () => {
      const mirror = mirrorOf('http://127.0.0.1:9/simple/');
      await expect(pageOf(mirror)).rejects.toThrow(UpstreamUnavailable);
      upstream.isBroken = true;
      const broken = mirrorOf(upstream.url);
      await expect(pageOf(broken)).rejects.toThrow(UpstreamUnavailable);
      await expect(pageOf(broken)).rejects.toThrow(UpstreamUnavailable);
      expect(upstream.requests.length).toBe(1);

      upstream.isBroken = false;
      world.advance(6000);
      expect((await pageOf(broken))?.files.length).toBe(2);
    });

    it('asks again at once when somebody wants it refreshed', async () => {
      const mirror = mirrorOf(upstream.url);
      await pageOf(mirror);
      world.advance(10);
      world.mirrors.doubt(mirror.indexId, 'acme');
      await pageOf(mirror);
      await pageOf(mirror);
      world.advance(10);
      world.mirrors.doubt(mirror.indexId);
      await pageOf(mirror);
      expect(upstream.requests.map(({ status }) => status)).toEqual([200, 304, 304]);
    });

    it('forgets what another upstream said', async () => {
      const mirror = mirrorOf(upstream.url);
      await pageOf(mirror);
      const elsewhere = await startUpstream();
      expect(await pageOf({ ...mirror, upstreamUrl: elsewhere.url })).toBeNull();
      await elsewhere.close();
    });

    it('takes files from the named hosts alone', async () => {
      upstream.add('acme', { ...makeWheel({ name: 'acme', version: '3.0' }), url: 'https://files.index.example/acme-3.0-py3-none-any.whl' });
      const mirror = mirrorOf(upstream.url);
      const { host } = new URL(upstream.url);
      expect((await pageOf(mirror))?.files.length).toBe(3);
      expect((await pageOf({ ...mirror, fileHosts: [host] }))?.files.length).toBe(2);
      expect((await pageOf({ ...mirror, fileHosts: ['files.index.example'] }))?.files.map(({ version }) => version)).toEqual(['3.0']);
    }); // prettier-ignore

    it('takes packed pages and asks for them as installers do', async () => {
      upstream.gzip = true;
      expect((await pageOf())?.files.length).toBe(2);
      expect(upstream.take()[0]?.headers).toMatchObject({
        'user-agent': 'wheelhouse/test',
        'accept-encoding': 'gzip',
        accept:
          'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html; q=0.1, text/html; q=0.01',
      });
    });
  });
});
