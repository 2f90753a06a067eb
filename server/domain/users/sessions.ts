// Interactive sign-ins: what a session is, how it opens, and whether one presented is open now. A session is one row
// with two carriers, a cookie for the browser and a bearer for the command line; neither opens the data plane.
// Passwords are checked in `sign-in.ts`, sessions ended in `end-sessions.ts`.

import type { Session, SessionCarrier, User } from '../../storage/_generated/sqlite/client.ts';
import type { LocalClient } from '../../storage/transact.ts';
import type { Caller, UserActor } from '../actor.ts';
import { recordLocal } from '../audit/trail.ts';
import {
  composeCredential,
  formatCredential,
  hashSecret,
  secretMatches,
  type CredentialText,
} from '../tokens/secret.ts';
import type { World } from '../world.ts';
import type { RememberedSession } from './session-memory.ts';

/** A session ends so long after its last use, and so long after sign-in at the latest. */
export interface SessionLimits {
  readonly idleMilliseconds: number;
  readonly lifeMilliseconds: number;
}

/** `lastSeenAt` is written at most this often; half as often as an idle session may last, if that is shorter. */
const SEEN_STEP_MILLISECONDS = 60 * 1000;

export interface OpenedSession {
  readonly actor: UserActor;
  /** The credential's text, shown once; a cookie's value or a bearer. */
  readonly text: string;
  readonly carrier: SessionCarrier;
  readonly expiresAt: Date;
}

export interface Opening {
  readonly carrier: SessionCarrier;
  /** Absent: as long as a session may live. */
  readonly lifeMilliseconds?: number;
  /** The same person went on with a new session in place of another. */
  readonly isRenewal?: boolean;
}

export async function openSession(
  world: World,
  local: Pick<LocalClient, 'session' | 'auditEvent'>,
  caller: Caller,
  user: User,
  { carrier, lifeMilliseconds = world.sessionLimits.lifeMilliseconds, isRenewal = false }: Opening,
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
      action: isRenewal ? 'session.renewed' : 'session.opened',
      subject: { kind: 'session', id: row.id, name: user.name, ownerId: user.id },
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
  if (!isSessionOpen(session.row, session.actor.user, world.sessionLimits, now)) return null;
  const step = Math.min(SEEN_STEP_MILLISECONDS, world.sessionLimits.idleMilliseconds / 2);
  if (now.getTime() - session.row.lastSeenAt.getTime() > step)
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

export function isSessionOpen(
  session: Pick<Session, 'lastSeenAt' | 'expiresAt' | 'createdAt'>,
  user: Pick<User, 'deactivatedAt' | 'deletedAt'>,
  limits: SessionLimits,
  now: Date,
): boolean {
  return now < endOf(session, limits) && user.deactivatedAt === null && user.deletedAt === null;
}

/** When the session ends unless it is used again; a setting that was lowered since counts for it as well. */
export function endOf(
  { createdAt, lastSeenAt, expiresAt }: Pick<Session, 'lastSeenAt' | 'expiresAt' | 'createdAt'>,
  { idleMilliseconds, lifeMilliseconds }: SessionLimits,
): Date {
  return new Date(
    Math.min(
      expiresAt.getTime(),
      createdAt.getTime() + lifeMilliseconds,
      lastSeenAt.getTime() + idleMilliseconds,
    ),
  );
}

/** For what takes away the ground that sessions stand on: a password, a role, the account. */
export async function endAllSessions(local: Pick<LocalClient, 'session'>, userId: string): Promise<void> {
  await local.session.deleteMany({ where: { userId } });
}

export function sessionActor(
  user: User,
  row: Pick<Session, 'id' | 'carrier' | 'createdAt' | 'expiresAt'>,
): UserActor {
  return {
    kind: 'user',
    user,
    credential: {
      kind: 'session',
      id: row.id,
      carrier: row.carrier,
      signedInAt: row.createdAt,
      expiresAt: row.expiresAt,
    },
  };
}

/** The same as a condition on rows. */
export function openSessionsOf(
  userId: string,
  { clock, sessionLimits }: Pick<World, 'clock' | 'sessionLimits'>,
) {
  const now = clock();
  return {
    userId,
    expiresAt: { gt: now },
    createdAt: { gt: new Date(now.getTime() - sessionLimits.lifeMilliseconds) },
    lastSeenAt: { gt: new Date(now.getTime() - sessionLimits.idleMilliseconds) },
  };
}
