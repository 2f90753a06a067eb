// What answers for an index, and in which order: the index itself, its stages breadth-first, then mirrors in the order
// of discovery. Remembered until something of it changes. Who of the layers answers whom is decided at each read; what
// a layer holds is looked up in `packages/repository.ts`.

import { LRUCache } from 'lru-cache';
import type { IndexKind, Prisma } from '../../storage/_generated/sqlite/client.ts';
import { touches, type Commits } from '../../storage/commits.ts';
import { findReachable } from '../../storage/sql/find-reachable.ts';
import type { Actor } from '../actor.ts';
import { NotFound, RequestRefused } from '../errors.ts';
import type { MirrorSettings } from '../mirrors/settings.ts';
import type { World } from '../world.ts';
import { mayRead, mayReadThrough, spelledOut, WITH_GRANTS, type GuardedIndex } from './access.ts';
import { inResolutionOrder } from './resolution-order.ts';
import { ruleSetOf, type RuleSet } from './rules.ts';

export interface Layer extends GuardedIndex {
  readonly path: string;
  readonly kind: IndexKind;
  readonly isPublic: boolean;
  /** The paths from the index that was asked to this one, both included. */
  readonly via: readonly string[];
  /** Those of every index on that way that has any: what the layer contributes has to pass all of them. */
  readonly ruleSets: readonly RuleSet[];
  /** Names, and beginnings of names, that it closes without holding them. */
  readonly reservations: readonly string[];
  /** Null for a stage. */
  readonly mirror: MirrorSettings | null;
}

/** That a mirror may add to a name although a stage holds it. */
export interface UpstreamPermission {
  readonly normalizedName: string;
  readonly mirrorId: string;
  /** Null: it does not end. */
  readonly expiresAt: Date | null;
}

export interface LayerPlan {
  readonly rootId: string;
  /** In resolution order; the first is the index that was asked, also when it is a mirror. */
  readonly layers: readonly Layer[];
  /** By the id of the layer for which they hold. */
  readonly grants: ReadonlyMap<string, readonly UpstreamPermission[]>;
  /** For how long installers may keep a page of the index that was asked; 0: they ask again each time. */
  readonly maxAgeSeconds: number;
  /** Another number means that the configuration of some index was another one. */
  readonly generation: number;
}

const MODELS = [
  'PackageIndex',
  'IndexBase',
  'IndexGrant',
  'GroupMember',
  'IndexRule',
  'NameReservation',
  'UpstreamGrant',
  'Mirror',
  'MirrorFileHost',
  'User',
] as const;

const MOST_ATTEMPTS = 20;

type LayersWorld = Pick<World, 'readDb' | 'database'>;

export class LayerPlans {
  readonly #world: LayersWorld;
  readonly #known = new LRUCache<string, LayerPlan>({ max: 5_000 });
  readonly #loading = new Map<string, Promise<LayerPlan>>();
  #generation = 0;

  constructor(world: LayersWorld, commits: Commits) {
    this.#world = world;
    commits.listen((commit) => {
      if (touches(commit, MODELS)) this.#drop();
    });
  }

  /** Without a promise when it is remembered: the hot path of an installer. @throws {NotFound} */
  planOf(indexId: string): LayerPlan | Promise<LayerPlan> {
    const known = this.#known.get(indexId);
    if (known !== undefined) return known;
    const running = this.#loading.get(indexId);
    if (running !== undefined) return running;
    const loading = this.#load([indexId])
      .then((plans) => {
        const plan = plans.get(indexId);
        if (plan === undefined) throw new NotFound('There is no such index.');
        return plan;
      })
      .finally(() => {
        if (this.#loading.get(indexId) === loading) this.#loading.delete(indexId);
      });
    this.#loading.set(indexId, loading);
    return loading;
  }

  /** Of many at once, in as many statements as of one. An index that is gone has none. */
  async plansOf(indexIds: readonly string[]): Promise<ReadonlyMap<string, LayerPlan>> {
    const known = indexIds.flatMap((id) => {
      const plan = this.#known.get(id);
      return plan === undefined ? [] : [[id, plan] as const];
    });
    const plans = new Map(known);
    const unknown = indexIds.filter((id) => !plans.has(id));
    if (unknown.length > 0) for (const [id, plan] of await this.#load(unknown)) plans.set(id, plan);
    return plans;
  }

  #drop(): void {
    this.#generation += 1;
    this.#known.clear();
    this.#loading.clear();
  }

  /** Once more when something changed meanwhile: half of the old and half of the new could open a closed name. */
  async #load(indexIds: readonly string[]): Promise<ReadonlyMap<string, LayerPlan>> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const generation = this.#generation;
      const { readDb, database } = this.#world;
      const reachable = await findReachable(database.reading, indexIds);
      const rows = await readDb.packageIndex.findMany({
        where: { id: { in: reachable }, deletedAt: null },
        include: WITH_RESOLUTION,
      });
      if (generation !== this.#generation) continue;
      const indexes = new Map(rows.map((row) => [row.id, indexOf(row)]));
      const plans = indexIds
        .filter((id) => indexes.has(id))
        .map((id) => [id, planFrom(id, indexes, generation)] as const);
      for (const [id, plan] of plans) this.#known.set(id, plan);
      return new Map(plans);
    }
    throw new RequestRefused('UNAVAILABLE', 'Indexes change too fast just now. Try again in a moment.');
  }
}

/** Which layers the actor may read, as a text that is the same for all who may read the same ones. */
export function readableLayers(actor: Actor, plan: LayerPlan): string {
  if (plan.layers.length === 1) return '1';
  const who = actor.kind === 'user' || actor.kind === 'token' ? actor.user.id : actor.kind;
  let known = readers.get(plan);
  if (known === undefined) readers.set(plan, (known = new LRUCache<string, string>({ max: 1_000 })));
  let readable = known.get(who);
  if (readable === undefined) {
    readable = plan.layers.map((layer, place) => (mayContribute(actor, layer, place) ? '1' : '0')).join('');
    known.set(who, readable);
  }
  return readable;
}

const readers = new WeakMap<LayerPlan, LRUCache<string, string>>();

/**
 * Whoever got as far as the index that was asked may read that one, by whatever right they came in. Of the others it is
 * asked whom their lists name: what binds a token to indexes and projects was asked at the first one.
 */
function mayContribute(actor: Actor, layer: Layer, place: number): boolean {
  return place === 0 || mayReadThrough(actor, layer);
}

const WITH_RESOLUTION = {
  ...WITH_GRANTS,
  bases: { orderBy: { position: 'asc' }, select: { baseId: true } },
  rules: { orderBy: [{ position: 'asc' }, { id: 'asc' }], select: { effect: true, pattern: true } },
  reservations: { orderBy: { pattern: 'asc' }, select: { pattern: true } },
  upstreamGrants: { select: { normalizedName: true, mirrorId: true, expiresAt: true } },
  mirror: true,
  fileHosts: { orderBy: { host: 'asc' }, select: { host: true } },
} as const satisfies Prisma.PackageIndexInclude;

type IndexRow = Prisma.PackageIndexGetPayload<{ include: typeof WITH_RESOLUTION }>;

type KnownIndex = ReturnType<typeof indexOf>;

function indexOf(row: IndexRow) {
  const { id, ownerId, path, kind, mirror } = row;
  const rules = ruleSetOf(path, row.rules);
  return {
    layer: {
      id,
      ownerId,
      path,
      kind,
      grants: spelledOut(row.grants),
      isPublic: mayRead({ kind: 'anonymous' }, row),
      reservations: row.reservations.map(({ pattern }) => pattern),
      mirror: mirror && { ...mirror, path, fileHosts: row.fileHosts.map(({ host }) => host) },
    },
    kind,
    baseIds: row.bases.map(({ baseId }) => baseId),
    rules: row.rules.length === 0 ? null : rules,
    maxAgeSeconds: row.maxAgeSeconds,
    upstreamGrants: row.upstreamGrants,
  };
}

function planFrom(rootId: string, indexes: ReadonlyMap<string, KnownIndex>, generation: number): LayerPlan {
  const places = inResolutionOrder(rootId, indexes);
  return {
    rootId,
    layers: places.map(({ id, way }) => ({
      ...indexes.get(id)!.layer,
      via: way.map((each) => indexes.get(each)!.layer.path),
      ruleSets: way.flatMap((each) => indexes.get(each)!.rules ?? []),
    })),
    grants: new Map(places.map(({ id }) => [id, indexes.get(id)!.upstreamGrants])),
    maxAgeSeconds: indexes.get(rootId)!.maxAgeSeconds,
    generation,
  };
}
