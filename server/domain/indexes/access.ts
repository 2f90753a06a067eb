// Who may see, read, upload to and administer a package index: pure rules over the index's grants,
// and the same as a where-clause. An admin administers every index, but reads and uploads only where listed.

import type { Actor, UserActor } from '../actor.ts';
import { whyNot, type Permission } from '../permissions.ts';
import { coversIndex, coversProject } from '../tokens/limits.ts';
import type { IndexRight, Prisma } from '../../storage/_generated/sqlite/client.ts';

export const ANYBODY = ':anonymous:';
export const ANY_USER = ':authenticated:';

/** What the rules need of an index. */
export interface GuardedIndex {
  readonly id: string;
  readonly ownerId: string;
  readonly grants: readonly GuardingGrant[];
}

export interface GuardingGrant {
  readonly right: IndexRight;
  readonly principal: string;
  /** Null when it names no group. */
  readonly group: { readonly members: readonly { readonly userId: string }[] } | null;
}

/** What has to be loaded of an index before the rules can be asked. */
export const WITH_GRANTS = {
  grants: { include: { group: { select: { members: { select: { userId: true } } } } } },
} as const satisfies Prisma.PackageIndexInclude;

/** The same with groups spelled out as their members, for an index that is asked often. */
export function spelledOut(grants: GuardedIndex['grants']): GuardingGrant[] {
  return grants.flatMap(({ right, principal, group }) =>
    group === null
      ? [{ right, principal, group }]
      : group.members.map(({ userId }) => ({ right, principal: userId, group: null })),
  );
}

const PERMISSION_OF_RIGHT: Record<IndexRight, Permission> = {
  READ: 'packages:read',
  UPLOAD: 'packages:upload',
};

export function mayRead(actor: Actor, index: GuardedIndex, project?: string): boolean {
  return may(actor, 'READ', index, project);
}

export function mayUpload(actor: Actor, index: GuardedIndex, project?: string): boolean {
  return may(actor, 'UPLOAD', index, project);
}

/** Change its lists, delete it, see all tokens bound to it. */
export function mayAdminister(actor: Actor, index: Pick<GuardedIndex, 'ownerId'>): boolean {
  return actor.kind === 'user' && (actor.user.role === 'ADMIN' || actor.user.id === index.ownerId);
}

/** A condition on package indexes: those of whose existence the actor may know. */
export function indexesVisibleTo(actor: Actor): Prisma.PackageIndexWhereInput {
  if (actor.kind !== 'user') return { id: { in: [] } };
  if (actor.user.role === 'ADMIN') return { deletedAt: null };
  const { id } = actor.user;
  const isNamed = [
    { principal: { in: [id, ANY_USER, ANYBODY] } },
    { group: { members: { some: { userId: id } } } },
  ];
  return { deletedAt: null, OR: [{ ownerId: id }, { grants: { some: { OR: isNamed } } }] };
}

/** The same as `indexesVisibleTo`, for an index that is at hand. */
export function maySee(actor: Actor, index: GuardedIndex): boolean {
  return mayAdminister(actor, index) || mayRead(actor, index) || mayUpload(actor, index);
}

function may(actor: Actor, right: IndexRight, index: GuardedIndex, project: string | undefined): boolean {
  if (whyNot(actor, PERMISSION_OF_RIGHT[right]) !== null) return false;
  switch (actor.kind) {
    case 'system':
      return false;
    case 'anonymous':
      return isGranted(index, right, ANYBODY);
    case 'user':
      return isListed(actor.user, right, index);
    case 'token': {
      const token = actor.credential;
      return (
        coversIndex(token, index.id) &&
        (project === undefined || coversProject(token, index.id, project)) &&
        isListed(actor.user, right, index)
      );
    }
  }
}

function isListed(user: UserActor['user'], right: IndexRight, index: GuardedIndex): boolean {
  return index.grants.some(
    ({ right: granted, principal, group }) =>
      granted === right &&
      (principal === user.id ||
        principal === ANY_USER ||
        principal === ANYBODY ||
        (group !== null && group.members.some(({ userId }) => userId === user.id))),
  );
}

function isGranted(index: GuardedIndex, right: IndexRight, principal: string): boolean {
  return index.grants.some((grant) => grant.right === right && grant.principal === principal);
}
