// Ownership closes the name: what a stage holds or reserves is never answered from a mirror, unless it was granted for
// each stage that closes it. All stages count, also those that whoever asks may not read: else a private name could be
// confused with a public one. Pure.

import type { Layer, LayerPlan } from '../indexes/layers.ts';

export interface Ownership {
  /** The stages that hold or reserve the name; none: it is open, and mirrors are asked. */
  readonly closers: readonly Layer[];
  /** Of a closed name: the mirrors that may add to it nevertheless, in resolution order. */
  readonly granted: readonly Layer[];
  /** The ids of those that have the project; other closers only reserve the name. */
  readonly holders: ReadonlySet<string>;
  /** When the first of the grants for it ends; null when none of them does. */
  readonly changesAt: Date | null;
}

/** `holders`: the ids of the stages that have the project and did not release its name, with or without files. */
export function ownershipOf(
  { rootId, layers, grants }: LayerPlan,
  normalizedName: string,
  holders: ReadonlySet<string>,
  now: Date,
): Ownership {
  const closers = layers.filter(
    ({ id, kind, reservations }) =>
      kind === 'STAGE' && (holders.has(id) || isReserved(reservations, normalizedName)),
  );
  const grantsOf = (id: string) =>
    (grants.get(id) ?? []).filter(
      (grant) =>
        grant.normalizedName === normalizedName && (grant.expiresAt === null || now < grant.expiresAt),
    );
  const ofRoot = grantsOf(rootId);
  const ofClosers = closers.map(({ id }) => [...ofRoot, ...grantsOf(id)]);
  const granted =
    closers.length === 0
      ? []
      : layers.filter(
          ({ id, kind }) =>
            kind === 'MIRROR' && ofClosers.every((some) => some.some(({ mirrorId }) => mirrorId === id)),
        );
  const ends = ofClosers.flat().flatMap(({ expiresAt }) => expiresAt ?? []);
  return { closers, granted, holders, changesAt: earliest(ends) };
}

/** A pattern is a normalised name, or `prefix-*`: the prefix itself, and every name that begins with `prefix-`. */
export function isReserved(patterns: readonly string[], normalizedName: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('-*')
      ? normalizedName === pattern.slice(0, -2) || normalizedName.startsWith(pattern.slice(0, -1))
      : normalizedName === pattern,
  );
}

export function earliest(moments: readonly (Date | null)[]): Date | null {
  return moments.reduce<Date | null>((first, moment) => {
    if (first === null || moment === null) return first ?? moment;
    return moment < first ? moment : first;
  }, null);
}
