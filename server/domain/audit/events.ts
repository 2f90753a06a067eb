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
  /** `kind` and what follows where it is no plain stage. */
  'index.created': {
    readers: string[];
    uploaders: string[];
    kind?: string;
    bases?: string[];
    settings?: string[];
    upstreamUrl?: string;
    allow?: string[];
    deny?: string[];
  };
  /** `settings`: `name=value` of each that changed; of a password only that it did. */
  'index.updated': {
    readers?: string[];
    uploaders?: string[];
    description?: string | null;
    bases?: string[];
    settings?: string[];
    upstreamUrl?: string;
    allow?: string[];
    deny?: string[];
  };
  'index.deleted': { projects: number; files: number; bytes: number; tokens: number };
  /** A name, or the beginning of names, was closed against mirrors. */
  'index.name-reserved': { pattern: string; reason: string | null };
  'index.name-unreserved': { pattern: string };
  'index.upstream-granted': { project: string; mirror: string; reason: string; expiresAt: string | null };
  'index.upstream-revoked': { project: string; mirror: string };
  'index.origin-pinned': { project: string; mirror: string };
  'index.origin-unpinned': { project: string; mirror: string };
  /** `project` absent: all of them. */
  'index.refreshed': { project?: string };
  /** By the rule of the index: what was removed. */
  'index.retained': { releases: number; files: number; bytes: number };
  'project.status-set': { status: string; reason: string | null };
  'project.deleted': { releases: number; files: number; forced?: true };
  'project.released': Record<string, never>;
  'release.yanked': { project: string; version: string; reason: string | null };
  'release.unyanked': { project: string; version: string };
  'release.deleted': { project: string; version: string; files: number; forced?: true };
  /** In the target; `origin` is the index it came from. */
  'release.promoted': { project: string; version: string; origin: string; files: number };
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
  /** `replaced`: the digest of what had this name before, in a volatile index. */
  'file.uploaded': {
    project: string;
    version: string;
    sha256: string;
    sizeBytes: number;
    replaced?: string;
  };
  'file.yanked': { project: string; version: string; reason: string | null };
  'file.unyanked': { project: string; version: string };
  'file.deleted': { project: string; version: string; sha256: string; forced?: true };
  /** Two layers of an index hold other bytes under one name; `mirror` is the layer that is passed over. */
  'file.shadowed': { project: string; mirror: string; sha256: string };
  /** What an upstream sent was not what it had announced. */
  'file.mismatched': { project: string; sha256: string; received: string };
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
  project: 'A project of a package index.',
  release: 'A version of a project; its name is project and version.',
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
  'index.name-reserved': 'A name, or the beginning of names, was closed against mirrors.',
  'index.name-unreserved': 'A reservation of names ended.',
  'index.upstream-granted': 'A mirror was allowed to add to a name that a stage holds.',
  'index.upstream-revoked': 'A mirror may no longer add to a name that a stage holds.',
  'index.origin-pinned':
    'The first file of a name was taken from a mirror, which alone answers it from now on.',
  'index.origin-unpinned': 'A name may be answered by another mirror again.',
  'index.refreshed': 'A mirror was told to ask its upstream again.',
  'index.retained': 'Releases were removed by the rule of the index.',
  'project.status-set': 'The status of a project changed.',
  'project.deleted': 'A project was deleted; the index still holds its name.',
  'project.released': 'A name was released: the index does not hold it any more.',
  'release.yanked': 'A release was yanked.',
  'release.unyanked': 'A release is not yanked any more.',
  'release.deleted': 'A release was deleted.',
  'release.promoted': 'A release was copied from another index.',
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
  'file.yanked': 'A file was yanked.',
  'file.unyanked': 'A file is not yanked any more.',
  'file.deleted': 'A file was deleted.',
  'file.shadowed': 'A file of a base was passed over, because a nearer layer has other bytes under its name.',
  'file.mismatched': 'An upstream sent other bytes than it had announced; they were thrown away.',
  'credential.refused': 'A credential was presented and refused, once or more often within a minute.',
  'audit.trimmed': 'Events older than the retention were removed from the trail.',
};
