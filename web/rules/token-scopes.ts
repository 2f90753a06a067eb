/**
 * The scopes a person may choose from when a token is made, with what each allows. The server decides who may have
 * which; a test holds this table against the server's.
 */

interface ScopeWords {
  value: string;
  word: string;
  allows: string;
  /** Installers and uploaders use the packages' own routes; scripts use the API. */
  opens: 'packages' | 'api';
  /** Whether it is nothing without indexes to have it in. */
  isAboutIndexes: boolean;
  /** Only an administrator's token may have it. */
  needsAdmin?: true;
  /** What has to be known before it is chosen. */
  warning?: string;
}

export const tokenScopes = [
  {
    value: 'index:read',
    word: 'read',
    allows: 'Install: list, search and download distributions.',
    opens: 'packages',
    isAboutIndexes: true,
  },
  {
    value: 'index:upload',
    word: 'upload',
    allows: 'Publish: upload distributions.',
    opens: 'packages',
    isAboutIndexes: true,
  },
  {
    value: 'index:yank',
    word: 'yank',
    allows: 'Yank releases and files, take that back, and set the status of projects.',
    opens: 'api',
    isAboutIndexes: true,
    warning: 'Whoever holds the token can hide every release there from installers.',
  },
  {
    value: 'index:delete',
    word: 'delete files',
    allows: 'Delete files, releases and projects.',
    opens: 'api',
    isAboutIndexes: true,
    warning: 'Whoever holds the token can delete every file there, and nothing brings them back.',
  },
  {
    value: 'index:refresh',
    word: 'refresh mirrors',
    allows: 'Make mirrors ask their upstream again.',
    opens: 'api',
    isAboutIndexes: true,
  },
  {
    value: 'indexes:read',
    word: 'see indexes',
    allows: 'See indexes through the API: settings, lists, projects and files.',
    opens: 'api',
    isAboutIndexes: true,
  },
  {
    value: 'indexes:write',
    word: 'change indexes',
    allows: 'Create indexes, and change their settings, bases and rules, and who may read and upload.',
    opens: 'api',
    isAboutIndexes: true,
    warning: 'Whoever holds the token can let anybody read and upload there.',
  },
  {
    value: 'indexes:delete',
    word: 'delete indexes',
    allows: 'Delete indexes with all they hold.',
    opens: 'api',
    isAboutIndexes: true,
    warning: 'Whoever holds the token can delete every file there, and nothing brings them back.',
  },
  {
    value: 'audit:read',
    word: 'see audit',
    allows: 'Read the audit trail, as far as you may.',
    opens: 'api',
    isAboutIndexes: false,
  },
  {
    value: 'users:read',
    word: 'see users',
    allows: 'See users and groups.',
    opens: 'api',
    isAboutIndexes: false,
    needsAdmin: true,
  },
  {
    value: 'users:write',
    word: 'change users',
    allows: 'Create members and service accounts, change display names, deactivate who is no admin.',
    opens: 'api',
    isAboutIndexes: false,
    needsAdmin: true,
    warning: 'Whoever holds the token can shut every member out.',
  },
  {
    value: 'replicas:read',
    word: 'see replicas',
    allows: 'Read the status of replicas.',
    opens: 'api',
    isAboutIndexes: false,
    needsAdmin: true,
  },
] as const satisfies readonly ScopeWords[];

export type TokenScope = (typeof tokenScopes)[number]['value'];

/** Those that a person of this role may choose from. */
export function scopesFor(role: 'ADMIN' | 'MEMBER'): (ScopeWords & { value: TokenScope })[] {
  return tokenScopes.filter((scope) => role === 'ADMIN' || !('needsAdmin' in scope));
}

/** Whether a token with these scopes has to say in which indexes it works. */
export function areAboutIndexes(scopes: readonly string[]): boolean {
  return tokenScopes.some(({ value, isAboutIndexes }) => isAboutIndexes && scopes.includes(value));
}

/** Whether one of them is for scripts that use the API. */
export function haveApi(scopes: readonly string[]): boolean {
  return tokenScopes.some(({ value, opens }) => opens === 'api' && scopes.includes(value));
}

/** The short word of a scope; a scope this page does not know is shown whole. */
export function scopeWord(scope: string): string {
  return tokenScopes.find(({ value }) => value === scope)?.word ?? scope;
}
