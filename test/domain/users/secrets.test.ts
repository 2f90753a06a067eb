// No secret is written down: not in a row, not in the change log, not in the audit trail, not in the log, not in an
// answer other than the one that shows it.

import { createServer, type Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createApp, type App } from '../../../server/app.ts';
import { readSettings } from '../../../server/config.ts';
import { makeLink } from '../../../server/domain/users/links.ts';
import { makeWheel } from '../../support/distributions.ts';
import { anonymous, basic, signedIn, type Anonymous } from '../../support/people.ts';
import { createTestDatabase, hasPostgres, migrationsFolder } from '../../support/postgres.ts';

describe.each(['sqlite', 'postgresql'] as const)('a secret, on %s', (engine) => {
  describe.skipIf(engine === 'postgresql' && !hasPostgres())('in a day of everybody’s life', () => {
    let app: App, server: Server, folder: string;
    /** Each secret of the day by what it is; all of it must be nowhere. */
    const secrets = new Map<string, string>();
    const logged: string[] = [];
    const answered: string[] = [];

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'wheelhouse-secrets-'));
      const environment = engine === 'sqlite' ? {} : await postgresEnvironment(folder);
      app = await createApp({
        settings: readSettings({ WHEELHOUSE_DATA: folder, ...environment }),
        // Without the server's own redaction, which is a second net.
        log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
        migrationsFolder,
        webFolder: join(folder, 'no-web-page'),
      });
      server = createServer(app.listener);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      secrets.set('the server key', readFileSync(join(folder, 'server.key'), 'utf8').trim());
      await live(app, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, secrets, answered);
    }, 60_000);
    afterAll(async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** A part that is long enough to be no chance: what is written down may be cut or escaped. */
    const foundIn = (text: string) =>
      [...secrets].filter(([, secret]) => text.includes(secret.slice(-24)) || text.includes(secret.slice(-43, -7)))
        .map(([what]) => what); // prettier-ignore

    it('is one of many kinds', () => {
      expect([...secrets.keys()].sort()).toEqual([
        'a bearer',
        'a cookie',
        'a first password',
        'a mistyped password',
        'a password',
        'a password that was typed as a name',
        'a recovery link',
        'a set-up link',
        'a set-up link of a user',
        'a token',
        'a token that was revoked',
        'the server key',
      ]);
      expect([...secrets.values()].every((secret) => secret.length >= 24)).toBe(true);
      for (const [what, secret] of secrets) expect(foundIn(`Somewhere ${secret} is.`)).toEqual([what]);
    });

    it('is in no row of any table, the change log and the audit trail among them', async () => {
      const { db } = app.world.database;
      const tables: Record<string, number> = {};
      for (const model of Object.keys(db).filter((key) => /^[a-z]/.test(key))) {
        const table = Reflect.get(db, model) as { findMany?: () => Promise<object[]> };
        if (typeof table.findMany !== 'function') continue;
        const rows = await table.findMany();
        tables[model] = rows.length;
        const text = JSON.stringify(rows, (_, value: unknown) =>
          typeof value === 'bigint' ? String(value) : value,
        );
        expect([model, foundIn(text)]).toEqual([model, []]);
      }
      const filled = ['auditEvent', 'change', 'oneTimeLink', 'password', 'session', 'token'];
      expect(filled.filter((table) => (tables[table] ?? 0) === 0)).toEqual([]);
    });

    it('is in no file of the database', () => {
      if (engine === 'postgresql') return;
      for (const file of ['wheelhouse.sqlite', 'wheelhouse.sqlite-wal']) {
        expect([file, foundIn(readFileSync(join(folder, file), 'latin1'))]).toEqual([file, []]);
      }
    });

    it('is in no line of the log', () => {
      expect(logged.length).toBeGreaterThan(20);
      expect(foundIn(logged.join('\n'))).toEqual([]);
    });

    it('is in no answer but the one that shows it', () => {
      expect(answered.length).toBeGreaterThan(10);
      expect(foundIn(answered.join('\n'))).toEqual([]);
      // The refusals that quote a token by mistake show its public part alone.
      expect(answered.join('\n')).toMatch(/There is no token \\"wh_pat_\w{22}_…/);
    });
  });
});

async function postgresEnvironment(folder: string): Promise<Record<string, string>> {
  const { writeFile } = await import('node:fs/promises');
  const file = join(folder, 'server.key');
  await writeFile(file, `1 ${Buffer.alloc(32, 9).toString('base64')}\n`, { mode: 0o600 });
  return { DATABASE_URL: await createTestDatabase(), WHEELHOUSE_SECRET_FILE: file };
}

/** Everything that has a secret in it, done rightly and wrongly; answers that show one are kept out of `answered`. */
async function live(app: App, url: string, secrets: Map<string, string>, answered: string[]): Promise<void> {
  const { world } = app;
  const keep = (what: string, secret: string): string => {
    secrets.set(what, secret);
    return secret;
  };
  const nobody = anonymous(url);
  const told = async (holder: Anonymous, document: string, variables: object = {}) => {
    answered.push(JSON.stringify(await holder.graphql(document, variables)));
  };
  const fetched = async (answer: Promise<Response>) => {
    const { statusText, headers } = await answer;
    answered.push(statusText, JSON.stringify([...headers]), await (await answer).text());
  };
  const setup = await makeLink(world, world.database.db, 'FIRST_ADMIN', null);
  keep('a set-up link', setup.secret);
  const password = keep('a password', 'the very long password of ada herself');
  const redeemLink = `mutation ($input: RedeemLinkInput!) { redeemLink(input: $input) { __typename ... on UserError { message } } }`;
  const first = {
    secret: setup.secret,
    name: 'ada',
    email: 'ada@people.example',
    password,
    carrier: 'BEARER',
  };
  await told(nobody, redeemLink, { input: { ...first, password: password.slice(0, 5) } });
  await told(nobody, redeemLink, { input: first });
  await told(nobody, redeemLink, { input: first });

  const ada = await signedIn(url, 'ada', password);
  keep('a bearer', ada.bearer);
  const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on UserError { message } } }`;
  const mistyped = keep('a mistyped password', 'something that ada mistyped at length');
  await told(nobody, signIn, { input: { name: 'ada', password: mistyped, carrier: 'BEARER' } });
  const asName = keep('a password that was typed as a name', 'the very long password as a name');
  await told(nobody, signIn, { input: { name: asName, password: 'ada', carrier: 'BEARER' } });
  keep('a cookie', await cookieOf(url, password));

  const answer = await ada.graphql(
    `mutation { createUser(input: { name: "bob" }) { ... on CreateUserPayload { setupLink } } }`,
  );
  const { setupLink } = (answer.data as { createUser: { setupLink: string } }).createUser;
  const secret = keep('a set-up link of a user', setupLink.slice(setupLink.indexOf('#') + 1));
  const bobs = keep('a first password', 'the very long first password of bob');
  await told(nobody, redeemLink, { input: { secret, password: bobs, carrier: 'BEARER' } });
  const { userId: id, version: passwordVersion } = await world.readDb.password.findFirstOrThrow();
  const recovery = await makeLink(world, world.database.db, 'SET_PASSWORD', { id, passwordVersion });
  keep('a recovery link', recovery.secret);

  await ada.createIndex('ada/prod');
  const token = await ada.mintToken({
    name: 'kept',
    scopes: ['index:read', 'index:upload'],
    indexes: ['ada/prod'],
  });
  const revoked = await ada.mintToken({ name: 'revoked', scopes: ['index:read'], allIndexes: true });
  keep('a token', token.plaintext);
  keep('a token that was revoked', revoked.plaintext);
  const revokeToken = `mutation ($input: RevokeTokenInput!) { revokeToken(input: $input) { __typename ... on UserError { message } } }`;
  // The text in place of the id: the refusal must not repeat it.
  await told(ada, revokeToken, { input: { tokenId: revoked.plaintext } });
  await told(ada, revokeToken, { input: { tokenId: revoked.tokenId } });
  await told(ada, `mutation ($input: CreatePackageIndexInput!) { createPackageIndex(input: $input) { ... on UserError { message } } }`, {
    input: { path: `ada/${token.plaintext}`, readers: [token.plaintext] },
  }); // prettier-ignore
  await told(
    ada,
    `{ tokens { nodes { id tokenId name scopes projects state owner { name email } } } users { nodes { id name email } } }`,
  );

  await fetched(token.upload('ada/prod', makeWheel({ name: 'demo', version: '1.0' })));
  await fetched(
    token.upload('ada/prod', makeWheel({ name: 'demo', version: '2.0' }), { name: token.plaintext }),
  );
  await fetched(token.get('/ada/prod/simple/demo/'));
  await fetched(ada.withPassword.get('/ada/prod/simple/demo/'));
  await fetched(revoked.get('/ada/prod/simple/demo/'));
  await fetched(nobody.get('/ada/prod/simple/', { authorization: basic('ada', mistyped) }));
  await fetched(nobody.get(`/ada/prod/simple/demo/?token=${token.plaintext}`));
  await fetched(nobody.get('/graphql', { cookie: `wheelhouse_session=${secrets.get('a cookie')!}` }));
  await told(nobody, `{ viewer { name } } # ${token.plaintext}`);
}

async function cookieOf(url: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`,
      variables: { input: { name: 'ada', password, carrier: 'COOKIE' } },
    }),
  });
  return /wheelhouse_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')![1]!;
}
