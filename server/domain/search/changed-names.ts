// Which names may be out of date after a restart: those that the change log names behind what was found before, those
// of which an upstream was heard since, or simply every name there is.

import type { SearchProgress } from '../../storage/_generated/sqlite/client.ts';
import type { World } from '../world.ts';

/** Beyond this it is cheaper to look at every name. */
const MOST_CHANGES = 2_000;

/** An upstream's page is kept a moment after the upstream was heard. */
const LEARNING_MILLISECONDS = 10 * 60 * 1000;

const NAMES_AT_A_TIME = 500;

const MODELS_OF_PROJECTS = ['Project', 'Release', 'File'];

interface Image {
  readonly model: string;
  readonly op: 'put' | 'delete';
  readonly row?: { readonly projectId?: string; readonly normalizedName?: string };
}

/** Null when the log does not tell, or tells more than it takes to look at every name. */
export async function changedNames(
  { readDb }: Pick<World, 'readDb'>,
  { serial, learnedUntil }: SearchProgress,
  upTo: bigint,
): Promise<string[] | null> {
  if (serial > upTo) return null;
  const changes = await readDb.change.findMany({
    where: { serial: { gt: serial, lte: upTo } },
    select: { images: true },
    take: MOST_CHANGES + 1,
  });
  if (changes.length > MOST_CHANGES || BigInt(changes.length) < upTo - serial) return null;
  const images = changes
    .flatMap(({ images: text }) => JSON.parse(text) as Image[])
    .filter(({ model }) => MODELS_OF_PROJECTS.includes(model));
  // Of what is gone only the key is in the log.
  if (images.some(({ op }) => op === 'delete')) return null;
  const ids = images.flatMap(({ row }) => row?.projectId ?? []);
  const projects = await readDb.project.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { normalizedName: true },
  });
  const pages = await readDb.mirrorPage.findMany({
    where: { validatedAt: { gte: new Date(learnedUntil.getTime() - LEARNING_MILLISECONDS) } },
    select: { normalizedName: true },
  });
  const named = images.flatMap(({ row }) => row?.normalizedName ?? []);
  return [...new Set([...named, ...[...projects, ...pages].map(({ normalizedName }) => normalizedName)])];
}

/** Those of which there is a project, a copied page or an entry; some twice. */
export async function* everyName({ readDb }: Pick<World, 'readDb'>): AsyncGenerator<readonly string[]> {
  const page = { orderBy: { normalizedName: 'asc' }, take: NAMES_AT_A_TIME } as const;
  const select = { normalizedName: true } as const;
  const after = (normalizedName: string) => ({ where: { normalizedName: { gt: normalizedName } } });
  yield* inOrder((last) => readDb.project.findMany({ ...page, select, ...after(last) }));
  yield* inOrder((last) => readDb.mirrorPage.findMany({ ...page, select, ...after(last) }));
  yield* inOrder((last) => readDb.searchEntry.findMany({ ...page, select, ...after(last) }));
}

async function* inOrder(
  read: (last: string) => Promise<readonly { readonly normalizedName: string }[]>,
): AsyncGenerator<readonly string[]> {
  for (let last = ''; ;) {
    const names = (await read(last)).map(({ normalizedName }) => normalizedName);
    if (names.length > 0) yield [...new Set(names)];
    if (names.length < NAMES_AT_A_TIME) return;
    last = names.at(-1)!;
  }
}
