// The audits of the `graphql-http` package, every one of them, against the whole server: what MUST, SHOULD and MAY be
// by GraphQL over HTTP.

import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let bearer: string;

beforeAll(async () => {
  app = await createTestApp();
  ({ bearer } = await app.person('alice'));
});
afterAll(() => app.close());

const asNobody: typeof fetch = (url, init) => fetch(url, init);
const asAlice: typeof fetch = (url, init) =>
  fetch(url, { ...init, headers: { ...init?.headers, authorization: `Bearer ${bearer}` } });

const url = () => `${app.url}/graphql`;

it('there are as many audits as we know', () => {
  expect(serverAudits({ url })).toHaveLength(61);
});

describe.each([
  ['nobody', asNobody],
  ['a session', asAlice],
])('for %s', (_who, fetchFn) => {
  it.each(serverAudits({ url, fetchFn }))('$id $name', async (audit) => {
    const result = await audit.fn();
    expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok');
  });
});
