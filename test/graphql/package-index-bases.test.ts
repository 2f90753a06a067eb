// Bases of package indexes: who may make what a base, in which order they stay, and what is refused.

import { beforeAll, describe, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import type { Anonymous, Person } from '../support/people.ts';
import { ask } from './ask.ts';

const UPDATE = `mutation ($input: UpdatePackageIndexInput!) {
  updatePackageIndex(input: $input) {
    __typename
    ... on UpdatePackageIndexPayload { serial packageIndex { bases { path } } }
    ... on UserError { message code path }
  }
}`;

const DELETE = `mutation ($input: DeletePackageIndexInput!) {
  deletePackageIndex(input: $input) {
    __typename
    ... on IndexInUseError { indexes }
    ... on UserError { message code }
  }
}`;

interface Updated {
  readonly serial: number;
  readonly packageIndex: { readonly bases: { readonly path: string }[] };
}

eachApp('the bases of an index', (open) => {
  let app: TestApp;
  let ada: Person;
  let alice: Person;
  let bert: Person;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    alice = await app.person('alice');
    bert = await app.person('bert');
    await bert.createIndex('bert/open', { readers: [':authenticated:'] });
    await bert.createIndex('bert/drop', { readers: [], uploaders: [':authenticated:'] });
    await bert.createIndex('bert/closed');
    for (const name of ['a', 'b', 'c']) await alice.createIndex(`alice/${name}`);
  });

  const setBases = (who: Anonymous, path: string, bases: string[]) =>
    ask<Updated>(who, UPDATE, { input: { path, bases } });
  const pathsOf = ({ packageIndex }: Updated) => packageIndex.bases.map(({ path }) => path);

  it('are kept in the order in which they were given, from the creation on', async () => {
    await alice.createIndex('alice/top', { bases: ['alice/b', 'bert/open', 'alice/a'] });
    expect(pathsOf(await setBases(alice, 'alice/top', ['alice/b', 'bert/open', 'alice/a']))).toEqual([
      'alice/b',
      'bert/open',
      'alice/a',
    ]);
    expect(pathsOf(await setBases(alice, 'alice/top', ['alice/a', 'alice/c', 'alice/b']))).toEqual([
      'alice/a',
      'alice/c',
      'alice/b',
    ]);
  });

  it('that stay as they are take no serial and leave no event', async () => {
    const before = await app.counts();
    const first = await setBases(alice, 'alice/top', ['alice/a', 'alice/c', 'alice/b']);
    expect(await setBases(alice, 'alice/top', ['alice/a', 'alice/c', 'alice/b'])).toEqual(first);
    expect(await app.counts()).toEqual(before);
  });

  it('are told in the trail as they are from then on', async () => {
    await setBases(alice, 'alice/top', ['bert/open']);
    const { nodes } = await ask<{ nodes: { action: string; detail: unknown }[] }>(
      alice,
      `{ auditEvents(filter: { packageIndex: "alice/top" }, first: 1) { nodes { action detail { bases } } } }`,
    );
    expect(nodes).toEqual([{ action: 'INDEX_UPDATED', detail: { bases: ['bert/open'] } }]);
  });

  it.each([
    [['alice/a', 'alice/a'], 'INVALID_BASE', '"alice/a" is named twice: a base is asked once.'],
    [
      ['alice/absent'],
      'INVALID_BASE',
      'There is no package index "alice/absent" to be a base: write owner/name.',
    ],
    [
      ['bert/closed'],
      'INVALID_BASE',
      'There is no package index "bert/closed" to be a base: write owner/name.',
    ],
    [
      ['bert/drop'],
      'NOT_ALLOWED',
      'You may not read bert/drop, so you cannot make it a base: ask to be put among its readers.',
    ],
    [
      Array.from({ length: 33 }, (_, number) => `alice/x${number}`),
      'INVALID_BASE',
      'An index has at most 32 bases, not 33: put some of them behind another stage.',
    ],
  ])('are refused as %j', async (bases, code, message) => {
    const before = await app.counts();
    expect(await setBases(alice, 'alice/c', bases)).toMatchObject({ code, message, path: ['bases'] });
    const created = await ask(
      alice,
      `mutation ($input: CreatePackageIndexInput!) { createPackageIndex(input: $input) { ... on UserError { code } } }`,
      { input: { path: 'alice/never', bases } },
    );
    expect(created).toEqual({ code });
    expect({ ...(await app.counts()), auditEvent: before['auditEvent'] }).toEqual(before);
  });

  it('may be any that an admin sees, read or not', async () => {
    await ada.createIndex('ada/all', { bases: ['bert/closed', 'bert/drop'] });
    expect(pathsOf(await setBases(ada, 'ada/all', ['bert/closed']))).toEqual(['bert/closed']);
  });

  describe('in a circle', () => {
    beforeAll(async () => {
      await setBases(alice, 'alice/a', ['alice/b']);
      await setBases(alice, 'alice/b', ['alice/c']);
    });

    it('are refused, and the way around is named', async () => {
      expect(await setBases(alice, 'alice/c', ['bert/open', 'alice/a'])).toMatchObject({
        code: 'INVALID_BASE',
        message:
          'These bases would close a circle: alice/c → alice/a → alice/b → alice/c. Leave one of them out.',
      });
      expect(await setBases(alice, 'alice/c', ['alice/c'])).toMatchObject({
        message: 'These bases would close a circle: alice/c → alice/c. Leave one of them out.',
      });
    });

    it('are refused without the name of what the caller may not see', async () => {
      await alice.createIndex('alice/shown', { readers: [':authenticated:'] });
      await setBases(ada, 'bert/closed', ['alice/shown']);
      await setBases(ada, 'bert/open', ['bert/closed']);
      expect(await setBases(alice, 'alice/shown', ['bert/open'])).toMatchObject({
        message:
          'These bases would close a circle: alice/shown → bert/open → (an index that you may not see) → alice/shown. Leave one of them out.',
      });
      await setBases(ada, 'bert/open', []);
      await setBases(ada, 'bert/closed', []);
    });

    it('are refused to one of two who close it at the same time', async () => {
      await setBases(alice, 'alice/a', []);
      await setBases(alice, 'alice/b', []);
      const outcomes = await Promise.all([
        setBases(alice, 'alice/a', ['alice/b']),
        setBases(alice, 'alice/b', ['alice/a']),
      ]);
      expect(outcomes.map((outcome) => 'serial' in outcome).sort()).toEqual([false, true]);
    });
  });

  it('stand at most 32 deep, wherever the step is put in', async () => {
    await bert.createIndex('bert/deep-0');
    for (let step = 1; step < 31; step += 1) {
      await bert.createIndex(`bert/deep-${step}`, { bases: [`bert/deep-${step - 1}`] });
    }
    await bert.createIndex('bert/below');
    await bert.createIndex('bert/bottom');
    expect(pathsOf(await setBases(bert, 'bert/deep-0', ['bert/below']))).toEqual(['bert/below']);
    const sentence =
      'With these bases 33 indexes would stand one below the other, and 32 may: leave a step out.';
    expect(await setBases(bert, 'bert/below', ['bert/bottom'])).toMatchObject({ message: sentence });
    await bert.createIndex('bert/above');
    expect(await setBases(bert, 'bert/above', ['bert/deep-30'])).toMatchObject({ message: sentence });
    expect(pathsOf(await setBases(bert, 'bert/above', ['bert/deep-29']))).toEqual(['bert/deep-29']);
  });

  describe('of which one is hidden from whoever changes them', () => {
    beforeAll(async () => {
      await alice.createIndex('alice/mixed');
      await setBases(ada, 'alice/mixed', ['bert/closed', 'bert/open']);
    });

    it('stay as they are: it would be taken away unseen, and open the names that it closed', async () => {
      const refusal = await setBases(alice, 'alice/mixed', ['bert/open']);
      expect(refusal).toMatchObject({
        code: 'NOT_ALLOWED',
        message:
          'alice/mixed has bases that you may not see, or that your token is not for. Ask an admin to change them.',
      });
      expect(pathsOf(await setBases(ada, 'alice/mixed', ['bert/closed', 'bert/open']))).toEqual([
        'bert/closed',
        'bert/open',
      ]);
    });

    it('hold also for a token that is for the index alone', async () => {
      await setBases(alice, 'alice/top', ['bert/open']);
      const token = await alice.mintToken({ scopes: ['indexes:write'], indexes: ['alice/top'] });
      expect(await setBases(token, 'alice/top', [])).toMatchObject({ code: 'NOT_ALLOWED' });
      expect(await setBases(token, 'alice/top', ['alice/a'])).toMatchObject({ code: 'INVALID_BASE' });
    });
  });

  it('stay bases when their readers change, and can then be put in another order', async () => {
    await bert.createIndex('bert/lib', { readers: ['alice'], uploaders: ['alice'] });
    await alice.createIndex('alice/app', { bases: ['bert/lib', 'alice/a'] });
    await ask(bert, UPDATE, { input: { path: 'bert/lib', readers: [] } });
    expect(pathsOf(await setBases(alice, 'alice/app', ['alice/a', 'bert/lib']))).toEqual([
      'alice/a',
      'bert/lib',
    ]);
  });

  describe('that others inherit from', () => {
    const confirmed = { path: 'bert/base', confirmPath: 'bert/base', expectedFiles: 0 };

    beforeAll(async () => {
      await bert.createIndex('bert/base', { readers: ['alice', 'bert'] });
      await bert.createIndex('bert/user', { bases: ['bert/base'] });
      await alice.createIndex('alice/user', { bases: ['bert/base'] });
    });

    it('are not deleted, and the caller is told of those that they may see', async () => {
      expect(await ask(bert, DELETE, { input: confirmed })).toEqual({
        __typename: 'IndexInUseError',
        code: 'INDEX_IN_USE',
        indexes: ['bert/user'],
        message:
          'bert/base is a base of bert/user, one that you may not see: take it out of their bases before you delete it.',
      });
      expect(await ask(ada, DELETE, { input: confirmed })).toMatchObject({
        indexes: ['alice/user', 'bert/user'],
        message:
          'bert/base is a base of alice/user, bert/user: take it out of their bases before you delete it.',
      });
    });

    it('are deleted once nobody does', async () => {
      await setBases(bert, 'bert/user', []);
      await ask(alice, DELETE, {
        input: { path: 'alice/user', confirmPath: 'alice/user', expectedFiles: 0 },
      });
      expect(await ask(bert, DELETE, { input: confirmed })).toEqual({
        __typename: 'DeletePackageIndexPayload',
      });
    });
  });
});
