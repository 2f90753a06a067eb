// When a token was last used is noted in memory, written down from time to time, and never goes back; no request waits
// for it, and none fails when it cannot be written.

import { beforeAll, describe, expect, it } from 'vitest';

import { flushTokenUses, lastUsesOf, TokenUses } from '../../../server/domain/tokens/token-uses.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { makeWheel } from '../../support/distributions.ts';
import { eachApp } from '../../support/each-app.ts';
import type { Person, TokenHolder } from '../../support/people.ts';
import { ask } from '../../graphql/ask.ts';

const TOKEN = '0123456789012345678901';

describe('uses that are noted', () => {
  it('are told apart by the token, and of several the latest counts', () => {
    const uses = new TokenUses();
    uses.note(TOKEN, 2000, '192.0.2.1', 'pip');
    uses.note(TOKEN, 3000, '192.0.2.2', null);
    uses.note(TOKEN, 1000, '192.0.2.3', 'uv');
    expect(uses.take()).toEqual([{ tokenId: TOKEN, at: new Date(3000), address: '192.0.2.2', client: null }]);
    expect(uses.take()).toEqual([]);
  });

  it('are given back without hiding what was noted meanwhile', () => {
    const uses = new TokenUses();
    uses.note('one', 1000, null, null);
    uses.note('other', 1000, null, null);
    const taken = uses.take();
    uses.note('one', 2000, '192.0.2.1', null);
    uses.giveBack(taken);
    expect(uses.take().sort((a, b) => (a.tokenId < b.tokenId ? -1 : 1))).toEqual([
      { tokenId: 'one', at: new Date(2000), address: '192.0.2.1', client: null },
      { tokenId: 'other', at: new Date(1000), address: null, client: null },
    ]);
  });

  it('take no more memory than for fifty thousand tokens', () => {
    const uses = new TokenUses();
    for (let token = 0; token < 60_000; token += 1) uses.note(`token ${token}`, token, null, null);
    expect(uses.take()).toHaveLength(50_000);
  });
});

eachApp('the last use of a token', (open, engine) => {
  let app: TestApp;
  let alice: Person;
  let token: TokenHolder;

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    await alice.createIndex('alice/dev');
    token = await alice.mintToken({ name: 'ci', scopes: ['index:read'], indexes: ['alice/dev'] });
  });

  const read = () =>
    ask<Record<string, unknown>>(
      alice,
      `{ token(tokenId: "${token.tokenId}") { lastUsedAt lastUsedAddress lastUsedClient } }`,
    );

  const written = () => app.app.world.database.db.tokenActivity.findMany();

  it('is nothing before it was used', async () => {
    expect(await read()).toEqual({ lastUsedAt: null, lastUsedAddress: null, lastUsedClient: null });
  });

  it('is told at once, with the address and the client', async () => {
    const before = app.app.world.clock();
    expect((await token.get('/alice/dev/simple/', { 'user-agent': 'pip/26.0' })).status).toBe(200);
    const told = await read();
    expect(told).toEqual({
      lastUsedAt: expect.any(String) as string,
      lastUsedAddress: '127.0.0.1',
      lastUsedClient: 'pip/26.0',
    });
    expect(Date.parse(told.lastUsedAt as string)).toBeGreaterThanOrEqual(before.getTime());
  });

  it('costs a request that is answered from memory no SQL at all', async () => {
    const page = '/alice/dev/simple/six/';
    expect(
      (await alice.withPassword.upload('alice/dev', makeWheel({ name: 'six', version: '1.0' }))).status,
    ).toBe(200);
    expect((await token.get(page)).status).toBe(200);
    await flushTokenUses(app.app.world);
    app.takeStatements();
    for (let request = 0; request < 5; request += 1) await token.get(page);
    const { length } = app.takeStatements();
    // On PostgreSQL each request looks at the head of the log.
    expect(length).toBeLessThanOrEqual(engine === 'sqlite' ? 0 : 5);
    expect(app.app.world.tokenUses.take()).toMatchObject([{ tokenId: token.tokenId }]);
  });

  it('never goes back in time, whichever node writes last', async () => {
    const { world } = app.app;
    const note = async (milliseconds: number, address: string) => {
      world.tokenUses.note(token.tokenId, milliseconds, address, null);
      await flushTokenUses(world);
    };
    const now = world.clock().getTime() + 1000;
    await note(now, '192.0.2.1');
    await note(now - 1, '192.0.2.2');
    expect(await read()).toMatchObject({
      lastUsedAt: new Date(now).toISOString(),
      lastUsedAddress: '192.0.2.1',
    });
    await note(now + 1, '192.0.2.3');
    expect(await read()).toMatchObject({ lastUsedAddress: '192.0.2.3' });
  });

  it('is written for thousands of tokens at once, and a client is cut at 200 characters', async () => {
    const { world } = app.app;
    const before = (await written()).length;
    const many = Array.from({ length: 2500 }, (_, number) => `many${String(number).padStart(18, '0')}`);
    for (const id of many) world.tokenUses.note(id, 1000, '192.0.2.1', 'x'.repeat(300));
    await flushTokenUses(world);
    expect(await written()).toHaveLength(before + 2500);
    const uses = await lastUsesOf(world, [many[0]!, many[2499]!]);
    expect([...uses.values()].map(({ lastUsedClient }) => lastUsedClient)).toEqual([
      'x'.repeat(200),
      'x'.repeat(200),
    ]);
    await world.database.db.tokenActivity.deleteMany({ where: { tokenId: { in: many } } });
  });

  it('takes no serial, and changes nothing of the token', async () => {
    const { world } = app.app;
    const head = await world.readDb.logHead.findUniqueOrThrow({ where: { id: 'head' } });
    const row = await world.readDb.token.findUniqueOrThrow({ where: { id: token.tokenId } });
    await token.get('/alice/dev/simple/');
    await flushTokenUses(world);
    expect(await world.readDb.logHead.findUniqueOrThrow({ where: { id: 'head' } })).toEqual(head);
    expect(await world.readDb.token.findUniqueOrThrow({ where: { id: token.tokenId } })).toEqual(row);
  });

  it('fails no request and no query when it cannot be written, and is written later', async () => {
    const { world } = app.app;
    const { tokenUses, readDb } = world;
    const failing = {
      $transaction: () => Promise.reject(new Error('The disk is full.')),
      $executeRawUnsafe() {},
    };
    const broken = { tokenUses, readDb, database: { ...world.database, db: failing as never } };
    const at = world.clock().getTime() + 60_000;
    tokenUses.note(token.tokenId, at, '192.0.2.9', null);
    await expect(flushTokenUses(broken)).rejects.toThrow('The disk is full.');
    expect((await lastUsesOf(broken, [token.tokenId])).size).toBe(1);
    expect(await read()).toMatchObject({ lastUsedAddress: '192.0.2.9' });
  });

  it.skipIf(engine === 'sqlite')(
    'is what the node says that saw it last, also one that was shut down',
    async () => {
      const node = await createTestApp({ engine, beside: app });
      try {
        const ids = Array.from({ length: 200 }, (_, number) => `both${String(number).padStart(18, '0')}`);
        const [one, other] = [app.app.world, node.app.world];
        for (const id of ids) one.tokenUses.note(id, 1000, '192.0.2.1', null);
        for (const id of [...ids].reverse()) other.tokenUses.note(id, 2000, '192.0.2.2', null);
        await Promise.all([flushTokenUses(one), flushTokenUses(other)]);
        const uses = await lastUsesOf(one, ids);
        expect(new Set([...uses.values()].map(({ lastUsedAddress }) => lastUsedAddress))).toEqual(
          new Set(['192.0.2.2']),
        );
        await one.database.db.tokenActivity.deleteMany({ where: { tokenId: { in: ids } } });
        other.tokenUses.note(token.tokenId, one.clock().getTime() + 120_000, '192.0.2.10', null);
      } finally {
        await node.close();
      }
      expect(await read()).toMatchObject({ lastUsedAddress: '192.0.2.10' });
    },
  );
});
