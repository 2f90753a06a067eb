// A rotated token that is presented after its grace was kept by somebody who should not have it, or by its owner, who
// cannot tell: the whole family is revoked, also the one in use.

import type { Token } from '../../storage/_generated/sqlite/client.ts';
import { transact } from '../../storage/transact.ts';
import { SYSTEM_CALLER, type Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import type { World } from '../world.ts';
import { tellOwnerOfReuse } from './notices.ts';
import { revokeUnsaid } from './revoke.ts';
import { isLive } from './state.ts';

/** `token` is the one that was presented. Nothing happens when none of its family lives any more. */
export async function revokeFamily(
  world: World,
  token: Pick<Token, 'id' | 'name' | 'ownerId' | 'familyId'>,
  from: Pick<Caller, 'address' | 'client' | 'requestId'>,
): Promise<void> {
  // The server does it: whoever presented the token is nobody.
  const caller: Caller = { ...from, actor: SYSTEM_CALLER.actor };
  const { id, name, ownerId, familyId } = token;
  const living = (now: Date) => ({ familyId: familyId ?? id, ...isLive(now) });
  // However often it is presented, only what there is to revoke costs a turn of the writers.
  if ((await world.readDb.token.count({ where: living(world.clock()) })) === 0) return;
  const { result: revoked } = await transact(world, async (write) => {
    const family = await write.read.token.findMany({ where: living(write.at), select: { id: true } });
    if (family.length === 0) return 0;
    for (const member of family) await revokeUnsaid(write, caller, member.id, 'REUSE');
    await record(world, write, caller, {
      action: 'token.reused',
      subject: { kind: 'token', id, name, ownerId },
      detail: { tokens: family.length },
    });
    return family.length;
  });
  if (revoked > 0) tellOwnerOfReuse(world, token, revoked);
}
