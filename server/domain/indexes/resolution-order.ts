// The order in which the layers of an index are asked, from who has whom as a base. Pure. Whatever order bases were
// written in, mirrors come last; what was found before is not asked again, which also cuts a circle.

import type { IndexKind } from '../../storage/_generated/sqlite/client.ts';
import { RequestRefused } from '../errors.ts';

export interface Inheriting {
  readonly kind: IndexKind;
  /** In order. One that is gone is not among the indexes. */
  readonly baseIds: readonly string[];
}

export interface Place {
  readonly id: string;
  /** The ids from the first index to this one, both included: the first way on which it was found. */
  readonly way: readonly string[];
}

/** Setting bases refuses what is deeper. */
const MOST_STEPS = 32;

/** @throws {RequestRefused} UNAVAILABLE: a layer that is passed over could be the one that closes a name */
export function inResolutionOrder(
  rootId: string,
  indexes: ReadonlyMap<string, Inheriting>,
): readonly Place[] {
  const root = { id: rootId, way: [rootId] };
  const stages: Place[] = [root];
  const mirrors: Place[] = [];
  const found = new Set([rootId]);
  for (const place of stages) {
    for (const id of indexes.get(place.id)!.baseIds) {
      const base = indexes.get(id);
      if (base === undefined || found.has(id)) continue;
      if (place.way.length >= MOST_STEPS) {
        throw new RequestRefused('UNAVAILABLE', `The bases of this index are more than ${MOST_STEPS} deep.`);
      }
      found.add(id);
      (base.kind === 'MIRROR' ? mirrors : stages).push({ id, way: [...place.way, id] });
    }
  }
  return [...stages, ...mirrors];
}
