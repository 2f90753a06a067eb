// Pages of lists that are ordered by time and id, the newest first: a cursor is a place in that order, not a row, so
// that it outlives its row, and its being in the list.

import { InvalidInput } from './errors.ts';

export interface Page {
  /** Rows that are older than this place; absent: from the newest on. */
  readonly after?: string | undefined;
  /** Rows that are newer than this place. */
  readonly before?: string | undefined;
  readonly limit: number;
  /** The oldest of them first, for a page that goes backward. */
  readonly inverted: boolean;
}

export interface Place {
  readonly at: Date;
  readonly id: string;
}

/** What a page asks beside the list's own condition. @throws {InvalidInput} for a cursor that is none */
export function betweenCursors<Where>(
  { after, before }: Page,
  besides: (side: 'lt' | 'gt', place: Place) => Where,
): Where[] {
  return [
    ...(after === undefined ? [] : [besides('lt', placeIn(after))]),
    ...(before === undefined ? [] : [besides('gt', placeIn(before))]),
  ];
}

export function cursorOf({ at, id }: Place): string {
  return `${at.toISOString()} ${id}`;
}

function placeIn(text: string): Place {
  const [time = '', id = '', ...rest] = text.split(' ');
  const at = new Date(time);
  if (!Number.isNaN(at.getTime()) && /^[\w-]{20,36}$/.test(id) && rest.length === 0) return { at, id };
  throw new InvalidInput('INVALID_INPUT', 'A cursor is what endCursor or startCursor of a page gave.');
}
