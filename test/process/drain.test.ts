// SIGTERM: what is under way is finished, nothing new is taken, and the data is given back whole.

import { createHash } from 'node:crypto';
import { Agent, get, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
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
      for (let isKnown = false; ;) {
        try {
          const answer = await answerTo(get(`${server.url}/healthz`, { agent: busy }));
          await textOf(answer);
          isKnown = answer.headers.connection !== 'close';
          if (!isKnown) farewells.push('close');
        } catch (error) {
          errors.push(isKnown ? 'cut off' : (error as NodeJS.ErrnoException).code);
          return;
        }
      }
    };
    const clients = Array.from({ length: 8 }, client);
    await pause(300);
    expect(await server.stop()).toBe(0);
    await Promise.all(clients);
    // Whoever was told goodbye and comes again may meet the door as it closes.
    expect(errors.filter((code) => code !== 'ECONNREFUSED' && code !== 'ECONNRESET')).toEqual([]);
    expect(farewells.length).toBeGreaterThanOrEqual(8);
    server = await startServer({ dataFolder: data });
  });

  it('answers those who had connected before it was told, taken or not', async () => {
    // Stopped and continued, the server finds the connections and the signal at the same moment.
    process.kill(server.pid, 'SIGSTOP');
    const asked = Array.from({ length: 20 }, () =>
      answerTo(get(`${server.url}/healthz`, { agent: false })).then(textOf),
    );
    await pause(200);
    const stopping = server.stop();
    process.kill(server.pid, 'SIGCONT');
    expect(await Promise.all(asked)).toEqual(Array(20).fill('{"status":"ok"}\n'));
    expect(await stopping).toBe(0);
    server = await startServer({ dataFolder: data });
  });

  it('does not wait for requests whose client left before their turn', async () => {
    const { hostname, port } = new URL(server.url);
    const head = (method: string, path: string, length: number) =>
      `${method} ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
    const question = JSON.stringify({
      query:
        'mutation { signIn(input: { name: "ada", password: "not hers", carrier: BEARER }) { __typename } }',
    });
    await new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => {
        const first = head('POST', '/graphql', question.length) + question;
        socket.write(first + head('GET', '/healthz', 0).repeat(15), () =>
          setTimeout(() => socket.destroy(), 10),
        );
      });
      socket.on('error', reject).on('close', () => resolve());
    });
    await pause(500);
    const began = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
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
