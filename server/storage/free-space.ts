// Whether the disk has room: a part of it stays free by configuration, for the database and whoever else writes to it.

import { statfs } from 'node:fs/promises';

/** Carries the code that the system uses once nothing at all is left. */
export class DiskNearlyFull extends Error {
  readonly code = 'ENOSPC';

  constructor() {
    super('The disk is nearly full.');
  }
}

/** `minFreeBytes` are still free with `bytes` more; 0: nobody asks. @throws {DiskNearlyFull} */
export async function requireRoom(folder: string, minFreeBytes: number, bytes: number): Promise<void> {
  if (minFreeBytes === 0) return;
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize - bytes < minFreeBytes) throw new DiskNearlyFull();
}

/** Whether this failed because the disk, or what this user may have of it, is full. */
export function isDiskFull(error: unknown): boolean {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
