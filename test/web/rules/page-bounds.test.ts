import { describe, expect, test } from 'vitest';

import { neighbours, pageVariables, readPageBounds } from '../../../web/rules/page-bounds.ts';

const ends = { hasNextPage: true, hasPreviousPage: false, startCursor: 'a', endCursor: 'z' };

describe('a page of a list', () => {
  test('stands in the address, and one direction wins', () => {
    expect(readPageBounds({ after: 'c1', project: 'requests' })).toEqual({ after: 'c1' });
    expect(readPageBounds({ before: 'c1' })).toEqual({ before: 'c1' });
    expect(readPageBounds({ after: 'c1', before: 'c2' })).toEqual({ before: 'c2' });
    expect(readPageBounds({ after: 7 })).toEqual({});
  });

  test('is asked for in one direction only', () => {
    expect(pageVariables({})).toEqual({ first: 20, after: null, last: null, before: null });
    expect(pageVariables({ after: 'c1' })).toEqual({ first: 20, after: 'c1', last: null, before: null });
    expect(pageVariables({ before: 'c1' })).toEqual({ first: null, after: null, last: 20, before: 'c1' });
  });

  test('has no page before the first and none after the last', () => {
    expect(neighbours({}, ends)).toEqual({ previous: null, next: { after: 'z' } });
    expect(neighbours({}, { ...ends, hasNextPage: false })).toEqual({ previous: null, next: null });
  });

  test('that was reached going forward leads back, whether or not the server says so', () => {
    expect(neighbours({ after: 'c1' }, { ...ends, hasNextPage: false })).toEqual({
      previous: { before: 'a' },
      next: null,
    });
  });

  test('without an entry leads nowhere', () => {
    expect(neighbours({}, { ...ends, startCursor: null, endCursor: null })).toEqual({
      previous: null,
      next: null,
    });
  });
});
