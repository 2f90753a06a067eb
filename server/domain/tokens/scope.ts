// What a token may do, as data: the closed list of scopes, and how projects and indexes narrow.

import type { ActingToken } from '../actor.ts';
import { InvalidInput } from '../errors.ts';
import { quote } from '../names.ts';
import { normalizeProjectName } from '../packages/filenames.ts';

/** Every scope, with the sentence that explains it. */
export const SCOPES = {
  'index:read': 'List, search and download from its indexes.',
  'index:upload': 'Upload distributions to its indexes.',
} as const;

export type Scope = keyof typeof SCOPES;

/** @throws {InvalidInput} INVALID_SCOPE, naming the first scope that does not exist */
export function parseScopes(texts: readonly string[]): Scope[] {
  if (texts.length === 0) {
    throw new InvalidInput('INVALID_SCOPE', `A token needs at least one scope of ${listed()}.`, ['scopes']);
  }
  const unknown = texts.find((text) => !isScope(text));
  if (unknown !== undefined) {
    throw new InvalidInput('INVALID_SCOPE', `${quote(unknown)} is not a scope; there are ${listed()}.`, [
      'scopes',
    ]);
  }
  return [...new Set(texts.filter(isScope))].sort();
}

export function isScope(text: string): text is Scope {
  return Object.hasOwn(SCOPES, text);
}

/**
 * A pattern is a project name, compared normalised, or the beginning of names and one final `*`.
 * @throws {InvalidInput} INVALID_PATTERN
 */
export function parseProjectPattern(text: string): string {
  const stem = text.endsWith('*') ? text.slice(0, -1) : text;
  if (!/^[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9._-])?$/.test(stem)) {
    throw new InvalidInput(
      'INVALID_PATTERN',
      `${quote(text)} is not a project pattern: write a project name, or the beginning of names and one final "*".`,
      ['projects'],
    );
  }
  const normalized = normalizeProjectName(stem);
  return text.endsWith('*') ? `${normalized}*` : normalized;
}

/** Whether the token reaches the project; `normalizedName` in PEP 503 form. */
export function coversProject(token: ActingToken, normalizedName: string): boolean {
  if (token.allProjects) return true;
  return token.projectPatterns.some((pattern) =>
    pattern.endsWith('*') ? normalizedName.startsWith(pattern.slice(0, -1)) : normalizedName === pattern,
  );
}

export function coversIndex(token: ActingToken, indexId: string): boolean {
  return token.allIndexes || token.indexIds.has(indexId);
}

/** Half open: valid from `notBefore`, no longer at `expiresAt`. */
export function isWithinTimes(token: Pick<ActingToken, 'notBefore' | 'expiresAt'>, now: Date): boolean {
  if (token.notBefore !== null && now < token.notBefore) return false;
  return token.expiresAt === null || now < token.expiresAt;
}

function listed(): string {
  return Object.keys(SCOPES).join(', ');
}
