// What goes on at an upstream for somebody who is not there any more: nothing.

import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { createMirror } from '../support/layers.ts';
import { startUpstream, type Upstream } from '../support/upstream.ts';

const FILE = makeWheel({ name: 'slow', version: '1.0' });

let app: TestApp;
let upstream: Upstream;
let open = 0;

beforeAll(async () => {
  app = await createTestApp();
  await app.person('alice');
  upstream = await startUpstream();
  upstream.add('slow', { ...FILE, size: null });
  // A byte now and then, and no end.
  upstream.answers.set(`/files/${FILE.filename}`, (_req, res) => {
    open += 1;
    res.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': 50_000_000 });
    const drip = setInterval(() => res.write('x'), 50);
    res.once('close', () => {
      open -= 1;
      clearInterval(drip);
    });
  });
  await createMirror(app, 'alice/mirror', upstream.url);
});
afterAll(async () => {
  await upstream.close();
  await app.close();
});

it.each([
  ['GET', {}],
  ['HEAD', {}],
  ['GET', { range: 'bytes=0-10' }],
])('a download that everybody left is broken off: %s %j', async (method, headers) => {
  const leaving = new AbortController();
  const asked = app.nobody
    .request(`/alice/mirror/files/${FILE.sha256}/${FILE.filename}`, {
      method,
      headers: headers as Record<string, string>,
      signal: leaving.signal,
    })
    .then((answer) => answer.arrayBuffer())
    .catch(() => {});
  for (let waited = 0; open === 0 && waited < 40; waited += 1) await delay(50);
  expect(open).toBe(1);
  leaving.abort();
  await asked;
  await delay(1000);
  expect(open).toBe(0);
});
