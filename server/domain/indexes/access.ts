// Who may see, read, upload to and administer a package index: pure rules over the index's grants,
// and the same as a where-clause. An admin administers every index, but reads and uploads only where listed. A token
// reaches what its owner reaches, as far as its scopes and its indexes go.

import type { Actor, UserActor } from '../actor.ts';
import { whyNot, type Permission } from '../permissions.ts';
import { coversIndex, coversProject, type TokenLimits } from '../tokens/limits.ts';
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

/**
 * Be shown what it holds through an index that has it as a base. A token stands for its owner here: what binds it is
 * asked at the index that it came in by.
 */
export function mayReadThrough(actor: Actor, index: GuardedIndex): boolean {
  if (actor.kind === 'system') return false;
  return actor.kind === 'anonymous' ? isGranted(index, 'READ', ANYBODY) : isListed(actor.user, 'READ', index);
}

/** Be told, by an index that has it as a base, that it is there. */
export function maySeeThrough(actor: Actor, index: GuardedIndex): boolean {
  if (actor.kind === 'anonymous' || actor.kind === 'system') return mayReadThrough(actor, index);
  return (
    administers(actor.user, index) ||
    isListed(actor.user, 'READ', index) ||
    isListed(actor.user, 'UPLOAD', index)
  );
}

/** Change its lists, delete it; with a session also see all tokens bound to it. */
export function mayAdminister(
  actor: Actor,
  index: Pick<GuardedIndex, 'id' | 'ownerId'>,
  by: 'indexes:update' | 'indexes:delete' | 'mirrors:refresh' = 'indexes:update',
): boolean {
  switch (actor.kind) {
    case 'anonymous':
    case 'system':
      return false;
    case 'user':
      return administers(actor.user, index);
    case 'token':
      return (
        whyNot(actor, by) === null &&
        coversIndex(actor.credential, index.id) &&
        administers(actor.user, index)
      );
  }
}

/** Which of them one has to hold for what changes or removes something that an index holds. */
export type CuratingPermission =
  'releases:yank' | 'projects:set-status' | 'packages:delete' | 'retention:apply';

/**
 * Yank, set aside and delete what it holds: those who administer it, and its uploaders. A token needs the scope for it,
 * and to be for the index and the project.
 */
export function mayCurate(
  actor: Actor,
  index: GuardedIndex,
  project?: string,
  by: CuratingPermission = 'packages:delete',
): boolean {
  if (actor.kind !== 'user' && actor.kind !== 'token') return false;
  if (whyNot(actor, by) !== null) return false;
  if (actor.kind === 'token') {
    const token = actor.credential;
    if (!coversIndex(token, index.id)) return false;
    if (project !== undefined && !coversProject(token, index.id, project)) return false;
  }
  return administers(actor.user, index) || isListed(actor.user, 'UPLOAD', index);
}

/**
 * Make it a base of another: who reads it, and an admin who sees it. Scopes do not matter, because it opens nothing:
 * what a base gives is asked for anew at each read.
 */
export function mayInheritFrom(actor: Actor, index: GuardedIndex): boolean {
  if (actor.kind !== 'user' && actor.kind !== 'token') return false;
  return actor.user.role === 'ADMIN' || isListed(actor.user, 'READ', index);
}

/** See through the API how it is set up: its rules, its reservations, what it mirrors. */
export function maySeeSettings(actor: Actor, index: GuardedIndex): boolean {
  return mayAdminister(actor, index) || maySeeContents(actor, index);
}

/** See through the API whom its lists name. A token that is for installing or uploading alone does not. */
export function maySeeLists(actor: Actor): boolean {
  if (actor.kind !== 'token') return true;
  return whyNot(actor, 'indexes:browse') === null || whyNot(actor, 'indexes:update') === null;
}

/** See through the API what it holds; a token by its scope for the API, not by that of installers. */
export function maySeeContents(actor: Actor, index: GuardedIndex): boolean {
  if (actor.kind !== 'token') return mayRead(actor, index);
  return (
    whyNot(actor, 'indexes:browse') === null &&
    coversIndex(actor.credential, index.id) &&
    isListed(actor.user, 'READ', index)
  );
}

/** A condition on package indexes: those of whose existence the actor may know. */
export function indexesVisibleTo(actor: Actor): Prisma.PackageIndexWhereInput {
  switch (actor.kind) {
    case 'anonymous':
    case 'system':
      return { id: { in: [] } };
    case 'user':
      return visibleToUser(actor.user);
    case 'token':
      return { AND: [visibleToUser(actor.user), coveredBy(actor.credential)] };
  }
}

function visibleToUser({ id, role }: UserActor['user']): Prisma.PackageIndexWhereInput {
  if (role === 'ADMIN') return { deletedAt: null };
  return { deletedAt: null, OR: [{ ownerId: id }, { grants: { some: { OR: naming(id) } } }] };
}

/** A condition on package indexes: those of which `maySeeContents` says yes. */
export function contentsVisibleTo(actor: Actor): Prisma.PackageIndexWhereInput {
  if (actor.kind !== 'user' && actor.kind !== 'token') return { id: { in: [] } };
  if (actor.kind === 'token' && whyNot(actor, 'indexes:browse') !== null) return { id: { in: [] } };
  const isListedToRead = { grants: { some: { right: 'READ' as const, OR: naming(actor.user.id) } } };
  return {
    AND: [{ deletedAt: null }, isListedToRead, actor.kind === 'token' ? coveredBy(actor.credential) : {}],
  };
}

/** The grants that speak of this user. */
function naming(userId: string): Prisma.IndexGrantWhereInput[] {
  return [{ principal: { in: [userId, ANY_USER, ANYBODY] } }, { group: { members: { some: { userId } } } }];
}

/** The same as `coversIndex`. */
function coveredBy({ allIndexes, indexIds }: TokenLimits): Prisma.PackageIndexWhereInput {
  return allIndexes ? {} : { id: { in: [...indexIds] } };
}

/** The same as `indexesVisibleTo`, for an index that is at hand and somebody with a session. */
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

function administers(user: UserActor['user'], index: Pick<GuardedIndex, 'ownerId'>): boolean {
  return user.role === 'ADMIN' || user.id === index.ownerId;
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
