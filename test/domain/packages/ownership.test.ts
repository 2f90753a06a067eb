// Ownership closes the name: what a stage holds or reserves is asked of no upstream, on no route and by no spelling,
// until it is granted; and of several mirrors the one that was taken from stays the one.

import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';

import { checkNewName } from '../../../server/domain/packages/new-name.ts';
import type { TestApp } from '../../support/app.ts';
import { change } from '../../conformance/route-set.ts';
import { makeWheel } from '../../support/distributions.ts';
import { eachApp } from '../../support/each-app.ts';
import {
  createMirror,
  grantUpstream,
  idOf,
  namesOf,
  reserve,
  resolverFor,
  setBases,
  setRules,
} from '../../support/layers.ts';
import type { Person } from '../../support/people.ts';
import { startUpstream, type Upstream } from '../../support/upstream.ts';

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';
const PUBLIC = { readers: [':anonymous:'] };

eachApp('a name', (open) => {
  let app: TestApp;
  let alice: Person;
  let upstream: Upstream;
  let other: Upstream;
  let count = 0;

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    upstream = await startUpstream();
    other = await startUpstream();
  }, 60_000);
  afterEach(() => {
    for (const each of [upstream, other]) {
      each.take();
      each.projects.clear();
      each.status = null;
    }
  });
  afterAll(async () => {
    await upstream.close();
    await other.close();
  });

  /** A stage before a mirror of the upstream, with another stage between if wanted. */
  const setting = async ({ isOfTwo = false, ...options }: Options = {}) => {
    count += 1;
    const [root, base, mirror, second] = ['root', 'base', 'mirror', 'second'].map(
      (name) => `alice/${name}${count}`,
    ) as [string, string, string, string];
    await alice.createIndex(root, PUBLIC);
    await alice.createIndex(base, options.basePrivate === true ? { readers: ['alice'] } : PUBLIC);
    await createMirror(app, mirror, upstream.url, { minAgeDays: options.minAgeDays ?? 0 });
    if (isOfTwo) await createMirror(app, second, other.url);
    await setBases(app, root, [mirror, ...(isOfTwo ? [second] : []), base]);
    return { root, base, mirror, second };
  };
  const put = async (path: string, ...files: Wheel[]) => {
    for (const file of files) expect((await alice.withPassword.upload(path, file)).status).toBe(200);
  };
  const offer = (project: string, ...files: Wheel[]) => upstream.add(project, ...files);
  const pageOf = async (path: string, project: string) => {
    const answer = await app.nobody.get(`/${path}/simple/${project}/`, { accept: JSON_TYPE });
    if (answer.status !== 200) return answer.status;
    return ((await answer.json()) as { files: { filename: string }[] }).files.map(({ filename }) => filename);
  };
  const fileOf = async (path: string, { sha256, filename }: Wheel, suffix = '') =>
    (await app.nobody.get(`/${path}/files/${sha256}/${filename}${suffix}`)).status;

  it('C140: of a stage is answered by the stage alone, and no request for it goes upstream', async () => {
    const { root, mirror } = await setting();
    const [mine, theirs] = [wheel('acme', '1.0'), wheel('acme', '9.0')];
    offer('acme', theirs);
    await reserve(app, root, 'acme');
    await put(root, mine);
    expect(await pageOf(root, 'acme')).toEqual([mine.filename]);
    expect(await pageOf(root, 'Acme').then(() => fileOf(root, theirs))).toBe(404);
    expect(await fileOf(root, theirs, '.metadata')).toBe(404);
    expect(await fileOf(root, mine)).toBe(200);
    expect((await app.nobody.get(`/${root}/pypi/acme/json`)).status).not.toBe(502);
    expect(upstream.paths()).toEqual([]);
    expect(await pageOf(mirror, 'acme')).toEqual([theirs.filename]);
    expect(await fileOf(mirror, theirs)).toBe(200);
  });

  it('C141: is answered alike whatever the order in which bases were written', async () => {
    const { root, base, mirror } = await setting();
    const mine = wheel('widget', '1.0');
    offer('widget', wheel('widget', '9.0'));
    await put(base, mine);
    expect(await pageOf(root, 'widget')).toEqual([mine.filename]);
    await setBases(app, root, [base, mirror]);
    expect(await pageOf(root, 'widget')).toEqual([mine.filename]);
    expect(upstream.paths()).toEqual([]);
  });

  it('C142: stays closed when all its files were yanked or deleted, and when its project was', async () => {
    const { root, base } = await setting();
    offer('late', wheel('late', '9.0'));
    await put(base, wheel('late', '1.0'));
    const project = { path: base, project: 'late' };
    await change(alice, 'yankRelease', { ...project, version: '1.0', reason: 'It broke.' });
    expect(await pageOf(root, 'late')).toEqual(['late-1.0-py3-none-any.whl']);
    await change(alice, 'deleteFile', { path: base, filename: 'late-1.0-py3-none-any.whl', force: true });
    expect(await pageOf(root, 'late')).toEqual([]);
    await change(alice, 'deleteProject', { ...project, force: true, confirmProject: 'late' });
    expect(await pageOf(root, 'late')).toBe(404);
    expect(await namesOf(await resolverFor(app, root))).not.toContain('late');
    expect(upstream.paths().filter((path) => path.includes('late'))).toEqual([]);

    await change(await app.person('ruth', { role: 'ADMIN' }), 'releaseName', project);
    expect(await pageOf(root, 'late')).toEqual(['late-9.0-py3-none-any.whl']);
    expect(await namesOf(await resolverFor(app, root))).toContain('late');
  });

  it('is closed by a stage that whoever asks may not read, which gives no files', async () => {
    const { root, base } = await setting({ basePrivate: true });
    const mine = wheel('hush', '1.0');
    offer('hush', wheel('hush', '9.0'));
    await put(base, mine);
    expect(await pageOf(root, 'hush')).toBe(404);
    expect(await fileOf(root, mine)).toBe(404);
    expect(await namesOf(await resolverFor(app, root))).not.toContain('hush');
    expect(upstream.paths().filter((path) => path.includes('hush'))).toEqual([]);
    const hers = await alice.withPassword.get(`/${root}/simple/hush/`, { accept: JSON_TYPE });
    expect(await hers.json()).toMatchObject({ files: [{ filename: mine.filename }] });
  });

  it('that a mirror fails to answer is 502, never 404 and never a shorter list', async () => {
    const { root, base } = await setting();
    await put(base, wheel('held', '1.0'));
    upstream.status = 500;
    expect(await pageOf(root, 'unheld')).toBe(502);
    expect((await app.nobody.get(`/${root}/simple/`, { accept: JSON_TYPE })).status).toBe(502);
    expect(await pageOf(root, 'held')).toEqual(['held-1.0-py3-none-any.whl']);
  });

  it('C144: with a grant takes upstream files as well, never a file name or version of a stage, until it ends', async () => {
    const { root, base, mirror } = await setting();
    const mine = wheel('both', '1.0');
    const theirs = wheel('both', '2.0');
    await put(base, mine);
    offer('both', { ...wheel('both', '1.0', '>=3.11') }, wheel('both', '1.0.0'), theirs);
    await grantUpstream(app, base, { project: 'both', mirror, minutes: 5 });
    expect(await pageOf(root, 'both')).toEqual([mine.filename, theirs.filename]);
    expect(await fileOf(root, theirs)).toBe(200);
    expect(await fileOf(root, wheel('both', '1.0.0'))).toBe(404);
    const page = await (await resolverFor(app, root)).projectPage('both');
    expect(page?.changesAt).toBeInstanceOf(Date);
    app.advance(6 * 60_000);
    expect(await pageOf(root, 'both')).toEqual([mine.filename]);
    expect(await fileOf(root, theirs)).toBe(404);
    upstream.take();
    expect(await pageOf(root, 'both')).toEqual([mine.filename]);
    expect(upstream.paths()).toEqual([]);
  });

  it('needs a grant for each stage that closes it, or one on the index that is asked', async () => {
    const { root, base, mirror } = await setting();
    offer('twice', wheel('twice', '9.0'));
    await put(base, wheel('twice', '1.0'));
    await reserve(app, root, 'twice');
    await grantUpstream(app, base, { project: 'twice', mirror });
    expect(await pageOf(root, 'twice')).toEqual(['twice-1.0-py3-none-any.whl']);
    await grantUpstream(app, root, { project: 'twice', mirror });
    expect(await pageOf(root, 'twice')).toEqual(['twice-1.0-py3-none-any.whl', 'twice-9.0-py3-none-any.whl']);
  });

  it('C146: that begins with a reserved prefix is not there, one that only looks like it is', async () => {
    const { root, base } = await setting();
    for (const name of ['corp', 'corp-x', 'corpx']) offer(name, wheel(name.replace('-', '_'), '1.0'));
    await reserve(app, base, 'corp-*');
    expect(await pageOf(root, 'corp-x')).toBe(404);
    expect(await pageOf(root, 'corp')).toBe(404);
    expect(await fileOf(root, wheel('corp_x', '1.0'))).toBe(404);
    expect(upstream.paths()).toEqual([]);
    expect(await pageOf(root, 'corpx')).toEqual(['corpx-1.0-py3-none-any.whl']);
    expect(await namesOf(await resolverFor(app, root))).toEqual(['corpx']);
  });

  it('C147: that a mirror serves cannot be begun, unless it is reserved; nor while the upstream is away', async () => {
    const { root, base } = await setting();
    offer('requests', wheel('requests', '2.0'));
    const { world } = app.app;
    const rootId = await idOf(app, root);
    const begin = (name: string) => checkNewName(world, rootId, name);
    await expect(begin('requests')).rejects.toMatchObject({ code: 'NAME_SERVED_UPSTREAM' });
    const upload = async (name: string) => (await alice.withPassword.upload(root, wheel(name, '1.0'))).status;
    expect(await upload('requests')).toBe(403);
    await reserve(app, root, 'requests');
    expect(await upload('requests')).toBe(200);
    await expect(begin('brand-new')).resolves.toBeUndefined();
    upstream.status = 500;
    await expect(begin('other-new')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    const refused = await alice.withPassword.upload(root, wheel('other_new', '1.0'));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await upload('requests')).toBe(200);
    await expect(checkNewName(world, await idOf(app, base), 'other-new')).resolves.toBeUndefined();
    await reserve(app, root, 'other-new');
    upstream.take();
    await expect(begin('other-new')).resolves.toBeUndefined();
    expect(upstream.paths()).toEqual([]);
  });

  it('that nobody copied cannot be begun before a mirror that is offline, or that mirrors no simple index', async () => {
    const { world } = app.app;
    for (const [path, url, options] of [
      ['alice/away', upstream.url, { isOffline: true }],
      ['alice/wrong', `${upstream.origin}/`, {}],
    ] as const) {
      await createMirror(app, path, url, options);
      await alice.createIndex(`${path}-root`, PUBLIC);
      await setBases(app, `${path}-root`, [path]);
      const rootId = await idOf(app, `${path}-root`);
      await expect(checkNewName(world, rootId, 'unheard')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
      await reserve(app, `${path}-root`, 'unheard');
      await expect(checkNewName(world, rootId, 'unheard')).resolves.toBeUndefined();
    }
  });

  it('C149: that the upstream does not have is 404 and forgotten, so that it is there once the upstream has it', async () => {
    const { root } = await setting();
    expect(await pageOf(root, 'fresh')).toBe(404);
    offer('fresh', wheel('fresh', '1.0'));
    expect(await pageOf(root, 'fresh')).toEqual(['fresh-1.0-py3-none-any.whl']);
  });

  it('is answered by the first mirror that has it, and by that one alone from the first file on', async () => {
    const { root, mirror, second } = await setting({ isOfTwo: true });
    const [ours, theirs] = [wheel('dual', '1.0'), wheel('dual', '2.0')];
    other.add('dual', theirs);
    expect(await pageOf(root, 'dual')).toEqual([theirs.filename]);
    expect(await fileOf(root, theirs)).toBe(200);
    const pins = () =>
      app.app.world.readDb.originPin.findMany({
        where: { normalizedName: 'dual' },
        select: { mirrorId: true },
      });
    expect(await pins()).toEqual([{ mirrorId: await idOf(app, second) }]);
    const events = await app.app.world.readDb.auditEvent.findMany({
      where: { action: 'index.origin-pinned', subjectName: root },
    });
    expect(events.map(({ detail, actorName }) => [JSON.parse(detail) as object, actorName])).toEqual([
      [{ project: 'dual', mirror: second }, ':anonymous:'],
    ]);

    upstream.add('dual', ours);
    upstream.take();
    expect(await pageOf(root, 'dual')).toEqual([theirs.filename]);
    expect(await fileOf(root, ours)).toBe(404);
    expect(upstream.paths()).toEqual([]);

    const [third, fourth] = [`${mirror}-third`, `${mirror}-fourth`];
    await createMirror(app, third, upstream.url);
    await createMirror(app, fourth, other.url);
    await setBases(app, root, [third, fourth]);
    expect(await pageOf(root, 'dual')).toEqual([ours.filename]);
    expect(await fileOf(root, ours)).toBe(200);
    expect(await pins()).toEqual([{ mirrorId: await idOf(app, third) }]);
  });

  it('that a rule hides is asked of no mirror, and versions that it hides are nowhere', async () => {
    const { root, mirror } = await setting();
    const [old, young] = [wheel('ruled', '1.0'), wheel('ruled', '2.0')];
    offer('ruled', old, young).add('banned', wheel('banned', '1.0'));
    await setRules(app, root, { deny: ['banned', 'ruled>=2'] });
    expect(await pageOf(root, 'banned')).toBe(404);
    expect(await fileOf(root, wheel('banned', '1.0'))).toBe(404);
    expect(upstream.paths()).toEqual([]);
    expect(await pageOf(root, 'ruled')).toEqual([old.filename]);
    expect(await fileOf(root, young)).toBe(404);
    expect(await fileOf(mirror, young)).toBe(200);
    expect(await namesOf(await resolverFor(app, root))).toEqual(['ruled']);
  });

  // The last, for a day later nobody is signed in any more.
  it('C157: shows upstream files once they are old enough, and hosted ones at once', async () => {
    const { root, base, mirror } = await setting({ minAgeDays: 7 });
    const at = (days: number) => new Date(app.app.world.clock().getTime() - days * 86_400_000).toISOString();
    const [old, young, ageless] = [wheel('aged', '1.0'), wheel('aged', '2.0'), wheel('aged', '3.0')];
    upstream.add(
      'aged',
      { ...old, uploadTime: at(8) },
      { ...young, uploadTime: at(6) },
      { ...ageless, uploadTime: null },
    );
    await put(base, wheel('new', '1.0'));
    expect(await pageOf(root, 'aged')).toEqual([old.filename]);
    expect(await pageOf(mirror, 'aged')).toEqual([old.filename]);
    expect(await fileOf(root, young)).toBe(404);
    expect(await pageOf(root, 'new')).toEqual(['new-1.0-py3-none-any.whl']);
    app.advance(1.1 * 86_400_000);
    expect(await pageOf(root, 'aged')).toEqual([old.filename, young.filename]);
    expect(await fileOf(root, young)).toBe(200);
    expect(await fileOf(root, ageless)).toBe(404);
  });
});

type Wheel = ReturnType<typeof makeWheel>;

interface Options {
  readonly isOfTwo?: boolean;
  readonly basePrivate?: boolean;
  readonly minAgeDays?: number;
}

function wheel(name: string, version: string, requiresPython?: string): Wheel {
  return makeWheel({ name, version, ...(requiresPython !== undefined && { requiresPython }) });
}
