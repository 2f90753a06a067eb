// The end of tokens: revoked by name, many at once, by the token itself, or because somebody found one.

import { InvalidInput, NotAllowed, NotFound, RateLimited } from '../domain/errors.ts';
import { reportLeakedToken } from '../domain/tokens/leak.ts';
import { revokeOwnToken, revokeToken, revokeTokens } from '../domain/tokens/revoke.ts';
import { builder } from './builder.ts';
import { requires } from './scopes.ts';
import { SERIAL } from './serial.ts';
import { changedTokenPayload, TOKEN_ID } from './token-payload.ts';

const RevokeTokenInput = builder.inputType('RevokeTokenInput', {
  description: 'The token to revoke.',
  fields: (t) => ({ tokenId: t.string(TOKEN_ID) }),
});

const RevokeTokenPayload = changedTokenPayload(
  'RevokeTokenPayload',
  'The token is refused from now on.',
  'As it is now; one that was revoked before is as it was.',
);

builder.mutationField('revokeToken', (t) =>
  t.field({
    ...requires(
      'tokens:revoke',
      'Revokes a token for good.',
      'One’s own, or one that does nothing but reach indexes of one’s own; an admin anybody’s.',
    ),
    type: RevokeTokenPayload,
    errors: { types: [InvalidInput, NotFound] },
    args: { input: t.arg({ type: RevokeTokenInput, required: true, description: 'The token to revoke.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await revokeToken(world, caller, input.tokenId);
      return { id: result.id, serial };
    },
  }),
);

const RevokeTokensInput = builder.inputType('RevokeTokensInput', {
  description: 'Whose tokens to revoke; exactly one of the two is given.',
  fields: (t) => ({
    owner: t.string({
      description: 'A user’s name: all live tokens of this user. Absent or null: not by user.',
    }),
    packageIndex: t.string({
      description:
        'An index’s path: the live tokens that are bound to it and do nothing beside. Absent or null: not by index.',
    }),
  }),
});

interface RevokedTokens {
  readonly revoked: number;
  readonly kept: number;
  readonly serial: bigint;
}

const RevokeTokensPayload = builder.objectRef<RevokedTokens>('RevokeTokensPayload').implement({
  description: 'The tokens are refused from now on.',
  fields: (t) => ({
    revoked: t.exposeInt('revoked', { description: 'How many tokens were revoked.' }),
    kept: t.exposeInt('kept', {
      description:
        'How many live tokens are bound to the index, and do more than that, and go on. 0 when they were revoked by user.',
    }),
    serial: t.expose('serial', SERIAL),
  }),
});

builder.mutationField('revokeTokens', (t) =>
  t.field({
    ...requires(
      'tokens:revoke',
      'Revokes all live tokens of a user, or all that are bound to one index alone.',
      'One’s own, or those of an index of one’s own; an admin anybody’s.',
    ),
    type: RevokeTokensPayload,
    errors: { types: [InvalidInput, NotAllowed, NotFound] },
    args: { input: t.arg({ type: RevokeTokensInput, required: true, description: 'Whose tokens.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await revokeTokens(world, caller, {
        owner: input.owner ?? undefined,
        packageIndex: input.packageIndex ?? undefined,
      });
      return { ...result, serial };
    },
  }),
);

const RevokeOwnTokenPayload = changedTokenPayload(
  'RevokeOwnTokenPayload',
  'The token that asked is refused from now on.',
  'As it is now.',
);

builder.mutationField('revokeOwnToken', (t) =>
  t.field({
    ...requires(
      'tokens:revoke-own',
      'Revokes the token that the request is made with, and with it each of its copies.',
      'A session has no token of its own to revoke and is refused.',
    ),
    type: RevokeOwnTokenPayload,
    errors: { types: [NotAllowed] },
    resolve: async (_root, _args, { world, caller }) => {
      const { result, serial } = await revokeOwnToken(world, caller);
      return { id: result.id, serial };
    },
  }),
);

const ReportLeakedTokenInput = builder.inputType('ReportLeakedTokenInput', {
  description: 'What was found.',
  fields: (t) => ({
    token: t.string({ required: true, description: 'The whole text of a token; it is kept nowhere.' }),
  }),
});

const ReportLeakedTokenPayload = builder
  .objectRef<{ readonly received: true }>('ReportLeakedTokenPayload')
  .implement({
    description: 'The same whatever was reported, so that nobody learns from it whether a token is one.',
    fields: (t) => ({
      received: t.boolean({ description: 'Always true.', resolve: ({ received }) => received }),
    }),
  });

builder.mutationField('reportLeakedToken', (t) =>
  t.field({
    ...requires(
      'tokens:report-leak',
      'Revokes a token that was found where it does not belong: whoever has its whole text may.',
      'At most ten times a minute from one address.',
    ),
    type: ReportLeakedTokenPayload,
    errors: { types: [RateLimited] },
    args: { input: t.arg({ type: ReportLeakedTokenInput, required: true, description: 'What was found.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      await reportLeakedToken(world, caller, input.token);
      return { received: true as const };
    },
  }),
);
