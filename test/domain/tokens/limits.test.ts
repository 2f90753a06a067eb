// From where a token may be used: networks of either family, each asked for its own addresses alone.

import { expect, it } from 'vitest';

import { coversAddress } from '../../../server/domain/tokens/limits.ts';

it.each([
  ['127.0.0.1', ['127.0.0.0/8'], true],
  ['128.0.0.1', ['127.0.0.0/8'], false],
  ['2001:db8::7', ['2001:db8::/32'], true],
  ['2001:db9::7', ['2001:db8::/32'], false],
  ['8.8.8.8', ['::/0'], false],
  ['8.8.8.8', ['::/80'], false],
  ['::1', ['0.0.0.0/0'], false],
  ['8.8.8.8', ['::/0', '8.8.8.0/24'], true],
  ['8.8.8.8', [], false],
  [null, ['0.0.0.0/0', '::/0'], false],
])('an address such as %s and the ranges %j: %s', (address, ranges, expected) => {
  expect(coversAddress({ addressLimits: [ranges] }, address)).toBe(expected);
});

it('every list of ranges has to hold the address', () => {
  const addressLimits = [['10.0.0.0/8'], ['10.1.0.0/16']];
  expect(['10.1.0.1', '10.2.0.1'].map((address) => coversAddress({ addressLimits }, address))).toEqual([
    true,
    false,
  ]);
});
