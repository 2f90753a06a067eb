// A token's state, computed from its row, its owner and the clock; never stored. Who may see a token is decided in
// `visibility.ts`.

import type { Prisma, RevokeReason, Token, User } from '../../storage/_generated/sqlite/client.ts';

export type TokenState = 'PENDING' | 'ACTIVE' | 'ROTATING' | 'EXPIRED' | 'REVOKED' | 'DISABLED';

type DatedToken = Pick<
  Token,
  'revokedAt' | 'revokeReason' | 'expiresAt' | 'notBefore' | 'graceUntil' | 'pausedAt'
>;

/** Told to the owner and to admins; to strangers whatever is not accepted is one refusal. */
export function tokenState(
  token: DatedToken,
  owner: Pick<User, 'deactivatedAt' | 'deletedAt'>,
  now: Date,
): TokenState {
  if (revocationOf(token, now) !== null) return 'REVOKED';
  if (token.expiresAt !== null && now >= token.expiresAt) return 'EXPIRED';
  if (owner.deactivatedAt !== null || owner.deletedAt !== null || token.pausedAt !== null) return 'DISABLED';
  if (token.notBefore !== null && now < token.notBefore) return 'PENDING';
  return token.graceUntil === null ? 'ACTIVE' : 'ROTATING';
}

/** Whether a token in this state lets anybody in. */
export function isAccepted(state: TokenState): boolean {
  return state === 'ACTIVE' || state === 'ROTATING';
}

/** Since when, and why, it is refused for good; one that was rotated is when its grace is over. */
export function revocationOf(
  { revokedAt, revokeReason, graceUntil }: Pick<Token, 'revokedAt' | 'revokeReason' | 'graceUntil'>,
  now: Date,
): { readonly at: Date; readonly reason: RevokeReason } | null {
  if (revokedAt !== null) return { at: revokedAt, reason: revokeReason ?? 'OWNER' };
  return graceUntil !== null && now >= graceUntil ? { at: graceUntil, reason: 'ROTATED' } : null;
}

/** A condition on tokens: those that may still be accepted, now or later. */
export function isLive(now: Date) {
  return {
    revokedAt: null,
    AND: [
      { OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
      { OR: [{ graceUntil: null }, { graceUntil: { gt: now } }] },
    ],
  } satisfies Prisma.TokenWhereInput;
}

/** A condition on tokens: those in this state. It says the same as `tokenState`, so both change together. */
export function isInState(state: TokenState, now: Date): Prisma.TokenWhereInput {
  const isActive = { deactivatedAt: null, deletedAt: null };
  const isRevoked = { OR: [{ revokedAt: { not: null } }, { graceUntil: { lte: now } }] };
  const isDisabled = { OR: [{ pausedAt: { not: null } }, { owner: { NOT: isActive } }] };
  const isWorking = { AND: [isLive(now), { pausedAt: null, owner: isActive }] };
  const hasBegun = { OR: [{ notBefore: null }, { notBefore: { lte: now } }] };
  switch (state) {
    case 'REVOKED':
      return isRevoked;
    case 'EXPIRED':
      return { AND: [isNotRevoked(now), { expiresAt: { lte: now } }] };
    case 'DISABLED':
      return { AND: [isLive(now), isDisabled] };
    case 'PENDING':
      return { AND: [isWorking, { notBefore: { gt: now } }] };
    case 'ACTIVE':
      return { AND: [isWorking, hasBegun, { graceUntil: null }] };
    case 'ROTATING':
      return { AND: [isWorking, hasBegun, { graceUntil: { not: null } }] };
  }
}

/** A comparison with null is never true, nor is its opposite: each side names null by itself. */
function isNotRevoked(now: Date) {
  return { revokedAt: null, OR: [{ graceUntil: null }, { graceUntil: { gt: now } }] };
}
