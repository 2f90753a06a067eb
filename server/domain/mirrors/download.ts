// One file on its way from an upstream: written and hashed as it comes, and read by any number of followers meanwhile.
// Its last byte is held back until all of it is verified, so that nobody takes other bytes for the file; it is kept then,
// and only then.

import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';

import type { Incoming, MirrorFileStore } from '../../storage/mirror-files.ts';
import { UpstreamFailed } from '../../storage/upstream.ts';

export interface CopiedBytes {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface Expected {
  /** Null: nobody knows. */
  readonly sha256: string | null;
  /** Null: nobody knows. */
  readonly sizeBytes: number | null;
  readonly maxBytes: number;
}

/** The upstream sent something else than it had announced. */
export class OtherBytes extends UpstreamFailed {
  constructor(readonly received: string) {
    super('it sent other bytes than it had announced, and they were thrown away');
  }
}

const READ_BYTES = 256 * 1024;

export class Download {
  /** All is here and verified. */
  readonly whole: Promise<CopiedBytes>;
  readonly #store: MirrorFileStore;
  readonly #expected: Expected;
  readonly #leave: () => void;
  readonly #news = new EventEmitter().setMaxListeners(0);
  #path = '';
  #writtenBytes = 0;
  #state: 'running' | 'complete' | 'failed' = 'running';
  #failure: unknown = null;
  #followers = 0;

  /** `leave` is called when all who followed it are gone before its end. */
  constructor(
    store: MirrorFileStore,
    incoming: Incoming,
    chunks: AsyncIterable<Buffer>,
    expected: Expected,
    leave: () => void,
  ) {
    this.#store = store;
    this.#expected = expected;
    this.#leave = leave;
    this.#path = incoming.path;
    this.whole = this.#receive(incoming, chunks);
    // Followers hear of a failure by themselves.
    this.whole.catch(() => {});
  }

  /** From the first byte. */
  follow(): Readable {
    const release = this.#hold();
    return Readable.from(this.#bytes(), { objectMode: false, highWaterMark: READ_BYTES }).once(
      'close',
      release,
    );
  }

  /** One who waits for `end` is a follower too, and gone when `leaving` says so. @throws what `leaving` was told */
  async await<End>(end: Promise<End>, leaving?: AbortSignal): Promise<End> {
    const release = this.#hold();
    let left = () => {};
    try {
      leaving?.throwIfAborted();
      const gone = new Promise<never>((_resolve, reject) => {
        left = () => reject(leaving?.reason as Error);
        leaving?.addEventListener('abort', left);
      });
      return await Promise.race([end, gone]);
    } finally {
      leaving?.removeEventListener('abort', left);
      release();
    }
  }

  /** A follower more, until the answer is called. */
  #hold(): () => void {
    this.#followers += 1;
    return () => {
      this.#followers -= 1;
      if (this.#followers === 0 && this.#state === 'running') this.#leave();
    };
  }

  async #receive({ path, handle }: Incoming, chunks: AsyncIterable<Buffer>): Promise<CopiedBytes> {
    try {
      const sha256 = await this.#write(handle, chunks);
      await handle.close();
      this.#path = this.#store.keep(path, sha256);
      this.#state = 'complete';
      this.#news.emit('news');
      return { path: this.#path, sha256, sizeBytes: this.#writtenBytes };
    } catch (error) {
      this.#failure = error;
      this.#state = 'failed';
      await handle.close();
      await this.#store.discard(path);
      this.#news.emit('news');
      throw error;
    }
  }

  async #write(handle: FileHandle, chunks: AsyncIterable<Buffer>): Promise<string> {
    const { sha256, sizeBytes, maxBytes } = this.#expected;
    const hash = createHash('sha256');
    for await (const chunk of chunks) {
      if (this.#writtenBytes + chunk.length > maxBytes) {
        throw new UpstreamFailed(`the file is larger than ${maxBytes} bytes`);
      }
      hash.update(chunk);
      await writeAll(handle, chunk);
      this.#writtenBytes += chunk.length;
      this.#news.emit('news');
    }
    const received = hash.digest('hex');
    if (
      (sha256 !== null && received !== sha256) ||
      (sizeBytes !== null && this.#writtenBytes !== sizeBytes)
    ) {
      throw new OtherBytes(received);
    }
    return received;
  }

  async *#bytes(): AsyncGenerator<Buffer> {
    const handle = await this.#open();
    try {
      for (let at = 0; ;) {
        const readable = this.#state === 'complete' ? this.#writtenBytes : this.#writtenBytes - 1;
        if (this.#state === 'failed') throw this.#failure;
        if (at < readable) {
          const buffer = Buffer.allocUnsafe(Math.min(READ_BYTES, readable - at));
          const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
          at += bytesRead;
          yield buffer.subarray(0, bytesRead);
        } else if (this.#state === 'complete') return;
        else await once(this.#news, 'news');
      }
    } finally {
      await handle.close();
    }
  }

  /** Where it lies may change before it is open. */
  async #open(): Promise<FileHandle> {
    return open(this.#path, 'r').catch((error: unknown) => {
      if (this.#state === 'failed') throw this.#failure;
      if (this.#state === 'running') throw error;
      return open(this.#path, 'r');
    });
  }
}

async function writeAll(handle: FileHandle, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length;) at += (await handle.write(chunk, at)).bytesWritten;
}
