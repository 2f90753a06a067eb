// The end of tokens: many at once, by the token itself, by the owner of an index, and because somebody found one.

import { beforeAll, describe, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import type { Person, TokenHolder } from '../support/people.ts';
import { ask, codeOf } from './ask.ts';
import { change, codeOfChange } from './change.ts';

const MINUTE = 60 * 1000;

eachApp('revoking', (open) => {
  let app: TestApp;
  let ada: Person;
  let alice: Person;
  let bert: Person;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    alice = await app.person('alice');
    bert = await app.person('bert');
    await alice.createIndex('alice/shared', { readers: ['alice', 'bert'] });
    await alice.createIndex('alice/second', { readers: ['alice', 'bert'] });
    await bert.createIndex('bert/own');
  });

  const mint = (by: Person, ...indexes: string[]) => by.mintToken({ scopes: ['index:read'], indexes });
  const works = async (token: TokenHolder) => (await token.graphql('{ viewer { name } }')).status === 200;
  const endOf = (tokenId: string) =>
    ask<object>(ada, 'query ($id: String!) { token(tokenId: $id) { state revokeReason } }', { id: tokenId });
  const bulk = (by: Person, input: object) => change(by, 'revokeTokens', input, 'revoked kept');

  it('all of one’s own takes those that live, once', async () => {
    const carol = await app.person('carol');
    await carol.createIndex('carol/own');
    const tokens = [await mint(carol, 'carol/own'), await mint(carol, 'carol/own')];
    await carol.revoke(tokens[0]!);
    const others = await mint(bert, 'bert/own');
    const done = { __typename: 'RevokeTokensPayload', kept: 0 };
    expect(await bulk(carol, { owner: 'carol' })).toEqual({ ...done, revoked: 1 });
    expect(await bulk(carol, { owner: 'carol' })).toEqual({ ...done, revoked: 0 });
    expect([await works(tokens[1]!), await works(others)]).toEqual([false, true]);
    expect(await endOf(tokens[1]!.tokenId)).toEqual({ state: 'REVOKED', revokeReason: 'OWNER' });
  });

  it('all of a user is an admin’s to do', async () => {
    const dave = await app.person('dave');
    const token = await dave.mintToken({ scopes: ['index:read'], allIndexes: true });
    expect(await bulk(ada, { owner: 'dave' })).toMatchObject({ revoked: 1 });
    expect(await endOf(token.tokenId)).toEqual({ state: 'REVOKED', revokeReason: 'ADMIN' });
  });

  it('by index takes what is bound to it alone, and says what it leaves', async () => {
    const [alone, both, all] = [
      await mint(bert, 'alice/second'),
      await mint(bert, 'alice/second', 'bert/own'),
      await bert.mintToken({ scopes: ['index:read'], allIndexes: true }),
    ];
    expect(await bulk(alice, { packageIndex: 'alice/second' })).toEqual({
      __typename: 'RevokeTokensPayload',
      revoked: 1,
      kept: 1,
    });
    expect([await works(alone), await works(both), await works(all)]).toEqual([false, true, true]);
  });

  it.each([
    ['nothing', {}, 'INVALID_INPUT'],
    ['a user and an index', { owner: 'bert', packageIndex: 'bert/own' }, 'INVALID_INPUT'],
    ['somebody else', { owner: 'alice' }, 'NOT_ALLOWED'],
    ['somebody who does not exist, in the same words', { owner: 'nobody' }, 'NOT_ALLOWED'],
    ['an index that one may read', { packageIndex: 'alice/shared' }, 'NOT_ALLOWED'],
    ['an index that is not there', { packageIndex: 'alice/absent' }, 'NOT_FOUND'],
  ])('of many is refused for %s', async (_words, input, code) => {
    expect(await codeOfChange(bert, 'revokeTokens', input)).toBe(code);
  });

  it('a token of another who bound it to one’s index alone is the index owner’s to do', async () => {
    const [alone, both] = [await mint(bert, 'alice/shared'), await mint(bert, 'alice/shared', 'bert/own')];
    const all = await bert.mintToken({ scopes: ['index:read'], allIndexes: true });
    const codes = [];
    for (const { tokenId } of [alone, both, all])
      codes.push(await codeOfChange(alice, 'revokeToken', { tokenId }));
    expect(codes).toEqual([null, 'NOT_FOUND', 'NOT_FOUND']);
    expect([await works(alone), await works(both)]).toEqual([false, true]);
    const { revokeReason } = await app.app.world.readDb.token.findUniqueOrThrow({
      where: { id: alone.tokenId },
    });
    expect(revokeReason).toBe('INDEX_OWNER');
    expect(await codeOfChange(alice, 'updateToken', { tokenId: alone.tokenId, name: 'hers' })).toBe(
      'NOT_FOUND',
    );
  });

  it('that does more than work in an index is not the index owner’s to revoke, nor dies with the index', async () => {
    await alice.createIndex('alice/brief', { readers: ['alice', 'bert'] });
    const scopes = ['index:read', 'audit:read'];
    const { tokenId } = await bert.mintToken({ scopes, indexes: ['alice/brief'] });
    expect(await codeOfChange(alice, 'revokeToken', { tokenId })).toBe('NOT_FOUND');
    expect(await change(alice, 'revokeTokens', { packageIndex: 'alice/brief' }, 'revoked')).toMatchObject({
      revoked: 0,
    });
    await change(alice, 'deletePackageIndex', {
      path: 'alice/brief',
      confirmPath: 'alice/brief',
      expectedFiles: 0,
    });
    const { revokedAt } = await app.app.world.readDb.token.findUniqueOrThrow({ where: { id: tokenId } });
    expect(revokedAt).toBeNull();
  });

  it('itself is what every token may do, and a session has none', async () => {
    const token = await mint(bert, 'bert/own');
    const document = 'mutation { revokeOwnToken { __typename ... on UserError { code } ... on RevokeOwnTokenPayload { token { tokenId state revokeReason } } } }';
    expect(await ask(bert, document)).toEqual({ __typename: 'NotAllowedError', code: 'NOT_ALLOWED' });
    expect(await ask(token, document)).toEqual({
      __typename: 'RevokeOwnTokenPayload',
      token: { tokenId: token.tokenId, state: 'REVOKED', revokeReason: 'SELF' },
    });
    expect(await codeOf(token, document)).toBe('UNAUTHENTICATED');
  }); // prettier-ignore

  describe('by a report', () => {
    const report = (token: string) =>
      app.nobody.graphql(
        `mutation ($input: ReportLeakedTokenInput!) { reportLeakedToken(input: $input) {
          __typename ... on ReportLeakedTokenPayload { received } ... on RateLimitedError { code retryAfterSeconds } } }`,
        { input: { token } },
      );
    const received = { reportLeakedToken: { __typename: 'ReportLeakedTokenPayload', received: true } };

    it.each(['OPAQUE', 'ATTENUABLE'] as const)(
      'ends a token of kind %s, and one that rests',
      async (wire) => {
        app.advance(MINUTE);
        const token = await alice.mintToken({ scopes: ['index:read'], allIndexes: true, wire });
        await change(ada, 'pauseToken', { tokenId: token.tokenId });
        expect((await report(` ${token.plaintext}\n`)).data).toEqual(received);
        expect(await endOf(token.tokenId)).toEqual({ state: 'REVOKED', revokeReason: 'LEAK' });
        const events = await app.app.world.readDb.auditEvent.findMany({
          where: { subjectId: token.tokenId },
        });
        expect(events.map(({ action }) => action).sort()).toEqual([
          'token.created',
          'token.leaked',
          'token.paused',
        ]);
        const secret = wire === 'OPAQUE' ? token.plaintext.split('_')[3]! : token.plaintext;
        const rows = events.map(({ serial, ...event }) => ({ ...event, serial: String(serial) }));
        expect(JSON.stringify(rows)).not.toContain(secret);
      },
    );

    it('says the same of whatever was reported, and a wrong text harms nobody', async () => {
      app.advance(MINUTE);
      const token = await mint(alice, 'alice/shared');
      const answers = [];
      for (const text of [
        '',
        'none',
        `${token.plaintext}A`,
        token.plaintext.replace('pat', 'ci'),
        alice.bearer,
      ]) {
        answers.push((await report(text)).data as unknown);
      }
      expect(answers).toEqual(answers.map(() => received));
      expect([await works(token), (await alice.graphql('{ viewer { name } }')).status]).toEqual([true, 200]);
    });

    it('is taken ten times a minute from one address', async () => {
      app.advance(MINUTE);
      for (let count = 0; count < 10; count += 1) expect((await report('none')).data).toEqual(received);
      expect((await report('none')).data).toEqual({
        reportLeakedToken: {
          __typename: 'RateLimitedError',
          code: 'RATE_LIMITED',
          retryAfterSeconds: expect.any(Number) as number,
        },
      });
      app.advance(MINUTE);
      expect((await report('none')).data).toEqual(received);
    });
  });

  it('counts live tokens alone in what deleting an index would take', async () => {
    await alice.createIndex('alice/doomed');
    const live = await mint(alice, 'alice/doomed');
    const revoked = await mint(alice, 'alice/doomed');
    await alice.revoke(revoked);
    const soon = new Date(app.app.world.clock().getTime() + MINUTE).toISOString();
    await alice.mintToken({ scopes: ['index:read'], indexes: ['alice/doomed'], expiresAt: soon });
    app.advance(2 * MINUTE);
    const document = '{ packageIndex(path: "alice/doomed") { deletionConsequences { tokens } } }';
    expect(await ask(alice, document)).toEqual({ deletionConsequences: { tokens: 1 } });
    await change(alice, 'deletePackageIndex', {
      path: 'alice/doomed',
      confirmPath: 'alice/doomed',
      expectedFiles: 0,
    });
    expect(await endOf(live.tokenId)).toEqual({ state: 'REVOKED', revokeReason: 'INDEX_DELETED' });
  });

  it('is not what a lower role does, which leaves scopes that do nothing and says how many', async () => {
    const eve = await app.person('eve', { role: 'ADMIN' });
    const token = await eve.mintToken({ scopes: ['users:read'] });
    await eve.mintToken({ scopes: ['audit:read'] });
    const document = '{ users { totalCount } }';
    expect(await codeOf(token, document)).toBeNull();
    expect(await codeOfChange(ada, 'updateUser', { name: 'eve', role: 'MEMBER' })).toBeNull();
    expect(await codeOf(token, document)).toBe('FORBIDDEN');
    const event = await app.app.world.readDb.auditEvent.findFirstOrThrow({
      where: { action: 'user.updated' },
    });
    expect(JSON.parse(event.detail)).toEqual({ role: { from: 'ADMIN', to: 'MEMBER' }, tokensExceeding: 1 });
  });
});
