// Which documents come with the browser's cookie: those of our page, by their hash. Bearers may send any.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { post } from '../domain/users/acts.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import type { Person } from '../support/people.ts';
import { trusted } from '../support/trusted-documents.ts';

const WHO = '{ viewer { name } }';
const UNTRUSTED = { status: 403, code: 'DOCUMENT_NOT_TRUSTED' };
const ALICE = { status: 200, body: { data: { viewer: { name: 'alice' } } } };

describe('a document', () => {
  let app: TestApp;
  let alice: Person;
  let ours: Record<string, string>;

  beforeAll(async () => {
    app = await createTestApp();
    alice = await app.person('alice');
    const { name, password } = alice;
    const answer = await post(
      app,
      trusted('SignInPage_SignIn', { input: { name, password, carrier: 'COOKIE' } }),
    );
    ours = { cookie: answer.cookies[0]!.split(';')[0]!, 'x-wheelhouse-csrf': '1' };
  });
  afterAll(() => app.close());

  it('of the page is answered to its cookie by its hash', async () => {
    expect(await post(app, trusted('Session'), ours)).toMatchObject(ALICE);
  });

  it('is not taken as text from a cookie, not even one of the page’s own, and nothing happens', async () => {
    const before = await app.counts();
    for (const query of [
      WHO,
      'mutation { createPackageIndex(input: { path: "alice/dev" }) { __typename } }',
    ]) {
      expect(await post(app, { query }, ours)).toMatchObject(UNTRUSTED);
      expect(await post(app, { ...trusted('Session'), query }, ours)).toMatchObject(UNTRUSTED);
    }
    expect(await app.counts()).toEqual(before);
  });

  it.each([
    { version: 1, sha256Hash: '0'.repeat(64) },
    { version: 1, sha256Hash: 'constructor' },
    { version: 1, sha256Hash: null },
    { version: 1, sha256Hash: { toString: 1 } },
  ])('that no page of this version knows is refused: %j', async (persistedQuery) => {
    expect(await post(app, { extensions: { persistedQuery } }, ours)).toMatchObject(UNTRUSTED);
  });

  it('of any kind is answered to a bearer and to nobody', async () => {
    expect(await post(app, { query: WHO }, { authorization: `Bearer ${alice.bearer}` })).toMatchObject(ALICE);
    expect(
      await post(app, { query: WHO }, { ...ours, authorization: `Bearer ${alice.bearer}` }),
    ).toMatchObject(ALICE);
    expect(await post(app, { query: WHO })).toMatchObject({ status: 200, body: { data: { viewer: null } } });
    expect(await post(app, trusted('Session'), { authorization: `Bearer ${alice.bearer}` })).toMatchObject(
      ALICE,
    );
  });

  it('and no hash at all is a malformed request', async () => {
    for (const extensions of [{}, null, undefined, { persistedQuery: 7 }]) {
      const answer = await post(app, { extensions }, ours);
      expect([answer.status, answer.code]).toEqual(
        extensions && 'persistedQuery' in extensions ? [403, 'DOCUMENT_NOT_TRUSTED'] : [400, 'BAD_REQUEST'],
      );
    }
  });
});

describe('a query by GET', () => {
  let app: TestApp;
  let alice: Person;

  beforeAll(async () => {
    app = await createTestApp();
    alice = await app.person('alice');
  });
  afterAll(() => app.close());

  const get = async (parameters: Record<string, string>, headers: Record<string, string> = {}) => {
    const response = await app.nobody.get(`/graphql?${new URLSearchParams(parameters).toString()}`, headers);
    const body = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
    return [response.status, body.data ?? body.errors?.[0]?.extensions.code];
  };

  it('is answered to nobody and to a bearer', async () => {
    const authorization = `Bearer ${alice.bearer}`;
    expect(await get({ query: WHO })).toEqual([200, { viewer: null }]);
    expect(await get({ query: WHO }, { authorization })).toEqual([200, { viewer: { name: 'alice' } }]);
    const named = {
      query: 'query A($p: String!) { packageIndex(path: $p) { id } }',
      variables: '{"p":"a/b"}',
    };
    expect(await get(named, { authorization })).toEqual([200, { packageIndex: null }]);
  });

  it('never comes with the cookie, whatever headers there are', async () => {
    const { name, password } = alice;
    const input = { name, password, carrier: 'COOKIE' };
    const { cookies } = await post(app, trusted('SignInPage_SignIn', { input }));
    const ours = { cookie: cookies[0]!.split(';')[0]!, 'x-wheelhouse-csrf': '1' };
    const { extensions } = trusted('Session');
    expect(await get({ query: WHO }, ours)).toEqual([403, 'CSRF']);
    expect(await get({ extensions: JSON.stringify(extensions) }, ours)).toEqual([403, 'CSRF']);
  });

  it('changes nothing', async () => {
    const before = await app.counts();
    const authorization = `Bearer ${alice.bearer}`;
    const create = 'mutation { createPackageIndex(input: { path: "alice/dev" }) { __typename } }';
    expect(await get({ query: create }, { authorization })).toEqual([405, 'BAD_REQUEST']);
    expect(await app.counts()).toEqual(before);
  });

  it.each([{}, { query: WHO, variables: '{' }, { query: WHO, extensions: 'x' }, { variables: '{}' }])(
    'that is none is refused: %j',
    async (parameters) => {
      expect(await get(parameters as Record<string, string>)).toEqual([400, 'BAD_REQUEST']);
    },
  );
});
