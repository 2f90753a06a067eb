// Users: what of them can be read, the list for admins, and creating one.

import type { Role, User, UserKind } from '../storage/_generated/sqlite/client.ts';
import type { Actor } from '../domain/actor.ts';
import { InvalidInput, NameTaken } from '../domain/errors.ts';
import { whyNot } from '../domain/permissions.ts';
import { createUser } from '../domain/users/accounts.ts';
import type { LinkSecret } from '../domain/users/links.ts';
import { builder } from './builder.ts';
import { counted } from './connection.ts';
import { requires } from './scopes.ts';
import { SERIAL } from './serial.ts';

export const RoleEnum = builder.enumType('Role', {
  description: 'What a user may do beyond what is theirs.',
  values: {
    ADMIN: { description: 'Administers every user and every index; reads and uploads only where listed.' },
    MEMBER: { description: 'Administers the indexes below their own name, and nothing else.' },
  } satisfies Record<Role, object>,
});

export const UserKindEnum = builder.enumType('UserKind', {
  description: 'Whether a person or a machine stands behind a user.',
  values: {
    HUMAN: { description: 'A person, who signs in with a password.' },
    SERVICE: { description: 'A service account, which lives by tokens that admins mint for it.' },
  } satisfies Record<UserKind, object>,
});

export const UserType = builder.prismaNode('User', {
  id: { field: 'id', description: 'Opaque, and unique over all types.' },
  description: 'A person or a service account; owns indexes and tokens.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Part of URLs; it never changes and is never used again.' }),
    displayName: t.exposeString('displayName', {
      nullable: true,
      description: 'What people read, at most 200 characters. Null when none was given; show the name then.',
    }),
    email: t.string({
      nullable: true,
      description:
        'Where mail goes. Null when none is known, and to everybody but an admin’s session and one’s own.',
      resolve: (user, _args, { caller }) => (maySeeEmail(caller.actor, user) ? user.email : null),
    }),
    kind: t.expose('kind', {
      type: UserKindEnum,
      description: 'Whether a person or a machine stands behind it.',
    }),
    role: t.expose('role', { type: RoleEnum, description: 'What this user may do beyond what is theirs.' }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When an admin or a set-up link made the user.',
    }),
    deactivatedAt: t.expose('deactivatedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when every credential of this user is refused. Null while the user is active.',
    }),
  }),
});

/** No scope of a token covers it, so a token does not read its own owner's address. */
function maySeeEmail(actor: Actor, user: User): boolean {
  return actor.kind === 'user' && (actor.user.id === user.id || whyNot(actor, 'users:list') === null);
}

const existing = { deletedAt: null };

builder.queryField('users', (t) =>
  t.prismaConnection(
    {
      ...requires(
        'users:list',
        'Everybody who has an account, deactivated ones included, in the order of their names.',
      ),
      type: UserType,
      cursor: 'id',
      totalCount: (_root, _args, { world }) => world.readDb.user.count({ where: existing }),
      resolve: (query, _root, _args, { world }) =>
        world.readDb.user.findMany({ ...query, where: existing, orderBy: { name: 'asc' } }),
    },
    counted,
  ),
);

const CreateUserInput = builder.inputType('CreateUserInput', {
  description: 'Whom to create.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description:
        '1 to 50 of a-z, 0-9, ".", "_" and "-", beginning and ending with a letter or a digit. Never changes.',
    }),
    email: t.string({ description: 'Where mail goes, as name@domain. Absent or null: none is known.' }),
    displayName: t.string({ description: 'At most 200 characters. Absent or null: the name is shown.' }),
    role: t.field({ type: RoleEnum, description: 'Absent or null: MEMBER.' }),
    kind: t.field({ type: UserKindEnum, description: 'Absent or null: HUMAN.' }),
    password: t.string({
      description:
        'At least 12 characters, at most 1024 bytes. Absent or null: a link to set one is made for a human.',
    }),
  }),
});

interface CreatedUser {
  readonly user: User;
  readonly link: LinkSecret | null;
  readonly serial: bigint;
}

const CreateUserPayload = builder.objectRef<CreatedUser>('CreateUserPayload').implement({
  description: 'The new user.',
  fields: (t) => ({
    user: t.expose('user', {
      type: UserType,
      description: 'As it was created; it has no indexes and no tokens yet.',
    }),
    setupLink: t.string({
      nullable: true,
      description:
        'A URL that sets the password once within 72 hours; it is shown here and never again. ' +
        'Null when a password was given, and for a service account.',
      resolve: ({ link }, _args, { baseUrl }) =>
        link === null ? null : `${baseUrl}/ui/set-password#${link.secret}`,
    }),
    serial: t.expose('serial', SERIAL),
  }),
});

builder.mutationField('createUser', (t) =>
  t.field({
    ...requires('users:create', 'Creates a person or a service account.'),
    type: CreateUserPayload,
    errors: { types: [InvalidInput, NameTaken] },
    args: { input: t.arg({ type: CreateUserInput, required: true, description: 'The user to create.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await createUser(world, caller, {
        name: input.name,
        kind: input.kind ?? undefined,
        role: input.role ?? undefined,
        email: input.email,
        displayName: input.displayName,
        password: input.password ?? undefined,
      });
      return { ...result, serial };
    },
  }),
);
