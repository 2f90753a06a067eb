// Ending sessions: the one that asks, another of one's own, all of them, or all of somebody else's. Ending asks for no
// fresh sign-in: whoever sees a session that is not theirs shall be able to end it at once.

import type { Caller, UserActor } from '../actor.ts';
import { recordLocal } from '../audit/trail.ts';
import { NotFound } from '../errors.ts';
import { quote } from '../names.ts';
import { requireSession } from '../permissions.ts';
import { transactLocalAs } from '../transact-as.ts';
import type { World } from '../world.ts';

/** Ends the session that asks; other credentials have none to end. */
export async function signOut(world: World, caller: Caller): Promise<void> {
  const { actor } = caller;
  if (actor.kind !== 'user' || actor.credential.kind !== 'session') return;
  await endOne(world, caller, actor, actor.credential.id);
}

/** One of the caller's own. @throws {NotFound} in the same words for foreign and unknown ids */
export async function endSession(world: World, caller: Caller, sessionId: string): Promise<void> {
  const actor = requireSession(caller.actor, 'session:end');
  const hasEnded = await endOne(world, caller, actor, sessionId);
  if (!hasEnded) throw new NotFound(`You have no session ${quote(sessionId)}.`, ['sessionId']);
}

/** How many ended. */
export async function endOwnSessions(world: World, caller: Caller, keepThis: boolean): Promise<number> {
  const actor = requireSession(caller.actor, 'session:end');
  const { credential, user } = actor;
  const kept = keepThis && credential.kind === 'session' ? credential.id : null;
  return endSessionsOf(world, caller, user, kept);
}

/** How many ended. For admins. @throws {NotFound} */
export async function endUserSessions(world: World, caller: Caller, name: string): Promise<number> {
  requireSession(caller.actor, 'users:end-sessions');
  const user = await world.readDb.user.findUnique({ where: { name } });
  if (user === null || user.deletedAt !== null)
    throw new NotFound(`There is no user ${quote(name)}.`, ['name']);
  return endSessionsOf(world, caller, user, null);
}

async function endOne(world: World, caller: Caller, { user }: UserActor, id: string): Promise<boolean> {
  const hasEnded = await transactLocalAs(world, caller, async (local) => {
    const { count } = await local.session.deleteMany({ where: { id, userId: user.id } });
    if (count === 0) return false;
    await recordLocal(world, local, caller, {
      action: 'session.ended',
      subject: { kind: 'session', id, name: user.name, ownerId: user.id },
      detail: {},
    });
    return true;
  });
  world.sessions.drop();
  return hasEnded;
}

async function endSessionsOf(
  world: World,
  caller: Caller,
  user: { readonly id: string; readonly name: string },
  keptId: string | null,
): Promise<number> {
  const ended = await transactLocalAs(world, caller, async (local) => {
    const { count } = await local.session.deleteMany({
      where: { userId: user.id, ...(keptId !== null && { id: { not: keptId } }) },
    });
    await recordLocal(world, local, caller, {
      action: 'sessions.ended',
      subject: { kind: 'user', id: user.id, name: user.name, ownerId: user.id },
      detail: { count, keptOwn: keptId !== null },
    });
    return count;
  });
  world.sessions.drop();
  return ended;
}
