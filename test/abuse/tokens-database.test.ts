// What somebody tries who got hold of the database: a copy of it and of the blobs, or the right to write into it. Both
// open nothing, for tokens of each kind, as long as the server key is kept apart.

import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { createMacaroon } from '../../server/domain/tokens/macaroon/chain.ts';
import { encodeMacaroon } from '../../server/domain/tokens/macaroon/wire.ts';
import { importTokens } from '../../server/domain/tokens/legacy.ts';
import { composeCredential, formatCredential, hashSecret } from '../../server/domain/tokens/secret.ts';
import type { Prisma, PrismaClient } from '../../server/storage/_generated/sqlite/client.ts';
import { codeOfChange } from '../graphql/change.ts';
import type { TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import { basic, holder, type Person, type TokenHolder } from '../support/people.ts';

const DEMO = '/alice/prod/simple/demo/';
const SECRET = 's'.repeat(43);

eachApp('whoever has the database', (open, engine) => {
  const folders: string[] = [];
  let app: TestApp;
  let ada: Person;
  let alice: Person;
  /** What somebody writes who needs no server for it. */
  let rows: PrismaClient;
  let imported = 0;

  beforeAll(async () => {
    app = await open();
    rows = app.app.world.database.db;
    ada = await app.person('ada', { role: 'ADMIN' });
    alice = await app.person('alice');
    await app.person('bob');
    await alice.createIndex('alice/prod');
    await alice.createIndex('alice/other');
    const wheel = makeWheel({ name: 'demo', version: '1.0' });
    expect((await alice.withPassword.upload('alice/prod', wheel)).status).toBe(200);
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  const opaque = () => alice.mintToken({ scopes: ['index:read'], indexes: ['alice/prod'] });
  const attenuable = () =>
    alice.mintToken({ scopes: ['index:read'], indexes: ['alice/prod'], wire: 'ATTENUABLE' });
  const legacy = async (): Promise<TokenHolder> => {
    const id = `abcdefghij-ABCDEFGHI${(imported += 1)}`;
    const line = {
      id,
      user: 'alice',
      index: 'alice/prod',
      scope: 'read',
      hash: hashSecret(SECRET),
      expires: Math.floor(Date.now() / 1000) + 10_000,
      label: `imported ${imported}`,
    };
    await importTokens(app.app.world, JSON.stringify(line));
    const plaintext = `adm_${id}.${SECRET}`;
    return { ...holder(app.url, plaintext), tokenId: id };
  };
  const eachKind = async () => [await opaque(), await attenuable(), await legacy()];

  const statusOf = (token: Pick<TokenHolder, 'plaintext'>, of = app) =>
    of.nobody.get(DEMO, { authorization: `Bearer ${token.plaintext}` }).then(({ status }) => status);
  const statusesOf = (tokens: readonly TokenHolder[], of = app) =>
    Promise.all(tokens.map((token) => statusOf(token, of)));

  /** The same data, started somewhere else with these keys. */
  const copyWith = async (keys: string): Promise<TestApp> => {
    const folder = await mkdtemp(join(tmpdir(), 'wheelhouse-copy-'));
    folders.push(folder);
    const secretFile = join(folder, 'another.key');
    cpSync(app.dataFolder, folder, { recursive: true, filter: (path) => !path.endsWith('.lock') });
    writeFileSync(secretFile, keys, { mode: 0o600 });
    const environment = { WHEELHOUSE_DATA: folder, WHEELHOUSE_SECRET_FILE: secretFile };
    return open({ environment, ...(engine === 'postgresql' && { beside: app }) });
  };
  const keyLine = (version: number, byte: number) =>
    `${version} ${Buffer.alloc(32, byte).toString('base64')}\n`;

  it('5.7.32: opens nothing with a copy of it, by any kind of token, without the server key', async () => {
    const tokens = await eachKind();
    expect(await statusesOf(tokens)).toEqual([200, 200, 200]);
    const copy = await copyWith(keyLine(1, 99));
    expect(await copy.app.world.readDb.token.count()).toBe(await rows.token.count());
    expect(await statusesOf(tokens, copy)).toEqual([401, 401, 401]);
    expect(await statusesOf(tokens)).toEqual([200, 200, 200]);
  });

  it('5.7.31: loses every token with the version of the key that it was made under', async () => {
    const tokens = await eachKind();
    const copy = await copyWith(keyLine(2, 99));
    expect(await statusesOf(tokens, copy)).toEqual([401, 401, 401]);
  });

  it('5.7.32: makes no macaroon out of a salt alone', async () => {
    const { tokenId } = await attenuable();
    const { salt } = await rows.token.findUniqueOrThrow({ where: { id: tokenId } });
    const guesses = [Buffer.from(salt!, 'hex'), Buffer.from(salt!), Buffer.alloc(32)];
    for (const rootKey of guesses) {
      const plaintext = encodeMacaroon(createMacaroon(rootKey, tokenId, ''));
      expect(await statusOf({ plaintext })).toBe(401);
    }
  });

  it('5.7.32: opens nothing with a hash that was planted into a row, or a row beside it', async () => {
    const { tokenId } = await opaque();
    const planted = await rows.token.update({
      where: { id: tokenId },
      data: { secretHash: hashSecret(SECRET) },
      include: { scopes: true, indexes: true },
    });
    const textOf = (id: string) => formatCredential({ kind: 'pat', id, secret: SECRET });
    expect(await statusOf({ plaintext: textOf(tokenId) })).toBe(401);

    const { scopes, indexes, ...row } = planted;
    const { id } = composeCredential('pat', Buffer.alloc(16, 5), Buffer.alloc(32));
    await rows.token.create({ data: { ...row, id, name: 'mine', liveName: 'mine' } });
    await rows.tokenScope.createMany({
      data: scopes.map(({ scope }, place) => ({ id: `planted ${id} ${place}`, tokenId: id, scope })),
    });
    await rows.tokenIndex.createMany({
      data: indexes.map(({ indexId }, place) => ({ id: `planted ${id} ${place}`, tokenId: id, indexId })),
    });
    expect(await statusOf({ plaintext: textOf(id) })).toBe(401);
  });

  it('5.7.32: opens nothing with a row that was widened by hand, of any kind and in any way', async () => {
    const other = await rows.packageIndex.findUniqueOrThrow({ where: { livePath: 'alice/other' } });
    const bob = await rows.user.findUniqueOrThrow({ where: { name: 'bob' } });
    const soon = new Date(Date.now() + 1e12);
    const widened: Record<string, (tokenId: string) => Promise<unknown>> = {
      'another scope': (tokenId) =>
        rows.tokenScope.create({ data: { id: `wider ${tokenId}`, tokenId, scope: 'index:upload' } }),
      'another index': (tokenId) =>
        rows.tokenIndex.create({ data: { id: `wider ${tokenId}`, tokenId, indexId: other.id } }),
      'all indexes': change({ allIndexes: true }),
      'no end': change({ expiresAt: null }),
      'a later end': change({ expiresAt: soon }),
      'another owner': change({ ownerId: bob.id }),
      'another form': async (tokenId) => {
        const { wire } = await rows.token.findUniqueOrThrow({ where: { id: tokenId } });
        return change({ wire: wire === 'LEGACY' ? 'OPAQUE' : 'LEGACY' })(tokenId);
      },
      'no seal': change({ seal: null }),
    };
    function change(data: Prisma.TokenUncheckedUpdateInput) {
      return (id: string) => rows.token.update({ where: { id }, data });
    }
    for (const [how, widen] of Object.entries(widened)) {
      const tokens = await eachKind();
      for (const { tokenId } of tokens) await widen(tokenId);
      expect([how, await statusesOf(tokens)]).toEqual([how, [401, 401, 401]]);
    }
  });

  it('5.7.32: opens nothing with an address, a project or a pause taken away by hand', async () => {
    const bound = { scopes: ['index:read'], indexes: ['alice/prod'] };
    for (const wire of ['OPAQUE', 'ATTENUABLE'] as const) {
      const elsewhere = await alice.mintToken({ ...bound, wire, addresses: ['192.0.2.1'] });
      const other = await alice.mintToken({ ...bound, wire, projects: ['other'] });
      await rows.token.update({ where: { id: elsewhere.tokenId }, data: { allAddresses: true } });
      await rows.token.update({ where: { id: other.tokenId }, data: { allProjects: true } });
      const paused = await alice.mintToken({ ...bound, wire });
      expect(await codeOfChange(ada, 'pauseToken', { tokenId: paused.tokenId })).toBeNull();
      await rows.token.update({ where: { id: paused.tokenId }, data: { pausedAt: null } });
      expect([wire, await statusesOf([elsewhere, other, paused])]).toEqual([wire, [401, 401, 401]]);
    }
  });

  it('5.7.32: opens nothing with a token whose revocation was taken back by hand', async () => {
    const tokens = await eachKind();
    expect(await statusesOf(tokens)).toEqual([200, 200, 200]);
    for (const token of tokens) await alice.revoke(token);
    expect(await statusesOf(tokens)).toEqual([401, 401, 401]);
    for (const { tokenId } of tokens) {
      await rows.token.update({
        where: { id: tokenId },
        data: { revokedAt: null, revokedById: null, revokeReason: null, liveName: `back ${tokenId}` },
      });
    }
    // What is remembered of a refusal lasts five seconds.
    app.advance(6_000);
    expect(await statusesOf(tokens)).toEqual([401, 401, 401]);
  });

  it('a legacy token goes as a bearer, or with its owner’s own name, and in no other way', async () => {
    const { plaintext } = await legacy();
    const get = (authorization: string) =>
      app.nobody.get(DEMO, { authorization }).then(({ status }) => status);
    expect([
      await get(`Bearer ${plaintext}`),
      await get(basic('alice', plaintext)),
      await get(basic('__token__', plaintext)),
      await get(basic('', plaintext)),
      await get(basic('bob', plaintext)),
      await get(basic('alice', `${plaintext}x`)),
      await get(`Bearer ${plaintext.slice(0, -1)}`),
    ]).toEqual([200, 200, 401, 401, 401, 401, 401]);
  });
});
