// What admins do to accounts that exist: change, deactivate, activate. Deleting is in `deletion.ts`, links for
// passwords in `reset.ts`, what people change of themselves in `profile.ts`. The guards are in `guards.ts`.

import type { Prisma, Role, User } from '../../storage/_generated/sqlite/client.ts';
import type { Committed, Write } from '../../storage/transact.ts';
import { actingUserId, type Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { NotFound } from '../errors.ts';
import { quote } from '../names.ts';
import { requirePermission } from '../permissions.ts';
import { isBeyondRole, SCOPES, type Scope } from '../tokens/scope.ts';
import { isLive } from '../tokens/state.ts';
import { transactAs } from '../transact-as.ts';
import type { World } from '../world.ts';
import { parseDisplayName, parseEmail } from './accounts.ts';
import { requireNoAdmin, requireNothingForSessions } from './by-token.ts';
import { requireFreshOrSystem, requireFreshOrToken } from './fresh.ts';
import { whyKept, type Loss } from './guards.ts';
import { endAllSessions } from './sessions.ts';

export interface UserChanges {
  readonly name: string;
  /** Absent: as it is. Null: none. */
  readonly displayName?: string | null;
  readonly email?: string | null;
  /** Absent: as it is. */
  readonly role?: Role;
}

/**
 * A new role ends the user's sessions and voids their links: what was opened with the old one, or made for it, does
 * not go on with the new one. A token changes display names alone.
 * @throws {InvalidInput} @throws {NotFound} @throws {NotAllowed} @throws {OwnAccount} @throws {LastAdmin}
 */
export async function updateUser(
  world: World,
  caller: Caller,
  { name, role, ...profile }: UserChanges,
): Promise<Committed<User>> {
  requireFreshOrToken(world, caller.actor, 'users:update');
  requireNothingForSessions(caller, { role, email: profile.email });
  const columns = profileColumns(profile);

  return transactAs(world, caller, async (write, callerNow) => {
    requirePermission(callerNow.actor, 'users:update');
    const user = await existingUser(write, name);
    requireNoAdmin(caller, user);
    const isNewRole = role !== undefined && role !== user.role;
    if (isNewRole && role !== 'ADMIN') await requireExpendable(write, caller, user, 'demote');
    if (!isNewRole) return changeColumns(world, write, caller, user, columns);
    await endAllSessions(write.local, user.id);
    await voidLinks(write, user.id);
    return changeColumns(world, write, caller, user, { ...columns, role });
  });
}

/**
 * Refuses every credential of the user from the next request on: sessions end, links are void, tokens rest. A link
 * that was made since to bring them back, on the server's machine, is taken away by deactivating them anew.
 * @throws {NotFound} @throws {NotAllowed} @throws {OwnAccount} @throws {LastAdmin}
 */
export async function deactivateUser(world: World, caller: Caller, name: string): Promise<Committed<User>> {
  requireFreshOrToken(world, caller.actor, 'users:deactivate');
  return transactAs(world, caller, async (write, callerNow) => {
    requirePermission(callerNow.actor, 'users:deactivate');
    const user = await existingUser(write, name);
    await requireExpendable(write, caller, user, 'deactivate');
    requireNoAdmin(caller, user);
    if (user.deactivatedAt !== null && !(await hasOpenLink(write, user.id))) return user;
    const sessions = await write.local.session.count({ where: { userId: user.id } });
    await endAllSessions(write.local, user.id);
    await voidLinks(write, user.id);
    const deactivated = await write.update(
      'User',
      { id: user.id },
      { deactivatedAt: write.at, deactivatedById: actingUserId(caller.actor) },
    );
    await record(world, write, caller, {
      action: 'user.deactivated',
      subject: userSubject(user),
      detail: { sessions },
    });
    return deactivated;
  });
}

/** The user's tokens and password work again; sessions stay ended. @throws {NotFound} */
export async function activateUser(world: World, caller: Caller, name: string): Promise<Committed<User>> {
  requireFreshOrSystem(world, caller.actor, 'users:activate');
  return transactAs(world, caller, async (write) => {
    const user = await existingUser(write, name);
    if (user.deactivatedAt === null) return user;
    const activated = await write.update(
      'User',
      { id: user.id },
      { deactivatedAt: null, deactivatedById: null },
    );
    await record(world, write, caller, { action: 'user.activated', subject: userSubject(user), detail: {} });
    return activated;
  });
}

/** Only what is given, in the form in which it is kept. @throws {InvalidInput} */
export function profileColumns({ displayName, email }: Omit<UserChanges, 'name' | 'role'>) {
  return {
    ...(displayName !== undefined && { displayName: parseDisplayName(displayName) }),
    ...(email !== undefined && { email: parseEmail(email) }),
  };
}

/** With its event; nothing is written where nothing differs. */
export async function changeColumns(
  world: World,
  write: Write,
  caller: Caller,
  user: User,
  wanted: Partial<Pick<User, 'displayName' | 'email' | 'role'>>,
): Promise<User> {
  const isNew = (key: 'displayName' | 'email' | 'role') =>
    wanted[key] !== undefined && wanted[key] !== user[key];
  if (!isNew('displayName') && !isNew('email') && !isNew('role')) return user;
  const changed = await write.update('User', { id: user.id }, wanted);
  const exceeding = isNew('role') ? await tokensExceeding(write, changed) : 0;
  await record(world, write, caller, {
    action: 'user.updated',
    subject: userSubject(user),
    detail: {
      ...(isNew('displayName') && { displayName: true }),
      ...(isNew('email') && { email: true }),
      ...(isNew('role') && { role: { from: user.role, to: changed.role } }),
      ...(exceeding > 0 && { tokensExceeding: exceeding }),
    },
  });
  return changed;
}

/** How many live tokens have scopes that nobody of the user's role may have; they do nothing with these. */
function tokensExceeding(write: Write, { id, role }: User): Promise<number> {
  const beyond = Object.keys(SCOPES).filter((scope) => isBeyondRole(scope as Scope, role));
  return write.read.token.count({
    where: { ownerId: id, ...isLive(write.at), scopes: { some: { scope: { in: beyond } } } },
  });
}

/** @throws {NotFound} for a deleted one as well */
export async function existingUser(write: Pick<Write, 'read'>, name: string): Promise<User> {
  const user = await write.read.user.findUnique({ where: { name } });
  if (user === null || user.deletedAt !== null)
    throw new NotFound(`There is no user ${quote(name)}.`, ['name']);
  return user;
}

/** @throws {OwnAccount} @throws {LastAdmin} */
export async function requireExpendable(
  write: Pick<Write, 'read'>,
  caller: Caller,
  target: User,
  loss: Loss,
): Promise<void> {
  const refusal = whyKept({
    loss,
    target,
    actorId: actingUserId(caller.actor),
    otherActiveAdmins: await write.read.user.count({ where: { ...ACTIVE_ADMIN, NOT: { id: target.id } } }),
  });
  if (refusal !== null) throw refusal;
}

const ACTIVE_ADMIN = {
  role: 'ADMIN',
  deactivatedAt: null,
  deletedAt: null,
} as const satisfies Prisma.UserWhereInput;

async function hasOpenLink(write: Write, userId: string): Promise<boolean> {
  const open = { userId, usedAt: null, expiresAt: { gt: write.at } };
  return (await write.local.oneTimeLink.count({ where: open })) > 0;
}

async function voidLinks(write: Pick<Write, 'local'>, userId: string): Promise<void> {
  await write.local.oneTimeLink.deleteMany({ where: { userId, usedAt: null } });
}

/** A user is their own thing: their trail is theirs to see. */
export function userSubject({ id, name }: Pick<User, 'id' | 'name'>) {
  return { kind: 'user', id, name, ownerId: id } as const;
}
