// Which passwords are refused because they are tried first, and that refusing them costs little.

import { describe, expect, it } from 'vitest';

import { isCommonPassword } from '../../../server/domain/users/common-passwords.ts';

const ALICE = { name: 'alice', email: 'alice.liddell@wonder.example' };

describe('a password', () => {
  it.each([
    ['of the list', 'qwerty123456'],
    ['of the list in other case', 'QwErTy123456'],
    ['of the list in full width', 'ｑｗｅｒｔｙ１２３４５６'],
    ['of the list with a year and a sign behind it', 'sunshine-2026!'],
    ['of the list with digits before it', '20262026dragon'],
    ['of the list twice', 'monkeymonkey'],
    ['of the list three times, with digits', 'dragondragondragon1'],
    ['that is one’s name again and again', 'alicealicealice'],
    ['that is one’s name and digits', 'Alice-20261122'],
    ['that is one’s address', 'alice.liddell@wonder.example'],
    ['that is made of one’s address', 'liddell.wonder.1'],
  ])('%s is too common', async (_, password) => {
    expect(await isCommonPassword(password, ALICE)).toBe(true);
  });

  it.each([
    ['of unrelated words', 'correct horse battery staple'],
    ['that names its owner among others', 'the password of alice'],
    ['of many spaces', ' '.repeat(12)],
    ['of one letter of no list', 'x'.repeat(1024)],
    ['of signs alone', '🛞'.repeat(12)],
    ['of digits that nobody counts up', '804291573866'],
    ['that has a common word inside', 'kelp dragon anvil'],
  ])('%s is not', async (_, password) => {
    expect(await isCommonPassword(password, ALICE)).toBe(false);
  });

  it('is not compared with the e-mail of somebody who has none', async () => {
    expect(await isCommonPassword('kelp anvil tram', { name: 'bo', email: null })).toBe(false);
  });
});
