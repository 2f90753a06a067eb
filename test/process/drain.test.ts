// SIGTERM: what is under way is finished, nothing new is taken, and the data is given back whole.

import { createHash } from 'node:crypto';
import { Agent, get, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { LargeWheels } from '../bench/large-wheel.ts';
import { FORM_TYPE } from '../bench/upload-form.ts';
import { sendUploads, type Upload } from '../bench/uploads.ts';
import { basic, signedIn } from '../support/people.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { temporaryFolder } from './launch.ts';

const data = temporaryFolder();
const agent = new Agent({ keepAlive: true });

describe('a server that is told to stop', { timeout: 60_000 }, () => {
  let server: RunningServer;
  let authorization: string;
  // More than the buffers of a connection hold, so that a client that does not read keeps the answer going.
  const large = new LargeWheels(24);
  const target = () => ({ path: '/ada/prod/', authorization });

  beforeAll(async () => {
    server = await startServer({ dataFolder: data });
    const { name, password } = await server.setupAdmin();
    authorization = basic(name, password);
    await (await signedIn(server.url, name, password)).createIndex('ada/prod');
    await sendUploads(server.url, [large.upload(target(), '1.0')], { clients: 1 });
  }, 60_000);

  afterAll(() => server.kill());

  it('finishes a slow upload and a slow download, refuses new connections, and ends with 0', async () => {
    const files = await listedFiles();
    expect(files).toHaveLength(1);
    const { url, hashes } = files[0]!;
    const download = await answerTo(get(new URL(url, server.url), { agent, headers: { authorization } }));
    download.pause();
    const { sending, finish } = await beginUpload(large.upload(target(), '2.0'));

    const stopping = server.stop();
    await expect.poll(() => connectionError(server.url), { timeout: 10_000 }).toBe('ECONNREFUSED');
    // Neither has ended meanwhile, and a server that did not wait for them would have.
    await pause(300);
    expect(isRunning(server.pid)).toBe(true);

    finish();
    const uploaded = await answerTo(sending);
    expect([uploaded.statusCode, await textOf(uploaded)]).toEqual([
      200,
      'Uploaded large_model-2.0-py3-none-any.whl to ada/prod.\n',
    ]);
    const digest = createHash('sha256');
    for await (const chunk of download as AsyncIterable<Buffer>) digest.update(chunk);
    expect(digest.digest('hex')).toBe(hashes.sha256);
    expect(await stopping).toBe(0);

    expect(await server.files('spool')).toEqual([]);
    expect(await server.files('.')).not.toContain('wheelhouse.sqlite-wal');
    server = await startServer({ dataFolder: data });
    expect(await listedFiles()).toHaveLength(2);
  });

  it('answers every request that comes over connections it has, and says goodbye with it', async () => {
    const busy = new Agent({ keepAlive: true });
    const errors: (string | undefined)[] = [];
    const farewells: (string | undefined)[] = [];
    const client = async () => {
      for (;;) {
        try {
          const answer = await answerTo(get(`${server.url}/healthz`, { agent: busy }));
          await textOf(answer);
          if (answer.headers.connection === 'close') farewells.push(answer.headers.connection);
        } catch (error) {
          errors.push((error as NodeJS.ErrnoException).code);
          return;
        }
      }
    };
    const clients = Array.from({ length: 8 }, client);
    await pause(300);
    expect(await server.stop()).toBe(0);
    await Promise.all(clients);
    expect([errors, farewells]).toEqual([Array(8).fill('ECONNREFUSED'), Array(8).fill('close')]);
    server = await startServer({ dataFolder: data });
  });

  it('does not wait for a connection that idles', async () => {
    const idle = await answerTo(get(`${server.url}/healthz`, { agent }));
    idle.resume();
    const began = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('a second time ends at once, and leaves nothing half-done', async () => {
    server = await startServer({ dataFolder: data });
    const { sending } = await beginUpload(large.upload(target(), '3.0'));
    const broken = new Promise((resolve) => sending.once('error', resolve));
    const stopping = server.stop();
    await expect.poll(() => connectionError(server.url), { timeout: 10_000 }).toBe('ECONNREFUSED');
    process.kill(server.pid, 'SIGTERM');
    expect(await stopping).toBe(1);
    await broken;

    server = await startServer({ dataFolder: data });
    expect(await listedFiles()).toHaveLength(2);
    expect(await server.files('spool')).toEqual([]);
    await server.stop();
  });

  async function listedFiles() {
    const page = await answerTo(
      get(`${server.url}/ada/prod/simple/large-model/`, {
        headers: { authorization, accept: 'application/vnd.pypi.simple.v1+json' },
      }),
    );
    const { files } = JSON.parse(await textOf(page)) as {
      files: { url: string; hashes: { sha256: string } }[];
    };
    return files.map((file) => ({ ...file, url: new URL(file.url, pageUrl()).href }));
  }

  const pageUrl = () => `${server.url}/ada/prod/simple/large-model/`;

  /** Sends half of it, and the other half when it is told to. */
  async function beginUpload(upload: Upload): Promise<{ sending: ClientRequest; finish: () => void }> {
    const chunks = [...(upload.body as () => Iterable<Buffer>)()];
    const half = chunks.length / 2;
    const headers = { 'content-type': FORM_TYPE, 'content-length': upload.bytes, authorization };
    const sending = request(new URL(upload.path, server.url), { method: 'POST', agent, headers });
    for (const chunk of chunks.slice(0, half))
      await new Promise<void>((sent) => void sending.write(chunk, () => sent()));
    return {
      sending,
      finish() {
        for (const chunk of chunks.slice(half)) sending.write(chunk);
        sending.end();
      },
    };
  }
});

function answerTo(sent: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => sent.once('response', resolve).once('error', reject));
}

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += chunk as string;
  return text;
}

/** On a connection of its own. */
async function connectionError(url: string): Promise<string | undefined> {
  try {
    (await answerTo(get(`${url}/healthz`, { agent: false }))).resume();
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
