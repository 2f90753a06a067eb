// Which names a stage closes against its mirrors, and the exceptions that are made by hand. Each calls one use case of
// `domain/indexes/reservations.ts` and `domain/indexes/upstream-grants.ts`.

import { InvalidInput, NotAllowed, NotFound } from '../domain/errors.ts';
import { reserveName, unreserveName } from '../domain/indexes/reservations.ts';
import { grantUpstream, revokeUpstreamGrant, unpinOrigin } from '../domain/indexes/upstream-grants.ts';
import { builder } from './builder.ts';
import { changedIndexFields, type ChangedIndex } from './package-index-changes.ts';
import { requires } from './scopes.ts';

const PATH = 'Which index, written owner/name.';
const PROJECT = 'In any spelling that normalises to the name (PEP 503).';
const refusals = { types: [InvalidInput, NotAllowed, NotFound] };

const ReserveNameInput = builder.inputType('ReserveNameInput', {
  description: 'The name to close.',
  fields: (t) => ({
    path: t.string({ required: true, description: PATH }),
    pattern: t.string({
      required: true,
      description: 'A project name, or "corp-*" for corp and every name that begins with "corp-".',
    }),
    reason: t.string({ description: 'Why, at most 500 characters. Absent or null: nobody said.' }),
  }),
});

const ReserveNamePayload = builder.objectRef<ChangedIndex>('ReserveNamePayload').implement({
  description: 'The name is closed: no mirror is asked for it through this index.',
  fields: changedIndexFields,
});

builder.mutationField('reserveName', (t) =>
  t.field({
    ...requires(
      'indexes:update',
      'Closes a name, or the beginning of names, against the mirrors behind a stage; its owner and admins may.',
    ),
    type: ReserveNamePayload,
    errors: refusals,
    args: { input: t.arg({ type: ReserveNameInput, required: true, description: 'What to close.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await reserveName(world, caller, input);
      return { id: result.id, serial };
    },
  }),
);

const UnreserveNameInput = builder.inputType('UnreserveNameInput', {
  description: 'The reservation to take back.',
  fields: (t) => ({
    path: t.string({ required: true, description: PATH }),
    pattern: t.string({ required: true, description: 'As it was reserved.' }),
  }),
});

const UnreserveNamePayload = builder.objectRef<ChangedIndex>('UnreserveNamePayload').implement({
  description: 'The reservation is gone; what the index holds itself stays closed.',
  fields: changedIndexFields,
});

builder.mutationField('unreserveName', (t) =>
  t.field({
    ...requires(
      'indexes:update',
      'Takes a reservation of names back; the owner of the index and admins may.',
    ),
    type: UnreserveNamePayload,
    errors: refusals,
    args: { input: t.arg({ type: UnreserveNameInput, required: true, description: 'Which one.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await unreserveName(world, caller, input);
      return { id: result.id, serial };
    },
  }),
);

const GrantUpstreamInput = builder.inputType('GrantUpstreamInput', {
  description: 'Which mirror may add to which name.',
  fields: (t) => ({
    path: t.string({ required: true, description: 'The stage for which it holds, written owner/name.' }),
    project: t.string({ required: true, description: PROJECT }),
    mirror: t.string({ required: true, description: 'The path of the mirror, written owner/name.' }),
    reason: t.string({ required: true, description: 'Why, in 1 to 500 characters.' }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'When it ends. Absent or null: it holds until it is revoked.',
    }),
  }),
});

const GrantUpstreamPayload = builder.objectRef<ChangedIndex>('GrantUpstreamPayload').implement({
  description: 'The mirror may add to the name, in versions that no stage holds.',
  fields: changedIndexFields,
});

builder.mutationField('grantUpstream', (t) =>
  t.field({
    ...requires(
      'indexes:update',
      'Lets a mirror add to a name that a stage holds or reserves; the owner of the stage and admins may.',
    ),
    type: GrantUpstreamPayload,
    errors: refusals,
    args: { input: t.arg({ type: GrantUpstreamInput, required: true, description: 'What to grant.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await grantUpstream(world, caller, input);
      return { id: result.id, serial };
    },
  }),
);

const RevokeUpstreamGrantInput = builder.inputType('RevokeUpstreamGrantInput', {
  description: 'The grant to revoke.',
  fields: (t) => ({
    path: t.string({ required: true, description: 'The stage for which it holds, written owner/name.' }),
    project: t.string({ required: true, description: PROJECT }),
    mirror: t.string({ required: true, description: 'The path of the mirror, written owner/name.' }),
  }),
});

const RevokeUpstreamGrantPayload = builder.objectRef<ChangedIndex>('RevokeUpstreamGrantPayload').implement({
  description: 'The name is closed against the mirror again.',
  fields: changedIndexFields,
});

builder.mutationField('revokeUpstreamGrant', (t) =>
  t.field({
    ...requires(
      'indexes:update',
      'Closes a name against a mirror again; the owner of the stage and admins may.',
    ),
    type: RevokeUpstreamGrantPayload,
    errors: refusals,
    args: { input: t.arg({ type: RevokeUpstreamGrantInput, required: true, description: 'Which one.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await revokeUpstreamGrant(world, caller, input);
      return { id: result.id, serial };
    },
  }),
);

const UnpinOriginInput = builder.inputType('UnpinOriginInput', {
  description: 'The name to set free.',
  fields: (t) => ({
    path: t.string({ required: true, description: PATH }),
    project: t.string({ required: true, description: PROJECT }),
  }),
});

const UnpinOriginPayload = builder.objectRef<ChangedIndex>('UnpinOriginPayload').implement({
  description: 'The first of its mirrors that has the name answers it, until the next file is taken.',
  fields: changedIndexFields,
});

builder.mutationField('unpinOrigin', (t) =>
  t.field({
    ...requires(
      'indexes:update',
      'Sets a name free that its first file bound to one of several mirrors; the owner of the index and admins may.',
    ),
    type: UnpinOriginPayload,
    errors: refusals,
    args: { input: t.arg({ type: UnpinOriginInput, required: true, description: 'Which name.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await unpinOrigin(world, caller, input);
      return { id: result.id, serial };
    },
  }),
);
