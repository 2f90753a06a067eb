// Names that a stage closes, and the exceptions that are made by hand: who may make them, and what is noted.

import { beforeAll, describe, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import type { Anonymous, Person } from '../support/people.ts';
import { ask } from './ask.ts';
import { change, codeOfChange } from './change.ts';

const NAMES = `packageIndex { reservations { pattern reason }
  upstreamGrants { project mirror reason grantedBy expiresAt } }`;

eachApp('the names of an index', (open) => {
  let app: TestApp;
  let ada: Person;
  let alice: Person;
  let bert: Person;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    alice = await app.person('alice');
    bert = await app.person('bert');
    const mirror = { upstreamUrl: 'https://upstream.example/simple/' };
    await alice.createIndex('alice/mirror', { kind: 'MIRROR', mirror });
    await bert.createIndex('bert/mirror', { kind: 'MIRROR', mirror });
    await alice.createIndex('alice/prod', { bases: ['alice/mirror'], readers: ['alice', 'bert'] });
  });

  const names = (who: Anonymous, name: string, input: object) =>
    change(who, name, { path: 'alice/prod', ...input }, NAMES);
  const lastEvent = async () => {
    const { nodes } = await ask<{ nodes: object[] }>(
      ada,
      `{ auditEvents(filter: { packageIndex: "alice/prod" }, first: 1) { nodes {
        action actor detail { pattern project mirror reason expiresAt } } } }`,
    );
    return nodes[0];
  };

  it('are reserved in normalised form, with a reason or without one', async () => {
    await names(alice, 'reserveName', { pattern: 'Corp_Tools', reason: 'Ours since 2019.' });
    expect(await names(alice, 'reserveName', { pattern: 'corp-*' })).toMatchObject({
      packageIndex: {
        reservations: [
          { pattern: 'corp-*', reason: null },
          { pattern: 'corp-tools', reason: 'Ours since 2019.' },
        ],
      },
    });
    expect(await lastEvent()).toMatchObject({
      action: 'INDEX_NAME_RESERVED',
      detail: { pattern: 'corp-*', reason: null },
    });
  });

  it('stay reserved when they are reserved again, and get the new reason', async () => {
    const before = await app.counts();
    await names(alice, 'reserveName', { pattern: 'corp.*', reason: null });
    await names(alice, 'reserveName', { pattern: 'corp-*' });
    expect(await app.counts()).toEqual(before);
    expect(await names(alice, 'reserveName', { pattern: 'corp-*', reason: 'Ours.' })).toMatchObject({
      packageIndex: { reservations: [{ pattern: 'corp-*', reason: 'Ours.' }, { pattern: 'corp-tools' }] },
    });
  });

  it.each(['*', '-*', 'corp*', 'a-*-b', 'no name', '', 'x'.repeat(101)])(
    'are not reserved as %j',
    async (pattern) => {
      expect(await codeOfChange(alice, 'reserveName', { path: 'alice/prod', pattern })).toBe(
        'INVALID_PATTERN',
      );
    },
  );

  it('are set free again, and only those that are reserved', async () => {
    expect(await names(alice, 'unreserveName', { pattern: 'Corp-Tools' })).toMatchObject({
      packageIndex: { reservations: [{ pattern: 'corp-*' }] },
    });
    expect(await names(alice, 'unreserveName', { pattern: 'corp-tools' })).toMatchObject({
      code: 'NOT_FOUND',
      path: ['pattern'],
    });
  });

  it('are reserved by a stage alone', async () => {
    const refusal = await change(alice, 'reserveName', { path: 'alice/mirror', pattern: 'corp' });
    expect(refusal).toMatchObject({ code: 'INVALID_SETTING' });
  });

  describe('for which a mirror is granted', () => {
    const grant = { project: 'Corp.Tools', mirror: 'alice/mirror', reason: 'Upstream has the old ones.' };

    it('are told with who granted it, why, and until when', async () => {
      const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
      const granted = { ...grant, project: 'corp-tools', grantedBy: 'alice', expiresAt };
      expect(await names(alice, 'grantUpstream', { ...grant, expiresAt })).toMatchObject({
        packageIndex: { upstreamGrants: [granted] },
      });
      expect(await lastEvent()).toEqual({
        action: 'INDEX_UPSTREAM_GRANTED',
        actor: 'alice',
        detail: {
          pattern: null,
          project: 'corp-tools',
          mirror: 'alice/mirror',
          reason: grant.reason,
          expiresAt,
        },
      });
    });

    it('have one grant for a mirror, which a second one replaces', async () => {
      expect(await names(ada, 'grantUpstream', { ...grant, reason: 'For good.' })).toMatchObject({
        packageIndex: {
          upstreamGrants: [{ reason: 'For good.', grantedBy: 'ada', expiresAt: null }],
        },
      });
    });

    it('show the mirror only to those who may see it', async () => {
      const document = '{ packageIndex(path: "alice/prod") { upstreamGrants { project mirror } } }';
      expect(await ask(bert, document)).toEqual({
        upstreamGrants: [{ project: 'corp-tools', mirror: null }],
      });
    });

    it.each([
      [{ reason: ' ' }, 'INVALID_INPUT'],
      [{ reason: 'x'.repeat(501) }, 'INVALID_INPUT'],
      [{ project: 'corp-*' }, 'INVALID_INPUT'],
      [{ mirror: 'alice/prod' }, 'INVALID_SETTING'],
      [{ mirror: 'bert/mirror' }, 'NOT_FOUND'],
      [{ expiresAt: '2020-01-01T00:00:00Z' }, 'INVALID_EXPIRY'],
    ])('are not granted with %j', async (input, code) => {
      expect(await names(alice, 'grantUpstream', { ...grant, ...input })).toMatchObject({ code });
    });

    it('are closed again when the grant is revoked', async () => {
      expect(await names(alice, 'revokeUpstreamGrant', grantedName(grant))).toMatchObject({
        packageIndex: { upstreamGrants: [] },
      });
      expect(await names(alice, 'revokeUpstreamGrant', grantedName(grant))).toMatchObject({
        code: 'NOT_FOUND',
      });
    });

    it('lose the grant with the mirror, and the mirror can be deleted', async () => {
      await change(alice, 'createPackageIndex', {
        path: 'alice/old',
        kind: 'MIRROR',
        mirror: { upstreamUrl: 'https://old.example/simple/' },
      });
      await names(alice, 'grantUpstream', { ...grant, mirror: 'alice/old' });
      const input = { path: 'alice/old', confirmPath: 'alice/old', expectedFiles: 0 };
      expect(await codeOfChange(alice, 'deletePackageIndex', input)).toBe(null);
    });
  });

  it('that are bound to a mirror are set free, and only those', async () => {
    const { db } = app.app.world.database;
    const idOf = async (livePath: string) =>
      (await db.packageIndex.findUniqueOrThrow({ where: { livePath } })).id;
    await db.originPin.create({
      data: {
        id: 'pin',
        indexId: await idOf('alice/prod'),
        mirrorId: await idOf('alice/mirror'),
        normalizedName: 'flask',
        createdAt: new Date(),
      },
    });
    expect(await names(alice, 'unpinOrigin', { project: 'Flask' })).toMatchObject({
      packageIndex: expect.anything() as object,
    });
    expect(await lastEvent()).toMatchObject({
      action: 'INDEX_ORIGIN_UNPINNED',
      detail: { project: 'flask', mirror: 'alice/mirror' },
    });
    expect(await names(alice, 'unpinOrigin', { project: 'Flask' })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['reserveName', { pattern: 'x' }],
    ['unreserveName', { pattern: 'corp-*' }],
    ['grantUpstream', { project: 'x', mirror: 'alice/mirror', reason: 'Mine.' }],
    ['revokeUpstreamGrant', { project: 'x', mirror: 'alice/mirror' }],
    ['unpinOrigin', { project: 'x' }],
  ])('%s is for those who administer the index', async (name, input) => {
    expect(await codeOfChange(bert, name, { path: 'alice/prod', ...input })).toBe('NOT_ALLOWED');
    const hidden = { path: 'alice/mirror', ...input };
    expect(await codeOfChange(bert, name, hidden)).toBe('NOT_FOUND');
    const token = await alice.mintToken({ scopes: ['indexes:read'], indexes: ['alice/prod'] });
    expect(await codeOfChange(token, name, { path: 'alice/prod', ...input })).toBe('FORBIDDEN');
  });
});

function grantedName({ project, mirror }: { project: string; mirror: string }) {
  return { project, mirror };
}
