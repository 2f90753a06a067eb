// The text of a credential: its known answer, and that a typing error never reaches the database.

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';

import {
  composeCredential,
  formatCredential,
  hashSecret,
  recogniseCredential,
  secretMatches,
} from '../../../server/domain/tokens/secret.ts';

const known = {
  kind: 'pat',
  id: '0123456789ABCDEFGHIJKL',
  secret: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ',
} as const;
const text = 'wh_pat_0123456789ABCDEFGHIJKL_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ2JcdTz';

describe('a credential', () => {
  it('has its known answer', () => {
    expect(formatCredential(known)).toBe(text);
    expect(recogniseCredential(text)).toEqual(known);
    expect(hashSecret(known.secret)).toBe('46a2199782c8827f0ac56f503be9d39efee97f40a736b92cc7d7c5f825cfd851');
  });

  it('is recognised whatever its random bytes are', () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    fc.assert(
      fc.property(fc.constantFrom('pat', 'ci', 'rep', 'ses'), bytes(16), bytes(32), (kind, id, secret) => {
        const credential = composeCredential(kind, Buffer.from(id), Buffer.from(secret));
        expect(recogniseCredential(formatCredential(credential))).toEqual(credential);
      }),
    );
  });

  it('is not recognised once any one letter is another', () => {
    for (let place = 0; place < text.length; place += 1) {
      for (const letter of ['0', 'z', '_', '-']) {
        const mistyped = text.slice(0, place) + letter + text.slice(place + 1);
        if (mistyped !== text) expect(recogniseCredential(mistyped), mistyped).toBeNull();
      }
    }
  });

  it.each(['', 'wh_pat_', text.slice(1), `${text}A`, ` ${text}`, `${text}\n`, text.replace('pat', 'adm')])(
    'is not %j',
    (other) => {
      expect(recogniseCredential(other)).toBeNull();
    },
  );

  it('matches the hash of its own secret alone', () => {
    expect(secretMatches(known.secret, hashSecret(known.secret))).toBe(true);
    expect(secretMatches(known.secret, hashSecret('another'))).toBe(false);
    expect(secretMatches(known.secret, '')).toBe(false);
  });
});
