// What is left of a deleted index: nothing that anybody could reach, at once; nothing at all, a little later; and a
// path that begins anew.

import { expect, it } from 'vitest';

import { purgeDeletedIndexes } from '../../../server/domain/indexes/purge.ts';
import type { World } from '../../../server/domain/world.ts';
import type { TestApp } from '../../support/app.ts';
import { makeWheel } from '../../support/distributions.ts';
import { eachApp } from '../../support/each-app.ts';
import type { Person } from '../../support/people.ts';

const wheel = makeWheel({ name: 'demo', version: '1.0' });
const FILES = 1_200;

eachApp('deleting an index', (open) => {
  const begin = async () => {
    const app = await open();
    const [alice, bob] = [await app.person('alice'), await app.person('bob')];
    await alice.createIndex('alice/prod', {
      readers: ['alice', 'bob', ':authenticated:'],
      uploaders: ['alice', 'bob'],
    });
    await alice.createIndex('alice/other');
    return { app, alice, bob };
  };

  it('removes its rows in later changes of at most 500 rows each, children before parents', async () => {
    const { app, alice } = await begin();
    expect((await alice.withPassword.upload('alice/other', wheel)).status).toBe(200);
    await fill(app, 'alice/prod');
    const before = await app.counts();
    const deletion = await remove(alice, 'alice/prod', FILES);
    expect(deletion).toMatchObject({ consequences: { files: FILES, projects: 1 } });
    expect(await app.counts()).toMatchObject({ file: before.file!, project: before.project! });

    await purgeDeletedIndexes(app.app.world);
    const { db } = app.app.world.database;
    const changes = await db.change.findMany({
      where: { serial: { gt: BigInt(deletion.serial) } },
      orderBy: [{ serial: 'asc' }, { position: 'asc' }],
    });
    const rowsOf = new Map<bigint, string[]>();
    for (const { serial, images } of changes) {
      const removed = (JSON.parse(images) as { op: string; model: string }[]).map(
        ({ op, model }) => `${op} ${model}`,
      );
      rowsOf.set(serial, [...(rowsOf.get(serial) ?? []), ...removed]);
    }
    expect([...rowsOf.values()].map((rows) => [rows.length, ...new Set(rows)])).toEqual([
      [500, 'delete File'],
      [500, 'delete File'],
      [200, 'delete File'],
      [1, 'delete Release'],
      [1, 'delete Project'],
      [5, 'delete IndexGrant'],
    ]);
    expect(await app.counts()).toMatchObject({
      file: 1,
      release: 1,
      project: 1,
      indexGrant: 2,
      packageIndex: 2,
    });
    const { serial: head } = await db.logHead.findUniqueOrThrow({ where: { id: 'head' } });
    await purgeDeletedIndexes(app.app.world);
    expect(await db.logHead.findUniqueOrThrow({ where: { id: 'head' } })).toMatchObject({ serial: head });
  }, 60_000);

  it('goes on where a killed process stopped', async () => {
    const { app, alice } = await begin();
    await fill(app, 'alice/prod');
    await remove(alice, 'alice/prod', FILES);
    await expect(purgeDeletedIndexes(killedAfter(app.app.world, 2))).rejects.toThrow('Killed.');
    expect(await app.counts()).toMatchObject({ file: FILES - 1_000, project: 1 });
    await purgeDeletedIndexes(app.app.world);
    expect(await app.counts()).toMatchObject({ file: 0, release: 0, project: 0 });
  }, 60_000);

  it('shuts everybody out at once, before anything was purged', async () => {
    const { alice, bob } = await begin();
    expect((await alice.withPassword.upload('alice/prod', wheel)).status).toBe(200);
    const token = await alice.mintToken({
      scopes: ['index:read', 'index:upload'],
      indexes: ['alice/prod', 'alice/other'],
    });
    const paths = [
      '/alice/prod/simple/',
      '/alice/prod/simple/demo/',
      `/alice/prod/files/${wheel.sha256}/${wheel.filename}`,
    ];
    const statuses = async () => {
      const found: number[] = [];
      for (const path of paths) {
        for (const holder of [bob.withPassword, token]) found.push((await holder.get(path)).status);
      }
      return found;
    };
    expect(await statuses()).toEqual([200, 200, 200, 200, 200, 200]);
    await remove(alice, 'alice/prod', 1);
    expect(await statuses()).toEqual([403, 403, 403, 403, 403, 403]);
    expect((await token.upload('alice/prod', makeWheel({ name: 'demo', version: '2.0' }))).status).toBe(403);
  });

  it('revokes the tokens that were bound to it alone, and takes it from the others', async () => {
    const { app, alice, bob } = await begin();
    const scopes = ['index:read'];
    const alone = await alice.mintToken({ name: 'alone', scopes, indexes: ['alice/prod'] });
    const bobs = await bob.mintToken({ name: 'of bob', scopes, indexes: ['alice/prod'] });
    const both = await alice.mintToken({ name: 'both', scopes, indexes: ['alice/prod', 'alice/other'] });
    const all = await alice.mintToken({ name: 'all', scopes, allIndexes: true });
    expect(await remove(alice, 'alice/prod', 0)).toMatchObject({ consequences: { tokens: 2 } });

    const tokens = await app.app.world.readDb.token.findMany();
    const reasons = Object.fromEntries(tokens.map(({ name, revokeReason }) => [name, revokeReason]));
    expect(reasons).toEqual({ alone: 'INDEX_DELETED', 'of bob': 'INDEX_DELETED', both: null, all: null });
    const statusOf = async (token: typeof alone) => [
      (await token.get('/alice/prod/simple/')).status,
      (await token.get('/alice/other/simple/')).status,
    ];
    expect({
      alone: await statusOf(alone),
      'of bob': await statusOf(bobs),
      both: await statusOf(both),
      all: await statusOf(all),
    }).toEqual({ alone: [401, 401], 'of bob': [401, 401], both: [403, 200], all: [403, 200] });
  });

  it('revokes a token with the last of its indexes, and an emptied list never means all', async () => {
    const { app, alice } = await begin();
    const scopes = ['index:read'];
    const indexes = ['alice/prod', 'alice/other'];
    const kinds = [
      await alice.mintToken({ scopes, indexes }),
      await alice.mintToken({ scopes, indexes, wire: 'ATTENUABLE' }),
    ];
    await alice.createIndex('alice/third');
    const statuses = () =>
      Promise.all(kinds.map(async (token) => (await token.get('/alice/third/simple/')).status));
    await remove(alice, 'alice/prod', 0);
    expect(await statuses()).toEqual([403, 403]);
    await remove(alice, 'alice/other', 0);
    expect(await statuses()).toEqual([401, 401]);
    await purgeDeletedIndexes(app.app.world);
    for (const path of indexes) await alice.createIndex(path);
    expect(await statuses()).toEqual([401, 401]);
    const rows = await app.app.world.readDb.token.findMany();
    expect(rows.map(({ revokeReason, seal }) => [revokeReason, seal])).toEqual([
      ['INDEX_DELETED', null],
      ['INDEX_DELETED', null],
    ]);
  });

  it.each(['before', 'after'])(
    'frees the path for a new index that no old token and no old grant reaches, %s the purge',
    async (moment) => {
      const { app, alice, bob } = await begin();
      const scopes = ['index:read', 'index:upload'];
      const alone = await alice.mintToken({ scopes, indexes: ['alice/prod'] });
      const both = await alice.mintToken({ scopes, indexes: ['alice/prod', 'alice/other'] });
      expect((await alice.withPassword.upload('alice/prod', wheel)).status).toBe(200);
      await remove(alice, 'alice/prod', 1);
      if (moment === 'after') await purgeDeletedIndexes(app.app.world);
      await alice.createIndex('alice/prod');
      await purgeDeletedIndexes(app.app.world);

      const other = makeWheel({
        name: 'demo',
        version: '1.0',
        description: 'Other bytes under the old name.',
      });
      expect({
        'a token for the old one': (await alone.get('/alice/prod/simple/')).status,
        'a token for the old one and another': (await both.get('/alice/prod/simple/')).status,
        'an upload with it': (await both.upload('alice/prod', wheel)).status,
        'bob, who read the old one': (await bob.withPassword.get('/alice/prod/simple/')).status,
        'bob, who uploaded to the old one': (await bob.withPassword.upload('alice/prod', wheel)).status,
        'the old project': (await alice.withPassword.get('/alice/prod/simple/demo/')).status,
        'the old file': (await alice.withPassword.get(`/alice/prod/files/${wheel.sha256}/${wheel.filename}`))
          .status,
        'its name with other bytes': (await alice.withPassword.upload('alice/prod', other)).status,
      }).toEqual({
        'a token for the old one': 401,
        'a token for the old one and another': 403,
        'an upload with it': 403,
        'bob, who read the old one': 403,
        'bob, who uploaded to the old one': 403,
        'the old project': 404,
        'the old file': 404,
        'its name with other bytes': 200,
      });
      const answer = await bob.graphql('{ packageIndex(path: "alice/prod") { path } }');
      expect(answer.data).toEqual({ packageIndex: null });
    },
  );

  it('is refused when it is not what was confirmed, and changes nothing', async () => {
    const { app, alice } = await begin();
    expect((await alice.withPassword.upload('alice/prod', wheel)).status).toBe(200);
    const before = await app.counts();
    await expect(remove(alice, 'alice/prod', 0)).rejects.toThrow('alice/prod holds 1 files now, not 0.');
    await expect(remove(alice, 'alice/prod', 1, 'alice/other')).rejects.toThrow('repeat exactly this path');
    expect(await app.counts()).toEqual(before);
  });
});

interface Deletion {
  readonly serial: number;
  readonly consequences: object;
}

async function remove(
  person: Person,
  path: string,
  expectedFiles: number,
  confirmPath = path,
): Promise<Deletion> {
  const answer = await person.graphql(
    `mutation ($input: DeletePackageIndexInput!) {
      deletePackageIndex(input: $input) {
        ... on DeletePackageIndexPayload { serial consequences { projects files tokens dependants } }
        ... on UserError { message }
      }
    }`,
    { input: { path, confirmPath, expectedFiles } },
  );
  const { deletePackageIndex: deletion } = answer.data as {
    deletePackageIndex: Deletion & { message?: string };
  };
  if (deletion.message !== undefined) throw new Error(deletion.message);
  return deletion;
}

/** Many files of one release, straight into the tables. */
async function fill(app: TestApp, livePath: string): Promise<void> {
  const { database, clock } = app.app.world;
  const { db } = database;
  const at = clock();
  const index = await db.packageIndex.findUniqueOrThrow({ where: { livePath } });
  const project = {
    id: 'project',
    indexId: index.id,
    name: 'many',
    normalizedName: 'many',
    status: 'ACTIVE' as const,
    createdAt: at,
  };
  await db.project.create({ data: project });
  const release = { id: 'release', projectId: 'project', version: '1', canonicalVersion: '1', createdAt: at };
  await db.release.create({ data: release });
  await db.file.createMany({
    data: Array.from({ length: FILES }, (_, number) => ({
      id: `file-${number}`,
      indexId: index.id,
      projectId: 'project',
      releaseId: 'release',
      filename: `many-1-${number}-py3-none-any.whl`,
      filenameFold: `many-1-${number}-py3-none-any.whl`,
      kind: 'WHEEL' as const,
      sha256: '0'.repeat(64),
      sizeBytes: 1n,
      metadataSha256: '0'.repeat(64),
      metadataVersion: '2.1',
      uploadedAt: at,
      uploadedById: index.ownerId,
    })),
  });
}

/** A world that ends after so many changes. */
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
