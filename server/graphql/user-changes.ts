// What happens to a user after creation: each mutation calls one use case of `domain/users`.

import type { User } from '../storage/_generated/sqlite/client.ts';
import {
  ConfirmationMismatch,
  FreshSignInRequired,
  InvalidInput,
  LastAdmin,
  NotAllowed,
  NotFound,
  OwnAccount,
  OwnsIndexes,
} from '../domain/errors.ts';
import { activateUser, deactivateUser, updateUser } from '../domain/users/administration.ts';
import { deleteUser } from '../domain/users/deletion.ts';
import { updateProfile } from '../domain/users/profile.ts';
import { mailLink, resetPassword, type PasswordLink } from '../domain/users/reset.ts';
import type { Committed } from '../storage/transact.ts';
import { builder, type FieldsOf } from './builder.ts';
import { requires } from './scopes.ts';
import { lastSerial, SERIAL } from './serial.ts';
import { FOR_SESSIONS, passwordUrl, RoleEnum, UserType } from './user.ts';

const NAME = 'The user’s name, in lower case.';
const GUARDED = 'Not oneself, and not the last active admin.';
const DISPLAY_NAME = 'At most 200 characters. Absent: it stays. Null or blank: the name is shown.';
const EMAIL = 'Written name@domain. Absent: it stays. Null: none is known.';

interface ChangedUser {
  readonly id: string;
  readonly serial: bigint;
}

const UpdateUserInput = builder.inputType('UpdateUserInput', {
  description: 'The user to change, and what shall be different.',
  fields: (t) => ({
    name: t.string({ required: true, description: `${NAME} The name itself never changes.` }),
    displayName: t.string({ description: DISPLAY_NAME }),
    email: t.string({ description: `${EMAIL} ${FOR_SESSIONS}` }),
    role: t.field({
      type: RoleEnum,
      description: `Absent or null: it stays. Another one ends the user’s sessions. ${FOR_SESSIONS}`,
    }),
  }),
});

const UpdateUserPayload = builder.objectRef<ChangedUser>('UpdateUserPayload').implement({
  description: 'The user as they are now.',
  fields: changedUserFields,
});

builder.mutationField('updateUser', (t) =>
  t.field({
    ...requires(
      'users:update',
      'Changes what people read of a user, where mail goes, and the role.',
      'Nobody takes their own role or that of the last active admin. With a token the display name of a member.',
    ),
    type: UpdateUserPayload,
    errors: { types: [FreshSignInRequired, InvalidInput, LastAdmin, NotAllowed, NotFound, OwnAccount] },
    args: {
      input: t.arg({ type: UpdateUserInput, required: true, description: 'What shall be different.' }),
    },
    resolve: async (_root, { input }, { world, caller }) =>
      changed(await updateUser(world, caller, { ...input, role: input.role ?? undefined })),
  }),
);

const DeactivateUserInput = builder.inputType('DeactivateUserInput', {
  description: 'Whom to deactivate.',
  fields: (t) => ({ name: t.string({ required: true, description: NAME }) }),
});

const DeactivateUserPayload = builder.objectRef<ChangedUser>('DeactivateUserPayload').implement({
  description: 'Every credential of the user is refused from now on.',
  fields: changedUserFields,
});

builder.mutationField('deactivateUser', (t) =>
  t.field({
    ...requires(
      'users:deactivate',
      'Refuses every credential of a user from the next request on, and ends the sessions; one who is deactivated stays so.',
      `${GUARDED} With a token no admin.`,
    ),
    type: DeactivateUserPayload,
    errors: { types: [FreshSignInRequired, LastAdmin, NotAllowed, NotFound, OwnAccount] },
    args: {
      input: t.arg({ type: DeactivateUserInput, required: true, description: 'Whom to deactivate.' }),
    },
    resolve: async (_root, { input }, { world, caller }) =>
      changed(await deactivateUser(world, caller, input.name)),
  }),
);

const ActivateUserInput = builder.inputType('ActivateUserInput', {
  description: 'Whom to activate.',
  fields: (t) => ({ name: t.string({ required: true, description: NAME }) }),
});

const ActivateUserPayload = builder.objectRef<ChangedUser>('ActivateUserPayload').implement({
  description: 'The password and the tokens of the user work again; sessions stay ended.',
  fields: changedUserFields,
});

builder.mutationField('activateUser', (t) =>
  t.field({
    ...requires('users:activate', 'Ends the deactivation of a user; one who is active stays so.'),
    type: ActivateUserPayload,
    errors: { types: [FreshSignInRequired, NotFound] },
    args: { input: t.arg({ type: ActivateUserInput, required: true, description: 'Whom to activate.' }) },
    resolve: async (_root, { input }, { world, caller }) =>
      changed(await activateUser(world, caller, input.name)),
  }),
);

const DeleteUserInput = builder.inputType('DeleteUserInput', {
  description: 'The user to delete.',
  fields: (t) => ({
    name: t.string({ required: true, description: NAME }),
    confirmName: t.string({
      required: true,
      description: 'The same name, as the person who confirms typed it.',
    }),
  }),
});

interface DeletedUser {
  readonly deletedName: string;
  readonly serial: bigint;
}

const DeleteUserPayload = builder.objectRef<DeletedUser>('DeleteUserPayload').implement({
  description: 'The user is gone: tokens are revoked, lists and groups name the user no more.',
  fields: (t) => ({
    deletedName: t.exposeString('deletedName', { description: 'The name, which is never used again.' }),
    serial: t.expose('serial', SERIAL),
  }),
});

builder.mutationField('deleteUser', (t) =>
  t.field({
    ...requires(
      'users:delete',
      'Deletes a user for good; refused while the user owns package indexes.',
      GUARDED,
    ),
    type: DeleteUserPayload,
    errors: {
      types: [ConfirmationMismatch, FreshSignInRequired, LastAdmin, NotFound, OwnAccount, OwnsIndexes],
    },
    args: { input: t.arg({ type: DeleteUserInput, required: true, description: 'What was confirmed.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await deleteUser(world, caller, input);
      return { deletedName: result.name, serial };
    },
  }),
);

const ResetPasswordInput = builder.inputType('ResetPasswordInput', {
  description: 'Who shall set a password anew.',
  fields: (t) => ({ name: t.string({ required: true, description: NAME }) }),
});

interface ResetLink extends PasswordLink {
  readonly emailSent: boolean;
  readonly serial: bigint;
}

const ResetPasswordPayload = builder.objectRef<ResetLink>('ResetPasswordPayload').implement({
  description: 'A link that sets a password once. The present password goes on until the link is used.',
  fields: (t) => ({
    user: t.expose('user', { type: UserType, description: 'Whose password it sets.' }),
    link: t.string({
      description: 'A URL for that user; it is shown here and never again, and links made before are void.',
      resolve: ({ link }, _args, { baseUrl }) => passwordUrl(baseUrl, link),
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description:
        'When it stops working: one hour from now, or 72 hours for a user who never had a password.',
      resolve: ({ link }) => link.expiresAt,
    }),
    emailSent: t.exposeBoolean('emailSent', {
      description:
        'Whether it was mailed too. False when there is no address, no mail server is set up, or it refused the mail.',
    }),
    serial: t.expose('serial', SERIAL),
  }),
});

builder.mutationField('resetPassword', (t) =>
  t.field({
    ...requires(
      'users:reset-password',
      'Makes a one-time link with which a person sets a password anew.',
      'An active person other than oneself, not a service account.',
    ),
    type: ResetPasswordPayload,
    errors: { types: [FreshSignInRequired, NotAllowed, NotFound, OwnAccount] },
    args: { input: t.arg({ type: ResetPasswordInput, required: true, description: 'For whom.' }) },
    resolve: async (_root, { input }, context) => {
      const { world, caller, baseUrl } = context;
      const made = await resetPassword(world, caller, input.name);
      const emailSent = await mailLink(world, made, passwordUrl(baseUrl, made.link));
      return { ...made, emailSent, serial: await lastSerial(context) };
    },
  }),
);

const UpdateProfileInput = builder.inputType('UpdateProfileInput', {
  description: 'What shall be different about oneself.',
  fields: (t) => ({
    displayName: t.string({ description: DISPLAY_NAME }),
    email: t.string({ description: EMAIL }),
  }),
});

const UpdateProfilePayload = builder.objectRef<ChangedUser>('UpdateProfilePayload').implement({
  description: 'The viewer as they are now.',
  fields: changedUserFields,
});

builder.mutationField('updateProfile', (t) =>
  t.field({
    ...requires('profile:update', 'Changes what people read of the viewer, and where mail goes.'),
    type: UpdateProfilePayload,
    errors: { types: [FreshSignInRequired, InvalidInput, NotFound] },
    args: {
      input: t.arg({ type: UpdateProfileInput, required: true, description: 'What shall be different.' }),
    },
    resolve: async (_root, { input }, { world, caller }) =>
      changed(await updateProfile(world, caller, input)),
  }),
);

function changed({ result, serial }: Committed<User>): ChangedUser {
  return { id: result.id, serial };
}

/** The user is read again after the commit, with what the document selects. */
function changedUserFields(t: FieldsOf<ChangedUser>) {
  return {
    user: t.prismaField({
      type: UserType,
      description: 'As they are after the change.',
      resolve: (query, { id }, _args, { world }) =>
        world.readDb.user.findUniqueOrThrow({ ...query, where: { id } }),
    }),
    serial: t.expose('serial', SERIAL),
  };
}
