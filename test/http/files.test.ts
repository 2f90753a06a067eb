// Downloads and sidecars: the very bytes, with ranges and tags.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import { makeSdist, makeWheel } from '../support/distributions.ts';
import type { Person } from '../support/people.ts';

describe('a file', () => {
  let app: TestApp;
  let alice: Person;
  const small = makeWheel({ name: 'small', version: '1.0+local.1' });
  const large = makeWheel({ name: 'large', version: '1.0', files: { 'large/noise': noise(300_000) } });
  const sdist = makeSdist({ name: 'small', version: '1.0' });
  const pathOf = (file: typeof small) =>
    `/alice/prod/files/${file.sha256}/${encodeURIComponent(file.filename)}`;

  beforeAll(async () => {
    app = await createTestApp();
    alice = await app.person('alice');
    await alice.createIndex('alice/prod', { readers: [':anonymous:'] });
    for (const file of [small, large, sdist])
      expect((await alice.withPassword.upload('alice/prod', file)).status).toBe(200);
  });
  afterAll(() => app.close());

  it.each([
    ['a small one', small],
    ['a large one', large],
  ] as const)('comes back byte for byte: %s', async (_, file) => {
    const answer = await app.nobody.get(pathOf(file));
    expect([
      answer.status,
      answer.headers.get('content-length'),
      answer.headers.get('etag'),
      answer.headers.get('cache-control'),
    ]).toEqual([200, `${file.bytes.length}`, `"${file.sha256}"`, 'public, max-age=31536000, immutable']);
    expect(Buffer.from(await answer.arrayBuffer()).equals(file.bytes)).toBe(true);
  });

  it('is found with a plus in its name as it is and encoded', async () => {
    const literal = pathOf(small).replace('%2B', '+');
    expect((await app.nobody.get(literal)).status).toBe(200);
    expect((await app.nobody.get(pathOf(small))).status).toBe(200);
  });

  it('has its metadata beside it, the very bytes of the wheel', async () => {
    const answer = await app.nobody.get(`${pathOf(small)}.metadata`);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(small.metadata);
  });

  it('has no sidecar when it is a source distribution', async () => {
    expect((await app.nobody.get(`${pathOf(sdist)}.metadata`)).status).toBe(404);
  });

  it('answers HEAD with its length and that it takes ranges', async () => {
    const answer = await app.nobody.request(pathOf(large), { method: 'HEAD' });
    expect([
      answer.status,
      answer.headers.get('content-length'),
      answer.headers.get('accept-ranges'),
    ]).toEqual([200, `${large.bytes.length}`, 'bytes']);
  });

  const size = large.bytes.length;
  it.each([
    ['the first bytes', 'bytes=0-9', [206, 0, 9]],
    ['from the middle to the end', 'bytes=1000-', [206, 1000, size - 1]],
    ['the last bytes', 'bytes=-100', [206, size - 100, size - 1]],
    ['more than there is at the end', 'bytes=-99999999', [206, 0, size - 1]],
    ['beyond the end', `bytes=${size - 5}-${size + 5}`, [206, size - 5, size - 1]],
  ] as [string, string, [number, number, number]][])('gives %s', async (_, range, [status, start, end]) => {
    const answer = await app.nobody.get(pathOf(large), { range });
    expect([
      answer.status,
      answer.headers.get('content-range'),
      answer.headers.get('content-length'),
    ]).toEqual([status, `bytes ${start}-${end}/${size}`, `${end - start + 1}`]);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.equals(large.bytes.subarray(start, end + 1))).toBe(true);
  });

  it.each([
    ['several ranges', 'bytes=0-1,5-6'],
    ['nonsense', 'bytes=a-b'],
    ['a backward range', 'bytes=9-5'],
    ['another unit', 'lines=1-2'],
  ])('is given whole for %s', async (_, range) => {
    const answer = await app.nobody.get(pathOf(small), { range });
    expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, small.bytes.length]);
  });

  it.each(['bytes=999999999-', 'bytes=-0'])('has no such range: %s', async (range) => {
    expect((await app.nobody.get(pathOf(small), { range })).status).toBe(416);
  });

  it('resumes only what it began: another If-Range gives the whole file', async () => {
    const headers = { range: 'bytes=5-', 'if-range': `"${small.sha256}"` };
    expect((await app.nobody.get(pathOf(small), headers)).status).toBe(206);
    expect((await app.nobody.get(pathOf(small), { ...headers, 'if-range': '"another"' })).status).toBe(200);
  });

  it('is not modified for who has it', async () => {
    const answer = await app.nobody.get(pathOf(small), { 'if-none-match': `"${small.sha256}"` });
    expect([answer.status, await answer.text()]).toEqual([304, '']);
  });

  it('is reached only by its own name and digest', async () => {
    const paths = [
      `/alice/prod/files/${large.sha256}/${encodeURIComponent(small.filename)}`,
      `/alice/prod/files/${small.sha256}/${encodeURIComponent(small.filename.toUpperCase())}`,
      `/alice/prod/files/${small.sha256}/..%2f..%2fserver.key`,
      `/alice/prod/files/${'0'.repeat(64)}/${encodeURIComponent(small.filename)}`,
    ];
    for (const path of paths) expect([path, (await app.nobody.get(path)).status]).toEqual([path, 404]);
  });

  it('is served warm without a single SQL statement', async () => {
    for (const path of [pathOf(small), `${pathOf(small)}.metadata`]) await app.nobody.get(path);
    app.takeStatements();
    for (const path of [pathOf(small), `${pathOf(small)}.metadata`])
      await (await app.nobody.get(path)).arrayBuffer();
    expect(app.takeStatements()).toEqual([]);
  });
});

function noise(bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  for (let place = 0, state = 1; place < bytes; place += 1) {
    state = (state * 48_271) % 2_147_483_647;
    buffer[place] = state & 0xff;
  }
  return buffer;
}
