import { expect, test } from 'vitest';

import { formatAbsolute, formatRelative } from '../../../web/rules/moments.ts';

const noon = new Date('2026-11-22T12:00:00.000Z');
const after = (seconds: number): string => formatRelative(new Date(noon.getTime() + seconds * 1000), noon);
const day = 86_400;

test('a near moment is told by its distance', () => {
  expect([-30, 30, -60, 3_600, -23 * 3_600, day, -2 * day].map(after)).toEqual([
    'just now',
    'in a moment',
    '1 minute ago',
    'in 1 hour',
    '23 hours ago',
    'in 1 day',
    '2 days ago',
  ]);
});

test('a token of thirty days expires in 30 days, also a second after it was made', () => {
  expect(after(30 * day - 1)).toBe('in 30 days');
});

test('days are counted for a quarter, months for two years', () => {
  expect([76 * day, 120 * day, 400 * day, 800 * day].map(after)).toEqual([
    'in 76 days',
    'in 4 months',
    'in 13 months',
    'in 2 years',
  ]);
});

test('the absolute form names its time zone', () => {
  expect(formatAbsolute(noon, 'UTC')).toBe('22 Nov 2026, 12:00 UTC');
});
