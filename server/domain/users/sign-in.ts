// From a password to a session: signing in, and showing the password again for a new session in place of the old one.

import type { SessionCarrier, User } from '../../storage/_generated/sqlite/client.ts';
import type { ReadClient } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { noteRefusedCredential } from '../audit/refused-credentials.ts';
import { recordLocal } from '../audit/trail.ts';
import { Forbidden, InvalidInput, RateLimited, SignInFailed, Unauthenticated } from '../errors.ts';
import { requireSession } from '../permissions.ts';
import { transactLocalAs } from '../transact-as.ts';
import type { World } from '../world.ts';
import { checkPasswordOf } from './password-check.ts';
import { openSession, type OpenedSession } from './sessions.ts';

const MINUTE_MILLISECONDS = 60 * 1000;

export interface SignIn {
  readonly name: string;
  readonly password: string;
  readonly carrier: SessionCarrier;
  /** Absent: as long as a session may live. */
  readonly lifeMinutes?: number | undefined;
}

/**
 * @throws {SignInFailed} in the same words and time for a wrong name, a wrong password and a deactivated user
 * @throws {RateLimited}
 * @throws {InvalidInput} when the session would live longer than one may
 */
export async function signIn(world: World, caller: Caller, input: SignIn): Promise<OpenedSession> {
  const lifeMilliseconds = parseLife(world, input.lifeMinutes);
  const shown = await showPassword(world, caller, input.name, input.password);
  if (shown === null) throw new SignInFailed();
  return world.database.db.$transaction(async (local) => {
    const user = await stillOpens(local, shown);
    return openSession(world, local, caller, user, { carrier: input.carrier, lifeMilliseconds });
  });
}

/**
 * Ends the session that asks and opens another for the same time: a stolen copy of the old one is worth nothing.
 * @throws {SignInFailed} for a wrong password @throws {RateLimited}
 */
export async function renewSession(world: World, caller: Caller, password: string): Promise<OpenedSession> {
  const { user: asking, credential } = requireSession(caller.actor, 'session:renew');
  if (credential.kind !== 'session') throw new Forbidden('This needs a session: sign in.');
  const shown = await showPassword(world, caller, asking.name, password);
  if (shown === null) throw new SignInFailed('The password is wrong.', ['password']);
  const opened = await transactLocalAs(world, caller, async (local) => {
    const user = await stillOpens(local, shown);
    const old = await local.session.findUnique({ where: { id: credential.id } });
    const { count } = await local.session.deleteMany({ where: { id: credential.id, userId: user.id } });
    if (old === null || count === 0) throw new Unauthenticated('This session has ended: sign in.');
    const lifeMilliseconds = Math.min(
      old.expiresAt.getTime() - old.createdAt.getTime(),
      world.sessionLimits.lifeMilliseconds,
    );
    return openSession(world, local, caller, user, {
      carrier: old.carrier,
      lifeMilliseconds,
      isRenewal: true,
    });
  });
  world.sessions.drop();
  return opened;
}

export interface ShownPassword {
  readonly user: User;
  readonly version: number;
}

/** Null, after it was written down, when the password is not that user's, or opens nothing. @throws {RateLimited} */
export async function showPassword(
  world: World,
  caller: Caller,
  name: string,
  password: string,
): Promise<ShownPassword | null> {
  const checked = await checkPasswordOf(world, { name, password }, caller.address).catch((error: unknown) => {
    if (error instanceof RateLimited) noteThrottled(world, caller, name, error);
    throw error;
  });
  if (checked.isRight) return checked;
  const { user: found } = checked;
  await recordLocal(world, world.database.db, caller, {
    action: 'session.refused',
    subject: {
      kind: 'user',
      id: found?.id ?? '',
      name: found?.name ?? '',
      ...(found !== null && { ownerId: found.id }),
    },
    detail: { name: found?.name ?? ':unknown:' },
  });
  return null;
}

/** Counted, not written each time: whoever is throttled goes on trying. With a credential the request itself tells. */
function noteThrottled(world: World, caller: Caller, userName: string, { code }: RateLimited): void {
  if (caller.actor.kind !== 'anonymous') return;
  const { address, requestId } = caller;
  const presented = { kind: 'password', id: null, userName } as const;
  noteRefusedCredential(world, { presented, code, address, requestId, user: null });
}

/**
 * Checking took its time: what was set meanwhile has ended all sessions, and this one must not outlive it.
 * @throws {SignInFailed}
 */
export async function stillOpens(
  tx: Pick<ReadClient, 'user' | 'password'>,
  { user, version }: ShownPassword,
): Promise<User> {
  const current = await tx.password.findUnique({ where: { userId: user.id } });
  const now = await tx.user.findUnique({ where: { id: user.id } });
  if (current?.version !== version || now === null || now.deactivatedAt !== null || now.deletedAt !== null)
    throw new SignInFailed();
  return now;
}

function parseLife({ sessionLimits }: World, minutes?: number): number {
  const longest = sessionLimits.lifeMilliseconds;
  if (minutes === undefined) return longest;
  const milliseconds = minutes * MINUTE_MILLISECONDS;
  if (minutes >= 1 && milliseconds <= longest) return milliseconds;
  throw new InvalidInput(
    'INVALID_INPUT',
    `A session lives 1 to ${longest / MINUTE_MILLISECONDS} minutes, which is ${inWords(longest)}.`,
    ['lifeMinutes'],
  );
}

function inWords(milliseconds: number): string {
  for (const [unit, size] of [
    ['day', 24 * 60],
    ['hour', 60],
  ] as const) {
    const count = milliseconds / MINUTE_MILLISECONDS / size;
    if (Number.isInteger(count)) return `${count} ${unit}${count === 1 ? '' : 's'}`;
  }
  return `${milliseconds / MINUTE_MILLISECONDS} minutes`;
}
