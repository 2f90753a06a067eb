// An admin pauses a token: it is refused until the pause ends, and nothing is lost. Under the seal, so that nobody ends
// a pause by hand. Also for what was taken over from another system.

import type { Token } from '../../storage/_generated/sqlite/client.ts';
import type { Committed } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { requireSession } from '../permissions.ts';
import { transactAs } from '../transact-as.ts';
import type { World } from '../world.ts';
import { changeableToken, requireSealed } from './existing.ts';
import { sealToken } from './seal.ts';

/** @throws {NotFound} @throws {NotAllowed} for one that is gone anyway */
export function pauseToken(world: World, caller: Caller, tokenId: string): Promise<Committed<Token>> {
  return setPause(world, caller, tokenId, 'token.paused');
}

/** @throws {NotFound} @throws {NotAllowed} for one that is gone anyway */
export function resumeToken(world: World, caller: Caller, tokenId: string): Promise<Committed<Token>> {
  return setPause(world, caller, tokenId, 'token.resumed');
}

async function setPause(
  world: World,
  caller: Caller,
  tokenId: string,
  action: 'token.paused' | 'token.resumed',
): Promise<Committed<Token>> {
  const actor = requireSession(caller.actor, 'tokens:pause');
  return transactAs(world, caller, async (write) => {
    const token = await changeableToken(write.read, actor, tokenId);
    requireSealed(world, token, write.at);
    const pausedAt = action === 'token.paused' ? (token.pausedAt ?? write.at) : null;
    if (pausedAt === token.pausedAt) return token;
    const seal = sealToken(world.serverKey, { ...token, pausedAt });
    const changed = await write.update('Token', { id: token.id }, { pausedAt, ...seal });
    await record(world, write, caller, {
      action,
      subject: { kind: 'token', id: token.id, name: token.name, ownerId: token.ownerId },
      detail: {},
    });
    return changed;
  });
}
