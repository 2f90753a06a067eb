// How long a token that was rotated works on.
import { expect, test } from 'vitest';

import { gracePresets, graceSeconds } from '../../../web/rules/token-grace.ts';

test('the presets are none, an hour, and the longest that the server allows, which is a day', () => {
  expect(gracePresets.map(graceSeconds)).toEqual([0, 3600, 86_400]);
});

test('what is no preset is no time at all', () => {
  expect(graceSeconds('for ever')).toBe(0);
});
