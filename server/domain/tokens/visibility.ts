// Who sees which tokens, and what of them. Whoever owns an index sees what is bound to it, but never from where other
// people's tokens are used; a token sees itself. A token that is not seen is told like one that is not there.

import type { Prisma, Token } from '../../storage/_generated/sqlite/client.ts';
import type { Actor } from '../actor.ts';
import { whyNot } from '../permissions.ts';
import { ABOUT_INDEXES_ALONE } from './scope.ts';

/** Admins by a session, and by a token that may read the audit trail. */
export function seesEveryToken(actor: Actor): boolean {
  if (actor.kind === 'token') return actor.user.role === 'ADMIN' && whyNot(actor, 'audit:browse') === null;
  return actor.kind === 'user' && actor.user.role === 'ADMIN';
}

/** A condition on tokens. Those for all indexes are bound to none: else naming somebody in a list would show theirs. */
export function tokensVisibleTo(actor: Actor): Prisma.TokenWhereInput {
  if (seesEveryToken(actor)) return {};
  switch (actor.kind) {
    case 'user': {
      const ownerId = actor.user.id;
      const index = { ownerId, deletedAt: null };
      return {
        OR: [{ ownerId }, { indexes: { some: { index } } }],
      };
    }
    case 'token':
      return { id: actor.credential.id };
    case 'anonymous':
    case 'system':
      return { id: { in: [] } };
  }
}

/** A condition on users: named by such a grant, themselves or by a group. */
export function isNamedIn(grant: Prisma.IndexGrantWhereInput): Prisma.UserWhereInput {
  const grants = { some: grant };
  return { OR: [{ grants }, { memberships: { some: { group: { grants } } } }] };
}

/** From where a token was made and used, and from where it may be. */
export function maySeeAddressesOf(actor: Actor, token: Pick<Token, 'id' | 'ownerId'>): boolean {
  if (seesEveryToken(actor)) return true;
  if (actor.kind === 'token') return actor.credential.id === token.id;
  return actor.kind === 'user' && actor.user.id === token.ownerId;
}

/** A condition on tokens: those that the actor may revoke by name, whatever their state. */
export function tokensRevocableBy(actor: Actor): Prisma.TokenWhereInput {
  if (actor.kind !== 'user') return { id: { in: [] } };
  if (actor.user.role === 'ADMIN') return {};
  const ownerId = actor.user.id;
  const isBound = { some: { index: { ownerId, deletedAt: null } } };
  const isBoundElsewhere = { index: { ownerId: { not: ownerId }, deletedAt: null } };
  return {
    OR: [
      { ownerId },
      { allIndexes: false, scopes: ABOUT_INDEXES_ALONE, indexes: { ...isBound, none: isBoundElsewhere } },
    ],
  };
}

/** Names, descriptions and narrower limits are for tokens that go on; a legacy token is only ever revoked. */
export function mayChangeToken(
  actor: Actor,
  token: Pick<Token, 'ownerId' | 'wire' | 'revokedAt' | 'expiresAt' | 'graceUntil'>,
  now: Date,
): boolean {
  if (actor.kind !== 'user' || (actor.user.role !== 'ADMIN' && actor.user.id !== token.ownerId)) return false;
  if (token.wire === 'LEGACY' || token.revokedAt !== null || token.graceUntil !== null) return false;
  return token.expiresAt === null || now < token.expiresAt;
}
