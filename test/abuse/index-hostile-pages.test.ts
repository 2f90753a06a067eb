// A page of a hostile upstream, which any member may name as a mirror's, keeps nobody else waiting.

import { setImmediate as others } from 'node:timers/promises';
import { expect, it } from 'vitest';

import { readPage } from '../../server/domain/mirrors/read-page.ts';

const CHUNK = 64 * 1024;

it('an element with very many attributes does not stop the server', async () => {
  const page = Buffer.from(
    `<a ${Array.from({ length: 500_000 }, (_, place) => `b${place}=1`).join(' ')}>x</a>`,
  );
  async function* chunks() {
    for (let at = 0; at < page.length; at += CHUNK) {
      await others();
      yield page.subarray(at, at + CHUNK);
    }
  }
  let longest = 0;
  let last = performance.now();
  const look = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  const looking = setInterval(look, 1);
  const url = new URL('https://index.example/simple/x/');
  await readPage({ contentType: 'text/html', url, chunks: chunks() }, 'x').catch(() => {});
  look();
  clearInterval(looking);
  expect(longest).toBeLessThan(250);
});
