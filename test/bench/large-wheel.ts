// A wheel of hundreds of megabytes that is never in memory nor on the client's disk: one block of random bytes,
// repeated and stored without compression. The zip format: PKWARE APPNOTE 4.3.7, 4.3.12 and 4.3.16.

import { createHash, randomBytes, type Hash } from 'node:crypto';
import { crc32 } from 'node:zlib';

import { formAround } from './upload-form.ts';
import type { UploadTarget } from './small-wheels.ts';
import type { Upload } from './uploads.ts';

const MEBIBYTE = 1024 * 1024;
const NAME = 'large-model';
const MODULE = 'large_model';

interface Entry {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  /** Base64url SHA-256, as RECORD writes it. */
  readonly digest: string;
}

/** Makes wheels of one size that differ in their version; what they have in common is hashed once. */
export class LargeWheels {
  readonly #block = randomBytes(MEBIBYTE);
  readonly #blocks: number;
  readonly #payload: Entry;
  readonly #head: Buffer;
  readonly #hashed: Hash;

  constructor(mebibytes: number) {
    this.#blocks = mebibytes;
    const digest = createHash('sha256');
    let crc = 0;
    for (const chunk of this.#chunks()) {
      digest.update(chunk);
      crc = crc32(chunk, crc);
    }
    const name = `${MODULE}/model.bin`;
    this.#payload = { name, size: mebibytes * MEBIBYTE, crc, digest: digest.digest('base64url') };
    this.#head = localHeader(this.#payload);
    this.#hashed = createHash('sha256').update(this.#head);
    for (const chunk of this.#chunks()) this.#hashed.update(chunk);
  }

  upload(target: UploadTarget, version: string): Upload {
    const end = this.#end(version);
    const { head, tail } = formAround({
      name: NAME,
      version,
      filename: `${MODULE}-${version}-py3-none-any.whl`,
      sha256: this.#hashed.copy().update(end).digest('hex'),
    });
    const before = Buffer.concat([head, this.#head]);
    const after = Buffer.concat([end, tail]);
    const chunks = () => this.#chunks();
    function* body(): Iterable<Buffer> {
      yield before;
      yield* chunks();
      yield after;
    }
    return { ...target, bytes: before.length + this.#payload.size + after.length, body };
  }

  *#chunks(): Iterable<Buffer> {
    for (let block = 0; block < this.#blocks; block++) yield this.#block;
  }

  /** Everything behind the payload: the dist-info files and the central directory. */
  #end(version: string): Buffer {
    const info = `${MODULE}-${version}.dist-info`;
    const texts: Record<string, string> = {
      [`${info}/METADATA`]: `Metadata-Version: 2.1\nName: ${NAME}\nVersion: ${version}\nSummary: A large model.\n`,
      [`${info}/WHEEL`]:
        'Wheel-Version: 1.0\nGenerator: wheelhouse-bench\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    };
    const recorded = [this.#payload, ...Object.entries(texts).map(([name, text]) => textEntry(name, text))];
    const record = `${info}/RECORD`;
    texts[record] =
      recorded.map(({ name, size, digest }) => `${name},sha256=${digest},${size}\n`).join('') +
      `${record},,\n`;

    const pieces: Buffer[] = [];
    const directory = [directoryEntry(this.#payload, 0)];
    let offset = this.#head.length + this.#payload.size;
    for (const [name, text] of Object.entries(texts)) {
      const entry = textEntry(name, text);
      directory.push(directoryEntry(entry, offset));
      const piece = Buffer.concat([localHeader(entry), Buffer.from(text)]);
      pieces.push(piece);
      offset += piece.length;
    }
    const central = Buffer.concat(directory);
    return Buffer.concat([...pieces, central, endOfDirectory(directory.length, central.length, offset)]);
  }
}

function textEntry(name: string, text: string): Entry {
  const digest = createHash('sha256').update(text).digest('base64url');
  return { name, size: Buffer.byteLength(text), crc: crc32(text), digest };
}

/** What local header and directory entry share: version, flags, method, time, date, CRC, both sizes, name length. */
function shared({ name, size, crc }: Entry): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x21, 8); // 1 January 1980, the format's first day
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(size, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}

function localHeader(entry: Entry): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04'), shared(entry), Buffer.from(entry.name)]);
}

function directoryEntry(entry: Entry, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE((0o100644 << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  const madeBy = Buffer.from([20, 3]); // on Unix, so that the mode above counts
  return Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, shared(entry), rest, Buffer.from(entry.name)]);
}

function endOfDirectory(entries: number, bytes: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.write('PK\x05\x06', 0, 'latin1');
  record.writeUInt16LE(entries, 8);
  record.writeUInt16LE(entries, 10);
  record.writeUInt32LE(bytes, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
