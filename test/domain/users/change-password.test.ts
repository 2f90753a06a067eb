// A new password for an account that is in use: one's own with the current one, that of a service account by an admin.

import { expect, it } from 'vitest';

import { ANONYMOUS } from '../../../server/domain/actor.ts';
import { changePassword } from '../../../server/domain/users/change-password.ts';
import { signIn } from '../../../server/domain/users/sign-in.ts';
import type { TestApp } from '../../support/app.ts';
import { eachApp } from '../../support/each-app.ts';
import { basic, type Person } from '../../support/people.ts';
import { linkFor, redeem, trySignIn, whoIs, withBearer } from './acts.ts';

const NEW = 'kelp anvil tram dusk';
const MINUTE = 60_000;

const CHANGE = `mutation ($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    __typename
    ... on ChangePasswordPayload { bearer expiresAt viewer { name } }
    ... on UserError { code path message }
  }
}`;
const SET = `mutation ($input: SetServicePasswordInput!) {
  setServicePassword(input: $input) {
    __typename
    ... on SetServicePasswordPayload { user { name } }
    ... on UserError { code path }
  }
}`;

interface Changed {
  readonly __typename: string;
  readonly bearer?: string | null;
  readonly expiresAt?: string;
}

async function change(who: Pick<Person, 'graphql'>, currentPassword: string, newPassword = NEW) {
  const answer = await who.graphql(CHANGE, { input: { currentPassword, newPassword } });
  return (answer.data as { changePassword: Changed }).changePassword;
}

async function setFor(who: Pick<Person, 'graphql'>, name: string, password = NEW): Promise<unknown> {
  const answer = await who.graphql(SET, { input: { name, password } });
  if (answer.errors !== undefined) return answer.errors[0]!.extensions.code;
  return (answer.data as { setServicePassword: unknown }).setServicePassword;
}

async function eventsOf(app: TestApp, ...actions: string[]): Promise<unknown[]> {
  const events = await app.app.world.readDb.auditEvent.findMany({
    where: { action: { in: actions } },
    orderBy: { action: 'asc' },
  });
  return events.map(({ action, actorName, subjectName, ownerId, detail }) => [
    action,
    actorName,
    subjectName,
    ownerId !== null,
    JSON.parse(detail) as unknown,
  ]);
}

eachApp('changing one’s own password', (open) => {
  it('ends every session and goes on with a new one, which ends when the old one would have', async () => {
    const app = await open();
    const alice = await app.person('alice');
    const elsewhere = await app.nobody.graphql(
      `mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignInPayload { bearer } } }`,
      { input: { name: 'alice', password: alice.password, carrier: 'BEARER' } },
    );
    const { bearer: other } = (elsewhere.data as { signIn: { bearer: string } }).signIn;
    const token = await alice.mintToken({ scopes: ['index:read'], allIndexes: true });
    const before = await app.app.world.readDb.session.findMany({ orderBy: { createdAt: 'asc' } });
    app.advance(5 * MINUTE);

    const changed = await change(alice, alice.password);
    expect(changed).toMatchObject({ __typename: 'ChangePasswordPayload', viewer: { name: 'alice' } });
    expect(Math.abs(Date.parse(changed.expiresAt!) - before[0]!.expiresAt.getTime())).toBeLessThan(1_000);
    expect([await whoIs(alice), await whoIs(withBearer(app, other))]).toEqual([
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
    ]);
    expect([await whoIs(withBearer(app, changed.bearer!)), await whoIs(token)]).toEqual(['alice', 'alice']);
    expect(await trySignIn(app, 'alice', alice.password)).toMatchObject({ code: 'SIGN_IN_FAILED' });
    expect(await trySignIn(app, 'alice', NEW)).toMatchObject({ viewer: { name: 'alice' } });
    expect(await eventsOf(app, 'user.password-set', 'session.renewed')).toEqual([
      ['session.renewed', 'alice', 'alice', true, { carrier: 'BEARER' }],
      ['user.password-set', 'alice', 'alice', true, { by: 'user' }],
    ]);
  });

  it('needs no sign-in of the last minutes: the current password is one', async () => {
    const app = await open();
    const alice = await app.person('alice');
    app.advance(60 * MINUTE);
    expect(await change(alice, alice.password)).toMatchObject({ __typename: 'ChangePasswordPayload' });
  });

  it('closes the data plane to the old password at once', async () => {
    const app = await open();
    const alice = await app.person('alice');
    await alice.createIndex('alice/prod');
    const statusWith = async (password: string) =>
      (await app.nobody.get('/alice/prod/simple/', { authorization: basic('alice', password) })).status;
    expect(await statusWith(alice.password)).toBe(200);
    await change(alice, alice.password);
    expect([await statusWith(alice.password), await statusWith(NEW)]).toEqual([401, 200]);
  });

  it('voids a link that was made for the old one', async () => {
    const app = await open();
    const alice = await app.person('alice');
    const { id } = await app.app.world.readDb.user.findUniqueOrThrow({ where: { name: 'alice' } });
    const secret = await linkFor(app, 'RESET_PASSWORD', id);
    await change(alice, alice.password);
    expect(await redeem(app, { secret, password: 'another one of alice' })).toMatchObject({
      code: 'LINK_INVALID',
    });
  });

  it('is refused for a wrong current password and leaves all as it was, and counts as one', async () => {
    const app = await open();
    const alice = await app.person('alice');
    const before = await app.counts();
    const wrong = {
      code: 'SIGN_IN_FAILED',
      path: ['currentPassword'],
      message: 'The current password is wrong.',
    };
    for (let round = 0; round < 5; round += 1)
      expect(await change(alice, 'not this one')).toMatchObject(wrong);
    expect(await change(alice, alice.password)).toMatchObject({ code: 'RATE_LIMITED' });
    expect(await whoIs(alice)).toBe('alice');
    const after = await app.counts();
    expect([after['session'], after['change']]).toEqual([before['session'], before['change']]);
  });

  it.each([
    ['short', 'eleven char', 'INVALID_PASSWORD'],
    ['common', 'Password-1234', 'PASSWORD_TOO_COMMON'],
    ['one’s own name', 'alice.alice.1', 'PASSWORD_TOO_COMMON'],
    ['the current one', 'the password of alice', 'INVALID_PASSWORD'],
  ])('is refused when the new one is %s', async (_, password, code) => {
    const app = await open();
    const alice = await app.person('alice');
    expect(await change(alice, alice.password, password)).toMatchObject({
      __typename: 'InvalidInputError',
      code,
      path: ['newPassword'],
    });
    expect(await whoIs(alice)).toBe('alice');
  });

  it('is not for tokens, nor for nobody', async () => {
    const app = await open();
    const alice = await app.person('alice');
    const token = await alice.mintToken({ scopes: ['index:read'], allIndexes: true });
    const input = { currentPassword: alice.password, newPassword: NEW };
    const codes = await Promise.all(
      [token, app.nobody].map(
        async (who) => (await who.graphql(CHANGE, { input })).errors?.[0]?.extensions.code,
      ),
    );
    expect(codes).toEqual(['FORBIDDEN', 'UNAUTHENTICATED']);
  });

  it('in a browser goes on with a cookie, not with the one it came with', async () => {
    const app = await open();
    const { password } = await app.person('alice');
    const { world } = app.app;
    const browser = { actor: ANONYMOUS, requestId: null, address: '198.51.100.7', client: null };
    const before = await signIn(world, browser, { name: 'alice', password, carrier: 'COOKIE' });
    const { result: after } = await changePassword(
      world,
      { ...browser, actor: before.actor },
      { currentPassword: password, newPassword: NEW },
    );
    expect([after.carrier, after.text === before.text]).toEqual(['COOKIE', false]);
  });
});

eachApp('the password of a service account', (open) => {
  it('is set by an admin, opens what it should, and ends the sessions of the account', async () => {
    const app = await open();
    const ada = await app.person('ada', { role: 'ADMIN' });
    await ada.graphql(`mutation ($input: CreateUserInput!) { createUser(input: $input) { __typename } }`, {
      input: { name: 'team', kind: 'SERVICE', password: 'the first one of it' },
    });
    expect(await trySignIn(app, 'team', 'the first one of it')).toMatchObject({ viewer: { name: 'team' } });
    expect(await setFor(ada, 'team')).toEqual({
      __typename: 'SetServicePasswordPayload',
      user: { name: 'team' },
    });
    expect(await app.app.world.readDb.session.count({ where: { user: { name: 'team' } } })).toBe(0);
    expect(await trySignIn(app, 'team', 'the first one of it')).toMatchObject({ code: 'SIGN_IN_FAILED' });
    expect(await trySignIn(app, 'team', NEW)).toMatchObject({ viewer: { name: 'team' } });
    expect(await eventsOf(app, 'user.password-set')).toEqual([
      ['user.password-set', 'ada', 'team', true, { by: 'admin' }],
    ]);
  });

  it('is not set for a person, nor by a member, nor for nobody, nor with an old sign-in', async () => {
    const app = await open();
    const ada = await app.person('ada', { role: 'ADMIN' });
    const bob = await app.person('bob');
    await ada.graphql(`mutation ($input: CreateUserInput!) { createUser(input: $input) { __typename } }`, {
      input: { name: 'team', kind: 'SERVICE' },
    });
    const before = await app.counts();
    expect(await setFor(ada, 'bob')).toMatchObject({ code: 'NOT_ALLOWED', path: ['name'] });
    expect(await setFor(ada, 'ada')).toMatchObject({ code: 'NOT_ALLOWED', path: ['name'] });
    expect(await setFor(ada, 'nobody')).toMatchObject({ code: 'NOT_FOUND', path: ['name'] });
    expect(await setFor(ada, 'team', 'team-team-team-1')).toMatchObject({ code: 'PASSWORD_TOO_COMMON' });
    expect(await setFor(bob, 'team')).toBe('FORBIDDEN');
    app.advance(16 * MINUTE);
    expect(await setFor(ada, 'team')).toMatchObject({ code: 'FRESH_SIGN_IN_REQUIRED' });
    expect((await app.counts())['password']).toBe(before['password']);
  });
});
