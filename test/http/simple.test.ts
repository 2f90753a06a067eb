// Project list and project page: what clients parse, how they negotiate it, and that it is never old.

import { createHash } from 'node:crypto';
import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import { makeSdist, makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import type { Person } from '../support/people.ts';

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';
const HTML_TYPE = 'application/vnd.pypi.simple.v1+html';

describe('a project page', () => {
  let app: TestApp;
  let alice: Person;
  const wheel = makeWheel({ name: 'Demo.Pkg', version: '1.0', requiresPython: '>=3.8,<4' });
  const local = makeWheel({ name: 'demo_pkg', version: '1.0+acme.1', requiresPython: null });
  const epoch = makeWheel({ name: 'demo_pkg', version: '1!2.0', requiresPython: null });
  const sdist = makeSdist({ name: 'demo_pkg', version: '1.0', requiresPython: null });
  const path = '/alice/prod/simple/demo-pkg/';

  beforeAll(async () => {
    app = await createTestApp();
    alice = await app.person('alice');
    await alice.createIndex('alice/prod', { readers: [':anonymous:'] });
    for (const distribution of [wheel, sdist, local, epoch]) {
      const answer = await alice.withPassword.upload('alice/prod', distribution);
      expect([distribution.filename, answer.status, await answer.text()]).toEqual([
        distribution.filename,
        200,
        `Uploaded ${distribution.filename} to alice/prod.\n`,
      ]);
    }
  });
  afterAll(() => app.close());

  it('is JSON 1.4 with every key that installers use and no key that is null', async () => {
    const page: unknown = await (await app.nobody.get(path, { accept: JSON_TYPE })).json();
    const entry = (file: typeof wheel, extra: object) => ({
      filename: file.filename,
      url: `../../files/${file.sha256}/${encodeURIComponent(file.filename)}`,
      hashes: { sha256: file.sha256 },
      size: file.bytes.length,
      'upload-time': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
      yanked: false,
      ...extra,
    });
    const sidecar = (file: typeof wheel) => ({ 'core-metadata': { sha256: sha256(file.metadata) } });
    expect(page).toEqual({
      meta: { 'api-version': '1.4' },
      name: 'demo-pkg',
      versions: ['1.0', '1.0+acme.1', '1!2.0'],
      files: [
        entry(wheel, { 'requires-python': '>=3.8,<4', ...sidecar(wheel) }),
        entry(sdist, {}),
        entry(local, sidecar(local)),
        entry(epoch, sidecar(epoch)),
      ],
    });
  });

  // Old clients scrape this text with expressions of their own: it changes only on purpose.
  it('is HTML 1.4 to the letter', async () => {
    const html = await (await app.nobody.get(path, { accept: HTML_TYPE })).text();
    const shown = html
      .replaceAll(wheel.sha256, '{wheel}')
      .replaceAll(sha256(wheel.metadata), '{metadata}')
      .split('\n')
      .slice(0, 10)
      .join('\n');
    expect(shown).toBe(`<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <meta name="pypi:repository-version" content="1.4">
    <title>Links for demo-pkg</title>
  </head>
  <body>
    <h1>Links for demo-pkg</h1>
    <a href="../../files/{wheel}/${wheel.filename}#sha256={wheel}" data-requires-python="&gt;=3.8,&lt;4" data-core-metadata="sha256={metadata}" data-dist-info-metadata="sha256={metadata}">${wheel.filename}</a><br>`);
  });

  it.each([
    ['pip', `${JSON_TYPE}, ${HTML_TYPE}; q=0.1, text/html; q=0.01`, JSON_TYPE],
    ['uv', `${JSON_TYPE}, ${HTML_TYPE};q=0.2, text/html;q=0.01`, JSON_TYPE],
    ['poetry 2', `${JSON_TYPE}, */*;q=0.1`, JSON_TYPE],
    ['poetry 1, hatch, curl', '*/*', 'text/html; charset=utf-8'],
    [
      'a browser',
      'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'text/html; charset=utf-8',
    ],
    ['who asks for the newest', 'application/vnd.pypi.simple.latest+json', JSON_TYPE],
    ['who asks for HTML first', `${HTML_TYPE}, */*`, HTML_TYPE],
    ['who refuses JSON', `${JSON_TYPE};q=0, */*`, 'text/html; charset=utf-8'],
    ['who wants text', 'text/*', 'text/html; charset=utf-8'],
  ])('answers %s with the representation it can read', async (_, accept, type) => {
    const answer = await app.nobody.get(path, { accept });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('vary')]).toEqual([
      200,
      type,
      'Accept, Accept-Encoding',
    ]);
  });

  it('takes ?format= over the header, its plus repaired', async () => {
    const answer = await app.nobody.get(`${path}?format=application/vnd.pypi.simple.v1+json`, {
      accept: 'text/html',
    });
    expect(answer.headers.get('content-type')).toBe(JSON_TYPE);
  });

  it('says what it offers when nothing of it is acceptable', async () => {
    const answer = await app.nobody.get(path, { accept: 'application/xml' });
    expect([answer.status, await answer.text()]).toEqual([
      406,
      'This page is offered as application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html and text/html.\n',
    ]);
  });

  it('has a strong tag for each representation and encoding, and 304 repeats it', async () => {
    const tags = new Set<string>();
    for (const accept of [JSON_TYPE, HTML_TYPE]) {
      for (const encoding of ['identity', 'gzip']) {
        const headers = { accept, 'accept-encoding': encoding };
        const full = await app.nobody.get(path, headers);
        const tag = full.headers.get('etag') ?? '';
        expect(tag).toMatch(/^"[A-Za-z0-9_-]{27}"$/);
        tags.add(tag);
        const again = await app.nobody.get(path, { ...headers, 'if-none-match': tag });
        expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, '']);
        expect(again.headers.get('cache-control')).toBe('public, no-cache');
        expect(again.headers.get('content-type')).toBe(full.headers.get('content-type'));
      }
    }
    expect(tags.size).toBe(4);
  });

  it('is the same page when it is compressed', async () => {
    const plain = await raw(app.url + path, { accept: JSON_TYPE });
    const zipped = await raw(app.url + path, { accept: JSON_TYPE, 'accept-encoding': 'gzip' });
    expect(gunzipSync(zipped)).toEqual(plain);
  });

  it('answers HEAD with the length and no body', async () => {
    const head = await app.nobody.request(path, {
      method: 'HEAD',
      headers: { accept: JSON_TYPE, 'accept-encoding': 'identity' },
    });
    const body = await raw(app.url + path, { accept: JSON_TYPE });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      `${body.length}`,
      '',
    ]);
  });

  it('leads from other spellings to the normalised name, for now only and with the query kept', async () => {
    const answer = await app.nobody.get('/alice/prod/simple/Demo_Pkg/?format=text/html');
    expect([answer.status, answer.headers.get('location')]).toEqual([307, '../demo-pkg/?format=text/html']);
    const slash = await app.nobody.get('/alice/prod/simple/demo-pkg');
    expect([slash.status, slash.headers.get('location')]).toEqual([307, './demo-pkg/']);
    const away = await app.nobody.get('/alice/prod/simple/https:elsewhere.example');
    expect(away.headers.get('location')).toBe('./https:elsewhere.example/');
  });

  it('is not there for a project that nobody holds, until somebody uploads it', async () => {
    const fresh = makeWheel({ name: 'fresh', version: '1.0' });
    expect((await app.nobody.get('/alice/prod/simple/fresh/')).status).toBe(404);
    expect((await alice.withPassword.upload('alice/prod', fresh)).status).toBe(200);
    expect((await app.nobody.get('/alice/prod/simple/fresh/')).status).toBe(200);
  });

  it('refuses other methods and says which it takes', async () => {
    const answer = await alice.withPassword.request(path, { method: 'POST', body: 'x' });
    expect([answer.status, await answer.text()]).toEqual([405, 'This address takes GET, HEAD, not POST.\n']);
  });

  it('is served warm without a single SQL statement', async () => {
    const token = await alice.mintToken({ scopes: ['index:read'], indexes: ['alice/prod'] });
    for (const reader of [app.nobody, token]) await reader.get(path, { accept: JSON_TYPE });
    app.takeStatements();
    for (const reader of [app.nobody, token]) {
      const page = await reader.get(path, { accept: JSON_TYPE });
      await page.arrayBuffer();
      await reader.get(path, { accept: JSON_TYPE, 'if-none-match': page.headers.get('etag') ?? '' });
    }
    expect(app.takeStatements()).toEqual([]);
  });

  it('is served cold with at most three statements', async () => {
    await alice.withPassword.upload('alice/prod', makeWheel({ name: 'demo_pkg', version: '3.0' }));
    app.takeStatements();
    await app.nobody.get(path, { accept: JSON_TYPE });
    expect(app.takeStatements().length).toBeLessThanOrEqual(3);
  });
});

describe('the project list', () => {
  let app: TestApp;
  let alice: Person;
  beforeAll(async () => {
    app = await createTestApp();
    alice = await app.person('alice');
    await alice.createIndex('alice/prod');
  });
  afterAll(() => app.close());

  it('of an empty index is an empty list, in both forms', async () => {
    const json = await alice.withPassword.get('/alice/prod/simple/', { accept: JSON_TYPE });
    expect([json.headers.get('cache-control'), await json.json()]).toEqual([
      'private, no-cache',
      { meta: { 'api-version': '1.4' }, projects: [] },
    ]);
    const html = await (await alice.withPassword.get('/alice/prod/simple/', { accept: 'text/html' })).text();
    expect(html).not.toContain('<a ');
  });

  it('names every project once, sorted, with a tag that changes with the list', async () => {
    const list = () => alice.withPassword.get('/alice/prod/simple/', { accept: JSON_TYPE });
    const tags = [(await list()).headers.get('etag')];
    for (const name of ['zebra', 'Apple', 'mango']) {
      await alice.withPassword.upload('alice/prod', makeWheel({ name, version: '1.0' }));
      tags.push((await list()).headers.get('etag'));
    }
    const answer = await list();
    expect(await answer.json()).toMatchObject({
      projects: [{ name: 'apple' }, { name: 'mango' }, { name: 'zebra' }],
    });
    expect(new Set(tags).size).toBe(4);
    const again = await alice.withPassword.get('/alice/prod/simple/', {
      accept: JSON_TYPE,
      'if-none-match': answer.headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
  });
});

eachApp('an upload', (open) => {
  it('shows on the page at the next request, also while others are read and uploaded', async () => {
    const app = await open();
    const alice = await app.person('alice');
    await alice.createIndex('alice/prod', { readers: [':anonymous:'] });
    const seen = async (filename: string) => {
      const page = await app.nobody.get('/alice/prod/simple/demo/', { accept: JSON_TYPE });
      const { files } = (await page.json()) as { files: { filename: string }[] };
      return files.some((file) => file.filename === filename);
    };
    const chains = [1, 2, 3].map(async (chain) => {
      for (let patch = 0; patch < 5; patch += 1) {
        const wheel = makeWheel({ name: 'demo', version: `${chain}.${patch}` });
        expect((await alice.withPassword.upload('alice/prod', wheel)).status).toBe(200);
        expect(await seen(wheel.filename)).toBe(true);
      }
    });
    await Promise.all(chains);
  });
});

async function raw(url: string, headers: Record<string, string>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    }).on('error', reject);
  });
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
