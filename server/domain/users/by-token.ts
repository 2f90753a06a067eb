// What of accounts automation may not touch, whatever the scopes of its token: who administers, and how people sign in.
// A leaked token would become a password or a role by that, and outlive its revocation.

import type { User } from '../../storage/_generated/sqlite/client.ts';
import type { Caller } from '../actor.ts';
import { NotAllowed } from '../errors.ts';

const FOR_SESSIONS = {
  role: 'Roles are for sessions only: leave the role out',
  password: 'Passwords are for sessions only: leave the password out',
  email: 'A link to set a password goes to the address, so it is for sessions only: leave it out',
} as const;

/** Refuses what a token was given beside what it may. @throws {NotAllowed} naming it */
export function requireNothingForSessions(
  { actor }: Caller,
  given: Partial<Record<keyof typeof FOR_SESSIONS, unknown>>,
): void {
  if (actor.kind !== 'token') return;
  for (const [field, why] of Object.entries(FOR_SESSIONS)) {
    if (given[field as keyof typeof FOR_SESSIONS] !== undefined) {
      throw new NotAllowed(`${why}, or sign in and use a session.`, [field]);
    }
  }
}

/** Refuses a token that is used on an admin. @throws {NotAllowed} */
export function requireNoAdmin({ actor }: Caller, target: Pick<User, 'name' | 'role'>): void {
  if (actor.kind !== 'token' || target.role !== 'ADMIN') return;
  throw new NotAllowed(`${target.name} is an admin, whom no token changes: sign in and use a session.`, [
    'name',
  ]);
}
