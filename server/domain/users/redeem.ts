// Uses a one-time link up: makes the first admin, or sets a user's password, and signs in.

import type { OneTimeLink, SessionCarrier, User } from '../../storage/_generated/sqlite/client.ts';
import { transact, type Committed, type Write } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { noteRefusedLink } from '../audit/refused-credentials.ts';
import { record } from '../audit/trail.ts';
import { InvalidInput, LinkInvalid } from '../errors.ts';
import { parseUserName } from '../names.ts';
import { hashSecret } from '../tokens/secret.ts';
import type { World } from '../world.ts';
import { insertUser, userColumns, type UserColumns } from './accounts.ts';
import { putPassword } from './change-password.ts';
import type { PasswordOwner } from './common-passwords.ts';
import { EXISTING_ADMIN, isSetupNeeded } from './links.ts';
import { checkPassword } from './passwords.ts';
import { openSession, type OpenedSession } from './sessions.ts';

export interface Redemption {
  readonly secret: string;
  readonly name?: string;
  readonly email?: string;
  readonly password: string;
  readonly carrier: SessionCarrier;
}

/**
 * Uses a link up: makes the first admin or sets the user's password, ends the user's sessions, signs in.
 * @throws {LinkInvalid} @throws {InvalidInput} @throws {NameTaken}
 */
export async function redeemLink(
  world: World,
  caller: Caller,
  input: Redemption,
): Promise<Committed<OpenedSession>> {
  try {
    return await redeem(world, caller, input);
  } catch (error) {
    if (error instanceof LinkInvalid) await tellRefused(world, caller, input.secret);
    throw error;
  }
}

async function redeem(world: World, caller: Caller, input: Redemption): Promise<Committed<OpenedSession>> {
  const secretHash = hashSecret(input.secret);
  const found = await world.readDb.oneTimeLink.findUnique({ where: { secretHash } });
  const link = liveLink(found, world.clock());
  const columns = link.purpose === 'FIRST_ADMIN' ? firstAdminColumns(input) : noColumns(input);
  await checkPassword(input.password, columns ?? (await ownerOf(world, link)));
  const passwordHash = await world.passwords.hash(input.password);

  return transact(world, async (write) => {
    liveLink(await write.local.oneTimeLink.findUnique({ where: { secretHash } }), write.at);
    await write.local.oneTimeLink.update({ where: { id: link.id }, data: { usedAt: write.at } });
    const user =
      columns !== null
        ? await insertFirstAdmin(world, write, caller, columns, passwordHash)
        : await setPassword(world, write, caller, link, passwordHash);
    return openSession(world, write.local, caller, user, { carrier: input.carrier });
  });
}

async function tellRefused(world: World, caller: Caller, secret: string): Promise<void> {
  const link = await world.readDb.oneTimeLink.findUnique({
    where: { secretHash: hashSecret(secret) },
    select: { id: true, user: { select: { id: true, name: true } } },
  });
  noteRefusedLink(world, caller, link);
}

/** Whether `redeemLink` would take this secret now. Nothing else is told of the link, and it stays as it is. */
export async function isLinkOpen(world: World, secret: string): Promise<boolean> {
  const link = await world.readDb.oneTimeLink.findUnique({
    where: { secretHash: hashSecret(secret) },
    include: { user: { include: { password: { select: { version: true } } } } },
  });
  if (link === null || !isLive(link, world.clock())) return false;
  return link.purpose === 'FIRST_ADMIN'
    ? isSetupNeeded(world)
    : link.user !== null && opensFor(link.user, link, link.user.password?.version ?? 0);
}

function liveLink(link: OneTimeLink | null, now: Date): OneTimeLink {
  if (link === null || !isLive(link, now)) throw new LinkInvalid();
  return link;
}

function isLive({ usedAt, expiresAt }: OneTimeLink, now: Date): boolean {
  return usedAt === null && now < expiresAt;
}

/**
 * Deactivating a user voids the links made before it; a recovery made since was made to bring the user back. A password
 * set since the link was made voids it too.
 */
function opensFor(
  { deletedAt, deactivatedAt }: User,
  { purpose, createdAt, passwordVersion }: OneTimeLink,
  currentVersion: number,
): boolean {
  return (
    deletedAt === null &&
    (deactivatedAt === null || (purpose === 'SET_PASSWORD' && createdAt >= deactivatedAt)) &&
    passwordVersion === currentVersion
  );
}

/** The transaction looks again; a link of nobody is refused there. */
async function ownerOf({ readDb }: World, { userId }: OneTimeLink): Promise<PasswordOwner> {
  const user = await readDb.user.findUnique({ where: { id: userId ?? '' } });
  return user ?? { name: '', email: null };
}

function firstAdminColumns(input: Redemption) {
  if (input.name === undefined || input.email === undefined) {
    throw new InvalidInput('INVALID_INPUT', 'The first admin needs a name and an e-mail address.', ['name']);
  }
  return userColumns(parseUserName(input.name), { role: 'ADMIN', email: input.email });
}

function noColumns(input: Redemption): null {
  if (input.name !== undefined || input.email !== undefined) {
    throw new InvalidInput('INVALID_INPUT', 'This link sets a password only: leave name and e-mail out.', [
      'name',
    ]);
  }
  return null;
}

async function insertFirstAdmin(
  world: World,
  write: Write,
  caller: Caller,
  columns: UserColumns,
  passwordHash: string,
): Promise<User> {
  if ((await write.read.user.count({ where: EXISTING_ADMIN })) > 0) throw new LinkInvalid();
  return insertUser(world, write, caller, columns, passwordHash);
}

async function setPassword(
  world: World,
  write: Write,
  caller: Caller,
  link: OneTimeLink,
  hash: string,
): Promise<User> {
  const found =
    link.userId === null ? null : await write.read.user.findUnique({ where: { id: link.userId } });
  const old = found === null ? null : await write.read.password.findUnique({ where: { userId: found.id } });
  if (found === null || !opensFor(found, link, old?.version ?? 0)) throw new LinkInvalid();
  const activated = found.deactivatedAt !== null;
  const user = activated
    ? await write.update('User', { id: found.id }, { deactivatedAt: null, deactivatedById: null })
    : found;
  await putPassword(write, user, hash);
  await record(
    world,
    write,
    { ...caller, actor: { kind: 'user', user, credential: { kind: 'link' } } },
    {
      action: 'user.password-set',
      subject: { kind: 'user', id: user.id, name: user.name, ownerId: user.id },
      detail: { by: 'link', ...(activated && { activated }) },
    },
  );
  return user;
}
