// Takes the bytes of an upload as they come: counts them, hashes them, keeps a small file in memory and spools
// a large one. Nothing is decided here but the size limit; whoever receives a file discards it afterwards.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createBLAKE2b, type IHasher } from 'hash-wasm';
import type { Spool } from '../../storage/blobs.ts';
import { UploadRefused } from '../errors.ts';
import type { World } from '../world.ts';
import type { DigestName } from './upload-form.ts';

/** A file up to this size never touches the disk before it is accepted. */
const MEMORY_LIMIT_BYTES = 1024 * 1024;
const WRITE_BYTES = 512 * 1024;

export class ReceivedFile {
  constructor(
    readonly filename: string,
    readonly sizeBytes: number,
    readonly digests: Map<DigestName, string>,
    /** Where the bytes are. */
    readonly content: Buffer | Spool,
  ) {}

  get sha256(): string {
    return this.digests.get('sha256')!;
  }

  /** A digest that was asked for only after the bytes had passed is computed from where they are. */
  async digest(name: DigestName): Promise<string> {
    const known = this.digests.get(name);
    if (known !== undefined) return known;
    const hasher = await createHasher(name);
    if (Buffer.isBuffer(this.content)) hasher.update(this.content);
    else for await (const chunk of createReadStream(this.content.path)) hasher.update(chunk as Buffer);
    const digest = hasher.digest();
    this.digests.set(name, digest);
    return digest;
  }

  async discard(): Promise<void> {
    if (!Buffer.isBuffer(this.content)) await this.content.discard();
  }
}

/** @throws {UploadRefused} FILE_TOO_LARGE, leaving nothing behind */
export async function receiveFile(
  world: Pick<World, 'blobs'>,
  source: AsyncIterable<Buffer>,
  options: { readonly filename: string; readonly maxBytes: number; readonly digests: readonly DigestName[] },
): Promise<ReceivedFile> {
  const hashers = new Map<DigestName, Hasher>();
  for (const name of new Set<DigestName>(['sha256', ...options.digests]))
    hashers.set(name, await createHasher(name));

  let sizeBytes = 0;
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let spool: Spool | null = null;
  try {
    for await (const chunk of source) {
      sizeBytes += chunk.length;
      if (sizeBytes > options.maxBytes) throw tooLarge(options.maxBytes);
      for (const hasher of hashers.values()) hasher.update(chunk);
      pending.push(chunk);
      pendingBytes += chunk.length;
      if (pendingBytes >= (spool === null ? MEMORY_LIMIT_BYTES : WRITE_BYTES)) {
        spool ??= await world.blobs.openSpool();
        await spool.handle.writev(pending);
        pending = [];
        pendingBytes = 0;
      }
    }
    if (spool !== null && pendingBytes > 0) await spool.handle.writev(pending);
  } catch (error) {
    await spool?.discard();
    throw error;
  }
  const digests = new Map([...hashers].map(([name, hasher]) => [name, hasher.digest()] as const));
  return new ReceivedFile(options.filename, sizeBytes, digests, spool ?? Buffer.concat(pending));
}

interface Hasher {
  update(chunk: Buffer): void;
  /** Lower-case hexadecimal. */
  digest(): string;
}

/** Node's OpenSSL has no BLAKE2b of 256 bits. Making the one of WebAssembly costs more than hashing a small file. */
async function createHasher(name: DigestName): Promise<Hasher> {
  if (name === 'blake2_256') {
    const blake = (idleBlakes.pop() ?? (await createBLAKE2b(256))).init();
    return {
      update: (chunk) => void blake.update(chunk),
      digest() {
        const digest = blake.digest('hex');
        idleBlakes.push(blake);
        return digest;
      },
    };
  }
  const hash = createHash(name);
  return { update: (chunk) => void hash.update(chunk), digest: () => hash.digest('hex') };
}

const idleBlakes: IHasher[] = [];

function tooLarge(maxBytes: number): UploadRefused {
  return new UploadRefused('FILE_TOO_LARGE', `File too large. Limit for this server is ${maxBytes} bytes.`);
}
