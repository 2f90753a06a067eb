// Downloads and metadata sidecars: immutable, with strong tags and single ranges (RFC 9110, section 14).
// Never encoded: pip hashes the bytes as they come. A small file is read at once, a large one streamed.

import { pipeline } from 'node:stream/promises';
import { Forbidden, NotFound, RequestRefused } from '../domain/errors.ts';
import { mayRead } from '../domain/indexes/access.ts';
import type { OpenIndex } from '../domain/indexes/directory.ts';
import { Recall, UNKNOWN_PROJECT } from '../domain/packages/recall.ts';
import { resolverOf } from '../domain/packages/repository.ts';
import { openStored, type StoredBytes } from '../domain/packages/stored-bytes.ts';
import type { World } from '../domain/world.ts';
import type { Exchange } from './exchange.ts';
import { matchesETag } from './negotiate.ts';

const SIDECAR = '.metadata';
const FILE_MEMORY_BYTES = 8 * 1024 * 1024;

interface FileAnswer {
  readonly project: string;
  /** Null: no such file. */
  readonly blob: { readonly sha256: string; readonly sizeBytes: number; readonly type: string } | null;
}

export class Downloads {
  readonly #world: World;
  readonly #answers: Recall<FileAnswer>;

  constructor(world: World) {
    this.#world = world;
    this.#answers = new Recall(world.commits, {
      maxBytes: FILE_MEMORY_BYTES,
      bytesOf: () => 200,
      projectOf: ({ project, blob }) => (blob === null ? null : project),
    });
  }

  /** @throws {NotFound} @throws {Forbidden} @throws {RequestRefused} RANGE_NOT_SATISFIABLE */
  file(exchange: Exchange, index: OpenIndex, sha256: string, filename: string): void | Promise<void> {
    const key = `${index.id} ${sha256} ${filename}`;
    const found = this.#answers.get(key, UNKNOWN_PROJECT, () => this.#look(index, sha256, filename));
    if (found instanceof Promise) return found.then((looked) => this.#answer(exchange, index, looked));
    return this.#answer(exchange, index, found);
  }

  async #look(index: OpenIndex, sha256: string, filename: string): Promise<FileAnswer> {
    const isSidecar = filename.endsWith(SIDECAR);
    const name = isSidecar ? filename.slice(0, -SIDECAR.length) : filename;
    const found = await resolverOf(this.#world, index.id).file(sha256, name);
    if (found === null) return { project: '', blob: null };
    const { file, project } = found;
    if (!isSidecar) {
      return { project, blob: { sha256, sizeBytes: file.sizeBytes, type: 'application/octet-stream' } };
    }
    if (file.kind !== 'WHEEL') return { project, blob: null };
    const sizeBytes = await this.#world.blobs.sizeBytes(file.metadataSha256);
    if (sizeBytes === null) throw new Error(`The blob ${file.metadataSha256} of ${filename} is missing.`);
    return { project, blob: { sha256: file.metadataSha256, sizeBytes, type: 'text/plain; charset=utf-8' } };
  }

  #answer(exchange: Exchange, index: OpenIndex, { project, blob }: FileAnswer): void | Promise<void> {
    if (blob === null) throw new NotFound('There is no such file in this index.');
    if (!mayRead(exchange.actor, index, project))
      throw new Forbidden('This token is not for the project of this file.');
    const { headers } = exchange.req;
    const etag = `"${blob.sha256}"`;
    const shared = [
      'content-type', blob.type,
      'etag', etag,
      'cache-control', `${index.isPublic ? 'public' : 'private'}, max-age=31536000, immutable`,
      'accept-ranges', 'bytes',
      'x-content-type-options', 'nosniff',
    ]; // prettier-ignore
    if (matchesETag(headers['if-none-match'], etag)) return exchange.send(304, shared);
    const range = wantedRange(headers.range, headers['if-range'] as string | undefined, etag, blob.sizeBytes);
    const stored = openStored(this.#world, blob.sha256, blob.sizeBytes, range);
    const length = range === null ? blob.sizeBytes : range.end - range.start + 1;
    const place =
      range === null ? [] : ['content-range', `bytes ${range.start}-${range.end}/${blob.sizeBytes}`];
    return sendBytes(
      exchange,
      range === null ? 200 : 206,
      [...shared, ...place, 'content-length', length],
      stored,
    );
  }
}

function sendBytes(
  exchange: Exchange,
  status: number,
  headers: readonly (string | number)[],
  stored: StoredBytes,
): void | Promise<void> {
  if (exchange.isHead || Buffer.isBuffer(stored))
    return exchange.send(status, headers, Buffer.isBuffer(stored) ? stored : null);
  exchange.res.writeHead(status, ['x-request-id', exchange.requestId, ...headers] as never);
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
