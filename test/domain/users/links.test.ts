// One-time links: the first admin, a first password, a recovery. Each opens once, in time, and for what it was made.

import { expect, it } from 'vitest';

import { readSettings } from '../../../server/config.ts';
import { SYSTEM_CALLER } from '../../../server/domain/actor.ts';
import { createUser } from '../../../server/domain/users/accounts.ts';
import { recoverAdmin } from '../../../server/domain/users/links.ts';
import { prepareFirstStart } from '../../../server/first-start.ts';
import { transact } from '../../../server/storage/transact.ts';
import type { TestApp } from '../../support/app.ts';
import { eachApp } from '../../support/each-app.ts';
import { basic } from '../../support/people.ts';
import { deactivate, HOUR, linkFor, redeem, trySignIn, userNamed, whoIs, withBearer } from './acts.ts';

const ADA = { name: 'ada', email: 'ada@people.example', password: 'correct horse battery staple' };
const INVALID = { __typename: 'LinkInvalidError', code: 'LINK_INVALID', path: [] };

/** What the web page asks before it shows a form. */
async function canRedeem(app: TestApp, secret: string): Promise<unknown> {
  const answer = await app.nobody.graphql('query ($secret: String!) { canRedeemLink(secret: $secret) }', {
    secret,
  });
  return (answer.data as { canRedeemLink: unknown }).canRedeemLink;
}

eachApp('a set-up link', (open) => {
  const setupNeeded = async (app: TestApp) => {
    const answer = await app.nobody.graphql('{ server { setupNeeded } }');
    return (answer.data as { server: { setupNeeded: boolean } }).server.setupNeeded;
  };

  it('makes the first admin once and signs them in', async () => {
    const app = await open();
    const secret = await linkFor(app, 'FIRST_ADMIN', null);
    expect(await setupNeeded(app)).toBe(true);
    const first = await redeem(app, { secret, ...ADA });
    expect(first).toMatchObject({
      __typename: 'RedeemLinkPayload',
      viewer: { name: 'ada', user: { role: 'ADMIN' } },
    });
    expect(await whoIs(withBearer(app, first.bearer!))).toBe('ada');
    expect(await redeem(app, { secret, ...ADA, name: 'eve' })).toEqual(INVALID);
    expect(await redeem(app, { secret, ...ADA })).toEqual(INVALID);
    expect(await setupNeeded(app)).toBe(false);
    expect(await app.counts()).toMatchObject({ user: 1, session: 1 });
  });

  it('makes exactly one admin when two people open it at once', async () => {
    const app = await open();
    const secret = await linkFor(app, 'FIRST_ADMIN', null);
    const answers = await Promise.all(
      ['ada', 'eve', 'ida'].map((name) => redeem(app, { secret, ...ADA, name })),
    );
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'LinkInvalidError',
      'LinkInvalidError',
      'RedeemLinkPayload',
    ]);
    expect(await app.counts()).toMatchObject({ user: 1, password: 1, session: 1 });
  });

  it('opens for 72 hours and not a moment longer', async () => {
    const app = await open();
    const secret = await linkFor(app, 'FIRST_ADMIN', null);
    app.advance(72 * HOUR);
    expect(await redeem(app, { secret, ...ADA })).toEqual(INVALID);
    app.advance(-60_000);
    expect(await redeem(app, { secret, ...ADA })).toMatchObject({ __typename: 'RedeemLinkPayload' });
  });

  it('opens nothing once there is an admin', async () => {
    const app = await open();
    const secret = await linkFor(app, 'FIRST_ADMIN', null);
    await app.person('ruth', { role: 'ADMIN' });
    const before = await app.counts();
    expect(await redeem(app, { secret, ...ADA })).toEqual(INVALID);
    expect(await app.counts()).toEqual(before);
  });

  it('opens nothing and is not made while all admins are deactivated, and is made again once all are deleted', async () => {
    const app = await open();
    const secret = await linkFor(app, 'FIRST_ADMIN', null);
    const settings = readSettings({ WHEELHOUSE_DATA: app.dataFolder });
    await app.person('ruth', { role: 'ADMIN' });
    await deactivate(app, 'ruth');
    expect([await setupNeeded(app), await canRedeem(app, secret)]).toEqual([false, false]);
    expect(await redeem(app, { secret, ...ADA })).toEqual(INVALID);
    expect(await prepareFirstStart(app.app.world, settings)).toBeNull();

    await transact(app.app.world, (write) => write.update('User', { name: 'ruth' }, { deletedAt: write.at }));
    expect([await setupNeeded(app), await canRedeem(app, secret)]).toEqual([true, true]);
    const link = await prepareFirstStart(app.app.world, settings);
    expect(await redeem(app, { secret: link!.secret, ...ADA })).toMatchObject({ viewer: { name: 'ada' } });
  });

  it('is void as soon as a newer one was made, as at each start', async () => {
    const app = await open();
    const settings = readSettings({ WHEELHOUSE_DATA: app.dataFolder });
    const [older, newer] = [
      await prepareFirstStart(app.app.world, settings),
      await prepareFirstStart(app.app.world, settings),
    ];
    expect(await redeem(app, { secret: older!.secret, ...ADA })).toEqual(INVALID);
    expect(await redeem(app, { secret: newer!.secret, ...ADA })).toMatchObject({ viewer: { name: 'ada' } });
    expect(await prepareFirstStart(app.app.world, settings)).toBeNull();
  });

  it('is not used up by what is refused', async () => {
    const app = await open();
    const secret = await linkFor(app, 'FIRST_ADMIN', null);
    const refused = async (changed: object) => {
      const { __typename, code, path } = await redeem(app, { secret, ...ADA, ...changed });
      return [__typename, code, ...(path ?? [])];
    };
    const before = await app.counts();
    expect({
      'a password that is too short': await refused({ password: 'eleven char' }),
      'a reserved name': await refused({ name: 'admin' }),
      'no name': await refused({ name: undefined }),
      'no e-mail address': await refused({ email: undefined }),
      'a wrong e-mail address': await refused({ email: 'nowhere' }),
    }).toEqual({
      'a password that is too short': ['InvalidInputError', 'INVALID_PASSWORD', 'password'],
      'a reserved name': ['InvalidInputError', 'INVALID_NAME', 'name'],
      'no name': ['InvalidInputError', 'INVALID_INPUT', 'name'],
      'no e-mail address': ['InvalidInputError', 'INVALID_INPUT', 'name'],
      'a wrong e-mail address': ['InvalidInputError', 'INVALID_EMAIL', 'email'],
    });
    expect(await app.counts()).toEqual(before);
    expect(await redeem(app, { secret, ...ADA })).toMatchObject({ viewer: { name: 'ada' } });
  });

  it('is opened by its own secret alone', async () => {
    const app = await open();
    const secret = await linkFor(app, 'FIRST_ADMIN', null);
    for (const wrong of ['', secret.slice(1), `${secret} `, secret.toLowerCase(), 'x'.repeat(43)]) {
      expect([wrong, await redeem(app, { secret: wrong, ...ADA })]).toEqual([wrong, INVALID]);
    }
  });
});

eachApp('a link that sets a password', (open) => {
  it('sets the first one, once; it takes neither name nor address', async () => {
    const app = await open();
    const { result } = await createUser(app.app.world, SYSTEM_CALLER, { name: 'bob' });
    const { secret } = result.link!;
    const password = 'the first of bob';
    expect(await redeem(app, { secret, password, name: 'root' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await redeem(app, { secret, password })).toMatchObject({
      viewer: { name: 'bob', user: { role: 'MEMBER' } },
    });
    expect(await redeem(app, { secret, password: 'a second of eve' })).toEqual(INVALID);
    expect(await trySignIn(app, 'bob', password)).toMatchObject({ __typename: 'SignInPayload' });
  });

  it('ends every session and turns the password at once, on the API and on the data plane; tokens go on', async () => {
    const app = await open();
    const ruth = await app.person('ruth', { role: 'ADMIN' });
    await ruth.createIndex('ruth/prod');
    const token = await ruth.mintToken({ scopes: ['index:read'], indexes: ['ruth/prod'] });
    const page = '/ruth/prod/simple/';
    const newPassword = 'another one of ruth';
    const answers = async () => ({
      session: await whoIs(ruth),
      'old password': (await ruth.withPassword.get(page)).status,
      'new password': (await app.nobody.get(page, { authorization: basic('ruth', newPassword) })).status,
      token: (await token.get(page)).status,
    });
    const before = { session: 'ruth', 'old password': 200, 'new password': 401, token: 200 };
    expect(await answers()).toEqual(before);
    expect(await answers()).toEqual(before);

    const { secret } = await recoverAdmin(app.app.world, 'ruth');
    expect(await answers()).toEqual(before);
    const redeemed = await redeem(app, { secret, password: newPassword });
    expect(await answers()).toEqual({
      session: 'UNAUTHENTICATED',
      'old password': 401,
      'new password': 200,
      token: 200,
    });
    expect(await whoIs(withBearer(app, redeemed.bearer!))).toBe('ruth');
    expect(await app.counts()).toMatchObject({ session: 1 });
  });

  it('sets one of two passwords when two people open it at once', async () => {
    const app = await open();
    const bob = await userNamed(app, 'bob', 'the old one of bob');
    const secret = await linkFor(app, 'SET_PASSWORD', bob.id);
    const passwords = ['the one of bob himself', 'the one of somebody else'];
    const answers = await Promise.all(passwords.map((password) => redeem(app, { secret, password })));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'LinkInvalidError',
      'RedeemLinkPayload',
    ]);
    const winner = answers.findIndex(({ __typename }) => __typename === 'RedeemLinkPayload');
    const signIns = await Promise.all(passwords.map((password) => trySignIn(app, 'bob', password)));
    expect(signIns.map((answer) => (answer as { __typename: string }).__typename)).toEqual(
      passwords.map((_, place) => (place === winner ? 'SignInPayload' : 'SignInFailedError')),
    );
  });

  it('leaves an audit event that says who and by what', async () => {
    const app = await open();
    await app.person('ruth', { role: 'ADMIN' });
    const { secret } = await recoverAdmin(app.app.world, 'ruth');
    await redeem(app, { secret, password: 'another one of ruth' });
    const events = await app.app.world.readDb.auditEvent.findMany({
      where: { action: { in: ['user.recovery-linked', 'user.password-set'] } },
      orderBy: { id: 'asc' },
    });
    expect(
      events.map(({ action, actorName, credentialKind, subjectName }) => [
        action,
        actorName,
        credentialKind,
        subjectName,
      ]),
    ).toEqual([
      ['user.recovery-linked', ':system:', 'system', 'ruth'],
      ['user.password-set', 'ruth', 'link', 'ruth'],
    ]);
  });
});

eachApp('whether a link still opens', (open) => {
  it('is told to whoever has it, as often as they ask, and that alone', async () => {
    const app = await open();
    const bob = await userNamed(app, 'bob', 'the old one of bob');
    const links = {
      'first admin': await linkFor(app, 'FIRST_ADMIN', null),
      password: await linkFor(app, 'SET_PASSWORD', bob.id),
    };
    const standing = async () => [
      await canRedeem(app, links['first admin']),
      await canRedeem(app, links.password),
    ];
    const before = await app.counts();
    expect([await standing(), await standing()]).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(await app.counts()).toEqual(before);
    app.advance(72 * HOUR);
    expect(await standing()).toEqual([false, false]);
    app.advance(-HOUR);
    await redeem(app, { secret: links.password, password: 'a new one of bob' });
    expect(await standing()).toEqual([true, false]);
    await redeem(app, { secret: links['first admin'], ...ADA });
    expect(await standing()).toEqual([false, false]);
    expect([await canRedeem(app, ''), await canRedeem(app, 'x'.repeat(43))]).toEqual([false, false]);
  });
});

eachApp('recovering an admin', (open) => {
  it('is for admins alone, and says who is none', async () => {
    const app = await open();
    await userNamed(app, 'bob', 'the password of bob');
    await expect(recoverAdmin(app.app.world, 'bob')).rejects.toThrow('There is no admin called "bob".');
    await expect(recoverAdmin(app.app.world, 'nobody')).rejects.toThrow('There is no admin called "nobody".');
  });

  it('activates one who was deactivated, which a link that was made before does not', async () => {
    const app = await open();
    await app.person('ruth', { role: 'ADMIN' });
    const ruth = await app.app.world.readDb.user.findUniqueOrThrow({ where: { name: 'ruth' } });
    const older = await linkFor(app, 'SET_PASSWORD', ruth.id);
    app.advance(1000);
    await deactivate(app, 'ruth');
    const password = 'another one of ruth';
    expect(await canRedeem(app, older)).toBe(false);
    expect(await redeem(app, { secret: older, password })).toEqual(INVALID);

    const { secret, activates } = await recoverAdmin(app.app.world, 'ruth');
    expect([activates, await canRedeem(app, secret)]).toEqual([true, true]);
    expect(await redeem(app, { secret, password })).toMatchObject({ viewer: { name: 'ruth' } });
    expect(await trySignIn(app, 'ruth', password)).toMatchObject({ __typename: 'SignInPayload' });
    const event = await app.app.world.readDb.auditEvent.findFirst({ where: { action: 'user.password-set' } });
    expect(event?.detail).toBe('{"activated":true,"by":"link"}');
    expect(await recoverAdmin(app.app.world, 'ruth')).toMatchObject({ activates: false });
  });

  it('voids the link that was made before', async () => {
    const app = await open();
    await app.person('ruth', { role: 'ADMIN' });
    const [older, newer] = [
      await recoverAdmin(app.app.world, 'ruth'),
      await recoverAdmin(app.app.world, 'ruth'),
    ];
    const password = 'another one of ruth';
    expect(await redeem(app, { secret: older.secret, password })).toEqual(INVALID);
    expect(await redeem(app, { secret: newer.secret, password })).toMatchObject({ viewer: { name: 'ruth' } });
  });
});
