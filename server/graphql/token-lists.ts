// One token, the token that asks, and lists of tokens. Who sees which is decided in `domain/tokens/visibility.ts`, what
// a filter means in `domain/tokens/browse.ts`.

import { formatPrismaCursor, parsePrismaCursor, queryFromInfo } from '@pothos/plugin-prisma';
import { resolveCursorConnection } from '@pothos/plugin-relay';

import type { Token } from '../storage/_generated/sqlite/client.ts';
import { tokenPage, tokensFor, type TokenFilter } from '../domain/tokens/browse.ts';
import { cursorOf } from '../domain/pages.ts';
import { tokensVisibleTo } from '../domain/tokens/visibility.ts';
import { builder } from './builder.ts';
import { counted } from './connection.ts';
import { MAX_PAGE_SIZE, PAGE_SIZE } from './limits.ts';
import { requires } from './scopes.ts';
import { TokenStateEnum, TokenType, TokenWireEnum } from './token.ts';
import { ViewerType } from './viewer.ts';

builder.queryField('token', (t) =>
  t.prismaField({
    ...requires(
      'tokens:browse',
      'One token. Null when there is none of this id that the viewer may see.',
      'One’s own; those that name an index one owns; an admin every one. A token reads itself, and an admin’s with ' +
        'audit:read every one.',
    ),
    type: TokenType,
    nullable: true,
    args: {
      tokenId: t.arg.string({ required: true, description: 'Its public part; never the token’s own text.' }),
    },
    resolve: (query, _root, { tokenId }, { world, caller }) =>
      world.readDb.token.findFirst({
        ...query,
        where: { AND: [{ id: tokenId }, tokensVisibleTo(caller.actor)] },
      }),
  }),
);

builder.objectField(ViewerType, 'token', (t) =>
  t.prismaField({
    type: TokenType,
    nullable: true,
    description: 'The token that the request was made with. Null when it was made with a session.',
    resolve: (query, { credential }, _args, { world }) => {
      const itself = { ...query, where: { id: 'id' in credential ? credential.id : '' } };
      return credential.kind === 'token' ? world.readDb.token.findUnique(itself) : null;
    },
  }),
);

const TokenFilterInput = builder.inputType('TokenFilterInput', {
  description: 'Which tokens to list: those for which everything holds that is given.',
  fields: (t) => ({
    owner: t.string({
      description:
        'Those of this user, as far as the viewer may see them. Absent or null: the viewer’s own, unless ' +
        'everybody or packageIndex is given.',
    }),
    everybody: t.boolean({
      description: 'True: those of all users; for admins alone. Absent or null: false.',
    }),
    packageIndex: t.string({
      description:
        'Those that reach the index of this path, owner/name: bound to it, or to an index that has it below and of ' +
        'somebody who reads both, or for all indexes and of somebody whom its lists name. Whoever owns it and is no admin is shown those that are bound to it. Absent or null: wherever ' +
        'they reach.',
    }),
    project: t.string({
      description:
        'Those that let somebody read or upload this project of packageIndex now, directly or through an index that ' +
        'has it below: accepted, with the scope, with a pattern that matches, and of an owner who may. Absent or null: whatever their projects.',
    }),
    state: t.field({ type: TokenStateEnum, description: 'Those in this state. Absent or null: in any.' }),
    wire: t.field({ type: TokenWireEnum, description: 'Those of this form. Absent or null: of any.' }),
  }),
});

/** Where the selection of a token stands below the connection, whichever of the two ways the document takes. */
const TOKENS = [['nodes'], ['edges', 'node']];

builder.queryField('tokens', (t) =>
  t.connection(
    {
      ...requires(
        'tokens:browse',
        'Tokens in every state, the newest first: without a filter the viewer’s own, and of a token itself alone.',
        'One’s own; those that name an index one owns; an admin every one. A token lists itself, and an admin’s ' +
          'with audit:read every one.',
      ),
      type: TokenType,
      args: {
        filter: t.arg({ type: TokenFilterInput, description: 'Which tokens. Absent or null: one’s own.' }),
      },
      resolve: async (_root, { filter, ...page }, context, info) => {
        const { world, caller } = context;
        const where = await tokensFor(world, caller.actor, givenOf(filter ?? {}));
        const selection = queryFromInfo({ context, info, paths: TOKENS });
        const connection = await resolveCursorConnection<Promise<Token[]>>(
          {
            args: page,
            defaultSize: PAGE_SIZE,
            maxSize: MAX_PAGE_SIZE,
            toCursor: (token) =>
              formatPrismaCursor({ place: cursorOf({ at: token.createdAt, id: token.id }) }, 'place'),
          },
          ({ after, before, limit, inverted }) => {
            const range = { after: keyIn(after), before: keyIn(before), limit, inverted };
            return world.readDb.token.findMany({ ...selection, ...tokenPage(where, range) });
          },
        );
        return { ...connection, totalCount: () => world.readDb.token.count({ where }) };
      },
    },
    counted,
  ),
);

/** Null and absent mean the same in a filter. */
function givenOf(filter: {
  readonly [Name in keyof TokenFilter]?: TokenFilter[Name] | null;
}): TokenFilter {
  const given = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given);
}

/** That it is a cursor was looked at by `limits.ts`. */
function keyIn(cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : String(parsePrismaCursor(cursor));
}
