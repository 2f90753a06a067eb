// Files of a folder as they lie there, for those who doubt them: whether one can be read, how long it is, what its bytes
// are. Nothing here throws because of what it finds.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface Examined {
  readonly sizeBytes: number;
  /** Hex; null when its bytes were not read. */
  readonly sha256: string | null;
}

/** `ABSENT`, another text that says why it cannot be read, or what it is; `isToBeRead` is given its size. */
export async function examineFile(
  path: string,
  isToBeRead: (sizeBytes: number) => boolean,
): Promise<Examined | string> {
  try {
    const stats = await lstat(path);
    if (!stats.isFile()) return 'it is no file';
    if (!isToBeRead(stats.size)) return { sizeBytes: stats.size, sha256: null };
    const hash = createHash('sha256');
    await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
    return { sizeBytes: stats.size, sha256: hash.digest('hex') };
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? 'ABSENT' : code;
  }
}

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
  /** Null for one that went away meanwhile. */
  readonly modifiedAt: Date | null;
}

/** In no order; null when there is no such folder, or it cannot be read. */
export async function listFolder(path: string): Promise<FolderEntry[] | null> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null) return null;
  return Promise.all(
    entries.map(async (entry) => {
      const stats = await lstat(join(path, entry.name)).catch(() => null);
      return { name: entry.name, isFolder: entry.isDirectory(), modifiedAt: stats?.mtime ?? null };
    }),
  );
}
