// Content-addressed bytes in a folder: `blobs/ab/<sha256>`, spooled beside it in `spool/`.
// A blob is durable before its row can be committed (DESIGN 3.4.7): fsync the file, rename it, fsync the
// folder. Its row, and whether it is still wanted, are the domain's business (STATE 9).

import { randomUUID } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fsync,
  open as openInThread,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type ReadStream,
} from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** How long a spool file that nobody writes to may lie; its modification time is its lease. */
const SPOOL_LEASE_MILLISECONDS = 60 * 60 * 1000;

/** Below this a blob is read at once; above it, streamed. */
export const SMALL_BLOB_BYTES = 64 * 1024;

/** Where the bytes of this name lie. */
export function blobPath(dataFolder: string, sha256: string): string {
  return join(dataFolder, 'blobs', sha256.slice(0, 2), sha256);
}

export class BlobStore {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = dataFolder;
  }

  async prepare(): Promise<void> {
    await mkdir(join(this.#folder, 'spool'), { recursive: true });
    for (let prefix = 0; prefix < 256; prefix += 1) {
      await mkdir(join(this.#folder, 'blobs', prefix.toString(16).padStart(2, '0')), { recursive: true });
    }
    await syncFolder(join(this.#folder, 'blobs'));
    await syncFolder(this.#folder);
  }

  /** A new file to receive bytes of which the name is not known yet. */
  async openSpool(): Promise<Spool> {
    const path = join(this.#folder, 'spool', randomUUID());
    return new Spool(path, await open(path, 'wx+', 0o600));
  }

  /**
   * Gives a spooled file its name; afterwards it survives loss of power. Where the blob is there already
   * the spool stays, so that it can be put again should the old blob be collected before the commit. What lies
   * there with another size was damaged, and gives way.
   */
  async put(sha256: string, spool: Spool): Promise<void> {
    if (!(await this.isWhole(sha256, await spool.sizeBytes()))) {
      await spool.sync();
      await spool.moveTo(this.#path(sha256));
    }
    await syncFolder(this.#folderOf(sha256));
  }

  /**
   * The same for bytes at hand. The disk is waited for in another thread, and creating a file may wait for it too;
   * writing and renaming a small one take less time than handing them over.
   */
  async putBytes(sha256: string, bytes: Buffer): Promise<void> {
    if (statSync(this.#path(sha256), { throwIfNoEntry: false })?.size !== bytes.length) {
      const path = join(this.#folder, 'spool', randomUUID());
      const descriptor = await openFile(path, 'wx', 0o600);
      try {
        writeFileSync(descriptor, bytes);
        await sync(descriptor);
        renameSync(path, this.#path(sha256));
      } catch (error) {
        rmSync(path, { force: true });
        throw error;
      } finally {
        closeSync(descriptor);
      }
    }
    await syncFolder(this.#folderOf(sha256));
  }

  /** Without a promise: it is asked while all other writers wait. */
  has(sha256: string): boolean {
    return existsSync(this.#path(sha256));
  }

  async sizeBytes(sha256: string): Promise<number | null> {
    return stat(this.#path(sha256)).then(
      (stats) => stats.size,
      () => null,
    );
  }

  /** Whether so many bytes lie there; what they are only `fsck` looks at. */
  async isWhole(sha256: string, sizeBytes: number): Promise<boolean> {
    return (await this.sizeBytes(sha256)) === sizeBytes;
  }

  /** All bytes at once, for small blobs only: one synchronous read costs less than a stream. */
  readSmall(sha256: string): Buffer {
    return readFileSync(this.#path(sha256));
  }

  /** `end` is inclusive. */
  stream(sha256: string, range?: { start: number; end: number }): ReadStream {
    return createReadStream(this.#path(sha256), { ...range, highWaterMark: 256 * 1024 });
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.#path(sha256), { force: true });
  }

  /** The names of stored blobs whose file is older than `before`. */
  async *olderThan(before: Date): AsyncGenerator<string> {
    for (const prefix of await readdir(join(this.#folder, 'blobs'))) {
      for (const sha256 of await readdir(join(this.#folder, 'blobs', prefix))) {
        const stats = await stat(this.#path(sha256)).catch(() => null);
        if (stats !== null && stats.mtime < before) yield sha256;
      }
    }
  }

  /** Removes spool files whose lease ran out: what a killed process left. */
  async sweepSpool(now: Date): Promise<void> {
    const folder = join(this.#folder, 'spool');
    for (const name of await readdir(folder)) {
      const stats = await stat(join(folder, name)).catch(() => null);
      if (stats !== null && now.getTime() - stats.mtimeMs > SPOOL_LEASE_MILLISECONDS) {
        await rm(join(folder, name), { force: true });
      }
    }
  }

  /** Removes all spool files; only for the sole user of the folder, before it serves. */
  async emptySpool(): Promise<void> {
    const folder = join(this.#folder, 'spool');
    for (const name of await readdir(folder)) await rm(join(folder, name), { force: true });
  }

  #folderOf(sha256: string): string {
    return join(this.#folder, 'blobs', sha256.slice(0, 2));
  }

  #path(sha256: string): string {
    return blobPath(this.#folder, sha256);
  }
}

/** A file that is being received. Whoever opens one discards it, however the receiving ends. */
export class Spool {
  #isOpen = true;
  #isMoved = false;

  constructor(
    readonly path: string,
    readonly handle: FileHandle,
  ) {}

  sync(): Promise<void> {
    return this.handle.sync();
  }

  /** What was written to it; once it was moved, of where it was moved to. */
  async sizeBytes(): Promise<number> {
    return (await this.handle.stat()).size;
  }

  /** Its bytes then belong to the target. */
  async moveTo(target: string): Promise<void> {
    await rename(this.path, target);
    this.#isMoved = true;
  }

  async discard(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.handle.close();
    if (!this.#isMoved) await unlink(this.path);
  }
}

const sync = promisify(fsync);
const openFile = promisify(openInThread);

async function syncFolder(path: string): Promise<void> {
  const descriptor = openSync(path, 'r');
  try {
    await sync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
