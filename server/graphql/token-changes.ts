// Changes of a token that exists: what it is called, narrowing, and pauses. New ones are in `token-minting.ts`, the end
// of one in `token-revocation.ts`.

import { InvalidInput, NameTaken, NotAllowed, NotFound } from '../domain/errors.ts';
import { updateToken } from '../domain/tokens/change.ts';
import { narrowToken } from '../domain/tokens/narrow.ts';
import { pauseToken, resumeToken } from '../domain/tokens/pause.ts';
import { builder } from './builder.ts';
import { requires } from './scopes.ts';
import { changedTokenPayload, TOKEN_ID } from './token-payload.ts';

const UpdateTokenInput = builder.inputType('UpdateTokenInput', {
  description: 'What the token is called from now on.',
  fields: (t) => ({
    tokenId: t.string(TOKEN_ID),
    name: t.string({
      description: '1 to 100 characters, unlike the owner’s other tokens. Absent or null: as it is.',
    }),
    description: t.string({
      description: 'At most 500 characters. Absent: as it is. Null or empty: none.',
    }),
  }),
});

const UpdateTokenPayload = changedTokenPayload(
  'UpdateTokenPayload',
  'The token has its new words.',
  'As it is now; what it may do is as it was.',
);

builder.mutationField('updateToken', (t) =>
  t.field({
    ...requires(
      'tokens:update',
      'Renames a token, or describes it anew.',
      'One’s own; an admin anybody’s. One that was taken over from another system stays as it is.',
    ),
    type: UpdateTokenPayload,
    errors: { types: [InvalidInput, NameTaken, NotAllowed, NotFound] },
    args: { input: t.arg({ type: UpdateTokenInput, required: true, description: 'The new words.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await updateToken(world, caller, {
        tokenId: input.tokenId,
        name: input.name ?? undefined,
        description: input.description,
      });
      return { id: result.id, serial };
    },
  }),
);

const NarrowTokenInput = builder.inputType('NarrowTokenInput', {
  description: 'What the token has from now on; whatever is named lies within what it has.',
  fields: (t) => ({
    tokenId: t.string(TOKEN_ID),
    scopes: t.stringList({ description: 'Those that stay, at least one. Absent or null: as they are.' }),
    indexes: t.stringList({
      description: 'The paths of those that stay. Absent or null: as they are. Empty: none.',
    }),
    projects: t.stringList({
      description:
        'Names, or their beginning and a final "*", within those it has. Absent or null: as they are. Empty: none.',
    }),
    addresses: t.stringList({
      description:
        'Addresses or networks within those it has. Absent or null: as they are. Empty: none, and it is refused everywhere.',
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'No later than it has, and after now. Absent or null: as it is.',
    }),
    notBefore: t.field({
      type: 'DateTime',
      description: 'No earlier than it has. Absent or null: as it is.',
    }),
  }),
});

const NarrowTokenPayload = changedTokenPayload(
  'NarrowTokenPayload',
  'The token and every copy of it reach no further than this from now on.',
  'As it is now.',
);

builder.mutationField('narrowToken', (t) =>
  t.field({
    ...requires(
      'tokens:update',
      'Takes away from what a token may do, at once and for every copy of it; nothing ever widens one.',
      'One’s own; an admin anybody’s. One that was taken over from another system stays as it is.',
    ),
    type: NarrowTokenPayload,
    errors: { types: [InvalidInput, NotAllowed, NotFound] },
    args: { input: t.arg({ type: NarrowTokenInput, required: true, description: 'What stays.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await narrowToken(world, caller, {
        tokenId: input.tokenId,
        scopes: input.scopes ?? undefined,
        indexes: input.indexes ?? undefined,
        projects: input.projects ?? undefined,
        addresses: input.addresses ?? undefined,
        expiresAt: input.expiresAt ?? undefined,
        notBefore: input.notBefore ?? undefined,
      });
      return { id: result.id, serial };
    },
  }),
);

const PauseTokenInput = builder.inputType('PauseTokenInput', {
  description: 'The token to pause.',
  fields: (t) => ({ tokenId: t.string(TOKEN_ID) }),
});

const PauseTokenPayload = changedTokenPayload(
  'PauseTokenPayload',
  'The token is refused until somebody ends the pause.',
  'As it is now; one that rested already is as it was.',
);

builder.mutationField('pauseToken', (t) =>
  t.field({
    ...requires('tokens:pause', 'Refuses a token for the time being.'),
    type: PauseTokenPayload,
    errors: { types: [NotAllowed, NotFound] },
    args: { input: t.arg({ type: PauseTokenInput, required: true, description: 'The token to pause.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await pauseToken(world, caller, input.tokenId);
      return { id: result.id, serial };
    },
  }),
);

const ResumeTokenInput = builder.inputType('ResumeTokenInput', {
  description: 'The token whose pause ends.',
  fields: (t) => ({ tokenId: t.string(TOKEN_ID) }),
});

const ResumeTokenPayload = changedTokenPayload(
  'ResumeTokenPayload',
  'The token does what it did before its pause.',
  'As it is now; one that did not rest is as it was.',
);

builder.mutationField('resumeToken', (t) =>
  t.field({
    ...requires('tokens:pause', 'Ends the pause of a token.'),
    type: ResumeTokenPayload,
    errors: { types: [NotAllowed, NotFound] },
    args: { input: t.arg({ type: ResumeTokenInput, required: true, description: 'Whose pause ends.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await resumeToken(world, caller, input.tokenId);
      return { id: result.id, serial };
    },
  }),
);
