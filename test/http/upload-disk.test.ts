import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import type * as FreeSpace from '../../server/storage/free-space.ts';
import { BlobStore, Spool } from '../../server/storage/blobs.ts';
import { DiskNearlyFull, requireRoom } from '../../server/storage/free-space.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel, type Distribution } from '../support/distributions.ts';
import { basic, uploadForm, type Person } from '../support/people.ts';
import { clientForm, MULTIPART, multipart } from '../conformance/upload-forms.ts';
import { raw } from './raw.ts';

vi.mock('../../server/storage/free-space.ts', async (original) => {
  const module = await original<typeof FreeSpace>();
  return { ...module, requireRoom: vi.fn(module.requireRoom) };
});

const large = makeWheel({ name: 'demo', version: '1.0', files: { 'demo/data.bin': randomBytes(3_000_000) } });
const small = makeWheel({ name: 'demo', version: '2.0' });

describe('an upload', () => {
  let app: TestApp;
  let alice: Person;

  beforeAll(async () => {
    app = await createTestApp();
    alice = await app.person('alice');
    await alice.createIndex('alice/prod');
  });

  afterAll(() => app.close());

  it('during which the disk fills up is refused with 400, and nothing of it stays', async () => {
    const { blobs } = app.app.world;
    const openSpool = blobs.openSpool.bind(blobs);
    vi.spyOn(blobs, 'openSpool').mockImplementationOnce(async () => {
      const { path, handle } = await openSpool();
      await handle.close();
      // Whatever is written to it, the system says that there is no room.
      return new Spool(path, await open('/dev/full', 'r+'));
    });

    expect(await outcome(large)).toEqual([400, 'DISK_LOW']);
    expect([app.files('blobs'), app.files('spool')]).toEqual([[], []]);
    expect(await outcome(large)).toEqual([200, null]);
  });

  it('for whose last bytes there is no room is refused with 400, and is not on the page', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    vi.spyOn(BlobStore.prototype, 'putBytes').mockRejectedValueOnce(full);

    expect(await outcome(small)).toEqual([400, 'DISK_LOW']);
    expect(app.files('spool')).toEqual([]);
    expect(await (await alice.withPassword.request('/alice/prod/simple/demo/')).text()).not.toContain(
      small.filename,
    );
    expect(await outcome(small)).toEqual([200, null]);
  });

  it('in chunks, whose size nobody announced, leaves as much free as has to be', async () => {
    vi.mocked(requireRoom).mockResolvedValueOnce().mockRejectedValueOnce(new DiskNearlyFull());
    const file = makeWheel({ name: 'demo', version: '3.0' });
    const sent = await raw(app.url, {
      method: 'POST',
      path: '/alice/prod/',
      headers: {
        authorization: basic(alice.name, alice.password),
        'content-type': MULTIPART,
        'transfer-encoding': 'chunked',
      },
      body: multipart(await clientForm('uv', { file, name: 'demo', version: '3.0' })),
    });

    expect([sent.status, sent.headers['x-error-code']]).toEqual([400, 'DISK_LOW']);
    expect(app.files('spool')).toEqual([]);
    expect(await outcome(file)).toEqual([200, null]);
  });

  async function outcome(file: Distribution): Promise<[number, string | null]> {
    const answer = await alice.withPassword.request('/alice/prod/', {
      method: 'POST',
      body: uploadForm(file),
    });
    await answer.text();
    return [answer.status, answer.headers.get('x-error-code')];
  }
});
