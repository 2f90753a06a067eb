// Projects, their releases and files. They are reached through a package index, which decides who may read them.

import type { FileKind, Prisma, Release } from '../storage/_generated/sqlite/client.ts';
import { inBatches, pagesOf } from './batches.ts';
import { builder } from './builder.ts';
import { counted } from './connection.ts';

const FileKindEnum = builder.enumType('FileKind', {
  description: 'The form of a distribution.',
  values: {
    WHEEL: { description: 'Built, ready to be unpacked: .whl.' },
    SDIST: { description: 'The sources, built where they are installed: .tar.gz or .zip.' },
  } satisfies Record<FileKind, object>,
});

export const ProjectType = builder.prismaNode('Project', {
  id: { field: 'id', description: 'Opaque, and unique over all types.' },
  description: 'A name that an index holds; it holds it even when every file is gone.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As the first upload spelled it.' }),
    normalizedName: t.exposeString('normalizedName', {
      description:
        'Lower case, with one "-" for each run of "-", "_" and "."; names are compared in this form (PEP 503).',
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When the first upload claimed the name.',
    }),
    packageIndex: t.relation('index', { description: 'Where it was uploaded to.' }),
    releases: t.prismaConnection(
      {
        type: 'Release',
        description: 'Its versions, the one that came last first.',
        cursor: 'id',
        totalCount: async ({ id }, _args, context) =>
          (await releaseCounts(context, releaseCounts, id, null)) ?? 0,
        resolve: async (query, { id }, _args, context, { fieldNodes: [place] }) =>
          (await releasePages(context, place, id, { ...query })) ?? [],
      },
      counted,
    ),
  }),
});

const releasePages = pagesOf(
  ({ projectId }: Release) => projectId,
  ({ world }, projectIds, query: Prisma.ReleaseFindManyArgs) =>
    world.readDb.release.findMany({
      ...query,
      where: { projectId: { in: [...projectIds] } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
);

const releaseCounts = inBatches(async ({ world }, projectIds) => {
  const where = { projectId: { in: [...projectIds] } };
  const groups = await world.readDb.release.groupBy({ by: ['projectId'], where, _count: true });
  return new Map(groups.map(({ projectId, _count }) => [projectId, _count]));
});

builder.prismaNode('Release', {
  id: { field: 'id', description: 'Opaque, and unique over all types.' },
  description:
    'A version of a project. Versions that are equal by PEP 440, such as 1.0 and 1.0.0, are one release.',
  fields: (t) => ({
    version: t.exposeString('version', { description: 'As the first upload spelled it.' }),
    summary: t.exposeString('summary', {
      nullable: true,
      description: 'One line from the metadata. Null when the metadata has none.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When its first file was uploaded.' }),
    files: t.relation('files', {
      description: 'What can be downloaded, in the order of the file names; deleted files are left out.',
      query: { where: { deletedAt: null }, orderBy: [{ filename: 'asc' }, { id: 'asc' }] },
    }),
  }),
});

builder.prismaNode('File', {
  id: { field: 'id', description: 'Opaque, and unique over all types.' },
  description: 'A distribution that can be downloaded.',
  fields: (t) => ({
    filename: t.exposeString('filename', {
      description: 'As uploaded; installers read version and platform out of it.',
    }),
    kind: t.expose('kind', { type: FileKindEnum, description: 'Whether it is built or has to be built.' }),
    sizeBytes: t.expose('sizeBytes', { type: 'ByteCount', description: 'How much there is to download.' }),
    sha256: t.expose('sha256', { type: 'Sha256', description: 'Of its bytes; part of its URL.' }),
    requiresPython: t.exposeString('requiresPython', {
      nullable: true,
      description: 'The Python versions it declares to run on, such as >=3.9. Null when it declares none.',
    }),
    uploadedAt: t.expose('uploadedAt', { type: 'DateTime', description: 'When it was received.' }),
    url: t.string({
      description:
        'Where it is downloaded, with a credential that may read the index. The bytes behind it never change.',
      select: { index: { select: { path: true } } },
      resolve: ({ index, sha256, filename }, _args, { baseUrl }) =>
        `${baseUrl}/${index.path}/files/${sha256}/${encodeURIComponent(filename)}`,
    }),
  }),
});
