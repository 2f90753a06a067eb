// What an installer asks for again costs no database: page, file and sidecar, inherited and mirrored.

import { afterAll, beforeAll, expect, it } from 'vitest';

import {
  createIndex,
  createMirror,
  HTML_TYPE,
  JSON_TYPE,
  openRouteSet,
  ROUTES,
  WHEEL,
  type RouteSet,
} from './route-set.ts';

let set: RouteSet;
beforeAll(async () => {
  set = await openRouteSet();
  const { alice, app } = set;
  await createMirror(alice, 'alice/kept', `${app.url}/${ROUTES.hosted}/simple/`, { freshSeconds: 3600 });
  await createIndex(alice, { path: 'alice/behind', readers: [':anonymous:'], bases: ['alice/kept'] });
  await createIndex(alice, {
    path: 'alice/closed',
    readers: ['alice'],
    bases: [ROUTES.inherited, 'alice/kept'],
  });
});
afterAll(() => set.close());

it.each([
  ['inherited', ROUTES.inherited],
  ['of a mirror', 'alice/kept'],
  ['of a mirror that is a base', 'alice/behind'],
  ['of stages and a mirror, for readers alone', 'alice/closed'],
])('asks the database nothing when it is warm, %s', async (_, index) => {
  const { alice, app } = set;
  const token = await alice.mintToken({ scopes: ['index:read'], indexes: [index] });
  const file = `/${index}/files/${WHEEL.sha256}/${WHEEL.filename}`;
  const asked: [string, Record<string, string>][] = [
    [`/${index}/simple/demo-pkg-x/`, { accept: JSON_TYPE }],
    [`/${index}/simple/demo-pkg-x/`, { accept: HTML_TYPE }],
    [`/${index}/pypi/demo-pkg-x/json`, {}],
    [file, {}],
    [`${file}.metadata`, {}],
  ];
  const round = async () => {
    const statuses: number[] = [];
    for (const [path, headers] of asked) {
      const answer = await token.get(path, headers);
      await answer.arrayBuffer();
      statuses.push(answer.status);
    }
    return statuses;
  };
  // A copy is written down after its client has it.
  for (let count = 0; count < 2; count += 1) expect(await round()).toEqual([200, 200, 200, 200, 200]);
  await expect
    .poll(
      async () => {
        app.takeStatements();
        await round();
        return app.takeStatements();
      },
      { timeout: 10_000 },
    )
    .toEqual([]);
});
