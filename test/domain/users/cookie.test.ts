// The session's cookie: what it says to the browser, and what a request that carries it must prove.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestApp, type TestApp } from '../../support/app.ts';
import type { Person } from '../../support/people.ts';
import { trusted } from '../../support/trusted-documents.ts';
import { post, type Answer } from './acts.ts';

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { ... on SignInPayload { bearer viewer { name } } ... on UserError { message } }
}`;
const WHO = trusted('Session');
const SIGN_OUT = trusted('Layout_SignOut');
const ALICE = { status: 200, body: { data: { viewer: { name: 'alice' } } } };
const NOBODY = { status: 200, body: { data: { viewer: null } } };
const REFUSED = { status: 401, code: 'UNAUTHENTICATED' };
const FORGED = { status: 403, code: 'CSRF' };

function signInByCookie(app: TestApp, { name, password }: Person, headers: Record<string, string> = {}) {
  return post(app, { query: SIGN_IN, variables: { input: { name, password, carrier: 'COOKIE' } } }, headers);
}

/** `name=value`, as a browser sends it back. */
function pairIn({ cookies }: Answer): string {
  return cookies[0]!.split(';')[0]!;
}

describe('the cookie of a session', () => {
  let app: TestApp;
  let alice: Person, bob: Person;
  let cookie: string;
  const ours = () => ({ cookie, 'x-wheelhouse-csrf': '1' });

  beforeAll(async () => {
    app = await createTestApp();
    [alice, bob] = [await app.person('alice'), await app.person('bob')];
    cookie = pairIn(await signInByCookie(app, alice));
  });
  afterAll(() => app.close());

  it('is out of reach for scripts and foreign pages, and is nowhere else in the answer', async () => {
    const answer = await signInByCookie(app, alice);
    expect(answer.body.data).toEqual({ signIn: { bearer: null, viewer: { name: 'alice' } } });
    expect(answer.cookies).toEqual([
      expect.stringMatching(
        /^wheelhouse_session=wh_ses_\w+; Path=\/; HttpOnly; SameSite=Lax; Expires=\w{3}, [^;]+ GMT$/,
      ),
    ]);
    const expires = Date.parse(/Expires=([^;]+)/.exec(answer.cookies[0]!)![1]!);
    expect(Math.round((expires - Date.now()) / 60_000)).toBe(7 * 24 * 60);
  });

  it('opens the API for a page of ours', async () => {
    expect(await post(app, WHO, ours())).toMatchObject(ALICE);
    const sameOrigin = { origin: app.url, 'sec-fetch-site': 'same-origin', host: new URL(app.url).host };
    expect(await post(app, WHO, { ...ours(), ...sameOrigin })).toMatchObject(ALICE);
    expect(await post(app, WHO, { ...ours(), cookie: `theme=dark; ${cookie}; other=1` })).toMatchObject(
      ALICE,
    );
  });

  it.each([
    ['has not the header that no form can set', { 'x-wheelhouse-csrf': undefined }],
    ['comes from another origin', { origin: 'https://evil.example' }],
    ['comes from an origin that hides itself', { origin: 'null' }],
    ['comes from our host over another scheme', { origin: 'https://127.0.0.1' }],
    ['was sent across sites', { 'sec-fetch-site': 'cross-site' }],
    ['was sent by a sibling of our host', { 'sec-fetch-site': 'same-site' }],
  ] as [string, Record<string, string | undefined>][])(
    'opens nothing to a request that %s',
    async (_, changed) => {
      const headers = Object.entries({ ...ours(), ...changed }).filter((entry) => entry[1] !== undefined);
      expect(await post(app, WHO, Object.fromEntries(headers) as Record<string, string>)).toMatchObject(
        FORGED,
      );
    },
  );

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=b',
    'application/jsonx',
  ])('opens nothing to a body that is not sent as JSON: %s', async (type) => {
    const answer = await post(app, WHO, { ...ours(), 'content-type': type });
    expect([answer.status, answer.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it('changes nothing when the request was forged', async () => {
    const before = await app.counts();
    const forged = await post(app, SIGN_OUT, { ...ours(), 'sec-fetch-site': 'cross-site' });
    expect(forged).toMatchObject(FORGED);
    expect(await app.counts()).toEqual(before);
    expect(await post(app, WHO, ours())).toMatchObject(ALICE);
  });

  it('is ignored beside an Authorization header, whether that is valid or not', async () => {
    expect(await post(app, WHO, { cookie, authorization: `Bearer ${bob.bearer}` })).toMatchObject({
      status: 200,
      body: { data: { viewer: { name: 'bob' } } },
    });
    const answer = await post(app, WHO, { ...ours(), authorization: 'Bearer nothing' });
    expect(answer).toMatchObject({ ...REFUSED, cookies: [] });
    expect(await post(app, WHO, ours())).toMatchObject(ALICE);
  });

  it('that opens nothing is refused and taken away, and without it one is nobody', async () => {
    const answer = await post(app, WHO, { ...ours(), cookie: 'wheelhouse_session=wh_ses_old' });
    expect(answer).toMatchObject({
      ...REFUSED,
      cookies: ['wheelhouse_session=; Path=/; HttpOnly; SameSite=Lax; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
    });
    expect(await post(app, WHO)).toMatchObject(NOBODY);
  });

  it('is taken away by signing out, and opens nothing afterwards', async () => {
    const mine = pairIn(await signInByCookie(app, alice));
    const headers = { 'x-wheelhouse-csrf': '1', cookie: mine };
    const answer = await post(app, SIGN_OUT, headers);
    expect(answer).toMatchObject({
      status: 200,
      cookies: ['wheelhouse_session=; Path=/; HttpOnly; SameSite=Lax; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
    });
    expect(await post(app, WHO, headers)).toMatchObject(REFUSED);
    expect(await post(app, WHO, ours())).toMatchObject(ALICE);
  });

  it('opens neither a page of an index nor an upload', async () => {
    await alice.createIndex('alice/prod');
    const page = await app.nobody.get('/alice/prod/simple/', { cookie });
    const upload = await app.nobody.request('/alice/prod/', { method: 'POST', headers: { cookie } });
    expect([page.status, upload.status]).toEqual([401, 401]);
  });
});

describe('the cookie of a server behind https', () => {
  let app: TestApp;
  let alice: Person;
  const host = { host: 'packages.example' };

  beforeAll(async () => {
    app = await createTestApp({ environment: { WHEELHOUSE_PUBLIC_URL: 'https://packages.example' } });
    // `person` speaks to the local address, which this server refuses as foreign.
    const { createUser } = await import('../../../server/domain/users/accounts.ts');
    const { SYSTEM_CALLER } = await import('../../../server/domain/actor.ts');
    const password = 'the password of alice';
    await createUser(app.app.world, SYSTEM_CALLER, { name: 'alice', password });
    alice = { name: 'alice', password } as Person;
  });
  afterAll(() => app.close());

  it('has the name that makes browsers insist on https, this host and every path', async () => {
    const { cookies } = await signInByCookie(app, alice, host);
    expect(cookies).toEqual([
      expect.stringMatching(
        /^__Host-wheelhouse_session=wh_ses_\w+; Path=\/; HttpOnly; SameSite=Lax; Expires=[^;]+ GMT; Secure$/,
      ),
    ]);
  });

  it('is asked for under that name alone, from the public origin alone', async () => {
    const cookie = pairIn(await signInByCookie(app, alice, host));
    const ours = { ...host, 'x-wheelhouse-csrf': '1' };
    expect(await post(app, WHO, { ...ours, cookie, origin: 'https://packages.example' })).toMatchObject(
      ALICE,
    );
    expect(await post(app, WHO, { ...ours, cookie, origin: 'http://packages.example' })).toMatchObject(
      FORGED,
    );
    expect(await post(app, WHO, { ...ours, cookie: cookie.replace('__Host-', '') })).toMatchObject(NOBODY);
  });
});
