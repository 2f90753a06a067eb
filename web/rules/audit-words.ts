/** How the audit page says what was done: "alice · created the token · ci", and what there is to know beyond it. */
import type { AuditPageQuery } from '../_generated/graphql.ts';

type ListedEvent = AuditPageQuery['auditEvents']['nodes'][number];

export type AuditAction = ListedEvent['action'];

/** Every action in words; one that is missing here does not compile. */
export const auditWords: Record<AuditAction, string> = {
  AUDIT_TRIMMED: 'removed old events',
  CREDENTIAL_REFUSED: 'was refused a credential',
  FILE_UPLOADED: 'uploaded',
  FILE_DELETED: 'deleted the file',
  FILE_MISMATCHED: 'threw away other bytes than announced',
  FILE_SHADOWED: 'passed over a file of a base',
  FILE_UNYANKED: 'took back the yank of',
  FILE_YANKED: 'yanked',
  GROUP_CREATED: 'created the group',
  GROUP_DELETED: 'deleted the group',
  GROUP_MEMBERS_ADDED: 'added members to the group',
  GROUP_MEMBERS_REMOVED: 'removed members from the group',
  GROUP_UPDATED: 'changed the group',
  INDEX_CREATED: 'created the index',
  INDEX_DELETED: 'deleted the index',
  INDEX_UPDATED: 'changed the index',
  INDEX_NAME_RESERVED: 'reserved a name in',
  INDEX_NAME_UNRESERVED: 'ended a reservation in',
  INDEX_ORIGIN_PINNED: 'bound a name to a mirror in',
  INDEX_ORIGIN_UNPINNED: 'freed a name from its mirror in',
  INDEX_REFRESHED: 'refreshed',
  INDEX_RETAINED: 'removed old releases from',
  INDEX_UPSTREAM_GRANTED: 'let a mirror add to a name in',
  INDEX_UPSTREAM_REVOKED: 'shut a mirror out from a name in',
  PROJECT_DELETED: 'deleted the project',
  PROJECT_RELEASED: 'released the name',
  PROJECT_STATUS_SET: 'set the status of',
  RELEASE_DELETED: 'deleted the release',
  RELEASE_PROMOTED: 'promoted',
  RELEASE_UNYANKED: 'took back the yank of',
  RELEASE_YANKED: 'yanked',
  SESSIONS_ENDED: 'ended several sessions',
  SESSION_ENDED: 'ended a session',
  SESSION_OPENED: 'signed in',
  SESSION_REFUSED: 'failed to sign in',
  SESSION_RENEWED: 'confirmed the password',
  TOKEN_CHANGED: 'renamed or described the token',
  TOKEN_CREATED: 'created the token',
  TOKEN_IMPORTED: 'took over the token',
  TOKEN_LEAKED: 'reported a leak of the token',
  TOKEN_NARROWED: 'narrowed the token',
  TOKEN_PAUSED: 'paused the token',
  TOKEN_RESUMED: 'ended the pause of the token',
  TOKEN_REUSED: 'revoked all that came from the token',
  TOKEN_REVOKED: 'revoked the token',
  TOKEN_ROTATED: 'rotated the token',
  USER_ACTIVATED: 'activated the user',
  USER_CREATED: 'created the user',
  USER_DEACTIVATED: 'deactivated the user',
  USER_DELETED: 'deleted the user',
  USER_PASSWORD_SET: 'set a password',
  USER_RECOVERY_LINKED: 'made a recovery link',
  USER_RESET_LINKED: 'made a password link',
  USER_UPDATED: 'changed the user',
};

export function isAuditAction(text: string): text is AuditAction {
  return Object.hasOwn(auditWords, text);
}

/** The actor's name as people read it. */
export function actorWords(actor: string): string {
  if (actor === ':anonymous:') return 'somebody unknown';
  return actor === ':system:' ? 'the server' : actor;
}

/** One line for each member that the event fills; empty for none. */
export function detailLines({ detail }: Pick<ListedEvent, 'detail'>): string[] {
  if (detail === null) return [];
  const values = new Map<string, unknown>(Object.entries(detail));
  return detail.members.flatMap((member) => {
    const value = values.get(member);
    if (value === undefined || member === 'sha256') return [];
    const words = member.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
    return [`${words}: ${valueWords(value, people.has(member) ? 'nobody' : 'none')}`];
  });
}

const people = new Set(['readers', 'uploaders', 'users']);

function valueWords(value: unknown, nothing: 'nobody' | 'none'): string {
  if (Array.isArray(value)) return value.length === 0 ? nothing : value.join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null ? 'none' : `${value as string | number}`;
}
