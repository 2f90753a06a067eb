// Taking tokens away for good: one, those of a user, those of an index, and the one that asks. A revoked row stays, and
// loses its seal, so that nobody brings it back by hand.

import type { RevokeReason, Token } from '../../storage/_generated/sqlite/client.ts';
import type { Committed, Write } from '../../storage/transact.ts';
import type { Caller, UserActor } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { InvalidInput, NotAllowed, NotFound } from '../errors.ts';
import { mayAdminister, maySee, WITH_GRANTS } from '../indexes/access.ts';
import { boundOnlyTo } from '../indexes/consequences.ts';
import { quote } from '../names.ts';
import { requirePermission, requireSession } from '../permissions.ts';
import { transactAs } from '../transact-as.ts';
import { inTurnWithOthers } from '../turn-of-others.ts';
import type { World } from '../world.ts';
import { noToken } from './existing.ts';
import { isLive } from './state.ts';
import { tokensRevocableBy } from './visibility.ts';

/** Revoking a revoked token changes nothing. @throws {NotFound} in the same words for foreign and unknown ids */
export async function revokeToken(world: World, caller: Caller, tokenId: string): Promise<Committed<Token>> {
  const actor = requireSession(caller.actor, 'tokens:revoke');
  return transactAs(world, caller, async (write) => {
    const token = await write.read.token.findFirst({
      where: { AND: [{ id: tokenId }, tokensRevocableBy(actor)] },
    });
    if (token === null) throw noToken(tokenId);
    if (token.revokedAt !== null) return token;
    return revokeRow(world, write, caller, token, reasonOf(actor, token));
  });
}

export interface BulkRevocation {
  /** A user's name. */
  readonly owner?: string;
  /** An index's path. */
  readonly packageIndex?: string;
}

export interface BulkRevoked {
  readonly revoked: number;
  /** Live tokens that are bound to the index and to others too. */
  readonly kept: number;
}

/** Live tokens of a user, or those bound to one index alone. @throws {InvalidInput} @throws {NotFound} @throws {NotAllowed} */
export async function revokeTokens(
  world: World,
  caller: Caller,
  { owner, packageIndex }: BulkRevocation,
): Promise<Committed<BulkRevoked>> {
  const actor = requireSession(caller.actor, 'tokens:revoke');
  if ((owner === undefined) === (packageIndex === undefined)) {
    throw new InvalidInput('INVALID_INPUT', 'Name either an owner or a package index.', ['owner']);
  }
  return transactAs(world, caller, async (write) =>
    owner === undefined
      ? revokeOfIndex(world, write, caller, await administeredIndex(write, actor, packageIndex!))
      : revokeAll(world, write, caller, { ownerId: await ownerIdOf(write, actor, owner) }),
  );
}

/** By the token itself. @throws {NotAllowed} for a session, which has none */
export async function revokeOwnToken(world: World, caller: Caller): Promise<Committed<Token>> {
  requirePermission(caller.actor, 'tokens:revoke-own');
  const { actor } = caller;
  if (actor.kind !== 'token') {
    throw new NotAllowed(
      'A token revokes itself with this. You have a session: name the token to revokeToken.',
    );
  }
  return transactAs(world, caller, async (write) => {
    const token = await write.read.token.findUniqueOrThrow({ where: { id: actor.credential.id } });
    return revokeRow(world, write, caller, token, 'SELF');
  });
}

/** The row and its audit event, for whoever takes a token away. */
export async function revokeRow(
  world: World,
  write: Write,
  caller: Caller,
  { id, name, ownerId }: Pick<Token, 'id' | 'name' | 'ownerId'>,
  reason: RevokeReason,
  indexId?: string,
): Promise<Token> {
  const revoked = await revokeUnsaid(write, caller, id, reason);
  await record(world, write, caller, {
    action: 'token.revoked',
    subject: { kind: 'token', id, name, ownerId, ...(indexId !== undefined && { indexId }) },
    detail: { reason },
  });
  return revoked;
}

/** The row alone, where another event tells of it. */
export async function revokeUnsaid(
  write: Write,
  { actor }: Caller,
  id: string,
  revokeReason: RevokeReason,
): Promise<Token> {
  const revokedById = actor.kind === 'user' ? actor.user.id : null;
  return write.update(
    'Token',
    { id },
    { revokedAt: write.at, revokedById, revokeReason, liveName: null, seal: null },
  );
}

async function revokeOfIndex(
  world: World,
  write: Write,
  caller: Caller,
  indexId: string,
): Promise<BulkRevoked> {
  const { revoked } = await revokeAll(world, write, caller, boundOnlyTo(indexId), indexId);
  const kept = await write.read.token.count({
    where: { ...isLive(write.at), allIndexes: false, indexes: { some: { indexId } } },
  });
  return { revoked, kept };
}

async function revokeAll(
  world: World,
  write: Write,
  caller: Caller,
  which: { ownerId: string } | ReturnType<typeof boundOnlyTo>,
  indexId?: string,
): Promise<BulkRevoked> {
  const tokens = await write.read.token.findMany({ where: { AND: [isLive(write.at), which] } });
  await inTurnWithOthers(tokens, (token) =>
    revokeRow(world, write, caller, token, reasonOf(caller.actor as UserActor, token), indexId),
  );
  return { revoked: tokens.length, kept: 0 };
}

function reasonOf({ user }: UserActor, { ownerId }: Pick<Token, 'ownerId'>): RevokeReason {
  if (user.id === ownerId) return 'OWNER';
  return user.role === 'ADMIN' ? 'ADMIN' : 'INDEX_OWNER';
}

/** @throws {NotAllowed} for others than admins, whoever is named @throws {NotFound} */
async function ownerIdOf(write: Write, { user }: UserActor, name: string): Promise<string> {
  if (name === user.name) return user.id;
  if (user.role !== 'ADMIN') {
    throw new NotAllowed('Only an admin may revoke the tokens of another user.', ['owner']);
  }
  const owner = await write.read.user.findUnique({ where: { name } });
  if (owner !== null && owner.deletedAt === null) return owner.id;
  throw new NotFound(`There is no user ${quote(name)}.`, ['owner']);
}

/** @throws {NotFound} in the same words whether hidden or absent @throws {NotAllowed} */
async function administeredIndex(write: Write, actor: UserActor, path: string): Promise<string> {
  const index = await write.read.packageIndex.findFirst({ where: { livePath: path }, include: WITH_GRANTS });
  if (index === null || !maySee(actor, index)) {
    throw new NotFound(`There is no package index ${quote(path)}.`, ['packageIndex']);
  }
  if (mayAdminister(actor, index)) return index.id;
  throw new NotAllowed(`Only the owner of ${path} and admins may revoke the tokens bound to it.`, [
    'packageIndex',
  ]);
}
