// The rule by which a token is narrowed: every limit that is wished lies within the one there is. Pure. Whoever finds a
// way round it has widened a token, so each limit has its row here, and a test takes out one after the other.

import { InvalidInput } from '../errors.ts';
import { isPatternWithin, isRangeWithin } from './patterns.ts';
import type { Scope } from './scope.ts';

/** What limits a token. Null: no limit of this kind. An empty list: nothing. */
export interface Limits {
  readonly scopes: readonly Scope[];
  readonly indexIds: readonly string[] | null;
  readonly patterns: readonly string[] | null;
  readonly ranges: readonly string[] | null;
  readonly expiresAt: Date | null;
  readonly notBefore: Date | null;
}

/** Absent: as it is. */
export type Wish = { readonly [Limit in keyof Limits]?: NonNullable<Limits[Limit]> };

export type LimitChecks = {
  readonly [Limit in keyof Limits]: (
    wished: NonNullable<Limits[Limit]>,
    limit: Limits[Limit],
  ) => string | null;
};

/** What lies outside, in words; null when all of it lies within. */
export const WITHIN: LimitChecks = {
  scopes: (wished, limit) => outside(wished, limit, isSame, 'the scope'),
  indexIds: (wished, limit) => outside(wished, limit, isSame, 'the index'),
  patterns: (wished, limit) => outside(wished, limit, isPatternWithin, 'the project pattern'),
  ranges: (wished, limit) => outside(wished, limit, isRangeWithin, 'the address range'),
  expiresAt: (wished, limit) =>
    limit !== null && !(wished <= limit) ? `an end later than ${limit.toISOString()}` : null,
  notBefore: (wished, limit) =>
    limit !== null && !(wished >= limit) ? `a beginning earlier than ${limit.toISOString()}` : null,
};

/** The name of the input's field, by the limit. */
export const FIELD_OF: Record<keyof Limits, string> = {
  scopes: 'scopes',
  indexIds: 'indexes',
  patterns: 'projects',
  ranges: 'addresses',
  expiresAt: 'expiresAt',
  notBefore: 'notBefore',
};

/**
 * The limits with the wish in their place. `nameOf` says what people call an index.
 * @throws {InvalidInput} WOULD_WIDEN, naming what lies outside
 */
export function narrowed(
  limits: Limits,
  wish: Wish,
  nameOf: (text: string) => string = (text) => text,
  checks: LimitChecks = WITHIN,
): Limits {
  for (const limit of Object.keys(FIELD_OF) as (keyof Limits)[]) {
    const excess = excessOf(limits, wish, limit, checks);
    if (excess === null) continue;
    throw new InvalidInput(
      'WOULD_WIDEN',
      `The token does not have ${wordsFor(excess, nameOf)}: narrowing takes away only. Create another token for it.`,
      [FIELD_OF[limit]],
    );
  }
  return { ...limits, ...defined(wish) };
}

function excessOf<Limit extends keyof Limits>(
  limits: Limits,
  wish: Wish,
  limit: Limit,
  checks: LimitChecks,
): string | null {
  const wished = wish[limit];
  return wished === undefined ? null : checks[limit](wished, limits[limit]);
}

/** The first that lies in none of the limit. */
function outside<Item extends string>(
  wished: readonly Item[],
  limit: readonly Item[] | null,
  isWithin: (inner: Item, outer: Item) => boolean,
  what: string,
): string | null {
  if (limit === null) return null;
  const excess = wished.find((inner) => !limit.some((outer) => isWithin(inner, outer)));
  return excess === undefined ? null : `${what} ${excess}`;
}

function isSame(one: string, other: string): boolean {
  return one === other;
}

function wordsFor(excess: string, nameOf: (text: string) => string): string {
  return excess.replace(/^the index (.*)$/, (_all, id: string) => `the index ${nameOf(id)}`);
}

function defined(wish: Wish): Partial<Limits> {
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
}
