// Rotation: another text for the same token, a grace for the old one, and what happens when the old one comes back.

import { beforeAll, describe, expect, it } from 'vitest';

import { formatCredential } from '../../server/domain/tokens/secret.ts';
import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import { holder, signedIn, type Person, type TokenHolder } from '../support/people.ts';
import { ask } from './ask.ts';
import { change, codeOfChange } from './change.ts';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

const ROTATE = `mutation ($input: RotateTokenInput!) { rotateToken(input: $input) {
  __typename
  ... on RotateTokenPayload {
    plaintext
    token { tokenId name wire kind description scopes indexes { path } projects addresses state notBefore rotatedFrom origin issuer { name } owner { name } }
  }
  ... on UserError { message code path }
} }`;

interface Rotated {
  readonly plaintext: string;
  readonly token: Record<string, unknown>;
}

eachApp('a rotated token', (open) => {
  let app: TestApp;
  let ada: Person;
  let alice: Person;
  let bert: Person;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    alice = await app.person('alice');
    bert = await app.person('bert');
    await alice.createIndex('alice/prod', { uploaders: ['alice', 'bert'] });
  });

  const works = async (token: TokenHolder) => (await token.get('/alice/prod/simple/')).status === 200;
  const stateOf = async (tokenId: string) =>
    ask<{ state: string; revokeReason: string | null }>(
      ada,
      'query ($id: String!) { token(tokenId: $id) { state revokeReason } }',
      { id: tokenId },
    );
  /** With a sign-in that is fresh, whatever time has passed. */
  const rotate = async (by: Person, input: object): Promise<TokenHolder> => {
    const fresh = await signedIn(app.url, by.name, by.password);
    return holder(app.url, (await ask<Rotated>(fresh, ROTATE, { input })).plaintext);
  };
  const mint = (rest: object = {}) =>
    alice.mintToken({ scopes: ['index:read'], indexes: ['alice/prod'], ...rest });

  it.each(['OPAQUE', 'ATTENUABLE'] as const)(
    'of kind %s has another text, and whatever it had',
    async (wire) => {
      const old = await mint({
        name: `laptop ${wire}`,
        wire,
        projects: ['lib*'],
        addresses: ['127.0.0.0/8'],
      });
      const { plaintext, token } = await ask<Rotated>(alice, ROTATE, { input: { tokenId: old.tokenId } });
      expect(token).toEqual({
        tokenId: holder(app.url, plaintext).tokenId,
        name: `laptop ${wire}`,
        wire,
        kind: 'PAT',
        description: null,
        scopes: ['index:read'],
        indexes: [{ path: 'alice/prod' }],
        projects: ['lib*'],
        addresses: ['127.0.0.0/8'],
        state: 'ACTIVE',
        notBefore: null,
        rotatedFrom: old.tokenId,
        origin: 'ROTATION',
        issuer: { name: 'alice' },
        owner: { name: 'alice' },
      });
      expect([await works(holder(app.url, plaintext)), await stateOf(old.tokenId)]).toEqual([
        true,
        { state: 'REVOKED', revokeReason: 'ROTATED' },
      ]);
    },
  );

  it('works on for its grace, and not a moment longer', async () => {
    const old = await mint();
    const next = await rotate(alice, { tokenId: old.tokenId, graceSeconds: 600 });
    // What is changed in its grace would be changed in the one that nobody has to use any more.
    for (const [mutation, input] of [['narrowToken', { projects: ['demo'] }], ['updateToken', { name: 'x' }]] as const) {
      expect(await codeOfChange(alice, mutation, { tokenId: old.tokenId, ...input })).toBe('NOT_ALLOWED');
    } // prettier-ignore
    expect([await works(old), await works(next), (await stateOf(old.tokenId)).state]).toEqual([
      true,
      true,
      'ROTATING',
    ]);
    app.advance(10 * MINUTE);
    expect([(await stateOf(old.tokenId)).state, await works(next)]).toEqual(['REVOKED', true]);
  });

  it('that comes back after its own end would have come takes the family with it all the same', async () => {
    const expiresAt = new Date(app.app.world.clock().getTime() + 10 * MINUTE).toISOString();
    const old = await mint({ name: 'short', expiresAt });
    const later = new Date(app.app.world.clock().getTime() + 60 * MINUTE).toISOString();
    const next = await rotate(alice, { tokenId: old.tokenId, expiresAt: later });
    app.advance(20 * MINUTE);
    expect([await works(next), await works(old), await works(next)]).toEqual([true, false, false]);
  });

  it('is paused in its grace like any other', async () => {
    const old = await mint({ name: 'resting' });
    await rotate(alice, { tokenId: old.tokenId, graceSeconds: 600 });
    await change(await app.person('rita', { role: 'ADMIN' }), 'pauseToken', { tokenId: old.tokenId });
    expect(await works(old)).toBe(false);
  });

  it('that comes back after its grace takes the whole family with it, which is told once', async () => {
    const first = await mint({ name: 'family' });
    const second = await rotate(alice, { tokenId: first.tokenId, graceSeconds: 60 });
    const third = await rotate(alice, { tokenId: second.tokenId });
    const stranger = await mint();
    app.advance(2 * MINUTE);
    expect(await works(third)).toBe(true);
    expect(await works(first)).toBe(false);
    expect([await works(third), await works(second), await works(stranger)]).toEqual([false, false, true]);
    expect(await stateOf(third.tokenId)).toEqual({ state: 'REVOKED', revokeReason: 'REUSE' });
    app.advance(MINUTE);
    expect(await works(first)).toBe(false);
    const events = await app.app.world.readDb.auditEvent.findMany({
      where: { action: 'token.reused', subjectName: 'family' },
    });
    expect(events.map(({ subjectId, subjectName, actorName, address, detail }) => [
      subjectId, subjectName, actorName, address, detail,
    ])).toEqual([[first.tokenId, 'family', ':system:', '127.0.0.1', '{"tokens":1}']]); // prettier-ignore
  });

  it('with a wrong secret harms nobody', async () => {
    const old = await mint();
    const next = await rotate(alice, { tokenId: old.tokenId });
    const forged = holder(
      app.url,
      formatCredential({ kind: 'pat', id: old.tokenId, secret: 'x'.repeat(43) }),
    );
    expect([await works(forged), await works(next)]).toEqual([false, true]);
  });

  it('lives as long again as it had, or as long as it is told to', async () => {
    const lifeOf = async (tokenId: string) => {
      const row = await app.app.world.readDb.token.findUniqueOrThrow({ where: { id: tokenId } });
      return Math.round((row.expiresAt!.getTime() - row.createdAt.getTime()) / DAY);
    };
    const old = await alice.mintToken({
      scopes: ['index:read'],
      allIndexes: true,
      expiresAt: new Date(app.app.world.clock().getTime() + 90 * DAY).toISOString(),
    });
    const next = await rotate(alice, { tokenId: old.tokenId });
    expect(await lifeOf(next.tokenId)).toBe(90);
    const soon = new Date(app.app.world.clock().getTime() + 7 * DAY).toISOString();
    expect(await lifeOf((await rotate(alice, { tokenId: next.tokenId, expiresAt: soon })).tokenId)).toBe(7);
  });

  it('may be another’s for an admin, who then is its issuer, but not another admin’s', async () => {
    const bound = await mint();
    const grace = await app.person(`grace-${Math.random().toString(36).slice(2, 8)}`, { role: 'ADMIN' });
    const graces = await grace.mintToken({ scopes: ['audit:read'] });
    const admin = await signedIn(app.url, 'ada', ada.password);
    expect(
      await change(admin, 'rotateToken', { tokenId: bound.tokenId }, 'token { issuer { name } }'),
    ).toMatchObject({
      token: { issuer: { name: 'ada' } },
    });
    expect(await codeOfChange(admin, 'rotateToken', { tokenId: graces.tokenId })).toBe('NOT_ALLOWED');
  });

  describe('is refused', () => {
    it.each([
      ['twice', { again: true }, 'NOT_ALLOWED'],
      ['once it is revoked', { revoked: true }, 'NOT_ALLOWED'],
      ['while it is paused', { paused: true }, 'NOT_ALLOWED'],
      ['with a grace above a day', { input: { graceSeconds: 86_401 } }, 'INVALID_INPUT'],
      ['with a grace below nothing', { input: { graceSeconds: -1 } }, 'INVALID_INPUT'],
      ['with an end that is over', { input: { expiresAt: '2001-01-01T00:00:00Z' } }, 'INVALID_EXPIRY'],
      ['without end, where each ends', { input: { expiresAt: null } }, 'INVALID_EXPIRY'],
    ] as const)('%s', async (_words, given, code) => {
      const fresh = await signedIn(app.url, 'alice', alice.password);
      const { tokenId } = await mint();
      if ('again' in given) await rotate(alice, { tokenId, graceSeconds: 3600 });
      if ('revoked' in given) await alice.revoke({ tokenId });
      if ('paused' in given) await change(ada, 'pauseToken', { tokenId });
      const input = { tokenId, ...('input' in given && given.input) };
      expect(await codeOfChange(fresh, 'rotateToken', input)).toBe(code);
    });

    it('when the owner has lost what it is for', async () => {
      const fresh = await signedIn(app.url, 'bert', bert.password);
      const token = await fresh.mintToken({ scopes: ['index:upload'], indexes: ['alice/prod'] });
      await change(alice, 'updatePackageIndex', {
        path: 'alice/prod',
        readers: ['alice', 'bert'],
        uploaders: ['alice'],
      });
      expect(await change(fresh, 'rotateToken', { tokenId: token.tokenId })).toMatchObject({
        code: 'NOT_ALLOWED',
        message: 'bert may not upload to alice/prod, so no token of bert may have index:upload there.',
      });
      await change(alice, 'updatePackageIndex', { path: 'alice/prod', readers: ['alice'] });
      expect(await change(fresh, 'rotateToken', { tokenId: token.tokenId })).toMatchObject({
        code: 'NOT_ALLOWED',
      });
    });

    it('by a session that is not fresh, and by a token', async () => {
      const token = await mint();
      const old = await signedIn(app.url, 'alice', alice.password);
      app.advance(16 * MINUTE);
      expect(await codeOfChange(old, 'rotateToken', { tokenId: token.tokenId })).toBe(
        'FRESH_SIGN_IN_REQUIRED',
      );
      expect(await codeOfChange(token, 'rotateToken', { tokenId: token.tokenId })).toBe('FORBIDDEN');
    });
  });
});
