// Lists of tokens: what a filter means, and pages that stay where they are while tokens come, go and change state.
// Who sees which token is decided in `visibility.ts`, and every list keeps to it.

import type { IndexRight, Prisma, TokenWire } from '../../storage/_generated/sqlite/client.ts';
import type { Actor } from '../actor.ts';
import { InvalidInput, NotAllowed, NotFound } from '../errors.ts';
import { ANY_USER, ANYBODY, indexesVisibleTo } from '../indexes/access.ts';
import { quote } from '../names.ts';
import { normalizeProjectName } from '../packages/filenames.ts';
import { betweenCursors, type Page } from '../pages.ts';
import { requirePermission } from '../permissions.ts';
import type { World } from '../world.ts';
import { isInState, type TokenState } from './state.ts';
import { isNamedIn, seesEveryToken, tokensVisibleTo } from './visibility.ts';

/** Joined by "and"; absent members leave everything in. */
export interface TokenFilter {
  /** The owner's name. */
  readonly owner?: string | undefined;
  /** True: not the viewer's own alone. */
  readonly everybody?: boolean | undefined;
  /** The path of an index that it reaches. */
  readonly packageIndex?: string | undefined;
  /** A project of that index, which it lets somebody read or upload now. */
  readonly project?: string | undefined;
  readonly state?: TokenState | undefined;
  readonly wire?: TokenWire | undefined;
}

/**
 * A condition that holds for what the actor may see and the filter lets through.
 * @throws {NotAllowed} for everybody's tokens @throws {InvalidInput} for a project of no index
 */
export async function tokensFor(
  { readDb, clock }: Pick<World, 'readDb' | 'clock'>,
  actor: Actor,
  filter: TokenFilter,
): Promise<Prisma.TokenWhereInput> {
  requirePermission(actor, 'tokens:browse');
  const { owner, packageIndex: path, project, state, wire } = filter;
  if (filter.everybody === true) requireSightOfAll(actor);
  const isWider = filter.everybody === true || owner !== undefined || path !== undefined;
  const now = clock();
  if (path !== undefined) await requireSightOf(readDb, actor, path);
  if (owner !== undefined && seesEveryToken(actor)) await requireUser(readDb, owner);
  return {
    AND: [
      tokensVisibleTo(actor),
      actor.kind === 'user' && !isWider ? { ownerId: actor.user.id } : {},
      owner === undefined ? {} : { owner: { name: owner } },
      path === undefined ? {} : await reachingThrough(readDb, path, project, now),
      path === undefined && project !== undefined ? requireIndexOf(project) : {},
      state === undefined ? {} : isInState(state, now),
      wire === undefined ? {} : { wire },
    ],
  };
}

function requireSightOfAll(actor: Actor): void {
  if (seesEveryToken(actor)) return;
  throw new NotAllowed(
    actor.kind === 'token'
      ? 'Only an admin’s token with audit:read lists everybody’s tokens: leave everybody out.'
      : 'Only an admin lists everybody’s tokens: leave everybody out.',
    ['filter', 'everybody'],
  );
}

function requireIndexOf(project: string): never {
  throw new InvalidInput(
    'INVALID_INPUT',
    `${JSON.stringify(project)} may be in any index: give packageIndex with project.`,
    ['filter', 'packageIndex'],
  );
}

/** "Nobody" would be an answer. @throws {NotFound} in the same words for hidden and unknown ones */
async function requireSightOf(readDb: World['readDb'], actor: Actor, livePath: string): Promise<void> {
  // An auditor's token is bound to no index, and sees the tokens of all.
  const known = seesEveryToken(actor) ? { livePath } : { AND: [{ livePath }, indexesVisibleTo(actor)] };
  if ((await readDb.packageIndex.findFirst({ where: known, select: { id: true } })) !== null) return;
  throw new NotFound(`There is no package index ${quote(livePath)}.`, ['filter', 'packageIndex']);
}

/** @throws {NotFound} */
async function requireUser(readDb: World['readDb'], name: string): Promise<void> {
  if ((await readDb.user.findUnique({ where: { name }, select: { id: true } })) !== null) return;
  throw new NotFound(`There is no user ${quote(name)}.`, ['filter', 'owner']);
}

/** Directly, or through an index that has it below, near or far: a token reads what the index that it is for resolves. */
async function reachingThrough(
  readDb: World['readDb'],
  path: string,
  project: string | undefined,
  now: Date,
): Promise<Prisma.TokenWhereInput> {
  const open = await openRights(readDb, path);
  const heirs = await heirsOf(readDb, path);
  const directly = reaching(path, open, project, now);
  if (heirs.length === 0) return directly;
  return { OR: [directly, reachingByHeirs(path, open, heirs, project, now)] };
}

/** The ids of the indexes that look names up in it, and of those that look them up in these. */
async function heirsOf(readDb: World['readDb'], livePath: string): Promise<string[]> {
  const found = new Set<string>();
  const base = await readDb.packageIndex.findUnique({ where: { livePath }, select: { id: true } });
  for (let level = base === null ? [] : [base.id]; level.length > 0;) {
    const rows = await readDb.indexBase.findMany({
      where: { baseId: { in: level }, index: { deletedAt: null } },
      select: { indexId: true },
    });
    level = [...new Set(rows.map(({ indexId }) => indexId))].filter((id) => !found.has(id));
    for (const id of level) found.add(id);
  }
  return [...found];
}

/**
 * A token for all indexes reaches it directly. One for an heir reads the base when its owner reads both; the rules of the
 * indexes between may hide a project nevertheless.
 */
function reachingByHeirs(
  livePath: string,
  open: ReadonlySet<IndexRight>,
  heirs: readonly string[],
  project: string | undefined,
  now: Date,
): Prisma.TokenWhereInput {
  const readsBase = open.has('READ') ? {} : isNamedIn({ right: 'READ', index: { livePath } });
  const toEverybody = { some: { right: 'READ' as const, principal: { in: [ANYBODY, ANY_USER] } } };
  const readsOneOfThem = heirs.map((id) => ({
    indexes: { some: { indexId: id } },
    owner: isNamedIn({ right: 'READ', index: { id } }),
  }));
  const isInOpenOne = { some: { indexId: { in: [...heirs] }, index: { grants: toEverybody } } };
  return {
    allIndexes: false,
    scopes: { some: { scope: 'index:read' } },
    AND: [
      { owner: readsBase },
      { OR: [{ indexes: isInOpenOne }, ...readsOneOfThem] },
      project === undefined ? {} : touchesNow(project, now),
    ],
  };
}

/** What the lists of the index give to everybody who has a token. */
async function openRights(readDb: World['readDb'], livePath: string): Promise<ReadonlySet<IndexRight>> {
  const grants = await readDb.indexGrant.findMany({
    where: { index: { livePath }, principal: { in: [ANYBODY, ANY_USER] } },
    select: { right: true },
  });
  return new Set(grants.map(({ right }) => right));
}

function reaching(
  livePath: string,
  open: ReadonlySet<IndexRight>,
  project: string | undefined,
  now: Date,
): Prisma.TokenWhereInput {
  const index = { livePath };
  const isGranted = (right: IndexRight) => (open.has(right) ? {} : isNamedIn({ right, index }));
  const isBound = { allIndexes: false, indexes: { some: { index } } };
  if (project === undefined) {
    const isListed = open.size > 0 ? {} : isNamedIn({ index });
    const administers = { OR: [{ role: 'ADMIN' as const }, { indexes: { some: index } }] };
    return {
      OR: [
        isBound,
        { allIndexes: true, owner: isListed },
        { allIndexes: true, scopes: { some: { scope: { startsWith: 'indexes:' } } }, owner: administers },
      ],
    };
  }
  const lets = (scope: string, right: IndexRight) => ({
    scopes: { some: { scope } },
    owner: isGranted(right),
  });
  return {
    AND: [
      { OR: [isBound, { allIndexes: true }] },
      touchesNow(project, now),
      { OR: [lets('index:read', 'READ'), lets('index:upload', 'UPLOAD')] },
    ],
  };
}

/** Accepted today, and for this project. */
function touchesNow(project: string, now: Date): Prisma.TokenWhereInput {
  return {
    kind: { in: ['PAT', 'CI'] },
    AND: [
      { OR: [isInState('ACTIVE', now), isInState('ROTATING', now)] },
      { OR: [{ allProjects: true }, { projects: { some: { pattern: { in: patternsFor(project) } } } }] },
    ],
  };
}

const LONGEST_STEM = 100;

/** Every pattern that matches the name: the name itself, and its beginnings with a star. */
function patternsFor(project: string): string[] {
  const name = normalizeProjectName(project);
  const stems = Array.from({ length: Math.min(name.length, LONGEST_STEM) }, (_, last) =>
    name.slice(0, last + 1),
  );
  return [name, ...stems.map((stem) => `${stem}*`)];
}

/** The page as Prisma takes it: the newest first, unless inverted. @throws {InvalidInput} for a cursor that is none */
export function tokenPage(
  where: Prisma.TokenWhereInput,
  page: Page,
): Required<Pick<Prisma.TokenFindManyArgs, 'where' | 'orderBy' | 'take'>> {
  const order = page.inverted ? 'asc' : 'desc';
  return {
    where: {
      AND: [
        where,
        ...betweenCursors(page, (side, { at, id }) => ({
          OR: [{ createdAt: { [side]: at } }, { createdAt: at, id: { [side]: id } }],
        })),
      ],
    },
    orderBy: [{ createdAt: order }, { id: order }],
    take: page.limit,
  };
}
