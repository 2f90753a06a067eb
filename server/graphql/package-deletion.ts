// Deleting what an index holds, and releasing a name: each calls one use case of `domain/packages/deletion.ts` and
// `name-release.ts`.

import { ConfirmationMismatch, IndexKeepsFiles, NotAllowed, NotFound } from '../domain/errors.ts';
import { deleteFile, deleteProject, deleteRelease, type Removed } from '../domain/packages/deletion.ts';
import { releaseName } from '../domain/packages/name-release.ts';
import { builder, type FieldsOf } from './builder.ts';
import { CURATORS, FILENAME, PATH, PROJECT, VERSION } from './package-changes.ts';
import { requires } from './scopes.ts';
import { SERIAL } from './serial.ts';

const FORCE =
  'Whether to delete also from an index that is not volatile, where the names of the files can never be used again. Absent or null: no.';

interface Deleted extends Removed {
  readonly serial: bigint;
}

function deletedFields(t: FieldsOf<Deleted>) {
  return {
    deletedReleases: t.exposeInt('releases', { description: 'How many releases lost their last file.' }),
    deletedFiles: t.exposeInt('files', { description: 'How many files are gone.' }),
    serial: t.expose('serial', SERIAL),
  };
}

const DeleteFileInput = builder.inputType('DeleteFileInput', {
  description: 'The file to delete.',
  fields: (t) => ({
    path: t.string({ required: true, description: PATH }),
    filename: t.string({ required: true, description: FILENAME }),
    force: t.boolean({ description: FORCE }),
  }),
});

const DeleteFilePayload = builder.objectRef<Deleted>('DeleteFilePayload').implement({
  description: 'The file is gone; its project stays.',
  fields: deletedFields,
});

builder.mutationField('deleteFile', (t) =>
  t.field({
    ...requires('packages:delete', 'Deletes a file, for good.', CURATORS),
    type: DeleteFilePayload,
    errors: { types: [IndexKeepsFiles, NotAllowed, NotFound] },
    args: { input: t.arg({ type: DeleteFileInput, required: true, description: 'Which.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { path, filename, force } = input;
      const { result, serial } = await deleteFile(world, caller, { path, filename, force: force ?? false });
      return { ...result, serial };
    },
  }),
);

const DeleteReleaseInput = builder.inputType('DeleteReleaseInput', {
  description: 'The release to delete.',
  fields: (t) => ({
    path: t.string({ required: true, description: PATH }),
    project: t.string({ required: true, description: PROJECT }),
    version: t.string({ required: true, description: VERSION }),
    force: t.boolean({ description: FORCE }),
  }),
});

const DeleteReleasePayload = builder.objectRef<Deleted>('DeleteReleasePayload').implement({
  description: 'The release is gone with its files; its project stays.',
  fields: deletedFields,
});

builder.mutationField('deleteRelease', (t) =>
  t.field({
    ...requires('packages:delete', 'Deletes a release with all its files, for good.', CURATORS),
    type: DeleteReleasePayload,
    errors: { types: [IndexKeepsFiles, NotAllowed, NotFound] },
    args: { input: t.arg({ type: DeleteReleaseInput, required: true, description: 'Which.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { path, project, version, force } = input;
      const address = { path, project, version, force: force ?? false };
      const { result, serial } = await deleteRelease(world, caller, address);
      return { ...result, serial };
    },
  }),
);

const DeleteProjectInput = builder.inputType('DeleteProjectInput', {
  description: 'The project to delete, and that it is meant.',
  fields: (t) => ({
    path: t.string({ required: true, description: PATH }),
    project: t.string({ required: true, description: PROJECT }),
    force: t.boolean({ description: FORCE }),
    confirmProject: t.string({ required: true, description: 'The same as project, once more.' }),
  }),
});

const DeleteProjectPayload = builder.objectRef<Deleted>('DeleteProjectPayload').implement({
  description: 'The project is gone with its releases; the index still holds its name.',
  fields: deletedFields,
});

builder.mutationField('deleteProject', (t) =>
  t.field({
    ...requires(
      'packages:delete',
      'Deletes a project with all its releases, for good; no mirror answers its name after that.',
      CURATORS,
    ),
    type: DeleteProjectPayload,
    errors: { types: [ConfirmationMismatch, IndexKeepsFiles, NotAllowed, NotFound] },
    args: { input: t.arg({ type: DeleteProjectInput, required: true, description: 'What was confirmed.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { path, project, confirmProject, force } = input;
      const deletion = { path, project, confirmProject, force: force ?? false };
      const { result, serial } = await deleteProject(world, caller, deletion);
      return { ...result, serial };
    },
  }),
);

const ReleaseNameInput = builder.inputType('ReleaseNameInput', {
  description: 'The name that the index shall hold no longer.',
  fields: (t) => ({
    path: t.string({ required: true, description: PATH }),
    project: t.string({ required: true, description: 'The name, in any spelling that normalises to it.' }),
  }),
});

interface ReleasedName {
  readonly name: string;
  readonly serial: bigint;
}

const ReleaseNamePayload = builder.objectRef<ReleasedName>('ReleaseNamePayload').implement({
  description: 'The index does not hold the name any more, until somebody uploads to it again.',
  fields: (t) => ({
    releasedName: t.exposeString('name', { description: 'The name, normalised (PEP 503).' }),
    serial: t.expose('serial', SERIAL),
  }),
});

builder.mutationField('releaseName', (t) =>
  t.field({
    ...requires(
      'names:release',
      'Lets a name go that an index claimed by mistake, once it has no files of it: mirrors may answer it again.',
    ),
    type: ReleaseNamePayload,
    errors: { types: [NotAllowed, NotFound] },
    args: { input: t.arg({ type: ReleaseNameInput, required: true, description: 'Which.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await releaseName(world, caller, input);
      return { name: result, serial };
    },
  }),
);
