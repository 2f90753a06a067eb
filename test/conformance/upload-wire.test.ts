// The wire of an upload: what each uploader sends, what it gets back, and what stays of a form that is wrong. The numbers
// are those of the conformance cases.

import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { makeSdist, makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import { basic, uploadForm, type Person } from '../support/people.ts';
import { raw } from '../http/raw.ts';
import { clientForm, MULTIPART, multipart, type Client, type Part } from './upload-forms.ts';

const JSON_PAGE = { accept: 'application/vnd.pypi.simple.v1+json' };

eachApp('an uploader', (open) => {
  let app: TestApp;
  let alice: Person;
  let versions = 0;
  const fresh = (options: object = {}) =>
    makeWheel({ name: 'demo', version: `1.${(versions += 1)}`, ...options });
  const begin = async () => {
    app ??= await open();
    if (alice === undefined) {
      alice = await app.person('alice');
      await alice.createIndex('alice/prod');
    }
  };
  const send = (body: Buffer, headers: Record<string, string> = {}, index = 'alice/prod') =>
    alice.withPassword.request(`/${index}/`, {
      method: 'POST',
      headers: { 'content-type': MULTIPART, ...headers },
      body: new Uint8Array(body),
    });
  const kept = async () => [await app.counts(), app.files('blobs'), app.files('spool')];
  const shown = async (project: string) => {
    const page = await alice.withPassword.get(`/alice/prod/simple/${project}/`, JSON_PAGE);
    return page.status === 200
      ? ((await page.json()) as { files: { filename: string; hashes: object }[] }).files
      : [];
  };

  const clients: [string, Client][] = [
    ['C084', 'twine 7'],
    ['C085', 'twine 4'],
    ['C086', 'flit'],
    ['C087', 'uv'],
    ['C088', 'pdm'],
    ['C088', 'poetry'],
    ['C089', 'hatch'],
  ];
  it.each(clients)(
    '%s: may be %s, with a wheel and with a source distribution, and sees both at once',
    async (_, client) => {
      await begin();
      const name = `Demo_${client.replace(' ', '')}`;
      const files = [makeWheel({ name, version: '1.0' }), makeSdist({ name, version: '1.0' })];
      for (const file of files) {
        const answer = await send(multipart(await clientForm(client, { file, name, version: '1.0' })));
        expect([answer.status, await answer.text()]).toEqual([
          200,
          expect.stringContaining(`Uploaded ${file.filename}`),
        ]);
      }
      const page = await shown(name.toLowerCase().replace('_', '-'));
      expect(page.map(({ filename }) => filename).sort()).toEqual(
        files.map(({ filename }) => filename).sort(),
      );
    },
  );

  it.each([
    ['no action', { ':action': null }, 400, /needs the field ":action"/],
    ['an unknown action', { ':action': 'delete_everything' }, 400, /needs the field ":action"/],
    ['submit', { ':action': 'submit' }, 410, /"submit" is gone/],
    ['submit_pkg_info', { ':action': 'submit_pkg_info' }, 410, /is gone/],
    ['doc_upload', { ':action': 'doc_upload' }, 410, /is gone/],
    ['protocol 2', { protocol_version: '2' }, 400, /speaks version 1/],
  ] as [string, Record<string, string | null>, number, RegExp][])(
    'C090: is refused %s, and nothing stays',
    async (_, fields, status, sentence) => {
      const before = await kept();
      const answer = await alice.withPassword.upload('alice/prod', fresh(), fields);
      expect([answer.status, await answer.text()]).toEqual([status, expect.stringMatching(sentence)]);
      expect(await kept()).toEqual(before);
    },
  );

  const formOf = async (file = fresh()) =>
    clientForm('twine 7', { file, name: 'demo', version: file.filename.split('-')[1]! });

  it.each([
    ['no file', (parts: Part[]) => parts.slice(0, -1), /has no file/],
    ['two files', (parts: Part[]) => [...parts, parts.at(-1)!], /more than one part "content"/],
    [
      'a file without a name',
      (parts: Part[]) => parts.with(-1, { ...parts.at(-1)!, filename: '' }),
      /file name/,
    ],
    [
      'a part without a name',
      (parts: Part[]) => [{ name: '', body: 'x', disposition: 'form-data' }, ...parts],
      /A part of the form has no name/,
    ],
    [
      'a field that is a file',
      (parts: Part[]) => [{ name: 'summary', filename: 's', body: 'x' }, ...parts],
      /Should not be a tuple/,
    ],
    [
      'a name that comes twice',
      (parts: Part[]) => [{ name: 'name', body: 'other' }, ...parts],
      /"name" more than once/,
    ],
  ] as [string, (parts: Part[]) => Part[], RegExp][])(
    'C091: is refused %s, and nothing stays',
    async (_, change, sentence) => {
      const before = await kept();
      const answer = await send(multipart(change(await formOf())));
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringMatching(sentence)]);
      expect(await kept()).toEqual(before);
    },
  );

  it('C092: is refused a form without a digest, in the words that it knows', async () => {
    const answer = await alice.withPassword.upload('alice/prod', fresh(), { sha256_digest: null });
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringMatching(/^Include at least one message digest\./),
    ]);
  });

  it.each(['md5_digest', 'sha256_digest', 'blake2_256_digest'])(
    'C093: is refused a file whose %s alone is wrong, and nothing stays',
    async (digest) => {
      const before = await kept();
      const file = fresh();
      const form = await clientForm('twine 4', { file, name: 'demo', version: file.filename.split('-')[1]! });
      const wrong = form.map((part) =>
        part.name === digest ? { ...part, body: '0'.repeat(part.body.length) } : part,
      );
      const answer = await send(multipart(wrong));
      expect([answer.status, answer.headers.get('x-error-code')]).toEqual([400, 'DIGEST_MISMATCH']);
      expect(await kept()).toEqual(before);
    },
  );

  it.each([
    [
      '10,000 fields',
      (parts: Part[]) =>
        multipart([...Array.from({ length: 10_000 }, (_, i) => ({ name: `f${i}`, body: 'x' })), ...parts]),
    ],
    [
      'a field of 10 MB',
      (parts: Part[]) => multipart([{ name: 'description', body: 'x'.repeat(10_000_000) }, ...parts]),
    ],
    [
      'many fields of 20 MB together',
      (parts: Part[]) =>
        multipart([
          ...Array.from({ length: 20 }, () => ({ name: 'classifiers', body: 'x'.repeat(1_000_000) })),
          ...parts,
        ]),
    ],
    ['no last boundary', (parts: Part[]) => multipart(parts, '')],
  ] as [string, (parts: Part[]) => Buffer][])(
    'C096: is refused %s, and neither files nor memory stay',
    async (_, write) => {
      const before = await kept();
      const memory = process.memoryUsage().rss;
      const answer = await send(write(await formOf()));
      expect([answer.status, answer.headers.get('x-error-code')]).toEqual([400, 'FORM_INVALID']);
      await answer.text();
      await expect.poll(kept).toEqual(before);
      expect(process.memoryUsage().rss - memory).toBeLessThan(256 * 1024 * 1024);
    },
  );

  it.each(['/alice/prod', '/alice/prod/', '/alice/prod/legacy', '/alice/prod/legacy/'])(
    'C097: may post to %s, and is never redirected',
    async (path) => {
      const answer = await alice.withPassword.request(path, { method: 'POST', body: uploadForm(fresh()) });
      expect([answer.status, answer.redirected]).toEqual([200, false]);
    },
  );

  it('C098: may ask to continue before it sends, and may send in chunks', async () => {
    const authorization = basic(alice.name, alice.password);
    const body = multipart(await formOf());
    const headers = { authorization, 'content-type': MULTIPART };
    const chunked = await raw(app.url, {
      method: 'POST',
      path: '/alice/prod/',
      headers: { ...headers, 'transfer-encoding': 'chunked' },
      body,
    });
    const expecting = await raw(app.url, {
      method: 'POST',
      path: '/alice/prod/',
      headers: { ...headers, expect: '100-continue', 'content-length': body.length },
      body,
    });
    expect([chunked.status, expecting.status]).toEqual([200, 200]);
  });

  it('C099: is refused without a credential, without the right, by a mirror and by a closed project', async () => {
    const bob = await app.person('bob');
    const file = fresh();
    const mirror = { upstreamUrl: 'https://upstream.example/simple/' };
    await expect(
      alice.createIndex('alice/copy', { kind: 'MIRROR', uploaders: ['alice'], mirror }),
    ).rejects.toThrow('Nobody uploads to a mirror: leave its list of uploaders empty.');
    await alice.createIndex('alice/copy', { kind: 'MIRROR', mirror });
    const statuses = {
      nobody: (await app.nobody.upload('alice/prod', file)).status,
      bob: (await bob.withPassword.upload('alice/prod', file)).status,
      mirror: (await alice.withPassword.upload('alice/copy', file)).status,
    };
    expect(statuses).toEqual({ nobody: 401, bob: 403, mirror: 403 });

    await alice.withPassword.upload('alice/prod', makeWheel({ name: 'closed', version: '1' }));
    for (const status of ['ARCHIVED', 'QUARANTINED', 'DEPRECATED']) {
      await alice.graphql(
        'mutation ($input: SetProjectStatusInput!) { setProjectStatus(input: $input) { __typename } }',
        { input: { path: 'alice/prod', project: 'closed', status } },
      );
      const answer = await alice.withPassword.upload(
        'alice/prod',
        makeWheel({ name: 'closed', version: '2' }),
      );
      expect([status, answer.status]).toEqual([status, status === 'DEPRECATED' ? 200 : 403]);
    }
  });

  it('C100: that is uv is told why in its JSON, with exactly its type', async () => {
    const answer = await send(multipart(await formOf()).subarray(0, -20), {
      accept: 'application/json, text/plain;q=0.5',
    });
    const body = (await answer.json()) as { code: string; message: string; title: string };
    expect([answer.headers.get('content-type'), body]).toEqual([
      'application/json',
      expect.objectContaining({ code: `400 ${body.message}`, title: 'Bad Request' }),
    ]);
  });

  it('is told why in the reason phrase too, on one line of Latin-1 of at most 200 characters', async () => {
    const file = { ...fresh(), filename: 'demo-1.0-😀-none-any.whl'.repeat(9) };
    const answer = await alice.withPassword.upload('alice/prod', file);
    expect([answer.status, answer.statusText]).toEqual([
      400,
      expect.stringMatching(/^The file name .{20,200}$/),
    ]);
    expect(answer.statusText.length).toBeLessThanOrEqual(200);
    expect(answer.statusText).toMatch(/^[\x20-\x7e\xa0-\xff]*$/);
  });

  it('C103: may send the same bytes again: nothing changes, and no second event is told', async () => {
    const file = fresh();
    await alice.withPassword.upload('alice/prod', file);
    const before = await kept();
    const again = await alice.withPassword.upload('alice/prod', file);
    expect([again.status, await again.text()]).toEqual([
      200,
      `${file.filename} is in alice/prod already, with the same bytes.\n`,
    ]);
    expect(await kept()).toEqual(before);
  });

  it('C104: is told 409 and "File already exists" in body and reason when the name has other bytes', async () => {
    const file = fresh();
    await alice.withPassword.upload('alice/prod', file);
    const other = makeWheel({
      name: 'demo',
      version: file.filename.split('-')[1]!,
      description: 'Other bytes.',
    });
    const answer = await alice.withPassword.upload('alice/prod', other);
    expect([answer.status, answer.statusText, await answer.text()]).toEqual([
      409,
      expect.stringContaining('File already exists'),
      expect.stringContaining('File already exists'),
    ]);
  });

  it('C106: sees one of two uploads at once under one name win, and the page say the same as the answers', async () => {
    const files = ['first', 'second'].map((description) =>
      makeWheel({ name: 'race', version: '1', description }),
    );
    const answers = await Promise.all(files.map((file) => alice.withPassword.upload('alice/prod', file)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = files[answers.findIndex(({ status }) => status === 200)]!;
    expect(await shown('race')).toMatchObject([{ hashes: { sha256: winner.sha256 } }]);
  });

  it('C108: may never use the name of a deleted file again, but in a volatile index', async () => {
    await alice.createIndex('alice/dev', { isVolatile: true });
    for (const index of ['alice/prod', 'alice/dev']) {
      const file = makeWheel({ name: 'again', version: '1' });
      const other = makeWheel({ name: 'again', version: '1', description: 'Other bytes.' });
      await alice.withPassword.upload(index, file);
      const replaced = await alice.withPassword.upload(index, other);
      const deleted = await alice.graphql(
        'mutation ($input: DeleteFileInput!) { deleteFile(input: $input) { __typename } }',
        { input: { path: index, filename: file.filename, force: true } },
      );
      expect(deleted.data).toEqual({ deleteFile: { __typename: 'DeleteFilePayload' } });
      const back = await alice.withPassword.upload(index, file);
      expect([replaced.status, back.status, (await back.text()).includes('previously used')]).toEqual(
        index === 'alice/prod' ? [409, 400, true] : [200, 200, false],
      );
    }
  });

  it('may put other bytes in the place of a file in a volatile index, and the trail says of which', async () => {
    const [first, second] = ['first', 'second'].map((description) =>
      makeWheel({ name: 'swap', version: '1', description }),
    );
    await alice.withPassword.upload('alice/dev', first!);
    const answer = await alice.withPassword.upload('alice/dev', second!);
    expect([answer.status, await answer.text()]).toEqual([
      200,
      `Uploaded ${second!.filename} to alice/dev, in place of other bytes.\n`,
    ]);
    const serial = BigInt(answer.headers.get('x-wheelhouse-serial') ?? '0');
    const event = await app.app.world.readDb.auditEvent.findFirstOrThrow({ where: { serial } });
    expect(JSON.parse(event.detail)).toMatchObject({ sha256: second!.sha256, replaced: first!.sha256 });
    const page = await alice.withPassword.get('/alice/dev/simple/swap/', JSON_PAGE);
    expect(await page.json()).toMatchObject({ files: [{ hashes: { sha256: second!.sha256 } }] });
  });

  it('C109: that is uv finds the digest on the page before it has its answer', async () => {
    const file = fresh();
    const before = await shown('demo');
    await alice.withPassword.upload('alice/prod', file);
    const after = await shown('demo');
    expect(before.some(({ filename }) => filename === file.filename)).toBe(false);
    expect(after.find(({ filename }) => filename === file.filename)?.hashes).toEqual({ sha256: file.sha256 });
  });

  it('C110: is refused a file above the limit in the words that it knows, after a bounded read', async () => {
    const small = await open({ environment: { WHEELHOUSE_MAX_UPLOAD: '2KiB' } });
    const carol = await small.person('carol');
    await carol.createIndex('carol/prod');
    const bytes = Buffer.alloc(3_000_000, 1);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const answer = await carol.withPassword.upload('carol/prod', {
      filename: 'big-1-py3-none-any.whl',
      bytes,
      sha256,
    });
    expect([answer.status, await answer.text()]).toEqual([
      400,
      'File too large. Limit for this server is 2048 bytes.\n',
    ]);
    await expect.poll(() => small.files('spool')).toEqual([]);
  });

  it('C161: may send attestations, a signature and a comment, and is told that they are not kept', async () => {
    const form = await formOf();
    const answer = await send(
      multipart([
        { name: 'comment', body: 'The first one.' },
        {
          name: 'gpg_signature',
          filename: 'demo.asc',
          body: 'a signature',
          type: 'application/octet-stream',
        },
        ...form,
        { name: 'attestations', body: '[{"version": 1}]' },
      ]),
    );
    expect([answer.status, (await answer.text()).split('\n').slice(1)]).toEqual([
      200,
      [
        'The attestations were not kept: this server does not verify any yet.',
        'The signature was not kept: installers do not ask for one any more.',
        'The comment was not kept: a release has no place for it.',
        '',
      ],
    ]);
  });

  it('may write its file name as RFC 5987 has it, and gets the rules of file names all the same', async () => {
    const file = fresh();
    const form = await formOf(file);
    const named = (value: string) =>
      multipart(
        form.with(-1, {
          ...form.at(-1)!,
          disposition: `form-data; name="content"; filename*=UTF-8''${value}`,
        }),
      );
    expect((await send(named('d%C3%A9mo-1-py3-none-any.whl'))).status).toBe(400);
    expect((await send(named(encodeURIComponent(file.filename)))).status).toBe(200);
  });

  it('is refused what does not fit into the quota of the index, and nothing stays', async () => {
    const file = makeWheel({ name: 'heavy', version: '1' });
    await alice.createIndex('alice/tight', { quotaBytes: file.bytes.length + 10 });
    expect((await alice.withPassword.upload('alice/tight', file)).status).toBe(200);
    const before = await app.counts();
    const answer = await alice.withPassword.upload('alice/tight', makeWheel({ name: 'heavy', version: '2' }));
    expect([answer.status, answer.headers.get('x-error-code'), await app.counts()]).toEqual([
      403,
      'QUOTA_EXCEEDED',
      before,
    ]);
  });

  it('is refused everything, and never with 5xx, while the disk is nearly full', async () => {
    const full = await open({ environment: { WHEELHOUSE_MIN_FREE_DISK: '8000000GiB' } });
    const carol = await full.person('carol');
    await carol.createIndex('carol/prod');
    const answer = await carol.withPassword.upload('carol/prod', fresh());
    expect([answer.status, answer.headers.get('x-error-code')]).toEqual([400, 'DISK_LOW']);
    expect([full.files('blobs'), full.files('spool')]).toEqual([[], []]);
  });

  it('sees a file of a yanked release yanked with it', async () => {
    await alice.withPassword.upload('alice/prod', makeWheel({ name: 'sour', version: '1' }));
    await alice.graphql(
      'mutation ($input: YankReleaseInput!) { yankRelease(input: $input) { __typename } }',
      {
        input: { path: 'alice/prod', project: 'sour', version: '1', reason: 'broken' },
      },
    );
    await alice.withPassword.upload('alice/prod', makeSdist({ name: 'sour', version: '1' }));
    const files = (await shown('sour')) as unknown as { yanked: unknown }[];
    expect(files.map(({ yanked }) => yanked)).toEqual(['broken', 'broken']);
  });

  it('keeps the keywords of a release for those who search', async () => {
    await alice.withPassword.upload(
      'alice/prod',
      makeWheel({ name: 'words', version: '1', metadata: { Keywords: 'tea,\n  biscuits' } }),
    );
    await delay(0);
    const release = await app.app.world.readDb.release.findFirst({
      where: { project: { normalizedName: 'words' } },
    });
    expect(release?.keywords).toBe('tea, biscuits');
  });
});
