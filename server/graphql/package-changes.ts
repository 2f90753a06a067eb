// Yanking and setting aside what an index holds: each calls one use case of `domain/packages/yank.ts` and `status.ts`.
// Deleting is in `package-deletion.ts`.

import { InvalidInput, NotAllowed, NotFound } from '../domain/errors.ts';
import { setProjectStatus } from '../domain/packages/status.ts';
import { unyankFile, unyankRelease, yankFile, yankRelease } from '../domain/packages/yank.ts';
import { builder, type FieldsOf } from './builder.ts';
import { FileType, ProjectStatusEnum, ProjectType, ReleaseType } from './package.ts';
import { requires } from './scopes.ts';
import { SERIAL } from './serial.ts';

export const CURATORS = 'The uploaders of the index, its owner and admins may.';
export const PATH = 'The index, written owner/name.';
export const PROJECT = 'The project, in any spelling that normalises to its name.';
export const VERSION = 'The version, in any spelling that is equal by PEP 440.';
export const FILENAME = 'The file, as it was uploaded.';
const REASON =
  'Why, in one line of at most 500 characters; installers may show it. Absent or null: nothing is said.';

interface Changed {
  readonly id: string;
  readonly serial: bigint;
}

/** The release is read again after the commit, with what the document selects of it. */
function changedReleaseFields(t: FieldsOf<Changed>) {
  return {
    release: t.prismaField({
      type: ReleaseType,
      description: 'As it is after the change.',
      resolve: (query, { id }, _args, { world }) =>
        world.readDb.release.findUniqueOrThrow({ ...query, where: { id } }),
    }),
    serial: t.expose('serial', SERIAL),
  };
}

function changedFileFields(t: FieldsOf<Changed>) {
  return {
    file: t.prismaField({
      type: FileType,
      description: 'As it is after the change.',
      resolve: (query, { id }, _args, { world }) =>
        world.readDb.file.findUniqueOrThrow({ ...query, where: { id } }),
    }),
    serial: t.expose('serial', SERIAL),
  };
}

const YankReleaseInput = builder.inputType('YankReleaseInput', {
  description: 'The release to yank.',
  fields: (t) => ({
    path: t.string({ required: true, description: PATH }),
    project: t.string({ required: true, description: PROJECT }),
    version: t.string({ required: true, description: VERSION }),
    reason: t.string({ description: REASON }),
  }),
});

const YankReleasePayload = builder.objectRef<Changed>('YankReleasePayload').implement({
  description: 'Installers pass over the release, unless it is pinned.',
  fields: changedReleaseFields,
});

builder.mutationField('yankRelease', (t) =>
  t.field({
    ...requires(
      'releases:yank',
      'Yanks a release with all its files, those that come later too; one that is yanked gets the new reason.',
      CURATORS,
    ),
    type: YankReleasePayload,
    errors: { types: [InvalidInput, NotAllowed, NotFound] },
    args: { input: t.arg({ type: YankReleaseInput, required: true, description: 'Which, and why.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await yankRelease(world, caller, input);
      return { id: result.id, serial };
    },
  }),
);

const UnyankReleaseInput = builder.inputType('UnyankReleaseInput', {
  description: 'The release that is offered again.',
  fields: (t) => ({
    path: t.string({ required: true, description: PATH }),
    project: t.string({ required: true, description: PROJECT }),
    version: t.string({ required: true, description: VERSION }),
  }),
});

const UnyankReleasePayload = builder.objectRef<Changed>('UnyankReleasePayload').implement({
  description: 'Installers choose the release again.',
  fields: changedReleaseFields,
});

builder.mutationField('unyankRelease', (t) =>
  t.field({
    ...requires(
      'releases:yank',
      'Takes the yank of a release back; files that were yanked by themselves stay so.',
      CURATORS,
    ),
    type: UnyankReleasePayload,
    errors: { types: [NotAllowed, NotFound] },
    args: { input: t.arg({ type: UnyankReleaseInput, required: true, description: 'Which.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await unyankRelease(world, caller, input);
      return { id: result.id, serial };
    },
  }),
);

const YankFileInput = builder.inputType('YankFileInput', {
  description: 'The file to yank.',
  fields: (t) => ({
    path: t.string({ required: true, description: PATH }),
    filename: t.string({ required: true, description: FILENAME }),
    reason: t.string({ description: REASON }),
  }),
});

const YankFilePayload = builder.objectRef<Changed>('YankFilePayload').implement({
  description: 'Installers pass over the file, unless its version is pinned.',
  fields: changedFileFields,
});

builder.mutationField('yankFile', (t) =>
  t.field({
    ...requires(
      'releases:yank',
      'Yanks one file of a release; one that is yanked gets the new reason.',
      CURATORS,
    ),
    type: YankFilePayload,
    errors: { types: [InvalidInput, NotAllowed, NotFound] },
    args: { input: t.arg({ type: YankFileInput, required: true, description: 'Which, and why.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await yankFile(world, caller, input);
      return { id: result.id, serial };
    },
  }),
);

const UnyankFileInput = builder.inputType('UnyankFileInput', {
  description: 'The file that is offered again.',
  fields: (t) => ({
    path: t.string({ required: true, description: PATH }),
    filename: t.string({ required: true, description: FILENAME }),
  }),
});

const UnyankFilePayload = builder.objectRef<Changed>('UnyankFilePayload').implement({
  description: 'Installers choose the file again.',
  fields: changedFileFields,
});

builder.mutationField('unyankFile', (t) =>
  t.field({
    ...requires(
      'releases:yank',
      'Takes the yank of a file back; not of one that is yanked with its release.',
      CURATORS,
    ),
    type: UnyankFilePayload,
    errors: { types: [NotAllowed, NotFound] },
    args: { input: t.arg({ type: UnyankFileInput, required: true, description: 'Which.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await unyankFile(world, caller, input);
      return { id: result.id, serial };
    },
  }),
);

const SetProjectStatusInput = builder.inputType('SetProjectStatusInput', {
  description: 'The project, and what its status shall be.',
  fields: (t) => ({
    path: t.string({ required: true, description: PATH }),
    project: t.string({ required: true, description: PROJECT }),
    status: t.field({
      type: ProjectStatusEnum,
      required: true,
      description: 'From now on; ACTIVE takes another one back.',
    }),
    reason: t.string({ description: REASON }),
  }),
});

const SetProjectStatusPayload = builder.objectRef<Changed>('SetProjectStatusPayload').implement({
  description: 'The project has the status.',
  fields: (t) => ({
    project: t.prismaField({
      type: ProjectType,
      description: 'As it is after the change.',
      resolve: (query, { id }, _args, { world }) =>
        world.readDb.project.findUniqueOrThrow({ ...query, where: { id } }),
    }),
    serial: t.expose('serial', SERIAL),
  }),
});

builder.mutationField('setProjectStatus', (t) =>
  t.field({
    ...requires('projects:set-status', 'Says how it stands with a project (PEP 792).', CURATORS),
    type: SetProjectStatusPayload,
    errors: { types: [InvalidInput, NotAllowed, NotFound] },
    args: {
      input: t.arg({ type: SetProjectStatusInput, required: true, description: 'Which, and how it stands.' }),
    },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await setProjectStatus(world, caller, input);
      return { id: result.id, serial };
    },
  }),
);
