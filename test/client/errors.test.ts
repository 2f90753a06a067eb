// Every code has the category that callers catch.
import { describe, expect, test } from 'vitest';

import { wheelhouseError } from '../../client/errors.ts';
import { ERROR_CODES } from '../../server/domain/errors.ts';

/** What no category fits: faults, and questions of representation that a GraphQL client never asks. */
const WITHOUT_CATEGORY = ['INTERNAL', 'METHOD_NOT_ALLOWED', 'NOT_ACCEPTABLE', 'RANGE_NOT_SATISFIABLE'];

describe('the category of a code', () => {
  test('exists for every code of the server', () => {
    const without = Object.entries(ERROR_CODES)
      .filter(([code, { status }]) => categoryOf(code, status) === 'WheelhouseError')
      .map(([code]) => code);
    expect(without.sort()).toEqual(WITHOUT_CATEGORY);
  });

  test.each([
    ['INVALID_NAME', undefined, 'InvalidInput'],
    ['LINK_INVALID', undefined, 'InvalidInput'],
    ['NOT_FOUND', undefined, 'NotFound'],
    ['SIGN_IN_FAILED', undefined, 'NotAuthenticated'],
    ['NOT_ALLOWED', undefined, 'NotAllowed'],
    ['NAME_TAKEN', undefined, 'Conflict'],
    ['CONFIRMATION_MISMATCH', undefined, 'Conflict'],
    ['UNAVAILABLE', undefined, 'Unavailable'],
    ['A_CODE_OF_NEXT_YEAR', undefined, 'WheelhouseError'],
    ['A_CODE_OF_NEXT_YEAR', 429, 'Unavailable'],
    ['NOT_ALLOWED', 404, 'NotAllowed'],
  ])('%s with the status %s is %s', (code, status, category) => {
    expect(categoryOf(code, status)).toBe(category);
  });
});

function categoryOf(code: string, status: number | undefined): string {
  return wheelhouseError('No.', { code, status }).constructor.name;
}
