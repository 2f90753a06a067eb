// What the deletion of an index does to tokens: bound to it alone they are revoked; others merely lose it.

import type { Write } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { boundOnlyTo } from '../indexes/consequences.ts';
import { inTurnWithOthers } from '../turn-of-others.ts';
import type { World } from '../world.ts';
import { revokeRow } from './revoke.ts';
import { isLive } from './state.ts';

export async function revokeTokensBoundOnlyTo(
  world: World,
  write: Write,
  caller: Caller,
  indexId: string,
): Promise<void> {
  const tokens = await write.read.token.findMany({
    where: { AND: [isLive(write.at), boundOnlyTo(indexId)] },
  });
  await inTurnWithOthers(tokens, (token) => revokeRow(world, write, caller, token, 'INDEX_DELETED', indexId));
}
