// How many tokens somebody may have, and be given. Both keep a script that went wrong from filling the database.

import type { Write } from '../../storage/transact.ts';
import { NotAllowed, RateLimited } from '../errors.ts';
import type { TokenPolicy } from './policy.ts';
import { isLive } from './state.ts';

const LIVE_TOKENS_OF_AN_OWNER = 200;
const HOUR_MILLISECONDS = 60 * 60 * 1000;

/** `leaving` is one that goes when the new one comes. @throws {NotAllowed} @throws {RateLimited} */
export async function requireRoom(
  write: Write,
  { perHour }: TokenPolicy,
  ownerId: string,
  leaving: string | null = null,
): Promise<void> {
  const others = leaving === null ? {} : { NOT: { id: leaving } };
  const live = await write.read.token.count({ where: { ownerId, ...others, ...isLive(write.at) } });
  if (live >= LIVE_TOKENS_OF_AN_OWNER) {
    throw new NotAllowed(`A user has at most ${LIVE_TOKENS_OF_AN_OWNER} live tokens; revoke one first.`);
  }
  // Of the last `perHour` tokens the oldest: when it is an hour old there is room again.
  const oldest = await write.read.token.findFirst({
    where: {
      ownerId,
      createdAt: { gt: new Date(write.at.getTime() - HOUR_MILLISECONDS) },
      OR: [{ origin: null }, { origin: { not: 'IMPORT' } }],
    },
    orderBy: { createdAt: 'desc' },
    skip: perHour - 1,
    select: { createdAt: true },
  });
  if (oldest === null) return;
  const freeAt = oldest.createdAt.getTime() + HOUR_MILLISECONDS;
  throw new RateLimited(
    Math.max(1, Math.ceil((freeAt - write.at.getTime()) / 1000)),
    `A user is given at most ${perHour} tokens within an hour`,
  );
}
