// Who is let in to read, by every route: C073 to C083 of the conformance cases.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { formatCredential } from '../../server/domain/tokens/secret.ts';
import { raw } from '../http/raw.ts';
import { basic, type Person, type TokenHolder } from '../support/people.ts';
import {
  createIndex,
  createMirror,
  EACH_ROUTE,
  openRouteSet,
  pathOf,
  ROUTES,
  WHEEL,
  type RouteSet,
} from './route-set.ts';

/** The same three ways as the public indexes, for alice alone. */
const CLOSED = { hosted: 'alice/closed-stage', mirror: 'alice/closed-mirror' } as const;
const EACH_CLOSED = Object.entries(CLOSED);

describe('a private index', () => {
  let set: RouteSet;
  let alice: Person, mallory: Person;
  let reading: TokenHolder, browsing: TokenHolder;
  /** The part of the path of the wheel after the index; the same on every route. */
  let file: string;
  beforeAll(async () => {
    set = await openRouteSet();
    alice = set.alice;
    mallory = await set.app.person('mallory');
    await createIndex(alice, { path: CLOSED.hosted, bases: [ROUTES.hosted] });
    await createMirror(alice, CLOSED.mirror, `${set.app.url}/${ROUTES.hosted}/simple/`, {
      readers: ['alice'],
    });
    const indexes = Object.values(CLOSED);
    reading = await alice.mintToken({ scopes: ['index:read'], indexes });
    browsing = await alice.mintToken({ scopes: ['indexes:read'], indexes });
    file = (await pathOf(set.app, ROUTES.hosted, WHEEL)).replace(`/${ROUTES.hosted}/`, '');
  });
  afterAll(() => set.close());

  const pathsOf = () => [
    'simple/',
    'simple/demo-pkg-x/',
    'simple/nobody-has-this/',
    '+simple/demo-pkg-x/',
    'pypi/demo-pkg-x/json',
    'pypi/demo-pkg-x/1.0/json',
    file,
    `${file}.metadata`,
    `files/${'0'.repeat(64)}/nothing-1.0-py3-none-any.whl`,
  ];

  it.each(EACH_CLOSED)(
    'C073, C079: asks strangers for a credential in the same words, whatever there is, %s',
    async (_, index) => {
      const answers = new Set<string>();
      for (const path of [...pathsOf()]) {
        const { status, headers, text } = await raw(set.app.url, { path: `/${index}/${path}` });
        answers.add(JSON.stringify([status, headers['www-authenticate'], text]));
      }
      expect([...answers].map((answer) => JSON.parse(answer) as unknown)).toEqual([
        [
          401,
          'Basic realm="wheelhouse", charset="UTF-8"',
          'This index needs a credential: user "__token__" and a token as the password.\n',
        ],
      ]);
    },
  );

  it('C074: a wrong token is 401 everywhere, also where nobody needs one', async () => {
    const [, , id = ''] = reading.plaintext.split('_');
    const wrong = formatCredential({ kind: 'pat', id, secret: 'A'.repeat(43) });
    for (const index of [...Object.values(CLOSED), ...Object.values(ROUTES)]) {
      for (const path of pathsOf()) {
        const answer = await set.app.nobody.get(`/${index}/${path}`, {
          authorization: basic('__token__', wrong),
        });
        expect([index, path, answer.status]).toEqual([index, path, 401]);
      }
    }
  });

  it.each(EACH_CLOSED)('C075: a token that may not read is 403 everywhere, %s', async (_, index) => {
    for (const path of pathsOf()) {
      for (const who of [browsing, mallory.withPassword])
        expect([path, (await who.get(`/${index}/${path}`)).status]).toEqual([path, 403]);
    }
  });

  it.each(EACH_CLOSED)('C076: a token opens it with any user name, and as a bearer, %s', async (_, index) => {
    const { plaintext } = reading;
    const credentials = [
      basic('__token__', plaintext),
      basic('alice', plaintext),
      basic('', plaintext),
      `Bearer ${plaintext}`,
    ];
    for (const authorization of credentials) {
      for (const path of [
        'simple/',
        'simple/demo-pkg-x/',
        'pypi/demo-pkg-x/json',
        file,
        `${file}.metadata`,
      ]) {
        const answer = await set.app.nobody.get(`/${index}/${path}`, { authorization });
        expect([authorization, path, answer.status]).toEqual([authorization, path, 200]);
      }
    }
  });

  it('C080: a token is refused on every route from the moment it is revoked or expires', async () => {
    const expiresAt = new Date(set.app.app.world.clock().getTime() + 3_600_000).toISOString();
    const indexes = Object.values(CLOSED);
    const revoked = await alice.mintToken({ scopes: ['index:read'], indexes });
    const expiring = await alice.mintToken({ scopes: ['index:read'], indexes, expiresAt });
    const statuses = async (who: TokenHolder) => {
      const seen = new Set<number>();
      for (const index of indexes) {
        for (const path of [
          'simple/',
          'simple/demo-pkg-x/',
          'pypi/demo-pkg-x/json',
          file,
          `${file}.metadata`,
        ])
          seen.add((await who.get(`/${index}/${path}`)).status);
      }
      return [...seen];
    };
    expect([await statuses(revoked), await statuses(expiring)]).toEqual([[200], [200]]);
    await alice.revoke(revoked);
    expect(await statuses(revoked)).toEqual([401]);
    set.app.advance(3_600_000);
    expect(await statuses(expiring)).toEqual([401]);
    set.app.advance(-3_600_000);
  });

  it.each(EACH_CLOSED)(
    'C081: uv needs one request more than who sends its credential at once, %s',
    async (_, index) => {
      const path = `/${index}/simple/demo-pkg-x/`;
      const first = await set.app.nobody.get(path);
      const second = await set.app.nobody.get(path, { authorization: basic('', reading.plaintext) });
      expect([first.status, second.status]).toEqual([401, 200]);
    },
  );

  it('C083: wrong passwords are slowed down, with a number of seconds to wait', async () => {
    let answer = await mallory.withPassword.get(`/${CLOSED.hosted}/simple/`);
    for (let attempt = 0; attempt < 30 && answer.status !== 429; attempt += 1) {
      answer = await set.app.nobody.get(`/${CLOSED.hosted}/simple/`, {
        authorization: basic('mallory', `wrong ${attempt}`),
      });
    }
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([429, 'no-store']);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});

describe('an index that inherits', () => {
  it('shows of each base what its reader may read there, on every route alike', async () => {
    const set = await openRouteSet();
    const { alice, app } = set;
    const bob = await app.person('bob');
    await createIndex(alice, { path: 'alice/inner' });
    expect((await alice.withPassword.upload('alice/inner', WHEEL)).status).toBe(200);
    await createIndex(alice, { path: 'alice/outer', readers: ['alice', 'bob'], bases: ['alice/inner'] });
    const path = `files/${WHEEL.sha256}/${WHEEL.filename}`;
    const paths = ['simple/demo-pkg-x/', 'pypi/demo-pkg-x/json', path, `${path}.metadata`];
    const statuses = async (who: { get: Person['get'] }) =>
      Promise.all(paths.map(async (each) => (await who.get(`/alice/outer/${each}`)).status));
    const listed = async (who: { get: Person['get'] }) =>
      (await (await who.get('/alice/outer/simple/')).text()).includes('demo-pkg-x');
    const token = await bob.mintToken({ scopes: ['index:read'], indexes: ['alice/outer'] });
    expect([await statuses(alice.withPassword), await listed(alice.withPassword)]).toEqual([
      [200, 200, 200, 200],
      true,
    ]);
    for (const who of [bob.withPassword, token])
      expect([await statuses(who), await listed(who)]).toEqual([[404, 404, 404, 404], false]);
    await set.close();
  });

  it.each(EACH_ROUTE)('C039, C075: a token for some projects sees those alone, %s', async (_, index) => {
    const set = await openRouteSet();
    const token = await set.alice.mintToken({
      scopes: ['index:read'],
      indexes: [index],
      projects: ['other'],
    });
    const path = await pathOf(set.app, index, WHEEL);
    const statuses = [
      `/${index}/simple/demo-pkg-x/`,
      `/${index}/pypi/demo-pkg-x/json`,
      path,
      `${path}.metadata`,
    ];
    for (const each of statuses) expect([each, (await token.get(each)).status]).toEqual([each, 403]);
    const list = await token.get(`/${index}/simple/`);
    expect([list.status, (await list.text()).includes('demo-pkg-x')]).toEqual([200, false]);
    await set.close();
  });
});
