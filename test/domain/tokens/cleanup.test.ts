// What time does to tokens: those that nobody uses for a year are revoked, the rows of dead ones go after ninety days,
// and what was rotated keeps its seal. All on a clock that the test moves.

import { beforeEach, expect, it } from 'vitest';

import { cleanUpTokens } from '../../../server/domain/tokens/cleanup.ts';
import { importTokens } from '../../../server/domain/tokens/legacy.ts';
import { sweepLinks } from '../../../server/domain/users/links.ts';
import { change } from '../../graphql/change.ts';
import { ask } from '../../graphql/ask.ts';
import type { TestApp } from '../../support/app.ts';
import { eachApp } from '../../support/each-app.ts';
import { signedIn, type Person, type TokenHolder } from '../../support/people.ts';

const DAY = 24 * 60 * 60 * 1000;
const PAGE = '/alice/dev/simple/';

eachApp('the daily clean-up', (open) => {
  let app: TestApp;
  let alice: Person;

  beforeEach(async () => {
    app = await open({ environment: { WHEELHOUSE_TOKEN_MAX_LIFE: 'never' } });
    alice = await app.person('alice');
    await alice.createIndex('alice/dev');
  });

  const run = (rowsOfAChange?: number) => cleanUpTokens(app.app.world, rowsOfAChange);
  const mint = (name: string, more: object = {}) =>
    alice.mintToken({ name, scopes: ['index:read'], indexes: ['alice/dev'], expiresAt: null, ...more });

  /** Sessions do not live as long as these tests. */
  const signInAgain = async () => {
    alice = await signedIn(app.url, 'alice', alice.password);
  };

  async function states(): Promise<Record<string, string | null>> {
    await signInAgain();
    const { nodes } = await ask<{ nodes: { name: string; state: string; revokeReason: string | null }[] }>(
      alice,
      '{ tokens(first: 100) { nodes { name state revokeReason } } }',
    );
    return Object.fromEntries(nodes.map(({ name, state, revokeReason }) => [name, revokeReason ?? state]));
  }

  const use = async (token: TokenHolder) => expect((await token.get(PAGE)).status).toBe(200);

  it('revokes what nobody used for a year, and leaves what somebody did', async () => {
    const used = await mint('used');
    await mint('never used');
    await mint('begins late', { notBefore: new Date(Date.now() + 300 * DAY).toISOString() });
    app.advance(30 * DAY);
    await use(used);
    await signInAgain();
    await mint('younger');
    app.advance(336 * DAY);
    expect(await run()).toEqual({ revoked: 1, purged: 0 });
    expect(await states()).toEqual({
      used: 'ACTIVE',
      'never used': 'POLICY',
      'begins late': 'ACTIVE',
      younger: 'ACTIVE',
    });
    app.advance(30 * DAY);
    expect(await run()).toEqual({ revoked: 2, purged: 0 });
    expect(await states()).toMatchObject({ used: 'POLICY', younger: 'POLICY' });
    expect((await used.get(PAGE)).status).toBe(401);
  });

  it('counts a use that was noted a moment ago and is written nowhere yet', async () => {
    const token = await mint('just in time');
    app.advance(364 * DAY);
    await use(token);
    app.advance(2 * DAY);
    expect(await run()).toEqual({ revoked: 0, purged: 0 });
    await use(token);
  });

  it('does it in the name of the server, in the trail, and once', async () => {
    const { tokenId } = await mint('never used');
    app.advance(365 * DAY);
    expect(await run()).toEqual({ revoked: 1, purged: 0 });
    const serial = (await app.app.world.readDb.logHead.findFirstOrThrow()).serial;
    expect(await run()).toEqual({ revoked: 0, purged: 0 });
    expect((await app.app.world.readDb.logHead.findFirstOrThrow()).serial).toBe(serial);
    const events = await app.app.world.readDb.auditEvent.findMany({ where: { action: 'token.revoked' } });
    expect(events).toMatchObject([
      { actorName: ':system:', credentialKind: 'system', subjectId: tokenId, detail: '{"reason":"POLICY"}' },
    ]);
    const row = await app.app.world.readDb.token.findUniqueOrThrow({ where: { id: tokenId } });
    expect([row.seal, row.revokedById, row.liveName]).toEqual([null, null, null]);
  });

  it('purges what is revoked or expired for ninety days, with all its rows, and leaves the trail', async () => {
    const { world } = app.app;
    const limits = { projects: ['six', 'lib-*'], addresses: ['127.0.0.0/8'] };
    const revoked = await mint('revoked', limits);
    await use(revoked);
    await mint('expired', { ...limits, expiresAt: new Date(Date.now() + DAY).toISOString() });
    const kept = await mint('kept', limits);
    await alice.revoke(revoked);
    app.advance(89 * DAY);
    await use(kept);
    expect(await run()).toEqual({ revoked: 0, purged: 0 });
    const before = await app.counts();
    app.advance(DAY + 1000);
    expect(await run()).toEqual({ revoked: 0, purged: 1 });
    app.advance(DAY);
    // Two rows to a change: a run that was killed half way leaves as much to the next.
    expect(await run(2)).toEqual({ revoked: 0, purged: 1 });
    expect(await states()).toEqual({ kept: 'ACTIVE' });
    await use(kept);
    const after = await app.counts();
    const gone = (model: string) => before[model]! - after[model]!;
    expect(
      ['token', 'tokenScope', 'tokenIndex', 'tokenProject', 'tokenAddress', 'tokenActivity'].map(gone),
    ).toEqual([2, 2, 2, 4, 2, 1]);
    expect(await world.readDb.auditEvent.count({ where: { subjectId: revoked.tokenId } })).toBe(2);
    expect(await world.readDb.tokenActivity.findMany()).toMatchObject([{ tokenId: kept.tokenId }]);
    expect((await revoked.get(PAGE)).status).toBe(401);
  });

  it('leaves a rotated token its seal, so that its return is known weeks later, and purges it in the end', async () => {
    const old = await mint('rotated');
    const payload = (await change(
      alice,
      'rotateToken',
      { tokenId: old.tokenId },
      'plaintext token { tokenId }',
    )) as {
      readonly plaintext?: string;
    };
    const successor = { headers: { authorization: `Bearer ${payload.plaintext}` } };
    app.advance(60 * DAY);
    expect(await run()).toEqual({ revoked: 0, purged: 0 });
    expect((await app.nobody.request(PAGE, successor)).status).toBe(200);
    expect((await old.get(PAGE)).status).toBe(401);
    expect((await app.nobody.request(PAGE, successor)).status).toBe(401);
    app.advance(31 * DAY);
    expect(await run()).toEqual({ revoked: 0, purged: 1 });
    app.advance(60 * DAY);
    expect(await run()).toEqual({ revoked: 0, purged: 1 });
    expect(await states()).toEqual({});
  });

  it('lets others in between, however many tokens there are to purge', async () => {
    for (const name of ['one', 'two', 'three']) await alice.revoke(await mint(name));
    app.advance(91 * DAY);
    let turns = 0;
    const count = () => {
      turns += 1;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    expect(await run(1)).toEqual({ revoked: 0, purged: 3 });
    clearImmediate(timer);
    expect(turns).toBeGreaterThanOrEqual(3);
  });

  it('keeps what was taken over from another system, so that a second import revives nothing', async () => {
    const id = 'AAAAAAAAAAAAAAAAAAAAAA';
    const text = JSON.stringify({
      id,
      user: 'alice',
      index: 'alice/dev',
      scope: 'read',
      hash: '0'.repeat(64),
      expires: null,
      label: 'old',
    });
    await importTokens(app.app.world, text);
    await change(alice, 'revokeToken', { tokenId: id });
    app.advance(91 * DAY);
    expect(await run()).toEqual({ revoked: 0, purged: 0 });
    expect((await importTokens(app.app.world, text)).result).toEqual({ imported: 0, skipped: 1 });
    expect(await states()).toEqual({ old: 'OWNER' });
  });

  it('forgets one-time links ninety days after they ended', async () => {
    const ada = await app.person('ada', { role: 'ADMIN' });
    await change(ada, 'resetPassword', { name: 'alice' });
    const links = () => app.app.world.readDb.oneTimeLink.count();
    app.advance(90 * DAY);
    await sweepLinks(app.app.world);
    expect(await links()).toBe(1);
    app.advance(DAY);
    await sweepLinks(app.app.world);
    expect(await links()).toBe(0);
  });
});
