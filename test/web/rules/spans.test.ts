import { expect, test } from 'vitest';

import { spanInWords } from '../../../web/rules/spans.ts';

test('a span is told in the largest unit that tells it exactly', () => {
  const spans = [0, 1, 59, 60, 90, 600, 3600, 5400, 86_400, 90_000, 604_800];
  expect(spans.map(spanInWords)).toEqual([
    '0 seconds',
    '1 second',
    '59 seconds',
    '1 minute',
    '90 seconds',
    '10 minutes',
    '1 hour',
    '90 minutes',
    '1 day',
    '25 hours',
    '7 days',
  ]);
});
