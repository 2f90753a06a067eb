// The directory of a zip archive, which stands at its end: where it is, and what it says of each member. APPNOTE 6.3.10,
// sections 4.3.12 to 4.3.16, and 4.5.3 for sizes above 4 GiB.

import { isUtf8 } from 'node:buffer';

import { ArchiveUnreadable, readAhead, type ArchiveBytes } from './archive-bytes.ts';
import { checkPath, LIMITS, tooManyEntries } from './archive-members.ts';

export interface DirectoryEntry {
  readonly path: string;
  /** The path as its bytes stand there. */
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  readonly headerAt: number;
  /** As Unix has it; 0 when it was made elsewhere. */
  readonly mode: number;
}

export interface Directory {
  readonly entries: readonly DirectoryEntry[];
  readonly directoryAt: number;
  readonly oddities: Set<string>;
}

const ENTRIES_AT_A_TIME = 500;
const TOOL = 'build it with a current build tool';

/** @throws {ArchiveUnreadable}, and other errors for what is damaged */
export async function readDirectory(archive: ArchiveBytes): Promise<Directory> {
  const oddities = new Set<string>();
  const { count, directoryAt, directoryEnd } = await findDirectory(archive, oddities);
  if (count > LIMITS.entries) throw tooManyEntries();
  const ahead = readAhead(archive);
  const entries: DirectoryEntry[] = [];
  const names = new Set<string>();
  let position = directoryAt;
  while (entries.length < count) {
    const { entry, end } = await readEntry(ahead, position, oddities);
    const name = entry.name.toString('latin1');
    if (names.has(name)) throw new ArchiveUnreadable(`It holds a path twice; ${TOOL}.`);
    names.add(name);
    entries.push(entry);
    position = end;
    if (entries.length % ENTRIES_AT_A_TIME === 0) await new Promise(setImmediate);
  }
  if (position !== directoryEnd) throw new Error('The directory is longer or shorter than it says.');
  return { entries, directoryAt, oddities };
}

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;

async function findDirectory(archive: ArchiveBytes, oddities: Set<string>) {
  const tailBytes = Math.min(archive.size, END_BYTES + MAX_COMMENT_BYTES);
  const tail = await archive.read(archive.size - tailBytes, tailBytes);
  const at = findEnd(tail);
  if (at === null) throw new Error('There is no directory at the end.');
  const commentBytes = tail.readUInt16LE(at + 20);
  if (commentBytes > 0) oddities.add('has a comment of its own');
  const end = tail.subarray(at, at + END_BYTES);
  if (end.readUInt32LE(4) !== 0 || end.readUInt16LE(8) !== end.readUInt16LE(10)) {
    throw new ArchiveUnreadable(`It is a part of several; ${TOOL}.`);
  }
  const short = { count: end.readUInt16LE(10), bytes: end.readUInt32LE(12), at: end.readUInt32LE(16) };
  const endAt = archive.size - tailBytes + at;
  const {
    count,
    bytes,
    at: directoryAt,
    directoryEnd,
  } = (await findLong(archive, endAt, short)) ?? {
    ...short,
    directoryEnd: endAt,
  };
  if (directoryAt + bytes !== directoryEnd) {
    throw new ArchiveUnreadable(`Its directory is not where it says; ${TOOL}.`);
  }
  return { count, directoryAt, directoryEnd };
}

/**
 * Where the record of the end is in the last bytes, or null. Readers look for it in several ways, so a comment in which
 * another one could be found is refused. Also how a tar archive is told that is a zip archive as well.
 */
export function findEnd(tail: Buffer): number | null {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END_SIGNATURE) continue;
    return tail.readUInt16LE(at + 20) === tail.length - at - END_BYTES ? at : null;
  }
  return null;
}

const LOCATOR_SIGNATURE = 0x07064b50;
const LOCATOR_BYTES = 20;
const LONG_SIGNATURE = 0x06064b50;
const LONG_BYTES = 56;

interface Whereabouts {
  readonly count: number;
  readonly bytes: number;
  readonly at: number;
}

/** The record with 64 bits, which some readers believe whenever it is there. */
async function findLong(archive: ArchiveBytes, endAt: number, short: Whereabouts) {
  const locatorAt = endAt - LOCATOR_BYTES;
  const locator = locatorAt < 0 ? null : await archive.read(locatorAt, LOCATOR_BYTES);
  if (locator?.readUInt32LE(0) !== LOCATOR_SIGNATURE) return null;
  const at = locatorAt - LONG_BYTES;
  const record = await archive.read(Math.max(at, 0), LONG_BYTES);
  const isExact =
    integer(locator, 8) === at &&
    record.readUInt32LE(0) === LONG_SIGNATURE &&
    integer(record, 4) === LONG_BYTES - 12 &&
    record.readUInt32LE(16) === 0;
  if (!isExact) throw new ArchiveUnreadable(`Its 64-bit directory record is not exact; ${TOOL}.`);
  const long = { count: integer(record, 32), bytes: integer(record, 40), at: integer(record, 48) };
  const agrees =
    (short.count === long.count || short.count === 0xffff) &&
    (short.bytes === long.bytes || short.bytes === 0xffffffff) &&
    (short.at === long.at || short.at === 0xffffffff);
  if (!agrees) throw new ArchiveUnreadable(`It has two directories that differ; ${TOOL}.`);
  return { ...long, directoryEnd: at };
}

const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const MADE_BY_UNIX = 3;
const ENCRYPTED = 0x1;
const PATCHED_OR_MASKED = 0x2060;
const UTF8 = 0x800;
const STORED = 0;
const DEFLATED = 8;

async function readEntry(ahead: ArchiveBytes, position: number, oddities: Set<string>) {
  const head = await ahead.read(position, ENTRY_BYTES);
  if (head.readUInt32LE(0) !== ENTRY_SIGNATURE) throw new Error('The directory ends too early.');
  const lengths = [head.readUInt16LE(28), head.readUInt16LE(30), head.readUInt16LE(32)] as const;
  const rest = await ahead.read(position + ENTRY_BYTES, lengths[0] + lengths[1] + lengths[2]);
  const name = Buffer.from(rest.subarray(0, lengths[0]));
  const flags = head.readUInt16LE(8);
  const method = head.readUInt16LE(10);
  if ((flags & ENCRYPTED) !== 0) {
    throw new ArchiveUnreadable('A file in it is encrypted; build it without a password.');
  }
  if ((flags & PATCHED_OR_MASKED) !== 0 || head.readUInt16LE(34) !== 0) {
    throw new ArchiveUnreadable(`A file in it is a patch, hidden or elsewhere; ${TOOL}.`);
  }
  if (method !== STORED && method !== DEFLATED) {
    throw new ArchiveUnreadable('A file in it is neither stored nor deflated; use one of these.');
  }
  if (lengths[2] > 0) oddities.add('has comments at its members');
  const path = pathOf(name, (flags & UTF8) !== 0, oddities);
  const extra = rest.subarray(lengths[0], lengths[0] + lengths[1]);
  const sizes = readExtra(extra, name, {
    sizeBytes: head.readUInt32LE(24),
    packedBytes: head.readUInt32LE(20),
    headerAt: head.readUInt32LE(42),
  });
  if (method === STORED && sizes.sizeBytes !== sizes.packedBytes) {
    throw new Error('A stored member has two sizes.');
  }
  const mode = head.readUInt8(5) === MADE_BY_UNIX ? head.readUInt16LE(40) : 0;
  const entry = { path, name, flags, method, crc: head.readUInt32LE(16), ...sizes, mode };
  return { entry, end: position + ENTRY_BYTES + rest.length };
}

function pathOf(name: Buffer, isMarked: boolean, oddities: Set<string>): string {
  const isText = isUtf8(name);
  if (isMarked && !isText) throw new ArchiveUnreadable(`A path in it is not UTF-8; ${TOOL}.`);
  // eslint-disable-next-line no-control-regex -- what needs no mark
  if (!isMarked && !/^[\x00-\x7f]*$/.test(name.toString('latin1'))) {
    oddities.add('has paths that are not marked as UTF-8');
  }
  const path = name.toString(isText ? 'utf8' : 'latin1');
  checkPath(path);
  if (path.includes('\\')) throw new ArchiveUnreadable(`A path in it holds "\\"; ${TOOL}.`);
  return path;
}

const ZIP64 = 0x0001;
const UNICODE_PATH = 0x7075;

type Sizes = Pick<DirectoryEntry, 'sizeBytes' | 'packedBytes' | 'headerAt'>;

/** Installers read the name as it stands; an extra field with another one would show us other metadata than them. */
function readExtra(extra: Buffer, name: Buffer, short: Sizes): Sizes {
  const fields = extraFields(extra);
  const ids = fields.map(({ id }) => id).filter((id) => id === ZIP64 || id === UNICODE_PATH);
  if (new Set(ids).size !== ids.length)
    throw new ArchiveUnreadable(`A field of it stands there twice; ${TOOL}.`);
  const second = fields.find(({ id }) => id === UNICODE_PATH)?.data;
  if (second !== undefined && !second.subarray(5).equals(name)) {
    throw new ArchiveUnreadable(`A file in it has two names; ${TOOL}.`);
  }
  const long = fields.find(({ id }) => id === ZIP64)?.data;
  let position = 0;
  const next = (value: number) => {
    if (value !== 0xffffffff || long === undefined) return value;
    position += 8;
    return integer(long, position - 8);
  };
  return {
    sizeBytes: next(short.sizeBytes),
    packedBytes: next(short.packedBytes),
    headerAt: next(short.headerAt),
  };
}

function extraFields(extra: Buffer): { id: number; data: Buffer }[] {
  const fields: { id: number; data: Buffer }[] = [];
  for (let position = 0; position < extra.length;) {
    const id = extra.readUInt16LE(position);
    const end = position + 4 + extra.readUInt16LE(position + 2);
    if (end > extra.length) throw new Error('An extra field is cut off.');
    fields.push({ id, data: extra.subarray(position + 4, end) });
    position = end;
  }
  return fields;
}

function integer(bytes: Buffer, position: number): number {
  const value = bytes.readBigUInt64LE(position);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Error('A size is beyond all archives.');
  return Number(value);
}
