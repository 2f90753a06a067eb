// The bytes of a stored file, or a part of them: at once when they are few, else as a stream that is opened
// only when it is read.

import { createReadStream, readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { SMALL_BLOB_BYTES } from '../../storage/blobs.ts';
import type { CopiedBytes } from '../mirrors/mirrors.ts';
import type { World } from '../world.ts';

export type StoredBytes = Buffer | (() => Readable);

/** `end` is inclusive; null: all of it. */
export type BytesRange = { readonly start: number; readonly end: number } | null;

export function openStored(
  { blobs }: Pick<World, 'blobs'>,
  sha256: string,
  sizeBytes: number,
  range: BytesRange,
): StoredBytes {
  if (sizeBytes > SMALL_BLOB_BYTES) return () => blobs.stream(sha256, range ?? undefined);
  return part(blobs.readSmall(sha256), range);
}

/** The same of what a mirror copied. */
export function openCopied({ path, sizeBytes }: CopiedBytes, range: BytesRange): StoredBytes {
  if (sizeBytes > SMALL_BLOB_BYTES) return () => createReadStream(path, range ?? {});
  return part(readFileSync(path), range);
}

function part(bytes: Buffer, range: BytesRange): Buffer {
  return range === null ? bytes : bytes.subarray(range.start, range.end + 1);
}
