// What an index answers while one of its layers cannot be asked: never "there is none", and never a part of the answer.

import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import type { Anonymous, Person } from '../support/people.ts';
import { startUpstream, type Upstream } from '../support/upstream.ts';
import { change, createIndex, createMirror, JSON_TYPE, jsonPage } from './route-set.ts';

const RESOLVED = `query ($path: String!, $name: String!) {
  packageIndex(path: $path) { resolvedProject(name: $name) { isStale versions } }
}`;

eachApp('an index of which a layer fails', (open) => {
  let app: TestApp;
  let alice: Person;
  let upstream: Upstream;
  const held = makeWheel({ name: 'held', version: '1.0' });
  const theirs = makeWheel({ name: 'open', version: '9.0' });

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice', { role: 'ADMIN' });
    upstream = await startUpstream();
    for (const [name, wheel] of Object.entries({
      open: theirs,
      held: makeWheel({ name: 'held', version: '9.0' }),
    }))
      upstream.add(name, wheel);
    await createMirror(alice, 'alice/mirror', upstream.url, { freshSeconds: 600 });
    await alice.createIndex('alice/base', { readers: [':anonymous:'] });
    await createIndex(alice, {
      path: 'alice/root',
      readers: [':anonymous:'],
      bases: ['alice/base', 'alice/mirror'],
    });
    expect((await alice.withPassword.upload('alice/base', held)).status).toBe(200);
  }, 60_000);
  afterEach(() => {
    upstream.status = null;
    upstream.take();
  });
  afterAll(() => upstream.close());

  const paths = (...files: (typeof held)[]) => [
    '/alice/root/simple/',
    ...['held', 'open', 'unknown'].map((name) => `/alice/root/simple/${name}/`),
    '/alice/root/pypi/held/json',
    '/alice/root/pypi/open/9.0/json',
    ...files.flatMap(({ sha256, filename }) =>
      ['', '.metadata'].map((suffix) => `/alice/root/files/${sha256}/${filename}${suffix}`),
    ),
  ];
  const answersOf = async (who: Pick<Anonymous, 'get'>, asked: readonly string[]) =>
    Promise.all(
      asked.map(async (path) => {
        const { status, headers } = await who.get(path, { accept: JSON_TYPE });
        const retryAfter = /^\d+$/.test(headers.get('retry-after') ?? '');
        return { path, status, retryAfter, kept: headers.get('cache-control'), etag: headers.get('etag') };
      }),
    );
  const unavailable = (status: number) => (path: string) => ({
    path,
    status,
    retryAfter: true,
    kept: 'no-store',
    etag: null,
  });
  /** Nothing can be read from the table until then. */
  const without = async (table: string, act: () => Promise<void>) => {
    const { db } = app.app.world.database;
    await db.$executeRawUnsafe(`ALTER TABLE "${table}" RENAME TO "${table}Away"`);
    try {
      await act();
    } finally {
      await db.$executeRawUnsafe(`ALTER TABLE "${table}Away" RENAME TO "${table}"`);
    }
  };
  const pageStatus = async (project: string) =>
    (await app.nobody.get(`/alice/root/simple/${project}/`, { accept: JSON_TYPE })).status;

  it('C143: is 503 when what a stage holds cannot be read, and no upstream is asked in its place', async () => {
    const asked = paths(held, theirs);
    await without('Project', async () => {
      expect(await answersOf(app.nobody, asked)).toEqual(asked.map(unavailable(503)));
      expect(await answersOf(alice.withPassword, asked)).toEqual(asked.map(unavailable(503)));
    });
    expect(upstream.paths()).toEqual([]);
    expect([await pageStatus('held'), await pageStatus('unknown')]).toEqual([200, 404]);
  });

  it('C143: is 503 when rules or reservations cannot be read', async () => {
    const asked = paths(held, theirs);
    for (const table of ['IndexRule', 'NameReservation']) {
      await change(alice, 'updatePackageIndex', { path: 'alice/root', maxAgeSeconds: 0 });
      await change(alice, 'reserveName', { path: 'alice/root', pattern: `for-${table.toLowerCase()}` });
      upstream.take();
      await without(table, async () => {
        expect(await answersOf(app.nobody, asked)).toEqual(asked.map(unavailable(503)));
      });
      expect([table, upstream.paths()]).toEqual([table, []]);
    }
    expect(await pageStatus('held')).toBe(200);
  });

  it('tells an uploader of a fault by another status, for 503 makes it send everything again', async () => {
    await without('Project', async () => {
      const answer = await alice.withPassword.upload(
        'alice/base',
        makeWheel({ name: 'held', version: '2.0' }),
      );
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([500, null]);
    });
  });

  it('of a granted name answers no stage alone while the mirror fails, but what it remembers, and says so', async () => {
    const own = makeWheel({ name: 'granted', version: '1.0' });
    const other = makeWheel({ name: 'granted', version: '2.0' });
    expect((await alice.withPassword.upload('alice/base', own)).status).toBe(200);
    const grant = {
      path: 'alice/base',
      project: 'granted',
      mirror: 'alice/mirror',
      reason: 'We publish both.',
    };
    await change(alice, 'grantUpstream', grant);
    const page = '/alice/root/simple/granted/';
    const asked = [
      page,
      '/alice/root/pypi/granted/json',
      `/alice/root/files/${own.sha256}/${own.filename}`,
      `/alice/root/files/${own.sha256}/${own.filename}.metadata`,
    ];
    const report = async () => {
      const query = `query { packageIndex(path: "alice/root") { why(project: "granted") { outcome layers { verdict } } } }`;
      const answer = await alice.graphql(query);
      return (answer.data as { packageIndex: { why: object } }).packageIndex.why;
    };

    upstream.status = 500;
    expect(await answersOf(app.nobody, asked)).toEqual(asked.map(unavailable(502)));
    expect(await report()).toEqual({
      outcome: 'FAILED',
      layers: [{ verdict: 'EMPTY' }, { verdict: 'ANSWERS' }, { verdict: 'FAILED' }],
    });

    upstream.status = null;
    upstream.add('granted', other);
    app.advance(60_000);
    expect((await jsonPage(app, 'alice/root', 'granted')).versions).toEqual(['1.0', '2.0']);
    upstream.status = 500;
    app.advance(700_000);
    const stale = await app.nobody.get(page, { accept: JSON_TYPE });
    expect([stale.status, stale.headers.get('warning'), stale.headers.get('cache-control')]).toEqual([
      200,
      '110 - "Response is Stale"',
      'no-store',
    ]);
    expect(await stale.json()).toMatchObject({ versions: ['1.0', '2.0'] });
    const resolved = async () =>
      (
        (await alice.graphql(RESOLVED, { path: 'alice/root', name: 'granted' })).data as {
          packageIndex: { resolvedProject: object };
        }
      ).packageIndex.resolvedProject;
    expect(await resolved()).toEqual({ isStale: true, versions: ['1.0', '2.0'] });

    upstream.status = null;
    app.advance(60_000);
    expect(await resolved()).toEqual({ isStale: false, versions: ['1.0', '2.0'] });
  });
});
