// To which of several mirrors a name is bound: by the order of the bases, and not by whoever may read the fewest of them.

import { afterAll, beforeAll, expect, it } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { createMirror, setBases } from '../support/layers.ts';
import type { Person } from '../support/people.ts';
import { startUpstream, type Upstream } from '../support/upstream.ts';

const GOOD = makeWheel({ name: 'partner-lib', version: '1.0' });
const EVIL = makeWheel({ name: 'partner-lib', version: '9.0' });
const JSON_TYPE = { accept: 'application/vnd.pypi.simple.v1+json' };

let app: TestApp;
let alice: Person;
let partner: Upstream;
let everybody: Upstream;

beforeAll(async () => {
  app = await createTestApp();
  alice = await app.person('alice');
  partner = await startUpstream();
  everybody = await startUpstream();
  partner.add('partner-lib', GOOD);
  everybody.add('partner-lib', EVIL);
  await createMirror(app, 'alice/partner', partner.url, { isPublic: false });
  await createMirror(app, 'alice/everybody', everybody.url);
});
afterAll(async () => {
  await partner.close();
  await everybody.close();
  await app.close();
});

const offered = async (index: string) => {
  const answer = await alice.withPassword.get(`/${index}/simple/partner-lib/`, JSON_TYPE);
  return ((await answer.json()) as { files: { filename: string }[] }).files.map(({ filename }) => filename);
};

it('nobody who may not read the first mirror binds its names to the second one for those who may', async () => {
  await alice.createIndex('alice/stage', { readers: [':anonymous:'] });
  await setBases(app, 'alice/stage', ['alice/partner', 'alice/everybody']);
  expect(await offered('alice/stage')).toEqual([GOOD.filename]);
  await app.nobody.request(`/alice/stage/files/${EVIL.sha256}/${EVIL.filename}`, { method: 'HEAD' });
  expect(await offered('alice/stage')).toEqual([GOOD.filename]);
});

it('a token that is not for a project binds it to no mirror and has no upstream asked', async () => {
  await alice.createIndex('alice/narrow');
  await setBases(app, 'alice/narrow', ['alice/partner', 'alice/everybody']);
  const token = await alice.mintToken({
    scopes: ['index:read'],
    indexes: ['alice/narrow'],
    projects: ['something-else'],
  });
  const before = (await app.counts()).originPin;
  const { status } = await token.get(`/alice/narrow/files/${GOOD.sha256}/${GOOD.filename}`);
  expect([status, (await app.counts()).originPin]).toEqual([403, before]);
});
