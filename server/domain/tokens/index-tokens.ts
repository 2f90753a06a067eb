// What the deletion of an index does to tokens: bound to it alone they are revoked; others merely lose it.

import type { Write } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { boundOnlyTo } from '../indexes/consequences.ts';
import type { World } from '../world.ts';

export async function revokeTokensBoundOnlyTo(
  world: World,
  write: Write,
  caller: Caller,
  indexId: string,
): Promise<void> {
  const tokens = await write.read.token.findMany({
    where: boundOnlyTo(indexId),
    select: { id: true, name: true, ownerId: true },
  });
  const revokedById = caller.actor.kind === 'user' ? caller.actor.user.id : null;
  for (const { id, name, ownerId } of tokens) {
    await write.update(
      'Token',
      { id },
      { revokedAt: write.at, revokedById, revokeReason: 'INDEX_DELETED', liveName: null, seal: null },
    );
    await record(world, write, caller, {
      action: 'token.revoked',
      subject: { kind: 'token', id, name, indexId, ownerId },
      detail: { reason: 'INDEX_DELETED' },
    });
  }
}
