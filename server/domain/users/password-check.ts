// Whether a password is that of an active user, wherever one is shown: at sign-in, over Basic, and where it is asked
// for again. One throttle guards all of them, and a name that nobody has takes as long as one that somebody has.

import type { User } from '../../storage/_generated/sqlite/client.ts';
import type { World } from '../world.ts';
import { isHashable } from './passwords.ts';

export type PasswordCheck =
  | { readonly isRight: true; readonly user: User; readonly version: number }
  /** `user` is whose name it is, for the audit trail alone. */
  | { readonly isRight: false; readonly user: User | null };

/** @throws {RateLimited} */
export async function checkPasswordOf(
  world: World,
  shown: { readonly name: string; readonly password: string },
  address: string | null,
): Promise<PasswordCheck> {
  const { name, password: text } = shown;
  let user: User | null = null;
  const right = await world.throttle.attempt(address, name, async () => {
    const found = await world.readDb.user.findUnique({ where: { name }, include: { password: true } });
    const matches = isHashable(text) && (await world.passwords.verify(found?.password?.hash ?? null, text));
    if (found === null) return null;
    const { password, ...plainUser } = found;
    user = plainUser;
    if (!matches || password === null || found.deactivatedAt !== null || found.deletedAt !== null)
      return null;
    return { user: plainUser, version: password.version };
  });
  return right === null ? { isRight: false, user } : { isRight: true, ...right };
}
