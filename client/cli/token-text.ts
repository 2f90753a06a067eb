/**
 * What a token's text shows to anybody who holds it: its kind, its public part, whether it is whole, and what holders
 * added. Its secret part is looked at and never given back.
 */
import { crc32 } from 'node:zlib';

import { decodeMacaroon } from '../../server/domain/tokens/macaroon/wire.ts';
import { meaningOf } from './caveats.ts';

export interface Inspected {
  kind: string;
  /** Null when it is too damaged to have one. */
  id: string | null;
  /** Whether the text is as it was made; null where the text does not show it. */
  isWhole: boolean | null;
  /** Where it says it is for, which nobody signed; null when it says nothing. */
  location: string | null;
  /** What holders added, in their order; each narrows. */
  caveats: { text: string; meaning: string }[];
}

const OPAQUE_KINDS: Record<string, string> = {
  pat: 'opaque, for a person’s own tools',
  ci: 'opaque, for automation',
  rep: 'opaque, for a replica',
  ses: 'a session, which is no token',
};

const NOTHING_ADDED = { location: null, caveats: [] };

/** Null for what is no token of ours at all. */
export function inspected(text: string): Inspected | null {
  if (text.startsWith('whm-')) return attenuable(text);
  const [, legacy] = /^adm_([0-9A-Za-z_-]{20,32})\./.exec(text) ?? [];
  if (legacy !== undefined) {
    return { kind: 'legacy, of another system', id: legacy, isWhole: null, ...NOTHING_ADDED };
  }
  const [, kind = '', id] = /^wh_([a-z]+)_([0-9A-Za-z]{22})(?:_|$)/.exec(text) ?? [];
  const known = OPAQUE_KINDS[kind];
  if (id === undefined || known === undefined) return null;
  return { kind: known, id, isWhole: isOpaqueWhole(text), ...NOTHING_ADDED };
}

function attenuable(text: string): Inspected {
  const macaroon = decodeMacaroon(text);
  const kind = 'attenuable, a macaroon';
  if (macaroon === null) return { kind, id: null, isWhole: false, ...NOTHING_ADDED };
  return {
    kind,
    id: macaroon.identifier.toString(),
    // The signature can be checked by the server alone.
    isWhole: null,
    location: macaroon.location?.toString() || null,
    caveats: macaroon.caveats.map((bytes) => ({ text: bytes.toString(), meaning: meaningOf(bytes) })),
  };
}

/** Every text in it that has the form of a token, once each: what leaks leaks in a file or a log. */
export function tokensIn(text: string): string[] {
  const forms =
    /wh_(?:pat|ci)_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}|whm-[0-9A-Za-z_-]{40,}|adm_[0-9A-Za-z_-]{20,32}\.[0-9A-Za-z_-]{20,128}/g;
  return [...new Set(text.match(forms) ?? [])];
}

/** The last six characters are CRC-32 over all before them, in base62. */
function isOpaqueWhole(text: string): boolean {
  return (
    /^wh_[a-z]+_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}$/.test(text) && text.endsWith(checksum(text.slice(0, -6)))
  );
}

function checksum(body: string): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let rest = crc32(body) >>> 0;
  let digits = '';
  for (let place = 0; place < 6; place += 1) {
    digits = alphabet.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}
