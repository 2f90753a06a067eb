// Yanking and setting aside, as installers see it on the pages and people through the API; and who may.

import { beforeAll, describe, expect, it } from 'vitest';

import type { TestApp } from '../../support/app.ts';
import { makeSdist, makeWheel } from '../../support/distributions.ts';
import { eachApp } from '../../support/each-app.ts';
import type { Anonymous, Person } from '../../support/people.ts';
import { ask } from '../../graphql/ask.ts';
import { change, codeOfChange } from '../../graphql/change.ts';

const JSON_PAGE = { accept: 'application/vnd.pypi.simple.v1+json' };

interface PageFile {
  readonly filename: string;
  readonly yanked?: boolean | string;
}

interface Page {
  readonly files: readonly PageFile[];
  readonly 'project-status'?: { readonly status: string; readonly reason?: string };
}

eachApp('yanking and setting aside', (open) => {
  let app: TestApp;
  let alice: Person;
  let bob: Person;
  let made = 0;

  beforeAll(async () => {
    app = await open();
    [alice, bob] = [await app.person('alice'), await app.person('bob')];
    await alice.createIndex('alice/prod', { readers: ['alice', 'bob'], uploaders: ['alice'] });
  });

  /** A project of its own with a wheel and a source distribution of version 1.0. */
  const freshProject = async (): Promise<string> => {
    made += 1;
    const name = `demo${made}`;
    await upload(makeWheel({ name, version: '1.0' }));
    await upload(makeSdist({ name, version: '1.0' }));
    return name;
  };
  const upload = async (distribution: ReturnType<typeof makeWheel>) => {
    const answer = await alice.withPassword.upload('alice/prod', distribution);
    expect([distribution.filename, answer.status]).toEqual([distribution.filename, 200]);
  };
  const page = async (project: string): Promise<Page> => {
    const answer = await alice.withPassword.get(`/alice/prod/simple/${project}/`, JSON_PAGE);
    return (await answer.json()) as Page;
  };
  const yanked = async (project: string) =>
    Object.fromEntries((await page(project)).files.map((file) => [file.filename, file.yanked ?? false]));
  const etag = async (project: string) =>
    (await alice.withPassword.get(`/alice/prod/simple/${project}/`, JSON_PAGE)).headers.get('etag');

  it('C136: a yanked release yanks all its files with the reason, those that come later too', async () => {
    const project = await freshProject();
    const release = { path: 'alice/prod', project: project.toUpperCase(), version: '1' };
    const answer = await change(
      alice,
      'yankRelease',
      { ...release, reason: ' Deletes <too> much. ' },
      'release { version yankReason files { filename yankReason } }',
    );
    expect(answer).toMatchObject({
      release: {
        version: '1.0',
        yankReason: 'Deletes <too> much.',
        files: [
          { filename: `${project}-1.0-py3-none-any.whl`, yankReason: 'Deletes <too> much.' },
          { filename: `${project}-1.0.tar.gz`, yankReason: 'Deletes <too> much.' },
        ],
      },
    });
    const later = makeWheel({ name: project, version: '1.0', tag: 'cp312-cp312-win_amd64' });
    await upload(later);
    expect(await yanked(project)).toEqual({
      [`${project}-1.0-py3-none-any.whl`]: 'Deletes <too> much.',
      [`${project}-1.0.tar.gz`]: 'Deletes <too> much.',
      [later.filename]: 'Deletes <too> much.',
    });
    expect(await codeOfChange(alice, 'unyankRelease', release)).toBeNull();
    expect(Object.values(await yanked(project))).toEqual([false, false, false]);
  });

  it('C137: a yanked file is yanked alone, and stays so when its release is unyanked', async () => {
    const project = await freshProject();
    const [wheel, sdist] = [`${project}-1.0-py3-none-any.whl`, `${project}-1.0.tar.gz`];
    const file = { path: 'alice/prod', filename: wheel };
    expect(await codeOfChange(alice, 'yankFile', file)).toBeNull();
    expect(await yanked(project)).toEqual({ [wheel]: true, [sdist]: false });

    const release = { path: 'alice/prod', project, version: '1.0' };
    expect(await codeOfChange(alice, 'yankRelease', { ...release, reason: 'All of it.' })).toBeNull();
    expect(await yanked(project)).toEqual({ [wheel]: true, [sdist]: 'All of it.' });
    const withRelease = await change(alice, 'unyankFile', { path: 'alice/prod', filename: sdist });
    expect(withRelease).toMatchObject({
      code: 'NOT_ALLOWED',
      message: `${sdist} is yanked with its release 1.0: unyank the release.`,
    });
    expect(await codeOfChange(alice, 'unyankRelease', release)).toBeNull();
    expect(await yanked(project)).toEqual({ [wheel]: true, [sdist]: false });
    expect(await codeOfChange(alice, 'unyankFile', file)).toBeNull();
    expect(await yanked(project)).toEqual({ [wheel]: false, [sdist]: false });
  });

  it('C138: a quarantined project offers no file, by no address, and takes none', async () => {
    const project = await freshProject();
    const status = { path: 'alice/prod', project, status: 'QUARANTINED', reason: 'It steals keys.' };
    const wheel = makeWheel({ name: project, version: '1.0' });
    const address = `/alice/prod/files/${wheel.sha256}/${wheel.filename}`;
    expect((await alice.withPassword.get(address)).status).toBe(200);
    expect(await codeOfChange(alice, 'setProjectStatus', status)).toBeNull();
    expect(await page(project)).toMatchObject({
      files: [],
      'project-status': { status: 'quarantined', reason: 'It steals keys.' },
    });
    expect((await alice.withPassword.get(address)).status).not.toBe(200);
    expect((await alice.withPassword.get(`${address}.metadata`)).status).not.toBe(200);
    const another = makeWheel({ name: project, version: '2.0' });
    expect((await alice.withPassword.upload('alice/prod', another)).status).toBe(403);
    expect(await codeOfChange(alice, 'setProjectStatus', { ...status, status: 'ACTIVE' })).toBeNull();
    expect((await alice.withPassword.get(address)).status).toBe(200);
  });

  it('an archived project takes no files and offers those it has; a deprecated one does both', async () => {
    const project = await freshProject();
    const status = { path: 'alice/prod', project };
    const another = makeWheel({ name: project, version: '2.0' });
    expect(await codeOfChange(alice, 'setProjectStatus', { ...status, status: 'ARCHIVED' })).toBeNull();
    expect((await alice.withPassword.upload('alice/prod', another)).status).toBe(403);
    expect((await page(project)).files).toHaveLength(2);
    expect(await codeOfChange(alice, 'setProjectStatus', { ...status, status: 'DEPRECATED' })).toBeNull();
    await upload(another);
    expect(await page(project)).toMatchObject({ 'project-status': { status: 'deprecated' } });
    const told = await ask(
      alice,
      `{ packageIndex(path: "alice/prod") { project(name: "${project}") { status statusReason } } }`,
    );
    expect(told).toEqual({ project: { status: 'DEPRECATED', statusReason: null } });
  });

  it('C054: the ETag of a page is another one after each of them, and after a deletion', async () => {
    const project = await freshProject();
    const path = 'alice/prod';
    const filename = `${project}-1.0.tar.gz`;
    const tags = [await etag(project)];
    for (const [mutation, input] of [
      ['yankFile', { path, filename, reason: 'One.' }],
      ['unyankFile', { path, filename }],
      ['yankRelease', { path, project, version: '1.0', reason: 'All.' }],
      ['unyankRelease', { path, project, version: '1.0' }],
      ['setProjectStatus', { path, project, status: 'DEPRECATED' }],
      ['setProjectStatus', { path, project, status: 'ACTIVE' }],
      ['deleteFile', { path, filename, force: true }],
    ] as const) {
      expect([mutation, await codeOfChange(alice, mutation, input)]).toEqual([mutation, null]);
      const tag = await etag(project);
      expect(tag).not.toBe(tags.at(-1));
      tags.push(tag);
    }
    expect(new Set(tags.filter((_, place) => place % 2 === 0 && place < 6)).size).toBe(1);
  });

  it('what is done already takes no serial, and another reason does', async () => {
    const project = await freshProject();
    const yank = { path: 'alice/prod', project, version: '1.0', reason: 'Broken.' };
    const serial = async (input: object) =>
      (await change(alice, 'yankRelease', input)) as unknown as { serial: number };
    const first = await serial(yank);
    expect(await serial(yank)).toEqual(first);
    expect((await serial({ ...yank, reason: 'Very broken.' })).serial).toBe(first.serial + 1);
    const { world } = app.app;
    const events = await world.readDb.auditEvent.findMany({
      where: { action: 'release.yanked', subjectName: `${project} 1.0` },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ actorName, detail }) => [actorName, JSON.parse(detail) as object])).toEqual([
      ['alice', { project, version: '1.0', reason: 'Broken.' }],
      ['alice', { project, version: '1.0', reason: 'Very broken.' }],
    ]);
  });

  it('a reason of more than one line or 500 characters is refused and changes nothing', async () => {
    const project = await freshProject();
    const release = { path: 'alice/prod', project, version: '1.0' };
    for (const reason of ['two\nlines', 'a bell\u0007', 'x'.repeat(501)]) {
      expect(await change(alice, 'yankRelease', { ...release, reason })).toMatchObject({
        code: 'INVALID_INPUT',
        path: ['reason'],
      });
    }
    expect(await codeOfChange(alice, 'yankRelease', { ...release, reason: 'x'.repeat(500) })).toBeNull();
  });

  describe('who may', () => {
    const outcomes = async (by: Anonymous, project: string) => {
      const path = 'alice/prod';
      const filename = `${project}-1.0.tar.gz`;
      const codes: (string | null)[] = [];
      for (const [mutation, input] of [
        ['yankRelease', { path, project, version: '1.0' }],
        ['unyankRelease', { path, project, version: '1.0' }],
        ['yankFile', { path, filename }],
        ['unyankFile', { path, filename }],
        ['setProjectStatus', { path, project, status: 'DEPRECATED' }],
        ['setProjectStatus', { path, project, status: 'ACTIVE' }],
      ] as const)
        codes.push(await codeOfChange(by, mutation, input));
      return [...new Set(codes)];
    };

    it('uploaders, the owner and admins; a reader is told no, whether the project exists or not', async () => {
      const project = await freshProject();
      const ada = await app.person('ada', { role: 'ADMIN' });
      const carol = await app.person('carol');
      expect(await outcomes(alice, project)).toEqual([null]);
      expect(await outcomes(ada, project)).toEqual([null]);
      expect(await outcomes(bob, project)).toEqual(['NOT_ALLOWED']);
      expect(await outcomes(bob, 'never-was')).toEqual(['NOT_ALLOWED']);
      expect(await outcomes(carol, project)).toEqual(['NOT_FOUND']);
      expect(await outcomes(app.nobody, project)).toEqual(['UNAUTHENTICATED']);
    });

    it('a token with index:yank, for its indexes and its projects alone', async () => {
      const [project, other] = [await freshProject(), await freshProject()];
      await alice.createIndex('alice/elsewhere');
      const token = (scopes: string[], reach: object) => alice.mintToken({ scopes, ...reach });
      const here = { indexes: ['alice/prod'] };
      expect(await outcomes(await token(['index:yank'], here), project)).toEqual([null]);
      expect(await outcomes(await token(['index:upload', 'index:delete'], here), project)).toEqual([
        'FORBIDDEN',
      ]);
      const elsewhere = await token(['index:yank'], { indexes: ['alice/elsewhere'] });
      expect(await outcomes(elsewhere, project)).toEqual(['NOT_FOUND']);
      const bound = await token(['index:yank'], { ...here, projects: [project] });
      expect(await outcomes(bound, project)).toEqual([null]);
      expect((await outcomes(bound, other)).sort()).toEqual(['NOT_ALLOWED', 'NOT_FOUND']);
      expect((await outcomes(bound, 'never-was')).sort()).toEqual(['NOT_ALLOWED', 'NOT_FOUND']);
    });
  });
});
