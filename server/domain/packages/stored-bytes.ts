// The bytes of a stored file, or a part of them: at once when they are few, else as a stream that is opened
// only when it is read.

import type { Readable } from 'node:stream';
import { SMALL_BLOB_BYTES } from '../../storage/blobs.ts';
import type { World } from '../world.ts';

export type StoredBytes = Buffer | (() => Readable);

/** `range.end` is inclusive. */
export function openStored(
  { blobs }: Pick<World, 'blobs'>,
  sha256: string,
  sizeBytes: number,
  range: { readonly start: number; readonly end: number } | null,
): StoredBytes {
  if (sizeBytes > SMALL_BLOB_BYTES) return () => blobs.stream(sha256, range ?? undefined);
  const bytes = blobs.readSmall(sha256);
  return range === null ? bytes : bytes.subarray(range.start, range.end + 1);
}
