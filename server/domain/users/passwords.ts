// What a password must be: long enough, not absurdly long, none that is tried first, otherwise taken exactly as
// received.

import { InvalidInput } from '../errors.ts';
import { isCommonPassword, type PasswordOwner } from './common-passwords.ts';

export const PASSWORD_MIN_CHARACTERS = 12;
export const PASSWORD_MAX_BYTES = 1024;

/** @throws {InvalidInput} INVALID_PASSWORD, PASSWORD_TOO_COMMON; the sentence never holds the password */
export async function checkPassword(
  password: string,
  owner: PasswordOwner,
  path: readonly string[] = ['password'],
): Promise<void> {
  checkForm(password, path);
  if (await isCommonPassword(password, owner)) {
    throw new InvalidInput(
      'PASSWORD_TOO_COMMON',
      'This password is among the first that are guessed. Take several words that have nothing to do with each other or with you.',
      path,
    );
  }
}

function checkForm(password: string, path: readonly string[]): void {
  if ([...password].length < PASSWORD_MIN_CHARACTERS) {
    throw new InvalidInput(
      'INVALID_PASSWORD',
      `A password needs at least ${PASSWORD_MIN_CHARACTERS} characters.`,
      path,
    );
  }
  if (beginsAsToken(password)) {
    throw new InvalidInput(
      'INVALID_PASSWORD',
      'A password cannot begin with "wh_" or "whm-", or look like another token: tokens do.',
      path,
    );
  }
  if (!isHashable(password)) {
    throw new InvalidInput(
      'INVALID_PASSWORD',
      `A password has at most ${PASSWORD_MAX_BYTES} bytes and no NUL.`,
      path,
    );
  }
}

/** Whether it is taken for a token wherever passwords are presented, and so never compared with one. */
export function beginsAsToken(text: string): boolean {
  return /^\s*(?:wh_|whm-|adm_[\w-]{20,32}\.)/.test(text);
}

/** Whether it is worth the cost of a check at all. */
export function isHashable(password: string): boolean {
  return Buffer.byteLength(password) <= PASSWORD_MAX_BYTES && !password.includes('\0');
}
