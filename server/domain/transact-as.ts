// The way in which somebody changes something: who asks was recognised when the request began, and a document of
// several changes, or a password that is hashed, leaves time for them to be shut out. So the transaction looks again at
// the user and the session or token, on what is committed by then. Uploads look for themselves, in
// `packages/upload-right.ts`.

import type { Session, User } from '../storage/_generated/sqlite/client.ts';
import {
  transact,
  type Committed,
  type LocalClient,
  type ReadClient,
  type Write,
} from '../storage/transact.ts';
import type { Actor, Caller, TokenActor, UserActor } from './actor.ts';
import { Forbidden, Unauthenticated, type Refusal } from './errors.ts';
import { tokenStanding } from './tokens/standing.ts';
import { endOf, type SessionLimits } from './users/sessions.ts';
import type { World } from './world.ts';

/**
 * `transact` for whoever asks; what they were let in with holds when `work` begins. `work` is handed the caller as of
 * now: a token that was narrowed meanwhile reaches less far.
 * @throws {Unauthenticated} when the user, the session or the token is gone
 * @throws {Forbidden} when the role is, or a scope
 */
export async function transactAs<Result>(
  world: World,
  caller: Caller,
  work: (write: Write, callerNow: Caller) => Promise<Result>,
): Promise<Committed<Result>> {
  return transact(world, async (write) => {
    const actor = await actorNow(world, caller, write.at, {
      user: async (id) => (await write.find('User', { id }))[0],
      session: async (id) => (await write.find('Session', { id }))[0],
      token: write.read.token,
    });
    return work(write, { ...caller, actor });
  });
}

/** What a change of local state alone holds, such as one to sessions. */
export type LocalTransaction = LocalClient & ReadClient;

/** The same for what no replica follows. @throws {Unauthenticated} @throws {Forbidden} */
export async function transactLocalAs<Result>(
  world: World,
  caller: Caller,
  work: (local: LocalTransaction, callerNow: Caller) => Promise<Result>,
): Promise<Result> {
  return world.database.db.$transaction(async (local) => {
    const actor = await actorNow(world, caller, world.clock(), {
      user: (id) => local.user.findUnique({ where: { id } }),
      session: (id) => local.session.findUnique({ where: { id } }),
      token: local.token,
    });
    return work(local, { ...caller, actor });
  });
}

interface CommittedRows {
  user(id: string): Promise<User | null | undefined>;
  session(id: string): Promise<Session | null | undefined>;
  readonly token: ReadClient['token'];
}

async function actorNow(world: World, caller: Caller, now: Date, rows: CommittedRows): Promise<Actor> {
  const { actor } = caller;
  switch (actor.kind) {
    case 'anonymous':
    case 'system':
      return actor;
    case 'user':
      await requireStanding(world, actor, now, rows);
      return actor;
    case 'token':
      return tokenNow(actor, await tokenStanding(world, rows, actor, caller.address, now));
  }
}

async function requireStanding(
  { sessionLimits }: World,
  actor: UserActor,
  now: Date,
  rows: CommittedRows,
): Promise<void> {
  const { credential } = actor;
  const user = await rows.user(actor.user.id);
  if (!user || user.deactivatedAt !== null || user.deletedAt !== null) throw sessionEnded();
  const refusal =
    whyDemoted(actor, user) ??
    (credential.kind === 'session' ? whyEnded(await rows.session(credential.id), sessionLimits, now) : null);
  if (refusal !== null) throw refusal;
}

/** A use case asks for its scope before the transaction: whatever scope was there then has to be there now. */
function tokenNow(assumed: TokenActor, actor: TokenActor | null): TokenActor {
  if (actor === null) throw new Unauthenticated('This token is not valid any more.');
  const demoted = whyDemoted(assumed, actor.user);
  if (demoted !== null) throw demoted;
  const lost = [...assumed.credential.scopes].filter((scope) => !actor.credential.scopes.has(scope));
  if (lost.length === 0) return actor;
  throw new Forbidden(`This token was narrowed just now, and lacks ${lost.join(' and ')}.`);
}

function whyDemoted({ user: assumed }: UserActor | TokenActor, user: User): Refusal | null {
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
