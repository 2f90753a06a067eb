// Where somebody searches: in every index whose contents they may see, each by itself, or within one index, by its
// layers. There a name is found once, in the layer that answers it, and never in a mirror that is not asked for it.

import { contentsVisibleTo, indexesVisibleTo, maySeeContents, WITH_GRANTS } from '../indexes/access.ts';
import { readableLayers, type Layer, type LayerPlan } from '../indexes/layers.ts';
import { whyNameHidden } from '../indexes/rules.ts';
import { ownershipOf } from '../packages/ownership.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

export type ScopeWorld = Pick<World, 'readDb' | 'database' | 'layers' | 'clock'>;

export interface Scope {
  /** By the path. */
  readonly layers: ReadonlyMap<string, Layer>;
  /** For each of the names the layers that are told of, those of which have an entry. */
  answering(names: readonly string[]): Promise<(layer: Layer, name: string) => boolean>;
}

/** Null when there is no such index, or none that the actor may read. */
export async function scopeOf(
  world: ScopeWorld,
  actor: Actor,
  indexPath: string | null,
): Promise<Scope | null> {
  return indexPath === null ? everyIndex(world, actor) : oneIndex(world, actor, indexPath);
}

async function everyIndex(world: ScopeWorld, actor: Actor): Promise<Scope> {
  const rows = await world.readDb.packageIndex.findMany({
    where: contentsVisibleTo(actor),
    select: { id: true },
  });
  const plans = await world.layers.plansOf(rows.map(({ id }) => id));
  return {
    layers: byPath([...plans.values()].map(({ layers }) => layers[0]!)),
    answering: () => Promise.resolve((layer, name) => whyNameHidden(layer.ruleSets, name) === null),
  };
}

async function oneIndex(world: ScopeWorld, actor: Actor, indexPath: string): Promise<Scope | null> {
  const index = await world.readDb.packageIndex.findFirst({
    where: { AND: [{ livePath: indexPath }, indexesVisibleTo(actor)] },
    include: WITH_GRANTS,
  });
  if (index === null || !maySeeContents(actor, index)) return null;
  const plan = await world.layers.planOf(index.id);
  const readable = readableLayers(actor, plan);
  const layers = plan.layers.filter((_, place) => readable[place] === '1');
  return {
    layers: byPath(layers),
    async answering(names) {
      const known = await rowsOf(world, plan, layers, names);
      const answers = new Map(
        names.map((name) => [name, answererOf(plan, layers, name, known, world.clock())]),
      );
      return (layer, name) => answers.get(name)?.id === layer.id;
    },
  };
}

interface KnownRows {
  /** `name id` of each layer that has an entry. */
  readonly entries: ReadonlySet<string>;
  /** By the name the stages that hold it. */
  readonly holders: ReadonlyMap<string, ReadonlySet<string>>;
  /** By the name the mirror to which it is bound. */
  readonly pins: ReadonlyMap<string, string>;
}

async function rowsOf(
  { readDb }: ScopeWorld,
  { rootId, layers: all }: LayerPlan,
  layers: readonly Layer[],
  names: readonly string[],
): Promise<KnownRows> {
  const named = { normalizedName: { in: [...names] } };
  const idsOf = (some: readonly Layer[], kind?: Layer['kind']) =>
    some.filter((layer) => kind === undefined || layer.kind === kind).map(({ id }) => id);
  const mirrors = idsOf(all, 'MIRROR').length;
  const [entries, projects, pins] = await Promise.all([
    readDb.searchEntry.findMany({
      where: { ...named, indexId: { in: idsOf(layers) } },
      select: { indexId: true, normalizedName: true },
    }),
    mirrors === 0
      ? []
      : readDb.project.findMany({
          where: { ...named, indexId: { in: idsOf(all, 'STAGE') }, releasedAt: null },
          select: { indexId: true, normalizedName: true },
        }),
    mirrors < 2 ? [] : readDb.originPin.findMany({ where: { ...named, indexId: rootId } }),
  ]);
  const holders = new Map<string, Set<string>>();
  for (const { normalizedName, indexId } of projects) {
    const known = holders.get(normalizedName);
    if (known === undefined) holders.set(normalizedName, new Set([indexId]));
    else known.add(indexId);
  }
  return {
    entries: new Set(entries.map(({ normalizedName, indexId }) => `${normalizedName} ${indexId}`)),
    holders,
    pins: new Map(pins.map(({ normalizedName, mirrorId }) => [normalizedName, mirrorId])),
  };
}

/** The nearest layer that answers the name; of several it stands for all. */
function answererOf(
  plan: LayerPlan,
  layers: readonly Layer[],
  name: string,
  { entries, holders, pins }: KnownRows,
  now: Date,
): Layer | undefined {
  const having = layers.filter(
    ({ id, ruleSets }) => entries.has(`${name} ${id}`) && whyNameHidden(ruleSets, name) === null,
  );
  const { closers, granted } = ownershipOf(plan, name, holders.get(name) ?? new Set(), now);
  const pin = pins.get(name);
  return having.find((layer) => {
    if (layer.kind === 'STAGE' || layer.id === plan.rootId) return true;
    return closers.length > 0 ? granted.includes(layer) : pin === undefined || pin === layer.id;
  });
}

function byPath(layers: readonly Layer[]): ReadonlyMap<string, Layer> {
  return new Map(layers.map((layer) => [layer.path, layer]));
}
