// How far a token reaches where installers and uploaders go: not beyond its scopes, its indexes and its projects, however
// these are spelled, and not beyond its owner. Each test begins with the number of the abuse that it keeps out. What a
// scope opens on the API is in token-scopes.test.ts.

import { beforeAll, expect, it } from 'vitest';

import { formatCredential } from '../../server/domain/tokens/secret.ts';
import { change, codeOfChange } from '../graphql/change.ts';
import type { TestApp } from '../support/app.ts';
import { makeSdist, makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import { basic, holder, type Distribution, type Person, type TokenHolder } from '../support/people.ts';

const PROD = '/alice/prod/simple/demo/';
const DEMO = makeWheel({ name: 'demo', version: '1.0' });
const HIDDEN = makeWheel({ name: 'hidden', version: '1.0' });
const WIRES = ['OPAQUE', 'ATTENUABLE'] as const;

eachApp('a token of alice', (open) => {
  let app: TestApp;
  let alice: Person;
  let uploads = 1;

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    await app.person('bob');
    for (const index of ['alice/prod', 'alice/second']) await alice.createIndex(index);
    await alice.withPassword.upload('alice/prod', DEMO);
    await alice.withPassword.upload('alice/second', HIDDEN);
  });

  const mint = (scopes: string[], more: object = { indexes: ['alice/prod'] }) =>
    alice.mintToken({ scopes, ...more });
  const limitedTo = (...projects: string[]) =>
    mint(['index:read', 'index:upload'], { indexes: ['alice/prod'], projects });
  const wheelOf = (name: string) => makeWheel({ name, version: `1.${(uploads += 1)}` });
  const statusOf = async (token: TokenHolder, path: string) => (await token.get(path)).status;
  const uploadOf = async (
    token: TokenHolder,
    file: Distribution,
    fields: Record<string, string> = {},
    index = 'alice/prod',
  ) => (await token.upload(index, file, fields)).status;

  it.each(WIRES)('5.7.1: to install uploads nothing, %s', async (wire) => {
    const token = await mint(['index:read'], { indexes: ['alice/prod'], wire });
    const before = await app.counts();
    expect([await statusOf(token, PROD), await uploadOf(token, wheelOf('demo'))]).toEqual([200, 403]);
    expect(await app.counts()).toEqual(before);
  });

  it.each(WIRES)('5.7.2: to upload installs, deletes and changes nothing, %s', async (wire) => {
    const token = await mint(['index:upload'], { indexes: ['alice/prod'], wire });
    const file = `/alice/prod/files/${DEMO.sha256}/${DEMO.filename}`;
    const before = await app.counts();
    const path = 'alice/prod';
    expect([await statusOf(token, PROD), await statusOf(token, file)]).toEqual([403, 403]);
    for (const method of ['DELETE', 'PUT', 'PATCH']) {
      const told = await Promise.all([token.request(file, { method }), token.request(PROD, { method })]);
      expect([method, ...told.map(({ status }) => status)]).toEqual([method, 405, 405]);
    }
    expect([
      await codeOfChange(token, 'updatePackageIndex', { path, uploaders: ['alice', 'bob'] }),
      await codeOfChange(token, 'deletePackageIndex', { path, confirmPath: path, expectedFiles: 1 }),
    ]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(await app.counts()).toEqual(before);
    expect(await uploadOf(token, wheelOf('demo'))).toBe(200);
  });

  it('5.7.3, X10: for one index puts nothing into another of the same owner', async () => {
    const token = await mint(['index:read', 'index:upload']);
    const before = await app.counts();
    const file = wheelOf('demo');
    expect([
      await uploadOf(token, file, {}, 'alice/second'),
      await uploadOf(token, file, {}, 'alice/prod/../second'),
      await uploadOf(token, file, {}, 'alice/nothing'),
    ]).toEqual([403, 403, 403]);
    expect(await app.counts()).toEqual(before);
  });

  it('5.7.4: for one index reads nothing of another, in the words for one that is not there, nor through its own', async () => {
    const token = await mint(['index:read']);
    const told = async (path: string) => {
      const answer = await token.get(path);
      return [answer.status, (await answer.text()).replaceAll('alice/nothing', 'alice/second')];
    };
    const below = ['simple/', 'simple/hidden/', `files/${HIDDEN.sha256}/${HIDDEN.filename}`];
    for (const path of below) {
      const hidden = await told(`/alice/second/${path}`);
      expect(hidden).toEqual(await told(`/alice/nothing/${path}`));
      expect([path, hidden[0]]).toEqual([path, 403]);
    }
    expect([await told('/alice/prod/simple/hidden/'), await told(`/alice/prod/${below[2]}`)]).toEqual([
      [404, expect.any(String)],
      [404, expect.any(String)],
    ]);
  });

  it.each([
    ['my-pkg', 200],
    ['My.Pkg', 200],
    ['MY_PKG', 200],
    ['my--_.pkg', 200],
    ['my-pkg-2', 403],
    ['mypkg', 403],
  ])('5.7.5: for My.Pkg is judged by the normalised name when %s is sent: %i', async (spelling, status) => {
    const token = await limitedTo('My.Pkg');
    const [, rest = ''] = /^my[-_.]*(?:pkg)(.*)$/i.exec(spelling) ?? [];
    const file = wheelOf(spelling === 'mypkg' ? 'mypkg' : `my-pkg${rest}`);
    expect([await uploadOf(token, file, { name: spelling }), await statusOf(token, PROD)]).toEqual([
      status,
      403,
    ]);
  });

  it('5.7.5: for one project cannot send another under its name', async () => {
    const token = await limitedTo('my-pkg');
    const before = await app.counts();
    const version = '9.0';
    const refused = {
      'metadata of another': await uploadOf(
        token,
        makeSdist({ name: 'my-pkg', version, metadataName: 'other' }),
      ),
      'metadata of another, as a wheel': await uploadOf(
        token,
        makeWheel({ name: 'my-pkg', version, metadataName: 'other' }),
      ),
      'a file of another': await uploadOf(token, wheelOf('other'), { name: 'my-pkg' }),
      'its file for another': await uploadOf(token, wheelOf('my-pkg'), { name: 'other' }),
    };
    expect(refused).toEqual({
      'metadata of another': 400,
      'metadata of another, as a wheel': 400,
      'a file of another': 400,
      'its file for another': 400,
    });
    expect(await app.counts()).toEqual(before);
  });

  it('5.7.6: for foo* reaches what begins so once it is normalised, and nothing shorter', async () => {
    const token = await limitedTo('foo*');
    const told: Record<string, number> = {};
    for (const name of ['foo', 'Foo_bar', 'foobar', 'fo', 'f-oo', 'demo'])
      told[name] = await uploadOf(token, wheelOf(name));
    expect(told).toEqual({ foo: 200, Foo_bar: 200, foobar: 200, fo: 403, 'f-oo': 403, demo: 403 });
    const pages = ['foo', 'foo-bar', 'fo', 'demo'].map((name) =>
      statusOf(token, `/alice/prod/simple/${name}/`),
    );
    expect(await Promise.all(pages)).toEqual([200, 200, 403, 403]);
    // Patterns are made of normalised names: with the underline it is the same one.
    const dashed = await limitedTo('Foo_*');
    expect([await uploadOf(dashed, wheelOf('foo-bar')), await uploadOf(dashed, wheelOf('foobar'))]).toEqual([
      200, 403,
    ]);
  });

  it.each(['f*o', '', '**', '*', '*foo', 'foo**', 'foo?', '[a-z]*', 'foo *', '.*'])(
    '5.7.6: is not made for the projects %j',
    async (pattern) => {
      const before = await app.counts();
      const input = { name: 'odd', scopes: ['index:read'], indexes: ['alice/prod'], projects: [pattern] };
      expect(await codeOfChange(alice, 'createToken', input)).toBe('INVALID_PATTERN');
      expect(await app.counts()).toEqual(before);
    },
  );

  it.each(WIRES)(
    '5.7.8: uploads nothing from the request on that follows the loss of the right, %s',
    async (wire) => {
      const bob = await app.person(`bob-${wire.toLowerCase()}`);
      const listed = (...uploaders: string[]) =>
        change(alice, 'updatePackageIndex', { path: 'alice/prod', uploaders }, '__typename');
      await listed('alice', bob.name);
      const token = await bob.mintToken({ scopes: ['index:upload'], indexes: ['alice/prod'], wire });
      const told = [await uploadOf(token, wheelOf('demo'))];
      await listed('alice');
      told.push(await uploadOf(token, wheelOf('demo')));
      await listed('alice', bob.name);
      told.push(await uploadOf(token, wheelOf('demo')));
      expect(told).toEqual([200, 403, 200]);
    },
  );

  it('5.7.27: goes with __token__, its owner’s name or none, in any case of the scheme, and with no other name', async () => {
    const { plaintext } = await mint(['index:read']);
    const get = async (authorization: string) => (await app.nobody.get(PROD, { authorization })).status;
    expect({
      __token__: await get(basic('__token__', plaintext)),
      alice: await get(basic('alice', plaintext)),
      'no name': await get(basic('', plaintext)),
      BASIC: await get(basic('__token__', plaintext).replace('Basic', 'BASIC')),
      bearer: await get(`bearer ${plaintext}`),
      bob: await get(basic('bob', plaintext)),
      Alice: await get(basic('Alice', plaintext)),
      'as the name': await get(basic(plaintext, '')),
      'in the query': (await app.nobody.get(`${PROD}?token=${plaintext}`)).status,
    }).toEqual({
      __token__: 200,
      alice: 200,
      'no name': 200,
      BASIC: 200,
      bearer: 200,
      bob: 401,
      Alice: 401,
      'as the name': 401,
      'in the query': 401,
    });
  });

  it('5.7.25: is not locked out by two hundred wrong secrets for its id, which are told to wait', async () => {
    const token = await mint(['index:read']);
    const guess = (count: number) =>
      holder(
        app.url,
        formatCredential({ kind: 'pat', id: token.tokenId, secret: String(count).padStart(43, '0') }),
      );
    const told: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const guesses = Array.from({ length: 50 }, (_, count) => guess(round * 50 + count));
      told.push(...(await Promise.all(guesses.map((each) => statusOf(each, PROD)))));
      expect(await statusOf(token, PROD)).toBe(200);
    }
    const isTold = (status: number) => told.filter((each) => each === status).length;
    expect(isTold(401) + isTold(429)).toBe(200);
    // Twice as many where the minute turned meanwhile.
    expect([20, 40]).toContain(isTold(401));
  });

  it('is not looked for in the database once it has a typing error, or is no macaroon at all', async () => {
    const { plaintext } = await mint(['index:read']);
    const last = plaintext.at(-1) === '0' ? '1' : '0';
    const mistyped = [
      `${plaintext.slice(0, -1)}${last}`,
      `${plaintext}0`,
      'wh_pat_',
      'whm-AgEA',
      'adm_abcdefghij-ABCDEFGHI.x.y',
    ];
    for (const text of mistyped) {
      for (const authorization of [`Bearer ${text}`, basic('__token__', text), basic('alice', text)]) {
        app.takeStatements();
        const { status } = await app.nobody.get(PROD, { authorization });
        // What a second node wrote is looked for all the time.
        const asked = app.takeStatements().filter((sql) => /"?(Token|User|Password)"?/.test(sql));
        expect([text, status, asked]).toEqual([text, 401, []]);
      }
    }
  });
});
