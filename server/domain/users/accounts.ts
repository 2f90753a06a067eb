// Users: creating them. What happens to them later is in `administration.ts`, one-time links are in `links.ts`.

import type { Committed, Write } from '../../storage/transact.ts';
import { violatedUniqueIndex } from '../../storage/unique-violation.ts';
import type { Role, User, UserKind } from '../../storage/_generated/sqlite/client.ts';
import type { Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { InvalidInput, NameTaken } from '../errors.ts';
import { parseUserName, quote, type UserName } from '../names.ts';
import { requirePermission } from '../permissions.ts';
import { transactAs } from '../transact-as.ts';
import { newId, type World } from '../world.ts';
import { requireNothingForSessions } from './by-token.ts';
import { requireFreshOrToken } from './fresh.ts';
import { makeLink, type LinkSecret } from './links.ts';
import { checkPassword } from './passwords.ts';

export interface NewUser {
  readonly name: string;
  readonly kind?: UserKind;
  readonly role?: Role;
  readonly displayName?: string | null;
  readonly email?: string | null;
  /** Absent: a link to set one is made, unless a token asks. */
  readonly password?: string;
}

export interface CreatedUser {
  readonly user: User;
  /** Null when the user has a password already, is a service account, or was made with a token. */
  readonly link: LinkSecret | null;
}

/**
 * With a token, members alone, and nothing that a password is set with: an admin makes the link later.
 * @throws {InvalidInput} INVALID_NAME, INVALID_EMAIL, INVALID_PASSWORD, PASSWORD_TOO_COMMON  @throws {NameTaken}
 * @throws {NotAllowed}
 */
export async function createUser(
  world: World,
  caller: Caller,
  input: NewUser,
): Promise<Committed<CreatedUser>> {
  requireFreshOrToken(world, caller.actor, 'users:create');
  requireNothingForSessions(caller, {
    role: input.role,
    password: input.password,
    email: input.email ?? undefined,
  });
  const name = parseUserName(input.name);
  const columns = userColumns(name, input);
  if (input.password !== undefined) await checkPassword(input.password, columns);
  const passwordHash = input.password === undefined ? null : await world.passwords.hash(input.password);

  return transactAs(world, caller, async (write, callerNow) => {
    requirePermission(callerNow.actor, 'users:create');
    const user = await insertUser(world, write, caller, columns, passwordHash);
    const link =
      passwordHash === null && isDueLink(caller, columns)
        ? await makeLink(world, write.local, 'SET_PASSWORD', { id: user.id, passwordVersion: 0 })
        : null;
    return { user, link };
  });
}

export interface UserColumns {
  readonly name: UserName;
  readonly kind: UserKind;
  readonly role: Role;
  readonly displayName: string | null;
  readonly email: string | null;
}

/** @throws {InvalidInput} INVALID_EMAIL */
export function userColumns(name: UserName, input: Omit<NewUser, 'name' | 'password'>): UserColumns {
  return {
    name,
    kind: input.kind ?? 'HUMAN',
    role: input.role ?? 'MEMBER',
    displayName: parseDisplayName(input.displayName ?? null),
    email: parseEmail(input.email ?? null),
  };
}

/** The rows of a new user with their audit event; also the way the first admin comes to be. */
export async function insertUser(
  world: World,
  write: Write,
  caller: Caller,
  columns: UserColumns,
  passwordHash: string | null,
): Promise<User> {
  const user = await write
    .create('User', { id: newId(world), ...columns, createdAt: write.at })
    .catch((error: unknown) => {
      if (violatedUniqueIndex(error) !== 'User_name_key') throw error;
      throw new NameTaken(
        columns.name,
        `The user name ${quote(columns.name)} is taken; names are never used again.`,
      );
    });
  if (passwordHash !== null) {
    await write.create('Password', { userId: user.id, hash: passwordHash, version: 1, changedAt: write.at });
  }
  await record(world, write, caller, {
    action: 'user.created',
    subject: { kind: 'user', id: user.id, name: user.name, ownerId: user.id },
    detail: { kind: user.kind, role: user.role, withPassword: passwordHash !== null },
  });
  return user;
}

/** A service account lives by the tokens that admins mint for it; and no token gets at a way to set a password. */
function isDueLink({ actor }: Caller, { kind }: UserColumns): boolean {
  return kind === 'HUMAN' && actor.kind !== 'token';
}

/** @throws {InvalidInput} INVALID_EMAIL */
export function parseEmail(text: string | null): string | null {
  if (text === null) return null;
  if (/^[^\s@\p{Cc}]{1,64}@[^\s@\p{Cc}]{1,189}$/u.test(text)) return text;
  throw new InvalidInput('INVALID_EMAIL', `${quote(text)} is not an e-mail address: write name@domain.`, [
    'email',
  ]);
}

/** Blank counts as none. @throws {InvalidInput} */
export function parseDisplayName(text: string | null): string | null {
  if (text === null || text.trim() === '') return null;
  if (text.length <= 200 && !/\p{Cc}/u.test(text)) return text;
  throw new InvalidInput(
    'INVALID_INPUT',
    'A display name has at most 200 characters and no control characters.',
    ['displayName'],
  );
}
