// A token's state, computed from its row, its owner and the clock; never stored. And who may see it.

import type { Prisma, Token, User } from '../../storage/_generated/sqlite/client.ts';
import type { Actor } from '../actor.ts';

export type TokenState = 'PENDING' | 'ACTIVE' | 'EXPIRED' | 'REVOKED' | 'DISABLED';

/** Told to the owner and to admins; to strangers every state but ACTIVE is one refusal. */
export function tokenState(
  token: Pick<Token, 'revokedAt' | 'expiresAt' | 'notBefore'>,
  owner: Pick<User, 'deactivatedAt' | 'deletedAt'>,
  now: Date,
): TokenState {
  if (token.revokedAt !== null) return 'REVOKED';
  if (token.expiresAt !== null && now >= token.expiresAt) return 'EXPIRED';
  if (owner.deactivatedAt !== null || owner.deletedAt !== null) return 'DISABLED';
  if (token.notBefore !== null && now < token.notBefore) return 'PENDING';
  return 'ACTIVE';
}

/** A condition on tokens: one's own; all of them for admins; those of an index for its owner. */
export function tokensVisibleTo(actor: Actor): Prisma.TokenWhereInput {
  if (actor.kind !== 'user') return { id: { in: [] } };
  if (actor.user.role === 'ADMIN') return {};
  return { OR: [{ ownerId: actor.user.id }, { indexes: { some: { index: { ownerId: actor.user.id } } } }] };
}
