// Signing in and out, as the browser and as scripts do it.

import { beforeAll, describe, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import { signedIn, type Person } from '../support/people.ts';
import { ask, codeOf } from './ask.ts';

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on SignInPayload { bearer expiresAt serial viewer { name credential credentialExpiresAt user { email } } }
    ... on UserError { message code path }
  }
}`;

const REDEEM = `mutation ($input: RedeemLinkInput!) {
  redeemLink(input: $input) {
    __typename
    ... on RedeemLinkPayload { bearer viewer { name user { email role } } }
    ... on UserError { message code path }
  }
}`;

const WHO = '{ viewer { name } }';

interface OpenSession {
  readonly bearer: string | null;
  readonly expiresAt: string;
  readonly serial: number;
  readonly viewer: object;
}

eachApp('a session', (open) => {
  let app: TestApp;
  let ada: Person;
  let alice: Person;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    alice = await app.person('alice');
  });

  it('opens for the right name and password, and its payload is read as whoever signed in', async () => {
    const session = await ask<OpenSession>(app.nobody, SIGN_IN, {
      input: { ...nameAndPassword(alice), carrier: 'BEARER' },
    });
    const { bearer, expiresAt, serial, viewer } = session;
    expect(bearer).toMatch(/^wh_ses_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}$/);
    expect(serial).toBeGreaterThan(0);
    expect(viewer).toEqual({
      name: 'alice',
      credential: 'SESSION',
      credentialExpiresAt: expiresAt,
      user: { email: 'alice@people.example' },
    });
  });

  it('is a cookie for the browser, whose secret is in no answer', async () => {
    const response = await app.nobody.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: SIGN_IN,
        variables: { input: { ...nameAndPassword(alice), carrier: 'COOKIE' } },
      }),
    });
    const cookie = response.headers.get('set-cookie') ?? '';
    const text = await response.text();
    expect(cookie).toMatch(/=wh_ses_\w+; Path=\/; HttpOnly; SameSite=Lax/);
    expect(text).toContain('"bearer":null');
    expect(text).not.toContain('wh_ses_');
  });

  it('is refused in the same words for a wrong name and a wrong password', async () => {
    const refusals = await Promise.all(
      [
        { name: 'alice', password: 'not the password' },
        { name: 'nobody', password: 'not the password' },
        { name: '', password: '' },
      ].map((tried) => ask(app.nobody, SIGN_IN, { input: { ...tried, carrier: 'BEARER' } })),
    );
    expect(refusals).toEqual(
      Array.from({ length: 3 }, () => ({
        __typename: 'SignInFailedError',
        message: 'The name or the password is wrong, or the user is deactivated.',
        code: 'SIGN_IN_FAILED',
        path: [],
      })),
    );
  });

  it('ends by signing out, and other sessions of the same user go on', async () => {
    const other = await signedIn(app.url, alice.name, alice.password);
    const ended = await ask(other, 'mutation { signOut { ... on SignOutPayload { serial } } }');
    expect(ended).toEqual({ serial: expect.any(Number) as number });
    const after = await other.graphql(WHO);
    expect([after.status, after.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect((await alice.graphql(WHO)).data).toEqual({ viewer: { name: 'alice' } });
  });

  it('is over for the rest of the document that signs out', async () => {
    const other = await signedIn(app.url, alice.name, alice.password);
    const document = `mutation {
      signOut { __typename }
      createPackageIndex(input: { path: "alice/after" }) { __typename }
    }`;
    expect(await codeOf(other, document)).toBe('UNAUTHENTICATED');
    expect(await ask(alice, '{ packageIndex(path: "alice/after") { id } }')).toBeNull();
  });

  describe('through a one-time link', () => {
    it('opens once, with the password that was set', async () => {
      const secret = await linkFor('bert');
      const input = { secret, password: 'a password of my own', carrier: 'BEARER' };
      const session = await ask<OpenSession>(app.nobody, REDEEM, { input });
      expect(session.viewer).toEqual({
        name: 'bert',
        user: { email: 'bert@people.example', role: 'MEMBER' },
      });

      const again = await ask(app.nobody, REDEEM, { input });
      expect(again).toEqual({
        __typename: 'LinkInvalidError',
        message: 'This link is unknown, was used already or has expired. Ask for a new one.',
        code: 'LINK_INVALID',
        path: [],
      });
      await expect(signedIn(app.url, 'bert', 'a password of my own')).resolves.toMatchObject({
        name: 'bert',
      });
    });

    it('stays shut for a password that is too short, and the link still works', async () => {
      const secret = await linkFor('carla');
      const tooShort = await ask(app.nobody, REDEEM, {
        input: { secret, password: 'short', carrier: 'BEARER' },
      });
      expect(tooShort).toMatchObject({ code: 'INVALID_PASSWORD', path: ['password'] });
      const session = await ask(app.nobody, REDEEM, {
        input: { secret, password: 'long enough now', carrier: 'BEARER' },
      });
      expect(session).toMatchObject({ viewer: { name: 'carla' } });
    });
  });

  async function linkFor(name: string): Promise<string> {
    const { setupLink } = await ask<{ setupLink: string }>(
      ada,
      `mutation ($input: CreateUserInput!) { createUser(input: $input) { ... on CreateUserPayload { setupLink } } }`,
      { input: { name, email: `${name}@people.example` } },
    );
    const link = new URL(setupLink);
    expect(link.href).toBe(`${app.url}/ui/set-password${link.hash}`);
    return link.hash.slice(1);
  }
});

function nameAndPassword({ name, password }: Person) {
  return { name, password };
}
