// An offline mirror does not ask, and so does not know what its upstream has: nothing follows from its silence.

import { afterAll, beforeAll, expect, it } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { createMirror, setBases } from '../support/layers.ts';
import type { Person } from '../support/people.ts';
import { startUpstream, type Upstream } from '../support/upstream.ts';

let app: TestApp;
let alice: Person;
let upstream: Upstream;
let other: Upstream;

beforeAll(async () => {
  app = await createTestApp();
  alice = await app.person('alice');
  upstream = await startUpstream();
  other = await startUpstream();
  upstream.add('flask', makeWheel({ name: 'flask', version: '1.0' }));
  await createMirror(app, 'alice/offline', upstream.url, { isOffline: true });
});
afterAll(async () => {
  await upstream.close();
  await other.close();
  await app.close();
});

it('a name that an offline mirror cannot ask for is not free to be claimed', async () => {
  await alice.createIndex('alice/stage');
  await setBases(app, 'alice/stage', ['alice/offline']);
  const { status } = await alice.withPassword.upload(
    'alice/stage',
    makeWheel({ name: 'flask', version: '99.0' }),
  );
  expect(status).toBe(503);
});

it('a name is not bound to a later mirror while an earlier one is offline and was not asked', async () => {
  const file = makeWheel({ name: 'flask', version: '6.6' });
  other.add('flask', file);
  await createMirror(app, 'alice/other', other.url);
  await alice.createIndex('alice/two');
  await setBases(app, 'alice/two', ['alice/offline', 'alice/other']);
  await alice.withPassword.get(`/alice/two/files/${file.sha256}/${file.filename}`);
  expect((await app.counts()).originPin).toBe(0);
});
