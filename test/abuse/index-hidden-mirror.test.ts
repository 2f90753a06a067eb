// What somebody learns of a mirror that they may not read, through an index that they may: nothing.

import { afterAll, beforeAll, expect, it } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import { createMirror, setBases } from '../support/layers.ts';
import { startUpstream, type Upstream } from '../support/upstream.ts';

let app: TestApp;
let upstream: Upstream;

beforeAll(async () => {
  app = await createTestApp();
  const alice = await app.person('alice');
  upstream = await startUpstream();
  await createMirror(app, 'alice/partner', upstream.url, { isPublic: false });
  await alice.createIndex('alice/open', { readers: [':anonymous:'] });
  await setBases(app, 'alice/open', ['alice/partner']);
});
afterAll(async () => {
  await upstream.close();
  await app.close();
});

it('the list of projects asks no upstream of a mirror that the caller may not read', async () => {
  expect((await app.nobody.get('/alice/open/simple/')).status).toBe(200);
  expect(upstream.paths()).toEqual([]);
});

it('the list of projects does not tell of a mirror that the caller may not read, when it fails', async () => {
  upstream.status = 500;
  app.advance(8 * 86_400_000);
  const answer = await app.nobody.get('/alice/open/simple/');
  expect([answer.status, /partner|127\.0\.0\.1/.test(await answer.text())]).toEqual([200, false]);
});
