// Which bases an index may have, and in which order. What a base gives to whom is decided anew at each read, in
// `layers.ts`: having one opens nothing. Taking one away does, where it held a name that a mirror has too.

import type { PackageIndex } from '../../storage/_generated/sqlite/client.ts';
import type { Write } from '../../storage/transact.ts';
import type { Actor } from '../actor.ts';
import { InvalidInput, NotAllowed } from '../errors.ts';
import { quote } from '../names.ts';
import { newId, type World } from '../world.ts';
import { indexesVisibleTo, mayInheritFrom, WITH_GRANTS } from './access.ts';

const MOST_BASES = 32;
/** Indexes one below the other, the highest counted too. */
const DEEPEST = 32;

const HIDDEN = '(an index that you may not see)';

/**
 * Makes the index's bases what they should be; says whether anything changed.
 * @throws {InvalidInput} INVALID_BASE @throws {NotAllowed}
 */
export async function replaceBases(
  world: World,
  write: Write,
  actor: Actor,
  index: Pick<PackageIndex, 'id' | 'path' | 'kind'>,
  paths: readonly string[],
): Promise<boolean> {
  refuseLists(index, paths);
  const present = await write.read.indexBase.findMany({
    where: { indexId: index.id, base: { deletedAt: null } },
    orderBy: { position: 'asc' },
  });
  const wanted = await usableBases(write, actor, paths, new Set(present.map(({ baseId }) => baseId)));
  if (
    isSame(
      present.map(({ baseId }) => baseId),
      wanted,
    )
  ) {
    return false;
  }
  await requireSightOfAll(write, actor, index, present.length);
  await refuseCircles(write, actor, index, wanted);
  await refuseDepth(write, index, wanted);

  for (const { id, baseId } of present) if (!wanted.includes(baseId)) await write.remove('IndexBase', { id });
  for (const [position, baseId] of wanted.entries()) {
    const row = present.find((each) => each.baseId === baseId);
    if (row === undefined) {
      await write.create('IndexBase', { id: newId(world), indexId: index.id, baseId, position });
    } else if (row.position !== position) {
      await write.update('IndexBase', { id: row.id }, { position });
    }
  }
  return true;
}

function refuseLists({ kind, path }: Pick<PackageIndex, 'path' | 'kind'>, paths: readonly string[]): void {
  if (paths.length === 0) return;
  if (kind === 'MIRROR') {
    throw invalidBase(`${path} is a mirror and has no bases: make a stage that has it as a base.`);
  }
  if (paths.length > MOST_BASES) {
    throw invalidBase(
      `An index has at most ${MOST_BASES} bases, not ${paths.length}: put some of them behind another stage.`,
    );
  }
  const twice = paths.find((each, place) => paths.indexOf(each) !== place);
  if (twice !== undefined) throw invalidBase(`${quote(twice)} is named twice: a base is asked once.`);
}

/** Their ids, in order. One that is a base already stays one, whoever reads it today. */
async function usableBases(
  write: Write,
  actor: Actor,
  paths: readonly string[],
  present: ReadonlySet<string>,
): Promise<string[]> {
  const visible = await write.read.packageIndex.findMany({
    where: { AND: [{ livePath: { in: [...paths] } }, indexesVisibleTo(actor)] },
    include: WITH_GRANTS,
  });
  return paths.map((path) => {
    const base = visible.find((each) => each.path === path);
    if (base === undefined) {
      throw invalidBase(`There is no package index ${quote(path)} to be a base: write owner/name.`);
    }
    if (!present.has(base.id) && !mayInheritFrom(actor, base)) {
      throw new NotAllowed(
        `You may not read ${path}, so you cannot make it a base: ask to be put among its readers.`,
        ['bases'],
      );
    }
    return base.id;
  });
}

/** Else whoever does not see one of them would take it away without knowing, and open the names that it closed. */
async function requireSightOfAll(
  write: Write,
  actor: Actor,
  { id, path }: Pick<PackageIndex, 'id' | 'path'>,
  present: number,
): Promise<void> {
  const visible = await write.read.indexBase.count({ where: { indexId: id, base: indexesVisibleTo(actor) } });
  if (visible === present) return;
  throw new NotAllowed(
    `${path} has bases that you may not see, or that your token is not for. Ask an admin to change them.`,
    ['bases'],
  );
}

/** Each base with the index through which it was found. */
async function refuseCircles(
  write: Write,
  actor: Actor,
  index: Pick<PackageIndex, 'id'>,
  wanted: readonly string[],
): Promise<void> {
  const foundThrough = new Map<string, string>(wanted.map((baseId) => [baseId, index.id]));
  for (let level = [...wanted]; level.length > 0;) {
    if (level.includes(index.id)) throw await circle(write, actor, index.id, foundThrough);
    const next: string[] = [];
    for (const { indexId, baseId } of await basesOf(write, level)) {
      if (foundThrough.has(baseId)) continue;
      foundThrough.set(baseId, indexId);
      next.push(baseId);
    }
    level = next;
  }
}

async function circle(
  write: Write,
  actor: Actor,
  indexId: string,
  foundThrough: ReadonlyMap<string, string>,
): Promise<InvalidInput> {
  const ids = [indexId];
  for (let id = foundThrough.get(indexId)!; id !== indexId; id = foundThrough.get(id)!) ids.unshift(id);
  ids.unshift(indexId);
  const visible = await write.read.packageIndex.findMany({
    where: { AND: [{ id: { in: ids } }, indexesVisibleTo(actor)] },
    select: { id: true, path: true },
  });
  const way = ids.map((id) => visible.find((each) => each.id === id)?.path ?? HIDDEN).join(' → ');
  return invalidBase(`These bases would close a circle: ${way}. Leave one of them out.`);
}

async function refuseDepth(
  write: Write,
  index: Pick<PackageIndex, 'id' | 'path'>,
  wanted: readonly string[],
): Promise<void> {
  const below = await stepsFrom(wanted, async (ids) =>
    (await basesOf(write, ids)).map(({ indexId, baseId }) => [indexId, baseId] as const),
  );
  const above = await stepsFrom([index.id], async (ids) =>
    (await dependantsOf(write, ids)).map(({ indexId, baseId }) => [baseId, indexId] as const),
  );
  if (above + below <= DEEPEST) return;
  throw invalidBase(
    `With these bases ${above + below} indexes would stand one below the other, and ${DEEPEST} may: leave a step out.`,
  );
}

type Step = readonly [from: string, to: string];

/** How many indexes the longest way has that begins at one of these; there are no circles. */
async function stepsFrom(
  starts: readonly string[],
  stepsOf: (ids: readonly string[]) => Promise<readonly Step[]>,
): Promise<number> {
  const next = new Map<string, string[]>();
  for (let level = [...new Set(starts)]; level.length > 0;) {
    for (const id of level) next.set(id, []);
    for (const [from, to] of await stepsOf(level)) next.get(from)!.push(to);
    level = [...new Set(level.flatMap((id) => next.get(id)!))].filter((id) => !next.has(id));
  }
  const lengths = new Map<string, number>();
  const lengthOf = (id: string): number => {
    const known = lengths.get(id);
    if (known !== undefined) return known;
    const length = 1 + longest(next.get(id)!);
    lengths.set(id, length);
    return length;
  };
  const longest = (ids: readonly string[]) => ids.reduce((most, id) => Math.max(most, lengthOf(id)), 0);
  return longest(starts);
}

function basesOf(write: Write, ids: readonly string[]) {
  return write.read.indexBase.findMany({
    where: { indexId: { in: [...ids] }, base: { deletedAt: null } },
    select: { indexId: true, baseId: true },
    orderBy: [{ indexId: 'asc' }, { position: 'asc' }],
  });
}

function dependantsOf(write: Write, ids: readonly string[]) {
  return write.read.indexBase.findMany({
    where: { baseId: { in: [...ids] }, index: { deletedAt: null } },
    select: { indexId: true, baseId: true },
  });
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each, place) => each === others[place]);
}

function invalidBase(sentence: string): InvalidInput {
  return new InvalidInput('INVALID_BASE', sentence, ['bases']);
}
