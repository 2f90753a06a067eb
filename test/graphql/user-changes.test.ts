// What admins do to accounts, what people change of themselves, and what nobody may do.

import { beforeAll, expect, it } from 'vitest';

import { redeem, trySignIn, userNamed, whoIs } from '../domain/users/acts.ts';
import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import type { Person } from '../support/people.ts';
import { ask } from './ask.ts';
import { change, type Outcome } from './change.ts';

const HOUR = 3_600_000;

const secretOf = ({ link }: Outcome) => link!.slice(link!.indexOf('#') + 1);

eachApp('an account', (open) => {
  let app: TestApp;
  let ada: Person;
  let amy: Person;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    amy = await app.person('amy', { role: 'ADMIN' });
  });

  const eventsAbout = async (name: string) => {
    const { id } = await app.app.world.readDb.user.findUniqueOrThrow({ where: { name } });
    const events = await app.app.world.readDb.auditEvent.findMany({
      where: { subjectId: id },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
    return events.map(({ action, actorName, ownerId, detail }) => ({
      action,
      actorName,
      isTheirs: ownerId === id,
      detail: JSON.parse(detail) as unknown,
    }));
  };

  it('gets another display name, address and role, and the trail says that and not what they were', async () => {
    await app.person('bob');
    const input = { name: 'bob', displayName: ' Bob ', email: 'b@people.example', role: 'ADMIN' };
    const changed = await change(ada, 'updateUser', input, 'user { displayName email role }');
    expect(changed).toMatchObject({
      user: { displayName: ' Bob ', email: 'b@people.example', role: 'ADMIN' },
    });
    expect((await eventsAbout('bob')).at(-1)).toEqual({
      action: 'user.updated',
      actorName: 'ada',
      isTheirs: true,
      detail: { displayName: true, email: true, role: { from: 'MEMBER', to: 'ADMIN' } },
    });
    const before = await app.counts();
    expect(await change(ada, 'updateUser', input, 'user { role }')).toMatchObject({
      user: { role: 'ADMIN' },
    });
    expect(await app.counts()).toEqual(before);
  });

  it('with another role has no session left that was opened with the old one', async () => {
    const carl = await app.person('carl', { role: 'ADMIN' });
    await change(ada, 'updateUser', { name: 'carl', displayName: 'Carl' });
    expect(await whoIs(carl)).toBe('carl');
    await change(ada, 'updateUser', { name: 'carl', role: 'MEMBER' });
    expect(await whoIs(carl)).toBe('UNAUTHENTICATED');
  });

  it('that is deactivated is refused at the next request, with who and when, and comes back without its sessions', async () => {
    const dora = await app.person('dora');
    await dora.createIndex('dora/dev');
    const token = await dora.mintToken({ scopes: ['index:read'], indexes: ['dora/dev'] });
    expect((await token.get('/dora/dev/simple/')).status).toBe(200);

    const shown = 'user { deactivatedAt deactivatedBy { name } }';
    expect(await change(ada, 'deactivateUser', { name: 'dora' }, shown)).toMatchObject({
      user: { deactivatedAt: expect.any(String) as string, deactivatedBy: { name: 'ada' } },
    });
    expect(await whoIs(dora)).toBe('UNAUTHENTICATED');
    expect((await token.get('/dora/dev/simple/')).status).toBe(401);
    expect((await dora.withPassword.get('/dora/dev/simple/')).status).toBe(401);
    expect(await trySignIn(app, 'dora', dora.password)).toMatchObject({ code: 'SIGN_IN_FAILED' });

    expect(await change(amy, 'activateUser', { name: 'dora' }, shown)).toMatchObject({
      user: { deactivatedAt: null, deactivatedBy: null },
    });
    expect(await whoIs(dora)).toBe('UNAUTHENTICATED');
    expect((await token.get('/dora/dev/simple/')).status).toBe(200);
    expect(await trySignIn(app, 'dora', dora.password)).toMatchObject({ __typename: 'SignInPayload' });
    const trail = (await eventsAbout('dora')).map(({ action, actorName }) => `${actorName} ${action}`);
    expect(trail).toEqual([
      ':system: user.created',
      'ada user.deactivated',
      ':anonymous: session.refused',
      'amy user.activated',
    ]);
  });

  it('is not deleted while it owns indexes, and the refusal names them', async () => {
    const eve = await app.person('eve');
    await eve.createIndex('eve/prod');
    await eve.createIndex('eve/dev');
    const before = await app.counts();
    expect(await change(ada, 'deleteUser', { name: 'eve', confirmName: 'eve' })).toEqual({
      __typename: 'OwnsIndexesError',
      code: 'OWNS_INDEXES',
      path: ['name'],
      indexes: ['eve/dev', 'eve/prod'],
      message: 'eve owns eve/dev, eve/prod: delete what nobody needs any more, or deactivate eve instead.',
    });
    expect(await app.counts()).toEqual(before);
  });

  it('that is deleted leaves its name and nothing else', async () => {
    const finn = await app.person('finn');
    await ada.createIndex('ada/shared', { readers: ['finn', 'ada'] });
    const token = await finn.mintToken({ scopes: ['index:read'], indexes: ['ada/shared'] });
    const link = secretOf(await change(ada, 'resetPassword', { name: 'finn' }, 'link'));
    expect(await change(ada, 'deleteUser', { name: 'finn', confirmName: 'fin' })).toMatchObject({
      code: 'CONFIRMATION_MISMATCH',
      path: ['confirmName'],
    });

    expect(await change(ada, 'deleteUser', { name: 'finn', confirmName: 'finn' }, 'deletedName')).toEqual({
      __typename: 'DeleteUserPayload',
      deletedName: 'finn',
    });
    expect(await whoIs(finn)).toBe('UNAUTHENTICATED');
    expect((await token.get('/ada/shared/simple/')).status).toBe(401);
    expect(await redeem(app, { secret: link, password: 'another one of finn' })).toMatchObject({
      code: 'LINK_INVALID',
    });
    expect(await trySignIn(app, 'finn', finn.password)).toMatchObject({ code: 'SIGN_IN_FAILED' });
    expect(await ask(ada, '{ user(name: "finn") { name } }')).toBeNull();
    expect(await ask(ada, '{ packageIndex(path: "ada/shared") { readers { name } } }')).toEqual({
      readers: [{ name: 'ada' }],
    });
    const { id, email, displayName } = await app.app.world.readDb.user.findUniqueOrThrow({
      where: { name: 'finn' },
    });
    const { readDb } = app.app.world;
    const left = await Promise.all([
      readDb.password.count({ where: { userId: id } }),
      readDb.session.count({ where: { userId: id } }),
      readDb.oneTimeLink.count({ where: { userId: id } }),
      readDb.token.count({ where: { ownerId: id, revokedAt: null } }),
    ]);
    expect([email, displayName, ...left]).toEqual([null, null, 0, 0, 0, 0]);
    expect(await change(ada, 'createUser', { name: 'finn' })).toMatchObject({ code: 'NAME_TAKEN' });
    expect(await change(ada, 'updateUser', { name: 'finn', role: 'ADMIN' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it.each([
    ['updateUser', { role: 'MEMBER' }],
    ['deactivateUser', {}],
    ['deleteUser', { confirmName: 'amy' }],
  ])('is not taken from oneself by %s', async (mutation, more) => {
    const before = await app.counts();
    expect(await change(amy, mutation, { name: 'amy', ...more })).toMatchObject({
      code: 'OWN_ACCOUNT',
      path: ['name'],
    });
    expect(await app.counts()).toEqual(before);
    expect(await whoIs(amy)).toBe('amy');
  });

  it('of an admin who is deactivated can be deleted while one active admin remains', async () => {
    await app.person('gwen', { role: 'ADMIN' });
    await change(ada, 'deactivateUser', { name: 'gwen' });
    expect(await change(ada, 'deleteUser', { name: 'gwen', confirmName: 'gwen' })).toMatchObject({
      __typename: 'DeleteUserPayload',
    });
  });

  it('is changed by its owner, who cannot give themselves a role', async () => {
    const hans = await app.person('hans');
    expect(
      await change(hans, 'updateProfile', { displayName: 'Hans', email: null }, 'user { displayName email }'),
    ).toMatchObject({ user: { displayName: 'Hans', email: null } });
    const answer = await hans.graphql('mutation { updateProfile(input: { role: ADMIN }) { __typename } }');
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(await change(hans, 'updateProfile', { email: 'nowhere' })).toMatchObject({
      code: 'INVALID_EMAIL',
      path: ['email'],
    });
  });

  it('gets a link that sets another password once, within an hour, and the old one goes on until then', async () => {
    const ida = await app.person('ida');
    const first = await change(ada, 'resetPassword', { name: 'ida' }, 'link emailSent');
    const second = await change(ada, 'resetPassword', { name: 'ida' }, 'link emailSent');
    expect(second.emailSent).toBe(false);
    expect(await whoIs(ida)).toBe('ida');
    const password = 'quite another one of ida';
    expect(await redeem(app, { secret: secretOf(first), password })).toMatchObject({ code: 'LINK_INVALID' });
    expect(await redeem(app, { secret: secretOf(second), password })).toMatchObject({
      viewer: { name: 'ida' },
    });
    expect(await redeem(app, { secret: secretOf(second), password })).toMatchObject({ code: 'LINK_INVALID' });
    expect(await whoIs(ida)).toBe('UNAUTHENTICATED');
    expect(await trySignIn(app, 'ida', ida.password)).toMatchObject({ code: 'SIGN_IN_FAILED' });
  });

  it('keeps a link that is older than an hour, or than the password, from setting one', async () => {
    await app.person('jane');
    const admin = await app.person('anna', { role: 'ADMIN' });
    const old = secretOf(await change(admin, 'resetPassword', { name: 'jane' }, 'link'));
    app.advance(HOUR);
    expect(await redeem(app, { secret: old, password: 'a late one of jane' })).toMatchObject({
      code: 'LINK_INVALID',
    });
    app.advance(-HOUR);
    const { world } = app.app;
    const { id } = await world.readDb.user.findUniqueOrThrow({ where: { name: 'jane' } });
    await world.database.db.password.update({ where: { userId: id }, data: { version: { increment: 1 } } });
    expect(await redeem(app, { secret: old, password: 'an old one of jane' })).toMatchObject({
      code: 'LINK_INVALID',
    });
  });

  it('that is deactivated, or a service, gets no link', async () => {
    await userNamed(app, 'kurt', 'the password of kurt');
    await change(ada, 'deactivateUser', { name: 'kurt' });
    await change(ada, 'createUser', { name: 'robot', kind: 'SERVICE' });
    for (const name of ['kurt', 'robot']) {
      expect(await change(ada, 'resetPassword', { name }, 'link')).toMatchObject({ code: 'NOT_ALLOWED' });
    }
  });

  it('that never had a password gets another first link, for 72 hours', async () => {
    await change(ada, 'createUser', { name: 'lena' });
    const made = await change(ada, 'resetPassword', { name: 'lena' }, 'link expiresAt');
    app.advance(71 * HOUR);
    const password = 'the first one of lena';
    expect(await redeem(app, { secret: secretOf(made), password })).toMatchObject({
      viewer: { name: 'lena' },
    });
    app.advance(-71 * HOUR);
  });

  it('loses its links when it is deactivated, and they stay lost', async () => {
    await app.person('mia');
    const link = secretOf(await change(ada, 'resetPassword', { name: 'mia' }, 'link'));
    await change(ada, 'deactivateUser', { name: 'mia' });
    await change(ada, 'activateUser', { name: 'mia' });
    expect(await redeem(app, { secret: link, password: 'a stale one of mia' })).toMatchObject({
      code: 'LINK_INVALID',
    });
  });

  it('is changed only by a fresh sign-in', async () => {
    const nora = await app.person('nora', { role: 'ADMIN' });
    app.advance(15 * 60_000);
    const calls: [string, object][] = [
      ['createUser', { name: 'nobody-yet' }],
      ['updateUser', { name: 'bob', displayName: 'B' }],
      ['deactivateUser', { name: 'bob' }],
      ['activateUser', { name: 'bob' }],
      ['deleteUser', { name: 'bob', confirmName: 'bob' }],
      ['resetPassword', { name: 'bob' }],
      ['updateProfile', { email: 'n@people.example' }],
    ];
    const before = await app.counts();
    for (const [mutation, input] of calls) {
      expect(await change(nora, mutation, input)).toMatchObject({ code: 'FRESH_SIGN_IN_REQUIRED' });
    }
    expect(await app.counts()).toEqual(before);
    app.advance(-15 * 60_000);
  });
});

eachApp('the list of users', (open) => {
  let app: TestApp;
  let ada: Person;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    for (const name of ['bob', 'b_b', 'carla']) await userNamed(app, name, `the password of ${name}`);
    await change(ada, 'updateUser', { name: 'bob', displayName: 'Robert 100%', email: 'R@People.example' });
    await change(ada, 'deactivateUser', { name: 'carla' });
  });

  it.each([
    [{ text: 'B_B' }, ['b_b']],
    [{ text: '%' }, ['bob']],
    [{ text: '\\' }, []],
    [{ text: ' robert ' }, ['bob']],
    [{ text: 'r@people' }, ['bob']],
    [{ text: ' ' }, ['ada', 'b_b', 'bob', 'carla']],
    [{ role: 'ADMIN' }, ['ada']],
    [{ state: 'DEACTIVATED' }, ['carla']],
    [{ state: 'ACTIVE', role: 'MEMBER', text: 'b' }, ['b_b', 'bob']],
    [{ state: null, role: null, text: null }, ['ada', 'b_b', 'bob', 'carla']],
  ])('with %o is %o', async (filter, names) => {
    const page = await ask(
      ada,
      'query ($filter: UserFilterInput) { users(filter: $filter) { totalCount nodes { name } } }',
      { filter },
    );
    expect(page).toEqual({ totalCount: names.length, nodes: names.map((name) => ({ name })) });
  });
});
