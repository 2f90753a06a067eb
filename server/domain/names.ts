// Names of users and indexes: parse once at the edge, then carry a branded type.
// Project names and their PEP 503 form are in `packages/filenames.ts`.

import { InvalidInput } from './errors.ts';

declare const brand: unique symbol;
export type UserName = string & { readonly [brand]: 'UserName' };
export type GroupName = string & { readonly [brand]: 'GroupName' };
export type IndexName = string & { readonly [brand]: 'IndexName' };
export interface IndexPath {
  readonly owner: UserName;
  readonly name: IndexName;
  readonly path: string;
}

const NAME = /^[a-z0-9]([a-z0-9._-]{0,48}[a-z0-9])?$/;
const NAME_RULE = 'use 1 to 50 of a-z, 0-9, ".", "_" and "-", beginning and ending with a letter or a digit';

/** First path segments that belong to the server, now or later; no user may be called so. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  'graphql', 'legacy', 'replication', 'healthz', 'readyz', 'startupz', 'livez', 'metrics', 'cli', 'install.sh',
  'install.ps1', 'install', 'ui', 'admin', 'api', 'assets', 'static', 'files', 'simple', 'pypi', 'integrity', 'oidc',
  'auth', 'login', 'logout', 'sign-in', 'sign-out', 'setup', 'set-password', 'account', 'settings', 'users', 'user',
  'indexes', 'index', 'tokens', 'token', 'search', 'audit', 'replicas', 'replica', 'status', 'docs', 'help', 'about',
  'events', 'webhooks', 'hooks', 'internal', 'debug', 'favicon.ico', 'robots.txt', 'root', 'system', 'anonymous',
  'authenticated', 'namespaces', 'namespace', 'badge', 'feeds', 'rss', 'v1', 'v2',
]); // prettier-ignore

/** @throws {InvalidInput} INVALID_NAME */
export function parseUserName(text: string, path: readonly string[] = ['name']): UserName {
  if (!NAME.test(text)) {
    throw new InvalidInput('INVALID_NAME', `${quote(text)} cannot be a user name: ${NAME_RULE}.`, path);
  }
  if (RESERVED_NAMES.has(text)) {
    throw new InvalidInput('INVALID_NAME', `${quote(text)} is reserved; choose another user name.`, path);
  }
  return text as UserName;
}

/** Without the colon that stands before it in lists. The words of lists are no groups. @throws {InvalidInput} INVALID_NAME */
export function parseGroupName(text: string): GroupName {
  if (!NAME.test(text) || text === 'anonymous' || text === 'authenticated') {
    throw new InvalidInput('INVALID_NAME', `${quote(text)} cannot be a group name: ${NAME_RULE}.`, ['name']);
  }
  return text as GroupName;
}

/** @throws {InvalidInput} INVALID_PATH */
export function parseIndexPath(text: string, path: readonly string[] = ['path']): IndexPath {
  const [owner, name, ...rest] = text.split('/');
  if (owner === undefined || name === undefined || rest.length > 0 || !NAME.test(owner) || !NAME.test(name)) {
    throw new InvalidInput(
      'INVALID_PATH',
      `${quote(text)} is not an index path: write owner/name, and in both parts ${NAME_RULE}.`,
      path,
    );
  }
  return { owner: owner as UserName, name: name as IndexName, path: text };
}

/** Whether the text could be the path of an index; for routes, which answer and do not throw. */
export function isIndexPath(owner: string, name: string): boolean {
  return NAME.test(owner) && NAME.test(name);
}

/** How a token's name is compared with its owner's other names. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** A credential's public part, with its secret behind it; a macaroon is secret as a whole. */
const CREDENTIAL = /(wh_[a-z]{2,3}_[0-9A-Za-z]{22}_)[0-9A-Za-z]+|(whm-)[\w-]{8,}|(adm_[\w-]{20,32}\.)[\w-]+/g;

/** A foreign text inside a sentence: quoted, cut, without control characters, and no secret that was sent by mistake. */
export function quote(text: string): string {
  const harmless = text.replace(CREDENTIAL, '$1$2$3…');
  const shown = harmless.length > 80 ? `${harmless.slice(0, 80)}…` : harmless;
  return JSON.stringify(shown);
}
