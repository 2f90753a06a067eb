// An archive as a range of bytes: all of it in memory, or read from an open file where it is asked for; and what is
// thrown when an archive is at fault.

import { open, type FileHandle } from 'node:fs/promises';

const SMALL_FILE_BYTES = 1024 * 1024;
const WINDOW_BYTES = 64 * 1024;

/** The archive is at fault. `message` is a public sentence that says in what way. */
export class ArchiveUnreadable extends Error {
  override readonly name = 'ArchiveUnreadable';
}

export interface ArchiveBytes {
  readonly size: number;
  /** Exactly these bytes. @throws where they are not all within the archive */
  read(position: number, length: number): Promise<Buffer>;
}

/** The source is a path or the archive itself. */
export async function withBytes<Result>(
  source: string | Buffer,
  use: (archive: ArchiveBytes) => Promise<Result>,
): Promise<Result> {
  if (typeof source !== 'string') return use(bytesInMemory(source));
  const handle = await open(source);
  try {
    const { size } = await handle.stat();
    const isSmall = size <= SMALL_FILE_BYTES;
    return await use(isSmall ? bytesInMemory(await handle.readFile()) : bytesInFile(handle, size));
  } finally {
    await handle.close();
  }
}

function bytesInMemory(whole: Buffer): ArchiveBytes {
  return {
    size: whole.length,
    read: async (position, length) => exactly(length, whole.subarray(position, position + length)),
  };
}

function bytesInFile(handle: FileHandle, size: number): ArchiveBytes {
  return {
    size,
    async read(position, length) {
      // Before there is room for it: a forged length must not cost memory.
      if (position < 0 || position + length > size) throw outside();
      const target = Buffer.allocUnsafe(length);
      const { bytesRead } = await handle.read(target, 0, length, position);
      return exactly(length, target.subarray(0, bytesRead));
    },
  };
}

/** Reads ahead: thousands of short reads in a row, each a little further on, become a few long ones. */
export function readAhead(archive: ArchiveBytes): ArchiveBytes {
  let ahead: Buffer = Buffer.alloc(0);
  let aheadAt = 0;
  return {
    size: archive.size,
    async read(position, length) {
      if (position < aheadAt || position + length > aheadAt + ahead.length) {
        const rest = Math.min(WINDOW_BYTES, archive.size - position);
        ahead = await archive.read(position, Math.max(length, rest));
        aheadAt = position;
      }
      return ahead.subarray(position - aheadAt, position - aheadAt + length);
    },
  };
}

export async function* chunks(archive: ArchiveBytes, from = 0, to = archive.size): AsyncGenerator<Buffer> {
  for (let position = from; position < to; position += WINDOW_BYTES) {
    yield await archive.read(position, Math.min(WINDOW_BYTES, to - position));
  }
}

function exactly(length: number, bytes: Buffer): Buffer {
  if (bytes.length !== length) throw outside();
  return bytes;
}

function outside(): Error {
  return new Error('The archive points outside itself.');
}
