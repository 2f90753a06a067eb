import { expect, test } from 'vitest';

import { beginningOf, earliestDate, endsSoon, expiryOf } from '../../../web/rules/token-expiry.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const day = 86_400_000;

test('a preset counts from now', () => {
  expect([expiryOf('7', '', now), expiryOf('30', '', now), expiryOf('90', '', now)]).toEqual([
    new Date('2026-11-29T12:00:00.000Z'),
    new Date('2026-12-22T12:00:00.000Z'),
    new Date('2027-02-20T12:00:00.000Z'),
  ]);
});

test('a date counts through its last moment, where the reader is', () => {
  expect(expiryOf('date', '2026-12-31', now)).toEqual(new Date(2027, 0, 1));
});

test.each(['', 'soon', '2026-12'])('%j is no date, and nothing is guessed', (date) => {
  expect(expiryOf('date', date, now)).toBeNull();
});

test('a first day begins with its first moment, where the reader is', () => {
  expect([beginningOf('2026-12-31'), beginningOf('')]).toEqual([new Date(2026, 11, 31), null]);
});

test('the first date to choose is today', () => {
  expect(earliestDate(new Date(2026, 0, 5, 9))).toBe('2026-01-05');
});

test('less than fourteen days are soon', () => {
  const soon = (distance: number) => endsSoon(new Date(now.getTime() + distance), now);
  expect([soon(14 * day - 1), soon(14 * day), soon(-day)]).toEqual([true, false, true]);
});
