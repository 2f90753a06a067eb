// Promotion: calls the one use case of `domain/packages/promotion.ts`.

import {
  InvalidInput,
  NotAllowed,
  NotFound,
  ReleaseConflict,
  UpstreamUnavailable,
} from '../domain/errors.ts';
import type { Promoted } from '../domain/packages/promotion-copy.ts';
import { promoteRelease } from '../domain/packages/promotion.ts';
import { builder } from './builder.ts';
import { PROJECT, VERSION } from './package-changes.ts';
import { ReleaseType } from './package.ts';
import { requires } from './scopes.ts';
import { SERIAL } from './serial.ts';

const PromoteReleaseInput = builder.inputType('PromoteReleaseInput', {
  description: 'The release to copy, and between which indexes.',
  fields: (t) => ({
    from: t.string({
      required: true,
      description:
        'The index through which it is seen, written owner/name: it may hold it, inherit it or mirror it.',
    }),
    to: t.string({ required: true, description: 'The stage that it is copied to, written owner/name.' }),
    project: t.string({ required: true, description: PROJECT }),
    version: t.string({ required: true, description: VERSION }),
  }),
});

interface PromotedRelease extends Promoted {
  readonly serial: bigint;
}

const PromoteReleasePayload = builder.objectRef<PromotedRelease>('PromoteReleasePayload').implement({
  description: 'The target holds all files of the release.',
  fields: (t) => ({
    release: t.prismaField({
      type: ReleaseType,
      description: 'The release in the target.',
      resolve: (query, { releaseId }, _args, { world }) =>
        world.readDb.release.findUniqueOrThrow({ ...query, where: { id: releaseId } }),
    }),
    copiedFiles: t.exposeInt('copiedFiles', { description: 'How many files were copied.' }),
    presentFiles: t.exposeInt('presentFiles', {
      description: 'How many the target held already, with the same bytes.',
    }),
    serial: t.expose('serial', SERIAL),
  }),
});

builder.mutationField('promoteRelease', (t) =>
  t.field({
    ...requires(
      'releases:promote',
      'Copies a release with all its files, its yank and its way so far to another index, or nothing of it.',
      'The caller reads it in the source and uploads to the target; a token needs index:read for the one and is for both.',
    ),
    type: PromoteReleasePayload,
    errors: { types: [InvalidInput, NotAllowed, NotFound, ReleaseConflict, UpstreamUnavailable] },
    args: {
      input: t.arg({ type: PromoteReleaseInput, required: true, description: 'Which, from where to where.' }),
    },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await promoteRelease(world, caller, input);
      return { ...result, serial };
    },
  }),
);
