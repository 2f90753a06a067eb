// How pip and uv go about reading, seen in the server's own request log: what they fetch to decide, what they leave,
// and what they ask again in vain. These habits are what sidecars, ETags and cache headers are for.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { makeWheel } from '../support/distributions.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import * as clients from './clients.ts';
import { committedFolder, fetchCommitted } from './committed.ts';
import { type Environment, newEnvironment } from './environments.ts';
import { createPrivateIndex } from './private-index.ts';
import { whyNoClients } from './python.ts';

const newDateutil = 'python_dateutil-4.0.0-py3-none-any.whl';
const oldDateutil = 'python_dateutil-2.9.0.post0-py2.py3-none-any.whl';
const installers = { pip: clients.pipInstall, uv: clients.uvInstall };

describe.skipIf(whyNoClients).each(['pip', 'uv'] as const)('%s', (client) => {
  let folder: string;
  let server: RunningServer;
  let upload: clients.Uploading;
  let read: clients.Reading;
  let environment: Environment;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), `wheelhouse-reading-${client}-`));
    await fetchCommitted(folder);
    server = await startServer();
    const index = await createPrivateIndex(server);
    upload = {
      folder,
      uploadUrl: index.uploadUrl,
      token: (await index.mintToken('robot', 'upload')).plaintext,
    };
    read = { folder, simpleUrl: index.simpleUrl, token: (await index.mintToken('laptop', 'read')).plaintext };
    const distributions = [newDateutil, oldDateutil, 'six-1.17.0-py2.py3-none-any.whl'];
    const files = distributions.map((filename) => join(committedFolder, filename));
    expect(await clients.uvPublish(upload, files)).toMatchObject({ exitCode: 0 });
    environment = await newEnvironment(folder);
  });
  afterAll(async () => {
    await server?.stop();
    if (folder) await rm(folder, { recursive: true });
  });
  it('turns back from a release by reading its sidecar, and never fetches its wheel', async () => {
    const requests = await requestsDuring(async () => {
      const installed = await installers[client](read, environment.python, ['python-dateutil']);
      expect(installed).toMatchObject({ exitCode: 0 });
    });

    const version = 'from importlib import metadata; print(metadata.version("python-dateutil"))';
    expect(await environment.run(version)).toBe('2.9.0.post0');
    const fetched = requests.map(({ path }) => decodeURIComponent(path.split('/').at(-1) ?? ''));
    expect(fetched).toContain(`${newDateutil}.metadata`);
    expect(fetched).not.toContain(newDateutil);
    expect(fetched).toContain(oldDateutil);
  });

  it('is told in 304 that a page is as before, and sees a new release at once', async () => {
    await statusesOfSix();
    expect(await statusesOfSix()).toEqual([304]);

    const { filename, bytes } = makeWheel({ name: 'six', version: '9.0' });
    await writeFile(join(folder, filename), bytes);
    expect(await clients.twineUpload(upload, [join(folder, filename)])).toMatchObject({ exitCode: 0 });
    expect(await statusesOfSix()).toEqual([200]);
  });

  /** Asks for the newest six with the client's cache, and answers how the requests for its page ended. */
  async function statusesOfSix(): Promise<number[]> {
    const newest = ['--upgrade', '--dry-run'];
    // pip caches nothing that comes over plain HTTP unless the host is trusted; loopback alone is not enough.
    const options = { pip: [...newest, '--trusted-host', new URL(server.url).host], uv: newest }[client];
    const requests = await requestsDuring(async () => {
      const looked = await installers[client](read, environment.python, ['six'], options);
      expect(looked).toMatchObject({ exitCode: 0 });
    });
    return requests.filter(({ path }) => path.endsWith('/simple/six/')).map(({ status }) => status);
  }

  /** The server writes its log in portions; a request of our own, once it is there, marks that all before it is. */
  async function requestsDuring(work: () => Promise<void>) {
    const before = server.requestLog().length;
    await work();
    const mark = `mark-${randomUUID()}`;
    await clients.getPage(read, mark);
    return vi.waitFor(
      () => {
        const since = server.requestLog().slice(before);
        const end = since.findIndex(({ path }) => path.includes(mark));
        expect(end).not.toBe(-1);
        return since.slice(0, end);
      },
      { timeout: 10_000, interval: 100 },
    );
  }
});
