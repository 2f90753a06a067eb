// The closed list of permissions and the one table that grants them; fields of the API, routes and the rules for an
// index all ask it. The first of two checks: may this credential do such a thing at all. The second, with the loaded
// object, is in `indexes/access.ts` and in the use cases. Nothing is granted that is not in a row.

import type { Actor, TokenActor, UserActor } from './actor.ts';
import { Forbidden, Unauthenticated, type Refusal } from './errors.ts';
import { SCOPES, type Scope } from './tokens/scope.ts';
import type { IndexRight } from '../storage/_generated/sqlite/client.ts';

export interface Grant {
  /** Callers without a credential. */
  readonly anonymous: boolean;
  /** The least role whose session holds it. */
  readonly session: 'MEMBER' | 'ADMIN';
  /** `self`: every token, about itself alone. A scope: tokens that have it. Null: sessions only, whatever the scopes. */
  readonly token: 'self' | Scope | null;
  /** A token has to be for all indexes: it is about one that no token names, because it is not there yet. */
  readonly forAllIndexes?: true;
  /** It is about one project: a token that is bound to projects holds it for these. Absent with a `list`: the same. */
  readonly isAboutProject?: true;
  /** Whether user and password hold it too, as installers send them. Absent: no. */
  readonly password?: true;
  /** Which list of the index must then name the caller, or everybody. */
  readonly list?: IndexRight;
}

export const PERMISSIONS = {
  'server:read': { anonymous: true, session: 'MEMBER', token: 'self' },
  'session:open': { anonymous: true, session: 'MEMBER', token: 'self' },
  'session:end': { anonymous: false, session: 'MEMBER', token: null },
  'session:renew': { anonymous: false, session: 'MEMBER', token: null },
  'session:watch': { anonymous: false, session: 'MEMBER', token: null },
  'sessions:browse': { anonymous: false, session: 'MEMBER', token: null },
  'users:end-sessions': { anonymous: false, session: 'ADMIN', token: null },
  'password:change': { anonymous: false, session: 'MEMBER', token: null },
  'users:set-password': { anonymous: false, session: 'ADMIN', token: null },
  'viewer:read': { anonymous: true, session: 'MEMBER', token: 'self' },
  'users:list': { anonymous: false, session: 'ADMIN', token: 'users:read' },
  'users:create': { anonymous: false, session: 'ADMIN', token: 'users:write' },
  'users:update': { anonymous: false, session: 'ADMIN', token: 'users:write' },
  'users:deactivate': { anonymous: false, session: 'ADMIN', token: 'users:write' },
  'users:activate': { anonymous: false, session: 'ADMIN', token: null },
  'users:reset-password': { anonymous: false, session: 'ADMIN', token: null },
  'users:delete': { anonymous: false, session: 'ADMIN', token: null },
  'profile:update': { anonymous: false, session: 'MEMBER', token: null },
  'groups:list': { anonymous: false, session: 'ADMIN', token: 'users:read' },
  'groups:create': { anonymous: false, session: 'ADMIN', token: null },
  'groups:update': { anonymous: false, session: 'ADMIN', token: null },
  'groups:delete': { anonymous: false, session: 'ADMIN', token: null },
  'audit:browse': { anonymous: false, session: 'MEMBER', token: 'audit:read' },
  'indexes:browse': { anonymous: false, session: 'MEMBER', token: 'indexes:read' },
  'indexes:create': { anonymous: false, session: 'MEMBER', token: 'indexes:write', forAllIndexes: true },
  'indexes:update': { anonymous: false, session: 'MEMBER', token: 'indexes:write' },
  'indexes:delete': { anonymous: false, session: 'MEMBER', token: 'indexes:delete' },
  'tokens:browse': { anonymous: false, session: 'MEMBER', token: 'self' },
  'tokens:create': { anonymous: false, session: 'MEMBER', token: null },
  'tokens:update': { anonymous: false, session: 'MEMBER', token: null },
  'tokens:rotate': { anonymous: false, session: 'MEMBER', token: null },
  'tokens:revoke': { anonymous: false, session: 'MEMBER', token: null },
  'tokens:revoke-own': { anonymous: false, session: 'MEMBER', token: 'self' },
  'tokens:pause': { anonymous: false, session: 'ADMIN', token: null },
  'tokens:report-leak': { anonymous: true, session: 'MEMBER', token: 'self' },
  'releases:yank': { anonymous: false, session: 'MEMBER', token: 'index:yank', isAboutProject: true },
  'projects:set-status': { anonymous: false, session: 'MEMBER', token: 'index:yank', isAboutProject: true },
  'packages:delete': { anonymous: false, session: 'MEMBER', token: 'index:delete', isAboutProject: true },
  'releases:promote': { anonymous: false, session: 'MEMBER', token: 'index:upload', isAboutProject: true },
  'names:release': { anonymous: false, session: 'ADMIN', token: null },
  'mirrors:refresh': { anonymous: false, session: 'MEMBER', token: 'index:refresh' },
  'retention:apply': { anonymous: false, session: 'MEMBER', token: 'index:delete' },
  'packages:search': { anonymous: false, session: 'MEMBER', token: 'indexes:read' },
  'packages:read': { anonymous: true, session: 'MEMBER', token: 'index:read', password: true, list: 'READ' },
  'packages:upload': {
    anonymous: true,
    session: 'MEMBER',
    token: 'index:upload',
    password: true,
    list: 'UPLOAD',
  },
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof PERMISSIONS;

/** Null when the actor's credential holds the permission, else why it does not. */
export function whyNot(actor: Actor, permission: Permission): Refusal | null {
  const grant: Grant = PERMISSIONS[permission];
  switch (actor.kind) {
    case 'system':
      return null;
    case 'anonymous':
      return grant.anonymous ? null : new Unauthenticated('Sign in first: this needs a session.');
    case 'token':
      return whyNotWithToken(actor, grant);
    case 'user':
      if (actor.credential.kind === 'password' && grant.password !== true) {
        return new Forbidden('A password alone cannot do this: sign in and use a session.');
      }
      return whyNotInRole(actor, grant);
  }
}

function whyNotWithToken(actor: TokenActor, grant: Grant): Refusal | null {
  const { credential } = actor;
  const { token: needed, list } = grant;
  if (needed === null) return new Forbidden('A token cannot do this: sign in and use a session.');
  if (needed === 'self') return null;
  if (!credential.scopes.has(needed)) return new Forbidden(`This token lacks the scope ${needed}.`);
  const isAboutProject = list !== undefined || grant.isAboutProject === true;
  if (!isAboutProject && credential.projectLimits.length > 0) {
    return new Forbidden('This token is bound to projects, and this is about more than a project.');
  }
  if (credential.onlyInIndexes && !SCOPES[needed].isAboutIndexes) {
    return new Forbidden('This token is bound to indexes, and this is about more than an index.');
  }
  if (grant.forAllIndexes === true && (credential.onlyInIndexes || !credential.allIndexes)) {
    return new Forbidden('This token is bound to indexes, and a new index is none of them.');
  }
  return whyNotInRole(actor, grant);
}

/** The owner of a token is asked at every use: a scope that was had as an admin is worth nothing afterwards. */
function whyNotInRole({ user }: UserActor | TokenActor, { session }: Grant): Refusal | null {
  return session === 'ADMIN' && user.role !== 'ADMIN'
    ? new Forbidden(`Only an admin may do this, and ${user.name} is a member.`)
    : null;
}

/** @throws {Unauthenticated | Forbidden} */
export function requirePermission(actor: Actor, permission: Permission): void {
  const refusal = whyNot(actor, permission);
  if (refusal !== null) throw refusal;
}

/** For what people do with a session, and automation with a token. @throws {Unauthenticated | Forbidden} */
export function requireSessionOrToken(actor: Actor, permission: Permission): UserActor | TokenActor {
  if (actor.kind !== 'token') return requireSession(actor, permission);
  requirePermission(actor, permission);
  return actor;
}

/** The session's user, for what only people do. @throws {Unauthenticated | Forbidden} */
export function requireSession(actor: Actor, permission: Permission): UserActor {
  requirePermission(actor, permission);
  if (actor.kind !== 'user') throw new Forbidden('This needs a session: sign in.');
  return actor;
}
