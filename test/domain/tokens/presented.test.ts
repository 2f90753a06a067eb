// The three forms in which tokens are presented, and that whatever else comes is refused before any query.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { quote } from '../../../server/domain/names.ts';
import { addCaveat, createMacaroon } from '../../../server/domain/tokens/macaroon/chain.ts';
import { encodeMacaroon } from '../../../server/domain/tokens/macaroon/wire.ts';
import { readPresentedToken } from '../../../server/domain/tokens/presented.ts';
import { formatCredential } from '../../../server/domain/tokens/secret.ts';
import { beginsAsToken } from '../../../server/domain/users/passwords.ts';

const id = '0123456789ABCDEFGHIJKL';
const secret = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
const legacyId = 'abcdefghij-ABCDEFGHI_1';
const macaroon = (identifier: string) =>
  addCaveat(createMacaroon(Buffer.alloc(32), identifier, ''), 'allowed=upload');

describe('a presented text', () => {
  it('is a token of ours, a macaroon, or one of another system', () => {
    expect([
      readPresentedToken(formatCredential({ kind: 'ci', id, secret })),
      readPresentedToken(encodeMacaroon(macaroon(id))),
      readPresentedToken(`adm_${legacyId}.${secret}`),
    ]).toEqual([
      { wire: 'OPAQUE', kind: 'ci', id, secret },
      { wire: 'ATTENUABLE', id, macaroon: macaroon(id) },
      { wire: 'LEGACY', id: legacyId, secret },
    ]);
  });

  it.each([
    ['nothing', ''],
    ['a session', formatCredential({ kind: 'ses', id, secret })],
    ['a replica’s credential', formatCredential({ kind: 'rep', id, secret })],
    ['one that was mistyped', formatCredential({ kind: 'pat', id, secret }).replace('abc', 'abd')],
    ['a macaroon of somebody else', encodeMacaroon(macaroon('alice-Ab3dEf7h'))],
    ['a macaroon with another prefix', encodeMacaroon(macaroon(id), 'pypi')],
    ['a macaroon whose id has a character that ids do not have', encodeMacaroon(macaroon(`${id.slice(1)}-`))],
    ['a legacy token without a secret', `adm_${legacyId}.`],
    ['a legacy token with two dots', `adm_${legacyId}.${secret}.${secret}`],
    ['a legacy token whose id is too short', `adm_${'a'.repeat(19)}.${secret}`],
    ['a legacy token whose id is too long', `adm_${'a'.repeat(33)}.${secret}`],
    ['a legacy token with a line behind it', `adm_${legacyId}.${secret}\n`],
    ['a password', 'the password of alice'],
  ])('is no token when it is %s', (_, text) => {
    expect(readPresentedToken(text)).toBeNull();
  });

  it('is read or refused whatever it is, and never takes long', () => {
    const beginnings = fc.constantFrom('wh_pat_', 'whm-', 'adm_', '');
    const rest = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: fc.constantFrom('a', 'A', '0', '_', '-', '.', '='), maxLength: 4200 }),
    );
    fc.assert(
      fc.property(beginnings, rest, (beginning, text) => {
        const token = readPresentedToken(beginning + text);
        expect(token === null || token.id.length >= 20).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('that begins as a token is never compared with a password', () => {
    const texts = ['wh_', 'whm-x', ' wh_pat_x', `adm_${legacyId}.x`];
    expect(texts.map(beginsAsToken)).toEqual([true, true, true, true]);
    expect(['adm_', 'admiral of the whm-', 'whale song at dusk'].map(beginsAsToken)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is not repeated in a sentence, but for its public part', () => {
    const texts = [
      formatCredential({ kind: 'pat', id, secret }),
      encodeMacaroon(macaroon(id)),
      `adm_${legacyId}.${secret}`,
    ];
    expect(texts.map(quote)).toEqual([`"wh_pat_${id}_…"`, '"whm-…"', `"adm_${legacyId}.…"`]);
  });
});
