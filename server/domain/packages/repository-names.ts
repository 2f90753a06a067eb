// The names that an index answers, merged over its layers in order: each layer's list is read in portions, and of each
// name it is decided as for its page who holds it, whether that closes it, and whether a rule hides it.

import { findHeldNames } from '../../storage/sql/find-held.ts';
import type { Layer, LayerPlan } from '../indexes/layers.ts';
import { whyNameHidden } from '../indexes/rules.ts';
import { letOthersIn } from '../turn-of-others.ts';
import { ownershipOf } from './ownership.ts';
import type { RepositoryWorld } from './repository.ts';

const NAMES_AT_A_TIME = 5_000;

/** In binary order, in portions. @throws {UpstreamUnavailable} */
export async function* mergedNames(
  world: RepositoryWorld,
  plan: LayerPlan,
  readable: string,
): AsyncGenerator<readonly string[]> {
  const isReadable = new Set(plan.layers.filter((_, place) => readable[place] === '1'));
  const mirrors = plan.layers.filter((layer) => layer.kind === 'MIRROR' && isReadable.has(layer));
  // Stages that may not be read close names against mirrors all the same.
  const stages = plan.layers.filter(
    (layer) => layer.kind === 'STAGE' && (isReadable.has(layer) || mirrors.length > 0),
  );
  const sources = [
    ...stages.map((layer) => new Source(layer, heldNames(world, layer.id))),
    ...mirrors.map((layer) => new Source(layer, upstreamNames(world, layer))),
  ];
  const mirrorIds = new Set<string | null>(
    plan.layers.filter(({ kind }) => kind === 'MIRROR').map(({ id }) => id),
  );
  const pins = new Source(null, mirrorIds.size > 1 ? pinnedNames(world, plan.rootId) : nothing());
  await Promise.all([...sources, pins].map((source) => source.advance()));

  const now = world.clock();
  let portion: string[] = [];
  for (let name = leastOf(sources); name !== null; name = leastOf(sources)) {
    const here = sources.filter((source) => source.name === name);
    while (pins.name !== null && pins.name < name) if (!pins.next()) await pins.advance();
    const pin = pins.name === name ? pins.mark : null;
    const pinnedTo = mirrorIds.has(pin) ? pin : null;
    if (isListed(plan, name, here, isReadable, pinnedTo, now)) portion.push(name);
    for (const source of here) if (!source.next()) await source.advance();
    if (portion.length === NAMES_AT_A_TIME) {
      yield portion;
      portion = [];
    }
  }
  if (portion.length > 0) yield portion;
}

function leastOf(sources: readonly Source[]): string | null {
  let least: string | null = null;
  for (const { name } of sources) if (name !== null && (least === null || name < least)) least = name;
  return least;
}

function isListed(
  plan: LayerPlan,
  name: string,
  here: readonly Source[],
  isReadable: ReadonlySet<Layer>,
  pinnedTo: string | null,
  now: Date,
): boolean {
  const shown = here.filter(
    ({ layer, mark }) =>
      mark !== DELETED && isReadable.has(layer!) && whyNameHidden(layer!.ruleSets, name) === null,
  );
  if (shown.some(({ layer }) => layer!.kind === 'STAGE')) return true;
  if (shown.length === 0) return false;
  const holders = new Set(here.flatMap(({ layer }) => (layer!.kind === 'STAGE' ? layer!.id : [])));
  const { closers, granted } = ownershipOf(plan, name, holders, now);
  if (closers.length > 0) return shown.some(({ layer }) => granted.includes(layer!));
  return shown.some(({ layer }) => pinnedTo === null || pinnedTo === layer!.id);
}

const DELETED = 'deleted';

/** A name, and what else is known of it: that the project was deleted, or to which mirror it is pinned. */
type Entry = readonly [name: string, mark: string];

/** A sorted list that is read as far as the others are. */
class Source {
  #portion: readonly Entry[] = [];
  #place = 0;
  readonly #portions: AsyncIterator<readonly Entry[]>;

  constructor(
    readonly layer: Layer | null,
    portions: AsyncIterable<readonly Entry[]>,
  ) {
    this.#portions = portions[Symbol.asyncIterator]();
  }

  /** Null at the end. */
  get name(): string | null {
    return this.#portion[this.#place]?.[0] ?? null;
  }

  get mark(): string | null {
    return this.#portion[this.#place]?.[1] ?? null;
  }

  /** Whether the next entry is at hand. */
  next(): boolean {
    this.#place += 1;
    return this.#place < this.#portion.length;
  }

  async advance(): Promise<void> {
    do {
      const next = await this.#portions.next();
      this.#portion = next.done === true ? [] : next.value;
      this.#place = 0;
      if (next.done === true) return;
    } while (this.#portion.length === 0);
  }
}

async function* heldNames({ database }: RepositoryWorld, indexId: string): AsyncGenerator<readonly Entry[]> {
  let after = '';
  for (;;) {
    const page = { after, limit: NAMES_AT_A_TIME };
    const rows = await findHeldNames(database.reading, indexId, page);
    yield rows.map(({ normalizedName, isDeleted }) => [normalizedName, isDeleted ? DELETED : '']);
    if (rows.length < NAMES_AT_A_TIME) return;
    after = rows.at(-1)!.normalizedName;
    await letOthersIn();
  }
}

async function* upstreamNames(
  { mirrors }: RepositoryWorld,
  { mirror }: Layer,
): AsyncGenerator<readonly Entry[]> {
  for await (const names of mirrors.names(mirror!)) yield names.map((name) => [name, '']);
}

async function* pinnedNames({ readDb }: RepositoryWorld, indexId: string): AsyncGenerator<readonly Entry[]> {
  let last = '';
  for (;;) {
    const rows = await readDb.originPin.findMany({
      where: { indexId, normalizedName: { gt: last } },
      orderBy: { normalizedName: 'asc' },
      select: { normalizedName: true, mirrorId: true },
      take: NAMES_AT_A_TIME,
    });
    yield rows.map(({ normalizedName, mirrorId }) => [normalizedName, mirrorId]);
    if (rows.length < NAMES_AT_A_TIME) return;
    last = rows.at(-1)!.normalizedName;
  }
}

async function* nothing(): AsyncGenerator<readonly Entry[]> {}
