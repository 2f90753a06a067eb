// The closed union of audit events. An action is `subject.verb` in the past tense; its detail follows
// from the action and never holds a secret.

interface EventDetails {
  'user.created': { kind: string; role: string; withPassword: boolean };
  /** `activated`: a deactivation ended with it. */
  'user.password-set': { by: 'link' | 'setting' | 'user' | 'admin'; activated?: true };
  'user.recovery-linked': Record<string, never>;
  /**
   * Of name and address only that they changed; what they hold is nobody's business in a trail that stays.
   * `tokensExceeding`: with the new role, how many live tokens have scopes that it does not give.
   */
  'user.updated': {
    displayName?: true;
    email?: true;
    role?: { from: string; to: string };
    tokensExceeding?: number;
  };
  'user.deactivated': { sessions: number };
  'user.activated': Record<string, never>;
  'user.deleted': { tokens: number; grants: number; groups: number };
  'user.reset-linked': { purpose: string; expiresAt: string };
  'group.created': { description: string | null };
  'group.updated': { description: string | null };
  'group.members-added': { users: string[] };
  'group.members-removed': { users: string[] };
  'group.deleted': { members: number };
  'session.opened': { carrier: string };
  'session.refused': { name: string };
  'session.renewed': { carrier: string };
  'session.ended': Record<string, never>;
  'sessions.ended': { count: number; keptOwn: boolean };
  'index.created': { readers: string[]; uploaders: string[] };
  'index.updated': { readers?: string[]; uploaders?: string[]; description?: string | null };
  'index.deleted': { projects: number; files: number; bytes: number; tokens: number };
  /** `patterns` and `addresses` where it is bound to some, `owner` where it was minted for another. */
  'token.created': {
    wire: string;
    scopes: string[];
    indexes: string[];
    allIndexes: boolean;
    patterns?: string[];
    addresses?: string[];
    expiresAt: string | null;
    owner?: string;
  };
  'token.imported': { scopes: string[]; indexes: string[]; expiresAt: string | null };
  /** `to`: the token that took its place. */
  'token.rotated': { to: string; graceUntil: string; expiresAt: string | null };
  'token.changed': { name?: { from: string; to: string }; description?: string | null };
  /** What it has from then on, of the limits that changed. */
  'token.narrowed': {
    scopes?: string[];
    indexes?: string[];
    patterns?: string[];
    addresses?: string[];
    expiresAt?: string | null;
    notBefore?: string | null;
  };
  'token.paused': Record<string, never>;
  'token.resumed': Record<string, never>;
  'token.leaked': Record<string, never>;
  /** `tokens`: how many of its family were revoked with it. */
  'token.reused': { tokens: number };
  'token.revoked': { reason: string };
  'file.uploaded': { project: string; version: string; sha256: string; sizeBytes: number };
  /** One for each credential, address, code and minute. `lastAt` in RFC 3339. */
  'credential.refused': { code: string; times: number; lastAt: string };
  /** `before` in RFC 3339. */
  'audit.trimmed': { events: number; before: string };
}

export type AuditAction = keyof EventDetails;

/** Every kind of thing that an event can be about, with a sentence. */
export const AUDIT_SUBJECTS = {
  user: 'A person or a service account.',
  group: 'A group of users.',
  session: 'A session; its name is that of its user.',
  index: 'A package index.',
  token: 'A token; its name is what its owner calls it.',
  file: 'A file of a release.',
  credential: 'What was presented as a credential and is none that the server knows.',
  audit: 'The trail itself.',
} as const;

export type AuditSubjectKind = keyof typeof AUDIT_SUBJECTS;

export interface AuditSubject {
  readonly kind: AuditSubjectKind;
  readonly id: string;
  readonly name: string;
  /** The index it happened in; absent for none. */
  readonly indexId?: string;
  /** Whose thing it is; absent for nobody's. */
  readonly ownerId?: string;
}

export type AuditEntry = {
  [Action in AuditAction]: {
    readonly action: Action;
    readonly subject: AuditSubject;
    readonly detail: EventDetails[Action];
  };
}[AuditAction];

/** Every action with the sentence that a reader of the trail sees. */
export const AUDIT_ACTIONS: Record<AuditAction, string> = {
  'user.created': 'A user was created.',
  'user.password-set': 'A password was set.',
  'user.recovery-linked': 'A one-time link to set a password was made on the server’s machine.',
  'user.updated': 'The name, the address or the role of a user changed.',
  'user.deactivated': 'A user was deactivated.',
  'user.activated': 'A user was activated again.',
  'user.deleted': 'A user was deleted.',
  'user.reset-linked': 'A one-time link to set a password was made by an admin.',
  'group.created': 'A group was created.',
  'group.updated': 'The description of a group changed.',
  'group.members-added': 'Users came into a group.',
  'group.members-removed': 'Users were taken out of a group.',
  'group.deleted': 'A group was deleted.',
  'session.opened': 'Somebody signed in.',
  'session.refused': 'A sign-in failed.',
  'session.renewed': 'Somebody confirmed the password and went on with a new session.',
  'session.ended': 'A session was ended.',
  'sessions.ended': 'Several sessions of a user were ended.',
  'index.created': 'A package index was created.',
  'index.updated': 'The lists or the description of a package index changed.',
  'index.deleted': 'A package index was deleted.',
  'token.created': 'A token was minted.',
  'token.imported': 'A token of another system was taken over on the server’s machine.',
  'token.rotated': 'A token was replaced by another one with the same limits.',
  'token.changed': 'The name or the description of a token changed.',
  'token.narrowed': 'A token was narrowed.',
  'token.paused': 'An admin paused a token.',
  'token.resumed': 'An admin ended the pause of a token.',
  'token.leaked': 'A token was reported as leaked, by somebody who had its text, and revoked.',
  'token.reused': 'A token was presented after it had been rotated, and its whole family revoked.',
  'token.revoked': 'A token was revoked.',
  'file.uploaded': 'A distribution was uploaded.',
  'credential.refused': 'A credential was presented and refused, once or more often within a minute.',
  'audit.trimmed': 'Events older than the retention were removed from the trail.',
};
