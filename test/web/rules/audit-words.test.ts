// What the audit page adds below the name of the thing that something was done to.
import { expect, test } from 'vitest';

import { detailLines } from '../../../web/rules/audit-words.ts';

type Detail = NonNullable<Parameters<typeof detailLines>[0]['detail']>;
const lines = (detail: Partial<Detail>) =>
  detailLines({ detail: { ...detail, members: Object.keys(detail) } as Detail });

test('each member that an event fills is a line, in words', () => {
  expect(lines({ allIndexes: false, expiresAt: null, scopes: ['index:read', 'index:upload'] })).toEqual([
    'all indexes: no',
    'expires at: none',
    'scopes: index:read, index:upload',
  ]);
});

test('an empty list of people is nobody, of other things it is none', () => {
  expect(lines({ readers: [], indexes: [] })).toEqual(['readers: nobody', 'indexes: none']);
});

test('an event without members has no line', () => {
  expect(detailLines({ detail: null })).toEqual([]);
});
