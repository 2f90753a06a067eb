// Tokens as credentials of automation on the API: what a scope opens, what none opens, and that it is worth what its
// owner is worth at that moment. Each test begins with the name of the abuse or the defect that it keeps out. That
// every operation is asked, and every kind of change meanwhile, is in test/contract/walk.test.ts and
// test/domain/tokens/meanwhile.test.ts.

import { isInputObjectType } from 'graphql';
import { beforeAll, expect, it } from 'vitest';

import { SCOPES } from '../../server/domain/tokens/scope.ts';
import { schema } from '../../server/graphql/schema.ts';
import { whoIs } from '../domain/users/acts.ts';
import { ask, codeOf } from '../graphql/ask.ts';
import { change, codeOfChange } from '../graphql/change.ts';
import type { TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import type { Anonymous, Person, TokenHolder } from '../support/people.ts';

const EVERY_SCOPE = Object.keys(SCOPES);
const USERS = '{ users { nodes { name email groups { name } } } }';
const PASSWORD = 'kelp anvil tram dusk';

eachApp('a token with every scope of an admin', (open) => {
  let app: TestApp;
  let ada: Person;
  let mighty: TokenHolder;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    await app.person('amy', { role: 'ADMIN' });
    await app.person('bob');
    await change(ada, 'createUser', { name: 'robot', kind: 'SERVICE' });
    mighty = await ada.mintToken({ scopes: EVERY_SCOPE, allIndexes: true });
  });

  it('5.7.13: mints nothing, and gets at no password, session, group, role or other token', async () => {
    const { tokenId } = await ada.mintToken({ scopes: ['index:read'], allIndexes: true });
    const before = await app.counts();
    const attempts: [string, object][] = [
      ['createToken', { name: 'x', scopes: ['index:read'], allIndexes: true }],
      ['createToken', { name: 'x', scopes: ['index:read'], allIndexes: true, owner: 'robot' }],
      ['rotateToken', { tokenId: mighty.tokenId }],
      ['updateToken', { tokenId, name: 'mine' }],
      ['narrowToken', { tokenId, scopes: ['index:read'] }],
      ['revokeToken', { tokenId }],
      ['revokeTokens', { owner: 'bob' }],
      ['pauseToken', { tokenId }],
      ['resumeToken', { tokenId }],
      ['changePassword', { currentPassword: ada.password, newPassword: PASSWORD }],
      ['setServicePassword', { name: 'robot', password: PASSWORD }],
      ['resetPassword', { name: 'bob' }],
      ['renewSession', { password: ada.password }],
      ['endUserSessions', { name: 'bob' }],
      ['endSession', { sessionId: ada.bearer.split('_')[2] }],
      ['updateProfile', { email: 'mallory@evil.example' }],
      ['activateUser', { name: 'bob' }],
      ['deleteUser', { name: 'bob', confirmName: 'bob' }],
      ['createGroup', { name: 'x' }],
      ['addGroupMembers', { name: 'x', users: ['bob'] }],
    ];
    for (const [mutation, input] of attempts)
      expect([mutation, await codeOfChange(mighty, mutation, input)]).toEqual([mutation, 'FORBIDDEN']);
    expect(await codeOf(mighty, '{ viewer { sessions { totalCount } } }')).toBe('FORBIDDEN');
    expect(await app.counts()).toEqual(before);
  });

  it('5.7.14, X3: makes no admin and no way to sign in of what it may do to accounts', async () => {
    const attempts: [string, string, object, string][] = [
      ['a password', 'createUser', { name: 'eve', password: PASSWORD }, 'NOT_ALLOWED'],
      ['another admin', 'createUser', { name: 'eve', role: 'ADMIN' }, 'NOT_ALLOWED'],
      ['a role', 'updateUser', { name: 'bob', role: 'ADMIN' }, 'NOT_ALLOWED'],
      ['where links go', 'updateUser', { name: 'bob', email: 'mallory@evil.example' }, 'NOT_ALLOWED'],
      ['where links will go', 'createUser', { name: 'eve', email: 'mallory@evil.example' }, 'NOT_ALLOWED'],
      ['no address', 'updateUser', { name: 'bob', email: null }, 'NOT_ALLOWED'],
      ['an admin’s name', 'updateUser', { name: 'amy', displayName: 'Not Amy' }, 'NOT_ALLOWED'],
      ['another admin out', 'deactivateUser', { name: 'amy' }, 'NOT_ALLOWED'],
      ['its owner out', 'deactivateUser', { name: 'ada' }, 'OWN_ACCOUNT'],
      ['nobody out', 'deactivateUser', { name: 'nobody' }, 'NOT_FOUND'],
    ];
    const before = await app.counts();
    for (const [what, mutation, input, code] of attempts)
      expect([what, await codeOfChange(mighty, mutation, input)]).toEqual([what, code]);
    expect(await app.counts()).toEqual(before);
    expect((await change(mighty, 'createUser', { name: 'eve', role: 'MEMBER' })).message).toBe(
      'Roles are for sessions only: leave the role out, or sign in and use a session.',
    );
  });

  it('X3: makes members without a link, so that nobody signs in as them before an admin says so', async () => {
    const made = await change(
      mighty,
      'createUser',
      { name: 'eve', displayName: 'Eve' },
      'link: setupLink emailSent user { role kind email }',
    );
    expect(made).toEqual({
      __typename: 'CreateUserPayload',
      link: null,
      emailSent: false,
      user: { role: 'MEMBER', kind: 'HUMAN', email: null },
    });
    const { readDb } = app.app.world;
    expect([
      await readDb.oneTimeLink.count(),
      await readDb.password.count({ where: { user: { name: 'eve' } } }),
    ]).toEqual([0, 0]);
    const [event] = await readDb.auditEvent.findMany({
      where: { action: 'user.created', subjectName: 'eve' },
    });
    expect(event).toMatchObject({ actorName: 'ada', credentialKind: 'token', credentialId: mighty.tokenId });
  });

  it('renames, and puts out of work, who is no admin', async () => {
    expect(await codeOfChange(mighty, 'createUser', { name: 'ci', kind: 'SERVICE' })).toBeNull();
    const named = await change(
      mighty,
      'updateUser',
      { name: 'bob', displayName: 'Bob B.' },
      'user { displayName }',
    );
    expect(named.user).toEqual({ displayName: 'Bob B.' });
    const out = await change(mighty, 'deactivateUser', { name: 'bob' }, 'user { deactivatedBy { name } }');
    expect(out.user).toEqual({ deactivatedBy: { name: 'ada' } });
  });
});

eachApp('a scope', (open) => {
  let app: TestApp;
  let amy: Person;
  let bob: Person;

  beforeAll(async () => {
    app = await open();
    amy = await app.person('amy', { role: 'ADMIN' });
    bob = await app.person('bob');
    await bob.createIndex('bob/prod');
    await bob.createIndex('bob/dev');
    await bob.withPassword.upload('bob/prod', makeWheel({ name: 'demo', version: '1.0' }));
  });

  it('5.7.15: that one does not hold is refused by name, and nothing is written', async () => {
    const before = await app.counts();
    const attempts: [object, string, RegExp][] = [
      [
        { scopes: ['index:read', 'users:write', 'users:read'], allIndexes: true },
        'NOT_ALLOWED',
        /users:read and users:write/,
      ],
      [{ scopes: ['admin:*'], allIndexes: true }, 'INVALID_SCOPE', /"admin:\*" is not a scope/],
      [{ scopes: ['index:read'], allIndexes: true, owner: 'amy' }, 'NOT_ALLOWED', /Only an admin/],
    ];
    for (const [input, code, message] of attempts) {
      const refused = await change(bob, 'createToken', { name: 'too much', ...input }, '__typename');
      expect([refused.code, message.test(refused.message ?? '')]).toEqual([code, true]);
    }
    expect(await app.counts()).toEqual(before);
  });

  it('5.7.8: that was had as an admin is worth nothing at the very next request, also while it is remembered', async () => {
    const ada = await app.person('ada', { role: 'ADMIN' });
    const token = await ada.mintToken({ scopes: EVERY_SCOPE, allIndexes: true });
    const indexes = '{ packageIndexes { totalCount } }';
    expect([await codeOf(token, USERS), await codeOf(token, USERS)]).toEqual([null, null]);
    expect(await ask(token, indexes)).toEqual({ totalCount: 2 });
    await change(amy, 'updateUser', { name: 'ada', role: 'MEMBER' });
    expect([
      await codeOf(token, USERS),
      await codeOfChange(token, 'createUser', { name: 'late' }),
      await ask(token, indexes),
    ]).toEqual(['FORBIDDEN', 'FORBIDDEN', { totalCount: 0 }]);
    await change(amy, 'updateUser', { name: 'ada', role: 'ADMIN' });
    expect(await codeOf(token, USERS)).toBeNull();
  });

  it('5.7.9, 5.7.10: rests while its owner is deactivated; what was revoked meanwhile stays dead', async () => {
    const carol = await app.person('carol');
    await carol.createIndex('carol/prod');
    const scopes = ['index:read', 'indexes:read', 'audit:read'];
    const [kept, dropped] = [
      await carol.mintToken({ scopes, allIndexes: true }),
      await carol.mintToken({ scopes, allIndexes: true }),
    ];
    const told = async (token: TokenHolder) => [
      await whoIs(token),
      (await token.get('/carol/prod/simple/')).status,
    ];
    const alive = ['carol', 200];
    const dead = ['UNAUTHENTICATED', 401];
    expect([await told(kept), await told(dropped)]).toEqual([alive, alive]);
    await change(amy, 'deactivateUser', { name: 'carol' });
    expect([await told(kept), await told(dropped)]).toEqual([dead, dead]);
    await change(amy, 'revokeToken', { tokenId: dropped.tokenId });
    await change(amy, 'activateUser', { name: 'carol' });
    expect([await told(kept), await told(dropped)]).toEqual([alive, dead]);
  });

  it('5.7.4: for one index neither shows nor changes another, in the words for one that is not there', async () => {
    const scopes = ['indexes:read', 'indexes:write', 'indexes:delete'];
    const token = await bob.mintToken({ scopes, indexes: ['bob/prod'] });
    expect(await ask(token, '{ packageIndexes { totalCount nodes { path } } }')).toEqual({
      totalCount: 1,
      nodes: [{ path: 'bob/prod' }],
    });
    expect(await ask(token, '{ packageIndex(path: "bob/dev") { path } }')).toBeNull();
    for (const path of ['bob/dev', 'bob/none']) {
      const deletion = { path, confirmPath: path, expectedFiles: 0 };
      const [changed, deleted] = [
        await change(token, 'updatePackageIndex', { path, readers: [':anonymous:'] }),
        await change(token, 'deletePackageIndex', deletion),
      ];
      const message = `There is no package index "${path}".`;
      expect([changed, deleted]).toEqual(
        Array(2).fill({ __typename: 'NotFoundError', code: 'NOT_FOUND', message, path: ['path'] }),
      );
    }
    expect(await codeOfChange(token, 'createPackageIndex', { path: 'bob/more' })).toBe('FORBIDDEN');
    expect(await ask(token, '{ viewer { canCreateIndexes canCreateUsers } }')).toEqual({
      canCreateIndexes: false,
      canCreateUsers: false,
    });
    expect(
      await codeOfChange(token, 'updatePackageIndex', { path: 'bob/prod', description: 'New.' }),
    ).toBeNull();
  });

  it('5.7.2: to install or to upload shows nothing of an index through the API, and one to look installs nothing', async () => {
    const page = '/bob/prod/simple/demo/';
    const contents =
      '{ packageIndex(path: "bob/prod") { readers { name } projects { totalCount } viewerCanRead } }';
    const seen = async (scopes: string[]) => {
      const token = await bob.mintToken({ scopes, indexes: ['bob/prod'] });
      const refusal = await codeOf(token, contents);
      return [(await token.get(page)).status, refusal ?? (await ask<object>(token, contents))];
    };
    const packageIndex = { readers: [{ name: 'bob' }], projects: { totalCount: 1 } };
    expect({
      'index:read': await seen(['index:read']),
      'index:upload': await seen(['index:upload']),
      'indexes:read': await seen(['indexes:read']),
      both: await seen(['index:read', 'indexes:read']),
    }).toEqual({
      'index:read': [200, 'FORBIDDEN'],
      'index:upload': [403, 'FORBIDDEN'],
      'indexes:read': [403, { ...packageIndex, viewerCanRead: false }],
      both: [200, { ...packageIndex, viewerCanRead: true }],
    });
  });

  it('for users shows addresses and groups, and no other scope does', async () => {
    const address = '{ packageIndex(path: "bob/prod") { owner { name email groups { name } } } }';
    const token = (scopes: string[]) => amy.mintToken({ scopes, allIndexes: true });
    await change(amy, 'createGroup', { name: 'staff' });
    await change(amy, 'addGroupMembers', { name: 'staff', users: ['bob'] });
    const told = async (by: Anonymous) => (await ask<{ owner: object }>(by, address)).owner;
    expect(await told(await token(['indexes:read']))).toEqual({ name: 'bob', email: null, groups: [] });
    expect(await told(await token(['indexes:read', 'users:read']))).toEqual({
      name: 'bob',
      email: 'bob@people.example',
      groups: [{ name: 'staff' }],
    });
  });

  it('for the trail shows what its owner sees, with the addresses that its owner sees', async () => {
    const trail = '{ auditEvents { totalCount nodes { action actor address } } }';
    for (const person of [amy, bob]) {
      const token = await person.mintToken({ scopes: ['audit:read'] });
      expect([person.name, await ask(token, trail)]).toEqual([person.name, await ask(person, trail)]);
    }
    const bound = await bob.mintToken({
      scopes: ['audit:read', 'index:read'],
      allIndexes: true,
      projects: ['demo'],
    });
    expect(await codeOf(bound, trail)).toBe('FORBIDDEN');
  });

  it('X10: is asked of every index that an operation touches: those that touch two are known, and tested', () => {
    const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
    const fields = inputs.flatMap((type) =>
      Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
    );
    const ofOne = /\.(path|confirmPath|packageIndex)$/;
    expect(
      fields
        .filter((field) => /\.(\w*path|\w*index|base\w*|mirror|source\w*|target\w*|from|to)$/i.test(field))
        .filter((field) => !ofOne.test(field))
        .sort(),
    ).toEqual([
      // test/graphql/package-index-bases.test.ts
      'CreatePackageIndexInput.bases',
      // Settings of the one index.
      'CreatePackageIndexInput.mirror',
      // test/graphql/package-index-names.test.ts
      'GrantUpstreamInput.mirror',
      // test/domain/packages/promotion.test.ts
      'PromoteReleaseInput.from',
      'PromoteReleaseInput.to',
      'RevokeUpstreamGrantInput.mirror',
      'UpdatePackageIndexInput.bases',
      'UpdatePackageIndexInput.mirror',
    ]);
  });
});
