// Users: what of them can be read, the list for admins, and creating one. What happens to them later is in
// `user-changes.ts`.

import type { Role, User, UserKind } from '../storage/_generated/sqlite/client.ts';
import type { Actor } from '../domain/actor.ts';
import { FreshSignInRequired, InvalidInput, NameTaken, NotAllowed } from '../domain/errors.ts';
import { whyNot } from '../domain/permissions.ts';
import { createUser } from '../domain/users/accounts.ts';
import type { LinkSecret } from '../domain/users/links.ts';
import { mailLink } from '../domain/users/reset.ts';
import { MOST_FOUND, usersMatching, type UserFilter } from '../domain/users/search.ts';
import { inBatches } from './batches.ts';
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
        'Where mail goes. Null when none is known, and to whoever may not list users and is not this user with a session.',
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

/** Where a link leads; its secret is in the fragment, which no browser sends. */
export function passwordUrl(baseUrl: string, { secret }: LinkSecret): string {
  return `${baseUrl}/ui/set-password#${secret}`;
}

/** A token reads its own owner's address like anybody's, by the scope for users alone. */
function maySeeEmail(actor: Actor, user: User): boolean {
  return whyNot(actor, 'users:list') === null || (actor.kind === 'user' && actor.user.id === user.id);
}

const usersById = inBatches<null, User>(async ({ world }, ids) => {
  const users = await world.readDb.user.findMany({ where: { id: { in: [...ids] } } });
  return new Map(users.map((user) => [user.id, user]));
});

builder.prismaObjectField(UserType, 'deactivatedBy', (t) =>
  t.field({
    type: UserType,
    nullable: true,
    description:
      'Who deactivated the user. Null while the user is active, when the server itself did, and to everybody who may not list users.',
    resolve: async ({ deactivatedById }, _args, context) =>
      deactivatedById === null || whyNot(context.caller.actor, 'users:list') !== null
        ? null
        : ((await usersById(context, usersById, deactivatedById, null)) ?? null),
  }),
);

const UserStateEnum = builder.enumType('UserState', {
  description: 'Whether the credentials of a user work.',
  values: {
    ACTIVE: { description: 'They work.' },
    DEACTIVATED: { description: 'Every one of them is refused.' },
  } satisfies Record<NonNullable<UserFilter['state']>, object>,
});

const UserFilterInput = builder.inputType('UserFilterInput', {
  description: 'Which users to list: those to whom everything applies that is given.',
  fields: (t) => ({
    text: t.string({
      description:
        'A part of the name, the display name or the address, a to z in either case. Absent, null or blank: any. ' +
        `Only the first ${MOST_FOUND.toLocaleString('en')} that have it are listed.`,
    }),
    role: t.field({ type: RoleEnum, description: 'Absent or null: any.' }),
    state: t.field({ type: UserStateEnum, description: 'Absent or null: any.' }),
  }),
});

builder.queryField('users', (t) =>
  t.prismaConnection(
    {
      ...requires(
        'users:list',
        'Everybody who has an account, deactivated ones included, in the order of their names.',
      ),
      type: UserType,
      cursor: 'id',
      args: {
        filter: t.arg({ type: UserFilterInput, description: 'Which users. Absent or null: all of them.' }),
      },
      totalCount: async (_root, { filter }, { world }) =>
        world.readDb.user.count({ where: await usersMatching(world, filter ?? {}) }),
      resolve: async (query, _root, { filter }, { world }) =>
        world.readDb.user.findMany({
          ...query,
          where: await usersMatching(world, filter ?? {}),
          orderBy: { name: 'asc' },
        }),
    },
    counted,
  ),
);

builder.queryField('user', (t) =>
  t.prismaField({
    ...requires('users:list', 'One user. Null when nobody of this name has an account.'),
    type: UserType,
    nullable: true,
    args: { name: t.arg.string({ required: true, description: 'The user’s name, in lower case.' }) },
    resolve: (query, _root, { name }, { world }) =>
      world.readDb.user.findFirst({ ...query, where: { name, deletedAt: null } }),
  }),
);

/** What every input says of a field that a token may not give. */
export const FOR_SESSIONS = 'Refused with a token.';

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
    role: t.field({ type: RoleEnum, description: `Absent or null: MEMBER. ${FOR_SESSIONS}` }),
    kind: t.field({ type: UserKindEnum, description: 'Absent or null: HUMAN.' }),
    password: t.string({
      description:
        'At least 12 characters, at most 1024 bytes. Absent or null: a link to set one is made for a human. ' +
        FOR_SESSIONS,
    }),
  }),
});

interface CreatedUser {
  readonly user: User;
  readonly link: LinkSecret | null;
  readonly emailSent: boolean;
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
        'Null when a password was given, for a service account, and with a token: links are made with sessions alone.',
      resolve: ({ link }, _args, { baseUrl }) => (link === null ? null : passwordUrl(baseUrl, link)),
    }),
    emailSent: t.exposeBoolean('emailSent', {
      description:
        'Whether the link was mailed too. False when there is none, no address, no mail server is set up, or it refused the mail.',
    }),
    serial: t.expose('serial', SERIAL),
  }),
});

builder.mutationField('createUser', (t) =>
  t.field({
    ...requires(
      'users:create',
      'Creates a person or a service account.',
      'With a token a member, without password and link.',
    ),
    type: CreateUserPayload,
    errors: { types: [FreshSignInRequired, InvalidInput, NameTaken, NotAllowed] },
    args: { input: t.arg({ type: CreateUserInput, required: true, description: 'The user to create.' }) },
    resolve: async (_root, { input }, { world, caller, baseUrl }) => {
      const { result, serial } = await createUser(world, caller, {
        name: input.name,
        kind: input.kind ?? undefined,
        role: input.role ?? undefined,
        email: input.email,
        displayName: input.displayName,
        password: input.password ?? undefined,
      });
      const { user, link } = result;
      const emailSent = link !== null && (await mailLink(world, { user, link }, passwordUrl(baseUrl, link)));
      return { ...result, emailSent, serial };
    },
  }),
);
