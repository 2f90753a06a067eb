// A presented token to the actor it stands for. Its text was read already; here come the row, its seal, the secret or
// the whole chain of signatures, the times and the owner, and only then what a holder added. One refusal for every
// reason, so that nothing is learnt from it.

import type { ReadClient } from '../../storage/transact.ts';
import type { TokenActor } from '../actor.ts';
import type { World } from '../world.ts';
import { isWithinTimes, limitsOf, type TokenLimits } from './limits.ts';
import { readCaveat, type Caveat } from './macaroon/caveats.ts';
import type { PresentedToken } from './presented.ts';
import { isOfForm, isProved } from './proof.ts';
import { restricted, type NamedThings } from './restrictions.ts';
import { revokeFamily } from './reuse.ts';
import { isSealIntact, WITH_LIMITS, type TokenWithRows } from './seal.ts';
import { isAccepted, tokenState } from './state.ts';

/** From where a credential was presented, for the trail and for what is noted of its use. */
export interface PresentedFrom {
  /** Null when it is not known. */
  readonly address: string | null;
  /** The User-Agent, cut; null when none was sent. */
  readonly client: string | null;
  readonly requestId: string | null;
}

/**
 * Null when it opens nothing; a token that is not valid yet counts as unknown. Whether it may come from that address is
 * for the caller to ask, each time it is used.
 */
export async function recogniseToken(
  world: World,
  presented: PresentedToken,
  from: PresentedFrom,
): Promise<TokenActor | 'WRONG_SECRET' | null> {
  const token = await world.readDb.token.findUnique({
    where: { id: presented.id },
    include: { owner: true, ...WITH_LIMITS },
  });
  if (token === null || !isOfForm(token, presented) || !isSealIntact(world.serverKey, token)) return null;
  if (!isProved(world.serverKey, token, presented)) return 'WRONG_SECRET';
  const now = world.clock();
  if (token.revokedAt === null && token.graceUntil !== null && now >= token.graceUntil) {
    if (await wouldStillOpen(world.readDb, token, presented, now)) await revokeFamily(world, token, from);
    return null;
  }
  if (!isAccepted(tokenState(token, token.owner, now))) return null;
  const limits = await limitsLeft(world.readDb, token, presented);
  if (limits === null) return null;
  return {
    kind: 'token',
    user: token.owner,
    credential: { kind: 'token', id: token.id, name: token.name, ...limits },
  };
}

/** Whether its own caveats would let it in. A copy that its holder let end long ago tells of no thief. */
async function wouldStillOpen(
  read: ReadClient,
  token: TokenWithRows,
  presented: PresentedToken,
  now: Date,
): Promise<boolean> {
  const unlimited = { ...token, graceUntil: null, notBefore: null, expiresAt: null };
  const limits = await limitsLeft(read, unlimited, presented);
  return limits !== null && isWithinTimes(limits, now);
}

/** Null when a caveat is not understood, or can never hold. */
async function limitsLeft(
  read: ReadClient,
  token: TokenWithRows,
  presented: PresentedToken,
): Promise<TokenLimits | null> {
  const limits = limitsOf(token);
  if (presented.wire !== 'ATTENUABLE') return limits;
  const caveats: Caveat[] = [];
  for (const bytes of presented.macaroon.caveats) {
    const caveat = readCaveat(bytes);
    if (caveat === null) return null;
    caveats.push(caveat);
  }
  return restricted(limits, caveats, await thingsNamedIn(read, caveats, token.ownerId));
}

async function thingsNamedIn(
  read: ReadClient,
  caveats: readonly Caveat[],
  ownerId: string,
): Promise<NamedThings> {
  const paths = caveats.flatMap((caveat) => (caveat.kind === 'indexes' ? caveat.paths : []));
  const ids = caveats.flatMap((caveat) => (caveat.kind === 'projectIds' ? caveat.ids : []));
  const [indexes, projects] = await Promise.all([
    paths.length === 0 ? [] : read.packageIndex.findMany({ where: { livePath: { in: paths } } }),
    ids.length === 0 ? [] : read.project.findMany({ where: { id: { in: ids } } }),
  ]);
  return {
    ownerId,
    indexes: new Map(indexes.map(({ path, id }) => [path, id])),
    projects: new Map(projects.map((project) => [project.id, project])),
  };
}
