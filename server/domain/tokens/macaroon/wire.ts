// A macaroon as text and as bytes: the second binary format under a prefix, base64url without padding, as PyPI has it.
// There is one way to write each macaroon, and whatever is written in another is refused: nothing is skipped,
// forgiven or guessed. Whether it is signed is in `chain.ts`, what its caveats mean in `caveats.ts`.

export interface Macaroon {
  /** A hint of where it is for, not signed: never to be trusted. Null when there is none. */
  readonly location: Buffer | null;
  readonly identifier: Buffer;
  /** What holders added, in their order, byte for byte as it was signed. */
  readonly caveats: readonly Buffer[];
  readonly signature: Buffer;
}

/** Before the dash with which our macaroons begin. */
export const MACAROON_PREFIX = 'whm';

export const LIMITS = {
  textCharacters: 4096,
  identifierBytes: 64,
  caveats: 32,
  caveatBytes: 1024,
} as const;

const VERSION = 2;
const SIGNATURE_BYTES = 32;
const [END, LOCATION, IDENTIFIER, SIGNATURE] = [0, 1, 2, 6];

/** Null when the text is no macaroon of this prefix in its one proper form, or is above a limit. */
export function decodeMacaroon(text: string, prefix = MACAROON_PREFIX): Macaroon | null {
  if (text.length > LIMITS.textCharacters || !text.startsWith(`${prefix}-`)) return null;
  const body = text.slice(prefix.length + 1);
  if (!/^[A-Za-z0-9_-]+$/.test(body)) return null;
  const bytes = Buffer.from(body, 'base64url');
  // Node forgives a length that cannot be and bits behind the last byte.
  if (bytes.toString('base64url') !== body) return null;
  const reader = new PacketReader(bytes);
  if (reader.byte() !== VERSION) return null;
  const location = reader.packet(LOCATION);
  const identifier = reader.packet(IDENTIFIER);
  if (identifier === null || !isIdentifier(identifier) || reader.byte() !== END) return null;
  const caveats = readCaveats(reader);
  const signature = reader.packet(SIGNATURE);
  if (caveats === null || signature?.length !== SIGNATURE_BYTES || !reader.isAtEnd()) return null;
  return { location, identifier, caveats, signature };
}

/** @throws {RangeError} when the text would be longer than any server takes */
export function encodeMacaroon(
  { location, identifier, caveats, signature }: Macaroon,
  prefix = MACAROON_PREFIX,
): string {
  const bytes = Buffer.concat([
    Buffer.from([VERSION]),
    ...(location === null ? [] : packet(LOCATION, location)),
    ...packet(IDENTIFIER, identifier),
    Buffer.from([END]),
    ...caveats.flatMap((caveat) => [...packet(IDENTIFIER, caveat), Buffer.from([END])]),
    Buffer.from([END]),
    ...packet(SIGNATURE, signature),
  ]);
  const text = `${prefix}-${bytes.toString('base64url')}`;
  if (text.length > LIMITS.textCharacters) {
    throw new RangeError(`A macaroon has at most ${LIMITS.textCharacters} characters.`);
  }
  return text;
}

export function isIdentifier(bytes: Buffer): boolean {
  return bytes.length > 0 && bytes.length <= LIMITS.identifierBytes;
}

export function isCaveat(bytes: Buffer): boolean {
  return bytes.length > 0 && bytes.length <= LIMITS.caveatBytes;
}

/** Each is an identifier and an end, the list an end. A caveat of a third party has more, and is none of ours. */
function readCaveats(reader: PacketReader): Buffer[] | null {
  const caveats: Buffer[] = [];
  while (reader.peek() === IDENTIFIER) {
    const caveat = reader.packet(IDENTIFIER);
    if (caveat === null || !isCaveat(caveat) || caveats.length === LIMITS.caveats) return null;
    if (reader.byte() !== END) return null;
    caveats.push(caveat);
  }
  return reader.byte() === END ? caveats : null;
}

class PacketReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  peek(): number | undefined {
    return this.#bytes[this.#at];
  }

  byte(): number | undefined {
    const byte = this.#bytes[this.#at];
    this.#at += 1;
    return byte;
  }

  isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** Null, and nothing is read, when the next packet is of another type or broken. */
  packet(type: number): Buffer | null {
    if (this.peek() !== type) return null;
    const length = this.#lengthAt(this.#at + 1);
    if (length === null || length.end + length.value > this.#bytes.length) return null;
    this.#at = length.end + length.value;
    return this.#bytes.subarray(length.end, this.#at);
  }

  /** LEB128 in as few bytes as can be; two of them reach beyond every limit. */
  #lengthAt(at: number): { readonly value: number; readonly end: number } | null {
    const [low, high] = [this.#bytes[at], this.#bytes[at + 1]];
    if (low === undefined) return null;
    if (low < 0x80) return { value: low, end: at + 1 };
    if (high === undefined || high === 0 || high >= 0x80) return null;
    return { value: (low & 0x7f) | (high << 7), end: at + 2 };
  }
}

function packet(type: number, content: Buffer): Buffer[] {
  const { length } = content;
  const written = length < 0x80 ? [type, length] : [type, (length & 0x7f) | 0x80, length >> 7];
  return [Buffer.from(written), content];
}
