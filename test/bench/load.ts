// The load, in a process of its own: many connections that ask the same again and again, clients that upload
// distinct small wheels, one client that uploads a large one.

import autocannon from 'autocannon';

import type { Ask } from './api.ts';
import { LargeWheels } from './large-wheel.ts';
import { sampleOf, type Sample } from './outcome.ts';
import { answerCalls } from './process-calls.ts';
import { smallUploads, type UploadTarget } from './small-wheels.ts';
import { sendUploads, type Upload } from './uploads.ts';

const READ_CONNECTIONS = 32;
const UPLOAD_CLIENTS = 8;
const LARGE_MEBIBYTES = 300;

let prepared: readonly Upload[] = [];
const largeWheels = new Map<number, LargeWheels>();

const calls = {
  /** Asks on 32 connections; an error, or another status than the expected one, fails it. */
  async read({
    origin,
    ask,
    status,
    seconds,
  }: {
    origin: string;
    ask: Ask;
    status: number;
    seconds: number;
  }): Promise<Sample> {
    const latencies: number[] = [];
    let began = NaN;
    let ended = NaN;
    const run = autocannon({
      url: new URL(ask.path, origin).href,
      method: ask.method,
      headers: ask.headers,
      ...(ask.body !== undefined && { body: ask.body }),
      connections: READ_CONNECTIONS,
      duration: seconds,
      sampleInt: 50,
      // Decoding every body as text made the load five times slower than a bare server that sends a wheel.
      setupClient: (client) => (client.pipelinedRequests.addBody = () => {}),
    });
    run.on('response', (_client, _status, _bytes, milliseconds) => {
      ended = performance.now();
      if (latencies.push(milliseconds) === 1) began = ended - milliseconds;
    });
    const { errors, timeouts, statusCodeStats } = await run;
    const strange = Object.keys(statusCodeStats).filter((other) => other !== String(status));
    if (errors + timeouts + strange.length > 0 || latencies.length === 0) {
      throw new Error(
        `${ask.method} ${ask.path} under load: ${latencies.length} answers, ${errors} errors, ${timeouts} timeouts, ` +
          `other statuses than ${status}: ${strange.join(', ') || 'none'}.`,
      );
    }
    return sampleOf(latencies, ended - began);
  },

  /** Builds the next small wheels, apart from the time in which they are sent. */
  prepareUploads({ target, first, count }: { target: UploadTarget; first: number; count: number }): void {
    prepared = smallUploads(target, first, count);
  },

  /** Sends the prepared wheels to that path from 8 clients, until all are sent or the time is over. */
  upload({ origin, path, seconds }: { origin: string; path: string; seconds: number }): Promise<Sample> {
    const uploads = prepared.map((upload) => ({ ...upload, path }));
    return sendUploads(origin, uploads, { clients: UPLOAD_CLIENTS, seconds });
  },

  /** Builds the wheel of 300 MiB, unless another size is given, of this version. */
  prepareLarge({
    target,
    version,
    mebibytes = LARGE_MEBIBYTES,
  }: {
    target: UploadTarget;
    version: string;
    mebibytes?: number;
  }): void {
    const wheels = largeWheels.get(mebibytes) ?? new LargeWheels(mebibytes);
    largeWheels.set(mebibytes, wheels);
    prepared = [wheels.upload(target, version)];
  },
};

export type LoadCalls = typeof calls;

answerCalls(calls);
