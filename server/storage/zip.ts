// Reads a zip archive so that no two readers can see different things in it: its directory and the headers before its
// members have to tell the same, member follows member, and nothing stands before, between or behind them. What tools
// really write and all readers take alike is let through as an oddity. APPNOTE 6.3.10, sections 4.3 and 4.4.

import { promisify } from 'node:util';
import { crc32, inflateRaw, inflateRawSync } from 'node:zlib';

import { ArchiveUnreadable, readAhead, type ArchiveBytes } from './archive-bytes.ts';
import { LIMITS, type ArchiveMember } from './archive-members.ts';
import { readDirectory, type DirectoryEntry } from './zip-directory.ts';

export interface ZipMember extends ArchiveMember {
  readonly entry: DirectoryEntry;
  /** Where its packed bytes begin. */
  readonly dataAt: number;
}

export interface Zip {
  readonly members: readonly ZipMember[];
  readonly oddities: ReadonlySet<string>;
}

const MIB = 1024 * 1024;
const ENTRIES_AT_A_TIME = 500;
const MAX_UNPACKED_RATIO = 50;
const SYNCHRONOUS_BYTES = 32 * 1024;

/** @throws {ArchiveUnreadable}, and other errors for what is damaged */
export async function readZip(archive: ArchiveBytes): Promise<Zip> {
  const { entries, directoryAt, oddities } = await readDirectory(archive);
  refuseBomb(entries, archive.size);
  const members: ZipMember[] = [];
  const headers = readAhead(archive);
  let position = 0;
  for (const entry of [...entries].sort((a, b) => a.headerAt - b.headerAt)) {
    if (entry.headerAt !== position) throw new ArchiveUnreadable(GAP);
    const { dataAt, end, isDescribedBehind } = await readHeader(headers, entry);
    if (isDescribedBehind) oddities.add('writes the size of members behind them (data descriptors)');
    members.push({ ...asMember(entry), entry, dataAt });
    position = end;
    // In memory nothing else would let other requests have their turn.
    if (members.length % ENTRIES_AT_A_TIME === 0) await new Promise(setImmediate);
  }
  if (position !== directoryAt) throw new ArchiveUnreadable(GAP);
  return { members, oddities };
}

/** All bytes of a member, whose size and checksum have to be those of the directory. @throws */
export async function readZipMember(archive: ArchiveBytes, { entry, dataAt }: ZipMember): Promise<Buffer> {
  const packed = await archive.read(dataAt, entry.packedBytes);
  const bytes = entry.method === STORED ? packed : await unpacked(packed, entry.sizeBytes);
  if (bytes.length !== entry.sizeBytes || crc32(bytes) !== entry.crc) {
    throw new Error('The member has another size or checksum than the directory says.');
  }
  return bytes;
}

const STORED = 0;
const GAP =
  'It has bytes that belong to no member, or members that overlap; build it with a current build tool.';
const DIFFERS =
  'What it says of a member differs from what its directory says; build it with a current build tool.';

function refuseBomb(entries: readonly DirectoryEntry[], size: number): void {
  const total = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (total > LIMITS.unpackedAlwaysAllowedBytes && total > MAX_UNPACKED_RATIO * size) {
    const limit = Math.max(LIMITS.unpackedAlwaysAllowedBytes, MAX_UNPACKED_RATIO * size);
    throw new ArchiveUnreadable(
      `The archive unpacks to more than ${Math.floor(limit / MIB)} MiB; leave such data out.`,
    );
  }
}

const LOCAL_HEADER_BYTES = 30;
const LOCAL_HEADER_SIGNATURE = 0x04034b50;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
const DESCRIBED_BEHIND = 0x8;
/** Encrypted, described behind, UTF-8: what changes how the member is read. */
const READING_FLAGS = 0x809;
const IN_ZIP64 = 0xffffffff;

/** A second header stands before the data, with a name, sizes and extra fields of its own. */
async function readHeader(headers: ArchiveBytes, entry: DirectoryEntry) {
  const at = entry.headerAt;
  const header = await headers.read(at, LOCAL_HEADER_BYTES);
  if (header.readUInt32LE(0) !== LOCAL_HEADER_SIGNATURE) throw new Error('No member begins here.');
  const nameBytes = header.readUInt16LE(26);
  const dataAt = at + LOCAL_HEADER_BYTES + nameBytes + header.readUInt16LE(28);
  const flags = header.readUInt16LE(6);
  const isDescribedBehind = (flags & DESCRIBED_BEHIND) !== 0;
  const told = [header.readUInt32LE(14), header.readUInt32LE(18), header.readUInt32LE(22)];
  const isSame =
    (flags & READING_FLAGS) === (entry.flags & READING_FLAGS) &&
    header.readUInt16LE(8) === entry.method &&
    [entry.crc, entry.packedBytes, entry.sizeBytes].every((wanted, place) => {
      const value = told[place];
      return value === wanted || (isDescribedBehind && value === 0) || (place > 0 && value === IN_ZIP64);
    });
  const name = await headers.read(at + LOCAL_HEADER_BYTES, nameBytes);
  if (!isSame || !name.equals(entry.name)) throw new ArchiveUnreadable(DIFFERS);
  const dataEnd = dataAt + entry.packedBytes;
  const end = isDescribedBehind ? dataEnd + (await descriptorBytes(headers, dataEnd, entry)) : dataEnd;
  return { dataAt, end, isDescribedBehind };
}

/** With and without a signature, in 32 and in 64 bits: tools write all four. */
async function descriptorBytes(headers: ArchiveBytes, at: number, entry: DirectoryEntry): Promise<number> {
  const bytes = await headers.read(at, Math.min(24, headers.size - at));
  for (const start of [4, 0]) {
    if (start === 4 && bytes.readUInt32LE(0) !== DESCRIPTOR_SIGNATURE) continue;
    if (bytes.length < start + 12 || bytes.readUInt32LE(start) !== entry.crc) continue;
    const isShort =
      bytes.readUInt32LE(start + 4) === entry.packedBytes &&
      bytes.readUInt32LE(start + 8) === entry.sizeBytes;
    if (isShort) return start + 12;
    const isLong =
      bytes.length >= start + 20 &&
      bytes.readBigUInt64LE(start + 4) === BigInt(entry.packedBytes) &&
      bytes.readBigUInt64LE(start + 12) === BigInt(entry.sizeBytes);
    if (isLong) return start + 20;
  }
  throw new ArchiveUnreadable(DIFFERS);
}

const FILE_TYPE = 0o170000;
const LINK = 0o120000;

function asMember({ path, sizeBytes, mode }: DirectoryEntry): ArchiveMember {
  if (path.endsWith('/')) return { path, sizeBytes, kind: 'FOLDER', target: null };
  return { path, sizeBytes, kind: (mode & FILE_TYPE) === LINK ? 'LINK' : 'FILE', target: null };
}

const inflateInThread = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);

/** A few bytes are unpacked sooner than handed to another thread. */
async function unpacked(packed: Buffer, sizeBytes: number): Promise<Buffer> {
  const options = { maxOutputLength: Math.max(sizeBytes, 1) };
  return sizeBytes <= SYNCHRONOUS_BYTES ? inflateRawSync(packed, options) : inflateInThread(packed, options);
}
