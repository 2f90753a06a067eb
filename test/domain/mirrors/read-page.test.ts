import { describe, expect, it } from 'vitest';

import { UnreadableText } from '../../../server/domain/mirrors/json-elements.ts';
import { readPage, type UpstreamPage } from '../../../server/domain/mirrors/read-page.ts';

const URL_OF_PAGE = new URL('https://index.example/root/simple/acme/');
const JSON_TYPE = 'application/vnd.pypi.simple.v1+json; charset=utf-8';
const SHA = 'ab'.repeat(32);

function read(body: string | Buffer, contentType = JSON_TYPE, cut = 7): Promise<UpstreamPage> {
  const bytes = Buffer.from(body);
  const chunks = Array.from({ length: Math.ceil(bytes.length / cut) }, (_, place) =>
    bytes.subarray(place * cut, (place + 1) * cut),
  );
  return readPage({ contentType, url: URL_OF_PAGE, chunks }, 'acme');
}

const file = (more: object = {}) => ({
  filename: 'acme-1.0-py3-none-any.whl',
  url: '../../files/acme-1.0-py3-none-any.whl',
  hashes: { sha256: SHA },
  ...more,
});

const fileOf = async (more: object) =>
  (await read(JSON.stringify({ meta: { 'api-version': '1.4' }, files: [file(more)] }))).files[0];

describe('a page of an upstream', () => {
  it.each([
    [{ 'core-metadata': { sha256: SHA.toUpperCase() } }, SHA],
    [{ 'dist-info-metadata': { sha256: SHA } }, SHA],
    [{ 'data-dist-info-metadata': { sha256: SHA } }, SHA],
    [{ 'core-metadata': null, 'dist-info-metadata': { sha256: SHA } }, SHA],
    [{ 'core-metadata': false, 'data-dist-info-metadata': { sha256: SHA } }, null],
    [{ 'core-metadata': true }, null],
    [{ 'core-metadata': {} }, null],
  ])('has its sidecar under each of its three names, if it has a digest: %j', async (keys, expected) => {
    expect((await fileOf(keys))?.metadataSha256).toBe(expected);
  });

  it.each([
    [{ size: 12, yanked: null, 'requires-python': null, 'upload-time': null }, { sizeBytes: 12, yanked: null, requiresPython: null, uploadedAt: null }],
    [{ size: -1 }, { sizeBytes: null }],
    [{ size: 1.5 }, { sizeBytes: null }],
    [{ yanked: true }, { yanked: '' }],
    [{ yanked: 'a\u0000b' }, { yanked: 'a b' }],
    [{ yanked: false }, { yanked: null }],
    [{ 'requires-python': ' >=3.8 ' }, { requiresPython: '>=3.8' }],
    [{ 'upload-time': '2026-01-02T03:04:05Z' }, { uploadedAt: new Date('2026-01-02T03:04:05Z') }],
    [{ 'upload-time': '2026-01-02T03:04:05.123456+02:00' }, { uploadedAt: new Date('2026-01-02T01:04:05.123Z') }],
    [{ 'upload-time': 'yesterday' }, { uploadedAt: null }],
    [{ hashes: {} }, { sha256: null }],
    [{ hashes: null, url: `acme-1.0-py3-none-any.whl#sha256=${SHA}` }, { sha256: SHA, url: 'https://index.example/root/simple/acme/acme-1.0-py3-none-any.whl' }],
    [{ __proto__x: 1, provenance: 'https://index.example/p', 'gpg-sig': true, unknown: { deep: [1] } }, { version: '1.0', kind: 'WHEEL' }],
  ])('takes what is null, unknown or odd for what it is: %j', async (more, expected) => {
    expect(await fileOf(more)).toMatchObject(expected);
  }); // prettier-ignore

  it.each([
    { filename: 'other-1.0-py3-none-any.whl' },
    { filename: 'acme-1.0.exe' },
    { filename: '../acme-1.0-py3-none-any.whl' },
    { filename: 7 },
    { url: 'ftp://index.example/acme-1.0-py3-none-any.whl' },
    { url: 'file:///etc/passwd' },
    { url: 'https://alice:secret@index.example/acme-1.0-py3-none-any.whl' },
    { url: null },
    { hashes: { sha256: 'abc' } },
    { hashes: { sha256: 7 } },
  ])('leaves out what is not a file of the project, or cannot be fetched: %j', async (more) => {
    expect(await fileOf(more)).toBeUndefined();
  });

  it('takes each file name once, and the versions that have no files along', async () => {
    const page = await read(
      JSON.stringify({
        versions: ['1.0', '2.0', 'no version', 7],
        files: [file(), file({ url: 'https://elsewhere.example/acme-1.0-py3-none-any.whl' })],
        'project-status': { status: 'quarantined', reason: 'malware' },
      }),
    );
    expect(page).toMatchObject({
      versions: ['1.0', '2.0'],
      status: 'QUARANTINED',
      statusReason: 'malware',
      files: [{ url: 'https://index.example/root/files/acme-1.0-py3-none-any.whl' }],
    });
    expect(
      await read('{"meta":{"api-version":"1.9","project-status":{"status":"deprecated"}},"files":[]}'),
    ).toEqual({ status: 'DEPRECATED', statusReason: null, files: [], versions: [] });
  });

  it('reads HTML: base, escapes, fragments, metas, and anchors that nobody closes', async () => {
    const page = await read(
      `<!DOCTYPE html><html><head><base href="/packages/">
        <meta name="pypi:repository-version" content="1.3">
        <meta name="pypi:project-status" content="archived"><meta name="pypi:project-status-reason" content="a &amp; b">
        </head><body><h1>Links</h1>
        <A HREF="acme-1.0-py3-none-any.whl#sha256=${SHA}&amp;egg=acme" data-requires-python="&gt;=3.8,&lt;4"
           data-dist-info-metadata="sha256=${SHA}" data-yanked="&quot;&gt;&lt;script&gt;" data-size="99"
           data-upload-time="2026-01-02T03:04:05Z">acme-1.0</A>
        <a href="sub%2Fdir/acme-1.1+local.tar.gz#md5=abc" data-core-metadata="true">acme-1.1
        <a href="https://elsewhere.example/acme-1.2.zip" data-yanked>x</a>
        <a>nowhere</a><a href="https://index.example/other/">other</a>`,
      'text/html; charset=utf-8',
    );
    expect(page.status).toBe('ARCHIVED');
    expect(page.statusReason).toBe('a & b');
    expect(page.files).toEqual([
      {
        filename: 'acme-1.0-py3-none-any.whl',
        kind: 'WHEEL',
        address: SHA,
        sha256: SHA,
        sizeBytes: 99,
        requiresPython: '>=3.8,<4',
        metadataSha256: SHA,
        uploadedAt: new Date('2026-01-02T03:04:05Z'),
        yanked: '"><script>',
        version: '1.0',
        url: 'https://index.example/packages/acme-1.0-py3-none-any.whl',
      },
      expect.objectContaining({ filename: 'acme-1.1+local.tar.gz', sha256: null, yanked: null }),
      expect.objectContaining({ filename: 'acme-1.2.zip', yanked: '', sha256: null }),
    ]);
  });

  it.each([
    ['text/plain', 'hello'],
    ['application/json', '{"files":[]}'],
    [JSON_TYPE, ''],
    [JSON_TYPE, '[]'],
    [JSON_TYPE, '{"meta":{}}'],
    [JSON_TYPE, '{"files":{}}'],
    [JSON_TYPE, '{"files":[]} {}'],
    [JSON_TYPE, '{"files":[],}'],
    [JSON_TYPE, '{"files":[{]}'],
    [JSON_TYPE, '{"files" [1]}'],
    [JSON_TYPE, '{"meta":{"api-version":"2.0"},"files":[]}'],
    [JSON_TYPE, Buffer.from('{"files":[{"filename":"\xff"}]}', 'latin1')],
    [JSON_TYPE, `{"files":[${'['.repeat(100)}${']'.repeat(100)}]}`],
    ['text/html', '<meta name="pypi:repository-version" content="2.0">'],
    ['text/html', '<b>'.repeat(501)],
  ])('that is none is refused with a reason: %s %.40s', async (type, body) => {
    await expect(read(body, type)).rejects.toThrow(UnreadableText);
  });

  it('that is longer than bounded is given up', async () => {
    function* endless() {
      for (;;) yield Buffer.alloc(1024 * 1024, ' ');
    }
    const reading = readPage({ contentType: JSON_TYPE, url: URL_OF_PAGE, chunks: endless() }, 'acme');
    await expect(reading).rejects.toThrow('longer than');
  });

  it('of five thousand files holds up nobody for long', async () => {
    const files = Array.from({ length: 5000 }, (_, n) =>
      file({
        filename: `acme-1.${n}-py3-none-any.whl`,
        size: n,
        'upload-time': '2026-01-02T03:04:05.123456Z',
      }),
    );
    let turnsOfOthers = 0;
    const watch = setInterval(() => (turnsOfOthers += 1), 0);
    const page = await read(JSON.stringify({ files }), JSON_TYPE, 65_536);
    clearInterval(watch);
    expect(page.files.length).toBe(5000);
    expect(turnsOfOthers).toBeGreaterThan(10);
  });
});
