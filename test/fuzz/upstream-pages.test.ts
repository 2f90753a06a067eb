// Whatever an upstream sends as a page, it ends in files that can be fetched or in a refusal, within a bound of time and
// memory. WHEELHOUSE_TEST_FUZZ_INPUTS says of how many inputs a quarter is made, and WHEELHOUSE_TEST_FUZZ_SEED which.

import { expect, it } from 'vitest';

import { UnreadableText } from '../../server/domain/mirrors/json-elements.ts';
import { readPage, type UpstreamPage } from '../../server/domain/mirrors/read-page.ts';
import { pick } from './mutate.ts';
import { run, TIMEOUT } from './promises.ts';

const SHARE = 0.25;
const SHA = 'ab'.repeat(32);
const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';
const URL_OF_PAGE = new URL('https://index.example/root/simple/acme/');

const HTML = `<!DOCTYPE html><html><head><base href="/p/"><meta name="pypi:repository-version" content="1.3"><meta name="pypi:project-status" content="archived"></head><body><a href="acme-1.0-py3-none-any.whl#sha256=${SHA}" data-yanked="x" data-requires-python="&gt;=3.8" data-core-metadata="sha256=${SHA}">acme-1.0-py3-none-any.whl</a><a href='../acme-2.0.tar.gz'>acme-2.0.tar.gz</a></body></html>`;
const FILE = {
  filename: 'acme-1.0-py3-none-any.whl',
  url: '../../files/acme-1.0-py3-none-any.whl',
  hashes: { sha256: SHA },
};
const JSON_TEXT = JSON.stringify({
  meta: { 'api-version': '1.4', 'project-status': { status: 'deprecated', reason: 'old' } },
  name: 'acme',
  versions: ['1.0'],
  files: [
    { ...FILE, size: 7, yanked: 'x', 'requires-python': '>=3.8', 'core-metadata': { sha256: SHA }, 'upload-time': '2026-01-02T03:04:05Z' },
    { ...FILE, filename: 'acme-2.0.tar.gz', yanked: false, 'core-metadata': null, 'gpg-sig': true },
  ],
}); // prettier-ignore
const PIECES = ['"', '\\', '{', '}', '[', ']', ',', ':', 'null', '1e999', '\\ud800', '<a href=', '>', '<!--', '<b>', '&#0;', '\u0000', '\ud800', 'é', '#sha256=', 'javascript:', '//', '%', '__proto__', '-1.0', '<base href="http://[">', '\ufeff', '[['.repeat(300)]; // prettier-ignore

it.each([
  ['JSON', JSON_TEXT, JSON_TYPE],
  ['HTML', HTML, 'text/html'],
])(
  'a broken page in %s has files that can be fetched, or is refused',
  async (_, page, contentType) => {
    const ends = await run(
      SHARE / 2,
      (chance) => mutatePage(chance, page),
      async (bytes, chance) => {
        try {
          expectSound(await read(bytes, contentType, 1 + Math.floor(chance() * 64)));
          return 'read';
        } catch (error) {
          if (error instanceof UnreadableText) return 'refused';
          throw error;
        }
      },
    );
    expect(ends.read).toBeGreaterThan(0);
  },
  TIMEOUT,
);

function mutatePage(chance: () => number, page: string): Buffer {
  let bytes: Buffer = Buffer.from(page);
  for (let times = 1 + Math.floor(chance() * 4); times > 0; times -= 1) {
    const at = Math.floor(chance() * bytes.length);
    const end = Math.min(bytes.length, at + Math.floor(chance() * 40));
    const [before, behind] = [bytes.subarray(0, at), bytes.subarray(at)];
    bytes = pick(chance, [
      () => Buffer.concat([before, bytes.subarray(end)]),
      () => Buffer.concat([before, Buffer.from(pick(chance, PIECES)), behind]),
      () => Buffer.concat([bytes.subarray(0, end), behind]),
      () => Buffer.concat([before, Buffer.of(chance() * 256), bytes.subarray(at + 1)]),
    ])();
  }
  return bytes;
}

/** In pieces, as a network hands them over. */
function read(bytes: Buffer, contentType: string, length: number): Promise<UpstreamPage> {
  const chunks = Array.from({ length: Math.ceil(bytes.length / length) }, (_, place) =>
    bytes.subarray(place * length, (place + 1) * length),
  );
  return readPage({ contentType, url: URL_OF_PAGE, chunks }, 'acme');
}

function expectSound({ files }: UpstreamPage): void {
  for (const { filename, address, url } of files) {
    expect(filename).toMatch(/^acme-[0-9][\w.+!-]*$/i);
    expect(address).toMatch(/^[0-9a-f]{64}$/);
    expect(new URL(url).protocol).toMatch(/^https?:$/);
  }
}
