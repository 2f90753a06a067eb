// What people do with sessions: look at their own, end them, show the password again; and what an admin may end.

import { expect, it } from 'vitest';

import { ask, codeOf } from '../../graphql/ask.ts';
import { eachApp, type OpenApp } from '../../support/each-app.ts';
import { signedIn, type Person } from '../../support/people.ts';
import { trusted } from '../../support/trusted-documents.ts';
import { HOUR, post, whoIs, withBearer } from './acts.ts';

const MINUTE = 60_000;
const SESSIONS = '{ viewer { sessions(first: 10) { totalCount nodes { sessionId isCurrent carrier } } } }';
const END = `mutation ($input: EndSessionInput!) { endSession(input: $input) { __typename ... on UserError { code message path } } }`;
const END_ALL = `mutation ($input: EndAllSessionsInput!) { endAllSessions(input: $input) { ... on EndAllSessionsPayload { count } } }`;
const END_HERS = `mutation ($input: EndUserSessionsInput!) {
  endUserSessions(input: $input) { __typename ... on EndUserSessionsPayload { count } ... on UserError { code path } }
}`;
const RENEW = `mutation ($input: RenewSessionInput!) {
  renewSession(input: $input) {
    __typename
    ... on RenewSessionPayload { bearer expiresAt viewer { name } }
    ... on UserError { code message path }
  }
}`;

interface Listed {
  readonly sessions: {
    readonly totalCount: number;
    readonly nodes: readonly { sessionId: string; isCurrent: boolean; carrier: string }[];
  };
}

eachApp('one’s own sessions', (open) => {
  it('are listed with the newest first, the one that asks marked, and those of others left out', async () => {
    const { app, alice } = await twoPeople(open);
    app.advance(MINUTE);
    const laptop = await signedIn(app.url, 'alice', alice.password);
    expect(await ask<Listed>(laptop, SESSIONS)).toEqual({
      sessions: {
        totalCount: 2,
        nodes: [
          { sessionId: idOf(laptop), isCurrent: true, carrier: 'BEARER' },
          { sessionId: idOf(alice), isCurrent: false, carrier: 'BEARER' },
        ],
      },
    });
  });

  it('are listed only while they are open', async () => {
    const { app, alice } = await twoPeople(open);
    app.advance(13 * HOUR);
    const today = await signedIn(app.url, 'alice', alice.password);
    expect((await ask<Listed>(today, SESSIONS)).sessions.totalCount).toBe(1);
  });

  it('are not told to a token', async () => {
    const { alice } = await twoPeople(open);
    const token = await alice.mintToken({ scopes: ['index:read'], allIndexes: true });
    expect(await codeOf(token, SESSIONS)).toBe('FORBIDDEN');
  });

  it('end one by one, and are refused from the next request on', async () => {
    const { app, alice } = await twoPeople(open);
    const laptop = await signedIn(app.url, 'alice', alice.password);
    expect(await ask(alice, END, { input: { sessionId: idOf(laptop) } })).toEqual({
      __typename: 'EndSessionPayload',
    });
    expect([await whoIs(laptop), await whoIs(alice)]).toEqual(['UNAUTHENTICATED', 'alice']);
  });

  it('of somebody else do not exist, in the words for those that never were', async () => {
    const { alice, bob } = await twoPeople(open);
    const foreign = await ask(alice, END, { input: { sessionId: idOf(bob) } });
    expect(foreign).toEqual({
      __typename: 'NotFoundError',
      code: 'NOT_FOUND',
      message: `You have no session "${idOf(bob)}".`,
      path: ['sessionId'],
    });
    expect(await whoIs(bob)).toBe('bob');
  });

  it('end all together, this one kept or not', async () => {
    const { app, alice, bob } = await twoPeople(open);
    const laptop = await signedIn(app.url, 'alice', alice.password);
    const phone = await signedIn(app.url, 'alice', alice.password);
    expect(await ask(alice, END_ALL, { input: { keepThis: true } })).toEqual({ count: 2 });
    expect([await whoIs(alice), await whoIs(laptop), await whoIs(phone)]).toEqual([
      'alice',
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
    ]);
    expect(await ask(alice, END_ALL, { input: {} })).toEqual({ count: 1 });
    expect([await whoIs(alice), await whoIs(bob)]).toEqual(['UNAUTHENTICATED', 'bob']);
  });

  it('take the cookie away when the browser’s own session is among them', async () => {
    const { app, alice } = await twoPeople(open);
    const signIn = await post(app, {
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
      variables: { input: { name: 'alice', password: alice.password, carrier: 'COOKIE' } },
    });
    const cookie = signIn.cookies[0]!.split(';')[0]!;
    const answer = await post(app, trusted('OwnSessions_EndOthers', { input: {} }), {
      cookie,
      'x-wheelhouse-csrf': '1',
    });
    expect(answer.cookies[0]).toMatch(/^wheelhouse_session=; .*Expires=Thu, 01 Jan 1970/);
  });
});

eachApp('an admin', (open) => {
  it('ends all sessions of a user, who can sign in again; a member ends nobody else’s', async () => {
    const { app, alice, bob } = await twoPeople(open);
    const ada = await app.person('ada', { role: 'ADMIN' });
    expect(await codeOf(alice, END_HERS, { input: { name: 'bob' } })).toBe('FORBIDDEN');
    expect(await ask(ada, END_HERS, { input: { name: 'bob' } })).toMatchObject({ count: 1 });
    expect([await whoIs(bob), await whoIs(alice), await whoIs(ada)]).toEqual([
      'UNAUTHENTICATED',
      'alice',
      'ada',
    ]);
    expect(await whoIs(await signedIn(app.url, 'bob', bob.password))).toBe('bob');
    expect(await ask(ada, END_HERS, { input: { name: 'nobody' } })).toEqual({
      __typename: 'NotFoundError',
      code: 'NOT_FOUND',
      path: ['name'],
    });
  });
});

eachApp('showing the password again', (open) => {
  it('gives a new session for the same time, and the old one is worth nothing', async () => {
    const { app, alice } = await twoPeople(open);
    app.advance(HOUR);
    const renewed = await ask<{ bearer: string; expiresAt: string }>(alice, RENEW, {
      input: { password: alice.password },
    });
    expect(await whoIs(alice)).toBe('UNAUTHENTICATED');
    expect(await whoIs(withBearer(app, renewed.bearer))).toBe('alice');
    const days = (Date.parse(renewed.expiresAt) - app.app.world.clock().getTime()) / (24 * HOUR);
    expect(Math.round(days)).toBe(7);
  });

  it('with a wrong password changes nothing, and is written down', async () => {
    const { app, alice } = await twoPeople(open);
    expect(await ask(alice, RENEW, { input: { password: 'not the password' } })).toEqual({
      __typename: 'SignInFailedError',
      code: 'SIGN_IN_FAILED',
      message: 'The password is wrong.',
      path: ['password'],
    });
    expect(await whoIs(alice)).toBe('alice');
    expect(await app.app.world.readDb.auditEvent.count({ where: { action: 'session.refused' } })).toBe(1);
  });

  it('in two requests at once renews the session once', async () => {
    const { alice } = await twoPeople(open);
    const input = { password: alice.password };
    const answers = await Promise.all([1, 2].map(() => alice.graphql(RENEW, { input })));
    const bearers = answers.filter(
      ({ data }) => (data as { renewSession: { bearer?: string } } | null)?.renewSession.bearer !== undefined,
    );
    expect(bearers).toHaveLength(1);
  });
});

eachApp('a fresh sign-in', (open) => {
  const MINT = `mutation ($input: CreateTokenInput!) {
    createToken(input: $input) { __typename ... on UserError { code message } }
  }`;
  const input = { name: 'laptop', scopes: ['index:read'], allIndexes: true };

  it('is needed to mint a token, lasts 15 minutes, and begins anew with the password', async () => {
    const { app, alice } = await twoPeople(open);
    app.advance(15 * MINUTE - 5_000);
    expect(await ask(alice, MINT, { input })).toMatchObject({ __typename: 'CreateTokenPayload' });
    app.advance(5_000);
    expect(await ask(alice, MINT, { input: { ...input, name: 'phone' } })).toEqual({
      __typename: 'FreshSignInRequiredError',
      code: 'FRESH_SIGN_IN_REQUIRED',
      message: 'Your sign-in is older than 15 minutes: confirm your password, and try again.',
    });
    const { bearer } = await ask<{ bearer: string }>(alice, RENEW, { input: { password: alice.password } });
    expect(
      await ask(withBearer(app, bearer) as Person, MINT, { input: { ...input, name: 'phone' } }),
    ).toMatchObject({ __typename: 'CreateTokenPayload' });
  });

  it('is not needed to end a session or to revoke a token', async () => {
    const { app, alice } = await twoPeople(open);
    const token = await alice.mintToken({ scopes: ['index:read'], allIndexes: true });
    app.advance(HOUR);
    await alice.revoke(token);
    expect(await ask(alice, END_ALL, { input: {} })).toEqual({ count: 1 });
  });
});

eachApp('settings of sessions', (open) => {
  it('end a session after the idle time and after the whole life that were set', async () => {
    const app = await open({
      environment: { WHEELHOUSE_SESSION_IDLE: '30m', WHEELHOUSE_SESSION_LIFE: '2h' },
    });
    const alice = await app.person('alice');
    const bob = await app.person('bob');
    for (let minutes = 0; minutes < 100; minutes += 25) {
      app.advance(25 * MINUTE);
      expect(await whoIs(alice)).toBe('alice');
    }
    expect(await whoIs(bob)).toBe('UNAUTHENTICATED');
    app.advance(25 * MINUTE);
    expect(await whoIs(alice)).toBe('UNAUTHENTICATED');
  });
});

async function twoPeople(open: OpenApp) {
  const app = await open();
  return { app, alice: await app.person('alice'), bob: await app.person('bob') };
}

function idOf({ bearer }: Pick<Person, 'bearer'>): string {
  return bearer.split('_')[2]!;
}
