// Groups: what of them can be read, and changing them. Only admins see who is in one; the lists of an index tell
// everybody who sees the index that they name it.

import type { Group } from '../storage/_generated/sqlite/client.ts';
import type { Committed } from '../storage/transact.ts';
import { FreshSignInRequired, GroupInUse, InvalidInput, NameTaken, NotFound } from '../domain/errors.ts';
import { createGroup, deleteGroup, updateGroup } from '../domain/groups/groups.ts';
import { addGroupMembers, removeGroupMembers } from '../domain/groups/members.ts';
import { whyNot } from '../domain/permissions.ts';
import { builder, type FieldsOf } from './builder.ts';
import { counted } from './connection.ts';
import { requires } from './scopes.ts';
import { SERIAL } from './serial.ts';
import { UserType } from './user.ts';

const NAME = 'The group’s name, without the colon that stands before it in lists.';
const USERS = '1 to 100 names of users.';

const GroupMemberType = builder.prismaNode('GroupMember', {
  id: { field: 'id', description: 'Opaque, and unique over all types.' },
  description: 'One user in one group.',
  fields: (t) => ({
    user: t.relation('user', { description: 'Who is in the group; deactivated ones stay in it.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the user came in.' }),
  }),
});

export const GroupType = builder.prismaNode('Group', {
  id: {
    field: 'id',
    description: 'Opaque, and unique over all types; a new group under an old name has a new one.',
  },
  description: 'A named set of users, which lists of package indexes may name.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'Written with a colon before it in lists, such as ":developers"; it never changes.',
    }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'For people, at most 500 characters. Null when nobody wrote one.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    members: t.relatedConnection(
      'members',
      {
        type: GroupMemberType,
        description: 'Who is in it, in the order of their names.',
        cursor: 'id',
        totalCount: true,
        query: { orderBy: { user: { name: 'asc' } } },
      },
      counted,
    ),
    indexes: t.stringList({
      description:
        'The paths of the package indexes whose lists name it, in order: it cannot be deleted before.',
      select: {
        grants: {
          where: { index: { deletedAt: null } },
          select: { index: { select: { path: true } } },
        },
      },
      resolve: ({ grants }) => [...new Set(grants.map(({ index }) => index.path))].sort(),
    }),
  }),
});

builder.prismaObjectField(UserType, 'groups', (t) =>
  t.field({
    type: [GroupType],
    description: 'The groups that the user is in, by name. Empty to everybody who may not list groups.',
    select: (_args, _context, nestedSelection) => ({
      memberships: { orderBy: { group: { name: 'asc' } }, select: { group: nestedSelection() } },
    }),
    resolve: ({ memberships }, _args, { caller }) =>
      whyNot(caller.actor, 'groups:list') === null ? memberships.map(({ group }) => group) : [],
  }),
);

builder.queryField('groups', (t) =>
  t.prismaConnection(
    {
      ...requires('groups:list', 'All groups, in the order of their names.'),
      type: GroupType,
      cursor: 'id',
      totalCount: (_root, _args, { world }) => world.readDb.group.count(),
      resolve: (query, _root, _args, { world }) =>
        world.readDb.group.findMany({ ...query, orderBy: { name: 'asc' } }),
    },
    counted,
  ),
);

builder.queryField('group', (t) =>
  t.prismaField({
    ...requires('groups:list', 'One group. Null when there is none of this name.'),
    type: GroupType,
    nullable: true,
    args: { name: t.arg.string({ required: true, description: NAME }) },
    resolve: (query, _root, { name }, { world }) =>
      world.readDb.group.findUnique({ ...query, where: { name } }),
  }),
);

interface ChangedGroup {
  readonly id: string;
  readonly serial: bigint;
}

const CreateGroupInput = builder.inputType('CreateGroupInput', {
  description: 'The group to create.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: '1 to 50 of a-z, 0-9, ".", "_" and "-", beginning and ending with a letter or a digit.',
    }),
    description: t.string({ description: 'For people, at most 500 characters. Absent or null: none.' }),
  }),
});

const CreateGroupPayload = builder.objectRef<ChangedGroup>('CreateGroupPayload').implement({
  description: 'The new group, with nobody in it.',
  fields: changedGroupFields,
});

builder.mutationField('createGroup', (t) =>
  t.field({
    ...requires('groups:create', 'Creates a group with nobody in it.'),
    type: CreateGroupPayload,
    errors: { types: [FreshSignInRequired, InvalidInput, NameTaken] },
    args: { input: t.arg({ type: CreateGroupInput, required: true, description: 'The group to create.' }) },
    resolve: async (_root, { input }, { world, caller }) => changed(await createGroup(world, caller, input)),
  }),
);

const UpdateGroupInput = builder.inputType('UpdateGroupInput', {
  description: 'The group to change, and what shall be different.',
  fields: (t) => ({
    name: t.string({ required: true, description: NAME }),
    description: t.string({ description: 'At most 500 characters. Absent: it stays. Null: it is cleared.' }),
  }),
});

const UpdateGroupPayload = builder.objectRef<ChangedGroup>('UpdateGroupPayload').implement({
  description: 'The group as it is now.',
  fields: changedGroupFields,
});

builder.mutationField('updateGroup', (t) =>
  t.field({
    ...requires('groups:update', 'Changes the description of a group.'),
    type: UpdateGroupPayload,
    errors: { types: [FreshSignInRequired, InvalidInput, NotFound] },
    args: {
      input: t.arg({ type: UpdateGroupInput, required: true, description: 'What shall be different.' }),
    },
    resolve: async (_root, { input }, { world, caller }) => changed(await updateGroup(world, caller, input)),
  }),
);

const AddGroupMembersInput = builder.inputType('AddGroupMembersInput', {
  description: 'The group, and who comes in.',
  fields: (t) => ({
    name: t.string({ required: true, description: NAME }),
    users: t.stringList({ required: true, description: `${USERS} Who is in it already stays.` }),
  }),
});

const AddGroupMembersPayload = builder.objectRef<ChangedGroup>('AddGroupMembersPayload').implement({
  description: 'The group as it is now; what it opens is open to the new ones from the next request on.',
  fields: changedGroupFields,
});

builder.mutationField('addGroupMembers', (t) =>
  t.field({
    ...requires('groups:update', 'Takes users into a group, all of them or none.'),
    type: AddGroupMembersPayload,
    errors: { types: [FreshSignInRequired, InvalidInput, NotFound] },
    args: { input: t.arg({ type: AddGroupMembersInput, required: true, description: 'Who comes in.' }) },
    resolve: async (_root, { input }, { world, caller }) =>
      changed(await addGroupMembers(world, caller, input)),
  }),
);

const RemoveGroupMembersInput = builder.inputType('RemoveGroupMembersInput', {
  description: 'The group, and who goes out.',
  fields: (t) => ({
    name: t.string({ required: true, description: NAME }),
    users: t.stringList({ required: true, description: `${USERS} Who is not in it is passed over.` }),
  }),
});

const RemoveGroupMembersPayload = builder.objectRef<ChangedGroup>('RemoveGroupMembersPayload').implement({
  description: 'The group as it is now; what it opens is closed to the others from the next request on.',
  fields: changedGroupFields,
});

builder.mutationField('removeGroupMembers', (t) =>
  t.field({
    ...requires('groups:update', 'Takes users out of a group, all of them or none.'),
    type: RemoveGroupMembersPayload,
    errors: { types: [FreshSignInRequired, InvalidInput, NotFound] },
    args: { input: t.arg({ type: RemoveGroupMembersInput, required: true, description: 'Who goes out.' }) },
    resolve: async (_root, { input }, { world, caller }) =>
      changed(await removeGroupMembers(world, caller, input)),
  }),
);

const DeleteGroupInput = builder.inputType('DeleteGroupInput', {
  description: 'The group to delete.',
  fields: (t) => ({ name: t.string({ required: true, description: NAME }) }),
});

interface DeletedGroup {
  readonly deletedName: string;
  readonly serial: bigint;
}

const DeleteGroupPayload = builder.objectRef<DeletedGroup>('DeleteGroupPayload').implement({
  description: 'The group is gone; its users are not.',
  fields: (t) => ({
    deletedName: t.exposeString('deletedName', {
      description: 'The name, which is free again for a group that no old list reaches.',
    }),
    serial: t.expose('serial', SERIAL),
  }),
});

builder.mutationField('deleteGroup', (t) =>
  t.field({
    ...requires('groups:delete', 'Deletes a group; refused while lists of package indexes name it.'),
    type: DeleteGroupPayload,
    errors: { types: [FreshSignInRequired, GroupInUse, NotFound] },
    args: { input: t.arg({ type: DeleteGroupInput, required: true, description: 'The group to delete.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await deleteGroup(world, caller, input.name);
      return { deletedName: result.name, serial };
    },
  }),
);

function changed({ result, serial }: Committed<Group>): ChangedGroup {
  return { id: result.id, serial };
}

/** The group is read again after the commit, with what the document selects of it. */
function changedGroupFields(t: FieldsOf<ChangedGroup>) {
  return {
    group: t.prismaField({
      type: GroupType,
      description: 'As it is after the change.',
      resolve: (query, { id }, _args, { world }) =>
        world.readDb.group.findUniqueOrThrow({ ...query, where: { id } }),
    }),
    serial: t.expose('serial', SERIAL),
  };
}
