// The collector of garbage runs all the time, on a clock that leaps by days, while the same few bytes are uploaded to
// several indexes, deleted and uploaded again: what was acknowledged and not deleted is there, at every moment.

import { createHash } from 'node:crypto';

import { expect, it } from 'vitest';

import { fsck } from '../../../server/domain/fsck/fsck.ts';
import { collectBlobs } from '../../../server/domain/packages/collect.ts';
import { openReadOnly } from '../../../server/storage/read-only.ts';
import { transact } from '../../../server/storage/transact.ts';
import { placeOf, type TestApp } from '../../support/app.ts';
import { makeWheel, type Distribution } from '../../support/distributions.ts';
import { eachApp } from '../../support/each-app.ts';
import type { Anonymous } from '../../support/people.ts';
import { migrationsFolder } from '../../support/postgres.ts';
import { seeded } from '../../support/seeded.ts';

const HOUR = 60 * 60 * 1000;
const ACTS = 40;
const ACTORS = 4;
const SEED = Number(process.env.WHEELHOUSE_TEST_COLLECT_SEED ?? 1);

const indexes = ['alice/one', 'alice/two'];
const wheels = [
  ...['1.0', '2.0', '3.0'].map((version) => makeWheel({ name: 'small', version })),
  makeWheel({ name: 'large', version: '1.0', files: { 'noise.bin': noise(1_200_000) } }),
];

eachApp('the collector beside uploads of the same bytes', (open) => {
  it('takes nothing that somebody was promised', { timeout: 120_000 }, async () => {
    const app = await open();
    const alice = (await app.person('alice')).withPassword;
    const owner = await signedInAlice(app);
    for (const index of indexes) await owner.createIndex(index);
    const random = seeded(SEED);
    const held = new Set<string>();
    const turns = new Map<string, Promise<void>>();
    let collected = 0;

    const acting = Array.from({ length: ACTORS }, async () => {
      for (let act = 0; act < ACTS; act += 1) {
        const index = indexes[Math.floor(random() * indexes.length)]!;
        const wheel = wheels[Math.floor(random() * wheels.length)]!;
        const choice = random();
        if (choice < 0.3) {
          // From one step of a blob's way out to the next.
          app.advance(49 * HOUR);
          collected += await collectBlobs(app.app.world);
          continue;
        }
        const key = `${index} ${wheel.filename}`;
        // One after the other for one file of one index, so that it is known what holds; bytes are shared by all.
        const turn = (turns.get(key) ?? Promise.resolve()).then(async () => {
          if (held.has(key)) expect(await downloaded(alice, index, wheel)).toBe(wheel.sha256);
          if (choice < 0.6) {
            expect((await alice.upload(index, wheel)).status).toBe(200);
            held.add(key);
          } else if (held.delete(key)) {
            await remove(app, index, wheel);
          }
        });
        turns.set(
          key,
          turn.catch(() => undefined),
        );
        await turn;
      }
    });
    await Promise.all(acting);

    for (const index of indexes) {
      for (const wheel of wheels) {
        const found = await downloaded(alice, index, wheel);
        const isHeld = held.has(`${index} ${wheel.filename}`);
        expect([index, wheel.filename, found]).toEqual([index, wheel.filename, isHeld ? wheel.sha256 : null]);
      }
    }
    expect(await damage(app)).toEqual([]);
    // Else nothing was tried.
    expect(collected).toBeGreaterThan(0);
  });
});

async function signedInAlice(app: TestApp) {
  const { signedIn } = await import('../../support/people.ts');
  return signedIn(app.url, 'alice', 'the password of alice');
}

/** As a volatile index does: the row goes, and the name is free again. */
async function remove({ app }: TestApp, path: string, { filename }: Distribution): Promise<void> {
  await transact(app.world, async (write) => {
    const file = await write.read.file.findFirstOrThrow({ where: { filename, index: { path } } });
    await write.remove('File', { id: file.id });
    const { normalizedName } = await write.read.project.findUniqueOrThrow({ where: { id: file.projectId } });
    write.touchProject(normalizedName);
  });
}

/** SHA-256 of what is served, with a look at the metadata; null where there is no such file. */
async function downloaded(alice: Anonymous, index: string, wheel: Distribution): Promise<string | null> {
  const path = `/${index}/files/${wheel.sha256}/${wheel.filename}`;
  const [answer, metadata] = await Promise.all([alice.get(path), alice.get(`${path}.metadata`)]);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const text = await metadata.text();
  if (answer.status === 404) return null;
  expect([answer.status, metadata.status, text]).toEqual([200, 200, wheel.metadata.toString()]);
  return createHash('sha256').update(bytes).digest('hex');
}

async function damage(app: TestApp): Promise<unknown[]> {
  const database = await openReadOnly({ ...placeOf(app), migrationsFolder });
  const found: unknown[] = [];
  try {
    const clock = () => new Date();
    await fsck(
      { database, folder: app.dataFolder, clock, withChecksums: true },
      { found: (finding) => void found.push(finding), progress: () => {} },
    );
    return found;
  } finally {
    await database.close();
  }
}

function noise(bytes: number): Buffer {
  const chunks = Array.from({ length: Math.ceil(bytes / 32) }, (_, number) =>
    createHash('sha256').update(`noise ${number}`).digest(),
  );
  return Buffer.concat(chunks);
}
