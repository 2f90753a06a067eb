// Changing one's own password, and setting that of a service account. First passwords and lost ones go by one-time
// links, in `session.ts`.

import {
  FreshSignInRequired,
  InvalidInput,
  NotAllowed,
  NotFound,
  RateLimited,
  SignInFailed,
} from '../domain/errors.ts';
import type { User } from '../storage/_generated/sqlite/client.ts';
import { changePassword, setServicePassword } from '../domain/users/change-password.ts';
import { builder } from './builder.ts';
import { requires } from './scopes.ts';
import { SERIAL } from './serial.ts';
import { continueAs, PASSWORD, signedInFields, type SignedIn } from './session.ts';
import { UserType } from './user.ts';

const ChangePasswordInput = builder.inputType('ChangePasswordInput', {
  description: 'The viewer’s current password, and the one to come.',
  fields: (t) => ({
    currentPassword: t.string({
      required: true,
      description: 'Taken exactly as given; a wrong one counts like a sign-in that fails.',
    }),
    newPassword: t.string({ required: true, description: PASSWORD }),
  }),
});

const ChangePasswordPayload = builder.objectRef<SignedIn>('ChangePasswordPayload').implement({
  description: 'The session that goes on in place of the one that asked, and ends when that one would have.',
  fields: signedInFields,
});

builder.mutationField('changePassword', (t) =>
  t.field({
    ...requires(
      'password:change',
      'Sets the viewer’s own password, ends all their sessions, and goes on with a new one. Their tokens stay.',
    ),
    type: ChangePasswordPayload,
    errors: { types: [SignInFailed, RateLimited, InvalidInput] },
    args: {
      input: t.arg({ type: ChangePasswordInput, required: true, description: 'Both passwords.' }),
    },
    resolve: async (_root, { input }, context) => {
      const { result, serial } = await changePassword(context.world, context.caller, input);
      continueAs(context, result);
      return { session: result, serial };
    },
  }),
);

const SetServicePasswordInput = builder.inputType('SetServicePasswordInput', {
  description: 'A service account, and its password to come.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'The service account’s name.' }),
    password: t.string({ required: true, description: PASSWORD }),
  }),
});

interface ServicePasswordSet {
  readonly user: User;
  readonly serial: bigint;
}

const SetServicePasswordPayload = builder
  .objectRef<ServicePasswordSet>('SetServicePasswordPayload')
  .implement({
    description: 'The password is set, and all sessions of the account are over.',
    fields: (t) => ({
      user: t.expose('user', { type: UserType, description: 'The service account.' }),
      serial: t.expose('serial', SERIAL),
    }),
  });

builder.mutationField('setServicePassword', (t) =>
  t.field({
    ...requires(
      'users:set-password',
      'Sets the password of a service account and ends its sessions; its tokens stay. A person gets a link instead.',
    ),
    type: SetServicePasswordPayload,
    errors: { types: [InvalidInput, NotFound, NotAllowed, FreshSignInRequired] },
    args: {
      input: t.arg({
        type: SetServicePasswordInput,
        required: true,
        description: 'The account and its password.',
      }),
    },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await setServicePassword(world, caller, input);
      return { user: result, serial };
    },
  }),
);
