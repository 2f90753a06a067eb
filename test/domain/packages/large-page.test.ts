// A page of very many files: it costs what its files cost, and nothing that grows faster.

import { expect, it } from 'vitest';

import { transact } from '../../../server/storage/transact.ts';
import type { TestApp } from '../../support/app.ts';
import { eachApp } from '../../support/each-app.ts';
import { idOf, resolverFor } from '../../support/layers.ts';

eachApp('a large page', (open) => {
  it('costs for a page of 5,000 files no more per file than for one of 50', async () => {
    const app = await open();
    const alice = await app.person('alice');
    await alice.createIndex('alice/large', { readers: [':anonymous:'] });
    await fill(app, 'few', 50);
    await fill(app, 'many', 5_000);
    const resolver = await resolverFor(app, 'alice/large');
    const timed = async (name: string) => {
      const began = process.cpuUsage();
      const page = await resolver.projectPage(name);
      const { user, system } = process.cpuUsage(began);
      return { files: page!.files.length, cost: user + system };
    };
    const few = await cheapest(() => timed('few'));
    const many = await cheapest(() => timed('many'));
    expect([few.files, many.files]).toEqual([50, 5_000]);
    expect(many.cost / 5_000).toBeLessThan(few.cost / 50);
  }, 120_000);
});

/** In microseconds of this process, whatever else the machine does meanwhile. */
async function cheapest<Timed extends { cost: number }>(run: () => Promise<Timed>): Promise<Timed> {
  const runs: Timed[] = [];
  for (let round = 0; round < 8; round += 1) runs.push(await run());
  return runs.reduce((best, next) => (next.cost < best.cost ? next : best));
}

/** Straight into the tables: so many uploads would take longer than the test is worth. */
async function fill(app: TestApp, name: string, files: number): Promise<void> {
  const { world } = app.app;
  const indexId = await idOf(app, 'alice/large');
  const projectId = `${name}-project`;
  await transact(world, (write) =>
    write.create('Project', {
      id: projectId,
      indexId,
      name,
      normalizedName: name,
      status: 'ACTIVE',
      createdAt: write.at,
    }),
  );
  for (let first = 0; first < files; first += 500) {
    const numbers = Array.from({ length: Math.min(500, files - first) }, (_, place) => first + place);
    await transact(world, async (write) => {
      await write.createAll(
        'Release',
        numbers.map((number) => releaseRow(name, number, write.at)),
      );
      await write.createAll(
        'File',
        numbers.map((number) => fileRow(indexId, name, number, write.at)),
      );
    });
  }
}

function releaseRow(name: string, number: number, createdAt: Date) {
  const version = `1.${number}`;
  return {
    id: `${name}-${number}`,
    projectId: `${name}-project`,
    version,
    canonicalVersion: version,
    createdAt,
  };
}

function fileRow(indexId: string, name: string, number: number, uploadedAt: Date) {
  const filename = `${name}-1.${number}-py3-none-any.whl`;
  return {
    id: `${name}-${number}`,
    indexId,
    projectId: `${name}-project`,
    releaseId: `${name}-${number}`,
    filename,
    filenameFold: filename,
    kind: 'WHEEL' as const,
    sha256: String(number).padStart(64, 'a'),
    sizeBytes: 20_000n,
    metadataSha256: String(number).padStart(64, 'b'),
    metadataVersion: '2.1',
    requiresPython: '>=3.9',
    uploadedAt,
  };
}
