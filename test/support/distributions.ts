// Real, installable distributions of a few kilobytes, made in memory and always with the same bytes for the same recipe;
// the archives beneath them, for tests that need a wrong one; and ways to damage either.

import { createHash } from 'node:crypto';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

export interface Distribution {
  readonly filename: string;
  readonly bytes: Buffer;
  /** Of the bytes, hex. */
  readonly sha256: string;
  /** METADATA or PKG-INFO, byte for byte. */
  readonly metadata: Buffer;
}

export interface Recipe {
  readonly name: string;
  readonly version: string;
  /** Null for none. */
  readonly requiresPython?: string | null;
  /** Headers of the metadata to replace, to add or, with null, to leave out. */
  readonly metadata?: Readonly<Record<string, string | readonly string[] | null>>;
  /** What METADATA or PKG-INFO names, when that is another project. */
  readonly metadataName?: string;
  readonly description?: string;
  /** Put beside or in place of the one module, by path; in a source distribution below its top folder. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
  readonly filename?: string;
}

export interface WheelRecipe extends Recipe {
  /** `{python}-{abi}-{platform}`, after a build number if you like. */
  readonly tag?: string;
}

/** A wheel that pip and uv install: WHEEL, METADATA and a RECORD with the right hashes. */
export function makeWheel(recipe: WheelRecipe): Distribution {
  const { name, version, tag = 'py3-none-any' } = recipe;
  const distInfo = `${moduleName(name)}-${version}.dist-info`;
  const metadata = coreMetadata(recipe);
  const members: Member[] = [
    ...filesOf(recipe),
    { path: `${distInfo}/METADATA`, bytes: metadata },
    { path: `${distInfo}/WHEEL`, bytes: Buffer.from(wheelText(tag)) },
  ];
  const record = Buffer.from([...members.map(recordLine), `${distInfo}/RECORD,,\n`].join('\n'));
  return distribution(
    recipe.filename ?? `${moduleName(name)}-${version}-${tag}.whl`,
    zip([...members, { path: `${distInfo}/RECORD`, bytes: record }]),
    metadata,
  );
}

/** A source distribution as `.tar.gz`, or as `.zip` when its file name says so. */
export function makeSdist(recipe: Recipe): Distribution {
  const top = `${moduleName(recipe.name)}-${recipe.version}`;
  const metadata = coreMetadata(recipe);
  const members: Member[] = [
    { path: 'PKG-INFO', bytes: metadata },
    { path: 'pyproject.toml', bytes: Buffer.from(pyproject(recipe)) },
    ...filesOf(recipe),
  ].map(({ path, bytes }) => ({ path: `${top}/${path}`, bytes }));
  const filename = recipe.filename ?? `${top}.tar.gz`;
  return distribution(filename, filename.endsWith('.zip') ? zip(members) : tarGz(members), metadata);
}

/** The first part of a file, as when an upload broke off. */
export function truncated(bytes: Buffer, keepBytes = Math.floor(bytes.length / 2)): Buffer {
  return Buffer.from(bytes.subarray(0, keepBytes));
}

/** The same file with one byte changed. */
export function tampered(bytes: Buffer, at = Math.floor(bytes.length / 2)): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 0xff, at);
  return copy;
}

export interface Member {
  readonly path: string;
  readonly bytes: Buffer;
}

/** How a zip member lies about itself; each replaces what would be true. */
export interface ZipMember extends Member {
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly sizeBytes?: number;
  readonly headerAt?: number;
  /** As Unix has it, with the kind of file in it. */
  readonly mode?: number;
}

export function zip(members: readonly ZipMember[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let position = 0;
  for (const member of members) {
    const { method = DEFLATED, headerAt = position, mode = 0o100644 } = member;
    const packed = method === DEFLATED ? deflateRawSync(member.bytes) : member.bytes;
    const path = Buffer.from(member.path);
    const shared = sharedHeader({ ...member, method }, packed, path);
    const header = Buffer.concat([u32(0x04034b50), shared, path, packed]);
    local.push(header);
    directory.push(
      u32(0x02014b50),
      u16(MADE_BY_UNIX),
      shared,
      zeros(2 + 2 + 2),
      u32(mode * 0x10000),
      u32(headerAt),
      path,
    );
    position += header.length;
  }
  const listed = Buffer.concat(directory);
  const counts = [u16(members.length), u16(members.length), u32(listed.length), u32(position)];
  return Buffer.concat([...local, listed, u32(0x06054b50), zeros(4), ...counts, zeros(2)]);
}

export interface TarMember extends Member {
  /** `0` for a file, `1` and `2` for links, `5` for a folder. */
  readonly typeflag?: string;
  /** Where a link leads. */
  readonly target?: string;
  /** What the header says, when that is not the truth. */
  readonly sizeBytes?: number;
}

export function tarGz(members: readonly TarMember[]): Buffer {
  return gzipSync(tar(members));
}

export function tar(members: readonly TarMember[]): Buffer {
  const blocks = members.flatMap((member) => [
    tarHeader(member),
    member.bytes,
    zeros(-member.bytes.length & 511),
  ]);
  return Buffer.concat([...blocks, zeros(1024)]);
}

function distribution(filename: string, bytes: Buffer, metadata: Buffer): Distribution {
  return { filename, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), metadata };
}

function moduleName(name: string): string {
  return name.replace(/[-_.]+/g, '_').toLowerCase();
}

function coreMetadata({
  name,
  version,
  requiresPython = '>=3.8',
  metadata,
  metadataName,
  description,
}: Recipe) {
  const headers = {
    'Metadata-Version': '2.1',
    Name: metadataName ?? name,
    Version: version,
    Summary: `What ${name} is for, in one line`,
    'Requires-Python': requiresPython,
    ...metadata,
  };
  const lines = Object.entries(headers).flatMap(([header, value]) =>
    value === null ? [] : [value].flat().map((one) => `${header}: ${one}`),
  );
  return Buffer.from([...lines, '', description ?? `# ${name}\n\nMade for a test.`, ''].join('\n'));
}

function filesOf({ name, version, files }: Recipe): Member[] {
  const module = { [`${moduleName(name)}/__init__.py`]: `__version__ = ${JSON.stringify(version)}\n` };
  return Object.entries({ ...module, ...files }).map(([path, content]) => ({
    path,
    bytes: Buffer.from(content),
  }));
}

function wheelText(tag: string): string {
  const tags = tag
    .split('-')
    .slice(-3)
    .map((part) => part.split('.'));
  const [pythons = [], abis = [], platforms = []] = tags;
  const lines = pythons.flatMap((python) =>
    abis.flatMap((abi) => platforms.map((platform) => `Tag: ${python}-${abi}-${platform}`)),
  );
  const purelib = platforms.includes('any');
  return [
    'Wheel-Version: 1.0',
    'Generator: wheelhouse-test',
    `Root-Is-Purelib: ${purelib}`,
    ...lines,
    '',
  ].join('\n');
}

function recordLine({ path, bytes }: Member): string {
  return `${path},sha256=${createHash('sha256').update(bytes).digest('base64url')},${bytes.length}`;
}

function pyproject({ name, version }: Recipe): string {
  return `[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n
[project]\nname = ${JSON.stringify(name)}\nversion = ${JSON.stringify(version)}\n`;
}

const DEFLATED = 8;
const MADE_BY_UNIX = (3 << 8) | 20;
const UTF8_NAMES = 0x800;
const FIRST_OF_JANUARY_1980 = 0x21;
const FIRST_OF_JANUARY_2000 = 946_684_800;

/** What the local header and the directory both say. */
function sharedHeader(member: ZipMember, packed: Buffer, path: Buffer): Buffer {
  const {
    method = DEFLATED,
    flags = UTF8_NAMES,
    crc = crc32(member.bytes),
    sizeBytes = member.bytes.length,
  } = member;
  return Buffer.concat([
    ...[u16(20), u16(flags), u16(method), u16(0), u16(FIRST_OF_JANUARY_1980)],
    ...[u32(crc), u32(packed.length), u32(sizeBytes), u16(path.length), u16(0)],
  ]);
}

function tarHeader({
  path,
  bytes,
  typeflag = '0',
  sizeBytes = bytes.length,
  target = '',
}: TarMember): Buffer {
  if (Buffer.byteLength(path) > 100) throw new Error(`${path} is too long for this small archive writer.`);
  const header = zeros(512);
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');
  header.write(path, 0);
  header.write(octal(0o644, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(sizeBytes, 11), 124);
  header.write(octal(FIRST_OF_JANUARY_2000, 11), 136);
  header.write(' '.repeat(8), 148);
  header.write(typeflag, 156);
  header.write(target, 157);
  header.write('ustar\u000000', 257);
  const checksum = header.reduce((sum, byte) => sum + byte, 0);
  header.write(`${octal(checksum, 6)}\u0000 `, 148);
  return header;
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function zeros(count: number): Buffer {
  return Buffer.alloc(count);
}
