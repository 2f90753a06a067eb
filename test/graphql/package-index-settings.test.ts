// How package indexes are set up: volatile or not, what a mirror copies, rules, what is kept. What is refused says which
// setting it is about, and the password of an upstream comes back nowhere.

import { beforeAll, describe, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import type { Anonymous, Person } from '../support/people.ts';
import { ask } from './ask.ts';
import { change } from './change.ts';

const SETTINGS = `path kind isVolatile uploadChecks maxAgeSeconds quotaBytes sizeBytes rules { effect pattern }
  uploaders { name } retention { keepReleases keepDays prereleasesOnly }`;
const MIRROR = `mirror { upstreamUrl username hasPassword freshSeconds staleSeconds timeoutSeconds maxFileBytes
  minAgeDays isOffline allowsPrivateAddresses fileHosts keepDays keepBytes }`;
const UPSTREAM = 'https://upstream.example/simple/';

const NEW_MIRROR = {
  upstreamUrl: UPSTREAM,
  username: null,
  hasPassword: false,
  freshSeconds: 600,
  staleSeconds: 604_800,
  timeoutSeconds: 10,
  maxFileBytes: null,
  minAgeDays: 0,
  isOffline: false,
  allowsPrivateAddresses: false,
  fileHosts: [],
  keepDays: null,
  keepBytes: null,
};

eachApp('the settings of an index', (open) => {
  let app: TestApp;
  let ada: Person;
  let alice: Person;
  let bert: Person;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    alice = await app.person('alice');
    bert = await app.person('bert');
  });

  const create = async (who: Anonymous, input: object, selection = SETTINGS) =>
    change(who, 'createPackageIndex', input, `packageIndex { ${selection} }`);
  const update = async (who: Anonymous, input: object, selection = SETTINGS) =>
    change(who, 'updatePackageIndex', input, `packageIndex { ${selection} }`);
  const mirrorOf = async (who: Anonymous, path: string) =>
    (await ask<{ mirror: object }>(who, `{ packageIndex(path: "${path}") { ${MIRROR} } }`)).mirror;
  const lastDetail = async (path: string) => {
    const { nodes } = await ask<{ nodes: { detail: object }[] }>(
      ada,
      `{ auditEvents(filter: { packageIndex: "${path}" }, first: 1) { nodes { detail {
        members kind settings allow deny upstreamUrl } } } }`,
    );
    return nodes[0]!.detail;
  };

  describe('of a stage', () => {
    it('are careful ones unless others are asked for', async () => {
      expect(await create(alice, { path: 'alice/plain' })).toMatchObject({
        packageIndex: {
          kind: 'STAGE',
          isVolatile: false,
          uploadChecks: 'LENIENT',
          maxAgeSeconds: 0,
          quotaBytes: null,
          sizeBytes: 0,
          rules: [],
          uploaders: [{ name: 'alice' }],
          retention: null,
        },
      });
    });

    it('are what was asked for, and change one by one', async () => {
      const retention = { keepReleases: 5, keepDays: 30, prereleasesOnly: true };
      const asked = {
        isVolatile: true,
        uploadChecks: 'STRICT',
        maxAgeSeconds: 60,
        quotaBytes: 5_000_000_000,
        retention,
      };
      const rules = { allow: ['Flask >= 2, <3', 'corp-*'], deny: ['flask==2.1'] };
      expect(await create(alice, { path: 'alice/set', ...asked, ...rules })).toMatchObject({
        packageIndex: {
          ...asked,
          rules: [
            { effect: 'ALLOW', pattern: 'flask>=2,<3' },
            { effect: 'ALLOW', pattern: 'corp-*' },
            { effect: 'DENY', pattern: 'flask==2.1' },
          ],
        },
      });
      expect(await update(alice, { path: 'alice/set', maxAgeSeconds: 0 })).toMatchObject({
        packageIndex: { ...asked, maxAgeSeconds: 0 },
      });
      expect(
        await update(alice, { path: 'alice/set', quotaBytes: null, retention: null, allow: [] }),
      ).toMatchObject({
        packageIndex: {
          quotaBytes: null,
          retention: null,
          rules: [{ effect: 'DENY', pattern: 'flask==2.1' }],
        },
      });
    });

    it('that become volatile are told in the trail', async () => {
      await update(alice, { path: 'alice/plain', isVolatile: true, quotaBytes: 7, deny: ['left-pad'] });
      expect(await lastDetail('alice/plain')).toMatchObject({
        settings: ['isVolatile=true', 'quotaBytes=7'],
        deny: ['left-pad'],
        allow: [],
      });
    });

    it('that stay as they are leave no event and take no serial', async () => {
      const input = { path: 'alice/plain', isVolatile: true, quotaBytes: 7, deny: ['Left_Pad'] };
      const before = await app.counts();
      await update(alice, input);
      expect(await app.counts()).toEqual(before);
    });

    it.each([
      [{ maxAgeSeconds: 86_401 }, 'INVALID_SETTING', ['maxAgeSeconds']],
      [{ maxAgeSeconds: -1 }, 'INVALID_SETTING', ['maxAgeSeconds']],
      [{ quotaBytes: 0 }, 'INVALID_SETTING', ['quotaBytes']],
      [{ retention: { prereleasesOnly: true } }, 'INVALID_SETTING', ['retention']],
      [{ retention: { keepReleases: 0 } }, 'INVALID_SETTING', ['retention', 'keepReleases']],
      [{ mirror: { upstreamUrl: UPSTREAM } }, 'INVALID_SETTING', ['mirror']],
      [{ allow: ['flask; python_version < "3"'] }, 'INVALID_RULE', ['allow']],
      [{ deny: ['flask', 'not a rule'] }, 'INVALID_RULE', ['deny']],
    ])('are refused as %j, and nothing changes', async (input, code, path) => {
      const before = await app.counts();
      expect(await create(alice, { path: 'alice/refused', ...input })).toMatchObject({ code, path });
      expect(await update(alice, { path: 'alice/plain', ...input })).toMatchObject({ code, path });
      expect(await app.counts()).toEqual(before);
    });

    it('do not change its kind', async () => {
      const { errors } = await alice.graphql(
        `mutation { updatePackageIndex(input: { path: "alice/plain", kind: MIRROR }) { __typename } }`,
      );
      expect(errors?.[0]?.message).toContain(
        'Field "kind" is not defined by type "UpdatePackageIndexInput".',
      );
    });
  });

  describe('of a mirror', () => {
    const asked = (mirror: object) => ({ kind: 'MIRROR', mirror: { upstreamUrl: UPSTREAM, ...mirror } });

    it('begin with an upstream, and with nobody who uploads', async () => {
      const created = await create(
        alice,
        { path: 'alice/mirror', kind: 'MIRROR', mirror: { upstreamUrl: 'https://UPSTREAM.example/simple' } },
        `kind uploaders { name } bases { path } ${MIRROR}`,
      );
      expect(created).toMatchObject({
        packageIndex: { kind: 'MIRROR', uploaders: [], bases: [], mirror: NEW_MIRROR },
      });
      expect(await lastDetail('alice/mirror')).toMatchObject({
        kind: 'MIRROR',
        upstreamUrl: UPSTREAM,
        settings: [],
      });
    });

    it('change one by one, and only what is null is cleared', async () => {
      const change = { freshSeconds: 0, maxFileBytes: 9, fileHosts: ['Files.Example', 'files.example:8443'] };
      await update(alice, { path: 'alice/mirror', mirror: change });
      await update(alice, { path: 'alice/mirror', mirror: { keepBytes: 8, minAgeDays: 3, isOffline: true } });
      const expected = {
        ...NEW_MIRROR,
        freshSeconds: 0,
        maxFileBytes: 9,
        fileHosts: ['files.example', 'files.example:8443'],
        keepBytes: 8,
        minAgeDays: 3,
        isOffline: true,
      };
      expect(await mirrorOf(alice, 'alice/mirror')).toEqual(expected);
      await update(alice, { path: 'alice/mirror', mirror: { maxFileBytes: null, fileHosts: [] } });
      expect(await mirrorOf(alice, 'alice/mirror')).toEqual({
        ...expected,
        maxFileBytes: null,
        fileHosts: [],
      });
      expect(await lastDetail('alice/mirror')).toMatchObject({
        settings: ['maxFileBytes=none', 'fileHosts=none'],
      });
    });

    it.each([
      ['no address', 'INVALID_UPSTREAM'],
      ['ftp://upstream.example/simple/', 'INVALID_UPSTREAM'],
      ['file:///etc/passwd', 'INVALID_UPSTREAM'],
      ['https://upstream.example/simple/?a=b', 'INVALID_UPSTREAM'],
      ['https://upstream.example/simple/#top', 'INVALID_UPSTREAM'],
      ['https://somebody:secret@upstream.example/simple/', 'INVALID_UPSTREAM'],
      ['http://127.0.0.1/simple/', 'INVALID_UPSTREAM'],
      ['http://2130706433/simple/', 'INVALID_UPSTREAM'],
      ['http://0x7f.1/simple/', 'INVALID_UPSTREAM'],
      ['http://[::1]/simple/', 'INVALID_UPSTREAM'],
      ['http://[::ffff:10.0.0.1]/simple/', 'INVALID_UPSTREAM'],
      ['http://169.254.169.254/latest/', 'INVALID_UPSTREAM'],
      ['http://localhost./simple/', 'INVALID_UPSTREAM'],
    ])('refuse the upstream %s, and do not repeat it', async (upstreamUrl, code) => {
      const refusal = await create(alice, { path: 'alice/no', kind: 'MIRROR', mirror: { upstreamUrl } });
      expect(refusal).toMatchObject({ code, path: ['mirror', 'upstreamUrl'] });
      expect(refusal.message).not.toContain('secret');
    });

    it.each([
      [{ kind: 'MIRROR' }, 'INVALID_UPSTREAM', ['mirror', 'upstreamUrl']],
      [{ ...asked({}), bases: ['alice/plain'] }, 'INVALID_BASE', ['bases']],
      [{ ...asked({}), uploaders: ['alice'] }, 'INVALID_SETTING', ['uploaders']],
      [{ ...asked({}), isVolatile: true }, 'INVALID_SETTING', ['isVolatile']],
      [{ ...asked({}), uploadChecks: 'STRICT' }, 'INVALID_SETTING', ['uploadChecks']],
      [{ ...asked({}), quotaBytes: 1 }, 'INVALID_SETTING', ['quotaBytes']],
      [{ ...asked({}), retention: { keepDays: 1 } }, 'INVALID_SETTING', ['retention']],
      [asked({ timeoutSeconds: 0 }), 'INVALID_SETTING', ['mirror', 'timeoutSeconds']],
      [asked({ fileHosts: ['a/b'] }), 'INVALID_SETTING', ['mirror', 'fileHosts']],
      [asked({ fileHosts: ['user@host'] }), 'INVALID_SETTING', ['mirror', 'fileHosts']],
      [asked({ password: 'secret' }), 'INVALID_UPSTREAM', ['mirror', 'username']],
      [asked({ username: 'a:b' }), 'INVALID_UPSTREAM', ['mirror', 'username']],
      [asked({ allowsPrivateAddresses: true }), 'NOT_ALLOWED', ['mirror', 'allowsPrivateAddresses']],
    ])('are refused to a member as %j', async (input, code, path) => {
      const before = await app.counts();
      expect(await create(alice, { path: 'alice/no', ...input })).toMatchObject({ code, path });
      expect({ ...(await app.counts()), auditEvent: before['auditEvent'] }).toEqual(before);
    });

    describe('that an admin lets ask private addresses', () => {
      const PRIVATE = 'http://10.0.0.7:3141/simple/';
      const elsewhere = { upstreamUrl: 'http://169.254.169.254/' };

      beforeAll(async () => {
        const mirror = { upstreamUrl: PRIVATE, allowsPrivateAddresses: true };
        await create(ada, { path: 'alice/within', kind: 'MIRROR', mirror });
      });

      it('are led nowhere else by their owner, who may change the rest', async () => {
        expect(await update(alice, { path: 'alice/within', mirror: elsewhere })).toMatchObject({
          code: 'NOT_ALLOWED',
          path: ['mirror', 'upstreamUrl'],
        });
        expect(
          await update(alice, { path: 'alice/within', mirror: { fileHosts: ['10.0.0.8'] } }),
        ).toMatchObject({ code: 'NOT_ALLOWED', path: ['mirror', 'fileHosts'] });
        await update(alice, { path: 'alice/within', mirror: { freshSeconds: 5 } });
        expect(await mirrorOf(alice, 'alice/within')).toMatchObject({
          upstreamUrl: PRIVATE,
          freshSeconds: 5,
        });
      });

      it('lose that when their owner gives it up, and do not get it back', async () => {
        const mirror = { allowsPrivateAddresses: false, upstreamUrl: UPSTREAM };
        await update(alice, { path: 'alice/within', mirror });
        expect(await mirrorOf(alice, 'alice/within')).toMatchObject(mirror);
        expect(
          await update(alice, { path: 'alice/within', mirror: { allowsPrivateAddresses: true } }),
        ).toMatchObject({ code: 'NOT_ALLOWED' });
      });
    });

    describe('with a password for the upstream', () => {
      const PASSWORD = 'the secret of the upstream';

      beforeAll(async () => {
        await create(alice, {
          path: 'alice/locked',
          readers: ['alice', 'bert'],
          ...asked({ username: 'alice-at-upstream', password: PASSWORD }),
        });
      });

      it('show that there is one, and the name to those who administer it', async () => {
        expect(await mirrorOf(alice, 'alice/locked')).toMatchObject({
          username: 'alice-at-upstream',
          hasPassword: true,
        });
        expect(await mirrorOf(bert, 'alice/locked')).toMatchObject({ username: null, hasPassword: true });
      });

      it('keep it encrypted, and tell it neither to the trail nor to the log of changes', async () => {
        const { db } = app.app.world.database;
        expect(await lastDetail('alice/locked')).toMatchObject({
          settings: ['username=changed', 'password=changed'],
        });
        const rows = [await db.mirror.findMany(), await db.change.findMany(), await db.auditEvent.findMany()];
        const text = JSON.stringify(rows, (_, value: unknown) =>
          typeof value === 'bigint' ? String(value) : value,
        );
        expect(text).not.toContain(PASSWORD);
        const changes = JSON.stringify(await db.change.findMany(), (_, value: unknown) =>
          typeof value === 'bigint' ? String(value) : value,
        );
        const { sealedPassword } = await db.mirror.findFirstOrThrow({
          where: { index: { livePath: 'alice/locked' } },
        });
        expect(changes).not.toContain(sealedPassword!);
      });

      it('do not send it to another host: it has to be given anew', async () => {
        const upstreamUrl = 'https://elsewhere.example/simple/';
        expect(await update(alice, { path: 'alice/locked', mirror: { upstreamUrl } })).toMatchObject({
          code: 'INVALID_UPSTREAM',
          path: ['mirror', 'password'],
        });
        await update(alice, { path: 'alice/locked', mirror: { upstreamUrl: `${UPSTREAM}tenant` } });
        expect(await mirrorOf(alice, 'alice/locked')).toMatchObject({
          upstreamUrl: `${UPSTREAM}tenant/`,
          hasPassword: true,
        });
        await update(alice, { path: 'alice/locked', mirror: { upstreamUrl, password: 'another' } });
        expect(await mirrorOf(alice, 'alice/locked')).toMatchObject({ upstreamUrl, hasPassword: true });
      });

      it('lose it with null, and with the name', async () => {
        await update(alice, { path: 'alice/locked', mirror: { password: null } });
        expect(await mirrorOf(alice, 'alice/locked')).toMatchObject({
          username: 'alice-at-upstream',
          hasPassword: false,
        });
        await update(alice, { path: 'alice/locked', mirror: { password: PASSWORD } });
        await update(alice, { path: 'alice/locked', mirror: { username: null } });
        expect(await mirrorOf(alice, 'alice/locked')).toMatchObject({ username: null, hasPassword: false });
      });
    });
  });

  it('are shown to those who read or administer it, and not to those who only upload', async () => {
    const document = `{ packageIndex(path: "alice/both") { sizeBytes rules { pattern } mirror { upstreamUrl }
      retention { keepDays } reservations { pattern } } }`;
    const input = { uploaders: ['bert'], deny: ['x'], retention: { keepDays: 3 } };
    await create(alice, { path: 'alice/both', ...input });
    const shown = {
      sizeBytes: 0,
      rules: [{ pattern: 'x' }],
      mirror: null,
      retention: { keepDays: 3 },
      reservations: [],
    };
    expect(await ask(alice, document)).toEqual(shown);
    expect(await ask(ada, document)).toEqual(shown);
    expect(await ask(bert, document)).toEqual({
      sizeBytes: null,
      rules: [],
      mirror: null,
      retention: null,
      reservations: [],
    });
  });
});
