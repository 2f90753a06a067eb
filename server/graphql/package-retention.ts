// Retention of a stage's releases: what its rule would remove, and removing it. Decided in
// `domain/packages/retention.ts`.

import { ConfirmationMismatch, NotAllowed, NotFound } from '../domain/errors.ts';
import { mayCurate } from '../domain/indexes/access.ts';
import {
  applyRetention,
  MOST_AT_ONCE,
  previewRetention,
  type Removable,
  type Retained,
} from '../domain/packages/retention.ts';
import { builder } from './builder.ts';
import { CURATORS, PATH } from './package-changes.ts';
import { PackageIndexType } from './package-index.ts';
import { requires } from './scopes.ts';
import { SERIAL } from './serial.ts';

const MOST = MOST_AT_ONCE.toLocaleString('en');

const RetainedReleaseType = builder.objectRef<Removable>('RetainedRelease').implement({
  description: 'A release that the rule of its index removes.',
  fields: (t) => ({
    project: t.exposeString('project', { description: 'Its project, as the first upload spelled it.' }),
    version: t.exposeString('version', { description: 'As the first upload spelled it.' }),
    lastUploadAt: t.expose('lastUploadAt', {
      type: 'DateTime',
      description: 'When its last file was uploaded.',
    }),
    isYanked: t.exposeBoolean('isYanked', { description: 'Whether it is yanked as a whole.' }),
    files: t.exposeInt('files', { description: 'How many files go with it.' }),
    bytes: t.expose('bytes', { type: 'ByteCount', description: 'The size of these files.' }),
  }),
});

builder.prismaObjectField(PackageIndexType, 'retentionPreview', (t) =>
  t.field({
    type: [RetainedReleaseType],
    description: `What its retention rule would remove now, at most ${MOST} releases, by project and then from the lowest version. Empty without a rule, and to those who may not apply it.`,
    resolve: (index, _args, { world, caller }) =>
      mayCurate(caller.actor, index, undefined, 'retention:apply') ? previewRetention(world, index.id) : [],
  }),
);

const ApplyRetentionInput = builder.inputType('ApplyRetentionInput', {
  description: 'The index whose rule is applied, and that it is meant.',
  fields: (t) => ({
    path: t.string({ required: true, description: PATH }),
    expectedReleases: t.int({
      required: true,
      description: 'How many releases retentionPreview listed; refused when it is another number by now.',
    }),
  }),
});

interface AppliedRetention extends Retained {
  readonly serial: bigint;
}

const ApplyRetentionPayload = builder.objectRef<AppliedRetention>('ApplyRetentionPayload').implement({
  description: 'What the rule removed is gone.',
  fields: (t) => ({
    deletedReleases: t.exposeInt('releases', { description: 'How many releases are gone.' }),
    deletedFiles: t.exposeInt('files', { description: 'How many files went with them.' }),
    deletedBytes: t.expose('bytes', { type: 'ByteCount', description: 'The size of these files.' }),
    serial: t.expose('serial', SERIAL),
  }),
});

builder.mutationField('applyRetention', (t) =>
  t.field({
    ...requires(
      'retention:apply',
      `Removes what the retention rule of an index removes, at most ${MOST} releases; the server does so once a day by itself.`,
      CURATORS,
    ),
    type: ApplyRetentionPayload,
    errors: { types: [ConfirmationMismatch, NotAllowed, NotFound] },
    args: {
      input: t.arg({ type: ApplyRetentionInput, required: true, description: 'Which, as it was looked at.' }),
    },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await applyRetention(world, caller, input);
      return { ...result, serial };
    },
  }),
);
