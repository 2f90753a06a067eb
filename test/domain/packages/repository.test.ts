// The read contract of an index: names in order and in portions, pages without what was deleted, files by name and digest.

import { expect, it } from 'vitest';

import { ANONYMOUS } from '../../../server/domain/actor.ts';
import { resolverOf, type Repository } from '../../../server/domain/packages/repository.ts';
import { transact } from '../../../server/storage/transact.ts';
import type { TestApp } from '../../support/app.ts';
import { makeSdist, makeWheel } from '../../support/distributions.ts';
import { eachApp } from '../../support/each-app.ts';

const PLAIN = {
  normalizedName: 'demo-pkg',
  status: 'ACTIVE',
  statusReason: null,
  isStale: false,
  changesAt: null,
};

eachApp('what answers for an index', (open) => {
  const wheel = makeWheel({ name: 'Demo.Pkg', version: '1.0', requiresPython: '>=3.9' });
  const sdist = makeSdist({ name: 'demo_pkg', version: '1.0', requiresPython: null });
  const begin = async () => {
    const app = await open();
    const alice = await app.person('alice');
    await alice.createIndex('alice/prod');
    await alice.createIndex('alice/other');
    for (const file of [wheel, sdist]) {
      expect((await alice.withPassword.upload('alice/prod', file)).status).toBe(200);
    }
    return { app, resolver: await resolverFor(app, 'alice/prod') };
  };

  it('has a page with everything that installers are told, in the order of upload', async () => {
    const { app, resolver } = await begin();
    const page = await resolver.projectPage('demo-pkg');
    const rows = await app.app.world.readDb.file.findMany({ orderBy: { id: 'asc' } });
    const entry = (file: typeof wheel, row: number, own: object) => ({
      filename: file.filename,
      address: file.sha256,
      sha256: file.sha256,
      sizeBytes: file.bytes.length,
      layerId: rows[row]!.indexId,
      uploadedAt: rows[row]!.uploadedAt,
      yanked: null,
      version: '1.0',
      ...own,
    });
    expect(page).toEqual({
      ...PLAIN,
      files: [
        entry(wheel, 0, {
          kind: 'WHEEL',
          requiresPython: '>=3.9',
          metadataSha256: rows[0]!.metadataSha256,
        }),
        entry(sdist, 1, { kind: 'SDIST', requiresPython: null, metadataSha256: null }),
      ],
      versions: ['1.0'],
    });
  });

  it('tells a project without files from one that nobody holds', async () => {
    const { app, resolver } = await begin();
    await tombstone(app, wheel.filename);
    expect((await resolver.projectPage('demo-pkg'))?.files.map(({ filename }) => filename)).toEqual([
      sdist.filename,
    ]);
    await tombstone(app, sdist.filename);
    expect(await resolver.projectPage('demo-pkg')).toEqual({ ...PLAIN, files: [], versions: [] });
    expect(await resolver.projectPage('demo')).toBeNull();
    expect(await namesOf(resolver)).toEqual([['demo-pkg']]);
  });

  it('says that a file was yanked, with a reason and without one', async () => {
    const { app, resolver } = await begin();
    const yank = (filename: string, yankReason: string | null) =>
      transact(app.app.world, async (write) => {
        const { id } = await write.read.file.findFirstOrThrow({ where: { filename } });
        await write.update('File', { id }, { yankedAt: write.at, yankReason });
      });
    await yank(wheel.filename, 'It deletes files.');
    await yank(sdist.filename, null);
    const page = await resolver.projectPage('demo-pkg');
    expect(page?.files.map(({ yanked }) => yanked)).toEqual(['It deletes files.', '']);
  });

  it('finds a file by its exact name and its digest together, in its own index', async () => {
    const { app, resolver } = await begin();
    expect(await resolver.file(wheel.sha256, wheel.filename)).toMatchObject({
      project: 'demo-pkg',
      file: { filename: wheel.filename, sha256: wheel.sha256, version: '1.0' },
    });
    expect(await resolver.file(sdist.sha256, wheel.filename)).toBeNull();
    expect(await resolver.file(wheel.sha256, wheel.filename.toUpperCase())).toBeNull();
    expect(await resolver.file(wheel.sha256, `${wheel.filename} `)).toBeNull();
    const other = await resolverFor(app, 'alice/other');
    expect(await other.file(wheel.sha256, wheel.filename)).toBeNull();
    expect(await other.projectPage('demo-pkg')).toBeNull();
    expect(await namesOf(other)).toEqual([]);
    await tombstone(app, wheel.filename);
    expect(await resolver.file(wheel.sha256, wheel.filename)).toBeNull();
  });

  it('lists names in binary order, the same on both engines', async () => {
    const { app, resolver } = await begin();
    const names = ['zebra', 'a', 'a-b', 'a1', 'ab', 'b', '0', '10', '9'];
    await projects(app, 'alice/prod', names);
    expect(await namesOf(resolver)).toEqual([
      ['0', '10', '9', 'a', 'a-b', 'a1', 'ab', 'b', 'demo-pkg', 'zebra'],
    ]);
  });

  it('lists any number of names in portions, each once', async () => {
    const { app } = await begin();
    const names = Array.from({ length: 5_001 }, (_, number) => `project-${String(number).padStart(5, '0')}`);
    await projects(app, 'alice/other', names);
    const portions = await namesOf(await resolverFor(app, 'alice/other'));
    expect(portions.map((portion) => portion.length)).toEqual([5_000, 1]);
    expect(portions.flat()).toEqual(names);
  });
});

async function resolverFor({ app: { world } }: TestApp, livePath: string): Promise<Repository> {
  const { id } = await world.readDb.packageIndex.findUniqueOrThrow({ where: { livePath } });
  return resolverOf(world, await world.layers.planOf(id), ANONYMOUS);
}

async function idOf(app: TestApp, livePath: string): Promise<string> {
  return (await app.app.world.readDb.packageIndex.findUniqueOrThrow({ where: { livePath } })).id;
}

async function namesOf(resolver: Repository): Promise<string[][]> {
  const portions: string[][] = [];
  for await (const portion of resolver.projectNames()) portions.push([...portion]);
  return portions;
}

async function tombstone(app: TestApp, filename: string): Promise<void> {
  await transact(app.app.world, async (write) => {
    const { id } = await write.read.file.findFirstOrThrow({ where: { filename } });
    await write.update('File', { id }, { deletedAt: write.at });
  });
}

/** Straight into the table: so many changes would take longer than the test is worth. */
async function projects(app: TestApp, index: string, names: readonly string[]): Promise<void> {
  const { database, clock } = app.app.world;
  const indexId = await idOf(app, index);
  await database.db.project.createMany({
    data: names.map((name) => ({
      id: `${indexId}-${name}`,
      indexId,
      name,
      normalizedName: name,
      status: 'ACTIVE' as const,
      createdAt: clock(),
    })),
  });
}
