// The text of an opaque credential: `wh_<kind>_<id22>_<secret43><crc6>`, base62 throughout.
// The checksum is CRC-32 over all before it, so that a typing error is refused before any query.
// Stored are the id and SHA-256 of the secret (256 random bits): nothing to guess, nothing to slow down.

import { createHash, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

export const CREDENTIAL_KINDS = ['pat', 'ci', 'rep', 'ses'] as const;
export type CredentialTextKind = (typeof CREDENTIAL_KINDS)[number];

export interface CredentialText {
  readonly kind: CredentialTextKind;
  readonly id: string;
  readonly secret: string;
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FORM = /^wh_(pat|ci|rep|ses)_([0-9A-Za-z]{22})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

/** A new credential out of 16 random bytes for its id and 32 for its secret. */
export function composeCredential(
  kind: CredentialTextKind,
  idBytes: Buffer,
  secretBytes: Buffer,
): CredentialText {
  return { kind, id: base62(idBytes, 22), secret: base62(secretBytes, 43) };
}

/** What the holder presents. */
export function formatCredential({ kind, id, secret }: CredentialText): string {
  const body = `wh_${kind}_${id}_${secret}`;
  return body + checksum(body);
}

/** Null when the text is no credential of ours or was mistyped. */
export function recogniseCredential(text: string): CredentialText | null {
  const match = FORM.exec(text);
  if (match === null) return null;
  const [, kind, id, secret, sum] = match as unknown as [string, CredentialTextKind, string, string, string];
  return checksum(text.slice(0, -6)) === sum ? { kind, id, secret } : null;
}

/** What is stored of a secret: SHA-256, hex. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function secretMatches(secret: string, storedHash: string): boolean {
  const presented = Buffer.from(hashSecret(secret), 'hex');
  const stored = Buffer.from(storedHash, 'hex');
  return presented.length === stored.length && timingSafeEqual(presented, stored);
}

function checksum(text: string): string {
  let rest = crc32(text) >>> 0;
  let digits = '';
  for (let place = 0; place < 6; place += 1) {
    digits = ALPHABET.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

function base62(bytes: Buffer, width: number): string {
  let rest = BigInt(`0x${bytes.toString('hex')}`);
  let digits = '';
  for (let place = 0; place < width; place += 1) {
    digits = ALPHABET.charAt(Number(rest % 62n)) + digits;
    rest /= 62n;
  }
  return digits;
}
