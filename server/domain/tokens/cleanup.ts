// What is done about old tokens every day, on the world's clock: those that nobody uses are revoked, and the rows of
// those that are long dead go. The audit trail keeps what happened. A token whose grace is over is left as it is: it
// counts as revoked by its columns alone, and it needs its seal to be known for what it is when it comes back.

import type { Prisma } from '../../storage/_generated/sqlite/client.ts';
import { transact, type ReadClient, type Write } from '../../storage/transact.ts';
import { SYSTEM_CALLER } from '../actor.ts';
import { letOthersIn } from '../turn-of-others.ts';
import type { World } from '../world.ts';
import { revokeRow } from './revoke.ts';
import { isLive } from './state.ts';
import { flushTokenUses } from './token-uses.ts';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const UNUSED_DAYS = 365;
const KEPT_DAYS = 90;
/** Rows that a change touches at most: others come in between. */
const ROWS_OF_A_CHANGE = 100;

export interface TokenCleanup {
  readonly revoked: number;
  readonly purged: number;
}

/** Picks up where a killed process stopped; a second run does nothing. */
export async function cleanUpTokens(
  world: World,
  rowsOfAChange: number = ROWS_OF_A_CHANGE,
): Promise<TokenCleanup> {
  // Who used a token a moment ago is not told that nobody does.
  await flushTokenUses(world);
  return {
    revoked: await revokeUnused(world, rowsOfAChange),
    purged: await purgeDead(world, rowsOfAChange),
  };
}

async function revokeUnused(world: World, take: number): Promise<number> {
  let revoked = 0;
  for (let after = ''; ;) {
    const page = await world.readDb.token.findMany({
      where: { AND: [isIdle(daysAgo(world.clock(), UNUSED_DAYS), world.clock()), { id: { gt: after } }] },
      orderBy: { id: 'asc' },
      select: { id: true },
      take,
    });
    const last = page.at(-1);
    if (last === undefined) return revoked;
    after = last.id;
    const unused = await unusedOf(
      world.readDb,
      page.map(({ id }) => id),
      world.clock(),
    );
    if (unused.length === 0) continue;
    await letOthersIn();
    revoked += (await transact(world, (write) => revokeStillUnused(world, write, unused))).result;
  }
}

/** Old enough to have been used, as far as its own row says. */
function isIdle(since: Date, now: Date): Prisma.TokenWhereInput {
  return {
    AND: [
      isLive(now),
      { createdAt: { lte: since } },
      { OR: [{ notBefore: null }, { notBefore: { lte: since } }] },
    ],
  };
}

/** Whoever wrote meanwhile may have revoked one, and another node may have noted a use. */
async function revokeStillUnused(world: World, write: Write, candidates: readonly string[]): Promise<number> {
  const unused = await unusedOf(write.read, candidates, write.at);
  const tokens = await write.read.token.findMany({
    where: { AND: [{ id: { in: unused } }, isLive(write.at)] },
    orderBy: { id: 'asc' },
  });
  for (const token of tokens) await revokeRow(world, write, SYSTEM_CALLER, token, 'POLICY');
  return tokens.length;
}

async function unusedOf(
  { tokenActivity }: Pick<ReadClient, 'tokenActivity'>,
  ids: readonly string[],
  now: Date,
): Promise<string[]> {
  const used = await tokenActivity.findMany({
    where: { tokenId: { in: [...ids] }, lastUsedAt: { gt: daysAgo(now, UNUSED_DAYS) } },
    select: { tokenId: true },
  });
  const usedIds = new Set(used.map(({ tokenId }) => tokenId));
  return ids.filter((id) => !usedIds.has(id));
}

/** How many tokens went. */
async function purgeDead(world: World, take: number): Promise<number> {
  const before = daysAgo(world.clock(), KEPT_DAYS);
  // What was taken over from another system stays, so that taking it over again does not bring a revoked one back.
  const isDead = {
    wire: { not: 'LEGACY' as const },
    OR: [{ revokedAt: { lte: before } }, { graceUntil: { lte: before } }, { expiresAt: { lte: before } }],
  };
  let purged = 0;
  while ((await world.readDb.token.findFirst({ where: isDead, select: { id: true } })) !== null) {
    await letOthersIn();
    purged += (await transact(world, (write) => removeSome(write, isDead, take))).result;
  }
  return purged;
}

/** Children before parents; says how many tokens were among the rows. */
async function removeSome(write: Write, isDead: Prisma.TokenWhereInput, take: number): Promise<number> {
  const rest = { where: { token: isDead }, select: { id: true }, orderBy: { id: 'asc' }, take } as const;
  const children = [
    ['TokenScope', () => write.read.tokenScope.findMany(rest)],
    ['TokenIndex', () => write.read.tokenIndex.findMany(rest)],
    ['TokenProject', () => write.read.tokenProject.findMany(rest)],
    ['TokenAddress', () => write.read.tokenAddress.findMany(rest)],
  ] as const;
  for (const [model, find] of children) {
    const rows = await find();
    for (const { id } of rows) await write.remove(model, { id });
    if (rows.length > 0) return 0;
  }
  const tokens = await write.read.token.findMany({ where: isDead, select: { id: true }, take });
  const ids = tokens.map(({ id }) => id);
  for (const id of ids) await write.remove('Token', { id });
  await write.local.tokenActivity.deleteMany({ where: { tokenId: { in: ids } } });
  return ids.length;
}

function daysAgo(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MILLISECONDS);
}
