// One process for each data folder. The lock is one of the operating system's, which SQLite takes on the file `lock`
// in the folder: it ends with its process however that ends, so that no stale lock is ever left to clean up.

import { join } from 'node:path';

import Sqlite from 'better-sqlite3';

import { DataFolderRefused } from './data-folder.ts';

/** Another process, or another part of this one, works in the folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';

  constructor(folder: string) {
    super(
      `The data folder ${folder} is in use by another Wheelhouse server: ` +
        'stop that one, or name another folder in WHEELHOUSE_DATA.',
    );
  }
}

export interface FolderLock {
  /** Lets another process have the folder; calling it again does nothing. */
  release(): void;
}

/** Locked files; a connection that nothing refers to would be closed by the garbage collector, and its lock with it. */
const held = new Set<Sqlite.Database>();

/** Locks an existing folder for this process, without waiting. Throws `FolderInUse` and `DataFolderRefused`. */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, 'lock');
  const file = refusing(folder, path, () => new Sqlite(path, { timeout: 0 }));
  try {
    refusing(folder, path, () => file.exec('BEGIN EXCLUSIVE'));
  } catch (error) {
    file.close();
    throw error;
  }
  held.add(file);
  return {
    release() {
      held.delete(file);
      file.close();
    },
  };
}

function refusing<Result>(folder: string, path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error;
    if (error.code === 'SQLITE_BUSY') throw new FolderInUse(folder);
    throw new DataFolderRefused(
      `${path} cannot be locked: ${error.message}. Move it away, or name another folder in WHEELHOUSE_DATA.`,
    );
  }
}
