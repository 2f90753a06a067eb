// Who gets in on the data plane, and what everybody else is told.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { formatCredential } from '../../server/domain/tokens/secret.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { basic, type Person, type TokenHolder } from '../support/people.ts';

describe('an index of alice that bob may read', () => {
  let app: TestApp;
  let alice: Person, bob: Person, mallory: Person, root: Person;
  let reading: TokenHolder, uploading: TokenHolder;
  const wheel = makeWheel({ name: 'demo', version: '1.0' });
  const page = '/alice/prod/simple/demo/';

  beforeAll(async () => {
    app = await createTestApp();
    [alice, bob, mallory] = [await app.person('alice'), await app.person('bob'), await app.person('mallory')];
    root = await app.person('ruth', { role: 'ADMIN' });
    await alice.createIndex('alice/prod', { readers: ['alice', 'bob'], uploaders: ['alice'] });
    await alice.createIndex('alice/other');
    reading = await alice.mintToken({ scopes: ['index:read'], indexes: ['alice/prod'] });
    uploading = await alice.mintToken({ scopes: ['index:upload'], indexes: ['alice/prod'] });
    expect((await uploading.upload('alice/prod', wheel)).status).toBe(200);
  });
  afterAll(() => app.close());

  it('opens to its readers with a password or a token, and to nobody else', async () => {
    const statuses = {
      'alice, password': (await alice.withPassword.get(page)).status,
      'bob, password': (await bob.withPassword.get(page)).status,
      'read token': (await reading.get(page)).status,
      'upload token': (await uploading.get(page)).status,
      'mallory, password': (await mallory.withPassword.get(page)).status,
      'an admin who is not listed': (await root.withPassword.get(page)).status,
      nobody: (await app.nobody.get(page)).status,
    };
    expect(statuses).toEqual({
      'alice, password': 200,
      'bob, password': 200,
      'read token': 200,
      'upload token': 403,
      'mallory, password': 403,
      'an admin who is not listed': 403,
      nobody: 401,
    });
  });

  it('takes uploads from its uploaders alone', async () => {
    const other = makeWheel({ name: 'demo', version: '2.0' });
    const before = await app.counts();
    const statuses = {
      'read token': (await reading.upload('alice/prod', other)).status,
      'bob, who may read': (await bob.withPassword.upload('alice/prod', other)).status,
      'an admin who is not listed': (await root.withPassword.upload('alice/prod', other)).status,
      nobody: (await app.nobody.upload('alice/prod', other)).status,
    };
    expect(statuses).toEqual({
      'read token': 403,
      'bob, who may read': 403,
      'an admin who is not listed': 403,
      nobody: 401,
    });
    expect(await app.counts()).toEqual(before);
  });

  it('answers like an index that does not exist to whoever may not read it, on every route', async () => {
    const paths = ['simple/', 'simple/demo/', '+simple/demo/', `files/${wheel.sha256}/${wheel.filename}`];
    for (const path of paths) {
      for (const stranger of [app.nobody, mallory.withPassword]) {
        const hidden = await stranger.get(`/alice/prod/${path}`);
        const absent = await stranger.get(`/alice/nothing/${path}`);
        expect([path, hidden.status, await hidden.text(), hidden.headers.get('www-authenticate')]).toEqual([
          path,
          absent.status,
          await absent.text(),
          absent.headers.get('www-authenticate'),
        ]);
        expect([401, 403]).toContain(hidden.status);
      }
    }
  });

  it('tells admins, who administer all of them, that an index does not exist', async () => {
    expect((await root.withPassword.get('/alice/nothing/simple/')).status).toBe(404);
  });

  it('asks for a credential with a challenge, so that browsers and uv present one', async () => {
    const answer = await app.nobody.get(page);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
  });

  it.each([
    ['the user __token__', () => basic('__token__', reading.plaintext), 200],
    ['the owner’s name', () => basic('alice', reading.plaintext), 200],
    ['an empty user, as uv sends it', () => basic('', reading.plaintext), 200],
    ['another user’s name', () => basic('bob', reading.plaintext), 401],
    ['an upper-case scheme', () => basic('__token__', reading.plaintext).replace('Basic', 'BASIC'), 200],
    ['a bearer', () => `Bearer ${reading.plaintext}`, 200],
    ['white space round it', () => basic('__token__', ` ${reading.plaintext}\n`), 200],
    ['a letter too many', () => basic('__token__', `${reading.plaintext}A`), 401],
    ['a wrong secret with a right checksum', () => basic('__token__', otherSecret(reading.plaintext)), 401],
    ['a session’s bearer', () => `Bearer ${alice.bearer}`, 401],
    ['a session as a password', () => basic('alice', alice.bearer), 401],
    ['a wrong password', () => basic('alice', 'not the password'), 401],
    ['an unknown user', () => basic('nobody', 'not the password'), 401],
    ['another scheme', () => 'Digest username="alice"', 401],
    ['half a credential', () => 'Basic', 401],
  ] as [string, () => string, number][])('a token presented with %s', async (_, authorization, status) => {
    const answer = await app.nobody.get(page, { authorization: authorization() });
    expect(answer.status).toBe(status);
  });

  it('never lets an invalid credential in as nobody, though nobody may read', async () => {
    await alice.createIndex('alice/public', { readers: [':anonymous:'] });
    expect((await app.nobody.get('/alice/public/simple/')).status).toBe(200);
    const answer = await app.nobody.get('/alice/public/simple/', { authorization: basic('alice', 'wrong') });
    expect(answer.status).toBe(401);
  });

  it('takes uploads from nobody in particular where the list says so, and nowhere else', async () => {
    await alice.createIndex('alice/drop', { uploaders: [':anonymous:'] });
    const answer = await app.nobody.upload('alice/drop', wheel);
    expect([answer.status, await answer.text()]).toEqual([
      200,
      `Uploaded ${wheel.filename} to alice/drop.\n`,
    ]);
    const { uploadedById } = await app.app.world.readDb.file.findFirstOrThrow({
      where: { index: { path: 'alice/drop' } },
    });
    expect(uploadedById).toBeNull();
    expect((await app.nobody.get('/alice/drop/simple/')).status).toBe(401);
  });

  it('refuses a token on the next request after it was revoked', async () => {
    const token = await alice.mintToken({ scopes: ['index:read'], indexes: ['alice/prod'] });
    expect((await token.get(page)).status).toBe(200);
    await alice.revoke(token);
    expect((await token.get(page)).status).toBe(401);
  });

  it('refuses a token from the moment it expires, though it was remembered', async () => {
    const expiresAt = new Date(app.app.world.clock().getTime() + 3_600_000).toISOString();
    const token = await alice.mintToken({ scopes: ['index:read'], indexes: ['alice/prod'], expiresAt });
    expect((await token.get(page)).status).toBe(200);
    app.advance(3_600_000);
    expect((await token.get(page)).status).toBe(401);
    app.advance(-3_600_000);
  });

  it('shuts out a token whose owner loses the right, at the next request', async () => {
    const token = await bob.mintToken({ scopes: ['index:read'], indexes: ['alice/prod'] });
    expect((await token.get(page)).status).toBe(200);
    const answer = await alice.graphql(
      `mutation { updatePackageIndex(input: { path: "alice/prod", readers: ["alice"] }) { __typename } }`,
    );
    expect(answer.data).toEqual({ updatePackageIndex: { __typename: 'UpdatePackageIndexPayload' } });
    expect((await token.get(page)).status).toBe(403);
  });

  it('keeps a token to its indexes', async () => {
    expect((await reading.get('/alice/other/simple/')).status).toBe(403);
    const everywhere = await alice.mintToken({ scopes: ['index:read'], allIndexes: true });
    expect((await everywhere.get('/alice/other/simple/')).status).toBe(200);
  });

  it('keeps a token to its projects, in pages, files, lists and uploads', async () => {
    const narrow = await alice.mintToken({
      scopes: ['index:read', 'index:upload'],
      indexes: ['alice/prod'],
      projects: ['my.Tools-*', 'exact'],
    });
    const mine = makeWheel({ name: 'My_Tools-cli', version: '1.0' });
    const statuses = {
      'its project': (await narrow.upload('alice/prod', mine)).status,
      'another project': (await narrow.upload('alice/prod', makeWheel({ name: 'demo', version: '9' })))
        .status,
      'its page': (await narrow.get('/alice/prod/simple/my-tools-cli/')).status,
      'another page': (await narrow.get(page)).status,
      'another file': (await narrow.get(`/alice/prod/files/${wheel.sha256}/${wheel.filename}`)).status,
    };
    expect(statuses).toEqual({
      'its project': 200,
      'another project': 403,
      'its page': 200,
      'another page': 403,
      'another file': 403,
    });
    const list = await narrow.get('/alice/prod/simple/', { accept: 'application/vnd.pypi.simple.v1+json' });
    expect(await list.json()).toMatchObject({ projects: [{ name: 'my-tools-cli' }] });
  });

  it('lets nobody in by a row that was planted or widened in the database', async () => {
    const token = await alice.mintToken({ scopes: ['index:read'], indexes: ['alice/other'] });
    expect((await token.get(page)).status).toBe(403);
    await app.app.world.database.db.token.update({
      where: { id: token.tokenId },
      data: { allIndexes: true },
    });
    // A change of its own, so that nothing about the token is remembered any more.
    await alice.mintToken({ scopes: ['index:read'], indexes: ['alice/other'] });
    expect((await token.get(page)).status).toBe(401);
  });
});

/** The same id with a secret that was never issued. */
function otherSecret(plaintext: string): string {
  const [, , id = ''] = plaintext.split('_');
  return formatCredential({ kind: 'pat', id, secret: 'A'.repeat(43) });
}
