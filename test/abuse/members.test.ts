// What a member tries against others: to be more than a member, and to learn what others have. Each test begins with the
// name of the abuse or the defect that it keeps out.

import { beforeAll, expect, it } from 'vitest';

import { whoIs } from '../domain/users/acts.ts';
import { codeOfChange } from '../graphql/change.ts';
import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import type { Person } from '../support/people.ts';

const READING = { scopes: ['index:read'], indexes: ['alice/prod'] };
const EVERYTHING = { scopes: ['index:read', 'index:upload'], allIndexes: true };

eachApp('a member', (open) => {
  let app: TestApp;
  let alice: Person;
  let bob: Person;

  beforeAll(async () => {
    app = await open();
    await app.person('ada', { role: 'ADMIN' });
    [alice, bob] = [await app.person('alice'), await app.person('bob')];
    await alice.createIndex('alice/prod');
  });

  it('5.7.15: who asks for an admin’s scope or a token of another is refused, and nothing is written', async () => {
    const before = await app.counts();
    const token = { name: 'more', ...EVERYTHING };
    expect([
      await codeOfChange(bob, 'createToken', { ...token, scopes: ['admin:*'] }),
      await codeOfChange(bob, 'createToken', { ...token, scopes: ['index:read', 'users:read'] }),
      await codeOfChange(bob, 'createToken', { ...token, owner: 'alice' }),
      await codeOfChange(bob, 'createToken', { ...token, ownerId: 'alice' }),
      await codeOfChange(bob, 'createUser', { name: 'eve', role: 'ADMIN' }),
      await codeOfChange(bob, 'updateUser', { name: 'bob', role: 'ADMIN' }),
      await codeOfChange(bob, 'updateProfile', { role: 'ADMIN' }),
    ]).toEqual([
      'INVALID_SCOPE',
      'NOT_ALLOWED',
      'NOT_ALLOWED',
      'BAD_USER_INPUT',
      'FORBIDDEN',
      'FORBIDDEN',
      'BAD_USER_INPUT',
    ]);
    expect(await app.counts()).toEqual(before);
  });

  /** The whole answer, as bob gets it, and what it took; the names that bob put in are made alike. */
  async function answerTo(call: (word: string) => string, word: string) {
    const body = JSON.stringify({ query: call(word) });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${bob.bearer}` };
    app.takeStatements();
    const response = await app.nobody.request('/graphql', { method: 'POST', body, headers });
    const text = (await response.text()).replaceAll(word, 'THIS').replace(/"requestId":"[^"]*"/, '');
    const told = [...response.headers].filter(
      ([name]) => !['date', 'x-request-id', 'content-length'].includes(name),
    );
    // When a session was seen is written once a minute, whatever is asked.
    const isOfSession = /UPDATE .*Session|^(BEGIN|COMMIT)/;
    const statements = app.takeStatements().filter((sql) => !isOfSession.test(sql));
    return { status: response.status, told, text, statements };
  }

  it('5.7.17: hears the same of another’s session or token as of none, and it takes the same steps', async () => {
    const unknown = '0123456789ABCDEFGHIJKL';
    const token = await alice.mintToken(READING);
    const refused = '{ __typename ... on UserError { code message path } }';
    const change =
      (name: string, input = '') =>
      (id: string) =>
        `mutation { ${name}(input: { tokenId: "${id}" ${input} }) ${refused} }`;
    const calls: [string, (id: string) => string][] = [
      [
        alice.bearer.split('_')[2]!,
        (id) => `mutation { endSession(input: { sessionId: "${id}" }) ${refused} }`,
      ],
      [token.tokenId, change('revokeToken')],
      [token.tokenId, change('rotateToken')],
      [token.tokenId, change('updateToken', 'name: "mine"')],
      [token.tokenId, change('narrowToken', 'scopes: ["index:read"]')],
      [token.tokenId, (id) => `{ token(tokenId: "${id}") { name } }`],
    ];
    for (const [foreign, call] of calls) {
      // The first call of all reads what is remembered afterwards.
      await answerTo(call, unknown);
      const answer = await answerTo(call, foreign);
      expect(answer).toEqual(await answerTo(call, unknown));
      expect(answer.text).toMatch(/"NOT_FOUND"|\{"token":null\}/);
    }
    expect([await whoIs(alice), await whoIs(token)]).toEqual(['alice', 'alice']);
  });

  it.each<[string, (name: string) => string]>([
    ['looking a user up', (name) => `{ user(name: "${name}") { name } }`],
    [
      'changing a user',
      (name) => `mutation { updateUser(input: { name: "${name}", role: ADMIN }) { __typename } }`,
    ],
    [
      'deactivating a user',
      (name) => `mutation { deactivateUser(input: { name: "${name}" }) { __typename } }`,
    ],
    [
      'deleting a user',
      (name) => `mutation { deleteUser(input: { name: "${name}", confirmName: "${name}" }) { __typename } }`,
    ],
    [
      'asking for another’s link',
      (name) => `mutation { resetPassword(input: { name: "${name}" }) { __typename } }`,
    ],
    [
      'ending a user’s sessions',
      (name) => `mutation { endUserSessions(input: { name: "${name}" }) { __typename } }`,
    ],
    [
      'minting for another',
      (name) =>
        `mutation { createToken(input: { name: "t", scopes: ["index:read"], allIndexes: true, owner: "${name}" }) { ... on UserError { code message path } } }`,
    ],
    [
      'making an index below another’s name',
      (name) =>
        `mutation { createPackageIndex(input: { path: "${name}/new" }) { ... on UserError { code message path } } }`,
    ],
    ['opening another’s index', (name) => `{ packageIndex(path: "${name}/prod") { path } }`],
  ])('X14: does not learn who has an account by %s', async (_, call) => {
    // What is cached after the first call is no difference between the two.
    await answerTo(call, 'carol');
    expect(await answerTo(call, 'alice')).toEqual(await answerTo(call, 'nobody'));
  });
});
