// The log of a real server at its most talkative, while everything is done once that involves a secret: what it tells
// of a request, and that no secret is in it, whole or in part.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { launch, setupLinkIn, temporaryFolder } from '../process/launch.ts';
import { makeWheel } from '../support/distributions.ts';
import { anonymous, basic, signedIn } from '../support/people.ts';
import { trusted } from '../support/trusted-documents.ts';
import { raw, rawGraphQL } from './raw.ts';

interface Line {
  readonly level: string;
  readonly requestId?: string;
  readonly method?: string;
  readonly path?: string;
  readonly [name: string]: unknown;
}

const data = temporaryFolder();
const redeemLink = `mutation ($input: RedeemLinkInput!) {
  redeemLink(input: $input) { ... on RedeemLinkPayload { bearer } ... on UserError { message } }
}`;
const signIn = `mutation ($input: SignInInput!) {
  signIn(input: $input) { ... on SignInPayload { bearer } ... on UserError { message } }
}`;
const simpleJson = { accept: 'application/vnd.pypi.simple.v1+json' };

describe('the log', { timeout: 120_000 }, () => {
  /** What must not be found, by what it is. */
  const secrets = new Map<string, string>();
  const secret = (what: string, text: string) => {
    secrets.set(what, text);
    return text;
  };
  const requestIds = new Map<string, string>();
  let stdout = '';
  let stderr = '';
  let lines: Line[];
  let tokenId: string;

  beforeAll(async () => {
    const server = launch({ environment: { WHEELHOUSE_DATA: data, WHEELHOUSE_LOG_LEVEL: 'trace' } });
    const url = await server.listening;
    const remember = (what: string, answer: Response) =>
      void requestIds.set(what, answer.headers.get('x-request-id') ?? 'none');

    const link = setupLinkIn(server.output().stdout) ?? '';
    const password = secret('the first admin’s password', 'correct horse battery staple');
    const input = { name: 'ada', email: 'ada@people.example', password, carrier: 'COOKIE' };
    const linkSecret = secret('the set-up link', link.slice(link.indexOf('#') + 1));
    const redeemed = await rawGraphQL(url, redeemLink, { input: { ...input, secret: linkSecret } });
    const cookie = (redeemed.headers['set-cookie']?.[0] ?? '').split(';')[0]!;
    secret('the session of the cookie', cookie.split('=')[1]!);
    const same = { cookie, 'x-wheelhouse-csrf': '1' };
    expect((await rawGraphQL(url, trusted('Session'), {}, same)).text).toContain('"ada"');

    const ada = await signedIn(url, 'ada', password);
    secret('the session’s bearer', ada.bearer);
    await ada.createIndex('ada/prod');
    const token = await ada.mintToken({ scopes: ['index:read', 'index:upload'], indexes: ['ada/prod'] });
    tokenId = token.tokenId;
    secret('the token', token.plaintext);
    const wheel = makeWheel({ name: 'demo', version: '1.0' });
    remember('an upload with a token', await token.upload('ada/prod', wheel));
    remember('a page with a password', await ada.withPassword.get('/ada/prod/simple/demo/', simpleJson));
    remember('a page with nothing', await anonymous(url).get('/ada/prod/simple/demo/', simpleJson));
    remember(
      'an API answer with two refusals',
      await anonymous(url).request('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${ada.bearer}` },
        body: JSON.stringify({
          query: `mutation {
            taken: createPackageIndex(input: { path: "ada/prod" }) { __typename }
            again: createPackageIndex(input: { path: "ada/prod" }) { __typename }
            absent: revokeToken(input: { tokenId: "none" }) { __typename }
          }`,
        }),
      }),
    );
    await token.get(`/ada/prod/files/${wheel.sha256}/${wheel.filename}`);
    await token.get('/ada/prod/simple/', { authorization: `Bearer ${token.plaintext}` });

    const created = await ada.graphql(
      'mutation { createUser(input: { name: "bob" }) { ... on CreateUserPayload { setupLink } } }',
    );
    const bobsLink = (created.data as { createUser: { setupLink: string } }).createUser.setupLink;
    const bob = { secret: secret('bob’s link', bobsLink.split('#')[1]!), password: 'the passphrase of bob' };
    secret('bob’s password', bob.password);
    await ada.graphql(redeemLink, { input: { ...bob, carrier: 'BEARER' } });

    await tryWrongOnes(url);
    const [folder = ''] = readdirSync(join(data, 'blobs')).filter((name) => wheel.sha256.startsWith(name));
    rmSync(join(data, 'blobs', folder, wheel.sha256));
    remember('a fault', await token.get(`/ada/prod/files/${wheel.sha256}/${wheel.filename}`));
    await ada.revoke(token);
    await ada.graphql('mutation { signOut { __typename } }');

    server.signal('SIGTERM');
    ({ stdout, stderr } = await server.ended);
    stdout = stdout.replace(linkSecret, '');
    lines = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
  }, 120_000);

  /** What people get wrong, and where they put a secret by mistake. */
  async function tryWrongOnes(url: string): Promise<void> {
    const wrong = secret('a wrong password', 'an incorrect horse battery');
    const dead = secret('a token that never was', `wh_pat_${'A'.repeat(22)}_${'B'.repeat(43)}123456`);
    const misplaced = secret('a token in a URL', 'wh_pat_misplaced_secret');
    const escaped = secret('a macaroon in a URL, escaped', 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo');
    const macaroon = secret('a macaroon', `whm-${'QUJD'.repeat(20)}`);
    const legacy = secret('a legacy token', `adm_${'c'.repeat(22)}.${'d'.repeat(43)}`);
    const user = { name: 'ada', password: wrong, carrier: 'BEARER' };
    const page = '/ada/prod/simple/demo/';
    const port = new URL(url).port;
    await rawGraphQL(url, signIn, { input: user });
    await rawGraphQL(url, signIn, { input: { ...user, name: [wrong], carrier: wrong } });
    await rawGraphQL(url, `mutation { signIn(input: { name: "ada", password: "${wrong}" ) }`, {});
    await rawGraphQL(
      url,
      `mutation { signIn(input: { name: "ada", passwort: "${wrong}" }) { __typename } }`,
      {},
    );
    await raw(url, {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'text/plain' },
      body: wrong,
    });
    await raw(url, { path: page, headers: { authorization: basic('ada', wrong) } });
    await raw(url, { path: page, headers: { authorization: basic(wrong, 'ada') } });
    await raw(url, { path: page, headers: { authorization: `Bearer ${dead}` } });
    await raw(url, { path: page, headers: { authorization: `Token ${dead}` } });
    await raw(url, { path: page, headers: { cookie: `wheelhouse_session=${dead}` } });
    for (const text of [macaroon, legacy]) {
      await raw(url, { path: page, headers: { authorization: `Bearer ${text}` } });
      await raw(url, { path: page, headers: { authorization: basic('ada', text) } });
      await raw(url, { path: `/${text}/prod/simple/` });
    }
    await raw(url, { path: `${page}?token=${misplaced}` });
    await raw(url, { path: `/${misplaced}/prod/simple/` });
    await raw(url, { path: `/whm%2D${escaped}/prod/simple/` });
    await raw(url, { path: `/%77h_pat_${escaped}/prod/simple/` });
    await raw(url, { path: `http://ada:${misplaced}@127.0.0.1:${port}${page}?token=${misplaced}` });
    await raw(url, { path: page, headers: { 'user-agent': misplaced, referer: `http://x/?${misplaced}` } });
  }

  it('holds no secret, and neither does standard output beside the one link', () => {
    const everything = stdout + stderr;
    const parts = [...secrets].flatMap(([what, text]) => [
      [what, text] as const,
      [`${what}, its secret part`, text.split('_')[3] ?? text] as const,
      [`${what}, in base64`, Buffer.from(`__token__:${text}`).toString('base64')] as const,
      [`${what}, in base64 with its user`, Buffer.from(`ada:${text}`).toString('base64')] as const,
    ]);
    expect(secrets.size).toBe(13);
    expect(parts.filter(([, text]) => everything.includes(text)).map(([what]) => what)).toEqual([]);
    expect(everything).not.toMatch(/wh_(pat|ci|rep|ses)_\w|whm-\w|adm_\w|\?token|Basic |Bearer |\$argon2/);
  });

  it('tells of a request its id, its answer and who asked with which token', () => {
    const path = '/ada/prod/simple/demo/';
    const told = (what: string) => lines.find(({ requestId }) => requestId === requestIds.get(what));
    const shared = {
      level: 'info',
      time: expect.any(String) as string,
      ms: expect.any(Number) as number,
      address: '127.0.0.1',
    };
    expect(told('an upload with a token')).toEqual({
      ...shared,
      requestId: requestIds.get('an upload with a token'),
      method: 'POST',
      path: '/ada/prod/',
      status: 200,
      user: 'ada',
      credential: tokenId,
    });
    expect(told('a page with a password')).toMatchObject({
      ...shared,
      method: 'GET',
      path,
      status: 200,
      user: 'ada',
    });
    expect(told('a page with nothing')).toEqual({
      ...shared,
      requestId: requestIds.get('a page with nothing'),
      method: 'GET',
      path,
      status: 401,
      codes: ['UNAUTHENTICATED'],
    });
    expect(told('an API answer with two refusals')).toEqual({
      ...shared,
      requestId: requestIds.get('an API answer with two refusals'),
      method: 'POST',
      path: '/graphql',
      status: 200,
      user: 'ada',
      codes: ['NAME_TAKEN', 'NOT_FOUND'],
    });
  });

  it('has a line for every request, each with an id of its own', () => {
    const requests = lines.filter(({ method }) => method !== undefined);
    expect(requests.length).toBeGreaterThan(25);
    expect(new Set(requests.map(({ requestId }) => requestId)).size).toBe(requests.length);
    expect(requests.filter(({ path }) => !path?.startsWith('/'))).toEqual([]);
  });

  it('explains under its id a fault that the answer hides', () => {
    const of = requestIds.get('a fault');
    const [fault, request] = lines.filter(({ requestId }) => requestId === of);
    expect(request).toMatchObject({ level: 'info', status: 503, user: 'ada' });
    expect(fault).toMatchObject({
      level: 'error',
      msg: 'A request failed.',
      err: { code: 'ENOENT', stack: expect.stringContaining('at ') as string },
    });
  });
});
