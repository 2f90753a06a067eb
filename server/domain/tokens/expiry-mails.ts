// Writes to owners whose tokens end within seven days, and within one: once each, and only of tokens that live longer
// than that. What a mail says is in `notices.ts`.

import type { Token, User } from '../../storage/_generated/sqlite/client.ts';
import { violatedUniqueIndex } from '../../storage/unique-violation.ts';
import { addressee } from '../users/mail.ts';
import type { World } from '../world.ts';
import { expiryMail, type EndingToken } from './notices.ts';
import { isInState } from './state.ts';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const EARLY_DAYS = 7;
const LATE_DAYS = 1;

interface DueToken extends EndingToken {
  /** How many days before its end this mail is for. */
  readonly days: number;
  /** For how many its owner was written to before; null for none. */
  readonly toldBefore: number | null;
}

/** How many mails went out. Ends early when it is told to stop. */
export async function mailExpiries(world: World, isStopped: () => boolean = () => false): Promise<number> {
  if (world.mailer === null) return 0;
  let sent = 0;
  for (const [owner, tokens] of await dueByOwner(world)) {
    if (isStopped()) return sent;
    if (await mailOwner(world, owner, tokens)) sent += 1;
  }
  return sent;
}

async function dueByOwner({ readDb, clock }: World): Promise<Map<User, DueToken[]>> {
  const now = clock();
  const ending = await readDb.token.findMany({
    where: {
      AND: [
        isInState('ACTIVE', now),
        { expiresAt: { lte: new Date(now.getTime() + EARLY_DAYS * DAY_MILLISECONDS) } },
        { owner: { email: { not: null } } },
      ],
    },
    include: { owner: true },
    orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }],
  });
  const activities = await readDb.tokenActivity.findMany({
    where: { tokenId: { in: ending.map(({ id }) => id) }, expiryMailedDays: { not: null } },
  });
  const told = new Map(activities.map(({ tokenId, expiryMailedDays }) => [tokenId, expiryMailedDays]));
  const owners = new Map(ending.map(({ owner }) => [owner.id, owner]));
  const due = new Map<User, DueToken[]>();
  for (const token of ending) {
    const toldBefore = told.get(token.id) ?? null;
    const days = daysDue(token, toldBefore, now);
    if (days === null || token.expiresAt === null) continue;
    const owner = owners.get(token.ownerId)!;
    due.set(owner, [...(due.get(owner) ?? []), { ...token, expiresAt: token.expiresAt, days, toldBefore }]);
  }
  return due;
}

function daysDue(
  { createdAt, expiresAt }: Pick<Token, 'createdAt' | 'expiresAt'>,
  toldBefore: number | null,
  now: Date,
): number | null {
  if (expiresAt === null) return null;
  const [end, life] = [expiresAt.getTime(), expiresAt.getTime() - createdAt.getTime()];
  const days = end - now.getTime() <= LATE_DAYS * DAY_MILLISECONDS ? LATE_DAYS : EARLY_DAYS;
  if (life < days * DAY_MILLISECONDS) return null;
  return toldBefore === null || toldBefore > days ? days : null;
}

/** Noted before it is sent, so that of two nodes one sends it; what did not go out is tried again. */
async function mailOwner(world: World, owner: User, due: readonly DueToken[]): Promise<boolean> {
  const to = addressee(owner);
  if (to === null || world.mailer === null) return false;
  const noted: DueToken[] = [];
  for (const token of due) if (await note(world, token)) noted.push(token);
  if (noted.length === 0) return false;
  if (await world.mailer.send(expiryMail(to, noted))) return true;
  for (const token of noted) await takeBack(world, token);
  return false;
}

async function note({ database: { db } }: World, { id: tokenId, days }: DueToken): Promise<boolean> {
  const { count } = await db.tokenActivity.updateMany({
    where: { tokenId, OR: [{ expiryMailedDays: null }, { expiryMailedDays: { gt: days } }] },
    data: { expiryMailedDays: days },
  });
  if (count === 1) return true;
  try {
    await db.tokenActivity.create({ data: { tokenId, expiryMailedDays: days } });
    return true;
  } catch (error) {
    // Another node was faster.
    if (violatedUniqueIndex(error) === null) throw error;
    return false;
  }
}

async function takeBack({ database: { db } }: World, { id: tokenId, days, toldBefore }: DueToken) {
  await db.tokenActivity.updateMany({
    where: { tokenId, expiryMailedDays: days },
    data: { expiryMailedDays: toldBefore },
  });
}
