// One-time links: the first admin, a first password, a recovery. The secret travels in the link's fragment,
// which no browser sends to a server; stored is its hash. Making a new link voids the older ones. Using one is in `redeem.ts`.

import type { LinkPurpose } from '../../storage/_generated/sqlite/client.ts';
import type { LocalClient } from '../../storage/transact.ts';
import { SYSTEM_CALLER } from '../actor.ts';
import { recordLocal } from '../audit/trail.ts';
import { NotFound } from '../errors.ts';
import { quote } from '../names.ts';
import { hashSecret } from '../tokens/secret.ts';
import { newId, type World } from '../world.ts';

const HOUR_MILLISECONDS = 60 * 60 * 1000;

/** Whoever gets a link to an account that is in use has asked for it just now; a first one may lie over a weekend. */
const LINK_LIFE_MILLISECONDS: Record<LinkPurpose, number> = {
  FIRST_ADMIN: 72 * HOUR_MILLISECONDS,
  SET_PASSWORD: 72 * HOUR_MILLISECONDS,
  RESET_PASSWORD: HOUR_MILLISECONDS,
};

/** What the link's fragment holds; shown once. */
export interface LinkSecret {
  readonly purpose: LinkPurpose;
  readonly secret: string;
  readonly expiresAt: Date;
}

/** Whose password a link sets, and the version of the one it replaces: 0 for none. */
export interface LinkedUser {
  readonly id: string;
  readonly passwordVersion: number;
}

export async function makeLink(
  world: World,
  local: Pick<LocalClient, 'oneTimeLink'>,
  purpose: LinkPurpose,
  user: LinkedUser | null,
): Promise<LinkSecret> {
  const now = world.clock();
  const expiresAt = new Date(now.getTime() + LINK_LIFE_MILLISECONDS[purpose]);
  const secret = world.random(32).toString('base64url');
  await local.oneTimeLink.deleteMany({ where: { userId: user?.id ?? null, usedAt: null } });
  await local.oneTimeLink.create({
    data: {
      id: newId(world),
      secretHash: hashSecret(secret),
      purpose,
      userId: user?.id ?? null,
      passwordVersion: user?.passwordVersion ?? null,
      createdAt: now,
      expiresAt,
    },
  });
  return { purpose, secret, expiresAt };
}

/** Those that were used are told apart from those that nobody made for so long after their end. */
const KEPT_MILLISECONDS = 90 * 24 * HOUR_MILLISECONDS;

export async function sweepLinks({ database, clock }: Pick<World, 'database' | 'clock'>): Promise<void> {
  const before = new Date(clock().getTime() - KEPT_MILLISECONDS);
  await database.db.oneTimeLink.deleteMany({ where: { expiresAt: { lte: before } } });
}

/** A deactivated one counts: `recoverAdmin` brings them back, and a link for a first admin would be a way past them. */
export const EXISTING_ADMIN = { role: 'ADMIN', deletedAt: null } as const;

/** Whether this server never had an admin, or has none left. */
export async function isSetupNeeded(world: World): Promise<boolean> {
  return (await world.readDb.user.findFirst({ where: EXISTING_ADMIN, select: { id: true } })) === null;
}

export interface RecoveryLink extends LinkSecret {
  /** Whether using it also ends a deactivation. */
  readonly activates: boolean;
}

/** For the operator on the server's machine. @throws {NotFound} */
export async function recoverAdmin(world: World, name: string): Promise<RecoveryLink> {
  const user = await world.readDb.user.findUnique({ where: { name }, include: { password: true } });
  if (user === null || user.deletedAt !== null || user.role !== 'ADMIN') {
    throw new NotFound(`There is no admin called ${quote(name)}.`);
  }
  return world.database.db.$transaction(async (local) => {
    const link = await makeLink(world, local, 'SET_PASSWORD', {
      id: user.id,
      passwordVersion: user.password?.version ?? 0,
    });
    await recordLocal(world, local, SYSTEM_CALLER, {
      action: 'user.recovery-linked',
      subject: { kind: 'user', id: user.id, name: user.name, ownerId: user.id },
      detail: {},
    });
    return { ...link, activates: user.deactivatedAt !== null };
  });
}
