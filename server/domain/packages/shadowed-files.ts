// Tells the trail, once, that a file of a farther layer is passed over because a nearer one has other bytes under its
// name: a mistake, or somebody who tries. Whoever reads the page does not wait for it, nor fail with it.

import { SYSTEM_CALLER } from '../actor.ts';
import { recordLocal } from '../audit/trail.ts';
import type { LayerPlan } from '../indexes/layers.ts';
import type { World } from '../world.ts';
import type { Shadowed } from './repository-page.ts';

type TellingWorld = Pick<World, 'database' | 'readDb' | 'clock' | 'random'>;

const MOST_KNOWN = 10_000;
const told = new WeakMap<World['database'], Set<string>>();

export function tellShadowed(
  world: TellingWorld,
  plan: LayerPlan,
  normalizedName: string,
  shadowed: readonly Shadowed[],
): void {
  if (shadowed.length === 0) return;
  const known = told.get(world.database) ?? new Set<string>();
  told.set(world.database, known);
  if (known.size > MOST_KNOWN) known.clear();
  for (const each of shadowed) {
    const key = [plan.rootId, each.layer.id, each.file.filename, each.file.sha256].join(' ');
    if (known.has(key)) continue;
    known.add(key);
    // Told at the next look then.
    tellOnce(world, plan, normalizedName, each).catch(() => known.delete(key));
  }
}

/** Another process, or this one before its last start, may have told it. */
async function tellOnce(
  world: TellingWorld,
  { layers, rootId }: LayerPlan,
  normalizedName: string,
  { file, layer }: Shadowed,
): Promise<void> {
  const root = layers[0]!;
  const action = 'file.shadowed';
  const subjectId = `${layer.id} ${file.address}`;
  const present = await world.readDb.auditEvent.findFirst({
    where: { action, subjectId, indexId: rootId },
    select: { id: true },
  });
  if (present !== null) return;
  await recordLocal(world, world.database.db, SYSTEM_CALLER, {
    action,
    subject: { kind: 'file', id: subjectId, name: file.filename, indexId: rootId, ownerId: root.ownerId },
    detail: { project: normalizedName, mirror: layer.path, sha256: file.sha256! },
  });
}
