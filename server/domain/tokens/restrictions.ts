// What is left of a token once its holder added caveats: each says how far it lets the token reach, and all of it is
// intersected with what the token's row allows. Pure: which indexes and projects are meant was looked up before.

import { normalizeProjectName } from '../packages/filenames.ts';
import type { TokenLimits } from './limits.ts';
import type { Caveat, DevpiPermission } from './macaroon/caveats.ts';
import { SCOPES, type Scope } from './scope.ts';

/** The words of devpi that have to be allowed for a scope to survive. A scope without any has no word there. */
export const DEVPI_WORDS_OF_SCOPE: Partial<Record<Scope, readonly DevpiPermission[]>> = {
  'index:read': ['pkg_read'],
  'index:upload': ['upload'],
  'indexes:read': ['pkg_read'],
  'indexes:write': ['index_create', 'index_modify'],
  'indexes:delete': ['index_delete'],
};

/** What the caveats of one token name, as it is now. */
export interface NamedThings {
  readonly ownerId: string;
  /** The ids of live indexes by path. */
  readonly indexes: ReadonlyMap<string, string>;
  /** Projects by id. */
  readonly projects: ReadonlyMap<string, { readonly indexId: string; readonly normalizedName: string }>;
}

const ALL_SCOPES = Object.keys(SCOPES) as Scope[];

/** What is inside of everything. */
export const UNLIMITED: TokenLimits = {
  scopes: new Set(ALL_SCOPES),
  allIndexes: true,
  indexIds: new Set(),
  projectLimits: [],
  addressLimits: [],
  onlyInIndexes: false,
  notBefore: null,
  expiresAt: null,
};

type Intersection = (one: TokenLimits, other: TokenLimits) => Partial<TokenLimits>;

/** One for each way in which a token is limited; what two limits leave is inside both. */
export const INTERSECTIONS: Readonly<Record<string, Intersection>> = {
  scopes: (one, other) => ({ scopes: inBoth(one.scopes, other.scopes) }),
  indexes: (one, other) => {
    if (one.allIndexes) return { allIndexes: other.allIndexes, indexIds: other.indexIds };
    if (other.allIndexes) return { allIndexes: false, indexIds: one.indexIds };
    return { allIndexes: false, indexIds: inBoth(one.indexIds, other.indexIds) };
  },
  onlyInIndexes: (one, other) => ({ onlyInIndexes: one.onlyInIndexes || other.onlyInIndexes }),
  projects: (one, other) => ({ projectLimits: [...one.projectLimits, ...other.projectLimits] }),
  addresses: (one, other) => ({ addressLimits: [...one.addressLimits, ...other.addressLimits] }),
  notBefore: (one, other) => ({ notBefore: extreme(one.notBefore, other.notBefore, Math.max) }),
  expiresAt: (one, other) => ({ expiresAt: extreme(one.expiresAt, other.expiresAt, Math.min) }),
};

/** Null when a caveat can never hold. */
export function restricted(
  limits: TokenLimits,
  caveats: readonly Caveat[],
  things: NamedThings,
  intersections = INTERSECTIONS,
): TokenLimits | null {
  let left = limits;
  for (const caveat of caveats) {
    const reach = limitsOfCaveat(caveat, things);
    if (reach === null) return null;
    left = insideBoth(left, reach, intersections);
  }
  return left;
}

export function insideBoth(one: TokenLimits, other: TokenLimits, intersections = INTERSECTIONS): TokenLimits {
  return Object.assign(
    {},
    one,
    ...Object.values(intersections).map((both) => both(one, other)),
  ) as TokenLimits;
}

/** How far a token would reach that had nothing but this caveat. */
function limitsOfCaveat(caveat: Caveat, things: NamedThings): TokenLimits | null {
  switch (caveat.kind) {
    case 'times':
      return { ...UNLIMITED, notBefore: dateOf(caveat.notBefore), expiresAt: dateOf(caveat.expires) };
    case 'projects':
      return { ...UNLIMITED, projectLimits: [{ patterns: caveat.names.map(normalizeProjectName) }] };
    case 'projectIds':
      return { ...UNLIMITED, projectLimits: [{ held: heldProjects(caveat.ids, things) }] };
    case 'user':
      return caveat.id === null || caveat.id === things.ownerId ? UNLIMITED : null;
    case 'publisher':
      return null;
    case 'permissions':
      return { ...UNLIMITED, scopes: scopesOf(caveat.words) };
    case 'indexes': {
      const ids = caveat.paths.flatMap((path) => things.indexes.get(path) ?? []);
      return { ...UNLIMITED, allIndexes: false, indexIds: new Set(ids), onlyInIndexes: true };
    }
  }
}

function scopesOf(words: readonly DevpiPermission[]): Set<Scope> {
  return new Set(
    ALL_SCOPES.filter((scope) => DEVPI_WORDS_OF_SCOPE[scope]?.every((word) => words.includes(word)) === true),
  );
}

function heldProjects(ids: readonly string[], { projects }: NamedThings): Map<string, Set<string>> {
  const held = new Map<string, Set<string>>();
  for (const { indexId, normalizedName } of ids.flatMap((id) => projects.get(id) ?? [])) {
    held.set(indexId, (held.get(indexId) ?? new Set()).add(normalizedName));
  }
  return held;
}

function inBoth<Item>(one: ReadonlySet<Item>, other: ReadonlySet<Item>): Set<Item> {
  return new Set([...one].filter((item) => other.has(item)));
}

function extreme(
  one: Date | null,
  other: Date | null,
  of: (one: number, other: number) => number,
): Date | null {
  if (one === null || other === null) return one ?? other;
  return new Date(of(one.getTime(), other.getTime()));
}

function dateOf(seconds: number | null): Date | null {
  return seconds === null ? null : new Date(seconds * 1000);
}
