// What outlasts a session, such as a token or an account's e-mail address, is only changed by somebody who has
// shown their password lately: a session that was left open or stolen must not turn into something that lasts.

import type { Actor, UserActor } from '../actor.ts';
import { FreshSignInRequired } from '../errors.ts';
import { requirePermission, requireSession, type Permission } from '../permissions.ts';
import type { World } from '../world.ts';

/** A sign-in counts as fresh for so long. */
export const FRESH_MILLISECONDS = 15 * 60 * 1000;

/**
 * The session's user, when the password was shown in the last 15 minutes.
 * @throws {Unauthenticated | Forbidden | FreshSignInRequired}
 */
export function requireFreshSession(
  world: Pick<World, 'clock'>,
  actor: Actor,
  permission: Permission,
): UserActor {
  const user = requireSession(actor, permission);
  if (!isFresh(user, world.clock())) throw new FreshSignInRequired();
  return user;
}

/** The same for what the server does as well, at its first start and in its jobs. */
export function requireFreshOrSystem(
  world: Pick<World, 'clock'>,
  actor: Actor,
  permission: Permission,
): void {
  if (actor.kind === 'system') requirePermission(actor, permission);
  else requireFreshSession(world, actor, permission);
}

/**
 * The same for what automation does as well, with a token that has the permission's scope: it was minted by a fresh
 * sign-in, and has been for this since.
 * @throws {Unauthenticated | Forbidden | FreshSignInRequired}
 */
export function requireFreshOrToken(world: Pick<World, 'clock'>, actor: Actor, permission: Permission): void {
  if (actor.kind === 'token') requirePermission(actor, permission);
  else requireFreshOrSystem(world, actor, permission);
}

/** Until when the session's sign-in is fresh; null when it is not a session. */
export function freshUntil({ credential }: UserActor): Date | null {
  return credential.kind === 'session'
    ? new Date(credential.signedInAt.getTime() + FRESH_MILLISECONDS)
    : null;
}

/** Whoever uses a one-time link has just shown it, which is as good as a password. */
function isFresh(actor: UserActor, now: Date): boolean {
  if (actor.credential.kind === 'link') return true;
  const until = freshUntil(actor);
  return until !== null && now < until;
}
