// Stages behind stages: one page out of all layers that may be read, nearer ones first, within the rules of every index
// on the way, and never more statements for more bases.

import { beforeAll, expect, it } from 'vitest';

import type { TestApp } from '../../support/app.ts';
import { makeSdist, makeWheel } from '../../support/distributions.ts';
import { eachApp } from '../../support/each-app.ts';
import { changeProject, idOf, namesOf, resolverFor, setBases, setRules } from '../../support/layers.ts';
import type { Person } from '../../support/people.ts';

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';
const PUBLIC = { readers: [':anonymous:'] };

eachApp('an index with bases', (open) => {
  let app: TestApp;
  let alice: Person;
  let bob: Person;

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    bob = await app.person('bob');
  }, 60_000);

  const put = async (path: string, ...files: Parameters<Person['upload']>[1][]) => {
    for (const file of files) expect((await alice.withPassword.upload(path, file)).status).toBe(200);
  };
  const stage = async (path: string, lists = PUBLIC) => alice.createIndex(path, lists);
  const pageOf = async (path: string, project: string) => {
    const answer = await app.nobody.get(`/${path}/simple/${project}/`, { accept: JSON_TYPE });
    const page = answer.status === 200 ? ((await answer.json()) as { files: { filename: string }[] }) : null;
    return page === null ? answer.status : page.files.map(({ filename }) => filename);
  };

  it('asks itself, its stages level by level, then mirrors, each once and in a circle too', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await stage(`alice/${name}`);
    await setBases(app, 'alice/a', ['alice/b', 'alice/c']);
    await setBases(app, 'alice/b', ['alice/d']);
    await setBases(app, 'alice/c', ['alice/d', 'alice/e']);
    await setBases(app, 'alice/d', ['alice/a']);
    const plan = await app.app.world.layers.planOf(await idOf(app, 'alice/a'));
    expect(plan.layers.map(({ path, via }) => [path, via.join(' ')])).toEqual([
      ['alice/a', 'alice/a'],
      ['alice/b', 'alice/a alice/b'],
      ['alice/c', 'alice/a alice/c'],
      ['alice/d', 'alice/a alice/b alice/d'],
      ['alice/e', 'alice/a alice/c alice/e'],
    ]);
  });

  it('answers what its layers hold together, and of two files of one name the nearer', async () => {
    for (const name of ['top', 'mid', 'low']) await stage(`alice/${name}`);
    await setBases(app, 'alice/top', ['alice/mid']);
    await setBases(app, 'alice/mid', ['alice/low']);
    const shared = makeWheel({ name: 'acme', version: '1.0' });
    const other = makeWheel({ name: 'acme', version: '1.0', requiresPython: '>=3.7' });
    await put(
      'alice/low',
      shared,
      makeWheel({ name: 'acme', version: '0.9' }),
      makeWheel({ name: 'deep', version: '1' }),
    );
    await put('alice/mid', other);
    await put('alice/top', makeSdist({ name: 'acme', version: '2.0' }));
    const top = await resolverFor(app, 'alice/top');
    const page = await top.projectPage('acme');
    expect(page?.files.map(({ filename, sha256 }) => [filename, sha256])).toEqual([
      ['acme-2.0.tar.gz', expect.any(String)],
      [other.filename, other.sha256],
      ['acme-0.9-py3-none-any.whl', expect.any(String)],
    ]);
    expect([...page!.versions].sort()).toEqual(['0.9', '1.0', '2.0']);
    expect(await namesOf(top)).toEqual(['acme', 'deep']);

    const file = (sha256: string) => `/alice/top/files/${sha256}/${shared.filename}`;
    expect((await app.nobody.get(file(other.sha256))).status).toBe(200);
    expect((await app.nobody.get(file(shared.sha256))).status).toBe(404);
    expect((await app.nobody.get(`${file(other.sha256)}.metadata`)).status).toBe(200);
    expect((await app.nobody.get(`${file(shared.sha256)}.metadata`)).status).toBe(404);
    await expect
      .poll(() => shadowedIn(app, 'alice/top'), { timeout: 10_000 })
      .toEqual([
        { name: shared.filename, detail: { project: 'acme', mirror: 'alice/low', sha256: shared.sha256 } },
      ]);
    await (await resolverFor(app, 'alice/top')).projectPage('acme');
    expect(await shadowedIn(app, 'alice/top')).toHaveLength(1);
  });

  it('gives of a base what its reader list allows, in list, page, file and sidecar alike', async () => {
    await stage('alice/shop');
    await alice.createIndex('alice/secret', { readers: ['alice'] });
    await setBases(app, 'alice/shop', ['alice/secret']);
    const hidden = makeWheel({ name: 'hush', version: '1.0' });
    await put('alice/secret', hidden);
    const token = await alice.mintToken({ scopes: ['index:read'], indexes: ['alice/shop'] });
    const paths = [
      '/alice/shop/simple/hush/',
      `/alice/shop/files/${hidden.sha256}/${hidden.filename}`,
      `/alice/shop/files/${hidden.sha256}/${hidden.filename}.metadata`,
    ];
    const statuses = async (who: { get: TestApp['nobody']['get'] }) =>
      Promise.all(paths.map(async (path) => (await who.get(path)).status));
    const names = async (who: { get: TestApp['nobody']['get'] }) =>
      (await (await who.get('/alice/shop/simple/', { accept: JSON_TYPE })).json()) as object;
    for (let round = 0; round < 2; round += 1) {
      expect(await statuses(alice.withPassword)).toEqual([200, 200, 200]);
      expect(await statuses(token)).toEqual([200, 200, 200]);
      expect(await statuses(bob.withPassword)).toEqual([404, 404, 404]);
      expect(await statuses(app.nobody)).toEqual([404, 404, 404]);
    }
    expect(await names(token)).toMatchObject({ projects: [{ name: 'hush' }] });
    expect(await names(app.nobody)).toMatchObject({ projects: [] });
  });

  it('hides by the rules of every index on the way, on page, list, file and sidecar', async () => {
    for (const name of ['front', 'middle', 'back']) await stage(`alice/${name}`);
    await setBases(app, 'alice/front', ['alice/middle']);
    await setBases(app, 'alice/middle', ['alice/back']);
    const old = makeWheel({ name: 'flask', version: '2.3' });
    const young = makeWheel({ name: 'flask', version: '3.0' });
    await put('alice/back', old, young, makeWheel({ name: 'django', version: '5' }));
    await put('alice/front', makeWheel({ name: 'mine', version: '1' }));
    await setRules(app, 'alice/middle', { deny: ['flask>=3'] });
    expect(await pageOf('alice/front', 'flask')).toEqual([old.filename]);
    expect(await pageOf('alice/middle', 'flask')).toEqual([old.filename]);
    expect(await pageOf('alice/back', 'flask')).toEqual([old.filename, young.filename]);
    for (const suffix of ['', '.metadata']) {
      const path = (index: string) => `/${index}/files/${young.sha256}/${young.filename}${suffix}`;
      expect((await app.nobody.get(path('alice/front'))).status).toBe(404);
      expect((await app.nobody.get(path('alice/back'))).status).toBe(200);
    }
    expect(await (await resolverFor(app, 'alice/front')).projectPage('flask')).toMatchObject({
      versions: ['2.3'],
    });

    await setRules(app, 'alice/middle', { allow: ['django'] });
    expect(await pageOf('alice/front', 'flask')).toBe(404);
    expect(await pageOf('alice/front', 'mine')).toEqual(['mine-1-py3-none-any.whl']);
    expect(await namesOf(await resolverFor(app, 'alice/front'))).toEqual(['django', 'mine']);
  });

  it('shows another base or rule at the next request, with another entity tag', async () => {
    await stage('alice/quick');
    await stage('alice/supply');
    await put(
      'alice/supply',
      makeWheel({ name: 'part', version: '1' }),
      makeWheel({ name: 'part', version: '2' }),
    );
    const look = async () => {
      const answer = await app.nobody.get('/alice/quick/simple/part/', { accept: JSON_TYPE });
      return [answer.status, answer.headers.get('etag')];
    };
    const listTag = async () =>
      (await app.nobody.get('/alice/quick/simple/', { accept: JSON_TYPE })).headers.get('etag');
    expect((await look())[0]).toBe(404);
    const tags = [await listTag()];
    await setBases(app, 'alice/quick', ['alice/supply']);
    const [status, etag] = await look();
    tags.push(await listTag());
    expect(status).toBe(200);
    await setRules(app, 'alice/supply', { deny: ['part<2'] });
    const [, narrower] = await look();
    expect(narrower).not.toBe(etag);
    await setRules(app, 'alice/supply', { deny: ['part'] });
    tags.push(await listTag());
    expect((await look())[0]).toBe(404);
    expect(new Set(tags).size).toBe(3);
  });

  it('takes the status of the nearest stage, and gives nothing of what is quarantined', async () => {
    await stage('alice/near');
    await stage('alice/far');
    await setBases(app, 'alice/near', ['alice/far']);
    const near = makeWheel({ name: 'kit', version: '2' });
    const far = makeWheel({ name: 'kit', version: '1' });
    await put('alice/near', near);
    await put('alice/far', far);
    const quarantine = (path: string) =>
      changeProject(app, path, 'kit', { status: 'QUARANTINED', statusReason: 'It phones home.' });
    await changeProject(app, 'alice/near', 'kit', { status: 'DEPRECATED', statusReason: null });
    await quarantine('alice/far');
    expect(await pageOf('alice/near', 'kit')).toEqual([near.filename]);
    expect(await (await resolverFor(app, 'alice/near')).projectPage('kit')).toMatchObject({
      status: 'DEPRECATED',
    });
    expect((await app.nobody.get(`/alice/near/files/${far.sha256}/${far.filename}`)).status).toBe(404);

    await quarantine('alice/near');
    await changeProject(app, 'alice/far', 'kit', { status: 'ACTIVE', statusReason: null });
    expect(await (await resolverFor(app, 'alice/near')).projectPage('kit')).toMatchObject({
      status: 'QUARANTINED',
      statusReason: 'It phones home.',
      files: [],
      versions: [],
    });
    expect((await app.nobody.get(`/alice/near/files/${far.sha256}/${far.filename}`)).status).toBe(404);
    expect((await app.nobody.get(`/alice/far/files/${far.sha256}/${far.filename}`)).status).toBe(200);
  });

  it('does not answer a deleted project, and answers one without files', async () => {
    await stage('alice/gone');
    await put('alice/gone', makeWheel({ name: 'was', version: '1' }));
    await changeProject(app, 'alice/gone', 'was', { deletedAt: new Date() });
    expect(await pageOf('alice/gone', 'was')).toBe(404);
    expect(await namesOf(await resolverFor(app, 'alice/gone'))).toEqual([]);
    await changeProject(app, 'alice/gone', 'was', { deletedAt: null });
    expect(await pageOf('alice/gone', 'was')).toEqual(['was-1-py3-none-any.whl']);
  });

  it('yanks a file with its release, the reason of the file before that of the release', async () => {
    await stage('alice/yank');
    await put('alice/yank', makeWheel({ name: 'y', version: '1' }), makeSdist({ name: 'y', version: '1' }));
    const { database } = app.app.world;
    const indexId = await idOf(app, 'alice/yank');
    await database.db.release.updateMany({
      where: { project: { indexId } },
      data: { yankedAt: new Date(), yankReason: 'All of it.' },
    });
    await database.db.file.updateMany({
      where: { indexId, kind: 'WHEEL' },
      data: { yankedAt: new Date(), yankReason: null },
    });
    const page = await (await resolverFor(app, 'alice/yank')).projectPage('y');
    expect(page?.files.map(({ kind, yanked }) => [kind, yanked])).toEqual([
      ['WHEEL', ''],
      ['SDIST', 'All of it.'],
    ]);
  });

  it('takes at most three statements for a cold page or file, however many bases', async () => {
    const paths = Array.from({ length: 12 }, (_, number) => `alice/wide${number}`);
    for (const path of paths) await stage(path);
    await setBases(app, paths[0]!, paths.slice(1, 6));
    await setBases(app, paths[5]!, paths.slice(6));
    const files = await Promise.all(
      paths.map((path, number) => {
        const file = makeWheel({ name: 'wide', version: `${number}` });
        return put(path, file).then(() => file);
      }),
    );
    const resolver = await resolverFor(app, paths[0]!);
    app.takeStatements();
    expect((await resolver.projectPage('wide'))?.files).toHaveLength(12);
    expect(app.takeStatements().length).toBeLessThanOrEqual(3);
    const { sha256, filename } = files.at(-1)!;
    expect(await resolver.file(sha256, filename)).toMatchObject({
      hosted: true,
      layer: { path: paths.at(-1) },
    });
    expect(app.takeStatements().length).toBeLessThanOrEqual(3);
  });
});

async function shadowedIn(app: TestApp, path: string) {
  const events = await app.app.world.readDb.auditEvent.findMany({
    where: { action: 'file.shadowed', indexId: await idOf(app, path) },
  });
  return events.map(({ subjectName, detail }) => ({
    name: subjectName,
    detail: JSON.parse(detail) as object,
  }));
}
