// Who is in a group. Coming in and going out count from the next request on, for tokens as well: they act for a user,
// and the user is in the group or is not.

import type { Group, User } from '../../storage/_generated/sqlite/client.ts';
import type { Committed, Write } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { quote } from '../names.ts';
import { transactAs } from '../transact-as.ts';
import { requireFreshOrSystem } from '../users/fresh.ts';
import { newId, type World } from '../world.ts';
import { existingGroup, groupSubject } from './groups.ts';

const MOST_AT_ONCE = 100;

export interface Membership {
  readonly name: string;
  /** Names of users. */
  readonly users: readonly string[];
}

/** Who is in it already stays. @throws {InvalidInput} @throws {NotFound} naming the first user who does not exist */
export async function addGroupMembers(
  world: World,
  caller: Caller,
  { name, users: names }: Membership,
): Promise<Committed<Group>> {
  return changeMembers(world, caller, name, names, async (write, group, users) => {
    const present = await membershipsOf(write, group, users);
    const coming = users.filter(({ id }) => !present.some(({ userId }) => userId === id));
    if (coming.length === 0) return;
    await write.createAll(
      'GroupMember',
      coming.map(({ id }) => ({ id: newId(world), groupId: group.id, userId: id, createdAt: write.at })),
    );
    await record(world, write, caller, {
      action: 'group.members-added',
      subject: groupSubject(group),
      detail: { users: namesOf(coming) },
    });
  });
}

/** Who is not in it is passed over. @throws {InvalidInput} @throws {NotFound} naming the first user who does not exist */
export async function removeGroupMembers(
  world: World,
  caller: Caller,
  { name, users: names }: Membership,
): Promise<Committed<Group>> {
  return changeMembers(world, caller, name, names, async (write, group, users) => {
    const present = await membershipsOf(write, group, users);
    if (present.length === 0) return;
    for (const { id } of present) await write.remove('GroupMember', { id });
    const going = users.filter(({ id }) => present.some(({ userId }) => userId === id));
    await record(world, write, caller, {
      action: 'group.members-removed',
      subject: groupSubject(group),
      detail: { users: namesOf(going) },
    });
  });
}

async function changeMembers(
  world: World,
  caller: Caller,
  name: string,
  names: readonly string[],
  change: (write: Write, group: Group, users: readonly User[]) => Promise<void>,
): Promise<Committed<Group>> {
  requireFreshOrSystem(world, caller.actor, 'groups:update');
  const wanted = [...new Set(names)];
  if (wanted.length === 0 || wanted.length > MOST_AT_ONCE) {
    throw new InvalidInput('INVALID_INPUT', `Name 1 to ${MOST_AT_ONCE} users at once.`, ['users']);
  }
  return transactAs(world, caller, async (write) => {
    const group = await existingGroup(write, name);
    const users = await write.read.user.findMany({ where: { name: { in: wanted }, deletedAt: null } });
    const stranger = wanted.find((each) => !users.some((user) => user.name === each));
    if (stranger !== undefined) throw new NotFound(`There is no user ${quote(stranger)}.`, ['users']);
    await change(write, group, users);
    return group;
  });
}

function membershipsOf(write: Write, group: Group, users: readonly User[]) {
  return write.read.groupMember.findMany({
    where: { groupId: group.id, userId: { in: users.map(({ id }) => id) } },
    select: { id: true, userId: true },
  });
}

function namesOf(users: readonly User[]): string[] {
  return users.map(({ name }) => name).sort();
}
