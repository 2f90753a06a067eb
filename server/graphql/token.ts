// Tokens: what of them can be read. Lists of them are in `token-lists.ts`, what changes them in `token-changes.ts`.

import type {
  RevokeReason,
  TokenActivity,
  TokenKind,
  TokenOrigin,
  TokenWire,
} from '../storage/_generated/sqlite/client.ts';
import { indexesVisibleTo, WITH_GRANTS } from '../domain/indexes/access.ts';
import { revocationOf, tokenState, type TokenState } from '../domain/tokens/state.ts';
import { lastUsesOf } from '../domain/tokens/token-uses.ts';
import { maySeeAddressesOf, mayChangeToken, tokensRevocableBy } from '../domain/tokens/visibility.ts';
import { inBatches } from './batches.ts';
import { builder } from './builder.ts';
import { PackageIndexType } from './package-index.ts';

export const TokenKindEnum = builder.enumType('TokenKind', {
  description: 'What a token was made for; part of its text.',
  values: {
    PAT: { description: 'For a person’s own tools; its text begins with wh_pat_.' },
    CI: { description: 'For automation; its text begins with wh_ci_.' },
    REP: { description: 'For a replica, which alone it admits; its text begins with wh_rep_.' },
  } satisfies Record<TokenKind, object>,
});

export const TokenWireEnum = builder.enumType('TokenWire', {
  description: 'The form of a token’s text, and with it who could make it again.',
  values: {
    OPAQUE: {
      description:
        'Only a hash of it is stored: nobody, not even the server, can make it again; it can be narrowed only here.',
    },
    ATTENUABLE: {
      description:
        'A macaroon: whoever holds it can narrow a copy offline, and whoever has both the server key and the ' +
        'database could make it again.',
    },
    LEGACY: {
      description:
        'Made by another system, and good as long as nobody revokes it: it cannot be changed, rotated or extended here.',
    },
  } satisfies Record<TokenWire, object>,
});

const TokenOriginEnum = builder.enumType('TokenOrigin', {
  description: 'The way in which a token came to be.',
  values: {
    WEB: { description: 'On the web page.' },
    API: { description: 'Through the API, as the command line does.' },
    ROTATION: { description: 'In place of another token, which was rotated.' },
    IMPORT: { description: 'By the operator, out of another system.' },
  } satisfies Record<TokenOrigin, object>,
});

export const TokenStateEnum = builder.enumType('TokenState', {
  description: 'Whether a token works now; computed when it is read.',
  values: {
    PENDING: { description: 'It is refused until its notBefore.' },
    ACTIVE: { description: 'It is accepted, and does what its owner may do now within its scopes.' },
    ROTATING: { description: 'It was rotated, and is accepted until its graceUntil.' },
    EXPIRED: { description: 'It is refused since its expiresAt.' },
    REVOKED: { description: 'It is refused for good since its revokedAt.' },
    DISABLED: {
      description: 'It is refused as long as its owner is deactivated, or an admin has it paused.',
    },
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
    INDEX_OWNER: { description: 'The owner of all indexes it was bound to revoked it.' },
    USER_DELETED: { description: 'Its owner was deleted.' },
    POLICY: { description: 'Nobody used it for a year.' },
  } satisfies Record<RevokeReason, object>,
});

/** Ends the sentence of what only some viewers are told. */
const TO_OTHERS = 'and to a viewer who is neither the token’s owner nor an admin.';

export const TokenType = builder.prismaNode('Token', {
  id: { field: 'id', description: 'Opaque, and unique over all types.' },
  description: 'A credential that acts for one user, and may do at most what that user may do at the moment.',
  fields: (t) => ({
    tokenId: t.exposeString('id', {
      description: '22 characters, the public part of its text; CLI and logs show it.',
    }),
    name: t.exposeString('name', { description: 'What its owner calls it, 1 to 100 characters.' }),
    kind: t.expose('kind', { type: TokenKindEnum, description: 'What it was made for.' }),
    wire: t.expose('wire', { type: TokenWireEnum, description: 'The form of its text.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'What it is for, in a sentence for people. Null when nobody wrote one.',
    }),
    owner: t.relation('owner', { description: 'For whom it acts.' }),
    issuer: t.relation('issuer', {
      description: 'Who minted it: its owner, or an admin.',
    }),
    origin: t.expose('origin', {
      type: TokenOriginEnum,
      nullable: true,
      description: 'The way in which it came to be. Null when it is from before that was noted.',
    }),
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
    allAddresses: t.exposeBoolean('allAddresses', {
      description: 'True: it works from every address. False: from those of addresses, and no others.',
    }),
    addresses: t.stringList({
      description:
        'The addresses and networks from which it works, each with its prefix length. Empty when allAddresses is ' +
        'true, and to a viewer who is neither its owner nor an admin.',
      select: { addresses: true },
      resolve: (token, _args, { caller }) =>
        maySeeAddressesOf(caller.actor, token) ? token.addresses.map(({ range }) => range).sort() : [],
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
    graceUntil: t.expose('graceUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'It was rotated, and is refused from this moment on. Null while it was not.',
    }),
    rotatedFrom: t.exposeString('rotatedFromId', {
      nullable: true,
      description: 'The tokenId of the one that it replaced. Null when it replaced none.',
    }),
    revokedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when it is refused for good. Null while it is not revoked.',
      resolve: (token, _args, { world }) => revocationOf(token, world.clock())?.at ?? null,
    }),
    revokeReason: t.field({
      type: RevokeReasonEnum,
      nullable: true,
      description: 'Why it was revoked. Null while it is not.',
      resolve: (token, _args, { world }) => revocationOf(token, world.clock())?.reason ?? null,
    }),
    lastUsedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When it was last let in; what another server let in is told within ten seconds. Null when it never was.',
      resolve: async ({ id }, _args, context) =>
        (await activities(context, activities, id, null))?.lastUsedAt ?? null,
    }),
    lastUsedAddress: t.string({
      nullable: true,
      description: `From where it was last used. Null when that is not known, ${TO_OTHERS}`,
      resolve: async (token, _args, context) =>
        maySeeAddressesOf(context.caller.actor, token)
          ? ((await activities(context, activities, token.id, null))?.lastUsedAddress ?? null)
          : null,
    }),
    lastUsedClient: t.string({
      nullable: true,
      description: `The User-Agent it was last used with, at most 200 characters. Null when none was sent, ${TO_OTHERS}`,
      resolve: async (token, _args, context) =>
        maySeeAddressesOf(context.caller.actor, token)
          ? ((await activities(context, activities, token.id, null))?.lastUsedClient ?? null)
          : null,
    }),
    createdAddress: t.string({
      nullable: true,
      description: `From where it was minted. Null when that is not known, ${TO_OTHERS}`,
      resolve: (token, _args, { caller }) =>
        maySeeAddressesOf(caller.actor, token) ? token.createdAddress : null,
    }),
    viewerCanRevoke: t.boolean({
      description: 'Whether revokeToken would revoke it; false when it is revoked already, and to a token.',
      resolve: async (token, _args, context) =>
        revocationOf(token, context.world.clock()) === null &&
        (await revocable(context, revocable, token.id, null)) === true,
    }),
    viewerCanChange: t.boolean({
      description:
        'Whether it can be renamed and narrowed by the viewer; false when it is revoked, expired or was rotated, ' +
        'and to a token.',
      resolve: (token, _args, { world, caller }) => mayChangeToken(caller.actor, token, world.clock()),
    }),
  }),
});

/** Of many tokens at once: how often they are used is nobody's column. */
const activities = inBatches<null, TokenActivity>(({ world }, ids) => lastUsesOf(world, ids));

const revocable = inBatches<null, boolean>(async ({ world, caller }, ids) => {
  const rows = await world.readDb.token.findMany({
    where: { AND: [{ id: { in: [...ids] } }, tokensRevocableBy(caller.actor)] },
    select: { id: true },
  });
  return new Map(rows.map(({ id }) => [id, true]));
});
