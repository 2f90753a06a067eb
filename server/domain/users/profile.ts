// What people change of themselves. Their role is not among it, and their name never changes.

import type { User } from '../../storage/_generated/sqlite/client.ts';
import type { Committed } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { transactAs } from '../transact-as.ts';
import type { World } from '../world.ts';
import { changeColumns, existingUser, profileColumns, type UserChanges } from './administration.ts';
import { requireFreshSession } from './fresh.ts';

/** The address is where links to set a password go, so it is only changed after a fresh sign-in. @throws {InvalidInput} */
export async function updateProfile(
  world: World,
  caller: Caller,
  profile: Omit<UserChanges, 'name' | 'role'>,
): Promise<Committed<User>> {
  const { user } = requireFreshSession(world, caller.actor, 'profile:update');
  const columns = profileColumns(profile);
  return transactAs(world, caller, async (write) =>
    changeColumns(world, write, caller, await existingUser(write, user.name), columns),
  );
}
