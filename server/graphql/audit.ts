// The audit trail: who did what to which thing, when, from where and with which credential. What a viewer may see of
// it is decided in `domain/audit/browse.ts`; it is written nowhere here.

import { formatPrismaCursor, parsePrismaCursor } from '@pothos/plugin-prisma';
import { resolveCursorConnection } from '@pothos/plugin-relay';

import type { AuditEvent } from '../storage/_generated/sqlite/client.ts';
import { auditEventsFor, maySeeAddress, maySeeRanges, readAuditPage } from '../domain/audit/browse.ts';
import {
  AUDIT_ACTIONS,
  AUDIT_SUBJECTS,
  type AuditAction,
  type AuditSubjectKind,
} from '../domain/audit/events.ts';
import { cursorOf } from '../domain/pages.ts';
import { AuditDetailType, detailOf } from './audit-detail.ts';
import { builder } from './builder.ts';
import { counted } from './connection.ts';
import { MAX_PAGE_SIZE, PAGE_SIZE } from './limits.ts';
import { requires } from './scopes.ts';

const AuditActionEnum = builder.enumType('AuditAction', {
  description: 'What was done.',
  values: Object.fromEntries(
    Object.entries(AUDIT_ACTIONS).map(([action, description]) => [
      constantOf(action),
      { value: action as AuditAction, description },
    ]),
  ),
});

const AuditSubjectKindEnum = builder.enumType('AuditSubjectKind', {
  description: 'The kind of thing that something was done to.',
  values: Object.fromEntries(
    Object.entries(AUDIT_SUBJECTS).map(([kind, description]) => [
      constantOf(kind),
      { value: kind as AuditSubjectKind, description },
    ]),
  ),
});

/** `user.password-set` to `USER_PASSWORD_SET`. */
function constantOf(tag: string): string {
  return tag.replace(/[.-]/g, '_').toUpperCase();
}

const AuditCredentialEnum = builder.enumType('AuditCredential', {
  description: 'What something was done with, or what was presented and refused.',
  values: {
    SESSION: { value: 'session', description: 'A session, by cookie or bearer.' },
    TOKEN: { value: 'token', description: 'A token, by its public id.' },
    PASSWORD: { value: 'password', description: 'A user name and a password.' },
    LINK: { value: 'link', description: 'A one-time link.' },
    SYSTEM: { value: 'system', description: 'The server itself, or its operator.' },
    NONE: { value: 'none', description: 'No credential at all.' },
    UNKNOWN: { value: 'unknown', description: 'Something that the server does not know.' },
  },
});

const AuditEventType = builder.objectRef<AuditEvent>('AuditEvent');

builder.node(AuditEventType, {
  id: { resolve: ({ id }) => id },
  description: 'Something that was done or refused; it is never changed, but counted on within its minute.',
  fields: (t) => ({
    at: t.expose('at', {
      type: 'DateTime',
      description: 'When it happened, or first happened in its minute.',
    }),
    action: t.field({
      type: AuditActionEnum,
      description: 'What was done.',
      resolve: ({ action }) => action as AuditAction,
    }),
    actor: t.exposeString('actorName', {
      description:
        'The name of the user who did it; :anonymous: for nobody known, :system: for the server itself.',
    }),
    credential: t.field({
      type: AuditCredentialEnum,
      description: 'With what it was done; for a refused credential, what was presented.',
      resolve: ({ credentialKind }) => credentialKind as 'none',
    }),
    credentialId: t.exposeString('credentialId', {
      nullable: true,
      description: 'The public part of the session or the token. Null when it was neither.',
    }),
    subjectKind: t.field({
      type: AuditSubjectKindEnum,
      description: 'The kind of thing it was done to.',
      resolve: ({ subjectKind }) => subjectKind as AuditSubjectKind,
    }),
    subject: t.exposeString('subjectName', {
      description: 'The name that the thing had then; the path for an index. It may be gone by now.',
    }),
    subjectId: t.exposeString('subjectId', {
      description: 'Tells things apart that had one name at different times. Empty when it has none.',
    }),
    detail: t.field({
      type: AuditDetailType,
      nullable: true,
      description: 'What there is to know beyond this. Null when the action says everything.',
      resolve: (event, _args, { caller }) => detailOf(event, maySeeRanges(caller.actor, event)),
    }),
    serial: t.expose('serial', {
      type: 'Serial',
      nullable: true,
      description: 'The change it belongs to. Null when nothing replicated changed.',
    }),
    requestId: t.exposeString('requestId', {
      nullable: true,
      description:
        'The request it came with, the first one where several are counted. Null for the server itself.',
    }),
    address: t.string({
      nullable: true,
      description:
        'Where it came from. Null when it is not known, and to a viewer who is no admin, has not done it, and is ' +
        'not the one whose credential was tried.',
      resolve: (event, _args, { caller }) => (maySeeAddress(caller.actor, event) ? event.address : null),
    }),
  }),
});

const AuditFilterInput = builder.inputType('AuditFilterInput', {
  description: 'Which events to read: those for which everything holds that is given.',
  fields: (t) => ({
    actor: t.string({
      description: 'Done by this user, :anonymous: or :system:. Absent or null: by anybody.',
    }),
    action: t.field({ type: AuditActionEnum, description: 'Absent or null: every action.' }),
    subjectKind: t.field({ type: AuditSubjectKindEnum, description: 'Absent or null: every kind of thing.' }),
    subject: t.string({ description: 'The name or the subjectId of a thing. Absent or null: every thing.' }),
    packageIndex: t.string({
      description: 'Happened in an index that has or had this path, owner/name. Absent or null: anywhere.',
    }),
    credentialId: t.string({
      description: 'With this session or token, by its public part. Absent or null: with whatever.',
    }),
    since: t.field({
      type: 'DateTime',
      description: 'At this moment or later. Absent or null: from the beginning.',
    }),
    until: t.field({ type: 'DateTime', description: 'Before this moment. Absent or null: up to now.' }),
  }),
});

builder.queryField('auditEvents', (t) =>
  t.connection(
    {
      ...requires(
        'audit:browse',
        'The audit trail, the newest first. An admin sees all of it, others what they did themselves and what was ' +
          'done to what is theirs.',
      ),
      type: AuditEventType,
      args: {
        filter: t.arg({
          type: AuditFilterInput,
          description: 'Which events. Absent or null: all there are to see.',
        }),
      },
      resolve: async (_root, { filter, ...page }, { world, caller }) => {
        const where = await auditEventsFor(world, caller.actor, givenOf(filter ?? {}));
        const connection = await resolveCursorConnection<Promise<AuditEvent[]>>(
          {
            args: page,
            defaultSize: PAGE_SIZE,
            maxSize: MAX_PAGE_SIZE,
            toCursor: (event) => formatPrismaCursor({ place: cursorOf(event) }, 'place'),
          },
          ({ after, before, limit, inverted }) =>
            readAuditPage(world, where, { after: keyIn(after), before: keyIn(before), limit, inverted }),
        );
        return { ...connection, totalCount: () => world.readDb.auditEvent.count({ where }) };
      },
    },
    counted,
  ),
);

type Given<Values> = { [Name in keyof Values]?: NonNullable<Values[Name]> };

/** Null and absent mean the same in a filter. */
function givenOf<Values extends object>(values: Values): Given<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  ) as Given<Values>;
}

/** That it is a cursor was looked at by `limits.ts`. */
function keyIn(cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : String(parsePrismaCursor(cursor));
}
