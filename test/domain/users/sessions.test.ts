// How long a session lives, what ends it, and that it travels only as it was opened.

import { expect, it } from 'vitest';

import { recogniseCredential } from '../../../server/domain/tokens/secret.ts';
import { recogniseSession } from '../../../server/domain/users/sessions.ts';
import type { World } from '../../../server/domain/world.ts';
import { eachApp } from '../../support/each-app.ts';
import { trusted } from '../../support/trusted-documents.ts';
import { deactivate, HOUR, post, whoIs, withBearer } from './acts.ts';

const CSRF = { 'x-wheelhouse-csrf': '1' };
const WHO = { query: '{ viewer { name } }' };

eachApp('a session', (open) => {
  it('ends after twelve hours without a request, and each request begins them anew', async () => {
    const app = await open();
    const alice = await app.person('alice');
    for (const use of ['first', 'second', 'third']) {
      app.advance(12 * HOUR - 60_000);
      expect([use, await whoIs(alice)]).toEqual([use, 'alice']);
    }
    app.advance(12 * HOUR);
    expect(await whoIs(alice)).toBe('UNAUTHENTICATED');
  });

  it('ends after seven days however often it was used, and says so from the start', async () => {
    const app = await open();
    const alice = await app.person('alice');
    const signedInAt = app.app.world.clock().getTime();
    const answer = await alice.graphql('{ viewer { credentialExpiresAt } }');
    const expiresAt = Date.parse(
      (answer.data as { viewer: { credentialExpiresAt: string } }).viewer.credentialExpiresAt,
    );
    expect(Math.abs(expiresAt - signedInAt - 7 * 24 * HOUR)).toBeLessThan(60_000);
    for (let day = 1; day < 14; day += 1) {
      app.advance(11 * HOUR);
      expect([day, await whoIs(alice)]).toEqual([day, 'alice']);
    }
    for (let hours = 13 * 11; hours < 7 * 24 - 1; hours += 1) {
      app.advance(HOUR);
      expect([hours, await whoIs(alice)]).toEqual([hours, 'alice']);
    }
    app.advance(HOUR);
    expect(await whoIs(alice)).toBe('UNAUTHENTICATED');
  });

  it('ends as early as whoever opened it asked for', async () => {
    const app = await open();
    const { name, password } = await app.person('alice');
    const opened = async (lifeMinutes: number | null) => {
      const answer = await app.nobody.graphql(
        `mutation ($input: SignInInput!) {
          signIn(input: $input) { ... on SignInPayload { bearer expiresAt } ... on UserError { message code path } }
        }`,
        { input: { name, password, carrier: 'BEARER', lifeMinutes } },
      );
      return (answer.data as { signIn: { bearer: string; expiresAt: string } }).signIn;
    };
    const { bearer, expiresAt } = await opened(60);
    expect(Math.round((Date.parse(expiresAt) - app.app.world.clock().getTime()) / 60_000)).toBe(60);
    const whole = await opened(null);
    app.advance(HOUR - 60_000);
    expect(await whoIs(withBearer(app, bearer))).toBe('alice');
    app.advance(60_000);
    expect(await whoIs(withBearer(app, bearer))).toBe('UNAUTHENTICATED');
    expect(await whoIs(withBearer(app, whole.bearer))).toBe('alice');
    for (const wrong of [0, -60, 10_081, 2 ** 31 - 1]) {
      expect([wrong, await opened(wrong)]).toEqual([
        wrong,
        {
          message: 'A session lives 1 to 10080 minutes, which is 7 days.',
          code: 'INVALID_INPUT',
          path: ['lifeMinutes'],
        },
      ]);
    }
  });

  it('is over at the next request after signing out; the others of the same user go on', async () => {
    const app = await open();
    const alice = await app.person('alice');
    const elsewhere = await signInAgain(app, alice);
    expect([await whoIs(alice), await whoIs(elsewhere)]).toEqual(['alice', 'alice']);
    const answer = await alice.graphql('mutation { signOut { __typename } }');
    expect(answer.data).toEqual({ signOut: { __typename: 'SignOutPayload' } });
    expect([await whoIs(alice), await whoIs(elsewhere)]).toEqual(['UNAUTHENTICATED', 'alice']);
  });

  it('that was looked up while it ended is not remembered', async () => {
    const app = await open();
    const { world } = app.app;
    const alice = await app.person('alice');
    // Old enough that its last use is to be written down again.
    app.advance(2 * 60_000);
    const credential = recogniseCredential(alice.bearer)!;
    const slow = slowedDown(world, async () => {
      await alice.graphql('mutation { signOut { __typename } }');
    });
    await recogniseSession(slow, credential, 'BEARER');
    expect(await whoIs(alice)).toBe('UNAUTHENTICATED');
  });

  it('is over at the next request after its user was deactivated', async () => {
    const app = await open();
    const alice = await app.person('alice');
    expect(await whoIs(alice)).toBe('alice');
    await deactivate(app, 'alice');
    expect(await whoIs(alice)).toBe('UNAUTHENTICATED');
  });

  it('opened as a bearer is no cookie, and one opened as a cookie is no bearer', async () => {
    const app = await open();
    const alice = await app.person('alice');
    const cookie = await cookieOf(app, alice);
    expect(
      await post(app, trusted('Session'), { cookie: `wheelhouse_session=${cookie}`, ...CSRF }),
    ).toMatchObject({
      status: 200,
      body: { data: { viewer: { name: 'alice' } } },
    });
    expect(await post(app, WHO, { authorization: `Bearer ${cookie}` })).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
    });
    expect(
      await post(app, trusted('Session'), { cookie: `wheelhouse_session=${alice.bearer}`, ...CSRF }),
    ).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
    });
    expect(await whoIs(alice)).toBe('alice');
  });

  it('is opened by its own text alone', async () => {
    const app = await open();
    const alice = await app.person('alice');
    const bob = await app.person('bob');
    const [, , id = ''] = alice.bearer.split('_');
    const [, , otherId = ''] = bob.bearer.split('_');
    const texts = {
      'with a letter too many': `${alice.bearer}x`,
      'with a letter too few': alice.bearer.slice(0, -1),
      'with the id of another': alice.bearer.replace(id, otherId),
      'in upper case': alice.bearer.toUpperCase(),
      empty: '',
    };
    for (const [what, text] of Object.entries(texts)) {
      const answer = await post(app, WHO, { authorization: `Bearer ${text}` });
      expect([what, answer.status, answer.code]).toEqual([what, 401, 'UNAUTHENTICATED']);
    }
  });
});

type OpenedApp = Parameters<typeof post>[0];
interface Account {
  readonly name: string;
  readonly password: string;
}

async function signInAgain(app: OpenedApp, { name, password }: Account) {
  const answer = await post(app, {
    query: `mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignInPayload { bearer } } }`,
    variables: { input: { name, password, carrier: 'BEARER' } },
  });
  const { bearer } = answer.body.data!.signIn as { bearer: string };
  return withBearer(app, bearer);
}

async function cookieOf(app: OpenedApp, { name, password }: Account): Promise<string> {
  const answer = await post(app, {
    query: `mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignInPayload { bearer } } }`,
    variables: { input: { name, password, carrier: 'COOKIE' } },
  });
  expect(answer.body.data).toEqual({ signIn: { bearer: null } });
  return /^wheelhouse_session=([^;]+)/.exec(answer.cookies[0] ?? '')![1]!;
}

/** The same world, in which a session that was loaded is handed over only after something else happened. */
function slowedDown(world: World, meanwhile: () => Promise<void>): World {
  const { readDb } = world;
  const session = new Proxy(readDb.session, {
    get: (delegate, method) =>
      method !== 'findUnique'
        ? (Reflect.get(delegate, method) as unknown)
        : async (query: Parameters<typeof delegate.findUnique>[0]) => {
            const row = await delegate.findUnique(query);
            await meanwhile();
            return row;
          },
  });
  const slow = new Proxy(readDb, {
    get: (db, key) => (key === 'session' ? session : (Reflect.get(db, key) as unknown)),
  });
  return { ...world, readDb: slow };
}
