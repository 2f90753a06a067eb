// Sessions as things: the viewer's own, which can be looked at and ended, and those of somebody else, which an admin
// can end and nobody can look at. How one begins is in `session.ts`.

import type { SessionCarrier } from '../storage/_generated/sqlite/client.ts';
import type { Actor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { ANONYMOUS } from '../domain/actor.ts';
import { endOwnSessions, endSession, endUserSessions } from '../domain/users/end-sessions.ts';
import { endOf, openSessionsOf } from '../domain/users/sessions.ts';
import { builder } from './builder.ts';
import { actAs } from './context.ts';
import { counted } from './connection.ts';
import { requires } from './scopes.ts';
import { lastSerial, SERIAL } from './serial.ts';
import { ViewerType } from './viewer.ts';

export const SessionCarrierEnum = builder.enumType('SessionCarrier', {
  description: 'How a session travels.',
  values: {
    COOKIE: { description: 'Set as a cookie that scripts of a page cannot read; for the browser.' },
    BEARER: {
      description: 'Returned once as text for the Authorization header; for the command line and scripts.',
    },
  } satisfies Record<SessionCarrier, object>,
});

const SessionType = builder.prismaNode('Session', {
  id: { field: 'id', description: 'Opaque, and unique over all types.' },
  description: 'A sign-in that is still open, as its user sees it.',
  fields: (t) => ({
    sessionId: t.exposeString('id', { description: '22 characters, the public part of its text.' }),
    isCurrent: t.boolean({
      description: 'Whether this very request was made with it.',
      resolve: ({ id }, _args, { caller }) => idOfSession(caller.actor) === id,
    }),
    carrier: t.expose('carrier', { type: SessionCarrierEnum, description: 'How it travels.' }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When the password was shown; for 15 minutes from then on the sign-in is fresh.',
    }),
    lastSeenAt: t.expose('lastSeenAt', {
      type: 'DateTime',
      description: 'When it was last used, to the minute.',
    }),
    endsAt: t.field({
      type: 'DateTime',
      description: 'When it ends unless it is used again before.',
      resolve: (session, _args, { world }) => endOf(session, world.sessionLimits),
    }),
    address: t.exposeString('address', {
      nullable: true,
      description: 'From where the password was sent. Null when it was not known.',
    }),
    client: t.exposeString('client', {
      nullable: true,
      description:
        'The User-Agent that the password came with, at most 200 characters. Null when none was sent.',
    }),
  }),
});

builder.objectField(ViewerType, 'sessions', (t) =>
  t.prismaConnection(
    {
      ...requires('sessions:browse', 'The viewer’s own open sessions, the newest first.'),
      type: SessionType,
      cursor: 'id',
      totalCount: ({ user }, _args, { world }) =>
        world.readDb.session.count({ where: openSessionsOf(user.id, world) }),
      resolve: (query, { user }, _args, { world }) =>
        world.readDb.session.findMany({
          ...query,
          where: openSessionsOf(user.id, world),
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        }),
    },
    counted,
  ),
);

function idOfSession(actor: Actor): string | null {
  return actor.kind === 'user' && actor.credential.kind === 'session' ? actor.credential.id : null;
}

const EndSessionInput = builder.inputType('EndSessionInput', {
  description: 'The session to end.',
  fields: (t) => ({
    sessionId: t.string({ required: true, description: 'Its 22 characters; never the session’s own text.' }),
  }),
});

interface Ended {
  readonly count: number;
  readonly serial: bigint;
}

const EndSessionPayload = builder.objectRef<Omit<Ended, 'count'>>('EndSessionPayload').implement({
  description: 'The session is refused from its next request on.',
  fields: (t) => ({ serial: t.expose('serial', SERIAL) }),
});

builder.mutationField('endSession', (t) =>
  t.field({
    ...requires('session:end', 'Ends one of the viewer’s own sessions, such as that of a lost device.'),
    type: EndSessionPayload,
    errors: { types: [NotFound] },
    args: { input: t.arg({ type: EndSessionInput, required: true, description: 'The session to end.' }) },
    resolve: async (_root, { input }, context) => {
      await endSession(context.world, context.caller, input.sessionId);
      if (idOfSession(context.caller.actor) === input.sessionId) {
        context.clearSessionCookie();
        actAs(context, ANONYMOUS);
      }
      return { serial: await lastSerial(context) };
    },
  }),
);

const EndAllSessionsInput = builder.inputType('EndAllSessionsInput', {
  description: 'Which of the viewer’s own sessions to end.',
  fields: (t) => ({
    keepThis: t.boolean({
      description:
        'True: the session that asks goes on, and all others end. Absent or null: false, it ends too.',
    }),
  }),
});

const EndAllSessionsPayload = builder.objectRef<Ended>('EndAllSessionsPayload').implement({
  description: 'The sessions are refused from their next request on.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many ended; 0 when there was none.' }),
    serial: t.expose('serial', SERIAL),
  }),
});

builder.mutationField('endAllSessions', (t) =>
  t.field({
    ...requires('session:end', 'Ends the viewer’s own sessions everywhere.'),
    type: EndAllSessionsPayload,
    errors: { types: [] },
    args: { input: t.arg({ type: EndAllSessionsInput, required: true, description: 'Which of them.' }) },
    resolve: async (_root, { input }, context) => {
      const keepThis = input.keepThis ?? false;
      const count = await endOwnSessions(context.world, context.caller, keepThis);
      if (!keepThis) {
        context.clearSessionCookie();
        actAs(context, ANONYMOUS);
      }
      return { count, serial: await lastSerial(context) };
    },
  }),
);

const EndUserSessionsInput = builder.inputType('EndUserSessionsInput', {
  description: 'Whose sessions to end.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'The user’s name, in lower case as it was created.' }),
  }),
});

const EndUserSessionsPayload = builder.objectRef<Ended>('EndUserSessionsPayload').implement({
  description: 'The user has to sign in again everywhere; tokens go on.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many ended; 0 when there was none.' }),
    serial: t.expose('serial', SERIAL),
  }),
});

builder.mutationField('endUserSessions', (t) =>
  t.field({
    ...requires('users:end-sessions', 'Ends all sessions of a user, without deactivating the user.'),
    type: EndUserSessionsPayload,
    errors: { types: [NotFound] },
    args: { input: t.arg({ type: EndUserSessionsInput, required: true, description: 'Whose.' }) },
    resolve: async (_root, { input }, context) => {
      const count = await endUserSessions(context.world, context.caller, input.name);
      return { count, serial: await lastSerial(context) };
    },
  }),
);
