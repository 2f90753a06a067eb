// What a promotion takes over: what the file's name says and what its archive says are one thing, as for an upload; and
// the state of the release when it is committed, not when it was looked at.

import { afterAll, beforeAll, expect, it } from 'vitest';

import { change } from '../graphql/change.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { createMirror } from '../support/layers.ts';
import type { Person } from '../support/people.ts';
import { startUpstream, type Upstream } from '../support/upstream.ts';

let app: TestApp;
let alice: Person;
let upstream: Upstream;

beforeAll(async () => {
  app = await createTestApp();
  alice = await app.person('alice');
  upstream = await startUpstream();
});
afterAll(async () => {
  await upstream.close();
  await app.close();
});

it('a mirrored file whose metadata names another project and version is not promoted', async () => {
  upstream.add(
    'liar',
    makeWheel({ name: 'liar', version: '1.0', metadataName: 'numpy', metadata: { Version: '9.9' } }),
  );
  await createMirror(app, 'alice/mirror', upstream.url);
  await alice.createIndex('alice/prod');
  const promotion = { from: 'alice/mirror', to: 'alice/prod', project: 'liar', version: '1.0' };
  const { __typename: told } = await change(alice, 'promoteRelease', promotion);
  const projects = await app.app.world.readDb.project.findMany({
    where: { index: { path: 'alice/prod' } },
    select: { name: true, normalizedName: true, releases: { select: { version: true } } },
  });
  expect([told, projects]).toEqual(['NotAllowedError', []]);
});

it('a release that was yanked before the promotion was committed arrives yanked', async () => {
  await alice.createIndex('alice/dev');
  await alice.createIndex('alice/late');
  const outcomes: unknown[] = [];
  for (let patch = 0; patch < 10; patch += 1) {
    const version = `1.${patch}`;
    await alice.withPassword.upload('alice/dev', makeWheel({ name: 'demo', version }));
    const release = { project: 'demo', version };
    const [promoted, yanked] = (await Promise.all([
      change(alice, 'promoteRelease', { ...release, from: 'alice/dev', to: 'alice/late' }),
      change(alice, 'yankRelease', { ...release, path: 'alice/dev', reason: 'Broken.' }),
    ])) as unknown as { serial: number }[];
    const file = await app.app.world.readDb.release.findFirstOrThrow({
      where: { version, project: { index: { path: 'alice/late' } } },
    });
    if (yanked!.serial < promoted!.serial) outcomes.push(file.yankReason);
  }
  expect(outcomes).toEqual(outcomes.map(() => 'Broken.'));
});
