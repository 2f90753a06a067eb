// Who may be demoted, deactivated and deleted: nobody by themselves, and never the last active admin. Asked inside the
// writer's transaction, with the rows as the last commit left them, so that two admins cannot take each other out.

import type { User } from '../../storage/_generated/sqlite/client.ts';
import { LastAdmin, OwnAccount, type Refusal } from '../errors.ts';

/** What an account loses. */
export type Loss = 'demote' | 'deactivate' | 'delete';

type Account = Pick<User, 'id' | 'name' | 'role' | 'deactivatedAt' | 'deletedAt'>;

export interface Situation {
  readonly loss: Loss;
  readonly target: Account;
  /** Who asks; null for the server itself. */
  readonly actorId: string | null;
  /** Active admins beside the target. */
  readonly otherActiveAdmins: number;
}

const INSTEAD: Record<Loss, string> = {
  demote: 'take your own role',
  deactivate: 'deactivate yourself',
  delete: 'delete yourself',
};

/** Null when nothing stands against it. An admin who is not active is no last one: they keep nothing running. */
export function whyKept({ loss, target, actorId, otherActiveAdmins }: Situation): Refusal | null {
  if (actorId === target.id) {
    return new OwnAccount(`You cannot ${INSTEAD[loss]}: ask another admin.`, ['name']);
  }
  if (isActiveAdmin(target) && otherActiveAdmins === 0) {
    return new LastAdmin(`${target.name} is the last active admin: make somebody else an admin before.`, [
      'name',
    ]);
  }
  return null;
}

function isActiveAdmin({ role, deactivatedAt, deletedAt }: Account): boolean {
  return role === 'ADMIN' && deactivatedAt === null && deletedAt === null;
}
