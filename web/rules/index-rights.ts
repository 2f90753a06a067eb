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
  /** Whether a token with the scope would do anything. */
  offered: boolean;
  /** Why not, or where not; null when nothing is in the way. */
  why: string | null;
}

/** For a token that works in the chosen indexes; none chosen yet leaves everything open. */
export function offerOf(scope: TokenScope, chosen: readonly IndexRights[]): ScopeOffer {
  const closed = chosen.filter((index) => !mayUseScope(scope, index));
  if (closed.length === 0) return { offered: true, why: null };
  const paths = listed(closed.map(({ path }) => path));
  const sentence = `You are not among the ${listOf[scope]} of ${paths}.`;
  return closed.length < chosen.length
    ? { offered: true, why: `${sentence} There it will not do this.` }
    : { offered: false, why: `${sentence} ${whatToDo(closed)}` };
}

export function mayUseScope(
  scope: TokenScope,
  index: Pick<IndexRights, 'viewerCanRead' | 'viewerCanUpload'>,
): boolean {
  return scope === 'index:read' ? index.viewerCanRead : index.viewerCanUpload;
}

const listOf: Record<TokenScope, string> = { 'index:read': 'readers', 'index:upload': 'uploaders' };

function whatToDo(closed: readonly IndexRights[]): string {
  const them = closed.length === 1 ? 'it' : 'them';
  return closed.every(({ viewerCanAdminister }) => viewerCanAdminister)
    ? `You administer ${them}, so you can add yourself.`
    : `Whoever administers ${them} can add you.`;
}

function listed(paths: string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(paths);
}
