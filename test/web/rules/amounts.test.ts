import { expect, test } from 'vitest';

import { counted, formatBytes, formatCount, formatExactBytes } from '../../../web/rules/amounts.ts';

test('a size has an IEC unit and at most three digits', () => {
  const sizes = [0, 512, 999, 1000, 1024, 4_998, 12_900_000, 1_073_741_823, 2 ** 31, 5 * 2 ** 50];
  expect(sizes.map(formatBytes)).toEqual([
    '0 B',
    '512 B',
    '999 B',
    '0.98 KiB',
    '1.00 KiB',
    '4.88 KiB',
    '12.3 MiB',
    '1.00 GiB',
    '2.00 GiB',
    '5.00 PiB',
  ]);
});

test('a count is grouped in threes by thin spaces', () => {
  expect([7, 1_234, 1_234_567].map(formatCount)).toEqual(['7', '1\u2009234', '1\u2009234\u2009567']);
});

test('one thing is one file, and two are two files', () => {
  expect([counted(0, 'file'), counted(1, 'file'), counted(2, 'index', 'indexes')]).toEqual([
    '0 files',
    '1 file',
    '2 indexes',
  ]);
  expect(formatExactBytes(1)).toBe('1 byte');
});
