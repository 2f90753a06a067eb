// Deleting a user: everything that could act for them or let them in goes, and the name stays taken. The row stays as
// a tombstone, because indexes that were deleted, tokens and the audit trail point at it.

import type { User } from '../../storage/_generated/sqlite/client.ts';
import type { Committed, Write } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { ConfirmationMismatch, OwnsIndexes } from '../errors.ts';
import { revokeRow } from '../tokens/revoke.ts';
import { transactAs } from '../transact-as.ts';
import { inTurnWithOthers } from '../turn-of-others.ts';
import type { World } from '../world.ts';
import { existingUser, requireExpendable, userSubject } from './administration.ts';
import { requireFreshOrSystem } from './fresh.ts';
import { endAllSessions } from './sessions.ts';

const NAMED_IN_REFUSAL = 10;

export interface UserDeletion {
  readonly name: string;
  /** The name once more. */
  readonly confirmName: string;
}

/** @throws {ConfirmationMismatch} @throws {NotFound} @throws {OwnAccount} @throws {LastAdmin} @throws {OwnsIndexes} */
export async function deleteUser(
  world: World,
  caller: Caller,
  { name, confirmName }: UserDeletion,
): Promise<Committed<User>> {
  requireFreshOrSystem(world, caller.actor, 'users:delete');
  if (confirmName !== name) {
    throw new ConfirmationMismatch(`To delete ${name}, repeat exactly this name.`, ['confirmName']);
  }
  return transactAs(world, caller, async (write) => {
    const user = await existingUser(write, name);
    await requireExpendable(write, caller, user, 'delete');
    await requireNoIndexes(write, user);
    const detail = {
      tokens: await revokeTokens(world, write, caller, user.id),
      grants: await removeGrants(write, user.id),
      groups: await leaveGroups(write, user.id),
    };
    await forgetSecrets(write, user.id);
    const deleted = await write.update(
      'User',
      { id: user.id },
      { deletedAt: write.at, displayName: null, email: null },
    );
    await record(world, write, caller, { action: 'user.deleted', subject: userSubject(user), detail });
    return deleted;
  });
}

async function requireNoIndexes(write: Write, user: User): Promise<void> {
  const owned = await write.read.packageIndex.findMany({
    where: { ownerId: user.id, deletedAt: null },
    select: { path: true },
    orderBy: { path: 'asc' },
  });
  if (owned.length === 0) return;
  const paths = owned.map(({ path }) => path);
  throw new OwnsIndexes(
    paths,
    `${user.name} owns ${namedPaths(paths)}: delete what nobody needs any more, or deactivate ${user.name} instead.`,
  );
}

/** The first of them, and how many follow. */
export function namedPaths(paths: readonly string[]): string {
  const shown = paths.slice(0, NAMED_IN_REFUSAL).join(', ');
  const more = paths.length - NAMED_IN_REFUSAL;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

async function revokeTokens(world: World, write: Write, caller: Caller, ownerId: string): Promise<number> {
  const tokens = await write.read.token.findMany({ where: { ownerId, revokedAt: null } });
  await inTurnWithOthers(tokens, (token) => revokeRow(world, write, caller, token, 'USER_DELETED'));
  return tokens.length;
}

async function removeGrants(write: Write, userId: string): Promise<number> {
  const grants = await write.read.indexGrant.findMany({ where: { userId }, select: { id: true } });
  for (const { id } of grants) await write.remove('IndexGrant', { id });
  return grants.length;
}

async function leaveGroups(write: Write, userId: string): Promise<number> {
  const memberships = await write.read.groupMember.findMany({ where: { userId }, select: { id: true } });
  for (const { id } of memberships) await write.remove('GroupMember', { id });
  return memberships.length;
}

async function forgetSecrets(write: Write, userId: string): Promise<void> {
  await endAllSessions(write.local, userId);
  await write.local.oneTimeLink.deleteMany({ where: { userId } });
  const password = await write.read.password.findUnique({ where: { userId } });
  if (password !== null) await write.remove('Password', { userId });
}
