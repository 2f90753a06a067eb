// Reads zip and gzipped tar archives that strangers made: what they hold, and the bytes of few members, in constant
// memory, with a limit on all that an archive can say about itself, and no way for one to end the process. Which members
// count, `domain/packages` says. Whatever is wrong with an archive is an `ArchiveUnreadable`; only the file system's own
// errors pass through.

import { createHash } from 'node:crypto';
import { createInflateRaw } from 'node:zlib';
import { Readable } from 'node:stream';

import { ArchiveUnreadable, chunks, withBytes, type ArchiveBytes } from './archive-bytes.ts';
import { LIMITS, tooLarge, type ArchiveMember } from './archive-members.ts';
import { LINKED, readTarGz } from './tar.ts';
import { readZip, readZipMember, type ZipMember } from './zip.ts';

export type ArchiveFormat = 'ZIP' | 'TAR_GZ';

export interface Member {
  readonly path: string;
  readonly bytes: Buffer;
}

export interface Archive {
  /** All it holds, folders that it names included. */
  readonly members: readonly ArchiveMember[];
  /** Of those that were wanted, the first eight. */
  readonly wanted: readonly Member[];
  /** What it has that not all readers take, as ends of a sentence that begins with "It". */
  readonly oddities: readonly string[];
  /** SHA-256 of each file by its path, in URL-safe base64 without padding, where they were asked for; of a zip alone. */
  readonly digests: ReadonlyMap<string, string>;
}

export interface Reading {
  readonly format: ArchiveFormat;
  /** Whose bytes are read, each at most 16 MiB. */
  readonly isWanted: (path: string) => boolean;
  /** Unpacks everything; else nothing is read of what is not wanted. */
  readonly withDigests?: boolean;
}

const MAX_WANTED = 8;

/** The archive is known to be whole. The source is a path or the archive itself. @throws {ArchiveUnreadable} */
export async function readArchive(source: string | Buffer, reading: Reading): Promise<Archive> {
  const { format } = reading;
  try {
    return await withBytes(source, (archive) =>
      format === 'ZIP' ? fromZip(archive, reading) : fromTarGz(archive, reading),
    );
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

async function fromTarGz(archive: ArchiveBytes, { isWanted }: Reading): Promise<Archive> {
  const { members, wanted } = await readTarGz(archive, isWanted);
  return { members, wanted, oddities: [], digests: new Map() };
}

async function fromZip(archive: ArchiveBytes, { isWanted, withDigests = false }: Reading): Promise<Archive> {
  const { members, oddities } = await readZip(archive);
  const wanted: Member[] = [];
  for (const member of members.filter(({ path, kind }) => kind !== 'FOLDER' && isWanted(path))) {
    if (wanted.length === MAX_WANTED) break;
    if (member.kind === 'LINK') throw new ArchiveUnreadable(LINKED);
    if (Math.max(member.sizeBytes, member.entry.packedBytes) > LIMITS.memberBytes) throw tooLarge();
    wanted.push({ path: member.path, bytes: await readZipMember(archive, member) });
  }
  const digests = new Map<string, string>();
  for (const member of withDigests ? members.filter(({ kind }) => kind === 'FILE') : []) {
    digests.set(member.path, await digestOf(archive, member));
  }
  return { members, wanted, oddities: [...oddities], digests };
}

async function digestOf(archive: ArchiveBytes, member: ZipMember): Promise<string> {
  const { entry, dataAt } = member;
  const hash = createHash('sha256');
  if (Math.max(entry.sizeBytes, entry.packedBytes) <= LIMITS.memberBytes) {
    return hash.update(await readZipMember(archive, member)).digest('base64url');
  }
  const packed = Readable.from(chunks(archive, dataAt, dataAt + entry.packedBytes));
  const bytes: AsyncIterable<Buffer> =
    entry.method === 0 ? packed : (packed.compose(createInflateRaw()) as Readable);
  let sizeBytes = 0;
  for await (const chunk of bytes) {
    sizeBytes += chunk.length;
    if (sizeBytes > entry.sizeBytes) throw new Error('The member is larger than the directory says.');
    hash.update(chunk);
  }
  if (sizeBytes !== entry.sizeBytes) throw new Error('The member is smaller than the directory says.');
  return hash.digest('base64url');
}
