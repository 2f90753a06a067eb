// What many rows of a list ask for at once, answered together, so that a list costs as many statements as one row.
// Prisma would do this for relations by itself, but reads a relation whole before it cuts the page out of it: here the
// page of a single parent is cut by the database, and only those of several parents are cut in memory.

import type { GraphQLContext } from './context.ts';

type Load<Question, Answer> = (
  context: GraphQLContext,
  ids: readonly string[],
  question: Question,
) => Promise<ReadonlyMap<string, Answer>>;

interface Batch<Answer> {
  readonly ids: Set<string>;
  readonly answers: Promise<ReadonlyMap<string, Answer>>;
}

/**
 * Gathers the ids that are asked about in one turn of a request. `place` tells questions apart: whoever asks from
 * the same place asks the same question.
 */
export function inBatches<Question, Answer>(load: Load<Question, Answer>) {
  const waiting = new WeakMap<GraphQLContext, Map<unknown, Batch<Answer>>>();

  return async (context: GraphQLContext, place: unknown, id: string, question: Question) => {
    const batches = waiting.get(context) ?? new Map<unknown, Batch<Answer>>();
    waiting.set(context, batches);
    const batch = batches.get(place) ?? open(context, batches, place, question);
    batch.ids.add(id);
    return (await batch.answers).get(id);
  };

  function open(
    context: GraphQLContext,
    batches: Map<unknown, Batch<Answer>>,
    place: unknown,
    question: Question,
  ): Batch<Answer> {
    const ids = new Set<string>();
    const answers = turnEnds().then(() => {
      batches.delete(place);
      return load(context, [...ids], question);
    });
    const batch = { ids, answers };
    batches.set(place, batch);
    return batch;
  }
}

/** After everything that is ready to go on has gone on, and so has asked what it wants to ask. */
function turnEnds(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}

interface PageQuery {
  readonly take?: number;
  readonly skip?: number;
  readonly cursor?: { readonly id?: string };
}

/** Pages of the rows that hang on others. `find` gives the rows of these parents, in the order of the list. */
export function pagesOf<Query extends PageQuery, Row extends { readonly id: string }>(
  parentOf: (row: Row) => string,
  find: (context: GraphQLContext, parents: readonly string[], query: Query) => Promise<readonly Row[]>,
) {
  return inBatches<Query, readonly Row[]>(async (context, parents, query) => {
    if (parents.length === 1) return new Map([[parents[0]!, await find(context, parents, query)]]);
    const { take, skip, cursor, ...whole } = query;
    const pages = new Map<string, Row[]>(parents.map((parent) => [parent, []]));
    for (const row of await find(context, parents, whole as Query)) pages.get(parentOf(row))?.push(row);
    return new Map([...pages].map(([parent, rows]) => [parent, cutPage(rows, { take, skip, cursor })]));
  });
}

/** As Prisma cuts: backward when `take` is negative, and nothing when the cursor is not among the rows. */
export function cutPage<Row extends { readonly id: string }>(
  rows: readonly Row[],
  { take = Infinity, skip = 0, cursor }: PageQuery,
): readonly Row[] {
  const isBackward = take < 0;
  const from =
    cursor === undefined ? (isBackward ? rows.length - 1 : 0) : rows.findIndex(({ id }) => id === cursor.id);
  if (from < 0) return [];
  if (!isBackward) return rows.slice(from + skip, from + skip + take);
  const end = from + 1 - skip;
  return rows.slice(Math.max(0, end + take), Math.max(0, end));
}
