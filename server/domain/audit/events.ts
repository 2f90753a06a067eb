// The closed union of audit events. An action is `subject.verb` in the past tense; its detail follows
// from the action and never holds a secret.

interface EventDetails {
  'user.created': { kind: string; role: string; withPassword: boolean };
  /** `activated`: a deactivation ended with it. */
  'user.password-set': { by: 'link' | 'setting'; activated?: true };
  'user.recovery-linked': Record<string, never>;
  'session.opened': { carrier: string };
  'session.refused': { name: string };
  'session.ended': Record<string, never>;
  'index.created': { readers: string[]; uploaders: string[] };
  'index.updated': { readers?: string[]; uploaders?: string[]; description?: string | null };
  'index.deleted': { projects: number; files: number; bytes: number; tokens: number };
  'token.created': { scopes: string[]; indexes: string[]; allIndexes: boolean; expiresAt: string | null };
  'token.revoked': { reason: string };
  'file.uploaded': { project: string; version: string; sha256: string; sizeBytes: number };
}

export type AuditAction = keyof EventDetails;

export interface AuditSubject {
  readonly kind: 'user' | 'group' | 'session' | 'index' | 'token' | 'file';
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
  'session.opened': 'Somebody signed in.',
  'session.refused': 'A sign-in failed.',
  'session.ended': 'A session was ended.',
  'index.created': 'A package index was created.',
  'index.updated': 'The lists or the description of a package index changed.',
  'index.deleted': 'A package index was deleted.',
  'token.created': 'A token was minted.',
  'token.revoked': 'A token was revoked.',
  'file.uploaded': 'A distribution was uploaded.',
};
