// What hangs on a package index: its bases, its projects and the tokens that are bound to it. Each is there as far as
// the viewer may know of it, and a page of indexes takes no more statements than one index.

import { prismaConnectionHelpers } from '@pothos/plugin-prisma';

import type { Prisma, Project } from '../storage/_generated/sqlite/client.ts';
import {
  indexesVisibleTo,
  maySeeContents,
  WITH_GRANTS,
  type GuardedIndex,
} from '../domain/indexes/access.ts';
import { normalizeProjectName } from '../domain/packages/filenames.ts';
import { tokensVisibleTo } from '../domain/tokens/visibility.ts';
import { inBatches, pagesOf } from './batches.ts';
import { builder } from './builder.ts';
import { counted } from './connection.ts';
import type { GraphQLContext } from './context.ts';
import { PackageIndexType } from './package-index.ts';
import { ProjectType } from './package.ts';
import { TokenType } from './token.ts';

/** Null instead of an error: what the viewer may not read is told like what is not there. */
export const readersOnly = {
  nullable: true,
  authScopes: (index: object, _args: object, { caller }: GraphQLContext) =>
    maySeeContents(caller.actor, index as GuardedIndex),
  unauthorizedResolver: () => null,
} as const;

builder.prismaObjectFields(PackageIndexType, (t) => ({
  bases: t.field({
    type: [PackageIndexType],
    description:
      'Where names that it does not hold are looked up, in order, as far as the viewer may see them.',
    select: (_args, { caller }, nestedSelection) => ({
      bases: {
        where: { base: indexesVisibleTo(caller.actor) },
        orderBy: { position: 'asc' },
        select: { base: nestedSelection({ include: WITH_GRANTS }) },
      },
    }),
    resolve: ({ bases }) => bases.map(({ base }) => base),
  }),

  projects: t.prismaConnection(
    {
      ...readersOnly,
      type: ProjectType,
      description:
        'What it holds, in the order of the normalised names, also what its rules hide from installers. Null when the viewer may not read the index.',
      cursor: 'id',
      totalCount: async ({ id }, _args, context) =>
        (await projectCounts(context, projectCounts, id, null)) ?? 0,
      resolve: async (query, { id }, _args, context, { fieldNodes: [place] }) =>
        (await projectPages(context, place, id, { ...query })) ?? [],
    },
    counted,
  ),

  project: t.field({
    ...readersOnly,
    type: ProjectType,
    description:
      'One project that it holds. Null when there is none of this name, or when the viewer may not read the index.',
    args: {
      name: t.arg.string({
        required: true,
        description: 'In any spelling that normalises to the name (PEP 503).',
      }),
    },
    select: ({ name }, _context, nestedSelection) => ({
      projects: nestedSelection({
        where: { normalizedName: normalizeProjectName(name), deletedAt: null },
        take: 1,
      }),
    }),
    resolve: ({ projects }) => projects[0] ?? null,
  }),
}));

const projectPages = pagesOf(
  ({ indexId }: Project) => indexId,
  ({ world }, indexIds, query: Prisma.ProjectFindManyArgs) =>
    world.readDb.project.findMany({
      ...query,
      where: { indexId: { in: [...indexIds] }, deletedAt: null },
      // Prisma sees a unique key in the id alone; without one at the end it would cut in memory.
      orderBy: [{ normalizedName: 'asc' }, { id: 'asc' }],
    }),
);

const projectCounts = inBatches(async ({ world }, indexIds) => {
  const where = { indexId: { in: [...indexIds] }, deletedAt: null };
  const groups = await world.readDb.project.groupBy({ by: ['indexId'], where, _count: true });
  return new Map(groups.map(({ indexId, _count }) => [indexId, _count]));
});

/** The rows that bind tokens to an index, as a list of the tokens. */
const boundTokens = prismaConnectionHelpers(builder, 'TokenIndex', {
  cursor: 'id',
  select: (nodeSelection) => ({ token: nodeSelection(true) }),
  query: (_args, context) => ({ where: isVisible(context), orderBy: { id: 'desc' as const } }),
  resolveNode: ({ token }) => token,
});

/** Where the selection of a token stands below a connection, whichever of the two ways the document takes. */
const tokensOnPage = {
  getType: () => TokenType.name,
  paths: [[{ name: 'nodes' }], [{ name: 'edges' }, { name: 'node' }]],
};

function isVisible({ caller }: GraphQLContext) {
  return { token: tokensVisibleTo(caller.actor) };
}

builder.prismaObjectField(PackageIndexType, 'tokens', (t) =>
  t.connection(
    {
      type: TokenType,
      description: 'The tokens that are bound to it by name and that the viewer may see, the newest first.',
      select: (args, context, nestedSelection) => ({
        // The id, because Prisma takes no empty selection, and who asks for the count alone selects nothing.
        tokens: boundTokens.getQuery(args, context, () => nestedSelection({ select: { id: true } })),
        _count: { select: { tokens: { where: isVisible(context) } } },
      }),
      resolve: ({ tokens, _count }, args, context) => ({
        ...boundTokens.resolve(tokens, args, context),
        totalCount: _count.tokens,
      }),
    },
    { ...counted, extensions: { pothosIndirectInclude: tokensOnPage } },
  ),
);
