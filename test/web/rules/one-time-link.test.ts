import { expect, test } from 'vitest';

import { secretOf } from '../../../web/rules/one-time-link.ts';

test('the secret of a one-time link is what follows the #', () => {
  expect([secretOf('#s3cret'), secretOf('s3cret'), secretOf('#'), secretOf('')]).toEqual([
    's3cret',
    's3cret',
    null,
    null,
  ]);
});
