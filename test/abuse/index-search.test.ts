// What a search within an index tells of the layers behind it: to a token for the index alone, no more than a page tells.

import { afterAll, beforeAll, expect, it } from 'vitest';

import { keepWholeSearch } from '../../server/domain/search/keep.ts';
import { ask } from '../graphql/ask.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { setBases } from '../support/layers.ts';
import type { Person } from '../support/people.ts';

const SEARCH = `{ search(query: "plan", packageIndex: "alice/top") { nodes { name packageIndex { path description owner { name } readers { __typename } } } } }`;

let app: TestApp;
let alice: Person;

beforeAll(async () => {
  app = await createTestApp();
  alice = await app.person('alice');
});
afterAll(() => app.close());

it('a token for one index is not told of another one by a result that lies there', async () => {
  await alice.createIndex('alice/top');
  await alice.createIndex('alice/private', { description: 'The secret plan.' });
  await setBases(app, 'alice/top', ['alice/private']);
  await alice.withPassword.upload('alice/private', makeWheel({ name: 'plan', version: '1.0' }));
  await keepWholeSearch(app.app.world, () => false);
  const token = await alice.mintToken({ scopes: ['indexes:read'], indexes: ['alice/top'] });
  const told = await ask(token, SEARCH);
  expect(JSON.stringify(told)).not.toContain('The secret plan.');
});
