// What a user may be called and what a password may be, and that what is refused leaves nothing behind.

import { afterAll, beforeAll, expect, it } from 'vitest';

import { SYSTEM_CALLER } from '../../../server/domain/actor.ts';
import { RESERVED_NAMES } from '../../../server/domain/names.ts';
import { createUser } from '../../../server/domain/users/accounts.ts';
import { transact } from '../../../server/storage/transact.ts';
import type { TestApp } from '../../support/app.ts';
import { eachApp } from '../../support/each-app.ts';
import { basic } from '../../support/people.ts';
import { trySignIn, userNamed } from './acts.ts';

eachApp('a user name', (open) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await open();
  });

  it.each(['a', '7', 'a-b', 'a.b_c-d', 'x'.repeat(50), '0.0', 'simple-index'])('may be %j', async (name) => {
    expect(await userNamed(app, name)).toMatchObject({ name, kind: 'HUMAN', role: 'MEMBER' });
  });

  it.each([
    ['nothing', ''],
    ['upper case', 'Alice'],
    ['51 characters', 'x'.repeat(51)],
    ['a slash', 'a/b'],
    ['a space', 'a b'],
    ['a space at its end', 'a '],
    ['a line feed at its end', 'a\n'],
    ['a dot at its beginning', '.a'],
    ['a dash at its end', 'a-'],
    ['two dots alone', '..'],
    ['a colon, as the groups have', ':anonymous:'],
    ['a letter with an accent', 'josé'],
    ['a letter that looks like another', 'аlice'],
    ['a NUL', 'a\0b'],
    ['an @', 'a@b'],
    ['the name of tokens', '__token__'],
    ['a percent sign', 'a%2fb'],
  ])('is not %s', async (_, name) => {
    const before = await app.counts();
    await expect(createUser(app.app.world, SYSTEM_CALLER, { name })).rejects.toMatchObject({
      code: 'INVALID_NAME',
      path: ['name'],
      message: expect.stringMatching(/^".*" cannot be a user name: use 1 to 50 of .*\.$/s) as string,
    });
    expect(await app.counts()).toEqual(before);
  });

  it('is not one that an address of this server could want', async () => {
    const before = await app.counts();
    for (const name of RESERVED_NAMES) {
      await expect(createUser(app.app.world, SYSTEM_CALLER, { name })).rejects.toMatchObject({
        code: 'INVALID_NAME',
      });
    }
    expect(await app.counts()).toEqual(before);
  });

  it('is never used again, not even after its user is gone', async () => {
    await userNamed(app, 'gone');
    await transact(app.app.world, (write) => write.update('User', { name: 'gone' }, { deletedAt: write.at }));
    for (const name of ['gone', 'a-b']) {
      await expect(createUser(app.app.world, SYSTEM_CALLER, { name })).rejects.toMatchObject({
        code: 'NAME_TAKEN',
        message: `The user name "${name}" is taken; names are never used again.`,
      });
    }
  });

  it('with a NUL opens nothing, and is no fault of the server', async () => {
    const answer = await app.nobody.get('/a/b/simple/', {
      authorization: basic('a\0b', 'a password of twelve'),
    });
    expect(answer.status).toBe(401);
    const { status, errors } = await app.nobody.graphql(
      'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
      { input: { name: 'a\0b', password: 'a password of twelve', carrier: 'BEARER' } },
    );
    expect([status < 500, errors?.[0]?.extensions.code]).toEqual([true, 'BAD_USER_INPUT']);
  });
});

eachApp('a password', (open) => {
  let app: TestApp;
  let users = 0;
  beforeAll(async () => {
    app = await open({ environment: { WHEELHOUSE_SIGN_IN_LIMIT_PER_ADDRESS: '1000' } });
    const ruth = await app.person('ruth', { role: 'ADMIN' });
    await ruth.createIndex('ruth/prod', { readers: [':authenticated:'] });
  });
  afterAll(() => {
    users = 0;
  });

  it.each([
    ['twelve characters', 'twelve chars'],
    ['twelve characters of four bytes each', '🛞'.repeat(12)],
    ['spaces at both ends', '  twelve characters  '],
    ['nothing but spaces', ' '.repeat(12)],
    ['1024 bytes', 'x'.repeat(1024)],
    ['colons', 'one:two:three:four'],
    ['letters of any script', 'пароль из многих букв'],
    ['letters that are composed of two', `e\u0301${'x'.repeat(12)}`],
  ])('may be %s, and is taken exactly as given on the API and on the data plane', async (_, password) => {
    users += 1;
    const name = `user-${users}`;
    await userNamed(app, name, password);
    const onPage = async (text: string) =>
      (await app.nobody.get('/ruth/prod/simple/', { authorization: basic(name, text) })).status;
    expect(await trySignIn(app, name, password)).toMatchObject({ viewer: { name } });
    expect(await onPage(password)).toBe(200);
    for (const other of [
      password.trim(),
      `${password} `,
      [...password].slice(1).join(''),
      password.normalize('NFC'),
    ]) {
      if (other === password) continue;
      expect([other, await trySignIn(app, name, other)]).toMatchObject([other, { code: 'SIGN_IN_FAILED' }]);
      expect([other, await onPage(other)]).toEqual([other, 401]);
    }
  });

  it.each([
    ['eleven characters', 'eleven char', 'A password needs at least 12 characters.'],
    ['eleven characters of four bytes each', '🛞'.repeat(11), 'A password needs at least 12 characters.'],
    ['1025 bytes', 'x'.repeat(1025), 'A password has at most 1024 bytes and no NUL.'],
    ['1026 bytes in fewer characters', 'é'.repeat(513), 'A password has at most 1024 bytes and no NUL.'],
    ['a NUL', 'twelve\0characters', 'A password has at most 1024 bytes and no NUL.'],
    ...['wh_pat_twelve', 'whm-AgESaW5k', 'adm_0123456789abcdefghij.secret'].map((token) => [
      `what looks like a token, ${token}`,
      token,
      'A password cannot begin with "wh_" or "whm-", or look like another token: tokens do.',
    ]),
  ])('is not %s, and the refusal does not repeat it', async (_, password, message) => {
    const before = await app.counts();
    await expect(
      createUser(app.app.world, SYSTEM_CALLER, { name: 'refused', password }),
    ).rejects.toMatchObject({
      code: 'INVALID_PASSWORD',
      path: ['password'],
      message,
    });
    expect(await app.counts()).toEqual(before);
  });
});
