import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { cleanUpMirrors } from '../../server/domain/mirrors/cleanup.ts';
import { applyAllMirrorRetention } from '../../server/domain/mirrors/retention.ts';
import type { TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import { signedIn, type Person } from '../support/people.ts';
import { startUpstream, type Upstream } from '../support/upstream.ts';

const REFRESH = `mutation ($input: RefreshMirrorInput!) { refreshMirror(input: $input) { ... on RefreshMirrorPayload { pages } ... on UserError { code message } } }`;
const APPLY = `mutation ($input: ApplyMirrorRetentionInput!) { applyMirrorRetention(input: $input) { ... on ApplyMirrorRetentionPayload { deletedFiles deletedBytes } ... on UserError { code message } } }`;
const LOOK = `query ($path: String!) { packageIndex(path: $path) { diskBytes mirror { cachedFiles cachedBytes lastContactAt lastFailure } mirrorRetentionPreview { files bytes } } }`;
const DAY = 86_400_000;

const wheels = ['1.0', '2.0', '3.0'].map((version) => makeWheel({ name: 'acme', version }));

eachApp('a mirror at work', (open) => {
  let app: TestApp;
  let ada: Person;
  let alice: Person;
  let bob: Person;
  let upstream: Upstream;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    alice = await app.person('alice');
    bob = await app.person('bob');
    upstream = await startUpstream();
    upstream.add('acme', ...wheels);
    await mirrored(ada, 'alice/mirror');
    await alice.createIndex('alice/stage');
  });

  afterAll(() => upstream.close());

  async function mirrored(by: Person, path: string, more: object = {}): Promise<void> {
    const mirror = { upstreamUrl: upstream.url, allowsPrivateAddresses: true, ...more };
    await by.createIndex(path, { kind: 'MIRROR', mirror });
  }

  /** As an installer does it, with its first file. */
  async function install(path: string, version: string): Promise<Response> {
    const page = await alice.withPassword.get(`/${path}/simple/acme/`, {
      accept: 'application/vnd.pypi.simple.v1+json',
    });
    const { files } = (await page.json()) as { files: { filename: string; url: string }[] };
    const { url } = files.find(({ filename }) => filename.startsWith(`acme-${version}-`))!;
    return alice.withPassword.get(new URL(url, page.url).pathname);
  }

  const look = async (by: Person, path: string) => dataOf(await by.graphql(LOOK, { path }), 'packageIndex');
  const copies = () =>
    readdirSync(join(app.dataFolder, 'mirror-files'), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    ).length;

  it('is refreshed by its owner and by admins, for one project or for all, and nobody else', async () => {
    expect((await install('alice/mirror', '1.0')).status).toBe(200);
    upstream.take();
    const asked = async (by: Person, input: object) =>
      dataOf(await by.graphql(REFRESH, { input }), 'refreshMirror');

    expect(await asked(alice, { path: 'alice/mirror', project: 'Acme' })).toEqual({ pages: 1 });
    await alice.withPassword.get('/alice/mirror/simple/acme/');
    expect(await asked(ada, { path: 'alice/mirror' })).toEqual({ pages: 1 });
    await alice.withPassword.get('/alice/mirror/simple/acme/');
    expect(upstream.requests.map(({ path, status }) => [path, status])).toEqual([
      ['/simple/acme/', 304],
      ['/simple/acme/', 304],
    ]);
    expect(await asked(bob, { path: 'alice/mirror' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await asked(alice, { path: 'alice/stage' })).toMatchObject({ code: 'INVALID_SETTING' });
    expect(await asked(alice, { path: 'alice/mirror', project: '-' })).toMatchObject({
      code: 'INVALID_NAME',
    });
  });

  it('shows what it copied and how its upstream does, and removes copies by its rule after a look', async () => {
    await mirrored(ada, 'alice/small', { keepBytes: wheels[2]!.bytes.length, keepDays: 30 });
    for (const version of ['1.0', '2.0', '3.0']) {
      expect((await install('alice/small', version)).status).toBe(200);
      app.advance(2 * 3600_000);
    }
    const [first, second] = [wheels[0]!.bytes.length, wheels[1]!.bytes.length];
    const bytes = wheels.reduce((sum, wheel) => sum + wheel.bytes.length, 0);
    expect(await look(alice, 'alice/small')).toEqual({
      diskBytes: bytes,
      mirror: {
        cachedFiles: 3,
        cachedBytes: bytes,
        lastContactAt: expect.any(String) as string,
        lastFailure: null,
      },
      mirrorRetentionPreview: { files: 2, bytes: first + second },
    });
    const apply = async (by: Person, expectedFiles: number) =>
      dataOf(
        await by.graphql(APPLY, { input: { path: 'alice/small', expectedFiles } }),
        'applyMirrorRetention',
      );
    expect(await apply(bob, 2)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await apply(alice, 3)).toMatchObject({ code: 'CONFIRMATION_MISMATCH' });
    expect(await apply(alice, 2)).toEqual({ deletedFiles: 2, deletedBytes: first + second });
    expect(await look(alice, 'alice/small')).toMatchObject({ mirror: { cachedFiles: 1 } });
    upstream.take();
    expect((await install('alice/small', '1.0')).status).toBe(200);
    expect(upstream.paths()).toContain(`/files/${wheels[0]!.filename}`);

    app.advance(31 * DAY);
    await applyAllMirrorRetention(app.app.world, () => false);
    expect(await look(await fresh('alice', alice), 'alice/small')).toMatchObject({
      diskBytes: 0,
      mirror: { cachedFiles: 0, cachedBytes: 0 },
    });
    expect((await events('alice/small')).at(-1)).toMatchObject({
      action: 'index.retained',
      actorName: ':system:',
    });
  });

  it('leaves nothing behind when it is deleted, and bytes that no row names go too', async () => {
    await mirrored(await fresh('ada', ada), 'alice/gone');
    expect((await install('alice/gone', '2.0')).status).toBe(200);
    const { world } = app.app;
    const { id } = await world.readDb.packageIndex.findUniqueOrThrow({ where: { livePath: 'alice/gone' } });
    const orphan = world.mirrors.store.path('f'.repeat(64));
    const incoming = await world.mirrors.store.receive();
    await incoming.handle.close();
    world.mirrors.store.keep(incoming.path, 'f'.repeat(64));
    utimesSync(orphan, new Date(0), new Date(0));
    const before = copies();

    await deleted('alice/gone');
    await cleanUpMirrors(world, () => false);

    expect(await world.readDb.mirrorPage.count({ where: { indexId: id } })).toBe(0);
    expect(await world.readDb.mirrorFile.count({ where: { indexId: id } })).toBe(0);
    expect(copies()).toBeLessThan(before);
    expect(world.mirrors.store.sizeBytes('f'.repeat(64))).toBeNull();
  });

  it('mirrors another Wheelhouse with its credentials', async () => {
    const other = await open();
    const carol = await other.person('carol');
    await carol.createIndex('carol/prod');
    expect((await carol.withPassword.upload('carol/prod', wheels[0]!)).status).toBe(200);
    const upstreamUrl = `${other.url}/carol/prod/simple/`;
    const as = await fresh('alice', alice);
    await mirrored(await fresh('ada', ada), 'alice/other', {
      upstreamUrl,
      username: 'carol',
      password: carol.password,
    });

    const answer = await install('alice/other', '1.0');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(wheels[0]!.bytes);
    await mirrored(await fresh('ada', ada), 'alice/locked-out', { upstreamUrl });
    const refused = await alice.withPassword.get('/alice/locked-out/simple/acme/');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([502, '30']);
    expect(await look(as, 'alice/locked-out')).toMatchObject({
      mirror: { lastContactAt: null, lastFailure: expect.stringContaining('it answers 401') as string },
    });
  });

  /** The clock was moved past the end of sessions. */
  async function fresh(name: string, { password }: Person): Promise<Person> {
    return signedIn(app.url, name, password);
  }

  async function deleted(path: string): Promise<void> {
    const answer = await (
      await fresh('ada', ada)
    ).graphql(
      `mutation ($input: DeletePackageIndexInput!) { deletePackageIndex(input: $input) { __typename ... on UserError { message } } }`,
      { input: { path, confirmPath: path, expectedFiles: 0 } },
    );
    expect(dataOf(answer, 'deletePackageIndex')).toEqual({ __typename: 'DeletePackageIndexPayload' });
  }

  async function events(path: string) {
    return app.app.world.readDb.auditEvent.findMany({
      where: { subjectName: path },
      orderBy: { at: 'asc' },
      select: { action: true, actorName: true },
    });
  }
});

function dataOf({ data }: { readonly data: unknown }, field: string): unknown {
  return (data as Readonly<Record<string, unknown>> | null)?.[field];
}
