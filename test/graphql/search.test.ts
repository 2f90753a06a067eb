// Who finds what: everybody what they may read, within one index only what it answers, and never a private name in a
// mirror that is not asked for it.

import { gzipSync } from 'node:zlib';

import { beforeAll, expect, it } from 'vitest';

import { keepSearch } from '../../server/domain/search/keep.ts';
import type { TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import type { Anonymous, Person } from '../support/people.ts';
import { makeProjects } from '../support/projects.ts';
import { ask, codeOf } from './ask.ts';

const SEARCH = `query ($query: String!, $packageIndex: String, $first: Int, $after: String) {
  search(query: $query, packageIndex: $packageIndex, first: $first, after: $after) {
    totalCount
    nodes { name latestVersion summary match packageIndex { path } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Found {
  readonly totalCount: number;
  readonly nodes: readonly {
    readonly name: string;
    readonly latestVersion: string | null;
    readonly packageIndex: { readonly path: string };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

eachApp('search', (open) => {
  let app: TestApp;
  let alice: Person;
  let bert: Person;

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    bert = await app.person('bert');
    await alice.createIndex('alice/secret');
    await alice.createIndex('alice/open', { readers: ['alice', 'bert'] });
    await makeProjects(app.app, 'alice/secret', [{ name: 'tool' }, { name: 'tool-secret' }]);
    await makeProjects(app.app, 'alice/open', [{ name: 'tool', versions: ['2.0'] }, { name: 'tool-open' }]);
    await keepSearch(app.app.world);
  });

  async function find(who: Anonymous, query: string, packageIndex?: string): Promise<string[]> {
    const { nodes } = await ask<Found>(who, SEARCH, { query, packageIndex });
    return nodes.map(({ name, latestVersion, packageIndex: { path } }) => `${path} ${name} ${latestVersion}`);
  }

  it('finds what one may read, and nothing else, not in the count either', async () => {
    expect(await find(alice, 'tool')).toEqual([
      'alice/open tool 2.0',
      'alice/secret tool 1.0',
      'alice/open tool-open 1.0',
      'alice/secret tool-secret 1.0',
    ]);
    expect(await find(bert, 'tool')).toEqual(['alice/open tool 2.0', 'alice/open tool-open 1.0']);
    expect((await ask<Found>(bert, SEARCH, { query: 'tool' })).totalCount).toBe(2);
  });

  it('is null within an index that is hidden, as within one that does not exist', async () => {
    for (const packageIndex of ['alice/secret', 'alice/absent']) {
      expect(await ask(bert, SEARCH, { query: 'tool', packageIndex })).toBe(null);
    }
    expect(await find(bert, 'tool', 'alice/open')).toEqual([
      'alice/open tool 2.0',
      'alice/open tool-open 1.0',
    ]);
  });

  it('finds with a token what its indexes hold, and nothing without the scope for it', async () => {
    const bound = await alice.mintToken({ scopes: ['indexes:read'], indexes: ['alice/open'] });
    expect(await find(bound, 'tool')).toEqual(['alice/open tool 2.0', 'alice/open tool-open 1.0']);
    expect(await ask(bound, SEARCH, { query: 'tool', packageIndex: 'alice/secret' })).toBe(null);
    const installer = await alice.mintToken({ scopes: ['index:read'], indexes: ['alice/open'] });
    expect(await codeOf(installer, SEARCH, { query: 'tool' })).toBe('FORBIDDEN');
    expect(await codeOf(app.nobody, SEARCH, { query: 'tool' })).toBe('UNAUTHENTICATED');
  });

  it('goes on behind a cursor, and refuses one that is none', async () => {
    const first = await ask<Found>(alice, SEARCH, { query: 'tool', first: 3 });
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    const rest = await ask<Found>(alice, SEARCH, {
      query: 'tool',
      first: 3,
      after: first.pageInfo.endCursor,
    });
    expect(rest.nodes.map(({ name }) => name)).toEqual(['tool-secret']);
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const forged = Buffer.from('GPC:S:EXACT 0 x').toString('base64');
    expect(await codeOf(alice, SEARCH, { query: 'tool', after: forged })).toBe('INVALID_INPUT');
    expect(await codeOf(alice, SEARCH, { query: 'x'.repeat(201) })).toBe('INVALID_INPUT');
  });

  it('finds an upload a moment later, and nothing of what was deleted', async () => {
    await alice.createIndex('alice/fresh');
    await alice.withPassword.upload('alice/fresh', makeWheel({ name: 'Fresh_Thing', version: '1.0' }));
    await alice.withPassword.upload('alice/fresh', makeWheel({ name: 'Fresh_Thing', version: '1.1b1' }));
    await keepSearch(app.app.world);
    expect(await find(alice, 'fresh thing')).toEqual(['alice/fresh Fresh_Thing 1.0']);
    const { db } = app.app.world.database;
    await db.packageIndex.updateMany({
      where: { path: 'alice/fresh' },
      data: { deletedAt: new Date(), livePath: null },
    });
    expect(await find(alice, 'fresh thing')).toEqual([]);
  });

  it('C158: never finds a mirror’s entry for a name that a stage closes, when it searches within one index', async () => {
    const { db } = app.app.world.database;
    await alice.createIndex('alice/base');
    await alice.createIndex('alice/main', { readers: ['alice', 'bert'] });
    await alice.createIndex('alice/up', { readers: ['alice', 'bert'] });
    const idOf = async (path: string) =>
      (await db.packageIndex.findUniqueOrThrow({ where: { livePath: path } })).id;
    const [main, base, up] = [await idOf('alice/main'), await idOf('alice/base'), await idOf('alice/up')];
    await db.packageIndex.update({ where: { id: up }, data: { kind: 'MIRROR' } });
    await db.mirror.create({
      data: {
        indexId: up,
        upstreamUrl: 'https://upstream.example/simple/',
        freshSeconds: 600,
        staleSeconds: 600,
        timeoutSeconds: 10,
        minAgeDays: 0,
        isOffline: true,
        allowsPrivateAddresses: false,
      },
    });
    await db.indexBase.createMany({
      data: [base, up].map((baseId, position) => ({
        id: `${main}${position}`,
        indexId: main,
        baseId,
        position,
      })),
    });
    const page = (normalizedName: string) => ({
      id: `${up}${normalizedName}`,
      indexId: up,
      normalizedName,
      etag: null,
      validatedAt: new Date(),
      changedAt: new Date(),
      content: gzipSync(JSON.stringify({ versions: ['9.0'], files: [{ version: '9.0', uploadedAt: null }] })),
    });
    await db.mirrorPage.createMany({ data: ['corp-tool', 'corp-public', 'corp-shared'].map(page) });
    // Bert may not read alice/base, which holds the name all the same.
    await makeProjects(app.app, 'alice/base', [{ name: 'corp-tool' }]);
    await makeProjects(app.app, 'alice/main', [{ name: 'Corp.Shared' }]);
    app.app.world.commits.tellLearned(['corp-tool', 'corp-public', 'corp-shared']);
    app.app.world.commits.tellAllUpTo({
      serial: 10_000n,
      models: new Set(),
      projects: new Set(),
      isUnbounded: true,
    });
    await keepSearch(app.app.world);
    expect(await find(bert, 'corp', 'alice/main')).toEqual([
      'alice/up corp-public 9.0',
      'alice/main Corp.Shared 1.0',
    ]);
    expect(await find(alice, 'corp', 'alice/main')).toEqual([
      'alice/up corp-public 9.0',
      'alice/main Corp.Shared 1.0',
      'alice/base corp-tool 1.0',
    ]);
  });

  it('hides what rules hide: a name from everybody, a version from what is shown', async () => {
    const { db } = app.app.world.database;
    await alice.createIndex('alice/ruled');
    await makeProjects(app.app, 'alice/ruled', [
      { name: 'ruled-out' },
      { name: 'ruled-new', versions: ['1.0', '2.0', '3.0'] },
    ]);
    const { id } = await db.packageIndex.findUniqueOrThrow({ where: { livePath: 'alice/ruled' } });
    await db.indexRule.createMany({
      data: ['ruled-out', 'ruled-new>=2'].map((pattern, position) => ({
        id: `${id}${position}`,
        indexId: id,
        effect: 'DENY' as const,
        pattern,
        position,
      })),
    });
    app.app.world.commits.tellAllUpTo({
      serial: 20_000n,
      models: new Set(),
      projects: new Set(),
      isUnbounded: true,
    });
    await keepSearch(app.app.world);
    expect(await find(alice, 'ruled')).toEqual(['alice/ruled ruled-new 1.0']);
    expect(await find(alice, 'ruled', 'alice/ruled')).toEqual(['alice/ruled ruled-new 1.0']);
  });

  it('costs a page of twenty results the statements of one', async () => {
    await alice.createIndex('alice/many');
    const many = Array.from({ length: 50 }, (_, at) => ({ name: `many-${at}` }));
    await makeProjects(app.app, 'alice/many', many);
    await keepSearch(app.app.world);
    const statements = async (first: number) => {
      app.takeStatements();
      const { nodes } = await ask<Found>(
        alice,
        `query ($first: Int!) { search(query: "many-", first: $first) { nodes { name packageIndex { path owner { name } } } } }`,
        { first },
      );
      expect(nodes.length).toBe(first);
      return app.takeStatements().filter((sql) => /^SELECT/.test(sql)).length;
    };
    // What the indexes inherit is remembered from the first time on.
    await statements(1);
    expect(await statements(20)).toBe(await statements(2));
  });
});
