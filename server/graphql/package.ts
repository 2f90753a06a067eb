// Projects, their releases and files. They are reached through a package index, which decides who may read them.

import type { FileKind, ProjectStatus, Prisma, Release } from '../storage/_generated/sqlite/client.ts';
import { highestFirst } from '../domain/packages/versions.ts';
import { yankOf } from '../domain/packages/yank.ts';
import { cutPage, inBatches } from './batches.ts';
import { builder } from './builder.ts';
import { counted } from './connection.ts';

export const FileKindEnum = builder.enumType('FileKind', {
  description: 'The form of a distribution.',
  values: {
    WHEEL: { description: 'Built, ready to be unpacked: .whl.' },
    SDIST: { description: 'The sources, built where they are installed: .tar.gz or .zip.' },
  } satisfies Record<FileKind, object>,
});

export const ProjectStatusEnum = builder.enumType('ProjectStatus', {
  description: 'How it stands with a project (PEP 792).',
  values: {
    ACTIVE: { description: 'Nothing was said against it.' },
    ARCHIVED: { description: 'It takes no uploads any more; what it has can be installed.' },
    DEPRECATED: { description: 'Another project is recommended; nothing is refused.' },
    QUARANTINED: { description: 'It takes no uploads and offers no files.' },
  } satisfies Record<ProjectStatus, object>,
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
    status: t.expose('status', { type: ProjectStatusEnum, description: 'How it stands with it.' }),
    statusReason: t.exposeString('statusReason', {
      nullable: true,
      description: 'Why it has this status, in one line. Null when nobody said.',
    }),
    packageIndex: t.relation('index', { description: 'Where it was uploaded to.' }),
    releases: t.prismaConnection(
      {
        type: 'Release',
        description: 'Its versions, the highest first (PEP 440).',
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

/** Of a release whose files were all deleted the row stays, for their tombstones. */
const HAS_FILES = { files: { some: { deletedAt: null } } } as const;

/** The order is that of PEP 440, which no database knows: the versions are sorted here, and the page's rows read then. */
const releasePages = inBatches<Prisma.ReleaseFindManyArgs, readonly Release[]>(
  async ({ world }, projectIds, { take, skip, cursor, ...query }) => {
    const versions = await world.readDb.release.findMany({
      where: { projectId: { in: [...projectIds] }, ...HAS_FILES },
      select: { id: true, projectId: true, version: true },
      orderBy: { id: 'asc' },
    });
    const pages = new Map(
      projectIds.map((projectId) => {
        const ofProject = versions.filter((release) => release.projectId === projectId);
        return [
          projectId,
          cutPage(
            highestFirst(ofProject, ({ version }) => version),
            { take, skip, cursor },
          ),
        ];
      }),
    );
    const ids = [...pages.values()].flatMap((page) => page.map(({ id }) => id));
    const rows = await world.readDb.release.findMany({ ...query, where: { id: { in: ids } } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return new Map(
      [...pages].map(([id, page]) => [id, page.flatMap((release) => byId.get(release.id) ?? [])]),
    );
  },
);

const releaseCounts = inBatches(async ({ world }, projectIds) => {
  const where = { projectId: { in: [...projectIds] }, ...HAS_FILES };
  const groups = await world.readDb.release.groupBy({ by: ['projectId'], where, _count: true });
  return new Map(groups.map(({ projectId, _count }) => [projectId, _count]));
});

export const ReleaseType = builder.prismaNode('Release', {
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
    yankedAt: t.expose('yankedAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'Since when installers pass over it unless it is pinned (PEP 592). Null when it is not yanked as a whole.',
    }),
    yankReason: t.exposeString('yankReason', {
      nullable: true,
      description: 'Why it was yanked, in one line. Null when it is not, or when nobody said.',
    }),
    files: t.relation('files', {
      description: 'What can be downloaded, in the order of the file names; deleted files are left out.',
      query: { where: { deletedAt: null }, orderBy: [{ filename: 'asc' }, { id: 'asc' }] },
    }),
  }),
});

/** A file is yanked by itself, or with its release. */
const WITH_YANK = {
  yankedAt: true,
  yankReason: true,
  release: { select: { yankedAt: true, yankReason: true } },
} as const;

export const FileType = builder.prismaNode('File', {
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
    yankedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'Since when installers pass over it unless it is pinned, by itself or with its release. Null when it is not yanked.',
      select: WITH_YANK,
      resolve: (file) => yankOf(file, file.release).yankedAt,
    }),
    yankReason: t.string({
      nullable: true,
      description: 'Why it was yanked, or its release. Null when it is not yanked, or when nobody said.',
      select: WITH_YANK,
      resolve: (file) => yankOf(file, file.release).yankReason,
    }),
    url: t.string({
      description:
        'Where it is downloaded, with a credential that may read the index. The bytes behind it never change.',
      select: { index: { select: { path: true } } },
      resolve: ({ index, sha256, filename }, _args, { baseUrl }) =>
        `${baseUrl}/${index.path}/files/${sha256}/${encodeURIComponent(filename)}`,
    }),
  }),
});
