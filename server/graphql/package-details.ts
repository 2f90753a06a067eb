// What releases and files tell beyond their rows: from the metadata, from within a wheel, and how often they were
// downloaded. A list of releases takes as many statements as one.

import { detailsOf, readmeOf, type ReleaseDetails } from '../domain/packages/details.ts';
import { downloadsOfFiles, downloadsOfProjects } from '../domain/packages/downloads.ts';
import { InvalidInput } from '../domain/errors.ts';
import {
  contentsOf,
  MOST_CONTENTS,
  tagsOf,
  type ContainedFile,
  type WheelTag,
} from '../domain/packages/wheel-contents.ts';
import { inBatches } from './batches.ts';
import { builder } from './builder.ts';
import type { GraphQLContext } from './context.ts';
import { FileType, ProjectType, ReleaseType } from './package.ts';

const detailsById = inBatches<null, ReleaseDetails>(({ world }, ids) => detailsOf(world, ids));

async function detailsFor(context: GraphQLContext, releaseId: string): Promise<ReleaseDetails | null> {
  return (await detailsById(context, detailsById, releaseId, null)) ?? null;
}

const ReadmeType = builder.objectRef<{ html: string; contentType: string }>('Readme').implement({
  description: 'A long description.',
  fields: (t) => ({
    html: t.exposeString('html', {
      description:
        'Sanitised: Markdown rendered, everything else as it was written. It runs nothing and loads nothing; images are links.',
    }),
    contentType: t.exposeString('contentType', {
      description: 'What it was written in, such as text/markdown; text/x-rst when it does not say.',
    }),
  }),
});

const LinkType = builder.objectRef<ReleaseDetails['links'][number]>('ProjectLink').implement({
  description: 'Where a project leads people.',
  fields: (t) => ({
    label: t.exposeString('label', { description: 'What its authors call it, such as Documentation.' }),
    url: t.exposeString('url', { description: 'Beginning with http or https; others are left out.' }),
  }),
});

const FROM_METADATA = 'Null when the metadata has none.';

builder.prismaObjectFields(ReleaseType, (t) => ({
  readme: t.field({
    type: ReadmeType,
    nullable: true,
    description: `The long description. ${FROM_METADATA}`,
    select: { id: true },
    resolve: async ({ id }, _args, context) => {
      const details = await detailsFor(context, id);
      const html = details && (await readmeOf(context.world, details));
      return details === null || html === null ? null : { html, contentType: details.contentType };
    },
  }),
  requiresDist: t.stringList({
    description: 'What it depends on, each a requirement (PEP 508).',
    select: { id: true },
    resolve: async ({ id }, _args, context) => [...((await detailsFor(context, id))?.requiresDist ?? [])],
  }),
  requiresPython: t.string({
    nullable: true,
    description: `The Python versions it declares to run on, such as >=3.9. ${FROM_METADATA}`,
    select: { id: true },
    resolve: async ({ id }, _args, context) => (await detailsFor(context, id))?.requiresPython ?? null,
  }),
  classifiers: t.stringList({
    description: 'Trove classifiers, as they were written.',
    select: { id: true },
    resolve: async ({ id }, _args, context) => [...((await detailsFor(context, id))?.classifiers ?? [])],
  }),
  links: t.field({
    type: [LinkType],
    description: 'Where its authors lead people, each address once.',
    select: { id: true },
    resolve: async ({ id }, _args, context) => [...((await detailsFor(context, id))?.links ?? [])],
  }),
  license: t.string({
    nullable: true,
    description: `An SPDX expression, or what older metadata says of the license. ${FROM_METADATA}`,
    select: { id: true },
    resolve: async ({ id }, _args, context) => (await detailsFor(context, id))?.license ?? null,
  }),
  author: t.string({
    nullable: true,
    description: `Who wrote it, else who maintains it, by name or address. ${FROM_METADATA}`,
    select: { id: true },
    resolve: async ({ id }, _args, context) => (await detailsFor(context, id))?.author ?? null,
  }),
  keywords: t.string({
    nullable: true,
    description: `As they were written, in one line. ${FROM_METADATA}`,
    select: { id: true },
    resolve: async ({ id }, _args, context) => (await detailsFor(context, id))?.keywords ?? null,
  }),
}));

const WheelTagType = builder.objectRef<WheelTag>('WheelTag').implement({
  description: 'Where a wheel can be installed (PEP 425).',
  fields: (t) => ({
    python: t.exposeString('python', { description: 'Such as py3 or cp312.' }),
    abi: t.exposeString('abi', { description: 'Such as abi3, or none where it does not matter.' }),
    platform: t.exposeString('platform', { description: 'Such as manylinux_2_17_x86_64, or any.' }),
  }),
});

const ContainedFileType = builder.objectRef<ContainedFile>('ContainedFile').implement({
  description: 'A file within a wheel.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'From the top of the archive, with slashes.' }),
    sizeBytes: t.expose('sizeBytes', {
      type: 'ByteCount',
      description: 'How much it has when it is unpacked.',
    }),
  }),
});

const HashesType = builder.objectRef<{ sha256: string }>('FileHashes').implement({
  description: 'Digests of the bytes of a file, by which installers check it.',
  fields: (t) => ({
    sha256: t.expose('sha256', {
      type: 'Sha256',
      description: 'As it stands in a line with --hash=sha256:.',
    }),
  }),
});

const MOST_DAYS = 3_650;

const DAYS = {
  defaultValue: 30,
  description: `The last days in UTC, with today, 1 to ${MOST_DAYS}. When it is left out it is 30.`,
} as const;

const DOWNLOADS = 'It counts answers, not people, and includes what caches and builds ask for.';

/** @throws {InvalidInput} */
function daysIn({ days }: { readonly days?: number | null }): number {
  const wanted = days ?? DAYS.defaultValue;
  if (wanted >= 1 && wanted <= MOST_DAYS) return wanted;
  throw new InvalidInput('INVALID_INPUT', `days is 1 to ${MOST_DAYS}, not ${wanted}.`);
}

/** `indexId filename`, or `indexId normalizedName`: neither has a space. */
const fileDownloads = inBatches<number, number>(({ world }, keys, days) =>
  downloadsOfFiles(
    world,
    keys.map((key) => ({ indexId: key.split(' ')[0]!, filename: key.split(' ')[1]! })),
    days,
  ),
);

const projectDownloads = inBatches<number, number>(({ world }, keys, days) =>
  downloadsOfProjects(
    world,
    keys.map((key) => ({ indexId: key.split(' ')[0]!, normalizedName: key.split(' ')[1]! })),
    days,
  ),
);

builder.prismaObjectFields(FileType, (t) => ({
  tags: t.field({
    type: [WheelTagType],
    description: 'Each combination of tags that the name of a wheel stands for; empty for anything else.',
    select: { filename: true },
    resolve: ({ filename }) => tagsOf(filename),
  }),
  contents: t.field({
    type: [ContainedFileType],
    description: `What a wheel unpacks, by path, the first ${MOST_CONTENTS.toLocaleString('en')} files; empty for anything else.`,
    select: { kind: true, sha256: true },
    resolve: async ({ kind, sha256 }, _args, { world }) =>
      kind === 'WHEEL' ? [...(await contentsOf(world, sha256))] : [],
  }),
  hashes: t.field({
    type: HashesType,
    description: 'By which an installer checks what it got.',
    select: { sha256: true },
    resolve: ({ sha256 }) => ({ sha256 }),
  }),
  downloads: t.int({
    description: `How often all of it was downloaded from here. ${DOWNLOADS}`,
    args: { days: t.arg.int(DAYS) },
    select: { indexId: true, filename: true },
    resolve: async ({ indexId, filename }, args, context, { fieldNodes: [place] }) =>
      (await fileDownloads(context, place, `${indexId} ${filename}`, daysIn(args))) ?? 0,
  }),
}));

builder.prismaObjectFields(ProjectType, (t) => ({
  downloads: t.int({
    description: `How often files of it were downloaded, those included that are gone. ${DOWNLOADS}`,
    args: { days: t.arg.int(DAYS) },
    select: { indexId: true, normalizedName: true },
    resolve: async ({ indexId, normalizedName }, args, context, { fieldNodes: [place] }) =>
      (await projectDownloads(context, place, `${indexId} ${normalizedName}`, daysIn(args))) ?? 0,
  }),
}));
