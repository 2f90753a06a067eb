// What an audit event says beyond its action: one type with a field for each member that a detail may have. A member
// has one meaning and one type whatever the action, so that a table, an export and a client read all events alike.

import type { AuditEvent } from '../storage/_generated/sqlite/client.ts';
import type { AuditEntry } from '../domain/audit/events.ts';
import { builder, type FieldsOf } from './builder.ts';

/** As it was written; which members there are follows from the action. */
type Detail = Readonly<Record<string, unknown>>;

type MembersOf<Union> = Union extends unknown ? (string extends keyof Union ? never : keyof Union) : never;
type Member = MembersOf<AuditEntry['detail']>;

interface Spec {
  readonly type: 'String' | 'Int' | 'Boolean' | 'ByteCount' | 'DateTime' | 'Sha256' | 'strings';
  readonly meaning: string;
}

/** Every member of every detail: a new one without its row does not compile. */
const MEMBERS: Record<Member, Spec> = {
  activated: { type: 'Boolean', meaning: 'True: a deactivation ended with it.' },
  addresses: { type: 'strings', meaning: 'The address ranges that a token is bound to.' },
  allIndexes: { type: 'Boolean', meaning: 'Whether a token reaches every index of its owner.' },
  allow: { type: 'strings', meaning: 'What an index lets through from now on.' },
  bases: { type: 'strings', meaning: 'The paths of the bases from now on, in order.' },
  before: { type: 'DateTime', meaning: 'Events from before this moment went.' },
  by: { type: 'String', meaning: 'The way in which it was done.' },
  bytes: { type: 'ByteCount', meaning: 'The size of the files that went with it.' },
  carrier: { type: 'String', meaning: 'How the session travels: COOKIE or BEARER.' },
  code: { type: 'String', meaning: 'The code of the refusal; docs/errors.md has a section for each.' },
  count: { type: 'Int', meaning: 'How many sessions ended.' },
  deny: { type: 'strings', meaning: 'What an index hides from now on.' },
  description: {
    type: 'String',
    meaning: 'The new description; listed in members, null means that it was taken away.',
  },
  displayName: { type: 'Boolean', meaning: 'True: the display name changed.' },
  email: { type: 'Boolean', meaning: 'True: the address changed.' },
  events: { type: 'Int', meaning: 'How many events went.' },
  expiresAt: { type: 'DateTime', meaning: 'When it ends; listed in members, null means never.' },
  files: { type: 'Int', meaning: 'How many files went with it.' },
  graceUntil: { type: 'DateTime', meaning: 'Until when the old token works on.' },
  forced: { type: 'Boolean', meaning: 'True: the index keeps its files, and it was done nevertheless.' },
  grants: { type: 'Int', meaning: 'How many lists of indexes lost the user.' },
  groups: { type: 'Int', meaning: 'How many groups lost the user.' },
  indexes: { type: 'strings', meaning: 'The paths of the indexes that a token is bound to.' },
  keptOwn: { type: 'Boolean', meaning: 'Whether the session that asked went on.' },
  kind: { type: 'String', meaning: 'Of a user HUMAN or SERVICE, of an index STAGE or MIRROR.' },
  lastAt: { type: 'DateTime', meaning: 'The last time that it happened within its minute.' },
  members: { type: 'Int', meaning: 'How many members the group had.' },
  mirror: { type: 'String', meaning: 'The path of the mirror, or of the layer, that it is about.' },
  name: {
    type: 'String',
    meaning: 'The user whose name was given, or :unknown: when nobody has it; of a token its new name.',
  },
  notBefore: { type: 'DateTime', meaning: 'Before this the token is refused from now on.' },
  origin: { type: 'String', meaning: 'The path of the index that it came from.' },
  owner: { type: 'String', meaning: 'For whom an admin minted the token.' },
  pattern: { type: 'String', meaning: 'A name, or prefix-* for the beginning of names.' },
  patterns: { type: 'strings', meaning: 'The projects that a token is bound to.' },
  project: { type: 'String', meaning: 'The project’s name as the file spells it.' },
  projects: { type: 'Int', meaning: 'How many projects went with it.' },
  purpose: { type: 'String', meaning: 'What the one-time link is for: SET_PASSWORD or RESET_PASSWORD.' },
  readers: { type: 'strings', meaning: 'Who may read from now on, as it was given.' },
  reason: {
    type: 'String',
    meaning: 'Why: of a token that was revoked such as OWNER or ADMIN, else what was said; null for nothing.',
  },
  received: { type: 'Sha256', meaning: 'The digest of what came instead.' },
  releases: { type: 'Int', meaning: 'How many releases went with it.' },
  replaced: { type: 'Sha256', meaning: 'The digest of the file that had this name before.' },
  role: { type: 'String', meaning: 'The role from now on: ADMIN or MEMBER.' },
  scopes: { type: 'strings', meaning: 'What the token may do.' },
  sessions: { type: 'Int', meaning: 'How many sessions ended with it.' },
  settings: { type: 'strings', meaning: 'The settings of an index that changed, as name=value.' },
  sha256: { type: 'Sha256', meaning: 'The digest of the file.' },
  sizeBytes: { type: 'ByteCount', meaning: 'The size of the file.' },
  status: { type: 'String', meaning: 'The status from now on, such as ARCHIVED.' },
  times: { type: 'Int', meaning: 'How often it happened within its minute.' },
  to: { type: 'String', meaning: 'The id of the token that took its place.' },
  tokens: { type: 'Int', meaning: 'How many tokens were revoked with it.' },
  tokensExceeding: {
    type: 'Int',
    meaning:
      'How many live tokens of the user have scopes that the new role does not give, and do nothing there.',
  },
  upstreamUrl: { type: 'String', meaning: 'What the mirror copies from now on.' },
  uploaders: { type: 'strings', meaning: 'Who may upload from now on, as it was given.' },
  users: { type: 'strings', meaning: 'The names of the users who came or went.' },
  version: { type: 'String', meaning: 'The version as the file spells it.' },
  wire: { type: 'String', meaning: 'OPAQUE or ATTENUABLE.' },
  withPassword: { type: 'Boolean', meaning: 'Whether a password was set at once.' },
};

/** Names of fields that would say something else beside the list of all members. */
const FIELD_NAMES: Readonly<Record<string, string>> = { members: 'memberCount' };

export const AuditDetailType = builder.objectRef<Detail>('AuditDetail').implement({
  description: 'What an audit event says beyond its action. Which fields are filled follows from the action.',
  fields: (t) => ({
    members: t.stringList({
      description:
        'The fields that this event fills, in the order of the alphabet; all others are null or empty.',
      resolve: (detail) =>
        Object.keys(detail)
          .flatMap((member) => (member in MEMBERS ? (FIELD_NAMES[member] ?? member) : []))
          .concat(before(detail, 'role') === null ? [] : ['roleBefore'])
          .concat(before(detail, 'name') === null ? [] : ['nameBefore'])
          .sort(),
    }),
    roleBefore: t.string({
      nullable: true,
      description: 'The role that the user had until then. Null when the action says nothing of it.',
      resolve: (detail) => before(detail, 'role'),
    }),
    nameBefore: t.string({
      nullable: true,
      description: 'The name that the token had until then. Null when the action says nothing of it.',
      resolve: (detail) => before(detail, 'name'),
    }),
    ...Object.fromEntries(
      Object.entries(MEMBERS).map(([member, spec]) => [
        FIELD_NAMES[member] ?? member,
        fieldFor(t, member, spec),
      ]),
    ),
  }),
});

function fieldFor(t: FieldsOf<Detail>, member: string, { type, meaning }: Spec) {
  if (type === 'strings') {
    return t.stringList({
      description: `${meaning} Empty when the action says nothing of it.`,
      resolve: (detail) => (detail[member] ?? []) as string[],
    });
  }
  return t.field({
    type,
    nullable: true,
    description: /null/.test(meaning) ? meaning : `${meaning} Null when the action says nothing of it.`,
    resolve: (detail) => valueFor(type, detail[member]) as never,
  });
}

function valueFor(type: Spec['type'], value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (type === 'DateTime') return new Date(value as string);
  // A change is told with what was before it.
  return typeof value === 'object' && 'to' in value ? value.to : value;
}

function before(detail: Detail, member: 'role' | 'name'): string | null {
  const change = detail[member];
  return typeof change === 'object' && change !== null && 'from' in change ? String(change.from) : null;
}

/** Null when the action says everything. */
export function detailOf({ detail }: Pick<AuditEvent, 'detail'>, withAddresses: boolean): Detail | null {
  const { addresses, ...others } = JSON.parse(detail) as Detail;
  const members = withAddresses && addresses !== undefined ? { addresses, ...others } : others;
  return Object.keys(members).length === 0 ? null : members;
}
