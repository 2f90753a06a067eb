// Bytes that are all here, as an answer: immutable, with strong tags and single ranges (RFC 9110, section 14).
// Never encoded: pip hashes the bytes as they come. A small file is read at once, a large one streamed.

import { pipeline } from 'node:stream/promises';
import { RequestRefused } from '../domain/errors.ts';
import type { BytesRange, StoredBytes } from '../domain/packages/stored-bytes.ts';
import type { Exchange } from './exchange.ts';
import { matchesETag } from './negotiate.ts';

export const FILE_TYPE = 'application/octet-stream';
export const SIDECAR_TYPE = 'text/plain; charset=utf-8';

/** `sha256`: null while it is not known, and then the bytes at the address may become others. */
export function sharedHeaders(
  type: string,
  visibility: 'public' | 'private',
  sha256: string | null,
  isImmutable = sha256 !== null,
): (string | number)[] {
  return [
    'content-type', type,
    ...(sha256 === null ? [] : ['etag', `"${sha256}"`]),
    'cache-control', `${visibility}, ${isImmutable ? 'max-age=31536000, immutable' : 'no-cache'}`,
    'accept-ranges', 'bytes',
    'x-content-type-options', 'nosniff',
  ]; // prettier-ignore
}

/** All of them, a part of them, or that they are what the client has. @throws {RequestRefused} RANGE_NOT_SATISFIABLE */
export function sendWhole(
  exchange: Exchange,
  shared: readonly (string | number)[],
  bytes: {
    readonly sha256: string;
    readonly sizeBytes: number;
    readonly open: (range: BytesRange) => StoredBytes;
    /** Told before all of them are sent. */
    readonly onWhole?: () => void;
  },
): void | Promise<void> {
  const { headers } = exchange.req;
  const { sha256, sizeBytes, open, onWhole } = bytes;
  const etag = `"${sha256}"`;
  if (matchesETag(headers['if-none-match'], etag)) return exchange.send(304, shared);
  const range = wantedRange(headers.range, headers['if-range'] as string | undefined, etag, sizeBytes);
  const length = range === null ? sizeBytes : range.end - range.start + 1;
  const place = range === null ? [] : ['content-range', `bytes ${range.start}-${range.end}/${sizeBytes}`];
  const status = range === null ? 200 : 206;
  const all = [...shared, ...place, 'content-length', length];
  if (exchange.isHead) return exchange.send(status, all);
  if (range === null) onWhole?.();
  const stored = open(range);
  if (Buffer.isBuffer(stored)) return exchange.send(status, all, stored);
  exchange.res.writeHead(status, ['x-request-id', exchange.requestId, ...all] as never);
  return pipeline(stored(), exchange.res);
}

/** Null: the whole file, also for what is no single range of bytes. @throws {RequestRefused} */
export function wantedRange(
  range: string | undefined,
  ifRange: string | undefined,
  etag: string,
  sizeBytes: number,
): { start: number; end: number } | null {
  if (range === undefined || (ifRange !== undefined && ifRange !== etag)) return null;
  const match = /^bytes=([0-9]{0,15})-([0-9]{0,15})$/.exec(range.trim());
  if (match === null || (match[1] === '' && match[2] === '')) return null;
  const last = sizeBytes - 1;
  const start = match[1] === '' ? Math.max(0, sizeBytes - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? last : Math.min(Number(match[2]), last);
  if (match[1] !== '' && match[2] !== '' && Number(match[2]) < start) return null;
  if (start > last || (match[1] === '' && Number(match[2]) === 0)) {
    throw new RequestRefused(
      'RANGE_NOT_SATISFIABLE',
      `The file has ${sizeBytes} bytes; the range lies outside.`,
      ['content-range', `bytes */${sizeBytes}`],
    );
  }
  return { start, end };
}
