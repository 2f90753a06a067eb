// The closed list of scopes: what a token may be for, who may have one, and whether it is about package indexes.
// How far a token with a scope reaches is in `limits.ts`, what each scope opens in `permissions.ts`.

import type { Role } from '../../storage/_generated/sqlite/client.ts';
import { InvalidInput, NotAllowed } from '../errors.ts';
import { quote } from '../names.ts';

interface ScopeRules {
  /** The sentence that explains it. */
  readonly allows: string;
  /** The least role of an owner; what the owner may do is asked again at each use. */
  readonly role: Role;
  /** Whether the indexes and projects that the token names narrow it; it has to name some then. */
  readonly isAboutIndexes: boolean;
  /** Whether people are warned before they choose it: it changes who may do what, or takes something away. */
  readonly isGrave?: true;
}

export const SCOPES = {
  'index:read': {
    allows: 'List and download from its indexes, as pip and uv do.',
    role: 'MEMBER',
    isAboutIndexes: true,
  },
  'index:upload': {
    allows: 'Upload distributions to its indexes, as twine does.',
    role: 'MEMBER',
    isAboutIndexes: true,
  },
  'index:yank': {
    allows: 'Yank releases and files of its indexes, take that back, and set the status of projects.',
    role: 'MEMBER',
    isAboutIndexes: true,
    isGrave: true,
  },
  'index:delete': {
    allows: 'Delete files, releases and projects of its indexes.',
    role: 'MEMBER',
    isAboutIndexes: true,
    isGrave: true,
  },
  'index:refresh': {
    allows: 'Make its mirrors ask their upstream again.',
    role: 'MEMBER',
    isAboutIndexes: true,
  },
  'indexes:read': {
    allows: 'See its indexes through the API: settings, lists, projects and files.',
    role: 'MEMBER',
    isAboutIndexes: true,
  },
  'indexes:write': {
    allows: 'Create indexes, and change the settings, bases, rules and lists of its indexes.',
    role: 'MEMBER',
    isAboutIndexes: true,
    isGrave: true,
  },
  'indexes:delete': {
    allows: 'Delete its indexes with all they hold.',
    role: 'MEMBER',
    isAboutIndexes: true,
    isGrave: true,
  },
  'audit:read': {
    allows: 'Read the audit trail as far as its owner may, and for an admin also what tokens there are.',
    role: 'MEMBER',
    isAboutIndexes: false,
  },
  'users:read': { allows: 'See users and groups.', role: 'ADMIN', isAboutIndexes: false },
  'users:write': {
    allows: 'Create members and service accounts, change display names, deactivate who is no admin.',
    role: 'ADMIN',
    isAboutIndexes: false,
    isGrave: true,
  },
  'replicas:read': { allows: 'Read the status of replicas.', role: 'ADMIN', isAboutIndexes: false },
} as const satisfies Record<string, ScopeRules>;

export type Scope = keyof typeof SCOPES;

/** A condition on a token's scopes: what the token does, it does in indexes. */
export const ABOUT_INDEXES_ALONE = {
  none: {
    scope: {
      in: Object.entries(SCOPES).flatMap(([scope, { isAboutIndexes }]) => (isAboutIndexes ? [] : [scope])),
    },
  },
};

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

/** @throws {NotAllowed} naming the scopes that nobody of this role may have in a token */
export function requireScopesOfRole(
  scopes: readonly Scope[],
  owner: { readonly name: string; readonly role: Role },
): void {
  const excess = scopes.filter((scope) => isBeyondRole(scope, owner.role));
  if (excess.length === 0) return;
  throw new NotAllowed(
    `Only an admin’s token may have ${excess.join(' and ')}, and ${owner.name} is a member.`,
    ['scopes'],
  );
}

/** Whether a token of somebody in this role has the scope for nothing. */
export function isBeyondRole(scope: Scope, role: Role): boolean {
  return SCOPES[scope].role === 'ADMIN' && role !== 'ADMIN';
}

export function isScope(text: string): text is Scope {
  return Object.hasOwn(SCOPES, text);
}

function listed(): string {
  return Object.keys(SCOPES).join(', ');
}
