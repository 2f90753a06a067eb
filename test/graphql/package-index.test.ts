// Package indexes: creating, changing and deleting them, and what those see who may not.

import { beforeAll, describe, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import type { Person } from '../support/people.ts';
import { ask } from './ask.ts';

const CREATE = `mutation ($input: CreatePackageIndexInput!) {
  createPackageIndex(input: $input) {
    __typename
    ... on CreatePackageIndexPayload {
      serial
      packageIndex { path name kind description url simpleUrl owner { name } readers { kind name user { name } } uploaders { name } bases { path } }
    }
    ... on UserError { message code path }
  }
}`;

const UPDATE = `mutation ($input: UpdatePackageIndexInput!) {
  updatePackageIndex(input: $input) {
    __typename
    ... on UpdatePackageIndexPayload { serial packageIndex { description readers { name } uploaders { name } } }
    ... on UserError { message code path }
  }
}`;

const DELETE = `mutation ($input: DeletePackageIndexInput!) {
  deletePackageIndex(input: $input) {
    __typename
    ... on DeletePackageIndexPayload { serial where: deletedPath consequences { projects files bytes tokens dependants } }
    ... on UserError { message code path }
  }
}`;

eachApp('a package index', (open) => {
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

  it('is its owner’s alone until it is opened, and knows its own addresses', async () => {
    const created = await ask(alice, CREATE, { input: { path: 'alice/own', description: 'Mine.' } });
    expect(created).toEqual({
      __typename: 'CreatePackageIndexPayload',
      serial: expect.any(Number) as number,
      packageIndex: {
        path: 'alice/own',
        name: 'own',
        kind: 'STAGE',
        description: 'Mine.',
        url: `${app.url}/alice/own/`,
        simpleUrl: `${app.url}/alice/own/simple/`,
        owner: { name: 'alice' },
        readers: [{ kind: 'USER', name: 'alice', user: { name: 'alice' } }],
        uploaders: [{ name: 'alice' }],
        bases: [],
      },
    });
  });

  it('lists groups before users, and users by name, however they were given', async () => {
    const readers = ['bert', ':anonymous:', 'alice', ':authenticated:', 'bert'];
    const created = await ask<{ packageIndex: unknown }>(alice, CREATE, {
      input: { path: 'alice/listed', readers, uploaders: [] },
    });
    expect(created.packageIndex).toMatchObject({
      readers: [
        { kind: 'ANONYMOUS', name: ':anonymous:', user: null },
        { kind: 'AUTHENTICATED', name: ':authenticated:', user: null },
        { kind: 'USER', name: 'alice', user: { name: 'alice' } },
        { kind: 'USER', name: 'bert', user: { name: 'bert' } },
      ],
      uploaders: [],
    });
  });

  it.each([
    [{ path: 'alice/own' }, 'NameTakenError', 'NAME_TAKEN', 'path'],
    [{ path: 'own' }, 'InvalidInputError', 'INVALID_PATH', 'path'],
    [{ path: 'bert/mine' }, 'NotAllowedError', 'NOT_ALLOWED', 'path'],
    [{ path: 'alice/new', readers: ['nobody'] }, 'InvalidInputError', 'INVALID_PRINCIPAL', 'readers'],
    [{ path: 'alice/new', uploaders: [':group'] }, 'InvalidInputError', 'INVALID_PRINCIPAL', 'uploaders'],
    [
      { path: 'alice/new', description: 'x'.repeat(501) },
      'InvalidInputError',
      'INVALID_INPUT',
      'description',
    ],
  ])('is refused as %o', async (input, type, code, field) => {
    const before = await app.counts();
    const refusal = await ask(alice, CREATE, { input });
    expect(refusal).toMatchObject({ __typename: type, code, path: [field] });
    expect(await app.counts()).toEqual(before);
  });

  it('changes only what is named, and clears what is null', async () => {
    await alice.graphql(CREATE, { input: { path: 'alice/changing', description: 'Old.' } });
    const change = async (input: object) => {
      const { packageIndex } = await ask<{ packageIndex: unknown }>(alice, UPDATE, {
        input: { path: 'alice/changing', ...input },
      });
      return packageIndex;
    };
    expect(await change({ readers: ['bert'] })).toEqual({
      description: 'Old.',
      readers: [{ name: 'bert' }],
      uploaders: [{ name: 'alice' }],
    });
    expect(await change({ description: null, readers: null, uploaders: [] })).toEqual({
      description: null,
      readers: [{ name: 'bert' }],
      uploaders: [],
    });
  });

  it('answers a change that changes nothing with the serial before', async () => {
    const change = { input: { path: 'alice/changing', uploaders: ['alice'] } };
    const first = await ask(alice, UPDATE, change);
    expect(await ask(alice, UPDATE, change)).toEqual(first);
  });

  describe('that is hidden', () => {
    const lookUp = 'query ($path: String!) { packageIndex(path: $path) { id path } }';

    beforeAll(() => alice.createIndex('alice/secret'));

    it('reads like one that does not exist', async () => {
      const hidden = await bert.graphql(lookUp, { path: 'alice/secret' });
      const absent = await bert.graphql(lookUp, { path: 'alice/absent' });
      expect(hidden).toEqual(absent);
      expect(hidden.data).toEqual({ packageIndex: null });
    });

    it.each([
      [UPDATE, { description: 'Mine now.' }],
      [DELETE, { expectedFiles: 0 }],
    ])('refuses changes in the words of one that does not exist', async (document, input) => {
      const attempt = async (path: string) => {
        const refusal = await ask(bert, document, {
          input: { path, ...(document === DELETE && { confirmPath: path }), ...input },
        });
        return JSON.stringify(refusal).replaceAll(path, 'PATH');
      };
      const hidden = await attempt('alice/secret');
      expect(hidden).toBe(await attempt('alice/absent'));
      expect(hidden).toContain('NotFoundError');
    });

    it('is in no list of those who may not see it, and in no count', async () => {
      const document = '{ packageIndexes(first: 100) { totalCount nodes { path } } }';
      const paths = async (person: Person) => {
        const { totalCount, nodes } = await ask<{ totalCount: number; nodes: { path: string }[] }>(
          person,
          document,
        );
        expect(totalCount).toBe(nodes.length);
        return nodes.map(({ path }) => path);
      };
      expect(await paths(bert)).toEqual(['alice/changing', 'alice/listed']);
      expect(await paths(alice)).toEqual(['alice/changing', 'alice/listed', 'alice/own', 'alice/secret']);
      expect(await paths(ada)).toEqual(['alice/changing', 'alice/listed', 'alice/own', 'alice/secret']);
    });

    it('is administered by admins, who do not read it unless they are listed', async () => {
      const index = await ask(
        ada,
        `{ packageIndex(path: "alice/secret") {
        viewerCanRead viewerCanUpload viewerCanAdminister
        projects { totalCount nodes { name } } project(name: "anything") { name }
        deletionConsequences { files }
      } }`,
      );
      expect(index).toEqual({
        viewerCanRead: false,
        viewerCanUpload: false,
        viewerCanAdminister: true,
        projects: null,
        project: null,
        deletionConsequences: { files: 0 },
      });
    });
  });

  it('shows of its bases those that the viewer may see, in their order', async () => {
    await bert.createIndex('bert/open', { readers: [':authenticated:'] });
    await bert.createIndex('bert/closed');
    await bert.createIndex('bert/last', { readers: [':authenticated:'] });
    await bert.createIndex('bert/top', { readers: [':authenticated:'] });
    await inherit('bert/top', ['bert/last', 'bert/closed', 'bert/open']);
    const document =
      '{ packageIndex(path: "bert/top") { bases { path viewerCanRead projects { totalCount } } } }';
    const pathsFor = async (person: Person) =>
      (await ask<{ bases: { path: string }[] }>(person, document)).bases.map(({ path }) => path);
    expect(await pathsFor(bert)).toEqual(['bert/last', 'bert/closed', 'bert/open']);
    expect(await pathsFor(alice)).toEqual(['bert/last', 'bert/open']);
  });

  describe('that is deleted', () => {
    beforeAll(async () => {
      await alice.createIndex('alice/doomed', { readers: ['alice', 'bert'] });
      await alice.mintToken({ scopes: ['index:read'], indexes: ['alice/doomed'] });
      await alice.mintToken({ scopes: ['index:read'], indexes: ['alice/doomed', 'alice/own'] });
      const uploaded = await alice.withPassword.upload(
        'alice/doomed',
        makeWheel({ name: 'gone', version: '1.0' }),
      );
      expect(uploaded.status).toBe(200);
    });

    const confirmed = { path: 'alice/doomed', confirmPath: 'alice/doomed', expectedFiles: 1 };

    it('counts its consequences first, for those who may delete it', async () => {
      const document =
        '{ packageIndex(path: "alice/doomed") { deletionConsequences { projects files bytes tokens dependants } } }';
      const bytes = makeWheel({ name: 'gone', version: '1.0' }).bytes.length;
      expect(await ask(alice, document)).toEqual({
        deletionConsequences: { projects: 1, files: 1, bytes, tokens: 1, dependants: 0 },
      });
      expect(await ask(bert, document)).toEqual({ deletionConsequences: null });
    });

    it.each([
      [{ ...confirmed, confirmPath: 'alice/doomed ' }, 'confirmPath'],
      [{ ...confirmed, expectedFiles: 0 }, 'expectedFiles'],
    ])('stays as long as the confirmation is not exact', async (input, field) => {
      const refusal = await ask(alice, DELETE, { input });
      expect(refusal).toMatchObject({
        __typename: 'ConfirmationMismatchError',
        path: [field],
      });
    });

    it('is not deleted by those who may only read it', async () => {
      const refusal = await ask(bert, DELETE, { input: confirmed });
      expect(refusal).toMatchObject({ __typename: 'NotAllowedError', code: 'NOT_ALLOWED' });
    });

    it('is gone, with the tokens that were bound to it alone', async () => {
      const deleted = await ask(alice, DELETE, { input: confirmed });
      expect(deleted).toMatchObject({
        where: 'alice/doomed',
        consequences: { projects: 1, files: 1, tokens: 1, dependants: 0 },
      });
      const after = await alice.graphql(`{
        packageIndex(path: "alice/doomed") { id }
        tokens(first: 2) { nodes { state revokeReason indexes { path } } }
      }`);
      expect(after.data).toEqual({
        packageIndex: null,
        tokens: {
          nodes: [
            { state: 'ACTIVE', revokeReason: null, indexes: [{ path: 'alice/own' }] },
            { state: 'REVOKED', revokeReason: 'INDEX_DELETED', indexes: [] },
          ],
        },
      });
    });

    it('leaves its path to a new index with a new id', async () => {
      const created = await ask(alice, CREATE, { input: { path: 'alice/doomed' } });
      expect(created).toMatchObject({ __typename: 'CreatePackageIndexPayload' });
    });
  });

  async function inherit(path: string, bases: readonly string[]): Promise<void> {
    const { db } = app.app.world.database;
    const idOf = async (livePath: string) =>
      (await db.packageIndex.findUniqueOrThrow({ where: { livePath } })).id;
    const indexId = await idOf(path);
    for (const [position, base] of bases.entries()) {
      await db.indexBase.create({
        data: { id: `${path} ${position}`, indexId, baseId: await idOf(base), position },
      });
    }
  }
});
