// Tokens: what of them can be read, one's own list, minting and revoking. A token's text is in one place only, the
// payload of the mutation that mints it.

import type { RevokeReason, TokenKind } from '../storage/_generated/sqlite/client.ts';
import { FreshSignInRequired, InvalidInput, NameTaken, NotAllowed, NotFound } from '../domain/errors.ts';
import { indexesVisibleTo, WITH_GRANTS } from '../domain/indexes/access.ts';
import { requireSession } from '../domain/permissions.ts';
import { issueToken, revokeToken } from '../domain/tokens/issue.ts';
import { tokenState, tokensVisibleTo, type TokenState } from '../domain/tokens/state.ts';
import { builder, type FieldsOf } from './builder.ts';
import { counted } from './connection.ts';
import type { GraphQLContext } from './context.ts';
import { PackageIndexType } from './package-index.ts';
import { requires } from './scopes.ts';
import { SERIAL } from './serial.ts';

const TokenKindEnum = builder.enumType('TokenKind', {
  description: 'What a token was made for; part of its text.',
  values: {
    PAT: { description: 'For a person’s own tools; its text begins with wh_pat_.' },
    CI: { description: 'For automation; its text begins with wh_ci_.' },
    REP: { description: 'For a replica, which alone it admits; its text begins with wh_rep_.' },
  } satisfies Record<TokenKind, object>,
});

const TokenStateEnum = builder.enumType('TokenState', {
  description: 'Whether a token works now; computed when it is read.',
  values: {
    PENDING: { description: 'It is refused until its notBefore.' },
    ACTIVE: { description: 'It is accepted, and does what its owner may do now within its scopes.' },
    ROTATING: { description: 'It was rotated, and is accepted until its graceUntil.' },
    EXPIRED: { description: 'It is refused since its expiresAt.' },
    REVOKED: { description: 'It is refused for good since its revokedAt.' },
    DISABLED: { description: 'It is refused as long as its owner is deactivated, or an admin has it paused.' },
  } satisfies Record<TokenState, object>,
});

const RevokeReasonEnum = builder.enumType('RevokeReason', {
  description: 'Why a token no longer works.',
  values: {
    OWNER: { description: 'Its owner revoked it.' },
    ADMIN: { description: 'An admin revoked it.' },
    INDEX_DELETED: { description: 'The only index it was bound to was deleted.' },
    SELF: { description: 'Whoever held it gave it up.' },
    ROTATED: { description: 'Another one took its place, and its grace is over.' },
    REUSE: { description: 'It or one of its family was used after it was rotated.' },
    LEAK: { description: 'It was reported as leaked.' },
    USER_DELETED: { description: 'Its owner was deleted.' },
    POLICY: { description: 'Nobody used it for a year.' },
  } satisfies Record<RevokeReason, object>,
});

export const TokenType = builder.prismaNode('Token', {
  id: { field: 'id', description: 'Opaque, and unique over all types.' },
  description: 'A credential that acts for one user, and may do at most what that user may do at the moment.',
  fields: (t) => ({
    tokenId: t.exposeString('id', {
      description: '22 characters, the public part of its text; CLI and logs show it.',
    }),
    name: t.exposeString('name', { description: 'What its owner calls it, 1 to 100 characters.' }),
    kind: t.expose('kind', { type: TokenKindEnum, description: 'What it was made for.' }),
    owner: t.relation('owner', { description: 'For whom it acts.' }),
    scopes: t.stringList({
      description: 'What it may do, such as index:read and index:upload; everything else is refused.',
      select: { scopes: true },
      resolve: ({ scopes }) => scopes.map(({ scope }) => scope).sort(),
    }),
    allIndexes: t.exposeBoolean('allIndexes', {
      description:
        'True: it reaches every index that its owner reaches. False: those of indexes, and no others.',
    }),
    indexes: t.field({
      type: [PackageIndexType],
      description:
        'The indexes it is bound to, by path, as far as the viewer may see them. Empty when allIndexes is true.',
      select: (_args, { caller }, nestedSelection) => ({
        indexes: {
          where: { index: indexesVisibleTo(caller.actor) },
          orderBy: { index: { path: 'asc' } },
          select: { index: nestedSelection({ include: WITH_GRANTS }) },
        },
      }),
      resolve: ({ indexes }) => indexes.map(({ index }) => index),
    }),
    allProjects: t.exposeBoolean('allProjects', {
      description: 'True: it reaches every project. False: those that projects matches, and no others.',
    }),
    projects: t.stringList({
      description:
        'The projects it is bound to: normalised names, or their beginning and a final "*". Empty when allProjects is true.',
      select: { projects: true },
      resolve: ({ projects }) => projects.map(({ pattern }) => pattern).sort(),
    }),
    state: t.field({
      type: TokenStateEnum,
      description: 'Whether it works now.',
      select: { owner: true },
      resolve: (token, _args, { world }) => tokenState(token, token.owner, world.clock()),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was minted.' }),
    notBefore: t.expose('notBefore', {
      type: 'DateTime',
      nullable: true,
      description: 'Before this it is refused. Null when it was valid from its creation.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'From this moment on it is refused. Null when it never expires.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it is refused for good. Null while it is not revoked.',
    }),
    revokeReason: t.expose('revokeReason', {
      type: RevokeReasonEnum,
      nullable: true,
      description: 'Why it was revoked. Null while it is not.',
    }),
  }),
});

builder.queryField('tokens', (t) =>
  t.prismaConnection(
    {
      ...requires('tokens:browse', 'The viewer’s own tokens in every state, the newest first.'),
      type: 'Token',
      cursor: 'id',
      totalCount: (_root, _args, context) => context.world.readDb.token.count({ where: ownTokens(context) }),
      resolve: (query, _root, _args, context) =>
        context.world.readDb.token.findMany({
          ...query,
          where: ownTokens(context),
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        }),
    },
    counted,
  ),
);

function ownTokens({ caller }: GraphQLContext) {
  const { user } = requireSession(caller.actor, 'tokens:browse');
  return { AND: [tokensVisibleTo(caller.actor), { ownerId: user.id }] };
}

const CreateTokenInput = builder.inputType('CreateTokenInput', {
  description: 'The token to mint. What is asked for and not allowed is refused by name, never trimmed.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: '1 to 100 characters; it differs from the owner’s other tokens that are not revoked.',
    }),
    scopes: t.stringList({ required: true, description: 'At least one of index:read and index:upload.' }),
    indexes: t.stringList({
      description: '1 to 100 index paths, written owner/name. Absent or null: allIndexes has to be true.',
    }),
    allIndexes: t.boolean({
      description:
        'True reaches every index of the owner, later ones too, and indexes stays out. Absent or null: false.',
    }),
    projects: t.stringList({
      description:
        'At most 100 project names, or their beginning and a final "*". Absent or null: every project. Empty: none.',
    }),
    expiresAt: t.field({ type: 'DateTime', description: 'Absent: in 30 days. Null: it never expires.' }),
    notBefore: t.field({ type: 'DateTime', description: 'Absent or null: valid at once.' }),
    kind: t.field({
      type: TokenKindEnum,
      description: 'PAT or CI; REP is refused here. Absent or null: PAT.',
    }),
    owner: t.string({
      description:
        'For whom it acts: an admin names a member or a service account. Absent or null: the viewer.',
    }),
  }),
});

interface IssuedToken {
  readonly id: string;
  readonly plaintext: string;
  readonly serial: bigint;
}

const CreateTokenPayload = builder.objectRef<IssuedToken>('CreateTokenPayload').implement({
  description: 'The new token, and its text for the only time.',
  fields: (t) => ({
    token: tokenField(t, 'As it was minted.'),
    plaintext: t.exposeString('plaintext', {
      description:
        'What pip, uv and twine take as the password of the user __token__. It is shown here and never again.',
    }),
    serial: t.expose('serial', SERIAL),
  }),
});

builder.mutationField('createToken', (t) =>
  t.field({
    ...requires(
      'tokens:create',
      'Mints a token, which may do at most what its owner may do at the moment of use. The sign-in must be fresh.',
      'For oneself; an admin also for members and service accounts, never for another admin. Its owner may see each ' +
        'index that it names.',
    ),
    type: CreateTokenPayload,
    errors: { types: [FreshSignInRequired, InvalidInput, NameTaken, NotAllowed, NotFound] },
    args: { input: t.arg({ type: CreateTokenInput, required: true, description: 'The token to mint.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await issueToken(world, caller, {
        name: input.name,
        scopes: input.scopes,
        indexes: input.indexes ?? undefined,
        allIndexes: input.allIndexes ?? undefined,
        projects: input.projects ?? undefined,
        expiresAt: input.expiresAt,
        notBefore: input.notBefore,
        kind: mintableKind(input.kind),
        owner: input.owner ?? undefined,
      });
      return { id: result.token.id, plaintext: result.plaintext, serial };
    },
  }),
);

function mintableKind(kind: TokenKind | null | undefined) {
  if (kind !== 'REP') return kind ?? undefined;
  throw new InvalidInput(
    'INVALID_INPUT',
    'createToken mints PAT and CI tokens; leave kind out or name one of these.',
    ['kind'],
  );
}

const RevokeTokenInput = builder.inputType('RevokeTokenInput', {
  description: 'The token to revoke.',
  fields: (t) => ({
    tokenId: t.string({ required: true, description: 'Its 22 characters; never the token’s own text.' }),
  }),
});

interface RevokedToken {
  readonly id: string;
  readonly serial: bigint;
}

const RevokeTokenPayload = builder.objectRef<RevokedToken>('RevokeTokenPayload').implement({
  description: 'The token is refused from now on.',
  fields: (t) => ({
    token: tokenField(t, 'As it is now; one that was revoked before is as it was.'),
    serial: t.expose('serial', SERIAL),
  }),
});

builder.mutationField('revokeToken', (t) =>
  t.field({
    ...requires('tokens:revoke', 'Revokes one’s own token for good; an admin revokes anybody’s.'),
    type: RevokeTokenPayload,
    errors: { types: [InvalidInput, NotFound] },
    args: { input: t.arg({ type: RevokeTokenInput, required: true, description: 'The token to revoke.' }) },
    resolve: async (_root, { input }, { world, caller }) => {
      const { result, serial } = await revokeToken(world, caller, input.tokenId);
      return { id: result.id, serial };
    },
  }),
);

/** The token is read again after the commit, with what the document selects of it. */
function tokenField<Payload extends { readonly id: string }>(t: FieldsOf<Payload>, description: string) {
  return t.prismaField({
    type: TokenType,
    description,
    resolve: (query, { id }, _args, { world }) =>
      world.readDb.token.findUniqueOrThrow({ ...query, where: { id } }),
  });
}
