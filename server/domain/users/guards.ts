// Who may be demoted, deactivated and deleted: nobody by themselves, and never the last active admin. Asked inside the
// writer's transaction, with the rows as the last commit left them, so that two admins cannot take each other out.

import type { User } from '../../storage/_generated/sqlite/client.ts';
import { Forbidden, LastAdmin, OwnAccount, type Refusal } from '../errors.ts';

/** What an account loses. */
export type Loss = 'demote' | 'deactivate' | 'delete';

type Account = Pick<User, 'id' | 'name' | 'role' | 'deactivatedAt' | 'deletedAt'>;

export interface Situation {
  readonly loss: Loss;
  readonly target: Account;
  /** Who asks, as they are now; null for the server itself. */
  readonly actor: Account | null;
  /** Active admins beside the target. */
  readonly otherActiveAdmins: number;
}

const INSTEAD: Record<Loss, string> = {
  demote: 'take your own role',
  deactivate: 'deactivate yourself',
  delete: 'delete yourself',
};

/** Null when nothing stands against it. An admin who is not active is no last one: they keep nothing running. */
export function whyKept({ loss, target, actor, otherActiveAdmins }: Situation): Refusal | null {
  if (actor?.id === target.id) {
    return new OwnAccount(`You cannot ${INSTEAD[loss]}: ask another admin.`, ['name']);
  }
  if (isActiveAdmin(target) && otherActiveAdmins === 0) {
    return new LastAdmin(`${target.name} is the last active admin: make somebody else an admin before.`, [
      'name',
    ]);
  }
  return whyStale(actor);
}

/** An admin's own right may have gone between the beginning of the request and the writer's turn. */
export function whyStale(actor: Account | null): Refusal | null {
  return actor === null || isActiveAdmin(actor)
    ? null
    : new Forbidden(`Only an admin may do this, and ${actor.name} is none any more.`);
}

export function isActiveAdmin({ role, deactivatedAt, deletedAt }: Account): boolean {
  return role === 'ADMIN' && deactivatedAt === null && deletedAt === null;
}
