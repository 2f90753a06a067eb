// What a real server holds in memory while large things pass through it, and after many different ones did.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { LargeWheels } from '../bench/large-wheel.ts';
import { watchGrowth } from '../bench/process-figures.ts';
import { sendUploads } from '../bench/uploads.ts';
import { rawGraphQL } from '../http/raw.ts';
import { basic, signedIn, type Person } from '../support/people.ts';
import { startServer, type RunningServer } from '../support/server.ts';

describe('the memory of a server', { timeout: 120_000 }, () => {
  let server: RunningServer;
  let ada: Person;
  beforeAll(async () => {
    server = await startServer({ environment: { WHEELHOUSE_LOG_LEVEL: 'warn' } });
    const { name, password } = await server.setupAdmin();
    ada = await signedIn(server.url, name, password);
    await ada.createIndex('ada/prod');
  }, 60_000);
  afterAll(() => server.stop());

  it('grows by less than 64 MiB while 300 MiB are uploaded, and as little while they are read', async () => {
    const target = { path: '/ada/prod/', authorization: basic(ada.name, ada.password) };
    // A first one of some size, so that what the server loads and grows once is not counted.
    await sendUploads(server.url, [new LargeWheels(8).upload(target, '0.1')], { clients: 1 });
    const large = new LargeWheels(300).upload(target, '1.0');

    const grownByUpload = watchGrowth(server.pid);
    await sendUploads(server.url, [large], { clients: 1 });
    expect(grownByUpload()).toBeLessThan(64);

    const page = await ada.withPassword.get('/ada/prod/simple/large-model/', {
      accept: 'application/vnd.pypi.simple.v1+json',
    });
    const { files } = (await page.json()) as { files: { filename: string; url: string; size: number }[] };
    const file = files.find(({ filename }) => filename.startsWith('large_model-1.0'))!;
    const grownByDownload = watchGrowth(server.pid);
    const { pathname } = new URL(file.url, `${server.url}/ada/prod/simple/large-model/`);
    const answer = await ada.withPassword.get(pathname);
    let received = 0;
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) received += chunk.length;
    expect(received).toBe(file.size);
    expect(grownByDownload()).toBeLessThan(64);
  });

  it('is not filled by strangers who send one long GraphQL document after the other', async () => {
    const fields = Array.from({ length: 660 }, (_, number) => `f${number}: __typename`).join(' ');
    const grown = watchGrowth(server.pid);
    for (let number = 0; number < 700; number += 1) {
      const { status } = await rawGraphQL(server.url, `{ ${fields} n${number}: __typename }`, {});
      expect(status).toBe(200);
    }
    // Kept one and all they take 380 MiB; between two collections of garbage it is up to 150.
    expect(grown()).toBeLessThan(250);
  });
});
