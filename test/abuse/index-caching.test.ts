// What shared caches may keep: nothing that one credential saw less of than everybody.

import { afterAll, beforeAll, expect, it } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import type { Person } from '../support/people.ts';

let app: TestApp;
let alice: Person;

beforeAll(async () => {
  app = await createTestApp();
  alice = await app.person('alice');
});
afterAll(() => app.close());

it('the list that a narrow token gets of a public index is not for caches that others share', async () => {
  await alice.createIndex('alice/open', { readers: [':anonymous:'], maxAgeSeconds: 600 });
  for (const name of ['one', 'two'])
    await alice.withPassword.upload('alice/open', makeWheel({ name, version: '1.0' }));
  const token = await alice.mintToken({ scopes: ['index:read'], indexes: ['alice/open'], projects: ['one'] });
  const { headers } = await token.get('/alice/open/simple/');
  expect(headers.get('cache-control')).toBe('private, max-age=600');
});
