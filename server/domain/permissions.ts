// The closed list of permissions and the one table that grants them.
// The first of two checks: may this credential do such a thing at all. The second, with the loaded
// object, is in `indexes/access.ts` and in the use cases. Nothing is granted that is not in a row.

import type { Actor, UserActor } from './actor.ts';
import { Forbidden, Unauthenticated, type Refusal } from './errors.ts';

interface Grant {
  /** Callers without a credential. */
  readonly anonymous: boolean;
  /** The least role whose session holds it. */
  readonly session: 'MEMBER' | 'ADMIN';
  /** `self`: every token, about itself alone. Null: sessions only, whatever the token's scopes. */
  readonly token: 'self' | null;
}

export const PERMISSIONS = {
  'server:read': { anonymous: true, session: 'MEMBER', token: 'self' },
  'session:open': { anonymous: true, session: 'MEMBER', token: 'self' },
  'session:end': { anonymous: false, session: 'MEMBER', token: null },
  'viewer:read': { anonymous: true, session: 'MEMBER', token: 'self' },
  'users:list': { anonymous: false, session: 'ADMIN', token: null },
  'users:create': { anonymous: false, session: 'ADMIN', token: null },
  'indexes:browse': { anonymous: false, session: 'MEMBER', token: null },
  'indexes:create': { anonymous: false, session: 'MEMBER', token: null },
  'indexes:update': { anonymous: false, session: 'MEMBER', token: null },
  'indexes:delete': { anonymous: false, session: 'MEMBER', token: null },
  'tokens:browse': { anonymous: false, session: 'MEMBER', token: null },
  'tokens:create': { anonymous: false, session: 'MEMBER', token: null },
  'tokens:revoke': { anonymous: false, session: 'MEMBER', token: null },
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
      return grant.token === 'self'
        ? null
        : new Forbidden('A token cannot do this: sign in and use a session.');
    case 'user':
      if (actor.credential.kind !== 'session' && actor.credential.kind !== 'link') {
        return new Forbidden('A password alone cannot do this: sign in and use a session.');
      }
      return grant.session === 'ADMIN' && actor.user.role !== 'ADMIN'
        ? new Forbidden(`Only an admin may do this, and ${actor.user.name} is a member.`)
        : null;
  }
}

/** @throws {Unauthenticated | Forbidden} */
export function requirePermission(actor: Actor, permission: Permission): void {
  const refusal = whyNot(actor, permission);
  if (refusal !== null) throw refusal;
}

/** The session's user, for what only people do. @throws {Unauthenticated | Forbidden} */
export function requireSession(actor: Actor, permission: Permission): UserActor {
  requirePermission(actor, permission);
  if (actor.kind !== 'user') throw new Forbidden('This needs a session: sign in.');
  return actor;
}
