// Groups: made by admins, named by lists, and worth from the next request on what they hold at that moment.

import { beforeAll, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import type { Person } from '../support/people.ts';
import { ask, codeOf } from './ask.ts';
import { change } from './change.ts';

const SHOW = `query ($name: String!) { group(name: $name) {
  name description indexes members { totalCount nodes { user { name } } }
} }`;

eachApp('a group', (open) => {
  let app: TestApp;
  let ada: Person;
  let bob: Person;
  let carla: Person;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    bob = await app.person('bob');
    carla = await app.person('carla');
  });

  const trail = async (name: string) => {
    const events = await app.app.world.readDb.auditEvent.findMany({
      where: { subjectKind: 'group', subjectName: name },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
    return events.map(({ action, detail }) => [action, JSON.parse(detail) as unknown]);
  };

  it('is made, described, filled, emptied and deleted, each with its event', async () => {
    const created = await change(
      ada,
      'createGroup',
      { name: 'makers', description: 'Who makes things.' },
      'group { name description members { totalCount } }',
    );
    expect(created).toMatchObject({
      group: { name: 'makers', description: 'Who makes things.', members: { totalCount: 0 } },
    });
    await change(ada, 'updateGroup', { name: 'makers', description: null });
    await change(ada, 'addGroupMembers', { name: 'makers', users: ['carla', 'bob', 'bob'] });
    await change(ada, 'addGroupMembers', { name: 'makers', users: ['carla'] });
    expect(await ask(ada, SHOW, { name: 'makers' })).toEqual({
      name: 'makers',
      description: null,
      indexes: [],
      members: { totalCount: 2, nodes: [{ user: { name: 'bob' } }, { user: { name: 'carla' } }] },
    });
    expect(await ask(ada, '{ user(name: "bob") { groups { name } } }')).toEqual({
      groups: [{ name: 'makers' }],
    });
    await change(ada, 'removeGroupMembers', { name: 'makers', users: ['bob', 'ada'] });
    expect(await change(ada, 'deleteGroup', { name: 'makers' }, 'deletedName')).toEqual({
      __typename: 'DeleteGroupPayload',
      deletedName: 'makers',
    });
    expect(await ask(ada, SHOW, { name: 'makers' })).toBeNull();
    expect(await trail('makers')).toEqual([
      ['group.created', { description: 'Who makes things.' }],
      ['group.updated', { description: null }],
      ['group.members-added', { users: ['bob', 'carla'] }],
      ['group.members-removed', { users: ['bob'] }],
      ['group.deleted', { members: 1 }],
    ]);
  });

  it('opens an index to those who are in it, and to their tokens, from the next request on', async () => {
    await change(ada, 'createGroup', { name: 'readers' });
    await ada.createIndex('ada/lib', { readers: [':readers'], uploaders: ['ada'] });
    const token = await bob.mintToken({ scopes: ['index:read'], allIndexes: true });
    const statuses = async () => [
      (await token.get('/ada/lib/simple/')).status,
      (await bob.withPassword.get('/ada/lib/simple/')).status,
      (await carla.withPassword.get('/ada/lib/simple/')).status,
    ];
    expect(await statuses()).toEqual([403, 403, 403]);
    await change(ada, 'addGroupMembers', { name: 'readers', users: ['bob'] });
    expect(await statuses()).toEqual([200, 200, 403]);
    await change(ada, 'removeGroupMembers', { name: 'readers', users: ['bob'] });
    expect(await statuses()).toEqual([403, 403, 403]);
  });

  it('is not deleted while lists name it, and the refusal says which', async () => {
    await change(ada, 'createGroup', { name: 'named' });
    await ada.createIndex('ada/two', { readers: [':named'], uploaders: [':named'] });
    await ada.createIndex('ada/one', { readers: [':named'] });
    expect(await change(ada, 'deleteGroup', { name: 'named' })).toEqual({
      __typename: 'GroupInUseError',
      code: 'GROUP_IN_USE',
      path: ['name'],
      indexes: ['ada/one', 'ada/two'],
      message: 'The lists of ada/one, ada/two name :named: take it off them before you delete it.',
    });
    await change(ada, 'updatePackageIndex', { path: 'ada/two', readers: ['ada'], uploaders: ['ada'] });
    await change(ada, 'deletePackageIndex', { path: 'ada/one', confirmPath: 'ada/one', expectedFiles: 0 });
    expect(await change(ada, 'deleteGroup', { name: 'named' })).toMatchObject({
      __typename: 'DeleteGroupPayload',
    });
  });

  it('under an old name is another group, which nobody is in', async () => {
    await change(ada, 'createGroup', { name: 'again' });
    await change(ada, 'addGroupMembers', { name: 'again', users: ['bob'] });
    await change(ada, 'deleteGroup', { name: 'again' });
    await change(ada, 'createGroup', { name: 'again' });
    expect(await ask(ada, SHOW, { name: 'again' })).toMatchObject({ members: { totalCount: 0 } });
  });

  it.each([
    ['createGroup', { name: 'Not A Name' }, 'INVALID_NAME', 'name'],
    ['createGroup', { name: 'anonymous' }, 'INVALID_NAME', 'name'],
    ['createGroup', { name: 'authenticated' }, 'INVALID_NAME', 'name'],
    ['createGroup', { name: 'readers' }, 'NAME_TAKEN', 'name'],
    ['createGroup', { name: 'long', description: 'x'.repeat(501) }, 'INVALID_INPUT', 'description'],
    ['updateGroup', { name: 'absent', description: 'x' }, 'NOT_FOUND', 'name'],
    ['addGroupMembers', { name: 'absent', users: ['bob'] }, 'NOT_FOUND', 'name'],
    ['addGroupMembers', { name: 'readers', users: ['carla', 'stranger'] }, 'NOT_FOUND', 'users'],
    ['addGroupMembers', { name: 'readers', users: [] }, 'INVALID_INPUT', 'users'],
    ['removeGroupMembers', { name: 'readers', users: ['stranger'] }, 'NOT_FOUND', 'users'],
    ['deleteGroup', { name: 'absent' }, 'NOT_FOUND', 'name'],
  ])('refuses %s with %o: %s', async (mutation, input, code, field) => {
    const before = await app.counts();
    expect(await change(ada, mutation, input)).toMatchObject({ code, path: [field] });
    expect(await app.counts()).toEqual(before);
  });

  it('is the affair of admins, and of a fresh sign-in', async () => {
    for (const document of [
      '{ groups { totalCount } }',
      '{ group(name: "readers") { name } }',
      'mutation { createGroup(input: { name: "mine" }) { __typename } }',
      'mutation { addGroupMembers(input: { name: "readers", users: ["carla"] }) { __typename } }',
    ]) {
      expect(await codeOf(carla, document)).toBe('FORBIDDEN');
    }
    expect(await ask(carla, '{ viewer { user { groups { name } deactivatedBy { name } } } }')).toEqual({
      user: { groups: [], deactivatedBy: null },
    });
    const anna = await app.person('anna', { role: 'ADMIN' });
    app.advance(15 * 60_000);
    expect(await change(anna, 'createGroup', { name: 'late' })).toMatchObject({
      code: 'FRESH_SIGN_IN_REQUIRED',
    });
    app.advance(-15 * 60_000);
  });

  it('costs a list of groups no more statements than one', async () => {
    const statementsFor = async (first: number) => {
      await ada.graphql('{ viewer { name } }');
      app.takeStatements();
      await ask(
        ada,
        `{ groups(first: ${first}) { nodes { name indexes members(first: 10) { totalCount nodes { user { name } } } } } }`,
      );
      return app.takeStatements().length;
    };
    expect(await statementsFor(3)).toBe(await statementsFor(1));
  });
});
