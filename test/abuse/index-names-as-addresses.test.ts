// A name that the API looks up in a mirror is a project name and nothing else: as an address, a path or a spelling that no
// project has, it would lead the server where whoever asks may not go, and past names that a stage closes.

import { afterAll, beforeAll, expect, it } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { createMirror, setBases } from '../support/layers.ts';
import type { Person } from '../support/people.ts';
import { startUpstream, type Upstream } from '../support/upstream.ts';

const LOOK = `query ($name: String!) { packageIndex(path: "alice/stage") {
  resolvedProject(name: $name) { normalizedName } why(project: $name) { outcome }
} }`;

let app: TestApp;
let bob: Person;
let upstream: Upstream;
let elsewhere: Upstream;

beforeAll(async () => {
  app = await createTestApp();
  const alice = await app.person('alice');
  bob = await app.person('bob');
  upstream = await startUpstream();
  elsewhere = await startUpstream();
  await alice.createIndex('alice/stage', { readers: ['alice', 'bob'] });
  await createMirror(app, 'alice/mirror', upstream.url);
  await setBases(app, 'alice/stage', ['alice/mirror']);
});
afterAll(async () => {
  await upstream.close();
  await elsewhere.close();
  await app.close();
});

it('a name that is an address leads to no other server', async () => {
  const { port } = new URL(elsewhere.origin);
  for (const name of [
    `http://localhost:${port}/admin/x`,
    `//localhost:${port}/y`,
    `http://2130706433:${port}/z`,
  ])
    await bob.graphql(LOOK, { name });
  expect(elsewhere.paths()).toEqual([]);
});

it('a name that is a path leads to nothing of the upstream but its simple index', async () => {
  upstream.take();
  for (const name of ['/secret/area', '%2e%2e/admin', 'x/%2e%2e/%2e%2e/admin', '', 'x?token=1'])
    await bob.graphql(LOOK, { name });
  expect(upstream.paths()).toEqual([]);
});

it('a closed name is not asked for in a spelling that no project has', async () => {
  const alice = await app.person('carol');
  await alice.createIndex('carol/stage', { readers: ['carol'] });
  await alice.withPassword.upload('carol/stage', makeWheel({ name: 'hers', version: '1.0' }));
  await createMirror(app, 'carol/mirror', upstream.url);
  await setBases(app, 'carol/stage', ['carol/mirror']);
  upstream.take();
  for (const name of ['hers?', 'hers#', 'hers/', 'x/%2e%2e/hers'])
    await alice.graphql(LOOK.replace('alice/stage', 'carol/stage'), { name });
  expect(upstream.paths()).toEqual([]);
});
