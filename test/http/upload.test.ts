// Uploads: what is taken, what is refused and in which words, and that a refusal leaves nothing behind.

import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, rmSync, truncateSync } from 'node:fs';
import { connect } from 'node:net';

import { expect, it } from 'vitest';

import { blobPath } from '../../server/storage/blobs.ts';
import type { TestApp } from '../support/app.ts';
import { makeSdist, makeWheel, tampered, truncated } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import { uploadForm, type Distribution, type Person, type TokenHolder } from '../support/people.ts';
import { raw } from './raw.ts';

eachApp('an uploader', (open) => {
  let app: TestApp;
  let alice: Person;
  const wheel = makeWheel({ name: 'demo', version: '1.0' });

  const state = async () => ({
    counts: await app.counts(),
    blobs: app.files('blobs'),
    spool: app.files('spool'),
  });
  const begin = async () => {
    app = await open();
    alice = await app.person('alice');
    await alice.createIndex('alice/prod');
  };

  it('may send the same bytes again, and nothing changes', async () => {
    await begin();
    expect((await alice.withPassword.upload('alice/prod', wheel)).status).toBe(200);
    const before = await state();
    const again = await alice.withPassword.upload('alice/prod', wheel);
    expect([again.status, await again.text()]).toEqual([
      200,
      `${wheel.filename} is in alice/prod already, with the same bytes.\n`,
    ]);
    expect(await state()).toEqual(before);
  });

  const damages: [string, (path: string) => void][] = [
    ['lost', (path) => rmSync(path)],
    ['cut', (path) => truncateSync(path, 10)],
  ];
  it.each(damages)('brings back bytes that were %s, by sending the same file again', async (word, damage) => {
    const name = `once-${word}`;
    const small = makeWheel({ name, version: '1.0' });
    const files = { 'mended/data.bin': randomBytes(2 * 1024 * 1024) };
    const large = makeWheel({ name, version: '2.0', files });
    for (const file of [small, large]) {
      expect((await alice.withPassword.upload('alice/prod', file)).status).toBe(200);
      const { metadataSha256 } = await app.app.world.readDb.file.findFirstOrThrow({
        where: { filename: file.filename },
      });
      const paths = [file.sha256, metadataSha256].map((sha256) => blobPath(app.dataFolder, sha256));
      const before = paths.map((path) => readFileSync(path));
      paths.forEach(damage);
      expect((await alice.withPassword.upload('alice/prod', file)).status).toBe(200);
      expect(paths.map((path, at) => readFileSync(path).equals(before[at]!))).toEqual([true, true]);
    }
  });

  it('is told in the words that --skip-existing knows when the name has other bytes', async () => {
    const other = makeWheel({ name: 'demo', version: '1.0', description: 'Other bytes.' });
    const before = await state();
    const answer = await alice.withPassword.upload('alice/prod', other);
    expect([answer.status, await answer.text()]).toEqual([
      409,
      `File already exists: "${wheel.filename}" with SHA-256 ${wheel.sha256}. Use another version or build number.\n`,
    ]);
    expect(await state()).toEqual(before);
  });

  const good = makeWheel({ name: 'fresh', version: '2.0' });
  const withBytes = (file: Distribution, bytes: Buffer): Distribution => ({
    ...file,
    bytes,
    sha256: sha256(bytes),
  });
  it.each([
    [
      'a truncated wheel',
      withBytes(good, truncated(good.bytes)),
      {},
      /fresh-2.0.* truncated, damaged or no zip archive/,
    ],
    [
      'a truncated sdist',
      withBytes(
        makeSdist({ name: 'fresh', version: '2.0' }),
        truncated(makeSdist({ name: 'fresh', version: '2.0' }).bytes),
      ),
      {},
      /truncated, damaged/,
    ],
    ['bytes that are no archive', withBytes(good, Buffer.from('not a wheel')), {}, /no zip archive/],
    ['an empty file', withBytes(good, Buffer.alloc(0)), {}, /./],
    [
      'bytes that changed on the way',
      { ...good, bytes: tampered(good.bytes) },
      {},
      /^The sha256 of the file is [0-9a-f]{64}, but the form says/,
    ],
    ['a wrong MD5', good, { md5_digest: '0'.repeat(32) }, /^The md5 of the file is/],
    ['a wrong BLAKE2b', good, { blake2_256_digest: '0'.repeat(64) }, /^The blake2_256 of the file is/],
    [
      'a digest that is none',
      good,
      { sha256_digest: 'abc' },
      /"sha256_digest" must be 64 hexadecimal digits/,
    ],
    ['no digest at all', good, { sha256_digest: null }, /^Include at least one message digest\./],
    [
      'a wheel whose METADATA names another project',
      makeWheel({ name: 'fresh', version: '2.0', metadataName: 'evil' }),
      {},
      /"fresh".*"evil"/,
    ],
    ['a form that names another project', good, { name: 'another' }, /"another"/],
    ['a form that names another version', good, { version: '3.0' }, /"3.0"/],
    ['no name', good, { name: null }, /needs the fields "name" and "version"/],
    ['another protocol', good, { protocol_version: '2' }, /protocol_version "2" is unknown/],
    ['an egg', { ...good, filename: 'fresh-2.0-py3.egg' }, {}, /only wheels/],
    [
      'a path in the file name',
      { ...good, filename: '../../fresh-2.0-py3-none-any.whl' },
      {},
      /path separator/,
    ],
  ] as [string, Distribution, Record<string, string | null>, RegExp][])(
    'is refused %s with a sentence, and nothing stays',
    async (_, distribution, fields, sentence) => {
      const before = await state();
      const answer = await alice.withPassword.upload('alice/prod', distribution, fields);
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringMatching(sentence)]);
      expect(await state()).toEqual(before);
    },
  );

  it('is refused a file above the limit, while it is sent and in the words of other indexes', async () => {
    const small = await open({ environment: { WHEELHOUSE_MAX_UPLOAD: '2KiB' } });
    const bob = await small.person('bob');
    await bob.createIndex('bob/prod');
    const large = makeWheel({
      name: 'large',
      version: '1',
      files: { 'large/zeros': Buffer.alloc(3_000_000, 1), x: randomText(9_000) },
    });
    const answer = await bob.withPassword.upload('bob/prod', large);
    expect([answer.status, await answer.text()]).toEqual([
      400,
      'File too large. Limit for this server is 2048 bytes.\n',
    ]);
    expect(small.files('spool')).toEqual([]);
    expect(small.files('blobs')).toEqual([]);
  });

  it.each(['/alice/prod/', '/alice/prod', '/alice/prod/legacy/', '/alice/prod/legacy'])(
    'may post to %s, and is never redirected',
    async (path) => {
      const file = makeWheel({ name: 'posted', version: `1.${path.length}` });
      const answer = await alice.withPassword.request(path, { method: 'POST', body: uploadForm(file) });
      expect(answer.status).toBe(200);
    },
  );

  it('gets every digest checked when it comes behind the file, too', async () => {
    const file = makeWheel({ name: 'late', version: '1.0' });
    const form = new FormData();
    const fields = {
      ':action': 'file_upload',
      protocol_version: '1',
      name: 'late',
      version: '1.0',
      sha256_digest: file.sha256,
    };
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('content', new Blob([new Uint8Array(file.bytes)]), file.filename);
    form.append('md5_digest', '0'.repeat(32));
    const answer = await alice.withPassword.request('/alice/prod/', { method: 'POST', body: form });
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringMatching(/^The md5 of the file is/),
    ]);
  });

  it('sees one of two uploads win when both send other bytes under one name at once', async () => {
    const files = ['first', 'second'].map((description) =>
      makeWheel({ name: 'race', version: '1.0', description }),
    );
    const answers = await Promise.all(files.map((file) => alice.withPassword.upload('alice/prod', file)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = files[answers.findIndex(({ status }) => status === 200)]!;
    const page = await alice.withPassword.get('/alice/prod/simple/race/', {
      accept: 'application/vnd.pypi.simple.v1+json',
    });
    expect(await page.json()).toMatchObject({ files: [{ hashes: { sha256: winner.sha256 } }] });
  });

  it.each([
    ['content', 100],
    ['content', 40_000],
    ['gpg_signature', 100],
    ['gpg_signature', 40_000],
  ])(
    'whose form ends inside the part %s of %i bytes is told so, and the server goes on',
    async (part, size) => {
      const before = await state();
      const form = Buffer.from(
        `--b\r\nContent-Disposition: form-data; name="${part}"; filename="a-1-py3-none-any.whl"\r\n\r\n${'x'.repeat(size)}`,
      );
      const authorization = `Basic ${Buffer.from(`${alice.name}:${alice.password}`).toString('base64')}`;
      const answer = await raw(app.url, {
        method: 'POST',
        path: '/alice/prod/',
        headers: {
          authorization,
          'content-type': 'multipart/form-data; boundary=b',
          'content-length': form.length,
        },
        body: form,
      });
      expect([answer.status, answer.text]).toEqual([400, 'The form is cut off or is no multipart form.\n']);
      await expect.poll(state, { timeout: 5_000 }).toEqual(before);
    },
  );

  it('C096: that breaks off leaves nothing behind', async () => {
    const before = await state();
    await breakOff(app, alice);
    await expect.poll(state, { timeout: 5_000 }).toEqual(before);
  });

  it.each([
    ['the token is revoked', (token: TokenHolder) => alice.revoke(token)],
    [
      'its owner loses the right',
      () =>
        alice.graphql(
          'mutation { updatePackageIndex(input: { path: "alice/taken", uploaders: [] }) { __typename } }',
        ),
    ],
    [
      'the index is deleted',
      () =>
        alice.graphql(
          'mutation { deletePackageIndex(input: { path: "alice/taken", confirmPath: "alice/taken", expectedFiles: 0 }) { __typename } }',
        ),
    ],
  ] as [string, (token: TokenHolder) => Promise<unknown>][])(
    'is refused when %s after it was let in and before its file is recorded',
    async (what, takeAway) => {
      await alice.createIndex('alice/taken', { uploaders: ['alice'] }).catch(() => undefined);
      const token = await alice.mintToken({ scopes: ['index:upload'], indexes: ['alice/taken'] });
      const { blobs } = app.app.world;
      const putBytes = blobs.putBytes.bind(blobs);
      let isTaken = false;
      blobs.putBytes = async (...blob) => {
        await putBytes(...blob);
        if (isTaken) return;
        isTaken = true;
        await takeAway(token);
      };
      const file = makeWheel({ name: 'late', version: `2.${what.length}` });
      const answer = await token.upload('alice/taken', file).finally(() => (blobs.putBytes = putBytes));
      expect([401, 403]).toContain(answer.status);
      expect(await app.app.world.readDb.file.count({ where: { filename: file.filename } })).toBe(0);
      await alice.graphql(
        'mutation { updatePackageIndex(input: { path: "alice/taken", uploaders: ["alice"] }) { __typename } }',
      );
    },
  );

  it('leaves an audit event and a change for each upload', async () => {
    const file = makeWheel({ name: 'told', version: '1.0' });
    const token = await alice.mintToken({ scopes: ['index:upload'], indexes: ['alice/prod'] });
    const answer = await token.upload('alice/prod', file);
    const serial = BigInt(answer.headers.get('x-wheelhouse-serial') ?? '0');
    const { db } = app.app.world.database;
    const event = await db.auditEvent.findFirstOrThrow({ where: { serial } });
    expect({ ...event, detail: JSON.parse(event.detail) as unknown }).toMatchObject({
      action: 'file.uploaded',
      actorName: 'alice',
      credentialKind: 'token',
      credentialId: token.tokenId,
      subjectName: file.filename,
      requestId: answer.headers.get('x-request-id'),
      address: '127.0.0.1',
      detail: { project: 'told', version: '1.0', sha256: file.sha256, sizeBytes: file.bytes.length },
    });
    const change = await db.change.findUniqueOrThrow({ where: { serial_position: { serial, position: 0 } } });
    const images = JSON.parse(change.images) as { model: string; op: string }[];
    expect(images.map(({ model, op }) => [op, model])).toEqual([
      ['put', 'Blob'],
      ['put', 'Blob'],
      ['put', 'Project'],
      ['put', 'Release'],
      ['put', 'File'],
    ]);
  });
});

async function breakOff(app: TestApp, alice: Person): Promise<void> {
  const { hostname, port } = new URL(app.url);
  const authorization = `Basic ${Buffer.from(`${alice.name}:${alice.password}`).toString('base64')}`;
  await new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `POST /alice/prod/ HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\n` +
          'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 99999999\r\n\r\n' +
          '--b\r\nContent-Disposition: form-data; name="content"; filename="a-1-py3-none-any.whl"\r\n\r\n',
      );
      socket.write(Buffer.alloc(3_000_000), () => setTimeout(() => socket.destroy(), 100));
    });
    socket.on('error', reject);
    socket.on('close', () => resolve());
  });
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function randomText(bytes: number): string {
  let text = '';
  for (let state = 7; text.length < bytes; state = (state * 48_271) % 2_147_483_647)
    text += state.toString(36);
  return text;
}
