// Groups: named sets of users that the lists of package indexes may name. Who is in one is in `members.ts`; what being
// in one opens is decided in `indexes/access.ts`.

import type { Group } from '../../storage/_generated/sqlite/client.ts';
import type { Committed, Write } from '../../storage/transact.ts';
import { violatedUniqueIndex } from '../../storage/unique-violation.ts';
import type { Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { GroupInUse, InvalidInput, NameTaken, NotFound } from '../errors.ts';
import { parseGroupName, quote } from '../names.ts';
import { transactAs } from '../transact-as.ts';
import { namedPaths } from '../users/deletion.ts';
import { requireFreshOrSystem } from '../users/fresh.ts';
import { newId, type World } from '../world.ts';

export interface NewGroup {
  readonly name: string;
  readonly description?: string | null;
}

/** @throws {InvalidInput} @throws {NameTaken} */
export async function createGroup(world: World, caller: Caller, input: NewGroup): Promise<Committed<Group>> {
  requireFreshOrSystem(world, caller.actor, 'groups:create');
  const name = parseGroupName(input.name);
  const description = parseDescription(input.description ?? null);
  return transactAs(world, caller, async (write) => {
    const group = await write
      .create('Group', { id: newId(world), name, description, createdAt: write.at })
      .catch((error: unknown) => {
        if (violatedUniqueIndex(error) !== 'Group_name_key') throw error;
        throw new NameTaken(name, `There is a group ${quote(name)} already.`);
      });
    await record(world, write, caller, {
      action: 'group.created',
      subject: groupSubject(group),
      detail: { description },
    });
    return group;
  });
}

export interface GroupChanges {
  readonly name: string;
  /** Absent: as it is. Null: none. */
  readonly description?: string | null;
}

/** @throws {InvalidInput} @throws {NotFound} */
export async function updateGroup(
  world: World,
  caller: Caller,
  changes: GroupChanges,
): Promise<Committed<Group>> {
  requireFreshOrSystem(world, caller.actor, 'groups:update');
  const description = changes.description === undefined ? undefined : parseDescription(changes.description);
  return transactAs(world, caller, async (write) => {
    const group = await existingGroup(write, changes.name);
    if (description === undefined || description === group.description) return group;
    const changed = await write.update('Group', { id: group.id }, { description });
    await record(world, write, caller, {
      action: 'group.updated',
      subject: groupSubject(group),
      detail: { description },
    });
    return changed;
  });
}

/** Its name is free again afterwards, for a group that no old list names. @throws {NotFound} @throws {GroupInUse} */
export async function deleteGroup(world: World, caller: Caller, name: string): Promise<Committed<Group>> {
  requireFreshOrSystem(world, caller.actor, 'groups:delete');
  return transactAs(world, caller, async (write) => {
    const group = await existingGroup(write, name);
    await requireUnused(write, group);
    const members = await write.read.groupMember.findMany({
      where: { groupId: group.id },
      select: { id: true },
    });
    for (const { id } of members) await write.remove('GroupMember', { id });
    await write.remove('Group', { id: group.id });
    await record(world, write, caller, {
      action: 'group.deleted',
      subject: groupSubject(group),
      detail: { members: members.length },
    });
    return group;
  });
}

/** @throws {NotFound} */
export async function existingGroup(write: Pick<Write, 'read'>, name: string): Promise<Group> {
  const group = await write.read.group.findUnique({ where: { name } });
  if (group === null) throw new NotFound(`There is no group ${quote(name)}.`, ['name']);
  return group;
}

export function groupSubject({ id, name }: Group) {
  return { kind: 'group', id, name } as const;
}

/** Grants of deleted indexes wait to be purged; they open nothing and hold no group. */
async function requireUnused(write: Write, group: Group): Promise<void> {
  const grants = await write.read.indexGrant.findMany({
    where: { groupId: group.id },
    select: { id: true, index: { select: { path: true, deletedAt: true } } },
  });
  const live = grants.filter(({ index }) => index.deletedAt === null).map(({ index }) => index.path);
  if (live.length === 0) {
    for (const { id } of grants) await write.remove('IndexGrant', { id });
    return;
  }
  const paths = [...new Set(live)].sort();
  throw new GroupInUse(
    paths,
    `The lists of ${namedPaths(paths)} name :${group.name}: take it off them before you delete it.`,
  );
}

function parseDescription(text: string | null): string | null {
  if (text === null || text.trim() === '') return null;
  if (text.length <= 500 && !/[^\P{Cc}\n]/u.test(text)) return text;
  throw new InvalidInput(
    'INVALID_INPUT',
    'A description has at most 500 characters and no control characters.',
    ['description'],
  );
}
