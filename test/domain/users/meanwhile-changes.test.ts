// An admin who is shut out while a document of theirs is under way: the changes before it stay, and none follows. It
// happens where a password is hashed, before the transaction begins, or between two changes.

import { beforeAll, expect, it } from 'vitest';

import { change } from '../../graphql/change.ts';
import type { TestApp } from '../../support/app.ts';
import { eachApp } from '../../support/each-app.ts';
import { betweenTwo } from '../../support/hold.ts';
import type { Person } from '../../support/people.ts';

const PASSWORD = 'a password that takes its time';

eachApp('an admin who is shut out in the midst of a document', (open) => {
  let app: TestApp;
  let amy: Person;

  beforeAll(async () => {
    app = await open();
    amy = await app.person('amy', { role: 'ADMIN' });
    await app.person('bob');
    await change(amy, 'createGroup', { name: 'staff' });
    await change(amy, 'addGroupMembers', { name: 'staff', users: ['bob'] });
    await change(amy, 'createPackageIndex', { path: 'bob/prod' });
    await change(amy, 'createUser', { name: 'kurt' });
    await change(amy, 'deactivateUser', { name: 'kurt' });
    await change(amy, 'createUser', { name: 'robot', kind: 'SERVICE' });
  });

  /** Holds the next password that is hashed back until `happen` is over. */
  const whileHashing = async <Result>(happen: () => Promise<unknown>, act: () => Promise<Result>) => {
    const { passwords } = app.app.world;
    const hash = passwords.hash.bind(passwords);
    passwords.hash = async (password) => {
      if (password === PASSWORD) await happen();
      return hash(password);
    };
    try {
      return await act();
    } finally {
      passwords.hash = hash;
    }
  };
  const codesOf = ({ errors = [] }: Awaited<ReturnType<Person['graphql']>>) => [
    ...new Set(errors.map(({ extensions }) => extensions.code)),
  ];
  it.each([
    ['deactivated', 'deactivateUser', {}, 'UNAUTHENTICATED'],
    ['deleted', 'deleteUser', {}, 'UNAUTHENTICATED'],
    ['demoted', 'updateUser', { role: 'MEMBER' }, 'FORBIDDEN'],
    ['signed out', 'endUserSessions', {}, 'UNAUTHENTICATED'],
  ] as const)('because they are %s makes no other admin any more', async (state, mutation, more, code) => {
    const name = `ada-${state.replace(' ', '-')}`;
    const ada = await app.person(name, { role: 'ADMIN' });
    const input = mutation === 'deleteUser' ? { name, confirmName: name } : { name, ...more };
    let before: unknown;
    const answer = await whileHashing(
      async () => {
        expect(await change(amy, mutation, input, '__typename')).not.toHaveProperty('code');
        before = await app.counts();
      },
      () =>
        ada.graphql(
          `mutation {
            createUser(input: { name: "${name}-2", role: ADMIN, password: "${PASSWORD}" }) { __typename }
          }`,
        ),
    );
    expect(codesOf(answer)).toEqual([code]);
    expect(await app.counts()).toEqual(before);
  });

  const STEPS: [string, object][] = [
    ['createGroup', { name: 'late' }],
    ['updateGroup', { name: 'staff', description: 'late' }],
    ['addGroupMembers', { name: 'staff', users: ['amy'] }],
    ['removeGroupMembers', { name: 'staff', users: ['bob'] }],
    ['deleteGroup', { name: 'staff' }],
    ['createPackageIndex', { path: 'bob/late' }],
    ['updatePackageIndex', { path: 'bob/prod', description: 'late' }],
    ['deletePackageIndex', { path: 'bob/prod', confirmPath: 'bob/prod', expectedFiles: 0 }],
    ['createToken', { name: 'late', scopes: ['index:read'], allIndexes: true }],
    ['updateUser', { name: 'bob', displayName: 'late' }],
    ['deactivateUser', { name: 'bob' }],
    ['activateUser', { name: 'kurt' }],
    ['deleteUser', { name: 'kurt', confirmName: 'kurt' }],
    ['resetPassword', { name: 'bob' }],
    ['endUserSessions', { name: 'bob' }],
    ['setServicePassword', { name: 'robot', password: 'late password of a robot' }],
    ['updateProfile', { displayName: 'late' }],
  ];
  const ENDED = ['updateProfile', 'createPackageIndex', 'resetPassword', 'endUserSessions'];
  const CASES = [
    ...STEPS.map(([mutation, input]) => ['deactivateUser', mutation, input] as const),
    ...STEPS.filter(([mutation]) => ENDED.includes(mutation)).map(
      ([mutation, input]) => ['endUserSessions', mutation, input] as const,
    ),
  ];

  it.each(CASES)('by %s cannot go on with %s', async (shutOut, mutation, input) => {
    const name = `eve-${shutOut}-${mutation}`.toLowerCase();
    const eve = await app.person(name, { role: 'ADMIN' });
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
    let before: unknown;
    const answer = await betweenTwo(
      app,
      async () => {
        expect(await change(amy, shutOut, { name }, '__typename')).not.toHaveProperty('code');
        before = await app.counts();
      },
      () =>
        eve.graphql(
          `mutation ($input: ${type}Input!) {
            first: updateProfile(input: { displayName: "First" }) { __typename }
            second: ${mutation}(input: $input) { __typename }
          }`,
          { input },
        ),
    );
    expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
    expect(await app.counts()).toEqual(before);
    const { displayName } = await app.app.world.readDb.user.findUniqueOrThrow({ where: { name } });
    expect(displayName).toBe('First');
  });

  it('is let go on when it was somebody else', async () => {
    const eve = await app.person('eve', { role: 'ADMIN' });
    await app.person('fred');
    const answer = await betweenTwo(
      app,
      () => change(amy, 'deactivateUser', { name: 'fred' }),
      () =>
        eve.graphql(`mutation {
          first: updateProfile(input: { displayName: "First" }) { __typename }
          second: updateProfile(input: { displayName: "Second" }) { __typename }
        }`),
    );
    expect(answer.data).toEqual({
      first: { __typename: 'UpdateProfilePayload' },
      second: { __typename: 'UpdateProfilePayload' },
    });
  });
});
