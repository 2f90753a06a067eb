// Interactive sign-ins: open, recognise, end. A session is one row with two carriers, a cookie for the
// browser and a bearer for the command line; neither opens the data plane.

import type { Session, SessionCarrier, User } from '../../storage/_generated/sqlite/client.ts';
import type { LocalClient } from '../../storage/transact.ts';
import type { Caller, UserActor } from '../actor.ts';
import { recordLocal } from '../audit/trail.ts';
import { InvalidInput, SignInFailed } from '../errors.ts';
import {
  composeCredential,
  formatCredential,
  hashSecret,
  secretMatches,
  type CredentialText,
} from '../tokens/secret.ts';
import type { World } from '../world.ts';
import { isHashable } from './passwords.ts';
import type { RememberedSession } from './session-memory.ts';

/** A session ends this long after its last use, and that long after sign-in at the latest. */
export const SESSION_IDLE_MILLISECONDS = 12 * 60 * 60 * 1000;
export const SESSION_LIFE_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;

const MINUTE_MILLISECONDS = 60 * 1000;

/** `lastSeenAt` is written at most this often. */
const SEEN_STEP_MILLISECONDS = 60 * 1000;

export interface OpenedSession {
  readonly actor: UserActor;
  /** The credential's text, shown once; a cookie's value or a bearer. */
  readonly text: string;
  readonly carrier: SessionCarrier;
  readonly expiresAt: Date;
}

export interface SignIn {
  readonly name: string;
  readonly password: string;
  readonly carrier: SessionCarrier;
  /** Absent: as long as a session may live. */
  readonly lifeMinutes?: number | undefined;
}

/**
 * @throws {SignInFailed} in the same words and time for a wrong name, a wrong password and a deactivated user
 * @throws {InvalidInput} when the session would live longer than one may
 */
export async function signIn(world: World, caller: Caller, input: SignIn): Promise<OpenedSession> {
  const lifeMilliseconds = parseLife(input.lifeMinutes);
  const user = await world.readDb.user.findUnique({
    where: { name: input.name },
    include: { password: true },
  });
  const isRight =
    isHashable(input.password) &&
    (await world.passwords.verify(user?.password?.hash ?? null, input.password));
  if (!isRight || user === null || user.deactivatedAt !== null || user.deletedAt !== null) {
    await recordLocal(world, world.database.db, caller, {
      action: 'session.refused',
      subject: { kind: 'user', id: user?.id ?? '', name: user?.name ?? '' },
      detail: { name: user?.name ?? ':unknown:' },
    });
    throw new SignInFailed();
  }
  const { password, ...plainUser } = user;
  return world.database.db.$transaction(async (tx) => {
    // Checking took its time: a password set meanwhile has ended all sessions, and this one must not outlive it.
    const current = await tx.password.findUnique({ where: { userId: user.id } });
    if (current?.version !== password?.version) throw new SignInFailed();
    return openSession(world, tx, caller, plainUser, input.carrier, lifeMilliseconds);
  });
}

function parseLife(minutes = SESSION_LIFE_MILLISECONDS / MINUTE_MILLISECONDS): number {
  const milliseconds = minutes * MINUTE_MILLISECONDS;
  if (minutes >= 1 && milliseconds <= SESSION_LIFE_MILLISECONDS) return milliseconds;
  throw new InvalidInput('INVALID_INPUT', 'A session lives 1 to 10080 minutes, which is 7 days.', [
    'lifeMinutes',
  ]);
}

export async function openSession(
  world: World,
  local: Pick<LocalClient, 'session' | 'auditEvent'>,
  caller: Caller,
  user: User,
  carrier: SessionCarrier,
  lifeMilliseconds = SESSION_LIFE_MILLISECONDS,
): Promise<OpenedSession> {
  const now = world.clock();
  const credential = composeCredential('ses', world.random(16), world.random(32));
  const expiresAt = new Date(now.getTime() + lifeMilliseconds);
  const row: Session = {
    id: credential.id,
    userId: user.id,
    carrier,
    secretHash: hashSecret(credential.secret),
    createdAt: now,
    lastSeenAt: now,
    expiresAt,
    address: caller.address,
    client: caller.client,
  };
  await local.session.create({ data: row });
  const actor = sessionActor(user, row);
  await recordLocal(
    world,
    local,
    { ...caller, actor },
    {
      action: 'session.opened',
      subject: { kind: 'session', id: row.id, name: user.name },
      detail: { carrier },
    },
  );
  return { actor, text: formatCredential(credential), carrier, expiresAt };
}

/** Null when the credential opens no session now. */
export async function recogniseSession(
  world: World,
  credential: CredentialText,
  carrier: SessionCarrier,
): Promise<UserActor | null> {
  const { generation } = world.sessions;
  const session = world.sessions.find(credential.id) ?? (await loadSession(world, credential.id, generation));
  if (session === null || session.row.carrier !== carrier) return null;
  if (!secretMatches(credential.secret, session.row.secretHash)) return null;
  const now = world.clock();
  const { user } = session.actor;
  if (!isSessionLive(session.row, now) || user.deactivatedAt !== null || user.deletedAt !== null) return null;
  if (now.getTime() - session.row.lastSeenAt.getTime() > SEEN_STEP_MILLISECONDS)
    await noteSeen(world, session, now, generation);
  return session.actor;
}

async function loadSession(world: World, id: string, generation: number): Promise<RememberedSession | null> {
  const found = await world.readDb.session.findUnique({ where: { id }, include: { user: true } });
  if (found === null) return null;
  const { user, ...row } = found;
  const session = { row, actor: sessionActor(user, row) };
  world.sessions.remember(session, generation);
  return session;
}

/** `generation` is the one before the session was looked up, so that one that ended since stays forgotten. */
async function noteSeen(
  world: World,
  session: RememberedSession,
  now: Date,
  generation: number,
): Promise<void> {
  world.sessions.remember({ ...session, row: { ...session.row, lastSeenAt: now } }, generation);
  await world.database.db.session.updateMany({ where: { id: session.row.id }, data: { lastSeenAt: now } });
}

export function isSessionLive(session: Pick<Session, 'lastSeenAt' | 'expiresAt'>, now: Date): boolean {
  return now < session.expiresAt && now.getTime() < session.lastSeenAt.getTime() + SESSION_IDLE_MILLISECONDS;
}

/** Ends the session that asks; other credentials have none to end. */
export async function signOut(world: World, caller: Caller): Promise<void> {
  const { actor } = caller;
  if (actor.kind !== 'user' || actor.credential.kind !== 'session') return;
  const { id } = actor.credential;
  await world.database.db.$transaction(async (local) => {
    await local.session.deleteMany({ where: { id } });
    await recordLocal(world, local, caller, {
      action: 'session.ended',
      subject: { kind: 'session', id, name: actor.user.name },
      detail: {},
    });
  });
  world.sessions.drop();
}

export async function endAllSessions(local: Pick<LocalClient, 'session'>, userId: string): Promise<void> {
  await local.session.deleteMany({ where: { userId } });
}

function sessionActor(user: User, row: Pick<Session, 'id' | 'createdAt' | 'expiresAt'>): UserActor {
  return {
    kind: 'user',
    user,
    credential: { kind: 'session', id: row.id, signedInAt: row.createdAt, expiresAt: row.expiresAt },
  };
}
