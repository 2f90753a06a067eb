// The one way to change replicated state: serials without gaps, after-images that rebuild every row, a chain of
// hashes, and nothing left of what was refused.

import { createHash, randomBytes } from 'node:crypto';

import { beforeAll, expect, it } from 'vitest';

import { canonicalJson } from '../../server/storage/canonical-json.ts';
import { FIRST_HASH } from '../../server/storage/change-log.ts';
import { Commits, type Commit } from '../../server/storage/commits.ts';
import { ensureLogHead } from '../../server/storage/log-head.ts';
import { transact, type Write, type Writer } from '../../server/storage/transact.ts';
import { eachEngine } from '../support/database.ts';

eachEngine((_, open) => {
  let writer: Writer;
  let told: Commit[];

  beforeAll(async () => {
    const database = await open();
    await ensureLogHead(database, () => 'the-epoch');
    told = [];
    const commits = new Commits();
    commits.listen((commit) => told.push(commit));
    writer = { database, commits, clock: () => new Date('2026-11-22T12:00:00.000Z') };
  });

  const newUser = (write: Write, name: string) =>
    write.create('User', { id: `id-${name}`, name, kind: 'HUMAN', role: 'MEMBER', createdAt: write.at });
  const head = () => writer.database.db.logHead.findUniqueOrThrow({ where: { id: 'head' } });

  it('gives the next serial to each change, and tells it before it answers', async () => {
    const first = await transact(writer, (write) => newUser(write, 'first'));
    const second = await transact(writer, (write) => newUser(write, 'second'));
    expect([first.serial, second.serial]).toEqual([1n, 2n]);
    expect(told.map(({ serial, models }) => [serial, [...models]])).toEqual([
      [1n, ['User']],
      [2n, ['User']],
    ]);
  });

  it('takes no serial for a refusal, and leaves none of its rows', async () => {
    const before = await head();
    const refused = transact(writer, async (write) => {
      await newUser(write, 'refused');
      throw new Error('No.');
    });
    await expect(refused).rejects.toThrow('No.');
    expect(await head()).toEqual(before);
    expect(await writer.database.readDb.user.findUnique({ where: { name: 'refused' } })).toBeNull();
  });

  it('takes no serial when nothing changed, and answers with the last one', async () => {
    const before = await head();
    const { result, serial } = await transact(writer, async (write) => write.read.user.count());
    expect([result, serial]).toEqual([2, before.serial]);
    expect(await head()).toEqual(before);
  });

  it('keeps after-images in the order of the statements, from which the rows can be rebuilt', async () => {
    const { serial } = await transact(writer, async (write) => {
      const user = await newUser(write, 'third');
      await write.create('Password', { userId: user.id, hash: 'hash', version: 1, changedAt: write.at });
      await write.update('User', { id: user.id }, { displayName: 'Third' });
      await write.remove('Password', { userId: user.id });
    });
    const row = await writer.database.readDb.user.findUniqueOrThrow({ where: { name: 'third' } });
    const change = await writer.database.readDb.change.findUniqueOrThrow({
      where: { serial_position: { serial, position: 0 } },
    });
    const images = JSON.parse(change.images) as { model: string; op: string; key: unknown; row?: unknown }[];
    expect(images.map(({ op, model }) => `${op} ${model}`)).toEqual([
      'put User',
      'put Password',
      'put User',
      'delete Password',
    ]);
    expect(images[2]!.row).toEqual(JSON.parse(JSON.stringify(row)));
    expect(images[3]).toEqual({ model: 'Password', op: 'delete', key: { userId: 'id-third' } });
    expect(change).toMatchObject({ epoch: 'the-epoch', format: 1, committedAt: writer.clock() });
  });

  it('chains the parts by hash, over the digests of their images', async () => {
    const parts = await writer.database.readDb.change.findMany({
      orderBy: [{ serial: 'asc' }, { position: 'asc' }],
    });
    let previous = FIRST_HASH;
    for (const { images, hash, previousHash, ...frame } of parts) {
      expect(previousHash).toBe(previous);
      const digests = (JSON.parse(images) as unknown[]).map((image) => sha256(canonicalJson(image)));
      expect(hash).toBe(sha256(previous + canonicalJson({ ...frame, images: digests })));
      previous = hash;
    }
    expect((await head()).hash).toBe(previous);
  });

  it('cuts a large change into parts that follow each other', async () => {
    const { serial } = await transact(writer, async (write) => {
      for (let n = 0; n < 4; n += 1) {
        const displayName = randomBytes(50_000).toString('hex');
        await write.update('User', { name: 'first' }, { displayName });
      }
    });
    const parts = await writer.database.readDb.change.findMany({
      where: { serial },
      orderBy: { position: 'asc' },
    });
    expect(parts.map(({ position }) => position)).toEqual([0, 1]);
    expect(parts[1]!.previousHash).toBe(parts[0]!.hash);
  });

  it('lets twenty writers through one after the other, each on what the last one left', async () => {
    const before = (await head()).serial;
    const versions = await Promise.all(
      Array.from({ length: 20 }, () =>
        transact(writer, async (write) => {
          const old = await write.read.password.findUnique({ where: { userId: 'id-second' } });
          if (old === null) {
            return (
              await write.create('Password', {
                userId: 'id-second',
                hash: '',
                version: 1,
                changedAt: write.at,
              })
            ).version;
          }
          return (await write.update('Password', { userId: 'id-second' }, { version: old.version + 1 }))
            .version;
        }),
      ),
    );
    const order = versions.sort((a, b) => Number(a.serial - b.serial));
    expect(order.map(({ result }) => result)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(order.map(({ serial }) => serial)).toEqual(
      Array.from({ length: 20 }, (_, n) => before + BigInt(n + 1)),
    );
  });

  it('never logs a column that must not leave the primary', async () => {
    const { serial } = await transact(writer, async (write) =>
      write.create('Token', {
        id: 'A'.repeat(22),
        kind: 'PAT',
        wire: 'OPAQUE',
        ownerId: 'id-first',
        issuerId: 'id-first',
        name: 'ci',
        liveName: 'ci',
        secretHash: 'the-hash',
        seal: 'the-seal',
        sealKeyVersion: 1,
        allIndexes: true,
        allProjects: true,
        allAddresses: true,
        createdAt: write.at,
      }),
    );
    const { images } = await writer.database.readDb.change.findFirstOrThrow({ where: { serial } });
    expect(images).toContain('the-hash');
    expect(images).not.toContain('seal"');
    expect(images).not.toContain('the-seal');
  });
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
