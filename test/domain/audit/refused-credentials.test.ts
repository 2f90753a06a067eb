// Refused uses of credentials in the audit trail: one event for each credential, address, reason and minute, without a
// write for each refusal, and nothing secret in any.

import { beforeAll, expect, it } from 'vitest';

import { flushRefusedCredentials } from '../../../server/domain/audit/refused-credentials.ts';
import { MOST_APART } from '../../../server/domain/audit/refused-uses.ts';
import type { TestApp } from '../../support/app.ts';
import { eachApp } from '../../support/each-app.ts';
import { basic, holder, type Person, type TokenHolder } from '../../support/people.ts';
import { rawGraphQL } from '../../http/raw.ts';

const MINUTE = 60_000;

eachApp('refused credentials', (open) => {
  let app: TestApp;
  let alice: Person;
  let token: TokenHolder;

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    await alice.createIndex('alice/prod');
    token = await alice.mintToken({ name: 'ci', scopes: ['index:read'], indexes: ['alice/prod'] });
    await alice.revoke(token);
  });

  const page = '/alice/prod/simple/';

  /** To the beginning of another minute, and past those whose rows are still counted on. */
  function nextMinute() {
    app.advance(3 * MINUTE - (app.app.world.clock().getTime() % MINUTE));
  }

  /** What was written since the last call, the oldest first. */
  async function taken() {
    await flushRefusedCredentials(app.app.world);
    const { auditEvent } = app.app.world.database.db;
    const where = { action: 'credential.refused' };
    const events = await auditEvent.findMany({ where, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
    await auditEvent.deleteMany({ where });
    nextMinute();
    return events.map(
      ({ credentialKind, credentialId, subjectKind, subjectName, ownerId, actorName, address, detail }) => {
        const { code, times } = JSON.parse(detail) as { code: string; times: number };
        return {
          credentialKind,
          credentialId,
          subjectKind,
          subjectName,
          ownerId,
          actorName,
          address,
          code,
          times,
        };
      },
    );
  }

  const nobodyKnown = { actorName: ':anonymous:', address: '127.0.0.1', code: 'UNAUTHENTICATED' };
  const unknown = {
    credentialKind: 'unknown',
    credentialId: null,
    subjectKind: 'credential',
    subjectName: ':unknown:',
    ownerId: null,
  };

  it('are one event however often a revoked token comes, told to whom the token belongs', async () => {
    await taken();
    for (let use = 0; use < 7; use += 1) expect((await token.get(page)).status).toBe(401);
    const { id } = await app.app.world.readDb.user.findUniqueOrThrow({ where: { name: 'alice' } });
    expect(await taken()).toEqual([
      {
        ...nobodyKnown,
        credentialKind: 'token',
        credentialId: token.tokenId,
        subjectKind: 'token',
        subjectName: 'ci',
        ownerId: id,
        times: 7,
      },
    ]);
  });

  it('cost no write of their own, and their row is counted on in place within its minute', async () => {
    await token.get(page);
    await flushRefusedCredentials(app.app.world);
    app.takeStatements();
    await token.get(page);
    await token.get(page);
    expect(app.takeStatements().filter((sql) => sql.includes('AuditEvent'))).toEqual([]);
    expect((await taken()).map(({ times }) => times)).toEqual([3]);
  });

  it('are another event in another minute', async () => {
    await token.get(page);
    app.advance(MINUTE);
    await token.get(page);
    expect((await taken()).map(({ times }) => times)).toEqual([1, 1]);
  });

  it('are nothing where no credential was sent', async () => {
    expect((await app.nobody.get(page)).status).toBe(401);
    expect((await app.nobody.graphql('{ tokens { totalCount } }')).errors).toHaveLength(1);
    expect((await app.nobody.get(page, { cookie: 'wheelhouse_session=wh_ses_none' })).status).toBe(401);
    expect(await taken()).toEqual([]);
  });

  it('tell of a valid credential that was used for what it may not do', async () => {
    const bob = await app.person('bob');
    expect((await bob.withPassword.get(page)).status).toBe(403);
    expect((await bob.graphql('{ users { totalCount } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { id } = await app.app.world.readDb.user.findUniqueOrThrow({ where: { name: 'bob' } });
    const ofBob = {
      ...nobodyKnown,
      code: 'FORBIDDEN',
      actorName: 'bob',
      subjectName: 'bob',
      ownerId: id,
      times: 1,
    };
    expect(await taken()).toEqual([
      { ...ofBob, credentialKind: 'password', credentialId: null, subjectKind: 'user' },
      { ...ofBob, credentialKind: 'session', credentialId: bob.bearer.split('_')[2], subjectKind: 'session' },
    ]);
  });

  it('tell of sessions that ended, on the API by bearer and by cookie', async () => {
    const bearer = `Bearer ${token.plaintext.replace('wh_pat', 'wh_ses')}`;
    const json = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ viewer { name } }' });
    const carriers: Record<string, string>[] = [
      { authorization: bearer },
      { cookie: 'wheelhouse_session=none', 'x-wheelhouse-csrf': '1' },
    ];
    for (const carrier of carriers) {
      const headers = { ...json, ...carrier };
      expect((await app.nobody.request('/graphql', { method: 'POST', body, headers })).status).toBe(401);
    }
    expect(await taken()).toEqual([{ ...nobodyKnown, ...unknown, times: 2 }]);
  });

  it('tell of a session that is refused although it is valid, also once it is gone', async () => {
    const carl = await app.person('carl');
    const id = carl.bearer.split('_')[2]!;
    expect((await carl.graphql('{ users { totalCount } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await app.app.world.database.db.session.delete({ where: { id } });
    const { id: ownerId } = await app.app.world.readDb.user.findUniqueOrThrow({ where: { name: 'carl' } });
    expect(await taken()).toEqual([
      {
        ...nobodyKnown,
        code: 'FORBIDDEN',
        actorName: 'carl',
        credentialKind: 'session',
        credentialId: id,
        subjectKind: 'session',
        subjectName: 'carl',
        ownerId,
        times: 1,
      },
    ]);
  });

  it('tell of a change that an old session tried, without a fresh password', async () => {
    const dora = await app.person('dora');
    app.advance(16 * MINUTE);
    const mint =
      'mutation { createToken(input: { name: "late", scopes: ["index:read"], allIndexes: true }) { ... on UserError { code } } }';
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect(
        (await rawGraphQL(app.url, mint, {}, { authorization: `Bearer ${dora.bearer}` })).text,
      ).toContain('FRESH_SIGN_IN_REQUIRED');
    }
    expect((await taken()).map(({ code, actorName, times }) => [code, actorName, times])).toEqual([
      ['FRESH_SIGN_IN_REQUIRED', 'dora', 2],
    ]);
  });

  it('tell of a document that is not the web page’s, sent with its cookie', async () => {
    const erin = await app.person('erin');
    const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
    const input = { name: erin.name, password: erin.password, carrier: 'COOKIE' };
    const signedIn = await rawGraphQL(app.url, signIn, { input });
    const cookie = signedIn.headers['set-cookie']![0]!.split(';')[0]!;
    const headers = { cookie, 'x-wheelhouse-csrf': '1' };
    expect((await rawGraphQL(app.url, '{ viewer { name } }', {}, headers)).status).toBe(403);
    expect((await taken()).map(({ code, actorName, subjectKind }) => [code, actorName, subjectKind])).toEqual(
      [['DOCUMENT_NOT_TRUSTED', 'erin', 'session']],
    );
  });

  it('never hold a secret: not a password in the place of a name, not a token, not a wrong password', async () => {
    const secrets = ['the password of alice', 'hunter2 hunter2 hunter2', token.plaintext];
    for (const name of secrets) await app.nobody.get(page, { authorization: basic(name, 'x') });
    for (const password of secrets)
      await app.nobody.get(page, { authorization: basic('alice', `${password} `) });
    await app.nobody.get(page, { authorization: `Bearer ${secrets[1]}` });
    await app.nobody.get(page, { authorization: `Digest ${secrets[1]}` });
    await flushRefusedCredentials(app.app.world);
    const rows = JSON.stringify(await app.app.world.database.db.auditEvent.findMany(), (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    for (const secret of [...secrets, token.plaintext.split('_')[3]!]) expect(rows).not.toContain(secret);
    await taken();
  });

  it('tell of sign-ins that were throttled, counted', async () => {
    const throttled = await open({ environment: { WHEELHOUSE_SIGN_IN_LIMIT_PER_ADDRESS: '1' } });
    await throttled.person('carol');
    const signIn =
      'mutation { signIn(input: { name: "carol", password: "not her password", carrier: BEARER }) { __typename } }';
    for (let attempt = 0; attempt < 4; attempt += 1) await throttled.nobody.graphql(signIn);
    const { world } = throttled.app;
    await flushRefusedCredentials(world);
    const events = await world.readDb.auditEvent.findMany({
      where: { action: { endsWith: '.refused' } },
      orderBy: { at: 'asc' },
    });
    expect(
      events.map(({ action, subjectName, detail }) => [action, subjectName, JSON.parse(detail) as object]),
    ).toEqual([
      ['session.refused', 'carol', { name: 'carol' }],
      [
        'credential.refused',
        'carol',
        { code: 'RATE_LIMITED', times: 3, lastAt: expect.any(String) as string },
      ],
    ]);
  });

  it('are kept when they cannot be written, and written the next time', async () => {
    const { world } = app.app;
    await token.get(page);
    const failing = Object.create(world.database.db, {
      $transaction: { value: () => Promise.reject(new Error('The disk is full.')) },
    }) as typeof world.database.db;
    const full = { ...world, database: { ...world.database, db: failing } };
    await expect(flushRefusedCredentials(full)).rejects.toThrow('The disk is full.');
    await token.get(page);
    expect((await taken()).map(({ times }) => times)).toEqual([2]);
  });

  it('are told apart up to a bound, and counted beyond it', async () => {
    const { world } = app.app;
    const count = MOST_APART + 500;
    for (let address = 0; address < count; address += 1) {
      world.refusedUses.note(
        {
          presented: { kind: 'unknown', id: null, userName: null },
          code: 'UNAUTHENTICATED',
          address: `2001:db8::${address.toString(16)}`,
          user: null,
          requestId: null,
        },
        world.clock(),
      );
    }
    const events = await taken();
    expect(events.length).toBe(MOST_APART + 1);
    expect(events.reduce((sum, { times }) => sum + times, 0)).toBe(count);
    expect(events.find(({ address }) => address === null)?.times).toBe(500);
  });

  it('are written down when the server ends', async () => {
    const ending = await open();
    await holder(ending.url, token.plaintext).get(page);
    ending.takeStatements();
    await ending.app.close();
    expect(ending.takeStatements().filter((sql) => /INSERT INTO .*AuditEvent/.test(sql))).toHaveLength(1);
  });
});
