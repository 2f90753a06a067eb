// A token that was recognised when its request began, looked at again inside the transaction that it leads to: on the
// rows as they are by now. What the row lost meanwhile is lost to a copy with caveats as well.

import type { ReadClient } from '../../storage/transact.ts';
import type { Caller, TokenActor } from '../actor.ts';
import type { World } from '../world.ts';
import { coversAddress, isWithinTimes, limitsOf } from './limits.ts';
import { insideBoth } from './restrictions.ts';
import { isSealIntact, WITH_LIMITS } from './seal.ts';
import { isAccepted, tokenState } from './state.ts';

/** With its owner and within its row's limits as of now; null when it opens nothing any more. */
export async function tokenStanding(
  { serverKey }: Pick<World, 'serverKey'>,
  read: Pick<ReadClient, 'token'>,
  { user: assumed, credential }: TokenActor,
  address: Caller['address'],
  now: Date,
): Promise<TokenActor | null> {
  const row = await read.token.findUnique({
    where: { id: credential.id },
    include: { owner: true, ...WITH_LIMITS },
  });
  if (row === null || row.ownerId !== assumed.id || !isSealIntact(serverKey, row)) return null;
  if (!isAccepted(tokenState(row, row.owner, now))) return null;
  const limits = insideBoth(credential, limitsOf(row));
  if (!isWithinTimes(limits, now) || !coversAddress(limits, address)) return null;
  return { kind: 'token', user: row.owner, credential: { ...credential, ...limits } };
}
