// Signing in and out. A session travels as a cookie, which the browser keeps, or as a bearer, which is shown once.

import type { LinkPurpose } from '../storage/_generated/sqlite/client.ts';
import { ANONYMOUS } from '../domain/actor.ts';
import { InvalidInput, LinkInvalid, NameTaken, RateLimited, SignInFailed } from '../domain/errors.ts';
import { isLinkOpen, redeemLink } from '../domain/users/redeem.ts';
import { signOut } from '../domain/users/end-sessions.ts';
import type { OpenedSession } from '../domain/users/sessions.ts';
import { renewSession, signIn } from '../domain/users/sign-in.ts';
import { builder, type FieldsOf } from './builder.ts';
import { actAs, type GraphQLContext } from './context.ts';
import { requires } from './scopes.ts';
import { lastSerial, SERIAL } from './serial.ts';
import { SessionCarrierEnum } from './own-sessions.ts';
import { ViewerType } from './viewer.ts';

builder.enumType('LinkPurpose', {
  description: 'What a one-time link may be used for.',
  values: {
    FIRST_ADMIN: { description: 'Makes the first admin of a new server.' },
    SET_PASSWORD: { description: 'Sets the first password of the user it was made for.' },
    RESET_PASSWORD: { description: 'Sets another password for the user it was made for.' },
  } satisfies Record<LinkPurpose, object>,
});

export const PASSWORD =
  'At least 12 characters and at most 1024 bytes, taken exactly as given, and none of those that are guessed first.';
const CARRIER = 'How the session shall travel.';

const SignInInput = builder.inputType('SignInInput', {
  description: 'Who signs in.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'The user’s name, in lower case as it was created.' }),
    password: t.string({ required: true, description: 'Taken exactly as given, white space included.' }),
    carrier: t.field({ type: SessionCarrierEnum, required: true, description: CARRIER }),
    lifeMinutes: t.int({
      description:
        'When the session ends at the latest, from 1 minute on. Absent or null: as late as WHEELHOUSE_SESSION_LIFE ' +
        'allows, 7 days unless it is set; more is refused.',
    }),
  }),
});

export interface SignedIn {
  readonly session: OpenedSession;
  readonly serial: bigint;
}

const SignInPayload = builder.objectRef<SignedIn>('SignInPayload').implement({
  description: 'The session that was opened.',
  fields: signedInFields,
});

builder.mutationField('signIn', (t) =>
  t.field({
    ...requires(
      'session:open',
      'Opens a session for at most 7 days, which ends after 12 hours without a request, unless settings say otherwise.',
      'Needs the right password of an active user.',
    ),
    type: SignInPayload,
    errors: { types: [SignInFailed, RateLimited, InvalidInput] },
    args: { input: t.arg({ type: SignInInput, required: true, description: 'Who signs in, and how.' }) },
    resolve: async (_root, { input }, context) => {
      const session = await signIn(context.world, context.caller, {
        ...input,
        lifeMinutes: input.lifeMinutes ?? undefined,
      });
      continueAs(context, session);
      return { session, serial: await lastSerial(context) };
    },
  }),
);

const RenewSessionInput = builder.inputType('RenewSessionInput', {
  description: 'The viewer’s password, shown again.',
  fields: (t) => ({
    password: t.string({ required: true, description: 'Taken exactly as given, white space included.' }),
  }),
});

const RenewSessionPayload = builder.objectRef<SignedIn>('RenewSessionPayload').implement({
  description: 'The session that goes on in place of the one that asked.',
  fields: signedInFields,
});

builder.mutationField('renewSession', (t) =>
  t.field({
    ...requires(
      'session:renew',
      'Takes the password again for a sign-in that is fresh, 15 minutes long: ends the session that asks and opens ' +
        'another, with the same carrier and for the same time.',
    ),
    type: RenewSessionPayload,
    errors: { types: [SignInFailed, RateLimited] },
    args: { input: t.arg({ type: RenewSessionInput, required: true, description: 'The password.' }) },
    resolve: async (_root, { input }, context) => {
      const session = await renewSession(context.world, context.caller, input.password);
      continueAs(context, session);
      return { session, serial: await lastSerial(context) };
    },
  }),
);

const SignOutPayload = builder.objectRef<{ serial: bigint }>('SignOutPayload').implement({
  description: 'The session is over, and a cookie that carried it is taken away.',
  fields: (t) => ({ serial: t.expose('serial', SERIAL) }),
});

builder.mutationField('signOut', (t) =>
  t.field({
    ...requires('session:end', 'Ends the session that asks; others of the same user go on.'),
    type: SignOutPayload,
    errors: { types: [] },
    resolve: async (_root, _args, context) => {
      await signOut(context.world, context.caller);
      context.clearSessionCookie();
      actAs(context, ANONYMOUS);
      return { serial: await lastSerial(context) };
    },
  }),
);

builder.queryField('canRedeemLink', (t) =>
  t.boolean({
    ...requires(
      'session:open',
      'Whether redeemLink would take this link now: not when it is unknown, used, void or expired.',
    ),
    args: { secret: t.arg.string({ required: true, description: 'What follows the # of the link.' }) },
    resolve: (_root, { secret }, { world }) => isLinkOpen(world, secret),
  }),
);

const RedeemLinkInput = builder.inputType('RedeemLinkInput', {
  description: 'A one-time link, and what it needs to be used.',
  fields: (t) => ({
    secret: t.string({ required: true, description: 'What follows the # of the link.' }),
    name: t.string({
      description:
        'The first admin’s user name: required for a FIRST_ADMIN link, and left out for a SET_PASSWORD link.',
    }),
    email: t.string({
      description:
        'The first admin’s address: required for a FIRST_ADMIN link, and left out for a SET_PASSWORD link.',
    }),
    password: t.string({ required: true, description: PASSWORD }),
    carrier: t.field({ type: SessionCarrierEnum, required: true, description: CARRIER }),
  }),
});

const RedeemLinkPayload = builder.objectRef<SignedIn>('RedeemLinkPayload').implement({
  description: 'The link is used up, the password set, and its user signed in.',
  fields: signedInFields,
});

builder.mutationField('redeemLink', (t) =>
  t.field({
    ...requires(
      'session:open',
      'Uses a one-time link up: makes the first admin or sets a password, ends that user’s other sessions, and signs in.',
    ),
    type: RedeemLinkPayload,
    errors: { types: [LinkInvalid, InvalidInput, NameTaken] },
    args: {
      input: t.arg({ type: RedeemLinkInput, required: true, description: 'The link and the new password.' }),
    },
    resolve: async (_root, { input }, context) => {
      const { result, serial } = await redeemLink(context.world, context.caller, {
        ...input,
        name: input.name ?? undefined,
        email: input.email ?? undefined,
      });
      continueAs(context, result);
      return { session: result, serial };
    },
  }),
);

export function continueAs(
  context: GraphQLContext,
  { actor, carrier, text, expiresAt }: OpenedSession,
): void {
  actAs(context, actor);
  if (carrier === 'COOKIE') context.setSessionCookie(text, expiresAt);
}

/** The payloads are read alike by whoever keeps a session. */
export function signedInFields(t: FieldsOf<SignedIn>) {
  return {
    viewer: t.field({
      type: ViewerType,
      description: 'Whoever signed in.',
      resolve: ({ session }) => session.actor,
    }),
    bearer: t.string({
      nullable: true,
      description:
        'The text for the Authorization header, behind "Bearer "; it is shown here and never again. ' +
        'Null when the session travels as a cookie.',
      resolve: ({ session }) => (session.carrier === 'BEARER' ? session.text : null),
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description:
        'When the session ends at the latest; 12 hours without a request, or WHEELHOUSE_SESSION_IDLE, end it before.',
      resolve: ({ session }) => session.expiresAt,
    }),
    serial: t.expose('serial', SERIAL),
  };
}
