// Finding projects over everything that the viewer may read. What matches, in which order, and what of it may be told is
// decided in `domain/search`.

import { formatPrismaCursor, parsePrismaCursor } from '@pothos/plugin-prisma';

import type { Match } from '../domain/search/match.ts';
import { countResults, MOST_COUNTED, search, type SearchResult } from '../domain/search/search.ts';
import { builder } from './builder.ts';
import { layerIndex } from './layer-indexes.ts';
import { PAGE_SIZE } from './limits.ts';
import { PackageIndexType } from './package-index.ts';
import { requires } from './scopes.ts';

const SearchMatchEnum = builder.enumType('SearchMatch', {
  description: 'In which way a project is found, the best first; results stand in this order.',
  values: {
    EXACT: { description: 'Its normalised name is what was asked.' },
    PREFIX: { description: 'Its name begins with what was asked.' },
    SUBSTRING: { description: 'Its name has what was asked, three characters at least, as a part.' },
    SPELLING: {
      description:
        'Its name and what was asked are alike when each may leave out one character: a letter is missing, wrong or in the wrong place.',
    },
    WORDS: { description: 'Name, summary and keywords together have each of the words.' },
  } satisfies Record<Match, object>,
});

const SearchResultType = builder.objectRef<SearchResult>('SearchResult').implement({
  description: 'A project of one index; one that several indexes hold is found in each of them.',
  fields: (t) => ({
    packageIndex: t.prismaField({
      type: PackageIndexType,
      nullable: true,
      description:
        'Where it was found: the index that holds it, or the mirror that copied it. Null when the viewer may not see it.',
      resolve: (query, { indexId }, _args, context, { fieldNodes: [place] }) =>
        layerIndex(context, place, indexId, { ...query }),
    }),
    name: t.exposeString('name', {
      description: 'As the first upload spelled it; normalised where it was copied.',
    }),
    normalizedName: t.exposeString('normalizedName', {
      description: 'The form in which names are compared.',
    }),
    summary: t.exposeString('summary', {
      nullable: true,
      description: 'Of that version, one line. Null when it has none, and where it was copied.',
    }),
    latestVersion: t.exposeString('latestVersion', {
      nullable: true,
      description:
        'The highest version to be had that is no pre-release and not yanked, else the highest. Null when there is none.',
    }),
    match: t.expose('match', { type: SearchMatchEnum, description: 'In which way it was found.' }),
  }),
});

const SearchConnection = builder.connectionObject(
  {
    type: SearchResultType,
    name: 'SearchConnection',
    fields: (t) => ({
      totalCount: t.int({
        description: `How many there are for this viewer, whatever the page; ${MOST_COUNTED} stands for so many or more.`,
        resolve: ({ totalCount }) => (typeof totalCount === 'function' ? totalCount() : totalCount),
      }),
    }),
  },
  { name: 'SearchEdge' },
);

builder.queryField('search', (t) =>
  t.field({
    ...requires(
      'packages:search',
      'Finds projects by their names, else by words of their summaries and keywords, wherever the viewer may read. ' +
        'Null when there is no such index, or none that the viewer may read. What was uploaded is found a moment later.',
    ),
    type: SearchConnection,
    nullable: true,
    args: {
      query: t.arg.string({
        required: true,
        description: 'A name in any spelling, a part of one, or words; at most 200 characters.',
      }),
      packageIndex: t.arg.string({
        description:
          'Written owner/name: within this index and its bases, each name once, where it is answered from. Absent: in every index by itself.',
      }),
      first: t.arg.int({
        description: `How many entries to read, 1 to 100. When it is left out it is ${PAGE_SIZE}.`,
      }),
      after: t.arg.string({
        description: 'Read from behind this cursor; absent reads from the beginning.',
      }),
    },
    resolve: async (_root, { query, packageIndex, first, after }, { world, caller }) => {
      const asked = { query, indexPath: packageIndex ?? null };
      const page = await search(world, caller.actor, {
        ...asked,
        after: after === null || after === undefined ? null : String(parsePrismaCursor(after)),
        limit: first ?? PAGE_SIZE,
      });
      if (page === null) return null;
      const edges = page.results.map((node) => ({ node, cursor: shownCursor(node.cursor) }));
      return {
        edges,
        totalCount: () => countResults(world, caller.actor, asked),
        pageInfo: {
          hasNextPage: page.hasMore,
          hasPreviousPage: (after ?? null) !== null,
          startCursor: edges[0]?.cursor ?? null,
          endCursor: page.endCursor === null ? null : shownCursor(page.endCursor),
        },
      };
    },
  }),
);

function shownCursor(place: string): string {
  return formatPrismaCursor({ place }, 'place');
}
