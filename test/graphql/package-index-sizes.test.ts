// How much an index has: what its files have together, which its quota limits, and what that takes on the disk, where
// bytes lie once however many files share them.

import { beforeAll, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { makeSdist, makeWheel, type Distribution } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import type { Person } from '../support/people.ts';
import { ask } from './ask.ts';
import { change } from './change.ts';

const SIZES = 'query ($path: String!) { packageIndex(path: $path) { sizeBytes diskBytes } }';
const BOTH = '{ packageIndexes(first: 10) { nodes { path sizeBytes diskBytes } } }';

eachApp('the size of an index', (open) => {
  let app: TestApp;
  let alice: Person;
  const plain = makeWheel({ name: 'demo', version: '1.0' });
  // The same METADATA as the other wheel.
  const built = makeWheel({ name: 'demo', version: '1.0', tag: 'cp313-cp313-manylinux_2_28_x86_64' });
  const sdist = makeSdist({ name: 'demo', version: '2.0' });

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    await alice.createIndex('alice/dev');
    for (const distribution of [plain, built, sdist]) await upload('alice/dev', distribution);
  });

  async function upload(path: string, distribution: Distribution): Promise<void> {
    expect((await alice.withPassword.upload(path, distribution)).status).toBe(200);
  }

  const sizesOf = (path: string) => ask(alice, SIZES, { path });

  it('is what its files have together, and on the disk their metadata too, shared bytes once', async () => {
    expect(built.metadata.equals(plain.metadata)).toBe(true);
    expect(await sizesOf('alice/dev')).toEqual({
      sizeBytes: lengthOf([plain.bytes, built.bytes, sdist.bytes]),
      diskBytes: lengthOf([plain.bytes, built.bytes, plain.metadata, sdist.bytes, sdist.metadata]),
    });
  });

  it('is its own: what its bases hold is counted there', async () => {
    await alice.createIndex('alice/above', { bases: ['alice/dev'] });
    expect(await sizesOf('alice/above')).toEqual({ sizeBytes: 0, diskBytes: 0 });
  });

  it('counts in each of two indexes what they share', async () => {
    await alice.createIndex('alice/copy');
    await upload('alice/copy', plain);
    const { nodes } = await ask<{ nodes: { path: string }[] }>(alice, BOTH);
    const size = { sizeBytes: plain.bytes.length, diskBytes: lengthOf([plain.bytes, plain.metadata]) };
    expect(nodes.find(({ path }) => path === 'alice/copy')).toEqual({ path: 'alice/copy', ...size });
    expect(nodes.find(({ path }) => path === 'alice/dev')).toMatchObject({
      sizeBytes: lengthOf([plain.bytes, built.bytes, sdist.bytes]),
    });
  });

  it('is less as soon as a file is deleted', async () => {
    const deletion = { path: 'alice/dev', filename: sdist.filename, force: true };
    expect(await change(alice, 'deleteFile', deletion)).toMatchObject({ __typename: 'DeleteFilePayload' });
    expect(await sizesOf('alice/dev')).toEqual({
      sizeBytes: lengthOf([plain.bytes, built.bytes]),
      diskBytes: lengthOf([plain.bytes, built.bytes, plain.metadata]),
    });
  });

  it('is told to readers and to those who administer it, and not to those who only upload', async () => {
    const bert = await app.person('bert');
    await alice.createIndex('alice/drop', { uploaders: ['bert'] });
    expect(await ask(bert, SIZES, { path: 'alice/drop' })).toEqual({ sizeBytes: null, diskBytes: null });
  });
});

function lengthOf(parts: readonly Buffer[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
