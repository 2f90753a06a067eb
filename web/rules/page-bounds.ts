/**
 * One page of a connection, as it stands in the address: `after` a cursor going forward, `before` one going back,
 * neither for the first page. Pages are exact and linkable; nothing is merged.
 */

export const pageSize = 20;

export interface PageBounds {
  after?: string | undefined;
  before?: string | undefined;
}

export interface PageVariables {
  first: number | null;
  after: string | null;
  last: number | null;
  before: string | null;
}

export interface PageEnds {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor?: string | null;
  endCursor?: string | null;
}

/** What a search string says, whatever else it says. */
export function readPageBounds(search: Record<string, unknown>): PageBounds {
  if (typeof search['before'] === 'string') return { before: search['before'] };
  if (typeof search['after'] === 'string') return { after: search['after'] };
  return {};
}

export function pageVariables({ after, before }: PageBounds): PageVariables {
  if (before !== undefined) return { first: null, after: null, last: pageSize, before };
  return { first: pageSize, after: after ?? null, last: null, before: null };
}

/** The pages to either side; null where there is none. */
export function neighbours(
  { after }: PageBounds,
  ends: PageEnds,
): { previous: PageBounds | null; next: PageBounds | null } {
  // Going forward, a server may know only what follows; a cursor to start after says that something precedes.
  const precedes = ends.hasPreviousPage || after !== undefined;
  return {
    previous: precedes && ends.startCursor ? { before: ends.startCursor } : null,
    next: ends.hasNextPage && ends.endCursor ? { after: ends.endCursor } : null,
  };
}
