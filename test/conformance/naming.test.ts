// Names and routing: C001 to C010 of the conformance cases.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { raw } from '../http/raw.ts';
import {
  change,
  createMirror,
  EACH_ROUTE,
  FILES,
  htmlPage,
  JSON_TYPE,
  jsonPage,
  openRouteSet,
  pathOf,
  WHEEL,
  type RouteSet,
} from './route-set.ts';

describe('names and routes', () => {
  let set: RouteSet;
  beforeAll(async () => {
    set = await openRouteSet();
  });
  afterAll(() => set.close());

  it.each(EACH_ROUTE)('C001: a project is found by its normalised name, %s', async (_, index) => {
    const { files } = await jsonPage(set.app, index);
    expect(files.map(({ filename }) => filename)).toEqual(FILES.map(({ filename }) => filename));
  });

  it.each(EACH_ROUTE)(
    'C002: another spelling leads there for now only, and keeps its query, %s',
    async (_, index) => {
      const answer = await set.app.nobody.get(`/${index}/simple/Demo_Pkg.x/?format=text/html`);
      expect([answer.status, answer.headers.get('location')]).toEqual([
        307,
        '../demo-pkg-x/?format=text/html',
      ]);
    },
  );

  it.each(EACH_ROUTE)(
    'C004: an unknown name is 404 to a reader, whatever is accepted, %s',
    async (_, index) => {
      for (const accept of [JSON_TYPE, 'text/html', '*/*', 'application/json']) {
        const answer = await set.app.nobody.get(`/${index}/simple/nobody-has-this/`, { accept });
        const status = accept === 'application/json' ? 406 : 404;
        expect([accept, answer.status, answer.headers.get('cache-control')]).toEqual([
          accept,
          status,
          'no-store',
        ]);
      }
    },
  );

  it.each(EACH_ROUTE)('C005: what is no name is 404 or 400, and never 500, %s', async (_, index) => {
    const names = ['-a', 'a-', 'a%0a', '%C3%A9', '..%2f', '%2e%2e%2fa', '', 'a%00b', '%', '%ff', 'a%20b'];
    for (const name of names) {
      const { status } = await raw(set.app.url, { path: `/${index}/simple/${name}/` });
      expect([name, [400, 404].includes(status) ? 'refused' : status]).toEqual([name, 'refused']);
    }
  });

  it.each(EACH_ROUTE)('C006: +simple answers as simple does, with HTML for */*, %s', async (_, index) => {
    const answer = await set.app.nobody.get(`/${index}/+simple/demo-pkg-x/`, { accept: '*/*' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await answer.text()).toBe(await htmlPage(set.app, index));
    const list = await set.app.nobody.get(`/${index}/+simple/`, { accept: '*/*' });
    expect([list.status, await list.text()]).toEqual([200, expect.stringContaining('demo-pkg-x')]);
  });

  it.each(EACH_ROUTE)('C007: HEAD has the headers of GET, and no body, %s', async (_, index) => {
    const file = await pathOf(set.app, index, WHEEL);
    const paths = [`/${index}/simple/`, `/${index}/simple/demo-pkg-x/`, file, `${file}.metadata`];
    for (const path of paths) {
      // What was fetched once is known in full, on a mirror too.
      const get = await raw(set.app.url, { path });
      const head = await raw(set.app.url, { path, method: 'HEAD' });
      expect([path, head.status, head.text, comparable(head.headers)]).toEqual([
        path,
        get.status,
        '',
        comparable(get.headers),
      ]);
    }
  });

  it.each(EACH_ROUTE)('C010: POST to a page is 405 and says what it takes, %s', async (_, index) => {
    for (const path of [`/${index}/simple/`, `/${index}/simple/demo-pkg-x/`]) {
      const answer = await set.alice.withPassword.request(path, { method: 'POST', body: 'x' });
      expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, 'GET, HEAD']);
    }
  });

  it('C009: below a prefix and behind a proxy the relative addresses of a page lead to its files', async () => {
    const proxy = createServer((req, res) => {
      const path = (req.url ?? '').replace(/^\/packages\/python/, '');
      void fetch(set.app.url + path, { headers: { accept: req.headers.accept ?? '*/*' } }).then(
        async (answer) => {
          res.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
          res.end(Buffer.from(await answer.arrayBuffer()));
        },
      );
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    try {
      for (const [, index] of EACH_ROUTE) {
        const page = `${origin}/packages/python/${index}/simple/demo-pkg-x/`;
        const { files } = await jsonPage(set.app, index);
        const wheel = files.find(({ filename }) => filename === WHEEL.filename);
        const answer = await fetch(new URL(wheel?.url ?? '', page));
        expect([index, answer.status, Buffer.from(await answer.arrayBuffer())]).toEqual([
          index,
          200,
          WHEEL.bytes,
        ]);
      }
    } finally {
      await new Promise((resolve) => proxy.close(resolve));
    }
  });

  it('C008: a project without a file has a page without files', async () => {
    const { app, alice } = set;
    await alice.createIndex('alice/emptied', { readers: [':anonymous:'] });
    expect((await alice.withPassword.upload('alice/emptied', WHEEL)).status).toBe(200);
    await change(alice, 'deleteFile', { path: 'alice/emptied', filename: WHEEL.filename, force: true });
    await createMirror(alice, 'alice/emptied-mirror', `${app.url}/alice/emptied/simple/`);
    for (const index of ['alice/emptied', 'alice/emptied-mirror']) {
      expect([index, await jsonPage(app, index)]).toEqual([
        index,
        { meta: { 'api-version': '1.4' }, name: 'demo-pkg-x', versions: [], files: [] },
      ]);
    }
  });
});

/** What may differ between two answers to the same question. */
function comparable(headers: object): object {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !['date', 'x-request-id', 'transfer-encoding', 'connection', 'keep-alive'].includes(name),
    ),
  );
}
