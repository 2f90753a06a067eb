// What somebody tries who holds an attenuable token, or a copy that was narrowed for them. Each test begins with the
// number of the abuse that it keeps out, where it has one.

import { beforeAll, expect, it } from 'vitest';

import { flushRefusedCredentials } from '../../server/domain/audit/refused-credentials.ts';
import { addCaveat } from '../../server/domain/tokens/macaroon/chain.ts';
import { decodeMacaroon, encodeMacaroon, type Macaroon } from '../../server/domain/tokens/macaroon/wire.ts';
import { thirdPartyCaveat } from '../domain/tokens/macaroon/third-party.ts';
import type { TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import { basic, holder, type Person, type TokenHolder } from '../support/people.ts';

const MINUTE = 60 * 1000;
const DEMO = '/alice/prod/simple/demo/';
const OTHER = '/alice/prod/simple/other/';
const SECOND = '/alice/second/simple/demo/';

function macaroonOf({ plaintext }: Pick<TokenHolder, 'plaintext'>): Macaroon {
  return decodeMacaroon(plaintext)!;
}

eachApp('an attenuable token', (open) => {
  let app: TestApp;
  let alice: Person;
  let whole: TokenHolder;

  beforeAll(async () => {
    app = await open({ environment: { WHEELHOUSE_TRUSTED_PROXIES: '127.0.0.1' } });
    alice = await app.person('alice');
    for (const index of ['alice/prod', 'alice/second']) {
      await alice.createIndex(index);
      for (const name of ['demo', 'other']) {
        const uploaded = await alice.withPassword.upload(index, makeWheel({ name, version: '1.0' }));
        expect(uploaded.status).toBe(200);
      }
    }
    whole = await mint({});
  });

  const mint = (options: object) =>
    alice.mintToken({
      scopes: ['index:read', 'index:upload'],
      allIndexes: true,
      wire: 'ATTENUABLE',
      ...options,
    });

  /** What anybody does who holds it, with no call to the server. */
  const narrowed = (token: Pick<TokenHolder, 'plaintext'>, ...caveats: string[]): TokenHolder =>
    holder(app.url, encodeMacaroon(caveats.reduce<Macaroon>(addCaveat, macaroonOf(token))));

  const statusOf = async (token: TokenHolder, path = DEMO) => (await token.get(path)).status;
  const seconds = (minutes: number) =>
    Math.floor((app.app.world.clock().getTime() + minutes * MINUTE) / 1000);
  const uploadOf = (token: TokenHolder, name: string) => {
    const version = `1.${++uploads}`;
    return token.upload('alice/prod', makeWheel({ name, version })).then(({ status }) => status);
  };
  let uploads = 0;

  it('is narrowed by whoever holds it, in each of the ways, without a call to the server', async () => {
    const { id } = await app.app.world.readDb.user.findUniqueOrThrow({ where: { name: 'alice' } });
    const project = await app.app.world.readDb.project.findFirstOrThrow({
      where: { normalizedName: 'demo', index: { livePath: 'alice/prod' } },
    });
    const reach = async (...caveats: string[]) => {
      const copy = narrowed(whole, ...caveats);
      return [
        await statusOf(copy),
        await statusOf(copy, OTHER),
        await statusOf(copy, SECOND),
        await uploadOf(copy, 'demo'),
      ];
    };
    const all = [200, 200, 200, 200];
    const none = [401, 401, 401, 401];
    const demo = [200, 403, 200, 200];
    const reading = [200, 200, 200, 403];
    const outcomes: [string[], number[]][] = [
      [[], all],
      [[`[0,${seconds(5)},${seconds(-5)}]`], all],
      [[`[0, ${seconds(-1)}, ${seconds(-5)}]`], none],
      [[`{"nbf": ${seconds(1)}, "exp": ${seconds(5)}}`], none],
      [['[1, ["Demo"]]'], demo],
      [['{"version": 1, "permissions": {"projects": ["demo"]}}'], demo],
      [[`[2,["${project.id}"]]`], [200, 403, 403, 200]],
      [[`{"project_ids": ["${project.id}"]}`], [200, 403, 403, 200]],
      [[`[3,"${id}"]`], all],
      [[`[3,"${project.id}"]`], none],
      [[`[4,"${id}",null]`], none],
      [['{"version": 1, "permissions": "user"}'], all],
      [['allowed=pkg_read'], reading],
      [['allowed=upload'], [403, 403, 403, 200]],
      [['allowed=pkg_read,upload', 'allowed=pkg_read,del_entry'], reading],
      [['allowed=read'], none],
      [['indexes=alice/prod'], [200, 200, 403, 200]],
      [
        ['indexes=alice/prod', 'indexes=alice/second'],
        [403, 403, 403, 403],
      ],
      [['projects=demo'], demo],
      [[`expires=${seconds(5)}`, `not_before=${seconds(-5)}`], all],
      [[`expires=${seconds(5)}`, `expires=${seconds(-5)}`], none],
      [['expires=never'], all],
      [['anything=else'], none],
      [['[5,"what nobody knows"]'], none],
    ];
    for (const [caveats, expected] of outcomes)
      expect([caveats, await reach(...caveats)]).toEqual([caveats, expected]);
  });

  it('5.7.27: goes wherever a token goes, and nowhere else', async () => {
    const get = (authorization: string) =>
      app.nobody.get(DEMO, { authorization }).then(({ status }) => status);
    const text = narrowed(whole, 'allowed=pkg_read').plaintext;
    expect([
      await get(`Bearer ${text}`),
      await get(basic('__token__', text)),
      await get(basic('', text)),
      await get(basic('alice', text)),
      await get(`BEARER ${text}`),
      await get(basic('__token__', text).replace('Basic', 'BASIC')),
      await get(basic('bob', text)),
      await get(basic(text, '')),
    ]).toEqual([200, 200, 200, 200, 200, 200, 401, 401]);
    expect((await holder(app.url, text).graphql('{ viewer { name } }')).data).toEqual({
      viewer: { name: 'alice' },
    });
  });

  it('ends of itself when a caveat says so, also while it is remembered', async () => {
    const copy = narrowed(whole, `expires=${seconds(2)}`);
    expect(await statusOf(copy)).toBe(200);
    app.advance(2 * MINUTE);
    expect(await statusOf(copy)).toBe(401);
    expect(await statusOf(whole)).toBe(200);
  });

  it('5.7.28: opens nothing with any byte flipped, caveats dropped, reordered or put behind the signature', async () => {
    const copy = narrowed(whole, 'allowed=pkg_read', 'projects=demo');
    const { plaintext } = copy;
    const { caveats, ...macaroon } = macaroonOf(copy);
    const bytes = Buffer.from(plaintext.slice(4), 'base64url');
    const textOf = (content: Buffer) => `whm-${content.toString('base64url')}`;
    const flipped = [...bytes.keys()].map((place) => {
      const altered = Buffer.from(bytes);
      altered[place]! ^= 1 << (place % 8);
      return textOf(altered);
    });
    const identifierAt = bytes.indexOf(macaroon.identifier) - 1;
    const refused = [
      ...flipped,
      encodeMacaroon({ ...macaroon, caveats: caveats.slice(0, 1) }),
      encodeMacaroon({ ...macaroon, caveats: caveats.slice(1) }),
      encodeMacaroon({ ...macaroon, caveats: [] }),
      encodeMacaroon({ ...macaroon, caveats: caveats.toReversed() }),
      encodeMacaroon({ ...macaroon, caveats: [...caveats, Buffer.from('projects=demo')] }),
      encodeMacaroon({ ...macaroon, caveats, signature: Buffer.alloc(32) }),
      textOf(Buffer.concat([bytes, Buffer.alloc(1)])),
      `${plaintext}=`,
      `${plaintext}A`,
      // A length in one byte more than it needs.
      textOf(
        Buffer.concat([
          bytes.subarray(0, identifierAt),
          Buffer.from([22 | 0x80, 0]),
          bytes.subarray(identifierAt + 1),
        ]),
      ),
      textOf(Buffer.concat([Buffer.from([1]), bytes.subarray(1)])),
      `pypi-${plaintext.slice(4)}`,
      thirdPartyCaveat(macaroonOf(whole)),
    ];
    const let_in: string[] = [];
    for (const [count, text] of refused.entries()) {
      // Too many within a minute are answered in another way.
      if (count % 15 === 0) app.advance(MINUTE);
      const status = await statusOf(holder(app.url, text));
      if (status !== 401) let_in.push(`${status}: ${text}`);
    }
    expect(let_in).toEqual([]);
    expect(await statusOf(copy)).toBe(200);
    app.advance(MINUTE);
  });

  it('5.7.30: stays narrow whatever a holder adds, and old copies follow when the token is narrowed', async () => {
    const bound = await mint({ indexes: ['alice/prod'], allIndexes: undefined, projects: ['demo'] });
    const wider = narrowed(
      bound,
      'projects=demo,other',
      'indexes=alice/prod,alice/second',
      'allowed=pkg_read,upload,index_delete',
      'expires=never',
    );
    const reach = async () => [
      await statusOf(wider),
      await statusOf(wider, OTHER),
      await statusOf(wider, SECOND),
      await uploadOf(wider, 'demo'),
    ];
    expect(await reach()).toEqual([200, 403, 403, 200]);

    const answer = await alice.graphql(
      `mutation ($input: NarrowTokenInput!) { narrowToken(input: $input) { __typename ... on UserError { message } } }`,
      { input: { tokenId: bound.tokenId, scopes: ['index:read'] } },
    );
    expect(answer.data).toEqual({ narrowToken: { __typename: 'NarrowTokenPayload' } });
    expect(await reach()).toEqual([200, 403, 403, 403]);
  });

  it('5.7.31: dies in all its copies when it is revoked, and does not mind another location', async () => {
    const token = await mint({});
    const copy = narrowed(token, 'allowed=pkg_read');
    const deeper = narrowed(copy, 'projects=demo');
    const elsewhere = holder(
      app.url,
      encodeMacaroon({ ...macaroonOf(deeper), location: Buffer.from('evil.example') }),
    );
    const all = () => Promise.all([token, copy, deeper, elsewhere].map((each) => statusOf(each)));
    expect(await all()).toEqual([200, 200, 200, 200]);
    await alice.revoke(token);
    expect(await all()).toEqual([401, 401, 401, 401]);
  });

  it('takes its whole family along when any copy comes back after it was rotated and its grace is over', async () => {
    const old = await mint({});
    const copy = narrowed(old, 'allowed=pkg_read');
    const answer = await alice.graphql(
      `mutation ($input: RotateTokenInput!) { rotateToken(input: $input) { ... on RotateTokenPayload { plaintext } ... on UserError { message } } }`,
      { input: { tokenId: old.tokenId, graceSeconds: 60 } },
    );
    const { plaintext } = (answer.data as { rotateToken: { plaintext: string } }).rotateToken;
    const successor = holder(app.url, plaintext);
    const both = async () => [await statusOf(copy), await statusOf(successor)];
    expect(await both()).toEqual([200, 200]);
    app.advance(MINUTE);
    expect(await statusOf(successor)).toBe(200);
    expect(await both()).toEqual([401, 401]);
    const { revokeReason } = await app.app.world.readDb.token.findUniqueOrThrow({
      where: { id: successor.tokenId },
    });
    expect(revokeReason).toBe('REUSE');
  });

  it('5.7.25: with a wrong signature is counted, noted with its id and nothing secret, and locks nobody out', async () => {
    app.advance(2 * MINUTE);
    const token = await mint({});
    const wrong = (byte: number) =>
      holder(app.url, encodeMacaroon({ ...macaroonOf(token), signature: Buffer.alloc(32, byte) }));
    const answers: Response[] = [];
    for (let byte = 0; byte < 25; byte += 1) answers.push(await wrong(byte).get(DEMO));
    expect(answers.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 20 }, () => 401),
      ...Array.from({ length: 5 }, () => 429),
    ]);
    const wait = Number(answers.at(-1)!.headers.get('retry-after'));
    expect(wait > 0 && wait <= 60).toBe(true);
    const overApi = await wrong(99).graphql('{ viewer { name } }');
    expect([overApi.status, overApi.errors?.[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect(await statusOf(token)).toBe(200);

    await flushRefusedCredentials(app.app.world);
    const noted = await app.app.world.readDb.auditEvent.findMany({
      where: { action: 'credential.refused', credentialId: token.tokenId },
    });
    const told = noted.map(({ credentialKind, detail }) => {
      const { code, times } = JSON.parse(detail) as { code: string; times: number };
      return [credentialKind, code, times];
    });
    expect(told.sort()).toEqual([
      ['token', 'RATE_LIMITED', 6],
      ['token', 'UNAUTHENTICATED', 20],
    ]);
    app.advance(MINUTE);
    expect(await statusOf(wrong(100))).toBe(401);
  });

  it('bound to addresses opens nothing from another, whatever was remembered', async () => {
    const token = await mint({ addresses: ['192.0.2.0/24', '2001:db8::/32'] });
    const from = async (address: string) => {
      const page = await token.get(DEMO, { 'x-forwarded-for': address });
      const api = await fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token.plaintext}`,
          'x-forwarded-for': address,
        },
        body: JSON.stringify({ query: '{ viewer { name } }' }),
      });
      return [page.status, api.status];
    };
    const elsewhere = await token.get(DEMO, { 'x-forwarded-for': '198.51.100.1' });
    const unknown = await holder(app.url, 'whm-nothing').get(DEMO);
    expect([elsewhere.status, await elsewhere.text()]).toEqual([unknown.status, await unknown.text()]);
    expect(await from('198.51.100.1')).toEqual([401, 401]);
    expect(await from('192.0.2.9')).toEqual([200, 200]);
    expect(await from('198.51.100.1')).toEqual([401, 401]);
    expect(await from('2001:db8:0:1::5')).toEqual([200, 200]);
    expect(await statusOf(token)).toBe(401);
  });

  it('names an index by its path as of now', async () => {
    const copy = narrowed(whole, 'indexes=alice/later');
    const page = '/alice/later/simple/';
    expect(await statusOf(copy, page)).toBe(403);
    await alice.createIndex('alice/later');
    expect(await statusOf(copy, page)).toBe(200);
  });
});
