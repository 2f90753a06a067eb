// Promotion: a release arrives whole and with its way, or not at all; and whoever promotes is authorised on both sides.

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { ask } from '../../graphql/ask.ts';
import { change, codeOfChange } from '../../graphql/change.ts';
import type { TestApp } from '../../support/app.ts';
import { makeSdist, makeWheel } from '../../support/distributions.ts';
import { eachApp } from '../../support/each-app.ts';
import { createMirror, reserve } from '../../support/layers.ts';
import type { Anonymous, Person } from '../../support/people.ts';
import { startUpstream, type Upstream } from '../../support/upstream.ts';

const PAYLOAD =
  'copiedFiles presentFiles release { version summary yankReason files { filename sha256 yankReason } }';

const PROVENANCE = `query ($path: String!, $project: String!) {
  packageIndex(path: $path) { project(name: $project) { releases { nodes { files {
    filename uploadedBy uploadedTokenId provenance { kind indexPath fromPath sourceUrl by tokenId }
  } } } } }
}`;

interface ToldFile {
  readonly filename: string;
  readonly provenance: readonly object[];
}

interface Told {
  readonly project: {
    readonly releases: { readonly nodes: readonly { readonly files: readonly ToldFile[] }[] };
  };
}

eachApp('promotion', (open) => {
  let app: TestApp;
  let alice: Person;
  let bob: Person;
  let upstream: Upstream;
  let made = 0;
  let dev: string;
  let prod: string;
  let project: string;

  beforeAll(async () => {
    app = await open();
    [alice, bob] = [await app.person('alice'), await app.person('bob')];
    upstream = await startUpstream();
  });
  afterAll(() => upstream.close());

  beforeEach(async () => {
    made += 1;
    [dev, prod, project] = [`alice/dev${made}`, `alice/prod${made}`, `demo${made}`];
    await alice.createIndex(dev);
    await alice.createIndex(prod, { readers: ['alice', 'bob'], uploaders: ['alice', 'bob'] });
  });

  const put = async (path: string, ...files: ReturnType<typeof makeWheel>[]) => {
    for (const file of files) expect((await alice.withPassword.upload(path, file)).status).toBe(200);
  };
  const wheelOf = (version = '1.0', description?: string) =>
    makeWheel({ name: project, version, description });
  const sdistOf = (version = '1.0', description?: string) =>
    makeSdist({ name: project, version, description });
  const promotion = (more: object = {}) => ({ from: dev, to: prod, project, version: '1.0', ...more });
  const pageOf = async (path: string) => {
    const accept = 'application/vnd.pypi.simple.v1+json';
    const answer = await alice.withPassword.get(`/${path}/simple/${project}/`, { accept });
    if (answer.status !== 200) return answer.status;
    return ((await answer.json()) as { files: { filename: string }[] }).files.map(({ filename }) => filename);
  };
  const told = async (by: Anonymous, path: string) =>
    (await ask<Told>(by, PROVENANCE, { path, project })).project.releases.nodes.flatMap(({ files }) => files);

  it('copies the files of a release with metadata and yank, and twice is once', async () => {
    const [wheel, sdist] = [wheelOf(), sdistOf()];
    await put(dev, wheel, sdist, wheelOf('2.0'));
    await codeOfChange(alice, 'yankRelease', { path: dev, project, version: '1.0', reason: 'Careful.' });
    const promoted = {
      __typename: 'PromoteReleasePayload',
      copiedFiles: 2,
      presentFiles: 0,
      release: {
        version: '1.0',
        summary: `What ${project} is for, in one line`,
        yankReason: 'Careful.',
        files: [wheel, sdist]
          .map(({ filename, sha256 }) => ({ filename, sha256, yankReason: 'Careful.' }))
          .sort((a, b) => (a.filename < b.filename ? -1 : 1)),
      },
    };
    expect(await change(alice, 'promoteRelease', promotion(), PAYLOAD)).toEqual(promoted);
    expect(await pageOf(prod)).toHaveLength(2);
    const address = `/${prod}/files/${wheel.sha256}/${wheel.filename}`;
    const bytes = Buffer.from(await (await alice.withPassword.get(address)).arrayBuffer());
    expect(bytes.equals(wheel.bytes)).toBe(true);
    const metadata = await (await alice.withPassword.get(`${address}.metadata`)).text();
    expect(metadata).toBe(wheel.metadata.toString());

    const head = () => app.app.world.readDb.logHead.findFirstOrThrow();
    const { serial } = await head();
    const again = { ...promoted, copiedFiles: 0, presentFiles: 2 };
    expect(await change(alice, 'promoteRelease', promotion({ version: '1' }), PAYLOAD)).toEqual(again);
    expect((await head()).serial).toBe(serial);
  });

  it('keeps the way of each file, over several indexes', async () => {
    const wheel = wheelOf();
    const token = await alice.mintToken({ scopes: ['index:upload'], indexes: [dev] });
    expect((await token.upload(dev, wheel)).status).toBe(200);
    expect(await told(alice, dev)).toMatchObject([
      {
        uploadedBy: 'alice',
        uploadedTokenId: token.tokenId,
        provenance: [
          { kind: 'UPLOADED', indexPath: dev, fromPath: null, by: 'alice', tokenId: token.tokenId },
        ],
      },
    ]);
    const last = `bob/last${made}`;
    await bob.createIndex(last);
    await codeOfChange(alice, 'promoteRelease', promotion());
    await codeOfChange(bob, 'promoteRelease', promotion({ from: prod, to: last }));
    const step = { sourceUrl: null, tokenId: null };
    expect(await told(bob, last)).toEqual([
      {
        filename: wheel.filename,
        uploadedBy: 'bob',
        uploadedTokenId: null,
        provenance: [
          // Bob may not know of alice's dev, nor of tokens that were used there.
          { ...step, kind: 'UPLOADED', indexPath: null, fromPath: null, by: 'alice' },
          { ...step, kind: 'PROMOTED', indexPath: prod, fromPath: null, by: 'alice' },
          { ...step, kind: 'PROMOTED', indexPath: last, fromPath: prod, by: 'bob' },
        ],
      },
    ]);
    const [event] = await app.app.world.readDb.auditEvent.findMany({
      where: { action: 'release.promoted', subjectName: `${project} 1.0` },
      orderBy: { id: 'desc' },
    });
    expect(JSON.parse(event!.detail)).toEqual({ project, version: '1.0', origin: prod, files: 1 });
  });

  it('copies what the source inherits, from where it lies', async () => {
    const through = `alice/through${made}`;
    await alice.createIndex(through, { bases: [dev] });
    await put(dev, wheelOf());
    expect(await change(alice, 'promoteRelease', promotion({ from: through }), 'copiedFiles')).toMatchObject({
      copiedFiles: 1,
    });
    expect(await told(alice, prod)).toMatchObject([
      {
        provenance: [
          { kind: 'UPLOADED', indexPath: dev },
          { kind: 'PROMOTED', fromPath: dev },
        ],
      },
    ]);
  });

  it('vendors what a mirror has, with where it came from, and keeps it when the upstream is gone', async () => {
    const mirror = `alice/mirror${made}`;
    await createMirror(app, mirror, upstream.url);
    const wheel = wheelOf();
    upstream.projects.set(project, {
      files: [
        { filename: wheel.filename, bytes: wheel.bytes, yanked: 'By them.' },
        { filename: sdistOf().filename, bytes: sdistOf().bytes },
      ],
    });
    const promoted = await change(alice, 'promoteRelease', promotion({ from: mirror }), PAYLOAD);
    expect(promoted).toMatchObject({
      copiedFiles: 2,
      release: {
        yankReason: null,
        files: [
          { filename: wheel.filename, sha256: wheel.sha256, yankReason: 'By them.' },
          { filename: sdistOf().filename, yankReason: null },
        ],
      },
    });
    expect((await told(alice, prod))[0]!.provenance).toEqual([
      {
        kind: 'MIRRORED',
        indexPath: mirror,
        fromPath: null,
        sourceUrl: new URL(`/files/${wheel.filename}`, upstream.url).href,
        by: ':system:',
        tokenId: null,
      },
      { kind: 'PROMOTED', indexPath: prod, fromPath: mirror, sourceUrl: null, by: 'alice', tokenId: null },
    ]);
    upstream.projects.delete(project);
    const address = `/${prod}/files/${wheel.sha256}/${wheel.filename}`;
    expect((await alice.withPassword.get(address)).status).toBe(200);
    expect((await alice.withPassword.get(`${address}.metadata`)).status).toBe(200);
  });

  it('a name that a mirror of the target answers is vendored only where it is reserved', async () => {
    const mirror = `alice/mirror${made}`;
    await createMirror(app, mirror, upstream.url);
    const stage = `alice/stage${made}`;
    await alice.createIndex(stage, { bases: [mirror] });
    upstream.projects.set(project, { files: [{ filename: wheelOf().filename, bytes: wheelOf().bytes }] });
    const input = promotion({ from: stage, to: stage });
    expect(await change(alice, 'promoteRelease', input)).toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringContaining('reserve the name first') as string,
    });
    await reserve(app, stage, project);
    expect(await codeOfChange(alice, 'promoteRelease', promotion({ from: mirror, to: stage }))).toBeNull();
    expect(await pageOf(stage)).toEqual([wheelOf().filename]);
  });

  it('an upstream that does not answer stops it, and nothing arrives', async () => {
    const mirror = `alice/mirror${made}`;
    await createMirror(app, mirror, upstream.url);
    upstream.status = 500;
    expect(await codeOfChange(alice, 'promoteRelease', promotion({ from: mirror }))).toBe(
      'UPSTREAM_UNAVAILABLE',
    );
    upstream.status = null;
    expect(await pageOf(prod)).toBe(404);
  });

  it('a disk without room for what a mirror copied stops it, and nothing arrives', async () => {
    const mirror = `alice/mirror${made}`;
    await createMirror(app, mirror, upstream.url);
    upstream.projects.set(project, { files: [{ filename: wheelOf().filename, bytes: wheelOf().bytes }] });
    const blobs = app.files('blobs');
    const { world } = app.app;
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const putting = vi.spyOn(world.blobs, 'putBytes').mockRejectedValueOnce(full);

    expect(await change(alice, 'promoteRelease', promotion({ from: mirror }))).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      message: expect.stringContaining('The disk of this server is nearly full') as string,
    });

    expect(putting).toHaveBeenCalledOnce();
    putting.mockRestore();
    expect([await pageOf(prod), app.files('blobs'), app.files('spool')]).toEqual([404, blobs, []]);
  });

  describe('by the rules of the target', () => {
    it('other bytes under one of the names stop all of it, by name; also those that are gone', async () => {
      const other = sdistOf('1.0', 'Other bytes.');
      await put(dev, wheelOf(), sdistOf());
      await put(prod, other);
      const conflict = async () => {
        const document = `mutation ($input: PromoteReleaseInput!) { promoteRelease(input: $input) {
          ... on ReleaseConflictError { files code } } }`;
        return ask(alice, document, { input: promotion() });
      };
      const refusal = { files: [other.filename], code: 'RELEASE_CONFLICT' };
      expect(await conflict()).toEqual(refusal);
      await codeOfChange(alice, 'deleteFile', { path: prod, filename: other.filename, force: true });
      expect(await conflict()).toEqual(refusal);
      expect(await pageOf(prod)).toEqual([]);
    });

    it('a volatile one has them replaced', async () => {
      const volatile = `alice/volatile${made}`;
      await alice.createIndex(volatile, { isVolatile: true });
      await put(dev, wheelOf(), sdistOf());
      await put(volatile, sdistOf('1.0', 'Other bytes.'), wheelOf());
      const promoted = await change(alice, 'promoteRelease', promotion({ to: volatile }), PAYLOAD);
      expect(promoted).toMatchObject({ copiedFiles: 1, presentFiles: 1 });
      const { sha256, filename } = sdistOf();
      expect((await alice.withPassword.get(`/${volatile}/files/${sha256}/${filename}`)).status).toBe(200);
    });

    it('an archived project, a quota that is too small, and a mirror take nothing', async () => {
      await put(dev, wheelOf());
      await put(prod, wheelOf('0.9'));
      await codeOfChange(alice, 'setProjectStatus', { path: prod, project, status: 'ARCHIVED' });
      const small = `alice/small${made}`;
      await alice.createIndex(small, { quotaBytes: 100 });
      const mirror = `alice/mirror${made}`;
      await createMirror(app, mirror, upstream.url);
      for (const to of [prod, small])
        expect([to, await codeOfChange(alice, 'promoteRelease', promotion({ to }))]).toEqual([
          to,
          'NOT_ALLOWED',
        ]);
      expect(await codeOfChange(alice, 'promoteRelease', promotion({ to: mirror }))).toBe('NOT_ALLOWED');
      expect(await pageOf(small)).toBe(404);
    });

    it('one with strict checks takes no metadata that it would refuse of an upload', async () => {
      const strict = `alice/strict${made}`;
      await alice.createIndex(strict, { uploadChecks: 'STRICT' });
      await put(dev, makeWheel({ name: project, version: '1.0', metadata: { 'Requires-Dist': '!!' } }));
      expect(await change(alice, 'promoteRelease', promotion({ to: strict }))).toMatchObject({
        code: 'NOT_ALLOWED',
        message: expect.stringContaining(`${strict} has strict checks, and takes no `) as string,
      });
      await put(dev, wheelOf('2.0'));
      const sound = promotion({ to: strict, version: '2.0' });
      expect(await codeOfChange(alice, 'promoteRelease', sound)).toBeNull();
    });

    it('nothing is promoted of a quarantined project, nor what is not there', async () => {
      await put(dev, wheelOf());
      expect(await codeOfChange(alice, 'promoteRelease', promotion({ version: '9' }))).toBe('NOT_FOUND');
      await codeOfChange(alice, 'setProjectStatus', { path: dev, project, status: 'QUARANTINED' });
      expect(await codeOfChange(alice, 'promoteRelease', promotion())).toBe('NOT_FOUND');
      for (const wrong of [{ project: '../etc' }, { version: 'one' }])
        expect(await codeOfChange(alice, 'promoteRelease', promotion(wrong))).toBe('INVALID_INPUT');
    });

    it('two at once copy it once', async () => {
      await put(dev, wheelOf(), sdistOf());
      const twice = [0, 1].map(() =>
        change(alice, 'promoteRelease', promotion(), 'copiedFiles presentFiles'),
      );
      const copied = (await Promise.all(twice)) as unknown as { copiedFiles: number }[];
      expect(copied.map(({ copiedFiles }) => copiedFiles).sort()).toEqual([0, 2]);
      expect(await pageOf(prod)).toHaveLength(2);
    });
  });

  describe('who may', () => {
    it('5.7.3, X10: a token for the source alone, or for the target alone, copies nothing', async () => {
      await put(dev, wheelOf());
      const scopes = ['index:read', 'index:upload'];
      const [onlyDev, onlyProd, both] = [
        await alice.mintToken({ scopes, indexes: [dev] }),
        await alice.mintToken({ scopes, indexes: [prod] }),
        await alice.mintToken({ scopes, indexes: [dev, prod] }),
      ];
      expect(await codeOfChange(onlyDev, 'promoteRelease', promotion())).toBe('NOT_FOUND');
      expect(await codeOfChange(onlyProd, 'promoteRelease', promotion())).toBe('NOT_FOUND');
      expect(await pageOf(prod)).toBe(404);
      expect(await codeOfChange(both, 'promoteRelease', promotion())).toBeNull();
      expect(await told(alice, prod)).toMatchObject([{ uploadedTokenId: both.tokenId }]);
    });

    it('5.7.2: a token needs both scopes', async () => {
      await put(dev, wheelOf());
      const reach = { indexes: [dev, prod] };
      const reading = await alice.mintToken({ scopes: ['index:read', 'index:yank'], ...reach });
      const uploading = await alice.mintToken({ scopes: ['index:upload'], ...reach });
      expect(await codeOfChange(reading, 'promoteRelease', promotion())).toBe('FORBIDDEN');
      expect(await codeOfChange(uploading, 'promoteRelease', promotion())).toBe('NOT_ALLOWED');
      expect(await pageOf(prod)).toBe(404);
    });

    it('a token that is bound to projects copies these alone', async () => {
      await put(dev, wheelOf());
      const scopes = ['index:read', 'index:upload'];
      const mint = (projects: string[]) => alice.mintToken({ scopes, indexes: [dev, prod], projects });
      expect(await codeOfChange(await mint(['other']), 'promoteRelease', promotion())).toBe('NOT_ALLOWED');
      expect(await codeOfChange(await mint([project]), 'promoteRelease', promotion())).toBeNull();
    });

    it('a person reads the source and uploads to the target; an admin is no exception', async () => {
      await put(dev, wheelOf());
      const ada = await app.person(`ada${made}`, { role: 'ADMIN' });
      const carol = await app.person(`carol${made}`);
      const code = (by: Anonymous, more = {}) => codeOfChange(by, 'promoteRelease', promotion(more));
      expect(await code(bob)).toBe('NOT_FOUND');
      expect(await code(ada)).toBe('NOT_ALLOWED');
      expect(await code(carol)).toBe('NOT_FOUND');
      expect(await code(app.nobody)).toBe('UNAUTHENTICATED');
      const target = `alice/closed${made}`;
      await alice.createIndex(target, { readers: ['alice', 'bob'] });
      await put(prod, wheelOf());
      expect(await code(bob, { from: prod, to: target })).toBe('NOT_ALLOWED');
      expect(await pageOf(target)).toBe(404);
    });

    it('a base that the caller may not read gives nothing', async () => {
      const through = `alice/through${made}`;
      await alice.createIndex(through, { bases: [dev], readers: ['alice', 'bob'] });
      await put(dev, wheelOf());
      expect(await codeOfChange(bob, 'promoteRelease', promotion({ from: through }))).toBe('NOT_FOUND');
      expect(await codeOfChange(alice, 'promoteRelease', promotion({ from: through }))).toBeNull();
    });
  });
});
