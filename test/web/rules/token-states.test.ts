// What the list of tokens offers to do, by their state.
import { expect, test } from 'vitest';

import { isInUse, isLive, liveStates, tokenStates } from '../../../web/rules/token-states.ts';

const states = Object.keys(tokenStates) as (keyof typeof tokenStates)[];

test('whatever may be let in now or later can be revoked', () => {
  expect(states.filter(isLive).sort()).toEqual(['ACTIVE', 'DISABLED', 'PENDING', 'ROTATING']);
  expect([...liveStates].sort()).toEqual(states.filter(isLive).sort());
});

test('the end of a token is a warning only while somebody counts on it', () => {
  expect(states.filter(isInUse).sort()).toEqual(['ACTIVE', 'PENDING']);
});
