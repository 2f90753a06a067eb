// What people write into the fields of a token, parsed into what is stored. Scopes are parsed in `scope.ts`, times in
// `policy.ts`, single patterns and ranges in `patterns.ts`.

import { InvalidInput } from '../errors.ts';
import { parseAddressRange, parseProjectPattern } from './patterns.ts';

export const LONGEST_LIST = 100;

/** @throws {InvalidInput} INVALID_NAME */
export function parseTokenName(text: string): string {
  const name = text.trim();
  if (name !== '' && name.length <= 100 && !/\p{Cc}/u.test(name)) return name;
  throw new InvalidInput('INVALID_NAME', 'A token name has 1 to 100 characters and no control characters.', [
    'name',
  ]);
}

/** Null for an empty one. @throws {InvalidInput} INVALID_INPUT */
export function parseTokenDescription(text: string | null): string | null {
  const description = text?.trim() ?? '';
  if (description === '') return null;
  if (description.length <= 500 && !/[^\P{Cc}\n]/u.test(description)) return description;
  throw new InvalidInput(
    'INVALID_INPUT',
    'A description has at most 500 characters and no control characters.',
    ['description'],
  );
}

/** Normalised, each once. @throws {InvalidInput} INVALID_PATTERN */
export function parsePatterns(texts: readonly string[]): string[] {
  if (texts.length > LONGEST_LIST) {
    throw new InvalidInput('INVALID_PATTERN', `A token names at most ${LONGEST_LIST} projects.`, [
      'projects',
    ]);
  }
  return [...new Set(texts.map(parseProjectPattern))];
}

/** In canonical form, each once. @throws {InvalidInput} INVALID_ADDRESS */
export function parseRanges(texts: readonly string[]): string[] {
  if (texts.length > LONGEST_LIST) {
    throw new InvalidInput('INVALID_ADDRESS', `A token names at most ${LONGEST_LIST} address ranges.`, [
      'addresses',
    ]);
  }
  return [...new Set(texts.map(parseAddressRange))];
}
