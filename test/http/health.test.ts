// What a load balancer asks: without a credential, under whatever name it knows the machine by.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import { raw } from './raw.ts';

describe('/healthz', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ environment: { WHEELHOUSE_PUBLIC_URL: 'https://wheels.example' } });
  });
  afterAll(() => app.close());

  it.each(['wheels.example', '10.0.0.7:3141', 'somebody.else.example'])(
    'answers the host %s',
    async (host) => {
      const { status, headers, text } = await raw(app.url, { path: '/healthz', headers: { host } });
      expect([status, headers['content-type'], headers['cache-control'], JSON.parse(text)]).toEqual([
        200,
        'application/json',
        'no-store',
        { status: 'ok' },
      ]);
    },
  );

  it('asks for no credential, and looks at none', async () => {
    const headers = { authorization: 'Bearer nonsense', cookie: '__Host-wheelhouse_session=nonsense' };
    expect((await raw(app.url, { path: '/healthz', headers })).status).toBe(200);
  });

  it('answers HEAD without a body, and nothing else', async () => {
    const { status, headers, text } = await raw(app.url, { method: 'HEAD', path: '/healthz' });
    expect([status, headers['content-length'], text]).toEqual([200, '16', '']);
    expect((await raw(app.url, { method: 'DELETE', path: '/healthz' })).status).toBe(405);
  });

  it('does not ask the database', async () => {
    app.takeStatements();
    await raw(app.url, { path: '/healthz' });
    expect(app.takeStatements()).toEqual([]);
  });
});
