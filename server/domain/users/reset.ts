// A link with which a person sets a password anew, made by an admin: shown to the admin once, and mailed where mail is
// set up. The old password goes on until the link is used; whoever must be kept out now is deactivated.

import type { LinkPurpose, User } from '../../storage/_generated/sqlite/client.ts';
import { actingUserId, type Caller } from '../actor.ts';
import { recordLocal } from '../audit/trail.ts';
import { NotAllowed, OwnAccount } from '../errors.ts';
import { transactLocalAs } from '../transact-as.ts';
import type { World } from '../world.ts';
import { existingUser, userSubject } from './administration.ts';
import { requireFreshOrSystem } from './fresh.ts';
import { makeLink, type LinkSecret } from './links.ts';
import { addressee, passwordMail } from './mail.ts';

export interface PasswordLink {
  readonly user: User;
  readonly link: LinkSecret;
}

/**
 * Voids the links made before.
 * @throws {NotFound} @throws {OwnAccount} @throws {NotAllowed} for service accounts and deactivated users
 */
export async function resetPassword(world: World, caller: Caller, name: string): Promise<PasswordLink> {
  requireFreshOrSystem(world, caller.actor, 'users:reset-password');
  return transactLocalAs(world, caller, async (local) => {
    const user = await existingUser({ read: local }, name);
    requireAnother(caller, user);
    requirePersonAtWork(user);
    const password = await local.password.findUnique({ where: { userId: user.id } });
    const purpose: LinkPurpose = password === null ? 'SET_PASSWORD' : 'RESET_PASSWORD';
    const link = await makeLink(world, local, purpose, {
      id: user.id,
      passwordVersion: password?.version ?? 0,
    });
    await recordLocal(world, local, caller, {
      action: 'user.reset-linked',
      subject: userSubject(user),
      detail: { purpose, expiresAt: link.expiresAt.toISOString() },
    });
    return { user, link };
  });
}

/** Whether the link was mailed. After the commit: a mail server may take its time, and writers wait for nobody. */
export async function mailLink(world: World, { user, link }: PasswordLink, url: string): Promise<boolean> {
  const to = addressee(user);
  if (world.mailer === null || to === null || link.purpose === 'FIRST_ADMIN') return false;
  return world.mailer.send(passwordMail(to, link.purpose, url));
}

/** Whoever asks knows their password; a link beside it would let in who finds it. */
function requireAnother(caller: Caller, { id }: User): void {
  if (actingUserId(caller.actor) !== id) return;
  throw new OwnAccount('This is your own account: change your password with the current one.', ['name']);
}

function requirePersonAtWork({ name, kind, deactivatedAt }: User): void {
  if (kind === 'SERVICE') {
    throw new NotAllowed(
      `${name} is a service account, and nobody opens its mail: set its password yourself.`,
      ['name'],
    );
  }
  if (deactivatedAt !== null) {
    throw new NotAllowed(
      `${name} is deactivated, and a link would bring the account back: activate it before.`,
      ['name'],
    );
  }
}
