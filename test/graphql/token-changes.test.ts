// Changes of a token that exists: narrowing, which every copy feels at once, its words, and pauses. What is somebody
// else's answers like what does not exist.

import { beforeAll, describe, expect, it } from 'vitest';

import { addCaveat } from '../../server/domain/tokens/macaroon/chain.ts';
import { decodeMacaroon, encodeMacaroon } from '../../server/domain/tokens/macaroon/wire.ts';
import type { TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import { holder, signedIn, type Person, type TokenHolder } from '../support/people.ts';
import { ask } from './ask.ts';
import { change, codeOfChange } from './change.ts';

const HOUR = 60 * 60 * 1000;

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
    await alice.createIndex('alice/prod', { readers: ['alice', 'bert'] });
    await alice.createIndex('alice/dev');
    await bert.createIndex('bert/own');
    await alice.withPassword.upload('alice/prod', makeWheel({ name: 'demo', version: '1.0' }));
  });

  const mint = (rest: object = {}) =>
    alice.mintToken({
      scopes: ['index:read', 'index:upload'],
      indexes: ['alice/prod', 'alice/dev'],
      ...rest,
    });
  const statusOf = async (token: TokenHolder, path: string) => (await token.get(path)).status;
  const rowOf = (tokenId: string) =>
    ask<object>(
      ada,
      `query ($id: String!) { token(tokenId: $id) {
        scopes allIndexes indexes { path } allProjects projects allAddresses addresses notBefore } }`,
      { id: tokenId },
    );

  describe('that is narrowed', () => {
    it('has what was left to it, and every copy of it feels that with the next request', async () => {
      const token = await mint({ wire: 'ATTENUABLE' });
      const macaroon = decodeMacaroon(token.plaintext)!;
      const copy = holder(app.url, encodeMacaroon(addCaveat(macaroon, '[0,4102444800,0]')));
      expect([
        await statusOf(copy, '/alice/dev/simple/'),
        await statusOf(token, '/alice/dev/simple/'),
      ]).toEqual([200, 200]);
      const input = {
        tokenId: token.tokenId,
        scopes: ['index:read'],
        indexes: ['alice/prod'],
        projects: ['de*', 'other'],
        addresses: ['127.0.0.0/8', '10.0.0.0/8'],
      };
      expect(await change(alice, 'narrowToken', input)).toMatchObject({ __typename: 'NarrowTokenPayload' });
      expect(await rowOf(token.tokenId)).toEqual({
        scopes: ['index:read'],
        allIndexes: false,
        indexes: [{ path: 'alice/prod' }],
        allProjects: false,
        projects: ['de*', 'other'],
        allAddresses: false,
        addresses: expect.arrayContaining(['10.0.0.0/8', '127.0.0.0/8']) as string[],
        notBefore: null,
      });
      for (const each of [token, copy]) {
        expect(await statusOf(each, '/alice/dev/simple/')).toBe(403);
        expect(await statusOf(each, '/alice/prod/simple/demo/')).toBe(200);
        expect(await statusOf(each, '/alice/prod/simple/elsewhere/')).toBe(403);
        expect((await each.upload('alice/prod', makeWheel({ name: 'demo', version: '2.0' }))).status).toBe(
          403,
        );
      }
      expect(
        await change(alice, 'narrowToken', { tokenId: token.tokenId, projects: ['demo'] }),
      ).toMatchObject({
        __typename: 'NarrowTokenPayload',
      });
      expect(await statusOf(copy, '/alice/prod/simple/demo/')).toBe(200);
    });

    it('to nothing reaches nothing, and not everything', async () => {
      const token = await alice.mintToken({ scopes: ['index:read'], allIndexes: true });
      await change(alice, 'narrowToken', {
        tokenId: token.tokenId,
        indexes: [],
        projects: [],
        addresses: [],
      });
      expect(await rowOf(token.tokenId)).toMatchObject({
        allIndexes: false,
        indexes: [],
        allProjects: false,
        projects: [],
        allAddresses: false,
        addresses: [],
      });
      expect(await statusOf(token, '/alice/prod/simple/')).not.toBe(200);
    });

    it('ends earlier, and begins later', async () => {
      const now = app.app.world.clock().getTime();
      const at = (hours: number) => new Date(now + hours * HOUR).toISOString();
      const token = await mint();
      await change(alice, 'narrowToken', { tokenId: token.tokenId, notBefore: at(1), expiresAt: at(3) });
      const seen: number[] = [];
      for (let hour = 0; hour < 4; hour += 1) {
        seen.push(await statusOf(token, '/alice/prod/simple/'));
        app.advance(HOUR);
      }
      expect(seen).toEqual([401, 200, 200, 401]);
    });

    it.each([
      ['a scope that it lacks', { scopes: ['indexes:read'] }, 'WOULD_WIDEN', 'scopes'],
      ['an index that it is not bound to', { indexes: ['alice/more'] }, 'WOULD_WIDEN', 'indexes'],
      ['an index that its owner cannot see', { indexes: ['bert/own'] }, 'NOT_FOUND', 'indexes'],
      ['a wider pattern', { projects: ['d*'] }, 'WOULD_WIDEN', 'projects'],
      ['a wider network', { addresses: ['127.0.0.0/8'] }, 'WOULD_WIDEN', 'addresses'],
      ['a later end', { expiresAt: '2199-01-01T00:00:00Z' }, 'WOULD_WIDEN', 'expiresAt'],
      ['an end that is over', { expiresAt: '2001-01-01T00:00:00Z' }, 'INVALID_EXPIRY', 'expiresAt'],
      ['a beginning after its end', { notBefore: '2199-01-01T00:00:00Z' }, 'INVALID_EXPIRY', 'notBefore'],
      ['no scope', { scopes: [] }, 'INVALID_SCOPE', 'scopes'],
    ])('by %s is refused, and stays what it was', async (_words, wider, code, field) => {
      if ('indexes' in wider) await alice.createIndex('alice/more').catch(() => undefined);
      const { tokenId } = await mint({ projects: ['de*'], addresses: ['127.0.0.1'] });
      const before = await rowOf(tokenId);
      expect(await change(alice, 'narrowToken', { tokenId, ...wider })).toMatchObject({
        code,
        path: [field],
      });
      expect(await rowOf(tokenId)).toEqual(before);
    });

    it('by what it has already is not changed, and nothing is written', async () => {
      const { tokenId } = await mint();
      const before = await app.counts();
      const input = { tokenId, scopes: ['index:upload', 'index:read'], indexes: ['alice/dev', 'alice/prod'] };
      expect(await codeOfChange(alice, 'narrowToken', input)).toBeNull();
      expect(await app.counts()).toEqual(before);
    });

    it('after its row was widened by hand is not sealed anew', async () => {
      const { tokenId } = await mint();
      await app.app.world.database.db.token.update({ where: { id: tokenId }, data: { allIndexes: true } });
      expect(await codeOfChange(alice, 'narrowToken', { tokenId, scopes: ['index:read'] })).toBe(
        'NOT_ALLOWED',
      );
      expect(await codeOfChange(ada, 'pauseToken', { tokenId })).toBe('NOT_ALLOWED');
      expect(await codeOfChange(await fresh(alice), 'rotateToken', { tokenId })).toBe('NOT_ALLOWED');
    });

    it('after it was revoked stays dead', async () => {
      const token = await mint();
      await alice.revoke(token);
      expect(
        await codeOfChange(alice, 'narrowToken', { tokenId: token.tokenId, scopes: ['index:read'] }),
      ).toBe('NOT_ALLOWED');
      expect(await codeOfChange(ada, 'resumeToken', { tokenId: token.tokenId })).toBe('NOT_ALLOWED');
    });
  });

  describe('that is renamed', () => {
    it('works as before, and its old name is free', async () => {
      const token = await mint({ name: 'old' });
      const input = { tokenId: token.tokenId, name: ' New ', description: 'For the night.' };
      expect(await change(alice, 'updateToken', input, 'token { name description }')).toMatchObject({
        token: { name: 'New', description: 'For the night.' },
      });
      expect(await statusOf(token, '/alice/prod/simple/')).toBe(200);
      await mint({ name: 'OLD' });
      expect(await change(alice, 'updateToken', { tokenId: token.tokenId, description: null }, 'token { name description }')).toMatchObject({
        token: { name: 'New', description: null },
      }); // prettier-ignore
      expect(await codeOfChange(alice, 'updateToken', { tokenId: token.tokenId, name: 'old' })).toBe(
        'NAME_TAKEN',
      );
    });

    it('by an admin is renamed too, and a revoked one keeps the name it had', async () => {
      const token = await mint({ name: 'going' });
      expect(await codeOfChange(ada, 'updateToken', { tokenId: token.tokenId, name: 'gone' })).toBeNull();
      await alice.revoke(token);
      expect(await codeOfChange(alice, 'updateToken', { tokenId: token.tokenId, name: 'free' })).toBe(
        'NOT_ALLOWED',
      );
    });
  });

  it('that an admin pauses rests until the pause ends, whoever owns it', async () => {
    const token = await mint();
    const both = () => Promise.all([statusOf(token, '/alice/prod/simple/'), stateOf(token.tokenId)]);
    expect(await codeOfChange(alice, 'pauseToken', { tokenId: token.tokenId })).toBe('FORBIDDEN');
    await change(ada, 'pauseToken', { tokenId: token.tokenId });
    await change(ada, 'pauseToken', { tokenId: token.tokenId });
    expect(await both()).toEqual([401, 'DISABLED']);
    await app.app.world.database.db.token.update({ where: { id: token.tokenId }, data: { pausedAt: null } });
    app.advance(6_000);
    expect((await both())[0]).toBe(401);
    const row = await app.app.world.readDb.auditEvent.findFirstOrThrow({ where: { action: 'token.paused', subjectId: token.tokenId } });
    await app.app.world.database.db.token.update({ where: { id: token.tokenId }, data: { pausedAt: row.at } });
    await change(ada, 'resumeToken', { tokenId: token.tokenId });
    expect(await both()).toEqual([200, 'ACTIVE']);
  }); // prettier-ignore

  it.each(['rotateToken', 'updateToken', 'narrowToken', 'revokeToken'])(
    '5.7.17, X14: of another is to %s as one that does not exist, to the letter',
    async (name) => {
      const { tokenId } = await mint();
      const by = await fresh(bert);
      const answerTo = async (id: string) => {
        const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
        const answer = await by.graphql(
          `mutation ($input: ${type}) { ${name}(input: $input) { __typename ... on UserError { message code path } } }`,
          { input: { tokenId: id } },
        );
        return JSON.stringify(answer).replaceAll(id, 'ID');
      };
      const unknown = await answerTo('0'.repeat(22));
      expect(unknown).toContain('NOT_FOUND');
      expect(await answerTo(tokenId)).toBe(unknown);
    },
  );

  const fresh = (person: Person) => signedIn(app.url, person.name, person.password);
  const stateOf = async (tokenId: string) =>
    (
      await ask<{ state: string }>(ada, 'query ($id: String!) { token(tokenId: $id) { state } }', {
        id: tokenId,
      })
    ).state;
});
