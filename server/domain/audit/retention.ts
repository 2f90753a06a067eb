// How long the trail is kept. Every day what is older goes, in steps that let other writers in between; that it went
// is an event too, so that nobody shortens the trail unseen.

import { SYSTEM_CALLER } from '../actor.ts';
import type { World } from '../world.ts';
import { recordLocal } from './trail.ts';

const AT_A_TIME = 5_000;

/** Removes what happened longer ago than that, at the world's clock; says how many events it were. */
export async function trimAuditTrail(
  world: World,
  keptMilliseconds: number,
  atATime = AT_A_TIME,
): Promise<number> {
  const before = new Date(world.clock().getTime() - keptMilliseconds);
  let removed = 0;
  for (;;) {
    const last = await world.readDb.auditEvent.findFirst({
      where: { at: { lt: before } },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      skip: atATime - 1,
      select: { at: true, id: true },
    });
    const old =
      last === null
        ? { at: { lt: before } }
        : { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lte: last.id } }] };
    removed += await world.database.db.$transaction(async (local) => {
      const { count } = await local.auditEvent.deleteMany({ where: old });
      // Two nodes may look for the same events; each tells of those it removed.
      if (count > 0) {
        await recordLocal(world, local, SYSTEM_CALLER, {
          action: 'audit.trimmed',
          subject: { kind: 'audit', id: '', name: ':audit:' },
          detail: { events: count, before: before.toISOString() },
        });
      }
      return count;
    });
    if (last === null) return removed;
  }
}
