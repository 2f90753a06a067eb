// A token that is shut out or narrowed while a document is under way that was let in with it: the changes before it
// stay, and none follows that it could not have begun with. Uploads are in test/domain/users/meanwhile.test.ts.

import { beforeAll, expect, it } from 'vitest';

import { change } from '../../graphql/change.ts';
import type { TestApp } from '../../support/app.ts';
import { makeWheel } from '../../support/distributions.ts';
import { eachApp } from '../../support/each-app.ts';
import { betweenTwo } from '../../support/hold.ts';
import type { GraphQLAnswer, Person, TokenHolder } from '../../support/people.ts';

const MINUTE = 60_000;
const SCOPES = ['users:write', 'indexes:write', 'indexes:delete'];

eachApp('a token of an admin, in the midst of a document', (open) => {
  let app: TestApp;
  let amy: Person;
  /** As long as she is an admin; then another one. */
  let owner: Person | undefined;
  let count = 0;

  beforeAll(async () => {
    app = await open();
    amy = await app.person('amy', { role: 'ADMIN' });
    await app.person('bob');
    for (const path of ['bob/prod', 'bob/dev']) await change(amy, 'createPackageIndex', { path });
  });

  interface Robot {
    readonly ada: Person;
    readonly token: TokenHolder;
  }

  const robot = async (): Promise<Robot> => {
    count += 1;
    owner ??= await app.person(`ada-${count}`, { role: 'ADMIN' });
    return { ada: owner, token: await owner.mintToken({ scopes: SCOPES, allIndexes: true }) };
  };
  const must = async (by: Person, mutation: string, input: object) =>
    expect(await change(by, mutation, input, '__typename')).not.toHaveProperty('code');

  const mustOnOwner = (mutation: string, input: object) => {
    owner = undefined;
    return must(amy, mutation, input);
  };

  /** What became of the second change; what else is in the database then is as `happen` left it. */
  const afterwards = async (
    { token }: Robot,
    happen: () => Promise<unknown>,
    mutation: string,
    input: object,
  ): Promise<string> => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    let before: unknown;
    const displayName = `Bob, the ${count}th`;
    const answer = await betweenTwo(
      app,
      async () => {
        await happen();
        before = await app.counts();
      },
      () =>
        token.graphql(
          `mutation ($first: UpdateUserInput!, $second: ${type}) {
            first: updateUser(input: $first) { __typename }
            second: ${mutation}(input: $second) { __typename ... on UserError { code } }
          }`,
          { first: { name: 'bob', displayName }, second: input },
        ),
    );
    const bob = await app.app.world.readDb.user.findUniqueOrThrow({ where: { name: 'bob' } });
    expect(bob.displayName).toBe(displayName);
    const outcome = codeOfSecond(answer);
    if (outcome !== 'done') expect(await app.counts()).toEqual(before);
    return outcome;
  };

  const CHANGES: [string, () => object][] = [
    ['createUser', () => ({ name: `late-${count}` })],
    ['updateUser', () => ({ name: 'bob', displayName: 'late' })],
    ['deactivateUser', () => ({ name: 'bob' })],
    ['createPackageIndex', () => ({ path: `bob/late-${count}` })],
    ['updatePackageIndex', () => ({ path: 'bob/prod', description: 'late' })],
    ['deletePackageIndex', () => ({ path: 'bob/prod', confirmPath: 'bob/prod', expectedFiles: 0 })],
  ];

  it.each(CHANGES)('cannot go on with %s once it is revoked', async (mutation, input) => {
    const acting = await robot();
    const { ada, token } = acting;
    expect(await afterwards(acting, () => ada.revoke(token), mutation, input())).toBe('UNAUTHENTICATED');
  });

  const ENDS: [string, string, (acting: Robot) => Promise<unknown>][] = [
    ['it is paused', 'UNAUTHENTICATED', ({ token }) => must(amy, 'pauseToken', { tokenId: token.tokenId })],
    [
      'its owner is deactivated',
      'UNAUTHENTICATED',
      ({ ada }) => mustOnOwner('deactivateUser', { name: ada.name }),
    ],
    [
      'its owner is deleted',
      'UNAUTHENTICATED',
      ({ ada: { name } }) => mustOnOwner('deleteUser', { name, confirmName: name }),
    ],
    [
      'its owner is an admin no more',
      'FORBIDDEN',
      ({ ada }) => mustOnOwner('updateUser', { name: ada.name, role: 'MEMBER' }),
    ],
    ['it is for other addresses', 'UNAUTHENTICATED', narrowedTo({ addresses: ['192.0.2.0/24'] })],
    ['its scopes are fewer', 'FORBIDDEN', narrowedTo({ scopes: ['indexes:delete'] })],
    ['it is bound to projects', 'FORBIDDEN', narrowedTo({ projects: ['demo'] })],
  ];

  it.each(ENDS)('cannot go on once %s: %s', async (_, code, happen) => {
    for (const [mutation, input] of CHANGES.filter(([name]) => /^update/.test(name))) {
      const acting = await robot();
      const outcome = await afterwards(acting, () => happen(acting), mutation, input());
      expect([mutation, outcome]).toEqual([mutation, code]);
    }
  });

  it('cannot go on once its time is over', async () => {
    const acting = await robot();
    const expiresAt = new Date(app.app.world.clock().getTime() + MINUTE).toISOString();
    const token = await acting.ada.mintToken({ scopes: SCOPES, allIndexes: true, expiresAt });
    const pass = async () => app.advance(MINUTE);
    expect(await afterwards({ ...acting, token }, pass, 'updateUser', { name: 'bob' })).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('goes on only with the indexes that it is still for', async () => {
    const outcomes: Record<string, string> = {};
    for (const [mutation, input] of CHANGES.filter(([name]) => name.endsWith('PackageIndex'))) {
      const acting = await robot();
      const narrow = () => narrowedTo({ indexes: ['bob/dev'] })(acting);
      outcomes[mutation] = await afterwards(acting, narrow, mutation, input());
    }
    const acting = await robot();
    const narrow = () => narrowedTo({ indexes: ['bob/dev'] })(acting);
    const other = { path: 'bob/dev', description: `the ${count}th` };
    outcomes['updatePackageIndex of the other'] = await afterwards(
      acting,
      narrow,
      'updatePackageIndex',
      other,
    );
    expect(outcomes).toEqual({
      createPackageIndex: 'FORBIDDEN',
      updatePackageIndex: 'NOT_FOUND',
      deletePackageIndex: 'NOT_FOUND',
      'updatePackageIndex of the other': 'done',
    });
  });

  it('goes on when it was another one', async () => {
    const acting = await robot();
    const other = await robot();
    const revoke = () => other.ada.revoke(other.token);
    expect(await afterwards(acting, revoke, 'createUser', { name: 'late' })).toBe('done');
  });

  function narrowedTo(limits: object) {
    return ({ ada, token: { tokenId } }: Robot) => must(ada, 'narrowToken', { tokenId, ...limits });
  }
});

eachApp('a token whose upload is under way', (open) => {
  it('is refused, and leaves no row, when it was narrowed to others meanwhile', async () => {
    const app = await open();
    const alice = await app.person('alice');
    for (const path of ['alice/prod', 'alice/dev']) await alice.createIndex(path);
    const { blobs } = app.app.world;
    const putBytes = blobs.putBytes.bind(blobs);
    const outcomes: unknown[] = [];
    for (const limits of [
      { scopes: ['index:read'] },
      { indexes: ['alice/dev'] },
      { projects: ['other'] },
      { addresses: ['192.0.2.1'] },
    ]) {
      const scopes = ['index:read', 'index:upload'];
      const token = await alice.mintToken({ scopes, allIndexes: true });
      let hasHappened = false;
      blobs.putBytes = async (...given) => {
        await putBytes(...given);
        if (hasHappened) return;
        hasHappened = true;
        await change(alice, 'narrowToken', { tokenId: token.tokenId, ...limits });
      };
      const answer = await token.upload('alice/prod', makeWheel({ name: 'demo', version: '1.0' }));
      await answer.text();
      outcomes.push([answer.status, (await app.counts()).file]);
    }
    blobs.putBytes = putBytes;
    expect(outcomes).toEqual([
      [403, 0],
      [403, 0],
      [403, 0],
      [401, 0],
    ]);
  });
});

function codeOfSecond({ data, errors }: GraphQLAnswer): string {
  if (errors !== undefined) return errors[0]!.extensions.code;
  return (data as { second: { code?: string } }).second.code ?? 'done';
}
