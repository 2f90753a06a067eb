// Archives that mean harm: each is refused with a sentence, within a bound of time and memory, and leaves nothing behind.
// The numbers are those of the conformance cases.

import { createHash } from 'node:crypto';
import { deflateRawSync, gzipSync } from 'node:zlib';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import {
  makeSdist,
  makeWheel,
  tar,
  tarGz,
  truncated,
  zip,
  type TarMember,
} from '../support/distributions.ts';
import type { Person } from '../support/people.ts';
import { membersOf } from './upload-archives.ts';

const MIB = 1024 * 1024;
const WHEEL = 'demo-1.0-py3-none-any.whl';
const SDIST = 'demo-1.0.tar.gz';
let app: TestApp;
let alice: Person;

beforeAll(async () => {
  app = await createTestApp();
  alice = await app.person('alice');
  await alice.createIndex('alice/prod');
});
afterAll(() => app.close());

async function refusalOf(filename: string, bytes: Buffer): Promise<string> {
  const memory = process.memoryUsage().rss;
  const begun = performance.now();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const answer = await alice.withPassword.upload(
    'alice/prod',
    { filename, bytes, sha256 },
    { name: 'demo', version: '1.0' },
  );
  const text = await answer.text();
  expect([answer.status, answer.headers.get('x-error-code')]).toEqual([400, 'ARCHIVE_INVALID']);
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(process.memoryUsage().rss - memory).toBeLessThan(256 * MIB);
  expect(app.files('spool')).toEqual([]);
  expect(app.files('blobs').includes(sha256)).toBe(false);
  return text;
}

const good = membersOf(makeWheel({ name: 'demo', version: '1.0' }).bytes);
const info = Buffer.from('Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n');
const top: TarMember = { path: 'demo-1.0/PKG-INFO', bytes: info };

it('C130: a zip that unpacks to far more than its size is refused unread', async () => {
  const zeros = Buffer.alloc(80 * MIB);
  expect(await refusalOf(WHEEL, zip([...good, { path: 'demo/zeros', bytes: zeros }]))).toContain(
    'unpacks to more than 64 MiB',
  );
});

it('C130: a zip that says it holds 10 GB is refused unread', async () => {
  const packed = deflateRawSync(Buffer.alloc(MIB));
  const many = Array.from({ length: 3 }, (_, i) => ({
    path: `demo/${i}`,
    bytes: packed,
    method: 8,
    sizeBytes: 4_000_000_000,
  }));
  expect(await refusalOf(WHEEL, zip([...good, ...many]))).toContain('unpacks to more than 64 MiB');
});

it.each([
  [12, 'bzip2'],
  [14, 'lzma'],
  [93, 'zstd'],
  [99, 'AES'],
  [1, 'shrink'],
])('C132: a zip whose member is packed with method %i, %s, is refused', async (method) => {
  expect(
    await refusalOf(WHEEL, zip([...good, { path: 'demo/x', bytes: Buffer.from('x'), method }])),
  ).toContain('neither stored nor deflated');
});

it.each([
  ['a path upwards', { path: 'demo-1.0/../../x', bytes: Buffer.of() }, 'leads upwards'],
  ['an absolute path', { path: '/etc/passwd', bytes: Buffer.of() }, 'is absolute'],
  ['a character device', { path: 'demo-1.0/null', bytes: Buffer.of(), typeflag: '3' }, 'is a device'],
  ['a block device', { path: 'demo-1.0/sda', bytes: Buffer.of(), typeflag: '4' }, 'is a device'],
  ['a pipe', { path: 'demo-1.0/pipe', bytes: Buffer.of(), typeflag: '6' }, 'is a device'],
  ['a sparse file', { path: 'demo-1.0/sparse', bytes: Buffer.of(), typeflag: 'S' }, 'a sparse file'],
  [
    'a link to an absolute path',
    { path: 'demo-1.0/a', bytes: Buffer.of(), typeflag: '2', target: '/etc/passwd' },
    'leads out of its top folder',
  ],
  [
    'a link upwards',
    { path: 'demo-1.0/sub/a', bytes: Buffer.of(), typeflag: '2', target: '../../x' },
    'leads out of its top folder',
  ],
  [
    'a hard link elsewhere',
    { path: 'demo-1.0/a', bytes: Buffer.of(), typeflag: '1', target: 'elsewhere' },
    'leads out of its top folder',
  ],
  [
    'a link through the root',
    { path: 'demo-1.0/a', bytes: Buffer.of(), typeflag: '2', target: '..' },
    'leads out of its top folder',
  ],
  [
    'a folder that has a size, behind which readers see different members',
    { path: 'demo-1.0/sub/', bytes: Buffer.of(), typeflag: '5', sizeBytes: 512 },
    'A folder or a link in it has a size',
  ],
] as [string, TarMember, string][])('C133: a tar with %s is refused', async (_, member, why) => {
  expect(await refusalOf(SDIST, tarGz([top, member]))).toContain(why);
});

it('C133: a tar with a sparse file in pax headers is refused', async () => {
  const record = (text: string) => {
    const length = text.length + 1 + String(text.length + 4).length;
    return `${length} ${text}`;
  };
  const pax = { path: 'pax', bytes: Buffer.from(record('GNU.sparse.major=1\n')), typeflag: 'x' };
  expect(await refusalOf(SDIST, tarGz([top, pax, { path: 'demo-1.0/s', bytes: Buffer.of() }]))).toContain(
    'a sparse file',
  );
});

it('a wheel whose METADATA is a symbolic link is refused', async () => {
  const members = good.map((one) => (one.path.endsWith('/METADATA') ? { ...one, mode: 0o120777 } : one));
  expect(await refusalOf(WHEEL, zip(members))).toContain('is a link or a device');
});

it('a tar may hold links that stay in its folder', async () => {
  const inside = [
    top,
    { path: 'demo-1.0/sub/a', bytes: Buffer.of(), typeflag: '2', target: '../b' },
    { path: 'demo-1.0/c', bytes: Buffer.of(), typeflag: '1', target: 'demo-1.0/b' },
  ];
  const bytes = tarGz(inside);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await alice.createIndex('alice/links');
  const answer = await alice.withPassword.upload('alice/links', { filename: SDIST, bytes, sha256 });
  expect(answer.status).toBe(200);
});

it('C134: a gzip that unpacks without end is given up at a bound, and a truncated one is refused', async () => {
  const bomb = gzipSync(Buffer.concat([tar([top]).subarray(0, -1024), Buffer.alloc(200 * MIB)]));
  expect(await refusalOf(SDIST, bomb)).toContain('unpacks to more than');
});

it('C134: a truncated gzip is refused', async () => {
  const bytes = truncated(makeSdist({ name: 'demo', version: '1.0' }).bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const answer = await alice.withPassword.upload('alice/prod', { filename: SDIST, bytes, sha256 });
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('truncated, damaged')]);
});

it('a tar that is a zip as well is refused: readers that look at its end would find other members', async () => {
  const both = Buffer.concat([tarGz([top]), zip(good)]);
  const sha256 = createHash('sha256').update(both).digest('hex');
  const answer = await alice.withPassword.upload('alice/prod', { filename: SDIST, bytes: both, sha256 });
  expect([answer.status, await answer.text()]).toEqual([
    400,
    expect.stringContaining('a tar and a zip archive at once'),
  ]);
});
