// A link with which a person sets a password anew, made by an admin: shown to the admin once, and mailed where mail is
// set up. The old password goes on until the link is used; whoever must be kept out now is deactivated.

import type { LinkPurpose, User } from '../../storage/_generated/sqlite/client.ts';
import type { Caller } from '../actor.ts';
import { recordLocal } from '../audit/trail.ts';
import { NotAllowed } from '../errors.ts';
import type { World } from '../world.ts';
import { existingUser, requireStillAdmin, userSubject } from './administration.ts';
import { requireFreshOrSystem } from './fresh.ts';
import { makeLink, type LinkSecret } from './links.ts';
import { addressee, passwordMail } from './mail.ts';

export interface PasswordLink {
  readonly user: User;
  readonly link: LinkSecret;
}

/** Voids the links made before. @throws {NotFound} @throws {NotAllowed} for service accounts and deactivated users */
export async function resetPassword(world: World, caller: Caller, name: string): Promise<PasswordLink> {
  requireFreshOrSystem(world, caller.actor, 'users:update');
  return world.database.db.$transaction(async (tx) => {
    await requireStillAdmin({ read: tx }, caller);
    const user = await existingUser({ read: tx }, name);
    requirePersonAtWork(user);
    const password = await tx.password.findUnique({ where: { userId: user.id } });
    const purpose: LinkPurpose = password === null ? 'SET_PASSWORD' : 'RESET_PASSWORD';
    const link = await makeLink(world, tx, purpose, {
      id: user.id,
      passwordVersion: password?.version ?? 0,
    });
    await recordLocal(world, tx, caller, {
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
