// Reads the trail: who may see which events, what a filter means, and pages that stay where they are while events
// come and old ones go.

import type { AuditEvent, Prisma } from '../../storage/_generated/sqlite/client.ts';
import type { Actor, TokenActor, UserActor } from '../actor.ts';
import { betweenCursors, type Page } from '../pages.ts';
import { requireSessionOrToken } from '../permissions.ts';
import type { World } from '../world.ts';
import type { AuditAction, AuditSubjectKind } from './events.ts';
import { flushRefusedCredentials } from './refused-credentials.ts';

/** Joined by "and"; absent members leave everything in. */
export interface AuditFilter {
  /** A user's name, or `:anonymous:` or `:system:`. */
  readonly actor?: string | undefined;
  readonly action?: AuditAction | undefined;
  readonly subjectKind?: AuditSubjectKind | undefined;
  /** A name or an id. */
  readonly subject?: string | undefined;
  /** `owner/name`, of every index that had this path. */
  readonly packageIndex?: string | undefined;
  readonly credentialId?: string | undefined;
  /** The first moment that counts. */
  readonly since?: Date | undefined;
  /** The first moment that counts no more. */
  readonly until?: Date | undefined;
}

/** A condition that holds for what the caller may see and the filter lets through. */
export async function auditEventsFor(
  world: World,
  actor: Actor,
  filter: AuditFilter,
): Promise<Prisma.AuditEventWhereInput> {
  const viewer = requireSessionOrToken(actor, 'audit:browse');
  await flushRefusedCredentials(world);
  const { action, subjectKind, subject, credentialId, since, until } = filter;
  return {
    AND: [
      await visibleTo(world, viewer),
      await actedBy(world, filter.actor),
      await happenedIn(world, filter.packageIndex),
      {
        ...(action !== undefined && { action }),
        ...(subjectKind !== undefined && { subjectKind }),
        ...(credentialId !== undefined && { credentialId }),
        at: { ...(since && { gte: since }), ...(until && { lt: until }) },
      },
      subject === undefined ? {} : { OR: [{ subjectName: subject }, { subjectId: subject }] },
    ],
  };
}

/** Admins see everything, others what they did and what was done to what is theirs; a token what its owner sees. */
async function visibleTo(
  { readDb }: World,
  { user }: UserActor | TokenActor,
): Promise<Prisma.AuditEventWhereInput> {
  if (user.role === 'ADMIN') return {};
  const own = await readDb.packageIndex.findMany({ where: { ownerId: user.id }, select: { id: true } });
  const indexIds = own.map(({ id }) => id);
  return { OR: [{ actorId: user.id }, { ownerId: user.id }, { indexId: { in: indexIds } }] };
}

/** By id where there is one, because an index of the database leads from there. */
async function actedBy({ readDb }: World, name: string | undefined): Promise<Prisma.AuditEventWhereInput> {
  if (name === undefined) return {};
  const user = await readDb.user.findUnique({ where: { name }, select: { id: true } });
  return user === null ? { actorId: null, actorName: name } : { actorId: user.id };
}

async function happenedIn({ readDb }: World, path: string | undefined): Promise<Prisma.AuditEventWhereInput> {
  if (path === undefined) return {};
  const indexes = await readDb.packageIndex.findMany({ where: { path }, select: { id: true } });
  return { indexId: { in: indexes.map(({ id }) => id) } };
}

/** The newest first, unless inverted. @throws {InvalidInput} for a cursor that is none */
export function readAuditPage(
  { readDb }: World,
  where: Prisma.AuditEventWhereInput,
  page: Page,
): Promise<AuditEvent[]> {
  const order = page.inverted ? 'asc' : 'desc';
  return readDb.auditEvent.findMany({
    where: {
      AND: [
        where,
        ...betweenCursors(page, (side, { at, id }) => ({
          OR: [{ at: { [side]: at } }, { at, id: { [side]: id } }],
        })),
      ],
    },
    orderBy: [{ at: order }, { id: order }],
    take: page.limit,
  });
}

/** From where a token may be used is not for the owner of an index that it reaches. */
export function maySeeRanges(actor: Actor, { actorId, ownerId }: AuditEvent): boolean {
  if (actor.kind !== 'user' && actor.kind !== 'token') return false;
  const { id, role } = actor.user;
  return role === 'ADMIN' || actorId === id || ownerId === id;
}

/** An admin sees every address, others their own, and those from which somebody tried to get at what is theirs. */
export function maySeeAddress(actor: Actor, { actorId, ownerId }: AuditEvent): boolean {
  if (actor.kind !== 'user' && actor.kind !== 'token') return false;
  const { id, role } = actor.user;
  return role === 'ADMIN' || actorId === id || (actorId === null && ownerId === id);
}
