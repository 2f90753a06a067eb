// What is done to somebody by way of what they are shown or send: a link that is read by the wrong person, a name with
// markup in it, a page elsewhere that uses their cookie. Each test begins with the name of the abuse or the defect that
// it keeps out.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { isObjectType } from 'graphql';
import { beforeAll, expect, it } from 'vitest';

import { SYSTEM_CALLER } from '../../server/domain/actor.ts';
import { createUser } from '../../server/domain/users/accounts.ts';
import { schema } from '../../server/graphql/schema.ts';
import { HOUR, post, redeem, trySignIn, whoIs } from '../domain/users/acts.ts';
import { codeOf } from '../graphql/ask.ts';
import { change } from '../graphql/change.ts';
import { raw, rawGraphQL } from '../http/raw.ts';
import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import { signedIn, type Anonymous, type Person } from '../support/people.ts';
import { trusted } from '../support/trusted-documents.ts';

const PASSWORD = 'kelp anvil tram dusk';
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on SignInPayload { bearer } } }`;

eachApp('a link that sets a password', (open) => {
  let app: TestApp;
  let ada: Person;
  let bob: Person;

  beforeAll(async () => {
    app = await open();
    [ada, bob] = [await app.person('ada', { role: 'ADMIN' }), await app.person('bob')];
  });

  const linkForBob = async () => {
    const { link } = await change(ada, 'resetPassword', { name: 'bob' }, 'link');
    return link!.split('#')[1]!;
  };

  it('X5: is stored as a hash alone, in no row and in no event, and shown to the admin once', async () => {
    const secret = await linkForBob();
    const { readDb } = app.app.world;
    const rows = await readDb.oneTimeLink.findMany({ where: { usedAt: null, purpose: 'RESET_PASSWORD' } });
    expect(rows.map(({ secretHash }) => secretHash)).toContain(
      createHash('sha256').update(secret).digest('hex'),
    );
    const written = [rows, await readDb.auditEvent.findMany(), await readDb.change.findMany()];
    const text = JSON.stringify(written, (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(text).not.toContain(secret);
    const places = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
      .filter((place) => /\.\w*(link|secret)/i.test(place));
    expect(places.sort()).toEqual([
      'CreateUserPayload.setupLink',
      'Mutation.redeemLink',
      'Query.canRedeemLink',
      // Of a project, to its home page and the like.
      'Release.links',
      'ResetPasswordPayload.link',
    ]);
  });

  it('X5: says when it expires, and opens nothing after an hour', async () => {
    const { link, ...told } = await change(ada, 'resetPassword', { name: 'bob' }, 'link expiresAt');
    const { expiresAt } = told as unknown as { expiresAt: string };
    expect(Math.round((Date.parse(expiresAt) - app.app.world.clock().getTime()) / 60_000)).toBe(60);
    app.advance(HOUR);
    expect(await redeem(app, { secret: link!.split('#')[1]!, password: PASSWORD })).toMatchObject({
      code: 'LINK_INVALID',
    });
    app.advance(-HOUR);
  });

  it('X5: works once, and leaves no session and no password of before', async () => {
    const secret = await linkForBob();
    expect(await redeem(app, { secret, password: PASSWORD })).toMatchObject({ viewer: { name: 'bob' } });
    expect(await whoIs(bob)).toBe('UNAUTHENTICATED');
    expect(await trySignIn(app, 'bob', bob.password)).toMatchObject({ code: 'SIGN_IN_FAILED' });
    expect(await redeem(app, { secret, password: 'the password of mallory' })).toMatchObject({
      code: 'LINK_INVALID',
    });
  });

  it('X5: is not the only way that ends sessions: so do a new password of one’s own and of a service', async () => {
    const carol = await app.person('carol');
    const laptop = await signedIn(app.url, 'carol', carol.password);
    const passwords = { currentPassword: carol.password, newPassword: PASSWORD };
    expect(await change(laptop, 'changePassword', passwords)).toMatchObject({
      __typename: 'ChangePasswordPayload',
    });
    await change(ada, 'createUser', { name: 'robot', kind: 'SERVICE', password: PASSWORD });
    const robot = await signedIn(app.url, 'robot', PASSWORD);
    await change(ada, 'setServicePassword', { name: 'robot', password: 'another of the robot' });
    expect([await whoIs(carol), await whoIs(laptop), await whoIs(robot)]).toEqual(
      Array(3).fill('UNAUTHENTICATED'),
    );
  });
});

eachApp('markup', (open) => {
  const NAME = '<img src=x onerror=alert(1)>';
  const ADDRESS = '<svg/onload=alert(1)>@people.example';

  it('X7: is no user’s name, and as a display name or an address it is text in JSON, and on no page', async () => {
    const app = await open();
    const ada = await app.person('ada', { role: 'ADMIN' });
    const make = (input: object) => change(ada, 'createUser', { password: PASSWORD, ...input });
    expect(await make({ name: '<script>alert(1)</script>' })).toMatchObject({ code: 'INVALID_NAME' });
    expect(await make({ name: 'eve', displayName: NAME, email: ADDRESS })).toMatchObject({
      __typename: 'CreateUserPayload',
    });
    const bearer = { authorization: `Bearer ${ada.bearer}` };
    const answer = await rawGraphQL(app.url, '{ user(name: "eve") { displayName email } }', {}, bearer);
    expect(JSON.parse(answer.text)).toMatchObject({ data: { user: { displayName: NAME, email: ADDRESS } } });
    expect([answer.headers['content-type'], answer.headers['x-content-type-options']]).toEqual([
      'application/json; charset=utf-8',
      'nosniff',
    ]);
    const eve = await signedIn(app.url, 'eve', PASSWORD);
    await eve.createIndex('eve/prod');
    for (const path of ['/graphql', '/eve/prod/simple/']) {
      const page = await eve.withPassword.get(path, { accept: 'text/html' });
      expect([page.status, page.headers.get('content-type')?.split(';')[0]]).toEqual([200, 'text/html']);
      expect(await page.text()).not.toContain('alert(1)');
    }
  });

  it('X7: meets no page of ours that is made of strings', () => {
    const web = fileURLToPath(new URL('../../web', import.meta.url));
    const sources = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    const unsafe = sources.filter((name) =>
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc/i.test(
        readFileSync(join(web, name), 'utf8'),
      ),
    );
    expect(sources.length).toBeGreaterThan(50);
    expect(unsafe).toEqual([]);
  });
});

eachApp('somebody without the right', (open) => {
  it('X9: is told so where they are: not sent to sign in, not signed out, and no program gets a page', async () => {
    const app = await open();
    const [alice, bob] = [await app.person('alice'), await app.person('bob')];
    await alice.createIndex('alice/prod');
    const curl = { accept: '*/*' };
    const onApi = async (credential: Record<string, string>) => {
      const headers = { ...curl, ...credential };
      const answer = await rawGraphQL(app.url, '{ users { totalCount } }', {}, headers);
      const { errors } = JSON.parse(answer.text) as { errors: { extensions: { code: string } }[] };
      const { location, 'content-type': type } = answer.headers;
      return [answer.status, errors[0]!.extensions.code, type, location];
    };
    const json = ['application/json; charset=utf-8', undefined];
    expect({
      nobody: await onApi({}),
      'a session that ended': await onApi({ authorization: 'Bearer wh_ses_none' }),
      'a member': await onApi({ authorization: `Bearer ${bob.bearer}` }),
    }).toEqual({
      nobody: [200, 'UNAUTHENTICATED', ...json],
      'a session that ended': [401, 'UNAUTHENTICATED', ...json],
      'a member': [200, 'FORBIDDEN', ...json],
    });
    const ours = { cookie: await cookieOf(app, bob), 'x-wheelhouse-csrf': '1' };
    const page = await post(app, trusted('UsersPage', { first: 20 }), ours);
    expect([page.status, page.code, page.cookies]).toEqual([200, 'FORBIDDEN', []]);
    expect(await post(app, trusted('Session'), ours)).toMatchObject({
      body: { data: { viewer: { name: 'bob' } } },
    });
    const onIndex = async (who: Anonymous) => {
      const { status, headers } = await who.get('/alice/prod/simple/', curl);
      return [status, headers.get('location'), headers.get('content-type')];
    };
    expect(await onIndex(app.nobody)).toEqual([401, null, 'text/plain; charset=utf-8']);
    expect(await onIndex(bob.withPassword)).toEqual([403, null, 'text/plain; charset=utf-8']);
  });
});

eachApp('a page elsewhere', (open) => {
  it('5.7.38: changes and reads nothing with the cookie of who visits it', async () => {
    const app = await open();
    const bob = await app.person('bob');
    const cookie = await cookieOf(app, bob);
    const before = await app.counts();
    const signOut = JSON.stringify(trusted('Layout_SignOut'));
    const send = async (headers: Record<string, string>, body?: string, path = '/graphql') => {
      const method = body === undefined ? 'GET' : 'POST';
      const answer = await raw(app.url, { method, path, headers: { cookie, ...headers }, body });
      return [answer.status, answer.headers['x-error-code'], answer.headers['access-control-allow-origin']];
    };
    // Browsers of our day say both, older ones the first alone.
    const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const { origin } = elsewhere;
    const type = (name: string) => ({ ...elsewhere, 'content-type': name });
    const json = { 'content-type': 'application/json' };
    const withHeader = { ...json, 'x-wheelhouse-csrf': '1' };
    const stream = { ...elsewhere, ...withHeader, accept: 'text/event-stream' };
    const mutation = `/graphql?query=${encodeURIComponent('mutation { signOut { __typename } }')}`;
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
    expect({
      'a form': await send(type('application/x-www-form-urlencoded'), `query=${signOut}`),
      'a form with files': await send(type('multipart/form-data; boundary=b'), '--b--'),
      'JSON as text': await send(type('text/plain'), signOut),
      'JSON without our header': await send(json, signOut),
      'JSON with our header': await send({ ...elsewhere, ...withHeader }, signOut),
      'JSON of an older browser': await send({ origin, ...withHeader }, signOut),
      'a mutation in the address': await send(elsewhere, undefined, mutation),
      'a subscription': await send(stream, JSON.stringify(trusted('SessionWatch'))),
      'a socket': await send({ ...elsewhere, ...upgrade, 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' }),
    }).toEqual({
      'a form': [400, 'BAD_REQUEST', undefined],
      'a form with files': [400, 'BAD_REQUEST', undefined],
      'JSON as text': [400, 'BAD_REQUEST', undefined],
      'JSON without our header': [403, 'CSRF', undefined],
      'JSON with our header': [403, 'CSRF', undefined],
      'JSON of an older browser': [403, 'CSRF', undefined],
      'a mutation in the address': [403, 'CSRF', undefined],
      'a subscription': [403, 'CSRF', undefined],
      'a socket': [400, 'BAD_REQUEST', undefined],
    });
    // Nor does one’s own bearer change anything by an address that could be a link.
    const own = { authorization: `Bearer ${bob.bearer}`, accept: 'application/json' };
    expect((await raw(app.url, { path: mutation, headers: own })).status).toBe(405);
    expect(await app.counts()).toEqual(before);
    expect(await codeOf(bob, '{ viewer { name } }')).toBeNull();
    const here = await post(app, trusted('Session'), { cookie, 'x-wheelhouse-csrf': '1' });
    expect(here).toMatchObject({ body: { data: { viewer: { name: 'bob' } } } });
  });

  it('5.7.38: puts no other host into a link, whatever host a request claims', async () => {
    const app = await open({ environment: { WHEELHOUSE_PUBLIC_URL: 'https://wheels.example' } });
    await createUser(app.app.world, SYSTEM_CALLER, { name: 'ada', role: 'ADMIN', password: PASSWORD });
    const host = { host: 'wheels.example' };
    const input = { name: 'ada', password: PASSWORD, carrier: 'BEARER' };
    const { text } = await rawGraphQL(app.url, SIGN_IN, { input }, host);
    const { bearer } = (JSON.parse(text) as { data: { signIn: { bearer: string } } }).data.signIn;
    const make = (name: string, headers: Record<string, string>) =>
      rawGraphQL(
        app.url,
        `mutation { createUser(input: { name: "${name}" }) { ... on CreateUserPayload { setupLink } } }`,
        {},
        { authorization: `Bearer ${bearer}`, ...headers },
      );
    const forwarded = await make('bob', {
      ...host,
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      forwarded: 'host=evil.example;proto=http',
    });
    expect(forwarded.text).toContain('"https://wheels.example/ui/set-password#');
    expect(forwarded.text).not.toContain('evil.example');
    const forged = await make('carl', { host: 'evil.example' });
    expect([forged.status, forged.headers['x-error-code']]).toEqual([421, 'FOREIGN_HOST']);
    expect(await app.app.world.readDb.user.count({ where: { name: 'carl' } })).toBe(0);
  });
});

async function cookieOf(app: TestApp, { name, password }: Person): Promise<string> {
  const input = { name, password, carrier: 'COOKIE' };
  return (await post(app, { query: SIGN_IN, variables: { input } })).cookies[0]!.split(';')[0]!;
}
