// The way of a blob out of the store: 48 hours unreferenced, 48 hours dead, gone; and every way back.

import { createHash } from 'node:crypto';

import { expect, it } from 'vitest';

import { collectBlobs } from '../../../server/domain/packages/collect.ts';
import { purgeDeletedIndexes } from '../../../server/domain/indexes/purge.ts';
import type { TestApp } from '../../support/app.ts';
import { makeWheel } from '../../support/distributions.ts';
import { eachApp } from '../../support/each-app.ts';
import type { Distribution, Person } from '../../support/people.ts';

const HOUR = 3_600_000;
const wheel = makeWheel({ name: 'demo', version: '1.0' });
/** Above what is kept in memory, so that it is spooled to disk. */
const large = makeWheel({ name: 'large', version: '1.0', files: { 'large/noise': noise(1_500_000) } });

eachApp('a blob', (open) => {
  const begin = async () => {
    const app = await open();
    const alice = await app.person('alice');
    await alice.createIndex('alice/prod');
    return { app, alice };
  };

  it('that nothing refers to is dead after 48 hours, and gone 48 hours after that', async () => {
    const { app, alice } = await begin();
    await uploaded(alice, 'alice/prod', wheel);
    expect(await collect(app)).toEqual({ deleted: 0, states: ['LIVE', 'LIVE'], files: 2 });
    await deleted(app, alice, 'alice/prod', 1);
    expect(await collect(app)).toEqual({ deleted: 0, states: ['UNREFERENCED', 'UNREFERENCED'], files: 2 });
    app.advance(48 * HOUR - 60_000);
    expect(await collect(app)).toEqual({ deleted: 0, states: ['UNREFERENCED', 'UNREFERENCED'], files: 2 });
    app.advance(60_000);
    expect(await collect(app)).toEqual({ deleted: 0, states: ['DEAD', 'DEAD'], files: 2 });
    app.advance(48 * HOUR - 60_000);
    expect(await collect(app)).toEqual({ deleted: 0, states: ['DEAD', 'DEAD'], files: 2 });
    app.advance(60_000);
    expect(await collect(app)).toEqual({ deleted: 2, states: [], files: 0 });
  });

  it.each(['UNREFERENCED', 'DEAD'])(
    'lives again when an upload brings it back while it is %s',
    async (state) => {
      const { app, alice } = await begin();
      await uploaded(alice, 'alice/prod', wheel);
      await deleted(app, alice, 'alice/prod', 1);
      await collect(app);
      if (state === 'DEAD') {
        app.advance(48 * HOUR);
        await collect(app);
      }
      expect(await collect(app)).toMatchObject({ states: [state, state] });

      const again = await signedInAgain(app, alice);
      await again.createIndex('alice/next');
      await uploaded(again, 'alice/next', wheel);
      expect(await statesOf(app)).toEqual(['LIVE', 'LIVE']);
      for (let step = 0; step < 3; step += 1) {
        app.advance(48 * HOUR);
        expect(await collect(app)).toEqual({ deleted: 0, states: ['LIVE', 'LIVE'], files: 2 });
      }
      await downloads(again, 'alice/next', wheel);
    },
  );

  it('that two indexes share stays for the one that is left', async () => {
    const { app, alice } = await begin();
    await alice.createIndex('alice/other');
    await uploaded(alice, 'alice/prod', wheel);
    await uploaded(alice, 'alice/other', wheel);
    await deleted(app, alice, 'alice/prod', 1);
    for (let step = 0; step < 3; step += 1) {
      expect(await collect(app)).toEqual({ deleted: 0, states: ['LIVE', 'LIVE'], files: 2 });
      app.advance(48 * HOUR);
    }
    await downloads(alice, 'alice/other', wheel);
  });

  it('without a row, as a killed upload leaves it, goes once it is 48 hours old', async () => {
    const { app } = await begin();
    const bytes = Buffer.from('An upload was killed before its commit.');
    await app.app.world.blobs.putBytes(sha256(bytes), bytes);
    app.advance(48 * HOUR - 60_000);
    expect(await collect(app)).toEqual({ deleted: 0, states: [], files: 1 });
    app.advance(120_000);
    expect(await collect(app)).toEqual({ deleted: 1, states: [], files: 0 });
  });

  it('goes on its way with all others of its age, however many there are', async () => {
    const { app } = await begin();
    const { world } = app.app;
    const stateAt = world.clock();
    const names = Array.from({ length: 501 }, (_, number) => sha256(Buffer.from(`${number}`)));
    await world.database.db.blob.createMany({
      data: names.map((name) => ({ sha256: name, sizeBytes: 1n, state: 'UNREFERENCED', stateAt })),
    });
    app.advance(48 * HOUR);
    expect(await collect(app)).toEqual({ deleted: 0, states: names.map(() => 'DEAD'), files: 0 });
  }, 60_000);

  it('changes its state in changes of the log, so that a replica follows', async () => {
    const { app, alice } = await begin();
    await uploaded(alice, 'alice/prod', wheel);
    await deleted(app, alice, 'alice/prod', 1);
    const { db } = app.app.world.database;
    const { serial } = await db.logHead.findUniqueOrThrow({ where: { id: 'head' } });
    await collect(app);
    app.advance(48 * HOUR);
    await collect(app);
    app.advance(48 * HOUR);
    await collect(app);
    const changes = await db.change.findMany({
      where: { serial: { gt: serial } },
      orderBy: { serial: 'asc' },
    });
    const images = changes.flatMap(({ images: text }) => JSON.parse(text) as Image[]);
    const ofWheel = images.filter(({ key }) => key.sha256 === wheel.sha256);
    expect(ofWheel.map(({ model, op, row }) => [op, model, row?.state])).toEqual([
      ['put', 'Blob', 'UNREFERENCED'],
      ['put', 'Blob', 'DEAD'],
      ['delete', 'Blob', undefined],
    ]);
  });
});

interface Image {
  readonly model: string;
  readonly op: string;
  readonly key: { readonly sha256?: string };
  readonly row?: { readonly state?: string };
}

eachApp('an upload', (open) => {
  const cases = { small: wheel, large };

  it.each(Object.keys(cases) as (keyof typeof cases)[])(
    'stores again what was collected between storing and commit: a %s file',
    async (size) => {
      const file = cases[size];
      const app = await open();
      const alice = await app.person('alice');
      await alice.createIndex('alice/old');
      await alice.createIndex('alice/new');
      await uploaded(alice, 'alice/old', file);
      await deleted(app, alice, 'alice/old', 1);
      await collect(app);
      app.advance(48 * HOUR);
      await collect(app);
      app.advance(48 * HOUR);

      // Dead and due: the upload finds the bytes there, and the collector comes before its commit.
      const stored = afterFirstPut(app, file, async () => {
        expect(await collect(app)).toEqual({ deleted: 2, states: [], files: 0 });
      });
      await uploaded(alice, 'alice/new', file);
      expect(stored()).toBe(2);
      expect(await collect(app)).toEqual({ deleted: 0, states: ['LIVE', 'LIVE'], files: 2 });
      expect(app.files('spool')).toEqual([]);
      await downloads(alice, 'alice/new', file);
    },
  );

  it('trusts no row whose bytes a collector removed before its commit failed', async () => {
    const app = await open();
    const alice = await app.person('alice');
    await alice.createIndex('alice/old');
    await alice.createIndex('alice/new');
    await uploaded(alice, 'alice/old', wheel);
    await deleted(app, alice, 'alice/old', 1);
    await collect(app);
    app.advance(48 * HOUR);
    await collect(app);
    const stored = afterFirstPut(app, wheel, () => app.app.world.blobs.remove(wheel.sha256));
    await uploaded(alice, 'alice/new', wheel);
    expect(stored()).toBe(2);
    expect(await collect(app)).toEqual({ deleted: 0, states: ['LIVE', 'LIVE'], files: 2 });
    await downloads(alice, 'alice/new', wheel);
  });

  it('and the collector may run at the same time, and nothing that was acknowledged is lost', async () => {
    const app = await open();
    const alice = await app.person('alice');
    for (let round = 0; round < 10; round += 1) {
      const index = `alice/round-${round}`;
      const again = await signedInAgain(app, alice);
      await again.createIndex(index);
      await Promise.all([uploaded(again, index, wheel), collectBlobs(app.app.world)]);
      await downloads(again, index, wheel);
      await deleted(app, again, index, 1);
      // Each round meets the blob in another state.
      for (let step = 0; step < round % 4; step += 1) {
        await collectBlobs(app.app.world);
        app.advance(48 * HOUR);
      }
    }
  }, 60_000);
});

async function collect(app: TestApp): Promise<{ deleted: number; states: string[]; files: number }> {
  const deletedBlobs = await collectBlobs(app.app.world);
  return { deleted: deletedBlobs, states: await statesOf(app), files: app.files('blobs').length };
}

async function statesOf(app: TestApp): Promise<string[]> {
  const blobs = await app.app.world.database.db.blob.findMany();
  return blobs.map(({ state }) => state);
}

async function uploaded(person: Person, index: string, file: Distribution): Promise<void> {
  const answer = await person.withPassword.upload(index, file);
  expect([answer.status, await answer.text()]).toEqual([200, `Uploaded ${file.filename} to ${index}.\n`]);
}

async function downloads(person: Person, index: string, file: Distribution): Promise<void> {
  const answer = await person.withPassword.get(`/${index}/files/${file.sha256}/${file.filename}`);
  expect([answer.status, sha256(Buffer.from(await answer.arrayBuffer()))]).toEqual([200, file.sha256]);
  expect(
    (await person.withPassword.get(`/${index}/files/${file.sha256}/${file.filename}.metadata`)).status,
  ).toBe(200);
}

async function deleted(app: TestApp, person: Person, path: string, expectedFiles: number): Promise<void> {
  const answer = await person.graphql(
    `mutation ($input: DeletePackageIndexInput!) { deletePackageIndex(input: $input) { __typename } }`,
    { input: { path, confirmPath: path, expectedFiles } },
  );
  expect(answer.data).toEqual({ deletePackageIndex: { __typename: 'DeletePackageIndexPayload' } });
  await purgeDeletedIndexes(app.app.world);
}

/** The days of these tests are longer than a session. */
async function signedInAgain(app: TestApp, { name, password }: Person): Promise<Person> {
  const { signedIn } = await import('../../support/people.ts');
  return signedIn(app.url, name, password);
}

/** Something happens right after a file was stored for the first time; says how often it was stored. */
function afterFirstPut(
  app: TestApp,
  { sha256: name }: Distribution,
  happen: () => Promise<void>,
): () => number {
  const { blobs } = app.app.world;
  const [put, putBytes] = [blobs.put.bind(blobs), blobs.putBytes.bind(blobs)];
  let times = 0;
  const afterPut = async (sha: string) => {
    if (sha !== name) return;
    times += 1;
    if (times === 1) await happen();
  };
  blobs.put = async (sha, spool) => {
    await put(sha, spool);
    await afterPut(sha);
  };
  blobs.putBytes = async (sha, bytes) => {
    await putBytes(sha, bytes);
    await afterPut(sha);
  };
  return () => times;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function noise(bytes: number): Buffer {
  const chunks = Array.from({ length: Math.ceil(bytes / 32) }, (_, number) =>
    createHash('sha256').update(String(number)).digest(),
  );
  return Buffer.concat(chunks);
}
