// While a project is being deleted, and after: nothing is acknowledged that goes with it, and nothing of it comes back.

import { afterAll, beforeAll, expect, it } from 'vitest';

import { change } from '../graphql/change.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { changeProject } from '../support/layers.ts';
import type { Person } from '../support/people.ts';

const JSON_TYPE = { accept: 'application/vnd.pypi.simple.v1+json' };

let app: TestApp;
let alice: Person;

beforeAll(async () => {
  app = await createTestApp();
  alice = await app.person('alice');
});
afterAll(() => app.close());

it('a file that goes with its project is not acknowledged as being there already', async () => {
  const wheel = makeWheel({ name: 'going', version: '1.0' });
  await alice.createIndex('alice/fast', { isVolatile: true });
  await alice.withPassword.upload('alice/fast', wheel);
  // The first change of deleteProject, before the rows go.
  await changeProject(app, 'alice/fast', 'going', { deletedAt: new Date() });
  const { status } = await alice.withPassword.upload('alice/fast', wheel);
  const page = await alice.withPassword.get('/alice/fast/simple/going/');
  expect([status, page.status]).not.toEqual([200, 404]);
});

it('a promotion does not find its files present in a project that is being deleted', async () => {
  const wheel = makeWheel({ name: 'leaving', version: '1.0' });
  await alice.createIndex('alice/from');
  await alice.createIndex('alice/to', { isVolatile: true });
  for (const index of ['alice/from', 'alice/to']) await alice.withPassword.upload(index, wheel);
  await changeProject(app, 'alice/to', 'leaving', { deletedAt: new Date() });
  const promotion = { from: 'alice/from', to: 'alice/to', project: 'leaving', version: '1.0' };
  const told = await change(alice, 'promoteRelease', promotion, 'presentFiles').catch(String);
  expect(told).not.toMatchObject({ presentFiles: 1 });
});

it('a release that comes back after its project was deleted is neither yanked nor described by the old one', async () => {
  const release = { path: 'alice/keeps', project: 'demo', version: '1.0' };
  const described = (tag: string, Summary: string) =>
    makeWheel({ name: 'demo', version: '1.0', tag, metadata: { Summary } });
  await alice.createIndex('alice/keeps');
  await alice.withPassword.upload('alice/keeps', described('py3-none-any', 'The old one.'));
  await change(alice, 'yankRelease', { ...release, reason: 'Broken.' });
  await change(alice, 'deleteProject', {
    path: 'alice/keeps',
    project: 'demo',
    confirmProject: 'demo',
    force: true,
  });
  await alice.withPassword.upload('alice/keeps', described('py2-none-any', 'The new one.'));
  const page = await alice.withPassword.get('/alice/keeps/simple/demo/', JSON_TYPE);
  const { files } = (await page.json()) as { files: { yanked: unknown }[] };
  const { summary } = await app.app.world.readDb.release.findFirstOrThrow({
    where: { project: { name: 'demo' } },
  });
  expect([files.map(({ yanked }) => yanked), summary]).toEqual([[false], 'The new one.']);
});
