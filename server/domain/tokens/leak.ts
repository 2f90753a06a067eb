// Somebody found a token where it does not belong, and reports it. Whoever has the whole text could use it, so having
// it is proof enough to revoke it. The answer is the same whatever the text was, and the text goes nowhere: into no
// log, no event and no refusal.

import type { Token } from '../../storage/_generated/sqlite/client.ts';
import type { Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { requirePermission } from '../permissions.ts';
import { transactAs } from '../transact-as.ts';
import type { World } from '../world.ts';
import { tellOwnerOfLeak } from './notices.ts';
import { readPresentedToken } from './presented.ts';
import { isOfForm, isProved } from './proof.ts';
import { revokeUnsaid } from './revoke.ts';
import { isSealIntact, WITH_LIMITS } from './seal.ts';

/** @throws {RateLimited} after ten reports within a minute from one address */
export async function reportLeakedToken(world: World, caller: Caller, text: string): Promise<void> {
  requirePermission(caller.actor, 'tokens:report-leak');
  world.leakReports.note(caller.address, world.clock());
  const token = await provedToken(world, text.trim());
  if (token === null) return;
  const { result: isRevoked } = await transactAs(world, caller, async (write) => {
    const row = await write.read.token.findUnique({ where: { id: token.id } });
    if (row === null || row.revokedAt !== null) return false;
    await revokeUnsaid(write, caller, row.id, 'LEAK');
    await record(world, write, caller, {
      action: 'token.leaked',
      subject: { kind: 'token', id: row.id, name: row.name, ownerId: row.ownerId },
      detail: {},
    });
    return true;
  });
  if (isRevoked) tellOwnerOfLeak(world, token);
}

/** In whatever state: a token that is paused, or not valid yet, is as lost as one that works. Null when revoked. */
async function provedToken({ readDb, serverKey }: World, text: string): Promise<Token | null> {
  const presented = readPresentedToken(text);
  if (presented === null) return null;
  const token = await readDb.token.findUnique({ where: { id: presented.id }, include: WITH_LIMITS });
  if (token === null || token.revokedAt !== null || !isOfForm(token, presented)) return null;
  return isSealIntact(serverKey, token) && isProved(serverKey, token, presented) ? token : null;
}
