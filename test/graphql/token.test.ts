// Tokens: minting, listing and revoking them through the API, and what of them nobody can read.

import { beforeAll, describe, expect, it } from 'vitest';

import { schema } from '../../server/graphql/schema.ts';
import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import { holder, signedIn, type Person } from '../support/people.ts';
import { ask } from './ask.ts';

const CREATE = `mutation ($input: CreateTokenInput!) {
  createToken(input: $input) {
    __typename
    ... on CreateTokenPayload {
      plaintext serial
      token { tokenId name kind owner { name } scopes allIndexes indexes { path } allProjects projects state notBefore revokedAt revokeReason createdAt expiresAt }
    }
    ... on UserError { message code path }
  }
}`;

const REVOKE = `mutation ($input: RevokeTokenInput!) {
  revokeToken(input: $input) {
    __typename
    ... on RevokeTokenPayload { serial token { tokenId state revokeReason } }
    ... on UserError { message code path }
  }
}`;

const LIST = '{ tokens(first: 100) { totalCount nodes { tokenId name state owner { name } } } }';
const DAY = 24 * 60 * 60 * 1000;

interface Minted {
  readonly plaintext: string;
  readonly token: { readonly createdAt: string; readonly expiresAt: string };
}

interface Listed {
  readonly tokenId: string;
  readonly name: string;
  readonly state: string;
}

describe('the text of a token', () => {
  it('has one place in the whole schema', () => {
    const suspects = Object.values(schema.getTypeMap()).flatMap((type) =>
      'getFields' in type && !type.name.startsWith('__')
        ? Object.keys(type.getFields())
            .filter((field) => /plaintext|secret|hash|seal|bearer|salt/i.test(field))
            .map((field) => `${type.name}.${field}`)
        : [],
    );
    expect(suspects.sort()).toEqual([
      'ChangePasswordPayload.bearer',
      'CreateTokenPayload.plaintext',
      // Of a distribution’s bytes.
      'File.hashes',
      'RedeemLinkInput.secret',
      'RedeemLinkPayload.bearer',
      'RenewSessionPayload.bearer',
      'RotateTokenPayload.plaintext',
      'SignInPayload.bearer',
    ]);
  });
});

eachApp('a token', (open) => {
  let app: TestApp;
  let ada: Person;
  let alice: Person;
  let bert: Person;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    alice = await app.person('alice');
    bert = await app.person('bert');
    await alice.createIndex('alice/dev', { readers: ['alice', 'bert'] });
    await bert.createIndex('bert/own');
  });

  it('is minted with what was asked for, and its text is told once', async () => {
    const { plaintext, token } = await ask<Minted>(alice, CREATE, {
      input: {
        name: 'laptop',
        scopes: ['index:upload', 'index:read'],
        indexes: ['alice/dev'],
        projects: ['My.Tool', 'lib*'],
      },
    });
    expect(token).toEqual({
      tokenId: plaintext.split('_')[2],
      name: 'laptop',
      kind: 'PAT',
      owner: { name: 'alice' },
      scopes: ['index:read', 'index:upload'],
      allIndexes: false,
      indexes: [{ path: 'alice/dev' }],
      allProjects: false,
      projects: ['lib*', 'my-tool'],
      state: 'ACTIVE',
      notBefore: null,
      revokedAt: null,
      revokeReason: null,
      createdAt: expect.any(String) as string,
      expiresAt: expect.any(String) as string,
    });
    expect(Date.parse(token.expiresAt) - Date.parse(token.createdAt)).toBeCloseTo(30 * DAY, -4);
    expect(plaintext).toMatch(/^wh_pat_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}$/);
    expect(JSON.stringify(await alice.graphql(LIST))).not.toContain(plaintext.split('_')[3]);
  });

  it('names everything it reaches by "all", and its kind in its text', async () => {
    const { plaintext, token } = await ask<Minted>(alice, CREATE, {
      input: { name: 'everywhere', scopes: ['index:read'], allIndexes: true, kind: 'CI' },
    });
    expect(plaintext).toMatch(/^wh_ci_/);
    expect(token).toMatchObject({
      kind: 'CI',
      allIndexes: true,
      indexes: [],
      allProjects: true,
      projects: [],
    });
  });

  it.each([
    [{ scopes: ['index:polish'] }, 'InvalidInputError', 'INVALID_SCOPE', 'scopes'],
    [{ scopes: [] }, 'InvalidInputError', 'INVALID_SCOPE', 'scopes'],
    [{ name: ' ' }, 'InvalidInputError', 'INVALID_NAME', 'name'],
    [{ name: 'Laptop' }, 'NameTakenError', 'NAME_TAKEN', 'name'],
    [{ indexes: [] }, 'InvalidInputError', 'INVALID_INPUT', 'indexes'],
    [{ indexes: ['bert/own'] }, 'NotFoundError', 'NOT_FOUND', 'indexes'],
    [{ projects: ['no project!'] }, 'InvalidInputError', 'INVALID_PATTERN', 'projects'],
    [{ expiresAt: '2001-01-01T00:00:00Z' }, 'InvalidInputError', 'INVALID_EXPIRY', 'expiresAt'],
    [{ owner: 'bert' }, 'NotAllowedError', 'NOT_ALLOWED', 'owner'],
    [{ kind: 'REP' }, 'InvalidInputError', 'INVALID_INPUT', 'kind'],
  ])('is refused as %o, and none is minted', async (changes, type, code, field) => {
    const before = await app.counts();
    const input = { name: 'refused', scopes: ['index:read'], indexes: ['alice/dev'], ...changes };
    expect(await ask(alice, CREATE, { input })).toMatchObject({ __typename: type, code, path: [field] });
    expect(await app.counts()).toEqual(before);
  });

  it('is listed to its owner alone, the newest first', async () => {
    await bert.mintToken({ name: 'bert’s', scopes: ['index:read'], indexes: ['bert/own'] });
    expect(await listed(alice)).toEqual([
      { name: 'everywhere', state: 'ACTIVE' },
      { name: 'laptop', state: 'ACTIVE' },
    ]);
    expect(await listed(bert)).toEqual([{ name: 'bert’s', state: 'ACTIVE' }]);
    expect(await listed(ada)).toEqual([]);
  });

  it('is shown to the owner of an index it is bound to, without the other indexes it is bound to', async () => {
    await bert.mintToken({ name: 'both', scopes: ['index:read'], indexes: ['alice/dev', 'bert/own'] });
    const document =
      '{ packageIndex(path: "alice/dev") { tokens { totalCount nodes { name owner { name } indexes { path } } } } }';
    const tokensSeenBy = async (person: Person) => (await ask<{ tokens: unknown }>(person, document)).tokens;
    expect(await tokensSeenBy(alice)).toEqual({
      totalCount: 2,
      nodes: [
        { name: 'both', owner: { name: 'bert' }, indexes: [{ path: 'alice/dev' }] },
        { name: 'laptop', owner: { name: 'alice' }, indexes: [{ path: 'alice/dev' }] },
      ],
    });
    expect(await tokensSeenBy(bert)).toEqual({
      totalCount: 1,
      nodes: [
        { name: 'both', owner: { name: 'bert' }, indexes: [{ path: 'alice/dev' }, { path: 'bert/own' }] },
      ],
    });
  });

  it('passes through its states as time goes by', async () => {
    const { tokenId } = await alice.mintToken({
      name: 'timed',
      scopes: ['index:read'],
      indexes: ['alice/dev'],
      notBefore: new Date(Date.now() + DAY / 24).toISOString(),
      expiresAt: new Date(Date.now() + DAY / 12).toISOString(),
    });
    const states: string[] = [];
    for (let hour = 0; hour < 3; hour += 1) {
      const { nodes } = await ask<{ nodes: Listed[] }>(alice, LIST);
      states.push(nodes.find((token) => token.tokenId === tokenId)!.state);
      app.advance(DAY / 24);
    }
    expect(states).toEqual(['PENDING', 'ACTIVE', 'EXPIRED']);
  });

  it('is revoked by its owner for good, and revoking it again changes nothing', async () => {
    const { tokenId } = await alice.mintToken({
      name: 'lost',
      scopes: ['index:read'],
      indexes: ['alice/dev'],
    });
    const first = await ask(alice, REVOKE, { input: { tokenId } });
    const again = await ask(alice, REVOKE, { input: { tokenId } });
    expect(first).toMatchObject({
      token: { tokenId, state: 'REVOKED', revokeReason: 'OWNER' },
    });
    expect(again).toEqual(first);
  });

  it('is revoked by an admin, who is named as the reason', async () => {
    const { tokenId } = await alice.mintToken({
      name: 'leaked',
      scopes: ['index:read'],
      indexes: ['alice/dev'],
    });
    expect(await ask(ada, REVOKE, { input: { tokenId } })).toMatchObject({
      token: { tokenId, state: 'REVOKED', revokeReason: 'ADMIN' },
    });
  });

  it('of another is not found in the words of one that does not exist, and goes on working', async () => {
    const token = await alice.mintToken({ name: 'alice’s', scopes: ['index:read'], indexes: ['alice/dev'] });
    const unknown = '0123456789012345678901';
    const attempt = async (tokenId: string) =>
      JSON.stringify((await bert.graphql(REVOKE, { input: { tokenId } })).data).replaceAll(tokenId, 'ID');
    expect(await attempt(token.tokenId)).toBe(await attempt(unknown));
    expect(await attempt(unknown)).toContain('NotFoundError');
    expect((await token.graphql('{ viewer { name } }')).data).toEqual({ viewer: { name: 'alice' } });
  });

  it('stops opening the API with its revocation', async () => {
    const token = await alice.mintToken({
      name: 'short-lived',
      scopes: ['index:read'],
      indexes: ['alice/dev'],
    });
    expect((await token.graphql('{ viewer { credential } }')).data).toEqual({
      viewer: { credential: 'TOKEN' },
    });
    await alice.revoke(token);
    const { status, errors } = await token.graphql('{ viewer { credential } }');
    expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('is minted by an admin for a member, and not for another admin', async () => {
    await app.person('grace', { role: 'ADMIN' });
    const input = { name: 'from ada', scopes: ['index:read'], allIndexes: true };
    // Tests before this one have let time pass, and minting needs a fresh sign-in.
    ada = await signedIn(app.url, 'ada', ada.password);
    const forBert = await ask<Minted>(ada, CREATE, { input: { ...input, owner: 'bert' } });
    const forGrace = await ask(ada, CREATE, { input: { ...input, owner: 'grace' } });
    expect(forBert.token).toMatchObject({ owner: { name: 'bert' } });
    expect(forGrace).toMatchObject({ code: 'NOT_ALLOWED', path: ['owner'] });
    const acting = holder(app.url, forBert.plaintext);
    expect((await acting.graphql('{ viewer { name } }')).data).toEqual({ viewer: { name: 'bert' } });
  });

  async function listed(person: Person): Promise<Omit<Listed, 'tokenId'>[]> {
    const { nodes, totalCount } = await ask<{ nodes: Listed[]; totalCount: number }>(person, LIST);
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ name, state }) => ({ name, state }));
  }
});
