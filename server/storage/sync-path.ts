// Waits until a file's bytes, or a folder's names, are on the disk. While a server answers, `blobs.ts` does so without
// blocking.

import { closeSync, fsyncSync, openSync } from 'node:fs';

export function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
