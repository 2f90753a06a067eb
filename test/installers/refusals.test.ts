// What must not get in, as the person who runs twine sees it: each refusal is a sentence, and leaves rows, blobs and
// spool as they were. twine refuses some of these by itself, so its request is changed on the way where it must be.
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type ClientRequest, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createBLAKE2b } from 'hash-wasm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { makeSdist, makeWheel, tampered, truncated } from '../support/distributions.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import * as clients from './clients.ts';
import { meddle } from './meddler.ts';
import { type PrivateIndex, createPrivateIndex } from './private-index.ts';
import { type Ran, whyNoClients } from './python.ts';

describe.skipIf(whyNoClients)('an upload that may not happen is refused and leaves nothing behind', () => {
  let folder: string;
  let server: RunningServer;
  let index: PrivateIndex;
  let upload: clients.Uploading;
  let before: Awaited<ReturnType<typeof whatIsStored>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wheelhouse-refusals-'));
    server = await startServer();
    index = await createPrivateIndex(server);
    upload = {
      folder,
      uploadUrl: index.uploadUrl,
      token: (await index.mintToken('robot', 'upload')).plaintext,
    };
    const present = await fileOf(makeWheel({ name: 'acme-present', version: '1.0' }));
    expect(await clients.twineUpload(upload, [present])).toMatchObject({ exitCode: 0 });
  });
  afterAll(async () => {
    await server?.stop();
    if (folder) await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    before = await whatIsStored();
  });
  afterEach(async () => {
    expect(await whatIsStored()).toEqual(before);
  });

  it('with a token that may only read', async () => {
    const reader = { ...upload, token: (await index.mintToken('laptop', 'read')).plaintext };
    // Minting a token is a row of its own.
    before = await whatIsStored();
    const wheel = await fileOf(makeWheel({ name: 'acme-tools', version: '1.0' }));

    expectRefusal(await clients.twineUpload(reader, [wheel]), 403, /index:upload/);
    expectRefusal(await clients.uvPublish(reader, [wheel]), 403, /index:upload/);
  });

  it('with a token that was never minted', async () => {
    const stranger = { ...upload, token: 'wh_pat_notATokenOfThisServer' };
    const wheel = await fileOf(makeWheel({ name: 'acme-tools', version: '1.0' }));
    expectRefusal(await clients.twineUpload(stranger, [wheel]), 401, /credential/i);
  });

  it.each([
    ['sha256_digest', /sha-?256/i],
    ['blake2_256_digest', /blake2/i],
  ])('with a tampered %s', async (field, sentence) => {
    const wheel = await fileOf(makeWheel({ name: 'acme-tools', version: '1.0' }));
    const ran = await uploadChanged(wheel, (form) => form.set(field, 'ab'.repeat(32)));
    expectRefusal(ran, 400, sentence);
  });

  it('with one byte changed on the way', async () => {
    const wheel = await fileOf(makeWheel({ name: 'acme-tools', version: '1.0' }));
    const ran = await uploadChanged(wheel, async (form) => setContent(form, tampered(await contentOf(form))));
    expectRefusal(ran, 400, /digest|sha-?256|blake2/i);
  });

  it('with METADATA that names another project', async () => {
    const disguised = makeWheel({ name: 'acme-present', version: '2.0', metadataName: 'acme-tools' });
    expectRefusal(
      await clients.twineUpload(upload, [await fileOf(disguised)]),
      400,
      /METADATA names "acme-tools"/,
    );
  });

  it('with METADATA of another version', async () => {
    const disguised = makeWheel({ name: 'acme-present', version: '2.0', metadata: { Version: '9.0' } });
    expectRefusal(await clients.twineUpload(upload, [await fileOf(disguised)]), 400, /METADATA says "9\.0"/);
  });

  it.each(['wheel', 'source distribution'])('with a %s that ends too early', async (kind) => {
    const make = kind === 'wheel' ? makeWheel : makeSdist;
    const file = await fileOf(make({ name: 'acme-tools', version: '1.0' }));
    const ran = await uploadChanged(file, async (form) => {
      setContent(form, truncated(await contentOf(form)));
      await setHonestDigests(form);
    });
    expectRefusal(ran, 400, /truncated/);
  });

  it('with a connection that breaks in the middle', async () => {
    const halfwayBytes = 2 * 1024 * 1024;
    const broken = startUpload(upload, 2 * halfwayBytes);
    broken.write(Buffer.alloc(halfwayBytes));
    // Broken only once the server has begun to keep what comes.
    await vi.waitFor(async () => expect(await whatIsStored()).not.toEqual(before), { timeout: 10_000 });
    broken.destroy();
    await vi.waitFor(async () => expect(await whatIsStored()).toEqual(before), { timeout: 10_000 });
  });

  async function whatIsStored() {
    return {
      rows: await server.counts(),
      blobs: await server.files('blobs'),
      spool: await server.files('spool'),
    };
  }

  async function fileOf({ filename, bytes }: { filename: string; bytes: Uint8Array }): Promise<string> {
    const path = join(await mkdtemp(join(folder, 'dist-')), filename);
    await writeFile(path, bytes);
    return path;
  }

  async function uploadChanged(file: string, change: (form: FormData) => void | Promise<void>): Promise<Ran> {
    const meddler = await meddle(upload.uploadUrl, change);
    try {
      return await clients.twineUpload({ ...upload, uploadUrl: meddler.url }, [file]);
    } finally {
      await meddler.stop();
    }
  }
});

/** The sentence is whole: what a client cuts off, because it shows so much and no more, nobody reads. */
function expectRefusal(ran: Ran, status: number, sentence: RegExp) {
  const words = clients.words(ran).trim();
  expect(ran.exitCode).not.toBe(0);
  expect(words).toContain(`${status} `);
  expect(words).toMatch(sentence);
  expect(words).toMatch(/\.$/);
}

async function contentOf(form: FormData): Promise<Buffer> {
  return Buffer.from(await (form.get('content') as File).arrayBuffer());
}

function setContent(form: FormData, bytes: Buffer): void {
  form.set('content', new File([new Uint8Array(bytes)], (form.get('content') as File).name));
}

/** So that the archive itself is what is wrong, and nothing else. */
async function setHonestDigests(form: FormData): Promise<void> {
  const bytes = await contentOf(form);
  form.set('sha256_digest', createHash('sha256').update(bytes).digest('hex'));
  form.set('blake2_256_digest', (await createBLAKE2b(256)).init().update(bytes).digest('hex'));
}

/** A form whose file has begun, of a request that promises more bytes than will come. */
function startUpload({ uploadUrl, token }: clients.Uploading, promisedBytes: number): ClientRequest {
  const headers = {
    ...clients.basic(token),
    'content-type': 'multipart/form-data; boundary=cut',
    'content-length': promisedBytes,
  };
  const started = request(uploadUrl, { method: 'POST', headers });
  // Destroying it is what the test does, so its complaint is expected.
  started.on('error', () => {});
  started.write(
    '--cut\r\ncontent-disposition: form-data; name=":action"\r\n\r\nfile_upload\r\n--cut\r\n' +
      'content-disposition: form-data; name="content"; filename="acme_tools-1.0-py3-none-any.whl"\r\n\r\n',
  );
  return started;
}
