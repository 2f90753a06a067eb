// A new password for an account that is in use: one's own, shown the current one, and that of a service account, by an
// admin. For a person an admin makes a link instead (`reset.ts`): nobody else shall know what a person signs in with.

import type { User } from '../../storage/_generated/sqlite/client.ts';
import type { Committed, Write } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { Forbidden, InvalidInput, NotAllowed, NotFound, SignInFailed, Unauthenticated } from '../errors.ts';
import { quote } from '../names.ts';
import { requireSession } from '../permissions.ts';
import { transactAs } from '../transact-as.ts';
import type { World } from '../world.ts';
import { existingUser } from './administration.ts';
import { requireFreshSession } from './fresh.ts';
import { checkPassword } from './passwords.ts';
import { endAllSessions, openSession, type OpenedSession } from './sessions.ts';
import { showPassword, stillOpens } from './sign-in.ts';

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/**
 * Ends all sessions of the user, and goes on with a new one that ends when the one that asks would have.
 * @throws {InvalidInput} @throws {SignInFailed} for a wrong current password @throws {RateLimited}
 */
export async function changePassword(
  world: World,
  caller: Caller,
  { currentPassword, newPassword }: PasswordChange,
): Promise<Committed<OpenedSession>> {
  const { user: asking, credential } = requireSession(caller.actor, 'password:change');
  if (credential.kind !== 'session') throw new Forbidden('This needs a session: sign in.');
  await checkPassword(newPassword, asking, ['newPassword']);
  if (newPassword === currentPassword) {
    throw new InvalidInput('INVALID_PASSWORD', 'The new password is the current one: take another.', [
      'newPassword',
    ]);
  }
  const shown = await showPassword(world, caller, asking.name, currentPassword);
  if (shown === null) throw new SignInFailed('The current password is wrong.', ['currentPassword']);
  const hash = await world.passwords.hash(newPassword);

  return transactAs(world, caller, async (write) => {
    const user = await stillOpens(write.read, shown);
    const session = await write.local.session.findUnique({ where: { id: credential.id } });
    if (session === null) throw new Unauthenticated('This session has ended: sign in.');
    await putPassword(write, user, hash);
    await record(world, write, caller, {
      action: 'user.password-set',
      subject: { kind: 'user', id: user.id, name: user.name, ownerId: user.id },
      detail: { by: 'user' },
    });
    return openSession(world, write.local, caller, user, {
      carrier: session.carrier,
      lifeMilliseconds: session.expiresAt.getTime() - write.at.getTime(),
      isRenewal: true,
    });
  });
}

/**
 * Ends all sessions of the service account.
 * @throws {InvalidInput} @throws {NotFound} @throws {NotAllowed} for a person @throws {FreshSignInRequired}
 */
export async function setServicePassword(
  world: World,
  caller: Caller,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<Committed<User>> {
  requireFreshSession(world, caller.actor, 'users:set-password');
  const found = await world.readDb.user.findUnique({ where: { name } });
  if (found === null || found.deletedAt !== null)
    throw new NotFound(`There is no user ${quote(name)}.`, ['name']);
  if (found.kind !== 'SERVICE') {
    throw new NotAllowed(
      `${quote(name)} is a person, whose password nobody else shall know: make a link to reset it.`,
      ['name'],
    );
  }
  await checkPassword(password, found);
  const hash = await world.passwords.hash(password);

  return transactAs(world, caller, async (write) => {
    const user = await existingUser(write, name);
    await putPassword(write, user, hash);
    await record(world, write, caller, {
      action: 'user.password-set',
      subject: { kind: 'user', id: user.id, name: user.name, ownerId: user.id },
      detail: { by: 'admin' },
    });
    return user;
  });
}

/** Whatever was opened with the old one is closed; links that were made for it are void by its version. */
export async function putPassword(write: Write, { id: userId }: User, hash: string): Promise<void> {
  const old = await write.read.password.findUnique({ where: { userId } });
  if (old === null) await write.create('Password', { userId, hash, version: 1, changedAt: write.at });
  else await write.update('Password', { userId }, { hash, version: old.version + 1, changedAt: write.at });
  await endAllSessions(write.local, userId);
}
