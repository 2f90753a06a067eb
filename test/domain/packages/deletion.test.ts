// Deleting files, releases and projects by rule of the index: what is gone, what stays so that no name gets other bytes,
// and that nobody ever sees half of it.

import { beforeAll, describe, expect, it } from 'vitest';

import { collectBlobs } from '../../../server/domain/packages/collect.ts';
import { finishDeletions } from '../../../server/domain/packages/deletion.ts';
import { newId, type World } from '../../../server/domain/world.ts';
import { ask } from '../../graphql/ask.ts';
import { change, codeOfChange } from '../../graphql/change.ts';
import type { TestApp } from '../../support/app.ts';
import { makeSdist, makeWheel } from '../../support/distributions.ts';
import { eachApp } from '../../support/each-app.ts';
import { signedIn, type Anonymous, type Person } from '../../support/people.ts';

const HOUR = 60 * 60 * 1000;

eachApp('deleting', (open) => {
  let app: TestApp;
  let alice: Person;
  let ada: Person;
  let made = 0;

  beforeAll(async () => {
    app = await open();
    [alice, ada] = [await app.person('alice'), await app.person('ada', { role: 'ADMIN' })];
    await alice.createIndex('alice/prod');
    await alice.createIndex('alice/dev', { isVolatile: true });
  });

  /** A project of its own with a wheel and a source distribution of version 1.0, and a wheel of 2.0. */
  const freshProject = async (index: string): Promise<string> => {
    made += 1;
    const name = `demo${made}`;
    for (const distribution of [
      makeWheel({ name, version: '1.0' }),
      makeSdist({ name, version: '1.0' }),
      makeWheel({ name, version: '2.0' }),
    ]) {
      expect((await alice.withPassword.upload(index, distribution)).status).toBe(200);
    }
    return name;
  };
  const filesOf = async (index: string, project: string): Promise<string[] | number> => {
    const answer = await alice.withPassword.get(`/${index}/simple/${project}/`, {
      accept: 'application/vnd.pypi.simple.v1+json',
    });
    if (answer.status !== 200) return answer.status;
    const page = (await answer.json()) as { files: { filename: string }[] };
    return page.files.map(({ filename }) => filename);
  };
  const rows = async (project: string) => {
    const { readDb } = app.app.world;
    const where = { project: { normalizedName: project } };
    return {
      project: await readDb.project.count({ where: { normalizedName: project } }),
      release: await readDb.release.count({ where }),
      file: await readDb.file.count({ where }),
    };
  };

  describe('from an index that keeps its files', () => {
    it('is refused without force, and says what to do', async () => {
      const project = await freshProject('alice/prod');
      const path = 'alice/prod';
      for (const [mutation, input] of [
        ['deleteFile', { path, filename: `${project}-1.0.tar.gz` }],
        ['deleteRelease', { path, project, version: '1.0' }],
        ['deleteProject', { path, project, confirmProject: project }],
      ] as const) {
        expect(await change(alice, mutation, input)).toEqual({
          __typename: 'IndexKeepsFilesError',
          code: 'INDEX_KEEPS_FILES',
          path: ['force'],
          message:
            'alice/prod keeps its files. To delete them nevertheless, ask again with force (on the command line --force); no file can have their names there again.',
        });
      }
      expect(await filesOf(path, project)).toHaveLength(3);
    });

    it('C108: with force leaves a tombstone: the same name is refused from then on, with any bytes', async () => {
      const project = await freshProject('alice/prod');
      const sdist = makeSdist({ name: project, version: '1.0' });
      const gone = { path: 'alice/prod', filename: sdist.filename, force: true };
      expect(await change(alice, 'deleteFile', gone, 'deletedReleases deletedFiles')).toMatchObject({
        deletedReleases: 0,
        deletedFiles: 1,
      });
      expect(await filesOf('alice/prod', project)).not.toContain(sdist.filename);
      const address = `/alice/prod/files/${sdist.sha256}/${sdist.filename}`;
      expect((await alice.withPassword.get(address)).status).toBe(404);
      const other = makeSdist({ name: project, version: '1.0', description: 'Other bytes.' });
      for (const again of [sdist, other]) {
        const answer = await alice.withPassword.upload('alice/prod', again);
        expect([answer.status, answer.headers.get('x-error-code')]).toEqual([400, 'FILENAME_USED']);
      }
      expect(await codeOfChange(alice, 'deleteFile', gone)).toBe('NOT_FOUND');
      expect(await rows(project)).toEqual({ project: 1, release: 2, file: 3 });
    });

    it('takes a release away whole, and with it its yank; the page of an empty project stays', async () => {
      const project = await freshProject('alice/prod');
      const release = { path: 'alice/prod', project, version: '1.0.0' };
      expect(await codeOfChange(alice, 'yankRelease', release)).toBeNull();
      expect(
        await change(alice, 'deleteRelease', { ...release, force: true }, 'deletedReleases deletedFiles'),
      ).toMatchObject({ deletedReleases: 1, deletedFiles: 2 });
      expect(await filesOf('alice/prod', project)).toEqual([`${project}-2.0-py3-none-any.whl`]);
      expect(await codeOfChange(alice, 'unyankRelease', release)).toBe('NOT_FOUND');
      const told = await ask(
        alice,
        `{ packageIndex(path: "alice/prod") { project(name: "${project}") { releases { totalCount nodes { version } } } } }`,
      );
      expect(told).toEqual({ project: { releases: { totalCount: 1, nodes: [{ version: '2.0' }] } } });

      const again = makeWheel({ name: project, version: '1.0', tag: 'py3-none-win_amd64' });
      expect((await alice.withPassword.upload('alice/prod', again)).status).toBe(200);
      const yanked = await ask(
        alice,
        `{ packageIndex(path: "alice/prod") { project(name: "${project}") { releases(first: 5) { nodes { version yankedAt } } } } }`,
      );
      expect(yanked).toMatchObject({
        project: {
          releases: { nodes: expect.arrayContaining([{ version: '1.0', yankedAt: null }]) as unknown },
        },
      });
      for (const version of ['1.0', '2.0'])
        expect(await codeOfChange(alice, 'deleteRelease', { ...release, version, force: true })).toBeNull();
      expect(await filesOf('alice/prod', project)).toEqual([]);
    });

    it('lets the bytes be collected once nothing refers to them, and not before', async () => {
      const project = await freshProject('alice/prod');
      const sdist = makeSdist({ name: project, version: '1.0' });
      await alice.createIndex(`alice/copy-${project}`);
      await alice.withPassword.upload(`alice/copy-${project}`, sdist);
      const remove = (path: string) =>
        codeOfChange(alice, 'deleteFile', { path, filename: sdist.filename, force: true });
      const collect = async () => {
        for (let times = 0; times < 4; times += 1) {
          await collectBlobs(app.app.world);
          app.advance(49 * HOUR);
        }
        return app.files('blobs').includes(sdist.sha256);
      };
      expect(await remove('alice/prod')).toBeNull();
      expect(await collect()).toBe(true);
      alice = await signedIn(app.url, 'alice', alice.password);
      expect(await remove(`alice/copy-${project}`)).toBeNull();
      expect(await collect()).toBe(false);
      [alice, ada] = [
        await signedIn(app.url, 'alice', alice.password),
        await app.person(`ada${made}`, { role: 'ADMIN' }),
      ];
    });
  });

  describe('from a volatile index', () => {
    it('frees the names of files, and forgets releases without files', async () => {
      const project = await freshProject('alice/dev');
      const path = 'alice/dev';
      const other = makeSdist({ name: project, version: '1.0', description: 'Other bytes.' });
      expect(await codeOfChange(alice, 'deleteFile', { path, filename: other.filename })).toBeNull();
      expect((await alice.withPassword.upload(path, other)).status).toBe(200);
      expect(await codeOfChange(alice, 'deleteRelease', { path, project, version: '1.0' })).toBeNull();
      expect(await rows(project)).toEqual({ project: 1, release: 1, file: 1 });
      expect(
        await codeOfChange(alice, 'deleteProject', { path, project, confirmProject: project }),
      ).toBeNull();
      expect(await rows(project)).toEqual({ project: 1, release: 0, file: 0 });
      expect(await filesOf(path, project)).toBe(404);
    });
  });

  describe('a project', () => {
    it('needs its name once more', async () => {
      const project = await freshProject('alice/dev');
      const deletion = { path: 'alice/dev', project, confirmProject: `${project}s` };
      expect(await codeOfChange(alice, 'deleteProject', deletion)).toBe('CONFIRMATION_MISMATCH');
      expect(await filesOf('alice/dev', project)).toHaveLength(3);
    });

    it('is gone at once, and is there again with the next upload, its file names apart', async () => {
      const project = await freshProject('alice/prod');
      const path = 'alice/prod';
      const deletion = { path, project, confirmProject: project, force: true };
      expect(await change(alice, 'deleteProject', deletion, 'deletedReleases deletedFiles')).toMatchObject({
        deletedReleases: 2,
        deletedFiles: 3,
      });
      expect(await filesOf(path, project)).toBe(404);
      expect(await codeOfChange(alice, 'deleteProject', deletion)).toBe('NOT_FOUND');
      expect(
        await ask(alice, `{ packageIndex(path: "${path}") { project(name: "${project}") { name } } }`),
      ).toEqual({ project: null });

      const wheel = makeWheel({ name: project, version: '1.0' });
      expect((await alice.withPassword.upload(path, wheel)).headers.get('x-error-code')).toBe(
        'FILENAME_USED',
      );
      const next = makeWheel({ name: project, version: '3.0' });
      expect((await alice.withPassword.upload(path, next)).status).toBe(200);
      expect(await filesOf(path, project)).toEqual([next.filename]);
    });

    it('with many files goes in changes of at most 500 rows, and none of it comes back meanwhile', async () => {
      const project = await freshProject('alice/dev');
      const { world } = app.app;
      await fill(world, project, 600);
      const killed = killedAfter(world, 1);
      const { id } = await world.readDb.project.findFirstOrThrow({ where: { normalizedName: project } });
      await world.database.db.project.update({ where: { id }, data: { deletedAt: world.clock() } });
      await expect(finishDeletions(killed)).rejects.toThrow('Killed.');
      expect(await rows(project)).toMatchObject({ file: 103 });
      const next = makeWheel({ name: project, version: '3.0' });
      expect((await alice.withPassword.upload('alice/dev', next)).status).toBe(503);

      await finishDeletions(world);
      expect(await rows(project)).toEqual({ project: 1, release: 0, file: 0 });
      const changes = await world.readDb.change.findMany({ orderBy: { serial: 'desc' }, take: 4 });
      for (const { images } of changes)
        expect((JSON.parse(images) as object[]).length).toBeLessThanOrEqual(500);
      expect((await alice.withPassword.upload('alice/dev', next)).status).toBe(200);
      expect(await filesOf('alice/dev', project)).toEqual([next.filename]);
    }, 60_000);

    it('deleted by two at once is deleted once', async () => {
      const project = await freshProject('alice/dev');
      const deletion = { path: 'alice/dev', project, confirmProject: project };
      const codes = await Promise.all([alice, ada].map((by) => codeOfChange(by, 'deleteProject', deletion)));
      expect(codes.toSorted()).toEqual(['NOT_FOUND', null].toSorted());
      const events = await app.app.world.readDb.auditEvent.count({
        where: { action: 'project.deleted', subjectName: project },
      });
      expect(events).toBe(1);
    });
  });

  describe('releasing a name', () => {
    it('is for admins with a session, and only once no file of it is left', async () => {
      const project = await freshProject('alice/dev');
      const name = { path: 'alice/dev', project };
      const token = await ada.mintToken({ scopes: ['index:delete', 'indexes:write'], allIndexes: true });
      expect(await codeOfChange(alice, 'releaseName', name)).toBe('FORBIDDEN');
      expect(await codeOfChange(token, 'releaseName', name)).toBe('FORBIDDEN');
      expect(await codeOfChange(ada, 'releaseName', name)).toBe('NOT_ALLOWED');
      expect(await codeOfChange(ada, 'releaseName', { ...name, project: 'never-was' })).toBe('NOT_FOUND');
      await codeOfChange(alice, 'deleteProject', { ...name, confirmProject: project });
      expect(await change(ada, 'releaseName', name, 'releasedName')).toMatchObject({ releasedName: project });
      const { readDb } = app.app.world;
      const found = () => readDb.project.findFirstOrThrow({ where: { normalizedName: project } });
      expect((await found()).releasedAt).not.toBeNull();

      const next = makeWheel({ name: project, version: '3.0' });
      expect((await alice.withPassword.upload('alice/dev', next)).status).toBe(200);
      expect(await found()).toMatchObject({ releasedAt: null, deletedAt: null });
    });
  });

  it('is for uploaders, the owner and admins; a token needs index:delete, for this index and project', async () => {
    const [project, other] = [await freshProject('alice/dev'), await freshProject('alice/dev')];
    await alice.createIndex(`alice/else${made}`);
    const path = 'alice/dev';
    const bob = await app.person(`bob${made}`);
    const outcomes = async (by: Anonymous, name: string) => [
      await codeOfChange(by, 'deleteFile', { path, filename: `${name}-2.0-py3-none-any.whl` }),
      await codeOfChange(by, 'deleteRelease', { path, project: name, version: '1.0' }),
      await codeOfChange(by, 'deleteProject', { path, project: name, confirmProject: name }),
    ];
    const mint = (scopes: string[], reach: object) => alice.mintToken({ scopes, ...reach });
    const uploading = await mint(['index:upload', 'index:yank'], { indexes: [path] });
    const elsewhere = await mint(['index:delete'], { indexes: [`alice/else${made}`] });
    const bound = await mint(['index:delete'], { indexes: [path], projects: [project] });
    expect(await outcomes(bob, project)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect(await outcomes(app.nobody, project)).toEqual(Array(3).fill('UNAUTHENTICATED'));
    expect(await outcomes(uploading, project)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    expect(await outcomes(elsewhere, project)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect(await outcomes(bound, other)).toEqual(['NOT_FOUND', 'NOT_ALLOWED', 'NOT_ALLOWED']);
    expect(await filesOf(path, other)).toHaveLength(3);
    expect(await outcomes(bound, project)).toEqual([null, null, null]);
  });
});

/** Copies of a file's row under other names. */
async function fill(world: World, project: string, count: number): Promise<void> {
  const { db } = world.database;
  const row = await db.file.findFirstOrThrow({ where: { project: { normalizedName: project } } });
  await db.file.createMany({
    data: Array.from({ length: count }, (_, place) => ({
      ...row,
      id: newId(world),
      filename: `${project}-1.0-${place}-py3-none-any.whl`,
      filenameFold: `${project}-1.0-${place}-py3-none-any.whl`,
    })),
  });
}

/** The same world, whose process ends after so many changes. */
function killedAfter(world: World, changes: number): World {
  let left = changes;
  const database = new Proxy(world.database, {
    get(target, key) {
      if (key === 'db' && (left -= 1) < 0) throw new Error('Killed.');
      return Reflect.get(target, key) as unknown;
    },
  });
  return { ...world, database };
}
