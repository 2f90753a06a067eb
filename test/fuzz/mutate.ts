// Breaks archives and texts where it hurts: at the fields of their headers, with the values that parsers get wrong, and
// with checksums mended afterwards, so that what is broken is reached.

export type Chance = () => number;

export function pick<Item>(chance: Chance, items: readonly Item[]): Item {
  return items[Math.floor(chance() * items.length)]!;
}

function below(chance: Chance, limit: number): number {
  return Math.floor(chance() * limit);
}

const VALUES = [
  0, 1, 2, 7, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xfffe, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff,
];

/** Where a header begins, and its fields: where from there, and how many bytes. */
const ZIP_HEADERS: readonly { readonly signature: number; readonly fields: readonly (readonly [number, number])[] }[] = [
  { signature: 0x04034b50, fields: [[4, 2], [6, 2], [8, 2], [14, 4], [18, 4], [22, 4], [26, 2], [28, 2]] },
  {
    signature: 0x02014b50,
    fields: [[4, 2], [8, 2], [10, 2], [16, 4], [20, 4], [24, 4], [28, 2], [30, 2], [32, 2], [34, 2], [38, 4], [42, 4]],
  },
  { signature: 0x06054b50, fields: [[4, 2], [6, 2], [8, 2], [10, 2], [12, 4], [16, 4], [20, 2]] },
  { signature: 0x08074b50, fields: [[4, 4], [8, 4], [12, 4]] },
]; // prettier-ignore

export function mutateZip(chance: Chance, archive: Buffer): Buffer {
  return several(chance, archive, (bytes) => {
    const kind = chance();
    if (kind < 0.6) return changeZipField(chance, bytes);
    if (kind < 0.7) return changeName(chance, bytes);
    return splice(chance, bytes);
  });
}

function changeZipField(chance: Chance, bytes: Buffer): Buffer {
  const { signature, fields } = pick(chance, ZIP_HEADERS);
  const places: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 1) if (bytes.readUInt32LE(at) === signature) places.push(at);
  if (places.length === 0) return splice(chance, bytes);
  const [offset, length] = pick(chance, fields);
  const at = pick(chance, places) + offset;
  if (at + length > bytes.length) return bytes;
  const old = bytes.readUIntLE(at, length);
  const most = 2 ** (8 * length);
  const value = pick(chance, [pick(chance, VALUES), old + 1, old - 1, below(chance, most), bytes.length]);
  bytes.writeUIntLE(((value % most) + most) % most, at, length);
  return bytes;
}

const NAMES = ['../', '/', '\0', '\\', 'METADATA', '\xff', 'RECORD', 'x.dist-info/', ' ', '\n'];

function changeName(chance: Chance, bytes: Buffer): Buffer {
  const at = bytes.indexOf('demo', below(chance, bytes.length));
  if (at >= 0) bytes.write(pick(chance, NAMES), at + below(chance, 6), 'latin1');
  return bytes;
}

const TAR_FIELDS: readonly (readonly [at: number, length: number])[] = [
  [0, 100], [100, 8], [124, 12], [136, 12], [156, 1], [157, 100], [257, 8], [345, 155],
]; // prettier-ignore
const TAR_TEXTS = [
  '',
  '0',
  '7777777',
  '77777777777',
  '-1',
  '99999999999',
  '../x',
  '/etc/passwd',
  'demo-1.0/PKG-INFO',
  'x'.repeat(100),
  '1',
  '2',
  '3',
  '5',
  'S',
  'x',
  'g',
  'L',
  'K',
  '\x80',
  '\xff\xff\xff\xff',
  'ustar\x0000',
  ' ',
];

/** Of a tar archive that is not compressed. The checksum of the header is right afterwards, mostly. */
export function mutateTar(chance: Chance, archive: Buffer): Buffer {
  return several(chance, archive, (bytes) => {
    if (chance() < 0.25 || bytes.length < 1024) return splice(chance, bytes);
    const header = bytes.subarray(512 * below(chance, Math.floor(bytes.length / 512)));
    const [at, length] = pick(chance, TAR_FIELDS);
    header.fill(0, at, at + length);
    header.write(pick(chance, TAR_TEXTS).slice(0, length), at, 'latin1');
    if (chance() < 0.9) mendChecksum(header.subarray(0, 512));
    return bytes;
  });
}

function mendChecksum(header: Buffer): void {
  header.write(' '.repeat(8), 148);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
}

const PIECES = [
  '\r\n',
  '\n',
  '--',
  ';',
  '=',
  '"',
  "'",
  ' ',
  '\0',
  '%00',
  '../',
  '\xe9',
  'filename',
  'filename*=',
  "UTF-8''",
  'name="content"',
  'Content-Type: multipart/mixed',
  ':',
  'x'.repeat(300),
  '+',
  '!',
  '-',
  '.',
  '_',
  '1',
  'a',
  'rc',
  '.post',
  '.dev',
  '.whl',
  '.tar.gz',
  'py3',
  '99999999999999999999',
  '\u0663',
  '*',
  '~=',
  '==',
  ',',
];

export function mutateText(chance: Chance, text: string): string {
  return several(chance, Buffer.from(text, 'latin1'), (bytes) => splice(chance, bytes)).toString('latin1');
}

/** Flips, cuts, doubles, moves and inserts. */
export function splice(chance: Chance, bytes: Buffer): Buffer {
  if (bytes.length === 0) return Buffer.from(pick(chance, PIECES), 'latin1');
  const at = below(chance, bytes.length);
  const end = Math.min(bytes.length, at + 1 + below(chance, pick(chance, [1, 4, 30, 600])));
  const part = bytes.subarray(at, end);
  const [before, behind] = [bytes.subarray(0, at), bytes.subarray(end)];
  switch (below(chance, 6)) {
    case 0:
      return Buffer.concat([
        before,
        Buffer.of(pick(chance, [0, 0xff, below(chance, 256)])),
        bytes.subarray(at + 1),
      ]);
    case 1:
      return Buffer.concat([before, behind]);
    case 2:
      return Buffer.concat([before, part, part, behind]);
    case 3:
      return Buffer.concat([behind, part, before]);
    case 4:
      return before;
    default:
      return Buffer.concat([before, Buffer.from(pick(chance, PIECES), 'latin1'), bytes.subarray(at)]);
  }
}

function several(chance: Chance, bytes: Buffer, once: (bytes: Buffer) => Buffer): Buffer {
  let changed = Buffer.from(bytes);
  for (let times = 1 + below(chance, 4); times > 0; times -= 1) changed = Buffer.from(once(changed));
  return changed;
}
