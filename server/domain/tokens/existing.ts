// A token that exists, for whatever changes it: whose it is, and which rows nobody changes. Somebody else's token is not
// found, in the words for one that does not exist. What can be done is told beforehand by `visibility.ts`.

import type { User } from '../../storage/_generated/sqlite/client.ts';
import type { ReadClient } from '../../storage/transact.ts';
import type { UserActor } from '../actor.ts';
import { NotAllowed, NotFound } from '../errors.ts';
import { quote } from '../names.ts';
import type { World } from '../world.ts';
import { isSealIntact, WITH_LIMITS, type TokenWithRows } from './seal.ts';

export type ExistingToken = TokenWithRows & { readonly owner: User };

/** One's own; an admin's are all of them. @throws {NotFound} for those of others as well */
export async function changeableToken(
  read: ReadClient,
  actor: UserActor,
  tokenId: string,
): Promise<ExistingToken> {
  const { id, role } = actor.user;
  // Asked of the database, so that another's takes no more steps than none.
  const token = await read.token.findFirst({
    where: { id: tokenId, ...(role !== 'ADMIN' && { ownerId: id }) },
    include: { owner: true, ...WITH_LIMITS },
  });
  if (token === null) throw noToken(tokenId);
  return token;
}

export function noToken(tokenId: string): NotFound {
  return new NotFound(`There is no token ${quote(tokenId)}.`, ['tokenId']);
}

/** What was taken over from another system stays what it is until it is revoked. @throws {NotAllowed} */
export function requireOurs({ wire, name }: Pick<TokenWithRows, 'wire' | 'name'>): void {
  if (wire !== 'LEGACY') return;
  throw new NotAllowed(
    `${quote(name)} was taken over from another system: it can be revoked and paused, and nothing else. Create another token.`,
    ['tokenId'],
  );
}

/**
 * For what seals the row anew: a seal is not put on a row that somebody altered, nor on one that is gone.
 * @throws {NotAllowed}
 */
export function requireSealed(
  { serverKey }: Pick<World, 'serverKey'>,
  token: TokenWithRows,
  now: Date,
): void {
  requireLive(token, now);
  if (!isSealIntact(serverKey, token)) {
    throw new NotAllowed(
      `The row of ${quote(token.name)} was altered outside of the server, which opens nothing: revoke it.`,
      ['tokenId'],
    );
  }
}

/** What is to change, is to change in the one that replaced it. @throws {NotAllowed} */
export function requireNotRotated({ name, graceUntil }: Pick<TokenWithRows, 'name' | 'graceUntil'>): void {
  if (graceUntil === null) return;
  throw new NotAllowed(`${quote(name)} was rotated: take the token that replaced it.`, ['tokenId']);
}

/** @throws {NotAllowed} */
export function requireLive(token: TokenWithRows, now: Date): void {
  if (isLiveToken(token, now)) return;
  throw new NotAllowed(`${quote(token.name)} is revoked, rotated or expired, and stays as it is.`, [
    'tokenId',
  ]);
}

/** The same as the condition `isLive`, for a token that is at hand. */
function isLiveToken(
  { revokedAt, expiresAt, graceUntil }: Pick<TokenWithRows, 'revokedAt' | 'expiresAt' | 'graceUntil'>,
  now: Date,
): boolean {
  return (
    revokedAt === null && (expiresAt === null || expiresAt > now) && (graceUntil === null || graceUntil > now)
  );
}
