// Who is asking: a closed union, decided once per request, and what each carries.
// What an actor may do is decided in `permissions.ts` and `indexes/access.ts`.

import type { SessionCarrier, User } from '../storage/_generated/sqlite/client.ts';
import type { TokenLimits } from './tokens/limits.ts';

export interface ActingSession {
  readonly kind: 'session';
  /** The public part of the session's secret. */
  readonly id: string;
  /** A cookie is a browser’s, a bearer that of the command line or of a script. */
  readonly carrier: SessionCarrier;
  readonly signedInAt: Date;
  readonly expiresAt: Date;
}

/** A token with the limits of its row, and of a macaroon also those that its holder added. */
export interface ActingToken extends TokenLimits {
  readonly kind: 'token';
  readonly id: string;
  readonly name: string;
}

export interface ActingPassword {
  readonly kind: 'password';
  /** Which of the user's passwords it was: each new one counts one further. */
  readonly version: number;
}

/** A one-time link acts for the person it was made for, once. */
export interface ActingLink {
  readonly kind: 'link';
}

export interface AnonymousActor {
  readonly kind: 'anonymous';
}

export interface UserActor {
  readonly kind: 'user';
  readonly user: User;
  readonly credential: ActingSession | ActingPassword | ActingLink;
}

export interface TokenActor {
  readonly kind: 'token';
  /** The token's owner. */
  readonly user: User;
  readonly credential: ActingToken;
}

/** The server itself: its first start, its jobs. */
export interface SystemActor {
  readonly kind: 'system';
}

export type Actor = AnonymousActor | UserActor | TokenActor | SystemActor;

export const ANONYMOUS: AnonymousActor = { kind: 'anonymous' };
export const SYSTEM: SystemActor = { kind: 'system' };

/** An actor with what the audit trail says of the request it came with. */
export interface Caller {
  readonly actor: Actor;
  /** Null for the system. */
  readonly requestId: string | null;
  /** Null when it is not known. */
  readonly address: string | null;
  /** The User-Agent, cut at 200 characters; null when none was sent. */
  readonly client: string | null;
}

/** Null when no user stands behind it: the system, and those who did not say who they are. */
export function actingUserId(actor: Actor): string | null {
  return actor.kind === 'user' || actor.kind === 'token' ? actor.user.id : null;
}

export const SYSTEM_CALLER: Caller = { actor: SYSTEM, requestId: null, address: null, client: null };
