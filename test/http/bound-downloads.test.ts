// A token that is bound to projects leads nobody upstream for another one: what it may not have is refused before anybody
// is asked for it, and before the name is bound to a mirror.

import { afterAll, beforeAll, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { makeSdist, makeWheel, type Distribution } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import { createMirror, setBases } from '../support/layers.ts';
import type { Person, TokenHolder } from '../support/people.ts';
import { startUpstream, type Upstream } from '../support/upstream.ts';

eachApp('a download with a token for other projects', (open) => {
  let app: TestApp;
  let alice: Person;
  let upstream: Upstream;
  let forAcme: TokenHolder;
  let forAll: TokenHolder;
  const ours = makeWheel({ name: 'acme', version: '1.0' });
  const theirs = makeWheel({ name: 'theirs', version: '1.0' });
  const hosted = makeWheel({ name: 'hosted', version: '1.0' });
  // Of acme-1 in version 1; by its name it may as well be of acme.
  const unclear = makeSdist({ name: 'acme-1', version: '1', filename: 'acme-1-1.tar.gz' });

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    upstream = await startUpstream();
    upstream.add('acme', ours).add('theirs', theirs).add('acme-1', unclear);
    await alice.createIndex('alice/root');
    for (const name of ['one', 'two']) await createMirror(app, `alice/${name}`, upstream.url);
    await setBases(app, 'alice/root', ['alice/one', 'alice/two']);
    const token = (projects?: string[]) =>
      alice.mintToken({ scopes: ['index:read'], indexes: ['alice/root'], ...(projects && { projects }) });
    [forAcme, forAll] = [await token(['acme']), await token()];
    upstream.add('other', makeWheel({ name: 'other', version: '1.0' }));
    expect((await alice.withPassword.upload('alice/root', hosted)).status).toBe(200);
    upstream.take();
  }, 60_000);
  afterAll(() => upstream.close());

  const statusOf = async (who: TokenHolder, { sha256, filename }: Distribution, suffix = '') => {
    const answer = await who.get(`/alice/root/files/${sha256}/${filename}${suffix}`);
    await answer.arrayBuffer();
    return answer.status;
  };
  const pins = async () =>
    (await app.app.world.readDb.originPin.findMany({ orderBy: { normalizedName: 'asc' } })).map(
      ({ normalizedName }) => normalizedName,
    );

  it('is refused before an upstream is asked or a name is bound to a mirror', async () => {
    expect(await statusOf(forAcme, theirs)).toBe(403);
    expect(await statusOf(forAcme, theirs, '.metadata')).toBe(403);
    expect(await statusOf(forAcme, hosted)).toBe(403);
    expect(await statusOf(forAcme, { ...theirs, sha256: '0'.repeat(64) })).toBe(403);
    expect([upstream.paths(), await pins()]).toEqual([[], []]);
  });

  it('asks for what it may have alone when a file name leaves its project open', async () => {
    expect(await statusOf(forAcme, unclear)).toBe(403);
    expect(upstream.paths().filter((path) => path !== '/simple/acme/')).toEqual([]);
    expect(await pins()).toEqual([]);
  });

  it('does not change what others get, nor gets what others were given', async () => {
    expect(await statusOf(forAcme, ours)).toBe(200);
    for (let round = 0; round < 2; round += 1) {
      for (const file of [ours, theirs, hosted, unclear]) expect(await statusOf(forAll, file)).toBe(200);
      expect(await statusOf(forAcme, ours)).toBe(200);
      for (const file of [theirs, hosted, unclear]) expect(await statusOf(forAcme, file)).toBe(403);
    }
    expect(await pins()).toEqual(['acme', 'acme-1', 'theirs']);
  });
});
