// Put a new token in the place of one that works: the same name and limits, another text. The old one works on for a
// grace, and whoever presents it afterwards shows that somebody has it who should not: `reuse.ts`.

import type { PackageIndex, Token } from '../../storage/_generated/sqlite/client.ts';
import type { Committed, Write } from '../../storage/transact.ts';
import type { Caller, UserActor } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { InvalidInput, NotAllowed } from '../errors.ts';
import { maySee, WITH_GRANTS, type GuardedIndex } from '../indexes/access.ts';
import { quote } from '../names.ts';
import { transactAs } from '../transact-as.ts';
import { requireFreshSession } from '../users/fresh.ts';
import type { World } from '../world.ts';
import { requireRoom } from './caps.ts';
import {
  changeableToken,
  requireNotRotated,
  requireOurs,
  requireSealed,
  type ExistingToken,
} from './existing.ts';
import { mintToken, type IssuedToken, type MintableWire } from './mint.ts';
import { lifeAgain, tokenTimes } from './policy.ts';
import { asPerson, requireRightsOf } from './reach.ts';
import { requireScopesOfRole, type Scope } from './scope.ts';
import { sealToken } from './seal.ts';

const MOST_GRACE_SECONDS = 24 * 60 * 60;

export interface Rotation {
  readonly tokenId: string;
  /** For how long the old text still works. */
  readonly graceSeconds?: number;
  /** Absent: as long a life as the old one had. Null: never. */
  readonly expiresAt?: Date | null;
}

/**
 * @throws {FreshSignInRequired} @throws {InvalidInput} @throws {NotFound} @throws {NotAllowed} @throws {RateLimited}
 */
export async function rotateToken(
  world: World,
  caller: Caller,
  { tokenId, graceSeconds = 0, expiresAt }: Rotation,
): Promise<Committed<IssuedToken>> {
  const actor = requireFreshSession(world, caller.actor, 'tokens:rotate');
  if (!Number.isInteger(graceSeconds) || graceSeconds < 0 || graceSeconds > MOST_GRACE_SECONDS) {
    throw new InvalidInput(
      'INVALID_INPUT',
      `A grace has 0 to ${MOST_GRACE_SECONDS} seconds, which is a day at most.`,
      ['graceSeconds'],
    );
  }
  return transactAs(world, caller, async (write) => {
    const old = await changeableToken(write.read, actor, tokenId);
    requireRotatable(world, actor, old, write.at);
    const scopes = old.scopes.map(({ scope }) => scope as Scope);
    requireScopesOfRole(scopes, old.owner);
    const indexes = old.allIndexes ? null : await sameIndexes(write, old);
    requireRightsOf(old.owner, scopes, indexes ?? []);
    await requireRoom(write, world.tokenPolicy, old.ownerId, graceSeconds === 0 ? old.id : null);

    const times = timesFor(world, old, expiresAt, write.at);
    const familyId = old.familyId ?? old.id;
    const graceUntil = new Date(write.at.getTime() + graceSeconds * 1000);
    await retire(world, write, old, { familyId, graceUntil });
    const issued = await mintToken(world, write, caller, {
      ...times,
      wire: old.wire as MintableWire,
      kind: old.kind as 'PAT' | 'CI',
      ownerId: old.ownerId,
      issuerId: actor.user.id,
      name: old.name,
      description: old.description,
      scopes,
      indexIds: indexes?.map(({ id }) => id) ?? null,
      patterns: old.allProjects ? null : old.projects.map(({ pattern }) => pattern),
      ranges: old.allAddresses ? null : old.addresses.map(({ range }) => range),
      origin: 'ROTATION',
      familyId,
      rotatedFromId: old.id,
    });
    await record(world, write, caller, {
      action: 'token.rotated',
      subject: { kind: 'token', id: old.id, name: old.name, ownerId: old.ownerId },
      detail: {
        to: issued.token.id,
        graceUntil: graceUntil.toISOString(),
        expiresAt: issued.token.expiresAt?.toISOString() ?? null,
      },
    });
    return issued;
  });
}

/** @throws {NotAllowed} */
function requireRotatable(world: World, actor: UserActor, token: ExistingToken, now: Date): void {
  requireOurs(token);
  const { owner, name } = token;
  if (owner.id !== actor.user.id && owner.role === 'ADMIN') {
    throw new NotAllowed('Nobody mints tokens for another admin, nor rotates theirs.', ['tokenId']);
  }
  requireSealed(world, token, now);
  requireNotRotated(token);
  if (token.pausedAt !== null || owner.deactivatedAt !== null) {
    throw new NotAllowed(`${quote(name)} is paused, or its owner deactivated: it rests as it is.`, [
      'tokenId',
    ]);
  }
}

type BoundIndex = PackageIndex & GuardedIndex;

/**
 * Those of the old token. One that is gone and one that the owner may not see any more are told in the same words.
 * @throws {NotAllowed}
 */
async function sameIndexes(write: Write, { indexes, owner }: ExistingToken): Promise<BoundIndex[]> {
  const found = await write.read.packageIndex.findMany({
    where: { id: { in: indexes.map(({ indexId }) => indexId) }, deletedAt: null },
    include: WITH_GRANTS,
  });
  const person = asPerson(owner);
  const visible = found.filter((index) => maySee(person, index));
  if (visible.length === indexes.length) return visible;
  throw new NotAllowed(
    `The token is bound to an index that is not there for ${owner.name} any more: narrow the token to the others first.`,
    ['tokenId'],
  );
}

/** @throws {InvalidInput} INVALID_EXPIRY */
function timesFor({ tokenPolicy }: World, old: Token, expiresAt: Rotation['expiresAt'], now: Date) {
  const notBefore = old.notBefore !== null && old.notBefore > now ? old.notBefore : null;
  const wanted = expiresAt === undefined ? lifeAgain(old, tokenPolicy, now) : expiresAt;
  return tokenTimes({ notBefore, expiresAt: wanted }, tokenPolicy, now);
}

/** Keeps its seal, so that its text is known for what it is when it comes back. */
async function retire(
  world: World,
  write: Write,
  old: ExistingToken,
  change: Pick<Token, 'familyId' | 'graceUntil'>,
): Promise<void> {
  const seal = sealToken(world.serverKey, { ...old, ...change });
  await write.update('Token', { id: old.id }, { ...change, ...seal, liveName: null });
}
