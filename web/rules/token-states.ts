/** A token's state in words, and what can still be done with one in that state. */
import type { RevokeReason, TokenState } from '../_generated/graphql.ts';

interface StateWords {
  word: string;
  color: 'gray' | 'sea' | 'amber';
}

export const tokenStates: Record<TokenState, StateWords> = {
  PENDING: { word: 'not yet valid', color: 'gray' },
  ACTIVE: { word: 'active', color: 'sea' },
  ROTATING: { word: 'replaced', color: 'amber' },
  EXPIRED: { word: 'expired', color: 'gray' },
  REVOKED: { word: 'revoked', color: 'gray' },
  DISABLED: { word: 'disabled', color: 'gray' },
};

/** Those that a token can be in before it has come to its end: what "revoke all" ends. */
export const liveStates = [
  'ACTIVE',
  'PENDING',
  'ROTATING',
  'DISABLED',
] as const satisfies readonly TokenState[];

export function isLive(state: TokenState): boolean {
  return liveStates.some((live) => live === state);
}

/** Whether somebody counts on it: its end is worth a warning, and another may take its place. */
export function isInUse(state: TokenState): boolean {
  return state === 'ACTIVE' || state === 'PENDING';
}

/** After "revoked": by whom or why. */
export const revokeWords: Record<RevokeReason, string> = {
  OWNER: 'by its owner',
  ADMIN: 'by an admin',
  INDEX_DELETED: 'with its index',
  SELF: 'by whoever held it',
  ROTATED: 'after another took its place',
  REUSE: 'because one that was replaced was used',
  LEAK: 'because it was reported as leaked',
  USER_DELETED: 'with its owner',
  INDEX_OWNER: 'by the owner of all indexes it was bound to',
  POLICY: 'because nobody used it for a year',
};
