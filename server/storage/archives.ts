// Reads single members of zip and gzipped tar archives that strangers made: in constant memory, with a limit on all that
// an archive can say about itself, and no way for one to end the process. Which members count, `domain/packages` says.
// Whatever is wrong with an archive is an `ArchiveUnreadable`; only the file system's own errors pass through.

import { open, type FileHandle } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { crc32, createGunzip, inflateRaw } from 'node:zlib';

import { extract } from 'tar-stream';
import { fromRandomAccessReader, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';

const MIB = 1024 * 1024;
const SMALL_FILE_BYTES = MIB;
const CHUNK_BYTES = 64 * 1024;
const MAX_MEMBER_BYTES = 16 * MIB;
const MAX_ENTRIES = 100_000;
const ENTRIES_AT_A_TIME = 500;
const MAX_UNPACKED_RATIO = 200;
const UNPACKED_ALWAYS_ALLOWED_BYTES = 64 * MIB;

export type ArchiveFormat = 'ZIP' | 'TAR_GZ';

export interface Member {
  readonly path: string;
  readonly bytes: Buffer;
}

/** The archive is at fault. `message` is a public sentence that says in what way. */
export class ArchiveUnreadable extends Error {
  override readonly name = 'ArchiveUnreadable';
}

/**
 * The first two members whose path is wanted, each at most 16 MiB: two, so that who wants one sees that it is the only
 * one. Nothing is read of the others, but the archive is known to be whole. The source is a path or the archive itself.
 * @throws {ArchiveUnreadable}
 */
export async function readMembers(
  source: string | Buffer,
  format: ArchiveFormat,
  isWanted: (path: string) => boolean,
): Promise<Member[]> {
  if (typeof source !== 'string') return readFrom(bytesInMemory(source), format, isWanted);
  const handle = await open(source);
  try {
    const { size } = await handle.stat();
    const isSmall = size <= SMALL_FILE_BYTES;
    const archive = isSmall ? bytesInMemory(await handle.readFile()) : bytesInFile(handle, size);
    return await readFrom(archive, format, isWanted);
  } finally {
    await handle.close();
  }
}

async function readFrom(archive: Bytes, format: ArchiveFormat, isWanted: (path: string) => boolean) {
  try {
    return format === 'ZIP' ? await readZip(archive, isWanted) : await readTarGz(archive, isWanted);
  } catch (error) {
    if (error instanceof ArchiveUnreadable || isFileSystemError(error)) throw error;
    const form = format === 'ZIP' ? 'zip' : 'gzipped tar';
    const message = `The archive is truncated, damaged or no ${form} archive; build and upload it again.`;
    throw new ArchiveUnreadable(message, { cause: error });
  }
}

/** A disk that fails is not the archive's fault, and the person who uploads is not told so. */
function isFileSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** An archive as a range of bytes: all of it in memory, or read from an open file where it is asked for. */
interface Bytes {
  readonly size: number;
  /** Exactly these bytes. @throws where they are not all within the archive */
  read(position: number, length: number): Promise<Buffer>;
}

function bytesInMemory(whole: Buffer): Bytes {
  return {
    size: whole.length,
    read: async (position, length) => exactly(length, whole.subarray(position, position + length)),
  };
}

function bytesInFile(handle: FileHandle, size: number): Bytes {
  return {
    size,
    async read(position, length) {
      const target = Buffer.allocUnsafe(length);
      const { bytesRead } = await handle.read(target, 0, length, position);
      return exactly(length, target.subarray(0, bytesRead));
    },
  };
}

function exactly(length: number, bytes: Buffer): Buffer {
  if (bytes.length !== length) throw new Error('The archive points outside itself.');
  return bytes;
}

async function readZip(archive: Bytes, isWanted: (path: string) => boolean): Promise<Member[]> {
  const zip = await openZip(archive);
  if (zip.entryCount > MAX_ENTRIES) throw tooManyEntries();
  const entries = await findEntries(zip, isWanted);
  const members: Member[] = [];
  for (const entry of entries.slice(0, 2)) {
    members.push({ path: entry.fileName, bytes: await readEntry(archive, entry) });
  }
  return members;
}

function openZip(archive: Bytes): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true };
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(new ReadAhead(archive), archive.size, options, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(error);
    });
  });
}

/**
 * What yauzl reads the directory through, which is thousands of short reads in a row. Not its own reader of file
 * descriptors for another reason: given a forged position, that one throws inside a callback and ends the process.
 */
class ReadAhead extends RandomAccessReader {
  readonly #archive: Bytes;
  #ahead: Buffer = Buffer.alloc(0);
  #aheadAt = 0;

  constructor(archive: Bytes) {
    super();
    this.#archive = archive;
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null) => void,
  ): void {
    this.#bytesAt(position, length).then((bytes) => {
      bytes.copy(target, offset);
      done(null);
    }, done);
  }

  async #bytesAt(position: number, length: number): Promise<Buffer> {
    if (position < this.#aheadAt || position + length > this.#aheadAt + this.#ahead.length) {
      const ahead = Math.min(CHUNK_BYTES, this.#archive.size - position);
      this.#ahead = await this.#archive.read(position, Math.max(length, ahead));
      this.#aheadAt = position;
    }
    const start = position - this.#aheadAt;
    return this.#ahead.subarray(start, start + length);
  }
}

/** Walks the whole directory: a second candidate behind the first is what must not be missed. */
function findEntries(zip: ZipFile, isWanted: (path: string) => boolean): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const found: Entry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(found));
    zip.on('entry', (entry: Entry) => {
      if (hasSecondName(entry)) {
        return reject(
          new ArchiveUnreadable('A file in it has two names; build it with a current build tool.'),
        );
      }
      if (isWanted(entry.fileName)) found.push(entry);
      // In memory nothing else would let other requests have their turn.
      if (zip.entriesRead % ENTRIES_AT_A_TIME === 0) setImmediate(() => zip.readEntry());
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

const UNICODE_PATH = 0x7075;

/** Installers read the name as it stands; an extra field with another one would show us other metadata than them. */
function hasSecondName(entry: Entry): boolean {
  const { extraFields, fileNameRaw, fileName } = entry as Entry & { readonly fileNameRaw: Buffer };
  return extraFields.some(({ id }) => id === UNICODE_PATH) && fileNameRaw.toString('utf8') !== fileName;
}

const STORED = 0;
const DEFLATED = 8;
const inflate = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);

async function readEntry(archive: Bytes, entry: Entry): Promise<Buffer> {
  const { compressionMethod: method, compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted())
    throw new ArchiveUnreadable('A file that must be read is encrypted; build it without a password.');
  if (method !== STORED && method !== DEFLATED) {
    throw new ArchiveUnreadable('A file that must be read is neither stored nor deflated; use one of these.');
  }
  if (Math.max(compressedSize, uncompressedSize) > MAX_MEMBER_BYTES) throw tooLarge();

  const packed = await readPacked(archive, entry);
  const bytes =
    method === STORED ? packed : await inflate(packed, { maxOutputLength: uncompressedSize || 1 });
  if (bytes.length !== uncompressedSize || crc32(bytes) !== entry.crc32) {
    throw new Error('The member has another size or checksum than the directory says.');
  }
  return bytes;
}

const LOCAL_HEADER_BYTES = 30;
const LOCAL_HEADER_SIGNATURE = 0x04034b50;

/** The data follows a second header, whose name and extra fields have lengths of their own. */
async function readPacked(archive: Bytes, entry: Entry): Promise<Buffer> {
  const headerAt = entry.relativeOffsetOfLocalHeader;
  const header = await archive.read(headerAt, LOCAL_HEADER_BYTES);
  if (header.readUInt32LE(0) !== LOCAL_HEADER_SIGNATURE) throw new Error('No member begins here.');
  const dataAt = headerAt + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
  return archive.read(dataAt, entry.compressedSize);
}

/** Reads to the end although what is wanted comes early: only there the checksum tells that nothing is missing. */
async function readTarGz(archive: Bytes, isWanted: (path: string) => boolean): Promise<Member[]> {
  const members: Member[] = [];
  let entries = 0;
  const tar = extract();
  tar.on('entry', ({ name: path, type, size }, content, next) => {
    // The same error reaches `tar`, which answers for it; unheard here it would end the process.
    content.on('error', () => {});
    entries += 1;
    if (entries > MAX_ENTRIES) return next(tooManyEntries());
    if (members.length === 2 || !isWanted(path)) {
      content.on('end', next);
      return content.resume();
    }
    if (type !== 'file')
      return next(
        new ArchiveUnreadable('A file that must be read is a link or a device; put the file itself there.'),
      );
    if (size > MAX_MEMBER_BYTES) return next(tooLarge());
    buffer(content).then((bytes) => {
      members.push({ path, bytes });
      next();
    }, next);
  });
  const limit = Math.max(UNPACKED_ALWAYS_ALLOWED_BYTES, MAX_UNPACKED_RATIO * archive.size);
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  await pipeline(chunks(archive), gunzip, (unpacked) => atMost(limit, unpacked), tar);
  return members;
}

async function* chunks(archive: Bytes): AsyncGenerator<Buffer> {
  for (let position = 0; position < archive.size; position += CHUNK_BYTES) {
    yield await archive.read(position, Math.min(CHUNK_BYTES, archive.size - position));
  }
}

async function* atMost(limit: number, unpacked: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of unpacked) {
    bytes += chunk.length;
    if (bytes > limit) {
      const shown = Math.floor(limit / MIB);
      throw new ArchiveUnreadable(`The archive unpacks to more than ${shown} MiB; leave such data out.`);
    }
    yield chunk;
  }
}

function tooManyEntries(): ArchiveUnreadable {
  return new ArchiveUnreadable(`The archive holds more than ${MAX_ENTRIES} files; split the distribution.`);
}

function tooLarge(): ArchiveUnreadable {
  const shown = MAX_MEMBER_BYTES / MIB;
  return new ArchiveUnreadable(`A file that must be read is larger than ${shown} MiB; shorten it.`);
}
