// Archives from strangers: whatever is done to one, reading it ends in members or in one kind of refusal, with the
// memory and the descriptors that it began with.

import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, gunzipSync, gzipSync } from 'node:zlib';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ArchiveUnreadable } from '../../server/storage/archive-bytes.ts';
import { readArchive, type ArchiveFormat } from '../../server/storage/archives.ts';
import { tampered, tar, tarGz, truncated, zip } from '../support/distributions.ts';

const MIB = 1024 * 1024;
const wanted = { path: 'top/WANTED', bytes: Buffer.from('what is wanted\n'.repeat(20)) };
const other = { path: 'top/other.py', bytes: Buffer.from('print("other")\n'.repeat(50)) };
const another = { ...other, path: 'top/another.py' };
const archives = { ZIP: zip([other, wanted, another]), TAR_GZ: tarGz([other, wanted, another]) };
const formats = ['ZIP', 'TAR_GZ'] as const;
const damaged = {
  ZIP: 'The archive is truncated, damaged or no zip archive; build and upload it again.',
  TAR_GZ: 'The archive is truncated, damaged or no gzipped tar archive; build and upload it again.',
};

const GAP =
  'It has bytes that belong to no member, or members that overlap; build it with a current build tool.';
const NOWHERE = 'Its directory is not where it says; build it with a current build tool.';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'wheelhouse-archives-'))));
afterAll(() => rm(folder, { recursive: true }));

describe.each(formats)('an archive of the format %s', (format) => {
  it('gives the members that are wanted, from memory, from a small file and from a large one', async () => {
    const large = { path: 'top/large.bin', bytes: Buffer.alloc(3 * MIB), method: 0 };
    const inFiles = [
      archives[format],
      format === 'ZIP' ? zip([large, wanted]) : gzipSync(tar([large, wanted]), { level: 0 }),
    ];
    const paths = await Promise.all(inFiles.map((bytes, at) => inFile(`${format}-${at}`, bytes)));
    for (const source of [archives[format], ...paths]) expect(await read(source, format)).toEqual([wanted]);
  });

  it('tells all that it holds, and gives several that are wanted, so that nobody takes the first for the only one', async () => {
    const members = [1, 2, 3].map((number) => ({ ...wanted, path: `top/${number}/WANTED` }));
    const archive = await readArchive(format === 'ZIP' ? zip(members) : tarGz(members), {
      format,
      isWanted: (path) => path.endsWith('WANTED'),
    });
    expect(archive.wanted).toEqual(members);
    expect(archive.members).toEqual(
      members
        .map(({ path, bytes }) => ({ path, sizeBytes: bytes.length, kind: 'FILE', target: null }))
        .map((member) => expect.objectContaining(member) as object),
    );
  });

  it('is refused wherever it is cut, and no descriptor stays open', async () => {
    const whole = archives[format];
    for (let keep = 0; keep < whole.length; keep += 7) {
      expect(await refusalOf(truncated(whole, keep), format)).toBe(damaged[format]);
    }
    const path = await inFile('cut', Buffer.concat([Buffer.alloc(2 * MIB), truncated(whole)]));
    expect(await refusalOf(path, format)).toBe(damaged[format]);
    expect(descriptorsInto(folder)).toEqual([]);
  });

  it('ends in members or in a refusal, whichever of its bytes are changed', async () => {
    const inner = format === 'ZIP' ? archives.ZIP : gunzipSync(archives.TAR_GZ);
    const changes = fc.array(fc.tuple(fc.nat(inner.length - 1), fc.constantFrom(0, 1, 0x7f, 0xff)), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        const bytes = Buffer.from(inner);
        for (const [at, byte] of changed) bytes[at] = byte;
        const outcome = await read(format === 'ZIP' ? bytes : gzipSync(bytes), format).catch(
          (error: unknown) => error,
        );
        expect(Array.isArray(outcome) || outcome instanceof ArchiveUnreadable).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused when it holds more than 100,000 files', async () => {
    const header = tar([{ ...other, bytes: Buffer.of() }]).subarray(0, 512);
    const many = format === 'ZIP' ? zip64(100_001) : gzipSync(Buffer.alloc(100_001 * 512, header));
    expect(await refusalOf(many, format)).toBe(
      'The archive holds more than 100000 files; split the distribution.',
    );
  }, 60_000);

  it('is refused when what is wanted is larger than 16 MiB', async () => {
    const huge = [{ ...wanted, bytes: Buffer.alloc(16 * MIB + 1) }];
    expect(await refusalOf(format === 'ZIP' ? zip(huge) : tarGz(huge), format)).toBe(
      'A file that must be read is larger than 16 MiB; shorten it.',
    );
  });

  it('that vanishes is no fault of whoever sent it', async () => {
    await expect(read(join(folder, 'nowhere'), format)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a zip archive', () => {
  it.each([
    ['has bytes behind its end', Buffer.concat([archives.ZIP, Buffer.from('more')]), damaged.ZIP],
    [
      'climbs out of its folder',
      zip([wanted, { ...other, path: '../../etc/passwd' }]),
      'A path in it leads upwards; build it with a current build tool.',
    ],
    [
      'names a file from the root',
      zip([wanted, { ...other, path: '/etc/passwd' }]),
      'A path in it is absolute; build it with a current build tool.',
    ],
    [
      'names a file with a line break',
      zip([wanted, { ...other, path: 'top/a\nb' }]),
      'A path in it holds a control character; build it with a current build tool.',
    ],
    [
      'names a file with backslashes',
      zip([{ ...wanted, path: 'top\\WANTED' }]),
      'A path in it holds "\\"; build it with a current build tool.',
    ],
    [
      'holds a path twice',
      zip([wanted, wanted]),
      'It holds a path twice; build it with a current build tool.',
    ],
    ['lies about a checksum', zip([{ ...wanted, crc: 1 }]), damaged.ZIP],
    ['says that a member is larger than it is', zip([{ ...wanted, sizeBytes: 1_000_000 }]), damaged.ZIP],
    [
      'unpacks to more than it says',
      zip([{ ...wanted, bytes: Buffer.alloc(32 * MIB), sizeBytes: 10 }]),
      damaged.ZIP,
    ],
    ['points behind its own end', zip([{ ...wanted, headerAt: 0xffff_fff0 }]), GAP],
    ['points into the middle of another member', zip([other, { ...wanted, headerAt: 5 }]), GAP],
    ['begins behind other bytes', Buffer.concat([Buffer.from('#!/bin/sh\n'), archives.ZIP]), NOWHERE],
    ['has bytes between its members and its directory', withGap(archives.ZIP), GAP],
    ['puts its directory at a position that no number holds', zip64(1, 0xff), damaged.ZIP],
    [
      'is encrypted',
      zip([{ ...wanted, flags: 1 }]),
      'A file in it is encrypted; build it without a password.',
    ],
    [
      'uses another compression',
      zip([{ ...wanted, method: 12 }]),
      'A file in it is neither stored nor deflated; use one of these.',
    ],
  ])('is refused when it %s', async (_, bytes, why) => expect(await refusalOf(bytes, 'ZIP')).toBe(why));

  it('in a file is refused when it points to a position that no number holds', async () => {
    const path = await inFile('far', Buffer.concat([Buffer.alloc(2 * MIB), zip64(1, 0xff)]));
    expect(await refusalOf(path, 'ZIP')).toBe(damaged.ZIP);
  });
});

describe('a gzipped tar archive', () => {
  it('may be one of several gzip members in a row', async () => {
    const whole = gunzipSync(archives.TAR_GZ);
    const parts = [whole.subarray(0, 700), whole.subarray(700)].map((part) => gzipSync(part));
    expect(await read(Buffer.concat(parts), 'TAR_GZ')).toEqual([wanted]);
  });

  it.each([
    [
      'has a changed byte behind what is wanted',
      tampered(archives.TAR_GZ, archives.TAR_GZ.length - 20),
      damaged.TAR_GZ,
    ],
    ['has another checksum', tampered(archives.TAR_GZ, archives.TAR_GZ.length - 6), damaged.TAR_GZ],
    ['is not compressed', tar([wanted]), damaged.TAR_GZ],
    ['is a text', gzipSync('a text\n'.repeat(1000)), damaged.TAR_GZ],
    ['ends inside a member', gzipSync(tar([other, wanted]).subarray(0, 1900)), damaged.TAR_GZ],
    [
      'names a member larger than the rest',
      tarGz([{ ...other, sizeBytes: 8 * 1024 ** 3 - 1 }, wanted]),
      damaged.TAR_GZ,
    ],
    [
      'holds a header of many megabytes',
      tarGz([{ path: 'pax', bytes: Buffer.alloc(8 * MIB), typeflag: 'x' }, wanted]),
      damaged.TAR_GZ,
    ],
    [
      'has a link in its place',
      tarGz([{ ...wanted, bytes: Buffer.of(), typeflag: '2' }]),
      'A file that must be read is a link or a device; put the file itself there.',
    ],
    [
      'unpacks to far more than its size',
      gzipSync(Buffer.concat([tar([wanted]).subarray(0, 1024), Buffer.alloc(80 * MIB)])),
      'The archive unpacks to more than 64 MiB; leave such data out.',
    ],
  ])('is refused when it %s', async (_, bytes, why) => expect(await refusalOf(bytes, 'TAR_GZ')).toBe(why));
});

function read(source: string | Buffer, format: ArchiveFormat) {
  return readArchive(source, { format, isWanted: (path) => path === wanted.path }).then(
    (archive) => archive.wanted,
  );
}

async function refusalOf(source: string | Buffer, format: ArchiveFormat): Promise<string> {
  const outcome = await read(source, format).catch((error: unknown) => error);
  if (outcome instanceof ArchiveUnreadable) return outcome.message;
  throw outcome;
}

async function inFile(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** The end of a zip archive with 64-bit numbers: how many entries it claims, and one byte of the directory's position. */
function zip64(entryCount: number, positionByte = 0): Buffer {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(entryCount), 32);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50);
  locator.fill(positionByte, 8, 16);
  const end = Buffer.alloc(22, 0xff);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt32LE(0, 4);
  end.writeUInt16LE(0, 20);
  return Buffer.concat([record, locator, end]);
}

/** With a byte before the directory, which is where it says all the same. */
function withGap(archive: Buffer): Buffer {
  const end = archive.length - 22;
  const at = archive.readUInt32LE(end + 16);
  const changed = Buffer.concat([archive.subarray(0, at), Buffer.of(0), archive.subarray(at)]);
  changed.writeUInt32LE(at + 1, end + 1 + 16);
  return changed;
}

/** Empty where the system does not tell. */
function descriptorsInto(path: string): string[] {
  if (!existsSync('/proc/self/fd')) return [];
  const targets = readdirSync('/proc/self/fd').map((descriptor) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`);
    } catch {
      return '';
    }
  });
  return targets.filter((target) => target.startsWith(path));
}

it('a zip in which a file has a second name is refused: readers differ in which one they believe', async () => {
  const plain = zip([wanted]);
  await expect(read(plain, 'ZIP')).resolves.toHaveLength(1);
  expect(withUnicodePath(plain, wanted.path, wanted.path)).not.toEqual(plain);
  const agreeing = withUnicodePath(plain, wanted.path, wanted.path);
  await expect(read(agreeing, 'ZIP')).resolves.toHaveLength(1);
  const disguised = withUnicodePath(plain, wanted.path, 'top/HIDDEN');
  await expect(read(disguised, 'ZIP')).rejects.toThrow(
    new ArchiveUnreadable('A file in it has two names; build it with a current build tool.'),
  );
});

/** Info-ZIP's Unicode Path (0x7075) in the directory entry of the only member (PKWARE APPNOTE 4.6.9). */
function withUnicodePath(archive: Buffer, path: string, secondName: string): Buffer {
  const data = Buffer.alloc(5 + Buffer.byteLength(secondName));
  data.writeUInt8(1, 0);
  data.writeUInt32LE(crc32(path), 1);
  data.write(secondName, 5);
  const field = Buffer.alloc(4);
  field.writeUInt16LE(0x7075, 0);
  field.writeUInt16LE(data.length, 2);
  const entry = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const end = archive.length - 22;
  const parts = [archive.subarray(0, end), field, data, archive.subarray(end)];
  const changed = Buffer.concat(parts);
  const extraBytes = field.length + data.length;
  changed.writeUInt16LE(extraBytes, entry + 30);
  const newEnd = changed.length - 22;
  changed.writeUInt32LE(changed.readUInt32LE(newEnd + 12) + extraBytes, newEnd + 12);
  return changed;
}
