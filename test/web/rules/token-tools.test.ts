// The places that a new token's configurations are for.
import { expect, test } from 'vitest';

import { placesOf } from '../../../web/rules/token-tools.ts';

test('each index once, in the order given, and the API by its name', () => {
  const configurations = ['team/prod', 'team/prod', 'team/dev', null].map((packageIndex) => ({
    packageIndex,
  }));
  expect(placesOf(configurations)).toEqual(['team/prod', 'team/dev', 'The API']);
});
