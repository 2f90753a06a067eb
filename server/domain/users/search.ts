// Which users a filter of the list means.

import type { Prisma, Role } from '../../storage/_generated/sqlite/client.ts';
import { findUserIds } from '../../storage/sql/find-user-ids.ts';
import type { World } from '../world.ts';

export const MOST_FOUND = 10_000;

export interface UserFilter {
  /** A part of the name, the display name or the address. Absent or blank: any. */
  readonly text?: string | null;
  readonly role?: Role | null;
  readonly state?: 'ACTIVE' | 'DEACTIVATED' | null;
}

/** A condition on users, deleted ones left out. */
export async function usersMatching(world: World, filter: UserFilter): Promise<Prisma.UserWhereInput> {
  const text = filter.text?.trim() ?? '';
  return {
    deletedAt: null,
    ...(text !== '' && { id: { in: await findUserIds(world.database.reading, text, MOST_FOUND) } }),
    ...(filter.role && { role: filter.role }),
    ...(filter.state && { deactivatedAt: filter.state === 'ACTIVE' ? null : { not: null } }),
  };
}
