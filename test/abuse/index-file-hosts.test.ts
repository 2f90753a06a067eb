// Where a page of an upstream may send this server for files: an upstream inside the network, let in by an admin, is not
// thereby trusted to name everything else inside of it.

import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { createMirror } from '../support/layers.ts';
import { startUpstream, type Upstream } from '../support/upstream.ts';

let app: TestApp;
let upstream: Upstream;
let inside: Server;

beforeAll(async () => {
  app = await createTestApp();
  await app.person('alice');
  upstream = await startUpstream();
  inside = createServer((_req, res) => res.end('the credentials of the machine'));
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  inside.closeAllConnections();
  inside.close();
  await upstream.close();
  await app.close();
});

it('a mirror with a private upstream and no list of hosts gives nobody what another private host has', async () => {
  const url = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/meta-data`;
  const file = makeWheel({ name: 'demo', version: '1.0' });
  upstream.add('demo', { ...file, url, sha256: null, size: null });
  await createMirror(app, 'alice/mirror', upstream.url);
  const address = createHash('sha256').update(url).digest('hex');
  const answer = await app.nobody.get(`/alice/mirror/files/${address}/${file.filename}`);
  expect(await answer.text()).not.toContain('the credentials of the machine');
});
