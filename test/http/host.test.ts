// What a public URL decides: whose requests are answered, what links and cookies are made of. And whose word about the
// client's address is believed.

import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

import { SYSTEM_CALLER } from '../../server/domain/actor.ts';
import { createUser } from '../../server/domain/users/accounts.ts';
import { originAt } from '../../server/http/origin.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { basic } from '../support/people.ts';
import { trusted } from '../support/trusted-documents.ts';
import { raw, rawGraphQL } from './raw.ts';

const password = 'the password of ada';
const signIn = `mutation ($input: SignInInput!) {
  signIn(input: $input) { __typename ... on SignInPayload { bearer } }
}`;

async function serverAt(publicUrl: string): Promise<TestApp> {
  const app = await createTestApp({ environment: { WHEELHOUSE_PUBLIC_URL: publicUrl } });
  await createUser(app.app.world, SYSTEM_CALLER, { name: 'ada', role: 'ADMIN', password });
  return app;
}

describe('a server with the public URL https://wheels.example', () => {
  let app: TestApp;
  const host = { host: 'wheels.example' };
  beforeAll(async () => {
    app = await serverAt('https://wheels.example');
  });
  afterAll(() => app.close());

  it.each([
    'evil.example',
    'wheels.example.evil.example',
    'wheels.example:8443',
    '127.0.0.1',
    'WHEELS.example.',
  ])('refuses requests for the host %s, whatever they ask for', async (foreign) => {
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/ui/'],
      ['GET', '/graphql'],
      ['POST', '/graphql'],
      ['GET', '/ada/prod/simple/'],
      ['POST', '/ada/prod/'],
    ] as const) {
      const { status, headers } = await raw(app.url, { method, path, headers: { host: foreign } });
      expect([method, path, status, headers['x-error-code']]).toEqual([method, path, 421, 'FOREIGN_HOST']);
    }
  });

  it.each(['wheels.example', 'Wheels.Example', 'wheels.example:443'])('answers the host %s', async (own) => {
    expect((await raw(app.url, { path: '/graphql/schema.graphql', headers: { host: own } })).status).toBe(
      200,
    );
  });

  it('refuses an upload for a foreign host once it was sent, and keeps nothing of it', async () => {
    const wheel = makeWheel({ name: 'demo', version: '1.0' });
    const form = Buffer.concat([
      Buffer.from(
        '--b\r\nContent-Disposition: form-data; name="content"; filename="demo-1.0-py3-none-any.whl"\r\n\r\n',
      ),
      wheel.bytes,
      Buffer.from('\r\n--b--\r\n'),
    ]);
    const { status, text } = await raw(app.url, {
      method: 'POST',
      path: '/ada/prod/',
      headers: {
        host: 'evil.example',
        authorization: basic('ada', password),
        'content-type': 'multipart/form-data; boundary=b',
        'content-length': form.length,
      },
      body: form,
    });
    expect([status, text]).toEqual([421, 'This server answers to wheels.example only.\n']);
    expect([app.files('spool'), app.files('blobs')]).toEqual([[], []]);
  });

  it('tells a program that asks for JSON of a foreign host in JSON', async () => {
    const { status, text } = await rawGraphQL(app.url, '{ __typename }', {}, { accept: 'application/json' });
    expect([status, JSON.parse(text)]).toMatchObject([421, { error: 'FOREIGN_HOST' }]);
  });

  it('gives a cookie that browsers send back to this host alone, over https alone', async () => {
    const input = { name: 'ada', password, carrier: 'COOKIE' };
    const { headers } = await rawGraphQL(app.url, signIn, { input }, host);
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-wheelhouse_session=wh_ses_\w+; Path=\/; HttpOnly; SameSite=Lax; Expires=[^;]+ GMT; Secure$/,
      ),
    ]);
    const cookie = headers['set-cookie']![0]!.split(';')[0]!;
    const query = (more: Record<string, string>) =>
      rawGraphQL(app.url, trusted('Session'), {}, { ...host, 'x-wheelhouse-csrf': '1', cookie, ...more });
    expect(JSON.parse((await query({ origin: 'https://wheels.example' })).text)).toMatchObject({
      data: { viewer: { name: 'ada' } },
    });
    expect((await query({ origin: 'http://wheels.example' })).status).toBe(403);
    // Under the name that plain http uses it is no session: a page on a sibling host could have set that one.
    expect(JSON.parse((await query({ cookie: cookie.replace('__Host-', '') })).text)).toMatchObject({
      data: { viewer: null },
    });
  });

  it('makes links of it', async () => {
    const input = { name: 'ada', password, carrier: 'BEARER' };
    const signedIn = JSON.parse((await rawGraphQL(app.url, signIn, { input }, host)).text) as {
      data: { signIn: { bearer: string } };
    };
    const { text } = await rawGraphQL(
      app.url,
      `mutation {
        createPackageIndex(input: { path: "ada/prod" }) { ... on CreatePackageIndexPayload { packageIndex { url simpleUrl } } }
        createUser(input: { name: "bob" }) { ... on CreateUserPayload { setupLink } }
      }`,
      {},
      { ...host, authorization: `Bearer ${signedIn.data.signIn.bearer}` },
    );
    expect(JSON.parse(text)).toMatchObject({
      data: {
        createPackageIndex: {
          packageIndex: {
            url: 'https://wheels.example/ada/prod/',
            simpleUrl: 'https://wheels.example/ada/prod/simple/',
          },
        },
        createUser: {
          setupLink: expect.stringMatching(
            /^https:\/\/wheels\.example\/ui\/set-password#[\w-]{43}$/,
          ) as string,
        },
      },
    });
  });
});

it('a public URL on plain http makes links and cookies of plain http', async () => {
  const app = await serverAt('http://wheels.internal:8080');
  const input = { name: 'ada', password, carrier: 'COOKIE' };
  const { headers } = await rawGraphQL(app.url, signIn, { input }, { host: 'wheels.internal:8080' });
  expect(headers['set-cookie']).toEqual([
    expect.stringMatching(
      /^wheelhouse_session=wh_ses_\w+; Path=\/; HttpOnly; SameSite=Lax; Expires=[^;]+ GMT$/,
    ),
  ]);
  expect((await raw(app.url, { path: '/ui/', headers: { host: 'wheels.internal' } })).status).toBe(421);
  await app.close();
});

it('without a public URL links are made of the host that the request names, else of an address that one can go to', async () => {
  const app = await createTestApp({ environment: { WHEELHOUSE_HOST: '0.0.0.0' } });
  onTestFinished(() => app.close());
  const publicUrl = async (host: string) => {
    const { text } = await rawGraphQL(app.url, '{ server { publicUrl } }', {}, { host });
    return (JSON.parse(text) as { data: { server: { publicUrl: string } } }).data.server.publicUrl;
  };
  expect(await publicUrl('Wheels.internal:8080')).toBe('http://wheels.internal:8080');
  expect(await publicUrl('[::1]:8080')).toBe('http://[::1]:8080');
  expect(await publicUrl('wheels_internal')).toBe(app.url);
});

it.each([
  ['127.0.0.1', 'http://127.0.0.1:3141'],
  ['0.0.0.0', 'http://127.0.0.1:3141'],
  ['::', 'http://127.0.0.1:3141'],
  ['0:0:0:0:0:0:0:0', 'http://127.0.0.1:3141'],
  ['::1', 'http://[::1]:3141'],
  ['10.0.0.7', 'http://10.0.0.7:3141'],
  ['localhost', 'http://localhost:3141'],
])('what listens at %s is reached from its own machine at %s', (host, origin) => {
  expect(originAt(host, 3141)).toBe(origin);
});

describe('X-Forwarded-For', () => {
  const ours = '127.0.0.1, 10.0.0.0/8';
  const apps = new Map<string, TestApp>();
  afterAll(async () => {
    for (const app of apps.values()) await app.close();
  });

  /** Of the latest sign-in that failed, at a server that trusts these proxies. */
  const addressOf = async (trusted: string, forwarded: string) => {
    const environment = {
      WHEELHOUSE_TRUSTED_PROXIES: trusted,
      WHEELHOUSE_SIGN_IN_LIMIT_PER_ADDRESS: '1000',
      WHEELHOUSE_SIGN_IN_LIMIT_PER_ACCOUNT: '1000',
    };
    const app = apps.get(trusted) ?? (await createTestApp({ environment }));
    apps.set(trusted, app);
    const input = { name: 'nobody', password: 'not her password', carrier: 'BEARER' };
    await rawGraphQL(app.url, signIn, { input }, { 'x-forwarded-for': forwarded });
    const event = await app.app.world.readDb.auditEvent.findFirst({
      where: { action: 'session.refused' },
      orderBy: { id: 'desc' },
    });
    return event?.address;
  };

  it.each([
    ['a stranger claims it', '', '203.0.113.9', '127.0.0.1'],
    ['another machine is the proxy', '10.0.0.0/8', '203.0.113.9', '127.0.0.1'],
    ['our proxy says it', ours, '203.0.113.9', '203.0.113.9'],
    ['it came through two of our proxies', ours, '203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['the client made a beginning up', ours, '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['the client is on IPv6', ours, '2001:db8::7', '2001:db8::7'],
    ['it is no address', ours, 'unknown', '127.0.0.1'],
    ['it has a port', ours, '203.0.113.70:4001', '203.0.113.70'],
    ['its port is hidden', ours, '203.0.113.70:_gazonk', '203.0.113.70'],
    ['it is IPv6 with a port', ours, '[2001:db8::1]:443', '2001:db8::1'],
    ['it is IPv6 in brackets', ours, '[2001:db8::1]', '2001:db8::1'],
    ['it is IPv4 inside IPv6', ours, '[::FFFF:203.0.113.70]:443', '203.0.113.70'],
    ['our own proxy has a port', ours, '203.0.113.9:4001, 10.1.2.3:80', '203.0.113.9'],
    ['what our proxy says cannot be read', ours, '198.51.100.1, unknown', '127.0.0.1'],
    ['our proxy hides whom it saw', ours, '198.51.100.1, _hidden, 10.1.2.3', '10.1.2.3'],
    ['our proxy says nothing', ours, '198.51.100.1,', '127.0.0.1'],
    ['there is something behind the port', ours, '198.51.100.1, 203.0.113.9:80:80', '127.0.0.1'],
    ['it only looks like an address', ours, '198.51.100.1, 203.0.113.256', '127.0.0.1'],
    ['it looks like no address in brackets', ours, '198.51.100.1, [fe80::1%eth0]:1', '127.0.0.1'],
    ['it begins with our own', ours, '10.0.0.2', '10.0.0.2'],
  ])('where %s: trusting "%s", "%s" is %s in the audit trail', async (_, trusted, forwarded, address) => {
    expect(await addressOf(trusted, forwarded)).toBe(address);
  });

  it('that names a port does not let a guesser past the throttle', async () => {
    const app = await createTestApp({
      environment: { WHEELHOUSE_TRUSTED_PROXIES: ours, WHEELHOUSE_SIGN_IN_LIMIT_PER_ADDRESS: '1' },
    });
    onTestFinished(() => app.close());
    const answers: string[] = [];
    for (const port of [4001, 4002]) {
      const input = { name: 'nobody', password: 'not her password', carrier: 'BEARER' };
      const headers = { 'x-forwarded-for': `203.0.113.70:${port}` };
      const { text } = await rawGraphQL(app.url, signIn, { input }, headers);
      const { data } = JSON.parse(text) as { data: { signIn: { __typename: string } } };
      answers.push(data.signIn.__typename);
    }
    expect(answers).toEqual(['SignInFailedError', 'RateLimitedError']);
  });
});
