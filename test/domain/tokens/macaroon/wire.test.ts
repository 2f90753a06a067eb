// The text of a macaroon: what others made is read and made again bit by bit, and each laxity of theirs is refused.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  addCaveat,
  createMacaroon,
  derivedKey,
  isSignedWith,
  signatureOf,
} from '../../../../server/domain/tokens/macaroon/chain.ts';
import { decodeMacaroon, encodeMacaroon, LIMITS } from '../../../../server/domain/tokens/macaroon/wire.ts';
import { ServerKey } from '../../../../server/storage/server-key.ts';
import { VECTORS } from './vectors.ts';

const [PLAIN, FOUR] = VECTORS as [(typeof VECTORS)[number], (typeof VECTORS)[number]];
const hex = (bytes: Buffer) => bytes.toString('hex');

describe.each(VECTORS)('a macaroon $title', (vector) => {
  const { location, identifier, rootKey, caveats, chain, signature, body, prefix = 'pypi' } = vector;
  const text = [prefix, body].join('-');

  it('is read as what it was made of', () => {
    expect(decodeMacaroon(text, prefix)).toEqual({
      location: Buffer.from(location),
      identifier: Buffer.from(identifier),
      caveats: caveats.map((caveat) => Buffer.from(caveat)),
      signature: Buffer.from(signature, 'hex'),
    });
  });

  it('is made again, caveat by caveat, with the same signatures', () => {
    let macaroon = createMacaroon(rootKey, identifier, location);
    const signatures = caveats.map((caveat) => {
      macaroon = addCaveat(macaroon, caveat);
      return hex(macaroon.signature);
    });
    if (chain.length > 0) expect(signatures.slice(0, -1)).toEqual(chain);
    expect(hex(macaroon.signature)).toBe(signature);
    expect(encodeMacaroon(macaroon, prefix)).toBe(text);
  });

  it('is signed with its own root key alone', () => {
    const macaroon = decodeMacaroon(text, prefix)!;
    expect(isSignedWith(macaroon, rootKey)).toBe(true);
    expect(isSignedWith(macaroon, Buffer.concat([rootKey, Buffer.from([1])]))).toBe(false);
  });
});

describe('keys', () => {
  it('are derived as published', () => {
    expect(hex(derivedKey(PLAIN.rootKey))).toBe(
      '7a48333781979c470801d9e308c78e75f4de306c63cb9435b16e84d60192417d',
    );
    const legacy = VECTORS[2]!;
    expect(hex(signatureOf(legacy.rootKey, Buffer.from(legacy.identifier), []))).toBe(
      '51c8728270a4dece451435a6b92d1303461ea6269c9c854a948614af1850fbf9',
    );
  });

  it('of a token follow from the server key, the salt and the id', () => {
    const key = new ServerKey(new Map([[3, Buffer.alloc(32, 0xa0)]]));
    const salt = '000102030405060708090a0b0c0d0e0f';
    const derived = VECTORS[5]!;
    expect(key.macaroonRootKey(derived.identifier, salt)).toEqual(derived.rootKey);
    expect(key.macaroonRootKey(derived.identifier, salt, 2)).toBeNull();
  });
});

describe('a text is refused', () => {
  const bytes = Buffer.from(PLAIN.body, 'base64url');
  const text = (content: Buffer) => `whm-${content.toString('base64url')}`;
  const packet = (type: number, content: Buffer | string) => {
    const whole = Buffer.from(content);
    return Buffer.concat([Buffer.from([type, whole.length]), whole]);
  };
  const end = Buffer.from([0]);
  const identifier = packet(2, PLAIN.identifier);
  const signature = packet(6, Buffer.alloc(32));
  const made = (...parts: (Buffer | number)[]) =>
    text(Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : part))));
  const caveats = (count: number, length: number) =>
    Array.from({ length: count }, () => {
      const content = Buffer.alloc(length, 'x');
      const size = length < 128 ? [length] : [(length & 127) | 128, length >> 7];
      return Buffer.concat([Buffer.from([2, ...size]), content, end]);
    });

  it('never when nothing is wrong with it', () => {
    expect(decodeMacaroon(text(bytes))).not.toBeNull();
    expect(decodeMacaroon(made(2, identifier, end, end, signature))?.location).toBeNull();
    expect(decodeMacaroon(made(2, identifier, end, ...caveats(32, 5), end, signature))?.caveats).toHaveLength(
      32,
    );
    expect(decodeMacaroon(made(2, identifier, end, ...caveats(2, 1024), end, signature))).not.toBeNull();
  });

  // 95 bytes leave four bits of the last letter unused.
  const lastLetter = PLAIN.body.at(-1)!;
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const nextLetter = alphabet[alphabet.indexOf(lastLetter) + 1]!;

  it.each([
    ['of another prefix', `pypi-${PLAIN.body}`],
    ['without a prefix', PLAIN.body],
    ['with a prefix in capitals', `WHM-${PLAIN.body}`],
    ['that is nothing but its prefix', 'whm-'],
    ['with padding', `whm-${PLAIN.body}=`],
    ['with a stray character', `whm-${PLAIN.body.slice(0, 8)}!${PLAIN.body.slice(8)}`],
    ['with a line break', `whm-${PLAIN.body}\n`],
    ['with a blank in it', `whm-${PLAIN.body.slice(0, 8)} ${PLAIN.body.slice(8)}`],
    ['in the other alphabet of base64', `whm-${PLAIN.body.replaceAll('_', '/').replaceAll('-', '+')}`],
    ['with bits behind the last byte', `whm-${PLAIN.body.slice(0, -1)}${nextLetter}`],
    ['with a letter too many', `whm-${PLAIN.body}A`],
    ['with a byte behind the signature', text(Buffer.concat([bytes, end]))],
    ['with another signature behind the signature', text(Buffer.concat([bytes, signature]))],
    ['with an end behind the signature', made(2, identifier, end, end, signature, end)],
    ['with a signature that is too short', made(2, identifier, end, end, packet(6, Buffer.alloc(31)))],
    ['with a signature that is too long', made(2, identifier, end, end, packet(6, Buffer.alloc(33)))],
    ['without a signature', made(2, identifier, end, end)],
    ['that breaks off', text(bytes.subarray(0, -1))],
    ['of the first version', text(Buffer.concat([Buffer.from([1]), bytes.subarray(1)]))],
    ['in the first format', 'whm-MDAyMWxvY2F0aW9uIGluZGV4LmV4YW1wbGUudGVzdAo'],
    ['without an identifier', made(2, end, end, signature)],
    ['with an empty identifier', made(2, packet(2, ''), end, end, signature)],
    ['with an identifier of 65 bytes', made(2, packet(2, 'x'.repeat(65)), end, end, signature)],
    ['with two identifiers', made(2, identifier, identifier, end, end, signature)],
    ['with two locations', made(2, packet(1, 'a'), packet(1, 'b'), identifier, end, end, signature)],
    ['with its location behind the identifier', made(2, identifier, packet(1, 'a'), end, end, signature)],
    ['with a field that nobody knows', made(2, identifier, packet(3, 'a'), end, end, signature)],
    [
      'with a caveat of a third party',
      made(2, identifier, end, packet(2, 'cid'), packet(4, 'vid'), end, end, signature),
    ],
    [
      'with a caveat for another location',
      made(2, identifier, end, packet(1, 'there'), packet(2, 'cid'), end, end, signature),
    ],
    ['with an empty caveat', made(2, identifier, end, packet(2, ''), end, end, signature)],
    ['with a caveat of 1,025 bytes', made(2, identifier, end, ...caveats(1, 1025), end, signature)],
    ['with 33 caveats', made(2, identifier, end, ...caveats(33, 5), end, signature)],
    ['of more than 4 KiB', made(2, identifier, end, ...caveats(3, 1024), end, signature)],
    [
      'with a length in more bytes than it needs',
      made(
        2,
        Buffer.from([2, PLAIN.identifier.length | 128, 0]),
        Buffer.from(PLAIN.identifier),
        end,
        end,
        signature,
      ),
    ],
    [
      'with a length without an end',
      made(2, Buffer.from([2, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80]), end, end, signature),
    ],
    ['with a type in two bytes', made(2, Buffer.from([0x82, 0x00, 1, 97]), end, end, signature)],
    ['with a length beyond its end', made(2, Buffer.from([2, 0xff, 0x7f, 97]))],
  ])('%s', (_, refused) => {
    expect(decodeMacaroon(refused)).toBeNull();
  });
});

describe('a macaroon', () => {
  it('is not made above what servers take', () => {
    expect(() => createMacaroon(Buffer.alloc(32), '', '')).toThrow(RangeError);
    let macaroon = createMacaroon(Buffer.alloc(32), 'id', '');
    expect(() => addCaveat(macaroon, '')).toThrow(RangeError);
    expect(() => addCaveat(macaroon, 'x'.repeat(LIMITS.caveatBytes + 1))).toThrow(RangeError);
    for (let count = 0; count < LIMITS.caveats; count += 1) macaroon = addCaveat(macaroon, 'x'.repeat(200));
    expect(() => addCaveat(macaroon, 'one more')).toThrow(RangeError);
    expect(() => encodeMacaroon(macaroon)).toThrow(RangeError);
  });

  it('loses its signature with each byte that is changed behind its location', () => {
    const bytes = Buffer.from(FOUR.body, 'base64url');
    const isLocation = (place: number) => place >= 3 && place < 3 + FOUR.location.length;
    for (let place = 0; place < bytes.length; place += 1) {
      const altered = Buffer.from(bytes);
      altered[place]! ^= 1;
      const macaroon = decodeMacaroon(`whm-${altered.toString('base64url')}`);
      const isValid = macaroon !== null && isSignedWith(macaroon, FOUR.rootKey);
      expect(isValid, `byte ${place}`).toBe(isLocation(place));
    }
  });
});

describe('whatever bytes come', () => {
  it('are read or refused, and what is read is written the same', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      // Near to something proper: mostly packets with lengths that fit.
      fc
        .array(
          fc.tuple(
            fc.constantFrom(0, 1, 2, 4, 6),
            fc.uint8Array({ maxLength: 40 }),
            fc.integer({ max: 2, min: 0 }),
          ),
          { maxLength: 12 },
        )
        .map((packets) =>
          Uint8Array.from([
            2,
            ...packets.flatMap(([type, content, ends]) => [
              ...(type === 0 ? [] : [type, content.length, ...content]),
              ...Array.from({ length: ends }, () => 0),
            ]),
          ]),
        ),
    );
    fc.assert(
      fc.property(bytes, (content) => {
        const text = `whm-${Buffer.from(content).toString('base64url')}`;
        const macaroon = decodeMacaroon(text);
        if (macaroon !== null) expect(encodeMacaroon(macaroon)).toBe(text);
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(decodeMacaroon(`whm-${text}`)?.identifier ?? Buffer.alloc(1)).toBeInstanceOf(Buffer);
      }),
    );
  });

  it('come back as they were, whatever a macaroon is made of', () => {
    const content = (minLength: number, maxLength: number) =>
      fc.uint8Array({ minLength, maxLength }).map((bytes) => Buffer.from(bytes));
    const macaroons = fc.record({
      location: fc.option(content(0, 200)),
      identifier: content(1, 64),
      caveats: fc.array(content(1, 300), { maxLength: 6 }),
      signature: content(32, 32),
    });
    fc.assert(
      fc.property(macaroons, (macaroon) => {
        expect(decodeMacaroon(encodeMacaroon(macaroon))).toEqual(macaroon);
      }),
    );
  });
});
