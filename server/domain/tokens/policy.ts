// What the operator allows of tokens: how long one may live, and how many a user may be given. The rules are pure; rows
// are counted in `caps.ts`.

import { InvalidInput } from '../errors.ts';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const DEFAULT_LIFE_MILLISECONDS = 30 * DAY_MILLISECONDS;
/** Further than this no date goes, whatever the policy: it is a mistake, or means never. */
const HORIZON_MILLISECONDS = 36_500 * DAY_MILLISECONDS;

export interface TokenPolicy {
  /** Null: a token may also never expire. */
  readonly maxLifeMilliseconds: number | null;
  /** How many tokens a user may be given within an hour. */
  readonly perHour: number;
  /** The host that is written into attenuable tokens, for people who look into one; empty when it is not known. */
  readonly location: string;
}

export interface WantedTimes {
  /** Absent: in 30 days, or in the longest life where that is shorter. Null: never. */
  readonly expiresAt?: Date | null;
  readonly notBefore?: Date | null;
}

export interface TokenTimes {
  readonly notBefore: Date | null;
  readonly expiresAt: Date | null;
}

/** @throws {InvalidInput} INVALID_EXPIRY */
export function tokenTimes(wanted: WantedTimes, { maxLifeMilliseconds }: TokenPolicy, now: Date): TokenTimes {
  const notBefore = wanted.notBefore ?? null;
  const most = maxLifeMilliseconds ?? HORIZON_MILLISECONDS;
  const expiresAt =
    wanted.expiresAt === undefined
      ? new Date(now.getTime() + Math.min(DEFAULT_LIFE_MILLISECONDS, most))
      : wanted.expiresAt;
  if (expiresAt === null && maxLifeMilliseconds !== null) {
    throw expiryRefused(`On this server each token expires, ${inDays(most)} ahead at the latest.`);
  }
  if (notBefore !== null && !(notBefore.getTime() - now.getTime() <= most)) {
    throw expiryRefused(`A token begins ${inDays(most)} ahead at the latest.`, 'notBefore');
  }
  if (expiresAt !== null && !(expiresAt.getTime() - now.getTime() <= most)) {
    throw expiryRefused(`A token expires ${inDays(most)} ahead at the latest on this server.`);
  }
  const begins = notBefore !== null && notBefore > now ? notBefore : now;
  if (expiresAt !== null && expiresAt <= begins) {
    throw expiryRefused(
      wanted.expiresAt === undefined
        ? 'A token ends in 30 days unless its end is given, and this one would begin after that: give its end.'
        : 'A token must expire after now, and after the moment it begins.',
    );
  }
  return { notBefore, expiresAt };
}

/** How long a token lives that takes the place of this one: as long as it, as far as the policy goes. */
export function lifeAgain(
  { createdAt, expiresAt }: { readonly createdAt: Date; readonly expiresAt: Date | null },
  { maxLifeMilliseconds }: TokenPolicy,
  now: Date,
): Date | null {
  const life = expiresAt === null ? null : expiresAt.getTime() - createdAt.getTime();
  const lives = [life, maxLifeMilliseconds].filter((each) => each !== null);
  return lives.length === 0 ? null : new Date(now.getTime() + Math.min(...lives));
}

export function expiryRefused(sentence: string, field = 'expiresAt'): InvalidInput {
  return new InvalidInput('INVALID_EXPIRY', sentence, [field]);
}

function inDays(milliseconds: number): string {
  const days = milliseconds / DAY_MILLISECONDS;
  if (Number.isInteger(days)) return days === 1 ? 'a day' : `${days} days`;
  return `${milliseconds / 60_000} minutes`;
}
