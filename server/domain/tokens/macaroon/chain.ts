// What makes a macaroon hard to forge and easy to narrow: HMAC-SHA256, keyed by the root key for the identifier, and
// for each caveat by the signature before it. So whoever holds one can add caveats, and nobody can take one away.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { isCaveat, isIdentifier, LIMITS, type Macaroon } from './wire.ts';

/** A macaroon without caveats. @throws {RangeError} for an identifier that no server takes */
export function createMacaroon(rootKey: Buffer, identifier: string, location: string): Macaroon {
  const bytes = Buffer.from(identifier);
  if (!isIdentifier(bytes)) {
    throw new RangeError(`The identifier of a macaroon has 1 to ${LIMITS.identifierBytes} bytes.`);
  }
  return {
    location: Buffer.from(location),
    identifier: bytes,
    caveats: [],
    signature: signatureOf(rootKey, bytes, []),
  };
}

/** A narrower copy; nobody is asked for it. @throws {RangeError} above what a server takes */
export function addCaveat(macaroon: Macaroon, caveat: string | Buffer): Macaroon {
  const bytes = Buffer.from(caveat);
  if (!isCaveat(bytes)) throw new RangeError(`A caveat has 1 to ${LIMITS.caveatBytes} bytes.`);
  if (macaroon.caveats.length >= LIMITS.caveats) {
    throw new RangeError(`A macaroon has at most ${LIMITS.caveats} caveats.`);
  }
  return {
    ...macaroon,
    caveats: [...macaroon.caveats, bytes],
    signature: hmac(macaroon.signature, bytes),
  };
}

/** Whether the whole chain follows from this root key. */
export function isSignedWith({ identifier, caveats, signature }: Macaroon, rootKey: Buffer): boolean {
  const expected = signatureOf(rootKey, identifier, caveats);
  return expected.length === signature.length && timingSafeEqual(expected, signature);
}

export function signatureOf(rootKey: Buffer, identifier: Buffer, caveats: readonly Buffer[]): Buffer {
  return caveats.reduce(hmac, hmac(derivedKey(rootKey), identifier));
}

/** Root keys are of any length, so every implementation hashes them first. */
export function derivedKey(rootKey: Buffer): Buffer {
  return hmac(Buffer.from('macaroons-key-generator'), rootKey);
}

function hmac(key: Buffer, message: Buffer): Buffer {
  return createHmac('sha256', key).update(message).digest();
}
