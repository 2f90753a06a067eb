// The words of --expires, against a clock that stands still.
import { expect, test } from 'vitest';

import { UsageError } from '../../client/cli/exit-codes.ts';
import { parseExpiry } from '../../client/cli/expiry.ts';

const now = new Date('2026-11-22T12:00:00.000Z');

test.each([
  ['15m', '2026-11-22T12:15:00.000Z'],
  ['12h', '2026-11-23T00:00:00.000Z'],
  ['30d', '2026-12-22T12:00:00.000Z'],
  ['8w', '2027-01-17T12:00:00.000Z'],
  ['2027-01-31', '2027-01-31T23:59:59.999Z'],
  ['2026-11-22', '2026-11-22T23:59:59.999Z'],
  ['2028-02-29', '2028-02-29T23:59:59.999Z'],
  ['2027-01-31T08:00:00Z', '2027-01-31T08:00:00.000Z'],
  ['2027-01-31T08:00+02:00', '2027-01-31T06:00:00.000Z'],
  ['never', null],
])('a token that expires %s ends at %s', (text, end) => {
  expect(parseExpiry(text, now)).toBe(end);
});

test.each([
  '',
  '30',
  'd',
  '30 d',
  '-1d',
  '1.5d',
  '30D',
  '12s',
  'Never',
  'tomorrow',
  '2027-02-30',
  '2027-13-01',
  '999999d',
  '31.01.2027',
  '2027-1-31',
])('"%s" is refused with the forms that are understood', (text) => {
  expect(() => parseExpiry(text, now)).toThrow(
    new UsageError(
      `--expires: "${text}" is not understood: use a span such as 15m, 12h, 30d or 8w, a day such as 2027-01-31, or never.`,
    ),
  );
});

test.each(['0d', '2026-11-21', '2026-11-22T11:59:59Z'])('"%s" is refused because it is past', (text) => {
  expect(() => parseExpiry(text, now)).toThrow(`--expires: "${text}" is not in the future.`);
});
