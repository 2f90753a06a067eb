// Minting: for whom, with what, how many and for how long. What is asked for and not allowed is refused by name, and
// nothing is written. A number at the beginning of a title is that of the abuse that it keeps out.

import { beforeAll, expect, it } from 'vitest';

import { decodeMacaroon } from '../../server/domain/tokens/macaroon/wire.ts';
import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import { signedIn, type Person } from '../support/people.ts';
import { ask } from './ask.ts';
import { change, codeOfChange } from './change.ts';

const DAY = 24 * 60 * 60 * 1000;

eachApp('minting', (open) => {
  let app: TestApp;
  let ada: Person;
  let alice: Person;
  let bert: Person;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    await app.person('grace', { role: 'ADMIN' });
    alice = await app.person('alice');
    bert = await app.person('bert');
    await alice.createIndex('alice/read', { readers: ['alice', 'bert'] });
    await alice.createIndex('alice/drop', { uploaders: ['alice', 'bert'] });
    await alice.createIndex('alice/own');
    await change(ada, 'createUser', { name: 'robot', kind: 'SERVICE' });
  });

  const mint = (by: Person, input: object) =>
    change(by, 'createToken', { name: app.url + Math.random(), ...input });
  const on = (index: string, ...scopes: string[]) => ({ indexes: [index], scopes });

  it.each([
    ['reading where he is listed', on('alice/read', 'index:read')],
    ['uploading where he is listed', on('alice/drop', 'index:upload')],
    ['looking at an index that he may see', on('alice/drop', 'indexes:read')],
    ['his part of the audit trail, which is about no index', { scopes: ['audit:read'] }],
    [
      'everything that he reaches, whatever that will be',
      { allIndexes: true, scopes: ['index:upload', 'indexes:delete'] },
    ],
  ])('gives a member a token for %s', async (_words, input) => {
    expect(await mint(bert, input)).toMatchObject({ __typename: 'CreateTokenPayload' });
  });

  const lacks = (deed: string, index: string, scope: string) =>
    `bert may not ${deed} ${index}, so no token of bert may have ${scope} there.`;

  it.each([
    ['upload where he only reads', on('alice/read', 'index:read', 'index:upload'), lacks('upload to', 'alice/read', 'index:upload')],
    ['read where he only uploads', on('alice/drop', 'index:read', 'index:upload'), lacks('read', 'alice/drop', 'index:read')],
    ['change what is not his', on('alice/read', 'indexes:write'), lacks('change', 'alice/read', 'indexes:write')],
    ['delete what is not his', on('alice/read', 'indexes:delete'), lacks('delete', 'alice/read', 'indexes:delete')],
    ['one good and one bad index', { indexes: ['alice/drop', 'alice/read'], scopes: ['index:upload'] }, lacks('upload to', 'alice/read', 'index:upload')],
    ['see users', { scopes: ['users:read'] }, 'Only an admin’s token may have users:read, and bert is a member.'],
    ['change users among other things', { ...on('alice/read', 'index:read', 'users:write') }, 'Only an admin’s token may have users:write, and bert is a member.'],
  ])('5.7.15: refuses a member a token to %s, naming what he lacks, and writes nothing', async (_words, input, message) => {
    const before = await app.counts();
    expect(await mint(bert, input)).toEqual({
      __typename: 'NotAllowedError',
      code: 'NOT_ALLOWED',
      message,
      path: ['scopes'],
    });
    expect(await app.counts()).toEqual(before);
  }); // prettier-ignore

  it.each([
    ['an index that she cannot see', on('alice/own', 'index:read'), 'NOT_FOUND', 'indexes'],
    ['indexes for scopes that are about none', { scopes: ['audit:read'], indexes: ['alice/read'] }, 'INVALID_INPUT', 'indexes'],
    ['all indexes for scopes that are about none', { scopes: ['audit:read'], allIndexes: true }, 'INVALID_INPUT', 'allIndexes'],
    ['projects for scopes that are about none', { scopes: ['audit:read'], projects: ['demo'] }, 'INVALID_INPUT', 'projects'],
    ['no index for scopes that are about some', { scopes: ['index:read'] }, 'INVALID_INPUT', 'indexes'],
    ['an address that is none', { ...on('alice/read', 'index:read'), addresses: ['10.0.0.1/8'] }, 'INVALID_ADDRESS', 'addresses'],
    ['a description without end', { ...on('alice/read', 'index:read'), description: 'x'.repeat(501) }, 'INVALID_INPUT', 'description'],
    ['a token of another system', { ...on('alice/read', 'index:read'), wire: 'LEGACY' }, 'INVALID_INPUT', 'wire'],
    ['a scope of the kind that there is none', { ...on('alice/read', 'index:read', 'admin:*') }, 'INVALID_SCOPE', 'scopes'],
    ['another owner', { ...on('alice/read', 'index:read'), owner: 'alice' }, 'NOT_ALLOWED', 'owner'],
    ['another owner who does not exist', { ...on('alice/read', 'index:read'), owner: 'nobody' }, 'NOT_ALLOWED', 'owner'],
  ])('refuses %s', async (_words, input, code, field) => {
    const before = await app.counts();
    expect(await mint(bert, input)).toMatchObject({ code, path: [field] });
    expect(await app.counts()).toEqual(before);
  }); // prettier-ignore

  it.each([
    ['a member who may', { owner: 'bert', ...on('alice/drop', 'index:upload') }, null],
    ['a service account', { owner: 'robot', allIndexes: true, scopes: ['index:read'] }, null],
    [
      'a member who may not upload there',
      { owner: 'bert', ...on('alice/read', 'index:upload') },
      'NOT_ALLOWED',
    ],
    ['a member who may not see it', { owner: 'bert', ...on('alice/own', 'index:read') }, 'NOT_ALLOWED'],
    ['a member, to see users', { owner: 'bert', scopes: ['users:read'] }, 'NOT_ALLOWED'],
    ['another admin', { owner: 'grace', allIndexes: true, scopes: ['index:read'] }, 'NOT_ALLOWED'],
    ['nobody', { owner: 'nobody', allIndexes: true, scopes: ['index:read'] }, 'NOT_FOUND'],
    ['herself, where no list names her', on('alice/own', 'index:read'), 'NOT_ALLOWED'],
    ['herself, to delete it', on('alice/own', 'indexes:delete'), null],
  ])('5.7.16: by an admin for %s is checked against the rights of the owner', async (_words, input, code) => {
    expect(await codeOfChange(ada, 'createToken', { name: `ada ${Math.random()}`, ...input })).toBe(code);
  });

  it('notes who minted it and how, and keeps the address limits in their one form', async () => {
    const token = await ask<{ token: object }>(
      ada,
      `mutation ($input: CreateTokenInput!) { createToken(input: $input) { ... on CreateTokenPayload { token {
        owner { name } issuer { name } origin wire description allAddresses addresses createdAddress graceUntil rotatedFrom
      } } } }`,
      {
        input: {
          name: 'by ada',
          owner: 'bert',
          description: ' For the night. ',
          addresses: ['2001:DB8::/32', '10.0.0.7', '10.0.0.7/32'],
          ...on('alice/read', 'index:read'),
        },
      },
    );
    expect(token.token).toEqual({
      owner: { name: 'bert' },
      issuer: { name: 'ada' },
      origin: 'API',
      wire: 'OPAQUE',
      description: 'For the night.',
      allAddresses: false,
      addresses: expect.arrayContaining(['10.0.0.7/32', '2001:db8::/32']) as string[],
      createdAddress: '127.0.0.1',
      graceUntil: null,
      rotatedFrom: null,
    });
  });

  it('of an attenuable token gives a macaroon without a caveat, and stores nothing that is one', async () => {
    const token = await alice.mintToken({ ...on('alice/own', 'index:read'), wire: 'ATTENUABLE' });
    expect(decodeMacaroon(token.plaintext)).toMatchObject({ caveats: [] });
    const row = await app.app.world.readDb.token.findUniqueOrThrow({ where: { id: token.tokenId } });
    expect(row).toMatchObject({ wire: 'ATTENUABLE', secretHash: null, rootKeyVersion: 1 });
    expect(row.salt).toMatch(/^[0-9a-f]{32}$/);
    expect((await token.get('/alice/own/simple/')).status).toBe(200);
  });

  it.each([
    ['a count of days', 30],
    ['nought', 0],
    ['less than nothing', -1],
    ['a thousand million', 1e9],
    ['no number', 'NaN'],
    ['digits in quotes', '30'],
    ['a date without a zone', '2030-01-01T00:00:00'],
  ])('5.7.20, X2: takes no %s for the end of a token', async (_words, expiresAt) => {
    const input = { name: 'odd', ...on('alice/own', 'index:read'), expiresAt };
    expect(await codeOfChange(alice, 'createToken', input)).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['never, where every token ends', null],
    ['in the past', '2001-01-01T00:00:00Z'],
    ['in a thousand years', '3026-01-01T00:00:00Z'],
    ['a day above the longest life', new Date(Date.now() + 366 * DAY).toISOString()],
  ])('5.7.20, X2: refuses an end %s', async (_words, expiresAt) => {
    const input = { name: 'odd', ...on('alice/own', 'index:read'), expiresAt };
    expect(await codeOfChange(alice, 'createToken', input)).toBe('INVALID_EXPIRY');
  });

  it('5.7.23: of one name twice at once makes one token and one conflict, whatever the case', async () => {
    const codes = await Promise.all(
      ['CI', 'ci'].map((name) =>
        codeOfChange(alice, 'createToken', { name, ...on('alice/own', 'index:read') }),
      ),
    );
    expect(codes.sort()).toEqual(['NAME_TAKEN', null]);
  });
});

eachApp('minting under a policy', (open) => {
  it('5.7.20, X1: goes on where tokens may live for ever, and such a token still works in ten years', async () => {
    const app = await open({ environment: { WHEELHOUSE_TOKEN_MAX_LIFE: 'never' } });
    const alice = await app.person('alice');
    await alice.createIndex('alice/own');
    const token = await alice.mintToken({ scopes: ['index:read'], indexes: ['alice/own'], expiresAt: null });
    app.advance(10 * 365 * DAY);
    expect((await token.get('/alice/own/simple/')).status).toBe(200);
  });

  it('stops after so many tokens in an hour, says when there is room, and is open again by then', async () => {
    const app = await open({ environment: { WHEELHOUSE_TOKENS_PER_HOUR: '3' } });
    const alice = await app.person('alice');
    const bert = await app.person('bert');
    const input = () => ({ name: `token ${Math.random()}`, scopes: ['index:read'], allIndexes: true });
    for (const minute of [0, 5, 10]) {
      expect([minute, await codeOfChange(alice, 'createToken', input())]).toEqual([minute, null]);
      app.advance(60_000);
    }
    const refused = await ask(
      alice,
      `mutation ($input: CreateTokenInput!) { createToken(input: $input) {
        ... on RateLimitedError { code message retryAfterSeconds } } }`,
      { input: input() },
    );
    expect(refused).toEqual({
      code: 'RATE_LIMITED',
      message: 'A user is given at most 3 tokens within an hour. Try again in 57 minutes.',
      retryAfterSeconds: expect.closeTo(57 * 60, -1) as number,
    });
    expect(await codeOfChange(bert, 'createToken', input())).toBeNull();
    app.advance(57 * 60_000);
    const again = await signedIn(app.url, 'alice', alice.password);
    expect(await codeOfChange(again, 'createToken', input())).toBeNull();
  });

  it('stops at two hundred live tokens of a user, and one that is revoked makes room', async () => {
    const app = await open();
    const alice = await app.person('alice');
    const token = await alice.mintToken({ scopes: ['index:read'], allIndexes: true });
    const { db } = app.app.world.database;
    const row = await db.token.findUniqueOrThrow({ where: { id: token.tokenId } });
    const others = Array.from({ length: 199 }, (_, count) => `other ${count}`);
    await db.token.createMany({
      data: others.map((name) => ({ ...row, id: `planted ${name}`, name, liveName: name })),
    });
    const input = { name: 'one more', scopes: ['index:read'], allIndexes: true };
    expect(await codeOfChange(alice, 'createToken', input)).toBe('NOT_ALLOWED');
    await alice.revoke(token);
    expect(await codeOfChange(alice, 'createToken', input)).toBeNull();
    expect(await codeOfChange(alice, 'createToken', { ...input, name: 'two more' })).toBe('NOT_ALLOWED');
  });
});
