// How long a page may be kept, and how one learns that it is another: C049 to C059 of the conformance cases.

import { gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeWheel } from '../support/distributions.ts';
import { startUpstream, type Upstream } from '../support/upstream.ts';
import {
  change,
  createIndex,
  createMirror,
  EACH_ROUTE,
  HTML_TYPE,
  JSON_TYPE,
  jsonPage,
  openRouteSet,
  rawBytes,
  ROUTES,
  type RouteSet,
} from './route-set.ts';

let set: RouteSet;
let upstream: Upstream;
beforeAll(async () => {
  set = await openRouteSet();
  upstream = await startUpstream();
});
afterAll(async () => {
  await set.close();
  await upstream.close();
});

describe('a page', () => {
  it.each(EACH_ROUTE)('C049: has a strong tag and no date of its last change, %s', async (_, index) => {
    for (const path of [`/${index}/simple/`, `/${index}/simple/demo-pkg-x/`]) {
      const { headers } = await set.app.nobody.get(path, { accept: JSON_TYPE });
      expect([headers.get('last-modified'), headers.get('expires')]).toEqual([null, null]);
      expect(headers.get('etag')).toMatch(/^"[A-Za-z0-9_-]{27}"$/);
    }
  });

  it.each(EACH_ROUTE)('C050: is 304 with the same tag to who has it, %s', async (_, index) => {
    for (const path of [`/${index}/simple/`, `/${index}/simple/demo-pkg-x/`]) {
      const first = await set.app.nobody.get(path, { accept: JSON_TYPE });
      const etag = first.headers.get('etag') ?? '';
      for (const known of [etag, `"another", ${etag}`, `W/${etag}`]) {
        const again = await set.app.nobody.get(path, { accept: JSON_TYPE, 'if-none-match': known });
        expect([known, again.status, again.headers.get('etag'), await again.text()]).toEqual([
          known,
          304,
          etag,
          '',
        ]);
        for (const name of ['vary', 'cache-control', 'content-type'])
          expect([name, again.headers.get(name)]).toEqual([name, first.headers.get(name)]);
      }
    }
  });

  it.each(EACH_ROUTE)(
    'C052, C059: has a tag for each form and encoding, all of them the same page, %s',
    async (_, index) => {
      for (const path of [`/${index}/simple/`, `/${index}/simple/demo-pkg-x/`]) {
        const tags = new Set<string>();
        for (const accept of [JSON_TYPE, HTML_TYPE]) {
          const plain = await rawBytes(set.app.url + path, { accept });
          const zipped = await rawBytes(set.app.url + path, { accept, 'accept-encoding': 'gzip, deflate' });
          expect([plain.headers['content-encoding'], zipped.headers['content-encoding']]).toEqual([
            undefined,
            'gzip',
          ]);
          expect(gunzipSync(zipped.bytes).equals(plain.bytes)).toBe(true);
          for (const { headers } of [plain, zipped]) tags.add(headers.etag ?? '');
        }
        expect(tags.size).toBe(4);
      }
    },
  );

  it('C053: is another one to who asks right after an upload', async () => {
    await set.upload(makeWheel({ name: 'growing', version: '1.0' }));
    const tags = await tagsOf('growing');
    await set.upload(makeWheel({ name: 'growing', version: '2.0' }));
    for (const [route, index] of EACH_ROUTE) {
      const answer = await set.app.nobody.get(`/${index}/simple/growing/`, {
        accept: JSON_TYPE,
        'if-none-match': tags.get(route) ?? '',
      });
      const { versions } = (await answer.json()) as { versions: string[] };
      expect([route, answer.status, versions]).toEqual([route, 200, ['1.0', '2.0']]);
    }
  });

  it('C054: has another tag after each yank, unyank, deletion and change of status', async () => {
    const [first, second] = [
      makeWheel({ name: 'moving', version: '1.0' }),
      makeWheel({ name: 'moving', version: '2.0' }),
    ];
    await set.upload(first, second);
    const project = { path: ROUTES.hosted, project: 'moving' };
    const release = { ...project, version: '1.0' };
    const file = { path: ROUTES.hosted, filename: second.filename };
    const changes: [string, object][] = [
      ['yankRelease', { ...release, reason: 'It broke.' }],
      ['yankRelease', { ...release, reason: 'It broke much.' }],
      ['unyankRelease', release],
      ['yankFile', { ...file, reason: 'This one.' }],
      ['unyankFile', file],
      ['setProjectStatus', { ...project, status: 'ARCHIVED' }],
      ['setProjectStatus', { ...project, status: 'QUARANTINED' }],
      ['setProjectStatus', { ...project, status: 'ACTIVE' }],
      ['deleteFile', { ...file, force: true }],
    ];
    let before = await tagsOf('moving');
    for (const [mutation, input] of changes) {
      await change(set.alice, mutation, input);
      const after = await tagsOf('moving');
      for (const [route, tag] of after)
        expect([mutation, route, tag === before.get(route)]).toEqual([mutation, route, false]);
      before = after;
    }
  });

  it('C055: is asked for again each time, and private where the index is', async () => {
    await createIndex(set.alice, { path: 'alice/closed', bases: [ROUTES.hosted] });
    for (const [, index] of EACH_ROUTE)
      expect([index, await cacheControlOf(index)]).toEqual([index, 'public, no-cache']);
    expect(await cacheControlOf('alice/closed')).toBe('private, no-cache');
  });

  it('is private as soon as one of its layers is, though strangers see the rest', async () => {
    const hidden = makeWheel({ name: 'demo_pkg.x', version: '9.0' });
    await createIndex(set.alice, { path: 'alice/inner' });
    expect((await set.alice.withPassword.upload('alice/inner', hidden)).status).toBe(200);
    await createIndex(set.alice, {
      path: 'alice/mixed',
      readers: [':anonymous:', 'alice'],
      bases: [ROUTES.hosted, 'alice/inner'],
    });
    const seen = async (who: { get: RouteSet['alice']['get'] }) => {
      const answer = await who.get('/alice/mixed/simple/demo-pkg-x/', { accept: JSON_TYPE });
      const { versions } = (await answer.json()) as { versions: string[] };
      return [answer.headers.get('cache-control'), versions];
    };
    expect(await seen(set.app.nobody)).toEqual(['private, no-cache', ['1.0', '2.0+local.1']]);
    expect(await seen(set.alice.withPassword)).toEqual(['private, no-cache', ['1.0', '2.0+local.1', '9.0']]);
    expect(await seen(set.app.nobody)).toEqual(['private, no-cache', ['1.0', '2.0+local.1']]);
  });

  it('C056: of an index with a time to keep it says that time alone', async () => {
    await createIndex(set.alice, {
      path: 'alice/patient',
      readers: [':anonymous:'],
      bases: [ROUTES.hosted],
      maxAgeSeconds: 600,
    });
    expect(await cacheControlOf('alice/patient')).toBe('public, max-age=600');
    await change(set.alice, 'updatePackageIndex', { path: 'alice/patient', maxAgeSeconds: 0 });
    expect(await cacheControlOf('alice/patient')).toBe('public, no-cache');
  });

  it('C058: is never kept when it is a refusal', async () => {
    await createIndex(set.alice, { path: 'alice/locked' });
    await createMirror(set.alice, 'alice/broken', upstream.url);
    const carol = await set.app.person('carol');
    upstream.status = 500;
    const answers = {
      401: await set.app.nobody.get('/alice/locked/simple/demo/'),
      403: await carol.withPassword.get('/alice/locked/simple/demo/'),
      404: await set.app.nobody.get(`/${ROUTES.hosted}/simple/nobody-has-this/`),
      406: await set.app.nobody.get(`/${ROUTES.hosted}/simple/demo-pkg-x/`, { accept: 'image/png' }),
      502: await set.app.nobody.get('/alice/broken/simple/demo/'),
    };
    upstream.status = null;
    for (const [status, answer] of Object.entries(answers)) {
      expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([
        Number(status),
        'no-store',
        null,
      ]);
    }
    expect(answers[502].headers.get('retry-after')).toMatch(/^\d+$/);
  });
});

describe('a page of an upstream that fails', () => {
  it('is what the upstream said before, is marked, and is not to be kept', async () => {
    upstream.add('steady', { ...makeWheel({ name: 'steady', version: '1.0' }) });
    await createMirror(set.alice, 'alice/steady', upstream.url);
    const page = '/alice/steady/simple/steady/';
    const fresh = await set.app.nobody.get(page, { accept: JSON_TYPE });
    upstream.status = 500;
    const stale = await set.app.nobody.get(page, { accept: JSON_TYPE });
    upstream.status = null;
    expect([fresh.status, fresh.headers.get('warning'), fresh.headers.get('cache-control')]).toEqual([
      200,
      null,
      'public, no-cache',
    ]);
    expect([stale.status, stale.headers.get('warning'), stale.headers.get('cache-control')]).toEqual([
      200,
      '110 - "Response is Stale"',
      'no-store',
    ]);
    expect(await stale.json()).toEqual(await fresh.json());
  });

  it('is there at the next request after the upstream has it, though it had none before', async () => {
    await createMirror(set.alice, 'alice/eager', upstream.url, { freshSeconds: 600 });
    const page = '/alice/eager/simple/brand-new/';
    expect((await set.app.nobody.get(page)).status).toBe(404);
    upstream.add('brand-new', { ...makeWheel({ name: 'brand_new', version: '1.0' }) });
    expect((await set.app.nobody.get(page)).status).toBe(200);
  });
});

describe('a page with an end', () => {
  it('is another one from the moment at which a grant ends, though it was remembered', async () => {
    upstream.add('granted', { ...makeWheel({ name: 'granted', version: '2.0' }) });
    await createMirror(set.alice, 'alice/outside', upstream.url, { freshSeconds: 7200 });
    await createIndex(set.alice, {
      path: 'alice/both',
      readers: [':anonymous:'],
      bases: ['alice/outside'],
    });
    await change(set.alice, 'reserveName', { path: 'alice/both', pattern: 'granted' });
    const own = makeWheel({ name: 'granted', version: '1.0' });
    expect((await set.alice.withPassword.upload('alice/both', own)).status).toBe(200);
    await change(set.alice, 'grantUpstream', {
      path: 'alice/both',
      project: 'granted',
      mirror: 'alice/outside',
      reason: 'For now.',
      expiresAt: new Date(set.app.app.world.clock().getTime() + 3_600_000).toISOString(),
    });
    expect((await jsonPage(set.app, 'alice/both', 'granted')).versions).toEqual(['1.0', '2.0']);
    set.app.advance(3_600_000);
    expect((await jsonPage(set.app, 'alice/both', 'granted')).versions).toEqual(['1.0']);
  });
});

async function tagsOf(project: string): Promise<Map<string, string>> {
  const tags = new Map<string, string>();
  for (const [route, index] of EACH_ROUTE) {
    const answer = await set.app.nobody.get(`/${index}/simple/${project}/`, { accept: JSON_TYPE });
    tags.set(route, answer.headers.get('etag') ?? '');
  }
  return tags;
}

async function cacheControlOf(index: string): Promise<string | null> {
  const answer = await set.alice.withPassword.get(`/${index}/simple/demo-pkg-x/`, { accept: JSON_TYPE });
  return answer.headers.get('cache-control');
}
