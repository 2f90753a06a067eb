// What somebody does who wants more than is theirs: with a token against accounts, or after an admin put them out. What
// a member tries against others is in members.test.ts. Each test begins with the name of the abuse or the defect that it
// keeps out.

import type { GraphQLUnionType } from 'graphql';
import { beforeAll, expect, it } from 'vitest';

import { flushRefusedCredentials } from '../../server/domain/audit/refused-credentials.ts';
import { PERMISSIONS, type Permission } from '../../server/domain/permissions.ts';
import { formatCredential } from '../../server/domain/tokens/secret.ts';
import { schema } from '../../server/graphql/schema.ts';
import { trySignIn, whoIs } from '../domain/users/acts.ts';
import { ask, codeOf } from '../graphql/ask.ts';
import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import { holder, signedIn, type Anonymous, type Person, type TokenHolder } from '../support/people.ts';

const PASSWORD = 'kelp anvil tram dusk';
const READING = { scopes: ['index:read'], indexes: ['alice/prod'] };
const EVERYTHING = { scopes: ['index:read', 'index:upload'], allIndexes: true };

/** Everything that changes an account, a password, a session, a group or a token, as somebody would try it on bob. */
const ACCOUNT_CHANGES: Record<string, object | null> = {
  createUser: { name: 'eve', role: 'ADMIN', password: PASSWORD },
  updateUser: { name: 'bob', role: 'ADMIN' },
  deactivateUser: { name: 'bob' },
  activateUser: { name: 'bob' },
  deleteUser: { name: 'bob', confirmName: 'bob' },
  resetPassword: { name: 'bob' },
  setServicePassword: { name: 'bob', password: PASSWORD },
  changePassword: { currentPassword: 'the password of ada', newPassword: PASSWORD },
  updateProfile: { email: 'eve@people.example' },
  renewSession: { password: 'the password of ada' },
  endSession: { sessionId: '0123456789ABCDEFGHIJKL' },
  endAllSessions: {},
  endUserSessions: { name: 'bob' },
  signOut: null,
  createGroup: { name: 'everybody' },
  updateGroup: { name: 'staff', description: 'mine' },
  addGroupMembers: { name: 'staff', users: ['bob'] },
  removeGroupMembers: { name: 'staff', users: ['alice'] },
  deleteGroup: { name: 'staff' },
  createToken: { name: 'one more', ...EVERYTHING },
  rotateToken: { tokenId: '0123456789ABCDEFGHIJKL' },
  updateToken: { tokenId: '0123456789ABCDEFGHIJKL', name: 'mine' },
  narrowToken: { tokenId: '0123456789ABCDEFGHIJKL', projects: [] },
  pauseToken: { tokenId: '0123456789ABCDEFGHIJKL' },
  resumeToken: { tokenId: '0123456789ABCDEFGHIJKL' },
  revokeToken: { tokenId: '0123456789ABCDEFGHIJKL' },
  revokeTokens: { owner: 'ada' },
};

/** The code of the refusal, at the top or in the mutation's own result; `done` where there is none. */
async function attempt(who: Anonymous, mutation: string, input: object | null): Promise<string> {
  const word = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`;
  const canRefuse = (schema.getType(`${word}Result`) as GraphQLUnionType).getTypes().length > 1;
  const selection = canRefuse ? '{ __typename ... on UserError { code } }' : '{ __typename }';
  const answer = await who.graphql(
    input === null
      ? `mutation { ${mutation} ${selection} }`
      : `mutation ($input: ${word}Input!) { ${mutation}(input: $input) ${selection} }`,
    { input },
  );
  const result = (answer.data as Record<string, { code?: string }> | null)?.[mutation];
  return answer.errors?.[0]?.extensions.code ?? result?.code ?? 'done';
}

/** By mutation, those that were answered in another way than with FORBIDDEN. */
async function letThrough(who: Anonymous): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const [mutation, input] of Object.entries(ACCOUNT_CHANGES)) {
    const code = await attempt(who, mutation, input);
    if (code !== 'FORBIDDEN') answers[mutation] = code;
  }
  return answers;
}

const mutations = Object.values(schema.getMutationType()!.getFields()).map(({ name, extensions }) => ({
  name,
  ...PERMISSIONS[extensions.permission as Permission],
}));

eachApp('with a token', (open) => {
  let app: TestApp;
  let ada: Person;
  let alice: Person;
  let ofAda: TokenHolder;
  let ofAlice: TokenHolder;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    alice = await app.person('alice');
    await app.person('bob');
    await alice.createIndex('alice/prod');
    await attempt(ada, 'createGroup', { name: 'staff' });
    await attempt(ada, 'addGroupMembers', { name: 'staff', users: ['alice'] });
    ofAda = await ada.mintToken({ name: 'leaked', ...EVERYTHING });
    ofAlice = await alice.mintToken({ name: 'laptop', ...EVERYTHING });
  });

  /** All that an admin and the owner can see of accounts, groups, sessions and tokens. */
  const everything = async () => [
    await app.counts(),
    await ask(
      ada,
      `{ users { nodes { name role email displayName deactivatedAt groups { name description } } } }`,
    ),
    await ask(ada, '{ tokens { nodes { tokenId name state } } }'),
    await ask(alice, '{ tokens { nodes { tokenId name state } } }'),
    [await whoIs(ada), await whoIs(alice)],
  ];

  it('5.7.13: nobody mints a token, makes a user, sets a password or looks at sessions', async () => {
    const before = await everything();
    expect(await letThrough(ofAlice)).toEqual({});
    for (const question of [
      '{ viewer { sessions(first: 1) { totalCount } } }',
      '{ users { totalCount } }',
      '{ auditEvents { totalCount } }',
    ])
      expect([question, await codeOf(ofAlice, question)]).toEqual([question, 'FORBIDDEN']);
    expect(await everything()).toEqual(before);
  });

  it('5.7.13: no mutation of the schema is open but with its scope, or to what shows a password, a link or a token', () => {
    const openToTokens = mutations.filter(({ token }) => token !== null);
    expect(openToTokens.map(({ name, token }) => [name, token])).toEqual([
      ['applyMirrorRetention', 'index:delete'],
      ['applyRetention', 'index:delete'],
      ['createPackageIndex', 'indexes:write'],
      ['createUser', 'users:write'],
      ['deactivateUser', 'users:write'],
      ['deleteFile', 'index:delete'],
      ['deletePackageIndex', 'indexes:delete'],
      ['deleteProject', 'index:delete'],
      ['deleteRelease', 'index:delete'],
      ['grantUpstream', 'indexes:write'],
      ['promoteRelease', 'index:upload'],
      ['redeemLink', 'self'],
      ['refreshMirror', 'index:refresh'],
      ['reportLeakedToken', 'self'],
      ['reserveName', 'indexes:write'],
      ['revokeOwnToken', 'self'],
      ['revokeUpstreamGrant', 'indexes:write'],
      ['setProjectStatus', 'index:yank'],
      ['signIn', 'self'],
      ['unpinOrigin', 'indexes:write'],
      ['unreserveName', 'indexes:write'],
      ['unyankFile', 'index:yank'],
      ['unyankRelease', 'index:yank'],
      ['updatePackageIndex', 'indexes:write'],
      ['updateUser', 'users:write'],
      ['yankFile', 'index:yank'],
      ['yankRelease', 'index:yank'],
    ]);
  });

  it('5.7.14: not even an admin does what only admins may do', async () => {
    // What is about indexes has tests of its own.
    const forAdmins = mutations.filter(({ name, session }) => session === 'ADMIN' && name !== 'releaseName');
    expect(forAdmins.length).toBeGreaterThan(10);
    for (const { name } of forAdmins)
      expect([name, await attempt(ofAda, name, ACCOUNT_CHANGES[name]!)]).toEqual([name, 'FORBIDDEN']);
  });

  it('X3: an admin’s token does nothing to accounts, passwords, sessions or tokens', async () => {
    const before = await everything();
    expect(await letThrough(ofAda)).toEqual({});
    expect(await everything()).toEqual(before);
    // Nor is it a password.
    for (const name of ['ada', '__token__'])
      expect(await trySignIn(app, name, ofAda.plaintext)).toMatchObject({ code: 'SIGN_IN_FAILED' });
  });

  it('5.7.25: a right id with a wrong secret is 401, one event that names the token, and the owner goes on', async () => {
    const { tokenId } = ofAlice;
    const guess = holder(app.url, formatCredential({ kind: 'pat', id: tokenId, secret: 'A'.repeat(43) }));
    const statuses = new Set<number>();
    for (let round = 0; round < 100; round += 1)
      statuses.add((await guess.get('/alice/prod/simple/')).status);
    expect(statuses).toEqual(new Set([401]));
    expect((await ofAlice.get('/alice/prod/simple/')).status).toBe(200);
    const { world } = app.app;
    await flushRefusedCredentials(world);
    const where = { action: 'credential.refused', credentialId: tokenId, detail: { contains: 'UNAUTH' } };
    const events = await world.readDb.auditEvent.findMany({ where });
    const times = events.map(({ detail }) => (JSON.parse(detail) as { times: number }).times);
    // Two when the minute turned meanwhile.
    expect(times.length).toBeLessThanOrEqual(2);
    expect(times.reduce((sum, each) => sum + each, 0)).toBe(100);
    expect(JSON.stringify(events.map((event) => ({ ...event, serial: null })))).not.toContain('AAAAAAAA');
  });
});

eachApp('a deactivated user', (open) => {
  it('5.7.9: is out with every token, session, password and open subscription', async () => {
    const app = await open();
    const [ada, alice] = [await app.person('ada', { role: 'ADMIN' }), await app.person('alice')];
    await alice.createIndex('alice/prod');
    const token = await alice.mintToken(READING);
    const laptop = await signedIn(app.url, 'alice', alice.password);
    const listening = await listenAs(app, laptop);
    const page = (who: Anonymous) => who.get('/alice/prod/simple/').then(({ status }) => status);
    expect([await page(token), await page(alice.withPassword), await whoIs(alice)]).toEqual([
      200,
      200,
      'alice',
    ]);

    expect(await attempt(ada, 'deactivateUser', { name: 'alice' })).toBe('done');
    const endedAt = performance.now();
    expect([await page(token), await page(alice.withPassword)]).toEqual([401, 401]);
    expect([await whoIs(token), await whoIs(alice), await whoIs(laptop)]).toEqual(
      Array(3).fill('UNAUTHENTICATED'),
    );
    expect(await trySignIn(app, 'alice', alice.password)).toMatchObject({ code: 'SIGN_IN_FAILED' });
    await listening.ended;
    expect(performance.now() - endedAt).toBeLessThan(1_000);
  });

  it('5.7.10: comes back without the tokens that were revoked meanwhile, and without the sessions', async () => {
    const app = await open();
    const [ada, alice] = [await app.person('ada', { role: 'ADMIN' }), await app.person('alice')];
    await alice.createIndex('alice/prod');
    const [kept, lost] = [await alice.mintToken(READING), await alice.mintToken(READING)];
    await attempt(ada, 'deactivateUser', { name: 'alice' });
    await ada.revoke(lost);
    expect(await attempt(ada, 'activateUser', { name: 'alice' })).toBe('done');
    const statuses = [kept, lost].map(async (token) => (await token.get('/alice/prod/simple/')).status);
    expect(await Promise.all(statuses)).toEqual([200, 401]);
    expect([await whoIs(alice), await whoIs(lost)]).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
  });
});

/** Somebody with a page open, who is told when the server ends it. */
async function listenAs(app: TestApp, { bearer }: Person): Promise<{ ended: Promise<void> }> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      authorization: `Bearer ${bearer}`,
    },
    body: JSON.stringify({ query: 'subscription { viewerChanged { name } }' }),
  });
  const reader = response.body!.getReader();
  await reader.read();
  const untilItEnds = async () => {
    while (!(await reader.read()).done);
  };
  return { ended: untilItEnds() };
}
