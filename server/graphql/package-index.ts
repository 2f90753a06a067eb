// Package indexes: what of them can be read, and finding them. Changing them is in `package-index-changes.ts`.
// Which of them a viewer sees, reads, uploads to and administers is decided in `domain/indexes/access.ts`, which
// needs an index's grants: they are loaded with every index.

import type { IndexKind } from '../storage/_generated/sqlite/client.ts';
import {
  indexesVisibleTo,
  mayAdminister,
  mayRead,
  maySeeLists,
  mayUpload,
  WITH_GRANTS,
} from '../domain/indexes/access.ts';
import { countConsequences } from '../domain/indexes/consequences.ts';
import { builder } from './builder.ts';
import { counted } from './connection.ts';
import { DeletionConsequencesType } from './deletion-consequences.ts';
import { IndexPrincipalType, principalsWith, WITH_NAMED_GRANTS } from './index-principal.ts';
import { requires } from './scopes.ts';

export const IndexKindEnum = builder.enumType('IndexKind', {
  description: 'What a package index holds.',
  values: {
    STAGE: { description: 'Distributions that were uploaded to it.' },
    MIRROR: { description: 'Copies of what an upstream index offers.' },
  } satisfies Record<IndexKind, object>,
});

const HIDDEN_LISTS = 'Empty to a token with neither indexes:read nor indexes:write.';

export const PackageIndexType = builder.prismaNode('PackageIndex', {
  id: {
    field: 'id',
    description: 'Opaque, and unique over all types; a new index under an old path has a new one.',
  },
  description: 'A place to upload to and to install from.',
  include: WITH_GRANTS,
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Written owner/name; it never changes.' }),
    name: t.exposeString('name', { description: 'The part of the path after the owner.' }),
    owner: t.relation('owner', {
      description: 'The user below whose name it stands, and who administers it.',
    }),
    kind: t.expose('kind', {
      type: IndexKindEnum,
      description: 'Whether it holds uploads or mirrors an upstream.',
    }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'For people, at most 500 characters. Null when nobody wrote one.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    url: t.string({
      description: 'Where twine and uv upload to: https://host/owner/name/.',
      resolve: ({ path }, _args, { baseUrl }) => `${baseUrl}/${path}/`,
    }),
    simpleUrl: t.string({
      description: 'What pip takes as --index-url: https://host/owner/name/simple/.',
      resolve: ({ path }, _args, { baseUrl }) => `${baseUrl}/${path}/simple/`,
    }),
    readers: t.field({
      type: [IndexPrincipalType],
      description:
        'Who may list it and download from it: groups first, then users by name. Its owner only when listed. ' +
        HIDDEN_LISTS,
      select: WITH_NAMED_GRANTS,
      resolve: ({ grants }, _args, { caller }) =>
        maySeeLists(caller.actor) ? principalsWith('READ', grants) : [],
    }),
    uploaders: t.field({
      type: [IndexPrincipalType],
      description:
        'Who may upload to it: groups first, then users by name. Reading does not follow from uploading. ' +
        HIDDEN_LISTS,
      select: WITH_NAMED_GRANTS,
      resolve: ({ grants }, _args, { caller }) =>
        maySeeLists(caller.actor) ? principalsWith('UPLOAD', grants) : [],
    }),
    viewerCanRead: t.boolean({
      description: 'Whether the viewer may list it and download from it.',
      resolve: (index, _args, { caller }) => mayRead(caller.actor, index),
    }),
    viewerCanUpload: t.boolean({
      description: 'Whether the viewer may upload to it.',
      resolve: (index, _args, { caller }) => mayUpload(caller.actor, index),
    }),
    viewerCanAdminister: t.boolean({
      description: 'Whether the viewer may change its settings and its lists, and with a session delete it.',
      resolve: (index, _args, { caller }) => mayAdminister(caller.actor, index),
    }),
    deletionConsequences: t.field({
      type: DeletionConsequencesType,
      nullable: true,
      description: 'What deleting it now would take with it. Null when the viewer may not delete it.',
      resolve: (index, _args, { caller, world }) =>
        mayAdminister(caller.actor, index, 'indexes:delete')
          ? countConsequences(world.readDb, index.id, world.clock())
          : null,
    }),
  }),
});

builder.queryField('packageIndexes', (t) =>
  t.prismaConnection(
    {
      ...requires('indexes:browse', 'The indexes that the viewer may see, in the order of their paths.'),
      type: PackageIndexType,
      cursor: 'id',
      totalCount: (_root, _args, { world, caller }) =>
        world.readDb.packageIndex.count({ where: indexesVisibleTo(caller.actor) }),
      resolve: (query, _root, _args, { world, caller }) =>
        world.readDb.packageIndex.findMany({
          ...query,
          where: indexesVisibleTo(caller.actor),
          orderBy: [{ path: 'asc' }, { id: 'asc' }],
        }),
    },
    counted,
  ),
);

builder.queryField('packageIndex', (t) =>
  t.prismaField({
    ...requires('indexes:browse', 'One index. Null when there is none of this path that the viewer may see.'),
    type: PackageIndexType,
    nullable: true,
    args: { path: t.arg.string({ required: true, description: 'Written owner/name, in lower case.' }) },
    resolve: (query, _root, { path }, { world, caller }) =>
      world.readDb.packageIndex.findFirst({
        ...query,
        where: { AND: [{ livePath: path }, indexesVisibleTo(caller.actor)] },
      }),
  }),
);
