// What somebody tries who holds an attenuable token, or a copy that was narrowed for them. What each caveat leaves is in
// token-caveats.test.ts. Each test begins with the number of the abuse that it keeps out, where it has one.

import { beforeAll, expect, it } from 'vitest';

import { flushRefusedCredentials } from '../../server/domain/audit/refused-credentials.ts';
import { decodeMacaroon, encodeMacaroon, type Macaroon } from '../../server/domain/tokens/macaroon/wire.ts';
import { thirdPartyCaveat } from '../domain/tokens/macaroon/third-party.ts';
import type { TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import { narrowed } from '../support/narrowed.ts';
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

  const copyOf = ({ plaintext }: TokenHolder, ...caveats: string[]) =>
    holder(app.url, narrowed(plaintext, ...caveats));

  const statusOf = async (token: TokenHolder, path = DEMO) => (await token.get(path)).status;
  const uploadOf = (token: TokenHolder, name: string) => {
    const version = `1.${++uploads}`;
    return token.upload('alice/prod', makeWheel({ name, version })).then(({ status }) => status);
  };
  let uploads = 0;

  it('5.7.27: goes wherever a token goes, and nowhere else', async () => {
    const get = (authorization: string) =>
      app.nobody.get(DEMO, { authorization }).then(({ status }) => status);
    const text = copyOf(whole, 'allowed=pkg_read').plaintext;
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

  it('5.7.28: opens nothing with any byte flipped, caveats dropped, reordered or put behind the signature', async () => {
    const copy = copyOf(whole, 'allowed=pkg_read', 'projects=demo');
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
    const wider = copyOf(
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
    const copy = copyOf(token, 'allowed=pkg_read');
    const deeper = copyOf(copy, 'projects=demo');
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
    const copy = copyOf(old, 'allowed=pkg_read');
    const answer = await alice.graphql(
      `mutation ($input: RotateTokenInput!) { rotateToken(input: $input) { ... on RotateTokenPayload { plaintext } ... on UserError { message } } }`,
      { input: { tokenId: old.tokenId, graceSeconds: 60 } },
    );
    const { plaintext } = (answer.data as { rotateToken: { plaintext: string } }).rotateToken;
    const successor = holder(app.url, plaintext);
    const both = async () => [await statusOf(copy), await statusOf(successor)];
    expect(await both()).toEqual([200, 200]);
    app.advance(MINUTE);
    // Those that their holders let end, or bound to what does not hold, were shut out without the rotation.
    expect(await statusOf(copyOf(old, 'expires=1000'))).toBe(401);
    expect(await statusOf(copyOf(old, 'garbage'))).toBe(401);
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
});
