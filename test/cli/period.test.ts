// What --since and --until understand.
import { expect, test } from 'vitest';

import { UsageError } from '../../client/cli/exit-codes.ts';
import { parsePeriodEnd } from '../../client/cli/period.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');

test('a span goes back from now', () => {
  expect(['12h', '30d', '8w'].map((span) => parsePeriodEnd('--since', span, NOW))).toEqual([
    '2026-11-22T00:00:00.000Z',
    '2026-10-23T12:00:00.000Z',
    '2026-09-27T12:00:00.000Z',
  ]);
});

test('a day counts whole, whichever end it is', () => {
  expect(parsePeriodEnd('--since', '2026-11-21', NOW)).toBe('2026-11-21T00:00:00.000Z');
  expect(parsePeriodEnd('--until', '2026-11-21', NOW)).toBe('2026-11-22T00:00:00.000Z');
});

test('a moment is taken with its offset', () => {
  expect(parsePeriodEnd('--until', '2026-11-21T10:00:00+01:00', NOW)).toBe('2026-11-21T09:00:00.000Z');
});

test('anything else is refused, with the flag that it was given to', () => {
  for (const wrong of ['', 'yesterday', '30', '2026-02-30', '2026-11-21T10:00:00', '-1d']) {
    expect(() => parsePeriodEnd('--since', wrong, NOW)).toThrow(UsageError);
    expect(() => parsePeriodEnd('--since', wrong, NOW)).toThrow(/^--since: /);
  }
});
