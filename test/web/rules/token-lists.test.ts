// Lists as people write them into one field.
import { expect, test } from 'vitest';

import { writtenList } from '../../../web/rules/token-lists.ts';

test.each([
  ['acme-tools', ['acme-tools']],
  ['acme-tools, acme-*', ['acme-tools', 'acme-*']],
  ['  10.0.0.0/8 192.0.2.7,\n2001:db8::/32 ', ['10.0.0.0/8', '192.0.2.7', '2001:db8::/32']],
])('%j is a list', (text, list) => {
  expect(writtenList(text)).toEqual(list);
});

test.each(['', '  ', ' , '])('%j is no list, and so no limit: an empty one would be nothing', (text) => {
  expect(writtenList(text)).toBeUndefined();
});
