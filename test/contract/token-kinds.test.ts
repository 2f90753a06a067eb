// The threat model of each kind of token is one sentence, and wherever somebody chooses between them it is that one.

import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

const PLACES = ['schema.graphql', 'client/cli/commands/token-create.ts', 'web/rules/token-kinds.ts'];

it.each([
  'only a hash of it is stored: nobody, not even the server, can make it again; it can be narrowed only here.',
  'a macaroon: whoever holds it can narrow a copy offline, and whoever has both the server key and the database could make it again.',
])('says everywhere: %s', (sentence) => {
  for (const place of PLACES) {
    const text = readFileSync(place, 'utf8').replaceAll(/\s+/g, ' ').toLowerCase();
    expect([place, text.includes(sentence)]).toEqual([place, true]);
  }
});
