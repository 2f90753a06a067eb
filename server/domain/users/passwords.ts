// What a password must be: long enough, not absurdly long, otherwise taken exactly as received.

import { InvalidInput } from '../errors.ts';

export const PASSWORD_MIN_CHARACTERS = 12;
export const PASSWORD_MAX_BYTES = 1024;

/** What a text begins with that is taken for a token wherever passwords are presented. */
export const TOKEN_BEGINNING = 'wh_';

/** @throws {InvalidInput} INVALID_PASSWORD; the sentence never holds the password */
export function checkPassword(password: string): void {
  if ([...password].length < PASSWORD_MIN_CHARACTERS) {
    throw new InvalidInput(
      'INVALID_PASSWORD',
      `A password needs at least ${PASSWORD_MIN_CHARACTERS} characters.`,
      ['password'],
    );
  }
  if (password.startsWith(TOKEN_BEGINNING)) {
    throw new InvalidInput(
      'INVALID_PASSWORD',
      `A password cannot begin with "${TOKEN_BEGINNING}": tokens do.`,
      ['password'],
    );
  }
  if (!isHashable(password)) {
    throw new InvalidInput(
      'INVALID_PASSWORD',
      `A password has at most ${PASSWORD_MAX_BYTES} bytes and no NUL.`,
      ['password'],
    );
  }
}

/** Whether it is worth the cost of a check at all. */
export function isHashable(password: string): boolean {
  return Buffer.byteLength(password) <= PASSWORD_MAX_BYTES && !password.includes('\0');
}
