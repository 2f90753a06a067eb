// One file of queries with what each of them finds, in order: the same on both engines, for people and for machines.

import { readFileSync } from 'node:fs';

import { beforeAll, expect, it } from 'vitest';

import { keepSearch } from '../../../server/domain/search/keep.ts';
import { search } from '../../../server/domain/search/search.ts';
import type { Actor } from '../../../server/domain/actor.ts';
import type { TestApp } from '../../support/app.ts';
import { eachApp } from '../../support/each-app.ts';
import { makeProjects, type MadeProject } from '../../support/projects.ts';

interface Queries {
  readonly indexes: Readonly<Record<string, readonly MadeProject[]>>;
  /** Each thing that is found as `MATCH index name version`. */
  readonly queries: readonly { readonly query: string; readonly found: readonly string[] }[];
}

const { indexes, queries } = JSON.parse(
  readFileSync(new URL('queries.json', import.meta.url), 'utf8'),
) as Queries;

eachApp('what a search finds', (open) => {
  let app: TestApp;
  let reader: Actor;
  let paths: Map<string, string>;

  beforeAll(async () => {
    app = await open();
    const platform = await app.person('platform', { role: 'ADMIN' });
    for (const [path, projects] of Object.entries(indexes)) {
      await platform.createIndex(path);
      await makeProjects(app.app, path, projects);
    }
    const { world } = app.app;
    await keepSearch(world);
    const user = await world.readDb.user.findUniqueOrThrow({ where: { name: 'platform' } });
    reader = { kind: 'user', user, credential: { kind: 'session', id: 'a session' } } as unknown as Actor;
    const rows = await world.readDb.packageIndex.findMany();
    paths = new Map(rows.map(({ id, path }) => [id, path]));
  });

  async function find(query: string, limit: number, after: string | null = null): Promise<string[]> {
    const page = (await search(app.app.world, reader, { query, indexPath: null, after, limit }))!;
    const found = page.results.map(
      ({ match, indexId, name, latestVersion }) => `${match} ${paths.get(indexId)} ${name} ${latestVersion}`,
    );
    return page.hasMore ? [...found, ...(await find(query, limit, page.endCursor))] : found;
  }

  it('is what the file of queries says, in this order', async () => {
    const found = [];
    for (const { query } of queries) found.push({ query, found: await find(query, 100) });
    expect(found).toEqual(queries);
  });

  it('is the same on pages of two and of seven', async () => {
    for (const limit of [2, 7]) {
      for (const { query, found } of queries) {
        expect([limit, query, await find(query, limit)]).toEqual([limit, query, found]);
      }
    }
  }, 60_000);
});
