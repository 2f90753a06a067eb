// Files of a mirror as installers get them: while they are copied, in part, and when the upstream is wrong or away.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createMirror, jsonPage, JSON_TYPE, rawBytes } from '../conformance/route-set.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import type { Person } from '../support/people.ts';
import { startUpstream, type Upstream } from '../support/upstream.ts';

describe('a file of a mirror', () => {
  let app: TestApp;
  let ruth: Person;
  let upstream: Upstream;
  let made = 0;
  beforeAll(async () => {
    app = await createTestApp();
    ruth = await app.person('ruth', { role: 'ADMIN' });
    upstream = await startUpstream();
    await createMirror(ruth, 'ruth/mirror', upstream.url);
  });
  afterAll(async () => {
    await app.close();
    await upstream.close();
  });

  /** A project with one wheel at the upstream, and where the mirror's page says that it is. */
  async function mirrored(told: object = {}) {
    const project = `made-${(made += 1)}`;
    const wheel = makeWheel({ name: project, version: '1.0', files: { 'noise.bin': noise(150_000, made) } });
    upstream.add(project, { ...wheel, ...told });
    const [file] = (await jsonPage(app, 'ruth/mirror', project)).files;
    const path = new URL(file!.url, `${app.url}/ruth/mirror/simple/${project}/`).pathname;
    upstream.take();
    return { project, wheel, path };
  }
  const fetched = () => upstream.take().filter(({ path }) => path.startsWith('/files/'));

  it('answers HEAD from what the page says, without fetching the file', async () => {
    const { wheel, path } = await mirrored();
    const { status, headers } = await app.nobody.request(path, { method: 'HEAD' });
    expect([status, headers.get('content-length'), headers.get('etag'), fetched()]).toEqual([
      200,
      `${wheel.bytes.length}`,
      `"${wheel.sha256}"`,
      [],
    ]);
  });

  it('fetches it for HEAD when the upstream does not say how long it is', async () => {
    const { wheel, path } = await mirrored({ size: null });
    const { status, headers } = await app.nobody.request(path, { method: 'HEAD' });
    expect([status, headers.get('content-length'), fetched().length]).toEqual([
      200,
      `${wheel.bytes.length}`,
      1,
    ]);
  });

  it('is fetched once, whoever asks for it or for a part of it afterwards', async () => {
    const { wheel, path } = await mirrored();
    for (const range of [undefined, 'bytes=10-19', undefined]) {
      const { bytes } = await rawBytes(app.url + path, range === undefined ? {} : { range });
      const expected = range === undefined ? wheel.bytes : wheel.bytes.subarray(10, 20);
      expect([range, bytes.equals(expected)]).toEqual([range, true]);
    }
    expect(fetched()).toHaveLength(1);
  });

  it('is not fetched for who has it', async () => {
    const { wheel, path } = await mirrored();
    const answer = await app.nobody.get(path, { 'if-none-match': `"${wheel.sha256}"` });
    expect([answer.status, fetched()]).toEqual([304, []]);
  });

  it('of which nobody knows the digest is asked for again each time, and has it once it was copied', async () => {
    const { project, wheel, path } = await mirrored({ sha256: null });
    const first = await app.nobody.get(path);
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'public, no-cache']);
    expect(Buffer.from(await first.arrayBuffer()).equals(wheel.bytes)).toBe(true);
    const again = await app.nobody.get(path);
    await again.arrayBuffer();
    expect([again.headers.get('etag'), again.headers.get('cache-control')]).toEqual([
      `"${wheel.sha256}"`,
      'public, no-cache',
    ]);
    const [file] = (await jsonPage(app, 'ruth/mirror', project)).files;
    expect(file?.hashes).toEqual({ sha256: wheel.sha256 });
  });

  it('C152: with other bytes than the upstream promised is never given whole, and never kept', async () => {
    const { path } = await mirrored({ sha256: 'ab'.repeat(32) });
    for (const attempt of [1, 2]) {
      const outcome = await app.nobody
        .get(path)
        .then(
          async (answer) =>
            answer.status === 200 ? answer.arrayBuffer().then(() => 'whole') : answer.status,
          () => 'broken off',
        )
        .catch(() => 'broken off');
      expect([attempt, [502, 'broken off'].includes(outcome)]).toEqual([attempt, true]);
      const part = await app.nobody.get(path, { range: 'bytes=0-9' });
      expect([part.status, part.headers.get('cache-control')]).toEqual([502, 'no-store']);
      expect(part.headers.get('retry-after')).toMatch(/^\d+$/);
    }
  });

  it('that the upstream refuses just now is 502 with a number of seconds to wait, never 404', async () => {
    const { path } = await mirrored();
    upstream.answers.set(`/files/${path.split('/').at(-1)}`, (_, res) => void res.writeHead(503).end());
    const answer = await app.nobody.get(path);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([502, 'no-store']);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
  });

  it('is private through a private index, and closed to strangers', async () => {
    await createMirror(ruth, 'ruth/closed', upstream.url, { readers: ['ruth'] });
    const { project, path } = await mirrored();
    const closed = path.replace('/ruth/mirror/', '/ruth/closed/');
    expect((await app.nobody.get(closed)).status).toBe(401);
    const answer = await ruth.withPassword.get(closed);
    await answer.arrayBuffer();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([
      200,
      'private, max-age=31536000, immutable',
    ]);
    const page = await ruth.withPassword.get(`/ruth/closed/simple/${project}/`, { accept: JSON_TYPE });
    expect(page.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('counts as downloaded when all of it was asked for', async () => {
    const { project, path } = await mirrored();
    for (const headers of [{}, { range: 'bytes=0-9' }, {}] as Record<string, string>[])
      await (await app.nobody.get(path, headers)).arrayBuffer();
    await (await app.nobody.get(`${path}.metadata`)).arrayBuffer();
    await app.nobody.request(path, { method: 'HEAD' });
    const counted = app.app.world.downloads.take().filter(({ normalizedName }) => normalizedName === project);
    expect(counted.map(({ downloads }) => downloads)).toEqual([2]);
  });
});

function noise(bytes: number, seed: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  for (let place = 0, state = seed; place < bytes; place += 1) {
    state = (state * 48_271) % 2_147_483_647;
    buffer[place] = state & 0xff;
  }
  return buffer;
}
