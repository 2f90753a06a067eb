// Clients that upload one after the other over kept connections, as several machines of a build farm do: distinct
// wheels, which a load generator for one fixed request cannot send.

import { Agent, request } from 'node:http';
import { pipeline } from 'node:stream/promises';

import { sampleOf, type Sample } from './outcome.ts';
import { FORM_TYPE } from './upload-form.ts';

/** One request body that is ready to be sent. */
export interface Upload {
  /** The index, such as `/platform/main/`. */
  readonly path: string;
  readonly authorization: string;
  readonly bytes: number;
  /** Whole, or for a large one in pieces that are made anew for each time it is sent. */
  readonly body: Buffer | (() => Iterable<Buffer>);
}

const REQUEST_LIMIT_MS = 60_000;

/** Sends the uploads with so many clients, until all are sent or the time is over. */
export async function sendUploads(
  origin: string,
  uploads: readonly Upload[],
  { clients, seconds = Infinity }: { clients: number; seconds?: number },
): Promise<Sample> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const latencies: number[] = [];
  const began = performance.now();
  const deadline = began + seconds * 1000;
  let next = 0;

  async function client(): Promise<void> {
    for (;;) {
      const upload = performance.now() < deadline ? uploads[next++] : undefined;
      if (!upload) return;
      const sent = performance.now();
      await sendUpload(origin, agent, upload);
      latencies.push(performance.now() - sent);
    }
  }

  try {
    await Promise.all(Array.from({ length: clients }, client));
  } finally {
    agent.destroy();
  }
  return sampleOf(latencies, performance.now() - began);
}

async function sendUpload(origin: string, agent: Agent, upload: Upload): Promise<void> {
  const sent = request(new URL(upload.path, origin), {
    method: 'POST',
    agent,
    timeout: REQUEST_LIMIT_MS,
    headers: {
      'content-type': FORM_TYPE,
      'content-length': upload.bytes,
      authorization: upload.authorization,
    },
  });
  sent.on('timeout', () =>
    sent.destroy(new Error(`An upload to ${upload.path} had no answer in 60 seconds.`)),
  );
  const answered = new Promise<void>((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else
          reject(new Error(`An upload answered ${response.statusCode}: ${Buffer.concat(chunks).toString()}`));
      });
    });
  });
  if (typeof upload.body === 'function') {
    // A refusal may come before the whole body was read; then the answer says more than the broken pipe.
    await pipeline(upload.body(), sent).catch(() => answered);
  } else {
    sent.end(upload.body);
  }
  await answered;
}
