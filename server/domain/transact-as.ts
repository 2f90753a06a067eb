// The way in which somebody changes something: who asks was recognised when the request began, and a document of
// several changes, or a password that is hashed, leaves time for them to be shut out. So the transaction looks again at
// the user and the session, on what is committed by then. Uploads look for themselves, in `packages/upload-right.ts`.

import type { Session, User } from '../storage/_generated/sqlite/client.ts';
import {
  transact,
  type Committed,
  type LocalClient,
  type ReadClient,
  type Write,
} from '../storage/transact.ts';
import type { Caller, UserActor } from './actor.ts';
import { Forbidden, Unauthenticated, type Refusal } from './errors.ts';
import { endOf, type SessionLimits } from './users/sessions.ts';
import type { World } from './world.ts';

/**
 * `transact` for whoever asks; what they were let in with holds when `work` begins.
 * @throws {Unauthenticated} when the user or the session is gone @throws {Forbidden} when the role is
 */
export async function transactAs<Result>(
  world: World,
  caller: Caller,
  work: (write: Write) => Promise<Result>,
): Promise<Committed<Result>> {
  return transact(world, async (write) => {
    await requireStanding(world, caller, write.at, {
      user: async (id) => (await write.find('User', { id }))[0],
      session: async (id) => (await write.find('Session', { id }))[0],
    });
    return work(write);
  });
}

/** What a change of local state alone holds, such as one to sessions. */
export type LocalTransaction = LocalClient & ReadClient;

/** The same for what no replica follows. @throws {Unauthenticated} @throws {Forbidden} */
export async function transactLocalAs<Result>(
  world: World,
  caller: Caller,
  work: (local: LocalTransaction) => Promise<Result>,
): Promise<Result> {
  return world.database.db.$transaction(async (local) => {
    await requireStanding(world, caller, world.clock(), {
      user: (id) => local.user.findUnique({ where: { id } }),
      session: (id) => local.session.findUnique({ where: { id } }),
    });
    return work(local);
  });
}

interface CommittedRows {
  user(id: string): Promise<User | null | undefined>;
  session(id: string): Promise<Session | null | undefined>;
}

async function requireStanding(
  { sessionLimits }: World,
  { actor }: Caller,
  now: Date,
  rows: CommittedRows,
): Promise<void> {
  if (actor.kind !== 'user') return;
  const { credential } = actor;
  const refusal =
    whyOut(actor, await rows.user(actor.user.id)) ??
    (credential.kind === 'session' ? whyEnded(await rows.session(credential.id), sessionLimits, now) : null);
  if (refusal !== null) throw refusal;
}

function whyOut({ user: assumed }: UserActor, user: User | null | undefined): Refusal | null {
  if (!user || user.deactivatedAt !== null || user.deletedAt !== null) return sessionEnded();
  return assumed.role === 'ADMIN' && user.role !== 'ADMIN'
    ? new Forbidden(`Only an admin may do this, and ${user.name} is none any more.`)
    : null;
}

function whyEnded(session: Session | null | undefined, limits: SessionLimits, now: Date): Refusal | null {
  return session && now < endOf(session, limits) ? null : sessionEnded();
}

function sessionEnded(): Refusal {
  return new Unauthenticated('This session has ended: sign in.');
}
