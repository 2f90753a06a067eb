// Copies of files of upstreams: `mirror-files/ab/<sha256>`, received in `mirror-files/incoming/`. They can be fetched
// again, so nothing waits for the disk here. Which of them are wanted is told by rows.

import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, statSync } from 'node:fs';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { requireRoom } from './free-space.ts';

/** How long a file that nobody writes to may lie unfinished. */
const LEASE_MILLISECONDS = 60 * 60 * 1000;

export interface Incoming {
  readonly path: string;
  readonly handle: FileHandle;
}

export class MirrorFileStore {
  readonly #dataFolder: string;
  readonly #folder: string;
  readonly #minFreeBytes: number;

  constructor(dataFolder: string, minFreeBytes: number) {
    this.#dataFolder = dataFolder;
    this.#folder = join(dataFolder, 'mirror-files');
    this.#minFreeBytes = minFreeBytes;
  }

  path(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }

  /** Null: it is not here. Without a promise: it is asked for each download. */
  sizeBytes(sha256: string): number | null {
    return statSync(this.path(sha256), { throwIfNoEntry: false })?.size ?? null;
  }

  /** @throws {DiskNearlyFull} when so many bytes more would leave less free than has to be */
  requireRoom(bytes: number): Promise<void> {
    return requireRoom(this.#dataFolder, this.#minFreeBytes, bytes);
  }

  async receive(): Promise<Incoming> {
    const folder = join(this.#folder, 'incoming');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, randomUUID());
    return { path, handle: await open(path, 'wx', 0o600) };
  }

  /** In one step for those who read it meanwhile: they find it here or there. */
  keep(path: string, sha256: string): string {
    const target = this.path(sha256);
    mkdirSync(join(this.#folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 });
    renameSync(path, target);
    return target;
  }

  async discard(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true });
  }

  /** The digests of files that have lain here since `before` at least, and what was never finished goes. */
  async *olderThan(before: Date): AsyncGenerator<string> {
    for (const prefix of await namesIn(this.#folder)) {
      const folder = join(this.#folder, prefix);
      for (const name of await namesIn(folder)) {
        const modified = (await stat(join(folder, name)).catch(() => null))?.mtime ?? new Date();
        if (prefix !== 'incoming') {
          if (modified < before) yield name;
        } else if (modified.getTime() < Date.now() - LEASE_MILLISECONDS) {
          await rm(join(folder, name), { force: true });
        }
      }
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
}
