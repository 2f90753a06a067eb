// The indexes behind layers, loaded together: a report of many layers takes no more statements than one of two.

import type { Prisma } from '../storage/_generated/sqlite/client.ts';
import { indexesVisibleTo } from '../domain/indexes/access.ts';
import { inBatches } from './batches.ts';
import type { GraphQLContext } from './context.ts';

type Query = Pick<Prisma.PackageIndexFindManyArgs, 'include' | 'select'>;

const indexes = inBatches(async ({ world, caller }: GraphQLContext, ids, query: Query) => {
  const rows = await world.readDb.packageIndex.findMany({
    ...withId(query),
    where: { AND: [{ id: { in: [...ids] }, deletedAt: null }, indexesVisibleTo(caller.actor)] },
  });
  return new Map(rows.map((row) => [row.id, row]));
});

function withId(query: Query): Query {
  return query.select ? { select: { ...query.select, id: true } } : query;
}

/** Null for one that the viewer may not see. `place`: where the document asks, since that decides what is selected. */
export async function layerIndex(
  context: GraphQLContext,
  place: unknown,
  id: string | undefined,
  query: Query,
) {
  return id === undefined ? null : ((await indexes(context, place, id, query)) ?? null);
}
