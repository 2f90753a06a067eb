// Mirrors at work: what they have copied, whether their upstream answers, asking it again, and removing copies. Each
// mutation calls one use case of `domain/mirrors`. How a mirror is set up is `package-index-settings.ts`.

import { ConfirmationMismatch, InvalidInput, NotAllowed, NotFound } from '../domain/errors.ts';
import { mayCurate } from '../domain/indexes/access.ts';
import {
  applyCopyRetention,
  countCopies,
  previewCopyRetention,
  type Copies,
} from '../domain/mirrors/retention.ts';
import { refreshMirror } from '../domain/mirrors/refresh.ts';
import { inBatches } from './batches.ts';
import { builder } from './builder.ts';
import type { GraphQLContext } from './context.ts';
import { changedIndexFields, type ChangedIndex } from './package-index-changes.ts';
import { MirrorType } from './package-index-settings.ts';
import { PackageIndexType } from './package-index.ts';
import { requires } from './scopes.ts';
import { lastSerial, SERIAL } from './serial.ts';

const PATH = 'Which mirror, written owner/name.';

const copies = inBatches(async ({ world }, indexIds) => {
  const counted = await Promise.all(indexIds.map((id) => countCopies(world.readDb, id)));
  return new Map(indexIds.map((id, place) => [id, counted[place]!]));
});

async function copiesOf({ indexId }: { readonly indexId: string }, context: GraphQLContext): Promise<Copies> {
  return (await copies(context, copies, indexId, null)) ?? { files: 0, bytes: 0n };
}

builder.prismaObjectFields(MirrorType, (t) => ({
  cachedFiles: t.int({
    description: 'How many files were copied and are kept, sidecars included.',
    resolve: async (mirror, _args, context) => (await copiesOf(mirror, context)).files,
  }),
  cachedBytes: t.field({
    type: 'ByteCount',
    description: 'The size of these copies together.',
    resolve: async (mirror, _args, context) => (await copiesOf(mirror, context)).bytes,
  }),
  lastContactAt: t.field({
    type: 'DateTime',
    nullable: true,
    description:
      'When the upstream last answered this server. Null when it did not since the server was started.',
    resolve: ({ indexId }, _args, { world }) => world.mirrors.contactOf(indexId).lastContactAt,
  }),
  lastFailure: t.string({
    nullable: true,
    description: 'What went wrong when the upstream was last asked. Null when nothing did.',
    resolve: ({ indexId }, _args, { world }) =>
      world.mirrors.contactOf(indexId).lastFailure?.sentence ?? null,
  }),
}));

const CopiesType = builder.objectRef<Copies>('MirrorCopies').implement({
  description: 'Copies of files that a mirror keeps, counted.',
  fields: (t) => ({
    files: t.exposeInt('files', { description: 'How many files, sidecars included.' }),
    bytes: t.expose('bytes', { type: 'ByteCount', description: 'Their size together.' }),
  }),
});

builder.prismaObjectField(PackageIndexType, 'mirrorRetentionPreview', (t) =>
  t.field({
    type: CopiesType,
    nullable: true,
    description:
      'What keepDays and keepBytes of the mirror would remove now. Null when it is a stage, and to those who may not apply it.',
    resolve: (index, _args, { world, caller }) =>
      index.kind === 'MIRROR' && mayCurate(caller.actor, index, undefined, 'retention:apply')
        ? previewCopyRetention(world, index.id)
        : null,
  }),
);

const RefreshMirrorInput = builder.inputType('RefreshMirrorInput', {
  description: 'What to ask the upstream again.',
  fields: (t) => ({
    path: t.string({ required: true, description: PATH }),
    project: t.string({
      description: 'One project, in any spelling. Absent or null: all of them, and the list of projects.',
    }),
  }),
});

interface RefreshedMirror extends ChangedIndex {
  readonly pages: number;
}

const RefreshMirrorPayload = builder.objectRef<RefreshedMirror>('RefreshMirrorPayload').implement({
  description: 'The upstream is asked when somebody next wants one of these pages.',
  fields: (t) => ({
    ...changedIndexFields(t),
    pages: t.exposeInt('pages', {
      description: 'How many pages are remembered that will be asked for again.',
    }),
  }),
});

builder.mutationField('refreshMirror', (t) =>
  t.field({
    ...requires(
      'mirrors:refresh',
      'Makes a mirror ask its upstream again, before its pages are old enough.',
      'The owner of the mirror and admins.',
    ),
    type: RefreshMirrorPayload,
    errors: { types: [InvalidInput, NotAllowed, NotFound] },
    args: { input: t.arg({ type: RefreshMirrorInput, required: true, description: 'Which.' }) },
    resolve: async (_root, { input }, context) => {
      const { path, project = null } = input;
      const { indexId, pages } = await refreshMirror(context.world, context.caller, { path, project });
      return { id: indexId, pages, serial: await lastSerial(context) };
    },
  }),
);

const ApplyMirrorRetentionInput = builder.inputType('ApplyMirrorRetentionInput', {
  description: 'The mirror whose copies are removed, and that it is meant.',
  fields: (t) => ({
    path: t.string({ required: true, description: PATH }),
    expectedFiles: t.int({
      required: true,
      description: 'How many files mirrorRetentionPreview counted; refused when it is another number by now.',
    }),
  }),
});

interface RemovedCopies extends Copies {
  readonly serial: bigint;
}

const ApplyMirrorRetentionPayload = builder
  .objectRef<RemovedCopies>('ApplyMirrorRetentionPayload')
  .implement({
    description: 'These copies are gone; they are fetched again when somebody asks for them.',
    fields: (t) => ({
      deletedFiles: t.exposeInt('files', { description: 'How many files, sidecars included.' }),
      deletedBytes: t.expose('bytes', { type: 'ByteCount', description: 'Their size together.' }),
      serial: t.expose('serial', SERIAL),
    }),
  });

builder.mutationField('applyMirrorRetention', (t) =>
  t.field({
    ...requires(
      'retention:apply',
      'Removes the copies that keepDays and keepBytes of a mirror remove; the server does so once a day by itself.',
      'Its owner and admins.',
    ),
    type: ApplyMirrorRetentionPayload,
    errors: { types: [ConfirmationMismatch, NotAllowed, NotFound] },
    args: {
      input: t.arg({
        type: ApplyMirrorRetentionInput,
        required: true,
        description: 'Which, as it was looked at.',
      }),
    },
    resolve: async (_root, { input }, context) => {
      const removed = await applyCopyRetention(context.world, context.caller, input);
      return { ...removed, serial: await lastSerial(context) };
    },
  }),
);
