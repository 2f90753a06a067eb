// Files, ranges and sidecars: C060 to C072 of the conformance cases.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { raw } from '../http/raw.ts';
import { makeWheel } from '../support/distributions.ts';
import {
  change,
  EACH_ROUTE,
  htmlPage,
  jsonPage,
  openRouteSet,
  pathOf,
  ROUTES,
  SDIST,
  WHEEL,
  type RouteSet,
} from './route-set.ts';

const LARGE = makeWheel({ name: 'large', version: '1.0', files: { 'large/noise': noise(300_000) } });

describe('a file', () => {
  let set: RouteSet;
  let fresh = 0;
  beforeAll(async () => {
    set = await openRouteSet();
    await set.upload(LARGE);
  });
  afterAll(() => set.close());

  /** One that no mirror has copied yet. */
  async function uncopied(): Promise<{ project: string; wheel: typeof WHEEL }> {
    const project = `fresh-${(fresh += 1)}`;
    const wheel = makeWheel({ name: project, version: '1.0', files: { 'noise.bin': noise(200_000, fresh) } });
    await set.upload(wheel);
    return { project, wheel };
  }

  it.each(EACH_ROUTE)('C060: comes byte for byte, never encoded, %s', async (_, index) => {
    for (const [file, project] of [
      [WHEEL, 'demo-pkg-x'],
      [SDIST, 'demo-pkg-x'],
      [LARGE, 'large'],
    ] as const) {
      const path = await pathOf(set.app, index, file, project);
      const answer = await set.app.nobody.get(path, { 'accept-encoding': 'gzip, br' });
      expect([
        answer.status,
        answer.headers.get('content-length'),
        answer.headers.get('content-encoding'),
        answer.headers.get('content-disposition'),
      ]).toEqual([200, `${file.bytes.length}`, null, null]);
      expect(Buffer.from(await answer.arrayBuffer()).equals(file.bytes)).toBe(true);
    }
  });

  it.each(EACH_ROUTE)('C061: answers HEAD with its length and that it takes ranges, %s', async (_, index) => {
    const { project, wheel } = await uncopied();
    const path = await pathOf(set.app, index, wheel, project);
    const answer = await set.app.nobody.request(path, { method: 'HEAD' });
    expect([
      answer.status,
      answer.headers.get('content-length'),
      answer.headers.get('accept-ranges'),
      answer.headers.get('etag'),
    ]).toEqual([200, `${wheel.bytes.length}`, 'bytes', `"${wheel.sha256}"`]);
  });

  it.each(EACH_ROUTE)('C062: gives the part that is asked for, %s', async (_, index) => {
    const size = LARGE.bytes.length;
    const path = await pathOf(set.app, index, LARGE, 'large');
    for (const [range, start, end] of [
      ['bytes=0-99', 0, 99],
      ['bytes=1000-', 1000, size - 1],
      ['bytes=-10240', size - 10_240, size - 1],
      [`bytes=-${size + 1}`, 0, size - 1],
    ] as const) {
      const answer = await set.app.nobody.get(path, { range });
      expect([
        range,
        answer.status,
        answer.headers.get('content-range'),
        answer.headers.get('content-length'),
      ]).toEqual([range, 206, `bytes ${start}-${end}/${size}`, `${end - start + 1}`]);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.equals(LARGE.bytes.subarray(start, end + 1))).toBe(true);
    }
  });

  it.each(EACH_ROUTE)('C062: gives a part of what was never asked for before, %s', async (_, index) => {
    const { project, wheel } = await uncopied();
    const path = await pathOf(set.app, index, wheel, project);
    const answer = await set.app.nobody.get(path, { range: 'bytes=-100' });
    expect([answer.status, Buffer.from(await answer.arrayBuffer())]).toEqual([
      206,
      wheel.bytes.subarray(-100),
    ]);
  });

  it.each(EACH_ROUTE)('C064: has no part beyond its end, %s', async (_, index) => {
    const size = LARGE.bytes.length;
    const path = await pathOf(set.app, index, LARGE, 'large');
    const answer = await set.app.nobody.get(path, { range: `bytes=${size}-` });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, `bytes */${size}`]);
  });

  it.each(EACH_ROUTE)('C066: is given whole to who asks for several parts, %s', async (_, index) => {
    const path = await pathOf(set.app, index, WHEEL);
    const answer = await set.app.nobody.get(path, { range: 'bytes=0-1,5-6' });
    expect([answer.status, Buffer.from(await answer.arrayBuffer())]).toEqual([200, WHEEL.bytes]);
  });

  it.each(EACH_ROUTE)('C067: has beside it the very METADATA of the wheel, %s', async (_, index) => {
    const answer = await set.app.nobody.get(`${await pathOf(set.app, index, WHEEL)}.metadata`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, answer.headers.get('content-encoding'), bytes]).toEqual([
      200,
      null,
      WHEEL.metadata,
    ]);
    expect(bytes.includes('\r\n')).toBe(true);
  });

  it.each(EACH_ROUTE)('C068: each sidecar that a page names is there, %s', async (_, index) => {
    for (const project of ['demo-pkg-x', 'large']) {
      const named = (await jsonPage(set.app, index, project)).files.filter((file) => file['core-metadata']);
      expect(named.length).toBeGreaterThan(0);
      for (const file of named) {
        const path = new URL(file.url, `${set.app.url}/${index}/simple/${project}/`).pathname;
        const answer = await set.app.nobody.get(`${path}.metadata`);
        expect([file.filename, answer.status]).toEqual([file.filename, 200]);
      }
    }
  });

  it.each(EACH_ROUTE)(
    'C069: a source distribution and what is unknown have no sidecar, %s',
    async (_, index) => {
      const wheel = await pathOf(set.app, index, WHEEL);
      const paths = [
        `${await pathOf(set.app, index, SDIST)}.metadata`,
        `${wheel.replace('demo', 'demon')}.metadata`,
        `${wheel.replace(WHEEL.sha256, '0'.repeat(64))}.metadata`,
        wheel.replace(WHEEL.sha256, SDIST.sha256),
        `${wheel}.metadata.metadata`,
      ];
      for (const path of paths) expect([path, (await set.app.nobody.get(path)).status]).toEqual([path, 404]);
    },
  );

  it.each(EACH_ROUTE)('C072: has no signature, and no page says so, %s', async (_, index) => {
    expect((await set.app.nobody.get(`${await pathOf(set.app, index, WHEEL)}.asc`)).status).toBe(404);
    expect(JSON.stringify(await jsonPage(set.app, index)) + (await htmlPage(set.app, index))).not.toContain(
      'gpg-sig',
    );
  });

  it.each(EACH_ROUTE)('C057: may be kept for a year, under its digest as the tag, %s', async (_, index) => {
    const file = await pathOf(set.app, index, WHEEL);
    const first = await set.app.nobody.get(file);
    await first.arrayBuffer();
    for (const path of [file, `${file}.metadata`]) {
      const answer = await set.app.nobody.get(path);
      expect([path, answer.headers.get('cache-control')]).toEqual([
        path,
        'public, max-age=31536000, immutable',
      ]);
      const etag = answer.headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
      const again = await raw(set.app.url, { path, headers: { 'if-none-match': etag } });
      expect([again.status, again.headers.etag, again.text]).toEqual([304, etag, '']);
    }
    expect(first.headers.get('etag')).toBe(`"${WHEEL.sha256}"`);
  });

  it('is gone from every route when its project is quarantined', async () => {
    const { project, wheel } = await uncopied();
    const paths = new Map<string, string>();
    for (const [route, index] of EACH_ROUTE) paths.set(route, await pathOf(set.app, index, wheel, project));
    await change(set.alice, 'setProjectStatus', { path: ROUTES.hosted, project, status: 'QUARANTINED' });
    for (const [route, path] of paths) {
      const file = await set.app.nobody.get(path);
      const sidecar = await set.app.nobody.get(`${path}.metadata`);
      expect([route, file.status, sidecar.status]).toEqual([route, 404, 404]);
    }
  });
});

function noise(bytes: number, seed = 1): Buffer {
  const buffer = Buffer.alloc(bytes);
  for (let place = 0, state = seed; place < bytes; place += 1) {
    state = (state * 48_271) % 2_147_483_647;
    buffer[place] = state & 0xff;
  }
  return buffer;
}
