/**
 * What a person may do with an index, as the API says it, and so what a token of theirs can: never more. The page
 * offers that alone, and says in a sentence why not the rest.
 */
import type { TokenScope } from './token-scopes.ts';

export interface IndexRights {
  path: string;
  viewerCanRead: boolean;
  viewerCanUpload: boolean;
  viewerCanAdminister: boolean;
}

export interface ScopeOffer {
  /** Whether a token may have the scope in all of them. */
  offered: boolean;
  /** Why not; null when nothing is in the way. */
  why: string | null;
}

/**
 * For a token that works in the chosen indexes; none chosen yet leaves everything open. The server refuses a scope that
 * one lacks in any of them, so it is all of them or none.
 */
export function offerOf(scope: TokenScope, chosen: readonly IndexRights[]): ScopeOffer {
  const need = needs[scope];
  const closed = need === undefined ? [] : chosen.filter((index) => !index[need.right]);
  if (need === undefined || closed.length === 0) return { offered: true, why: null };
  const sentence = `You ${need.lack} ${listed(closed.map(({ path }) => path))}.`;
  return { offered: false, why: `${sentence} ${need.whatToDo(closed)}` };
}

/** Whether a token could be bound to it: installers and uploaders need a right there, the API shows what one sees. */
export function isUseful(index: IndexRights, hasApi: boolean): boolean {
  return hasApi || index.viewerCanRead || index.viewerCanUpload;
}

interface Need {
  right: 'viewerCanRead' | 'viewerCanUpload' | 'viewerCanAdminister';
  lack: string;
  whatToDo: (closed: readonly IndexRights[]) => string;
}

const toAdminister: Need = {
  right: 'viewerCanAdminister',
  lack: 'do not administer',
  whatToDo: (closed) => `Ask whoever owns ${them(closed)} to make the token.`,
};

/** What a scope is nothing without; every other scope needs no more than that one sees the index. */
const needs: Partial<Record<TokenScope, Need>> = {
  'index:read': { right: 'viewerCanRead', lack: 'are not among the readers of', whatToDo: beAdded },
  'index:upload': { right: 'viewerCanUpload', lack: 'are not among the uploaders of', whatToDo: beAdded },
  'indexes:write': toAdminister,
  'indexes:delete': toAdminister,
};

function beAdded(closed: readonly IndexRights[]): string {
  return closed.every(({ viewerCanAdminister }) => viewerCanAdminister)
    ? `You administer ${them(closed)}, so you can add yourself.`
    : `Whoever administers ${them(closed)} can add you.`;
}

function them(indexes: readonly IndexRights[]): string {
  return indexes.length === 1 ? 'it' : 'them';
}

function listed(paths: string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(paths);
}
