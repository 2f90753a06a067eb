// Why somebody did something, in their own words: one rule for all of them, for they stand in the change log, on the
// audit page and on the pages of installers. Whether there has to be a reason is for whoever asks.

import { InvalidInput } from './errors.ts';

const MAX_LENGTH = 500;

/** Null when nobody said. @throws {InvalidInput} */
export function parseReason(text: string | null | undefined): string | null {
  const reason = text?.trim() ?? '';
  if (reason === '') return null;
  // Cs: half a character has no UTF-8, and would come back from the database as another one.
  if (reason.length <= MAX_LENGTH && !/[\p{Cc}\p{Cs}]/u.test(reason)) return reason;
  throw new InvalidInput(
    'INVALID_INPUT',
    `A reason has at most ${MAX_LENGTH} characters, in one line and without control characters.`,
    ['reason'],
  );
}
