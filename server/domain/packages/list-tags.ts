// When the list of an index's projects is another one (STATE 17): a text that changes with what its layers hold, with
// what its mirrors' upstreams list, and with the rules in between. Who reads which layers is for the caller to add.

import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { touches } from '../../storage/commits.ts';
import type { LayerPlan } from '../indexes/layers.ts';
import type { World } from '../world.ts';

type ListTagsWorld = Pick<World, 'readDb' | 'commits' | 'clock' | 'mirrors'>;

export class ListTags {
  readonly #world: ListTagsWorld;
  /** By the plan's root: what its stages hold. */
  readonly #held = new LRUCache<string, { readonly plan: LayerPlan; readonly tag: Promise<string> }>({
    max: 1_000,
  });

  constructor(world: ListTagsWorld) {
    this.#world = world;
    world.commits.listen((commit) => {
      if (touches(commit, ['Project', 'OriginPin'])) this.#held.clear();
    });
  }

  /** `readable`: as `readableLayers` says; no other mirror is asked. @throws {UpstreamUnavailable} */
  async of(plan: LayerPlan, readable: string): Promise<string> {
    const mirrors = plan.layers.flatMap(({ mirror }, place) =>
      mirror !== null && readable[place] === '1' ? [mirror] : [],
    );
    const parts = [
      configurationOf(plan, this.#world.clock()),
      await this.#heldBy(plan),
      ...(await Promise.all(mirrors.map((mirror) => this.#world.mirrors.namesTag(mirror)))),
    ];
    return createHash('sha256').update(parts.join('\n')).digest('hex');
  }

  #heldBy(plan: LayerPlan): Promise<string> {
    const known = this.#held.get(plan.rootId);
    if (known?.plan === plan) return known.tag;
    const entry = { plan, tag: this.#look(plan) };
    this.#held.set(plan.rootId, entry);
    entry.tag.catch(() => {
      if (this.#held.get(plan.rootId) === entry) this.#held.delete(plan.rootId);
    });
    return entry.tag;
  }

  /** No row's id and no time comes back, so two lists that differ differ in one of these. */
  async #look({ layers, rootId }: LayerPlan): Promise<string> {
    const stages = layers.filter(({ mirror }) => mirror === null).map(({ id }) => id);
    const rows = await this.#world.readDb.project.groupBy({
      by: ['indexId'],
      where: { indexId: { in: stages } },
      _count: { _all: true, deletedAt: true, releasedAt: true },
      _max: { id: true, deletedAt: true, releasedAt: true },
    });
    const pins = await this.#world.readDb.originPin.aggregate({
      where: { indexId: rootId },
      _count: true,
      _max: { createdAt: true },
    });
    const tags = rows.map(({ indexId, _count, _max }) => JSON.stringify([indexId, _count, _max]));
    return [...tags.sort(), JSON.stringify(pins)].join(' ');
  }
}

function configurationOf({ layers, grants }: LayerPlan, now: Date): string {
  return JSON.stringify([
    layers.map(({ id, ruleSets, reservations }) => [id, ruleSets, reservations]),
    [...grants].map(([layerId, permissions]) => [
      layerId,
      permissions.filter(({ expiresAt }) => expiresAt === null || expiresAt > now),
    ]),
  ]);
}
