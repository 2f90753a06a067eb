// Creating, changing and deleting package indexes: each calls one use case of `domain/indexes/package-index.ts`.

import {
  ConfirmationMismatch,
  IndexInUse,
  InvalidInput,
  NameTaken,
  NotAllowed,
  NotFound,
} from '../domain/errors.ts';
import type { DeletionConsequences } from '../domain/indexes/consequences.ts';
import {
  createPackageIndex,
  deletePackageIndex,
  updatePackageIndex,
} from '../domain/indexes/package-index.ts';
import { builder, type FieldsOf } from './builder.ts';
import { DeletionConsequencesType } from './deletion-consequences.ts';
import { CreatePackageIndexInput, UpdatePackageIndexInput, configurationOf } from './package-index-inputs.ts';
import { PackageIndexType } from './package-index.ts';
import { requires } from './scopes.ts';
import { SERIAL } from './serial.ts';

export interface ChangedIndex {
  readonly id: string;
  readonly serial: bigint;
}

const CreatePackageIndexPayload = builder.objectRef<ChangedIndex>('CreatePackageIndexPayload').implement({
  description: 'The new index.',
  fields: changedIndexFields,
});

builder.mutationField('createPackageIndex', (t) =>
  t.field({
    ...requires(
      'indexes:create',
      'Creates an index that holds nothing yet.',
      'A member below their own name, an admin below any.',
    ),
    type: CreatePackageIndexPayload,
    errors: { types: [InvalidInput, NameTaken, NotAllowed, NotFound] },
    args: {
      input: t.arg({ type: CreatePackageIndexInput, required: true, description: 'The index to create.' }),
    },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await createPackageIndex(world, caller, {
        ...configurationOf(input),
        path: input.path,
        kind: input.kind ?? undefined,
        description: input.description,
        readers: input.readers ?? undefined,
        uploaders: input.uploaders ?? undefined,
      });
      return { id: result.id, serial };
    },
  }),
);

const UpdatePackageIndexPayload = builder.objectRef<ChangedIndex>('UpdatePackageIndexPayload').implement({
  description: 'The index as it is now.',
  fields: changedIndexFields,
});

builder.mutationField('updatePackageIndex', (t) =>
  t.field({
    ...requires(
      'indexes:update',
      'Changes the settings, the bases, the rules and the lists of an index; its owner and admins may.',
    ),
    type: UpdatePackageIndexPayload,
    errors: { types: [InvalidInput, NotAllowed, NotFound] },
    args: {
      input: t.arg({
        type: UpdatePackageIndexInput,
        required: true,
        description: 'What shall be different.',
      }),
    },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await updatePackageIndex(world, caller, {
        ...configurationOf(input),
        path: input.path,
        description: input.description,
        readers: input.readers ?? undefined,
        uploaders: input.uploaders ?? undefined,
      });
      return { id: result.id, serial };
    },
  }),
);

const DeletePackageIndexInput = builder.inputType('DeletePackageIndexInput', {
  description: 'The index to delete, and what its deletion was confirmed to mean.',
  fields: (t) => ({
    path: t.string({ required: true, description: 'Which index, written owner/name.' }),
    confirmPath: t.string({
      required: true,
      description: 'The same path, as the person who confirms typed it.',
    }),
    expectedFiles: t.int({
      required: true,
      description:
        'The number of files that deletionConsequences showed; another number now refuses the deletion.',
    }),
  }),
});

interface DeletedIndex {
  readonly deletedPath: string;
  readonly consequences: DeletionConsequences;
  readonly serial: bigint;
}

const DeletePackageIndexPayload = builder.objectRef<DeletedIndex>('DeletePackageIndexPayload').implement({
  description: 'The index is gone, and so are the tokens that did nothing but reach it.',
  fields: (t) => ({
    deletedPath: t.exposeString('deletedPath', {
      description: 'Where it was; the path is free again, for an index with a new id.',
    }),
    consequences: t.expose('consequences', {
      type: DeletionConsequencesType,
      description: 'What went with it.',
    }),
    serial: t.expose('serial', SERIAL),
  }),
});

builder.mutationField('deletePackageIndex', (t) =>
  t.field({
    ...requires(
      'indexes:delete',
      'Deletes an index that is no base of others, with everything in it, for good; its owner and admins may.',
    ),
    type: DeletePackageIndexPayload,
    errors: { types: [ConfirmationMismatch, IndexInUse, InvalidInput, NotAllowed, NotFound] },
    args: {
      input: t.arg({ type: DeletePackageIndexInput, required: true, description: 'What was confirmed.' }),
    },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await deletePackageIndex(world, caller, input);
      return { deletedPath: input.path, consequences: result, serial };
    },
  }),
);

/** The index is read again after the commit, with what the document selects of it. */
export function changedIndexFields(t: FieldsOf<ChangedIndex>) {
  return {
    packageIndex: t.prismaField({
      type: PackageIndexType,
      description: 'As it is after the change.',
      resolve: (query, { id }, _args, { world }) =>
        world.readDb.packageIndex.findUniqueOrThrow({ ...query, where: { id } }),
    }),
    serial: t.expose('serial', SERIAL),
  };
}
