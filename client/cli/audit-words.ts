/**
 * The words of the audit trail as people type and read them: `user.password-set`, while the API says
 * `USER_PASSWORD_SET`.
 */
import type { AuditAction, AuditSubjectKind } from '../_generated/graphql.ts';
import { UsageError } from './exit-codes.ts';

export function actionIn(flag: string, text: string | undefined): AuditAction | undefined {
  return constantIn(flag, text, ACTIONS);
}

export function kindIn(flag: string, text: string | undefined): AuditSubjectKind | undefined {
  return constantIn(flag, text, KINDS);
}

export function tagOf(constant: string): string {
  return constant.toLowerCase().replace('_', '.').replaceAll('_', '-');
}

function constantIn<Constant extends string>(
  flag: string,
  text: string | undefined,
  known: Record<Constant, true>,
): Constant | undefined {
  if (text === undefined) return undefined;
  const constants = Object.keys(known) as Constant[];
  const constant = text.replace(/[.-]/g, '_').toUpperCase();
  const found = constants.find((each) => each === constant);
  if (found !== undefined) return found;
  throw new UsageError(`${flag}: "${text}" is none; use one of ${constants.map(tagOf).join(', ')}.`);
}

// Written out, because the types of the API are gone at run time; one that is missing does not compile.
const ACTIONS: Record<AuditAction, true> = {
  AUDIT_TRIMMED: true,
  CREDENTIAL_REFUSED: true,
  FILE_UPLOADED: true,
  FILE_DELETED: true,
  FILE_MISMATCHED: true,
  FILE_SHADOWED: true,
  FILE_UNYANKED: true,
  FILE_YANKED: true,
  GROUP_CREATED: true,
  GROUP_DELETED: true,
  GROUP_MEMBERS_ADDED: true,
  GROUP_MEMBERS_REMOVED: true,
  GROUP_UPDATED: true,
  INDEX_CREATED: true,
  INDEX_DELETED: true,
  INDEX_UPDATED: true,
  INDEX_NAME_RESERVED: true,
  INDEX_NAME_UNRESERVED: true,
  INDEX_ORIGIN_PINNED: true,
  INDEX_ORIGIN_UNPINNED: true,
  INDEX_REFRESHED: true,
  INDEX_RETAINED: true,
  INDEX_UPSTREAM_GRANTED: true,
  INDEX_UPSTREAM_REVOKED: true,
  PROJECT_DELETED: true,
  PROJECT_RELEASED: true,
  PROJECT_STATUS_SET: true,
  RELEASE_DELETED: true,
  RELEASE_PROMOTED: true,
  RELEASE_UNYANKED: true,
  RELEASE_YANKED: true,
  SESSIONS_ENDED: true,
  SESSION_ENDED: true,
  SESSION_OPENED: true,
  SESSION_REFUSED: true,
  SESSION_RENEWED: true,
  TOKEN_CHANGED: true,
  TOKEN_CREATED: true,
  TOKEN_IMPORTED: true,
  TOKEN_LEAKED: true,
  TOKEN_NARROWED: true,
  TOKEN_PAUSED: true,
  TOKEN_RESUMED: true,
  TOKEN_REUSED: true,
  TOKEN_REVOKED: true,
  TOKEN_ROTATED: true,
  USER_ACTIVATED: true,
  USER_CREATED: true,
  USER_DEACTIVATED: true,
  USER_DELETED: true,
  USER_PASSWORD_SET: true,
  USER_RECOVERY_LINKED: true,
  USER_RESET_LINKED: true,
  USER_UPDATED: true,
};

const KINDS: Record<AuditSubjectKind, true> = {
  AUDIT: true,
  CREDENTIAL: true,
  FILE: true,
  GROUP: true,
  INDEX: true,
  PROJECT: true,
  RELEASE: true,
  SESSION: true,
  TOKEN: true,
  USER: true,
};
