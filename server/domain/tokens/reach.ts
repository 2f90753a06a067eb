// Which indexes a new token may be bound to, and whether its owner has there what each scope is for. Asked when a token
// is minted and again when it is rotated; what the owner may do at the moment of use is asked at each use besides.

import type { PackageIndex, User } from '../../storage/_generated/sqlite/client.ts';
import type { Write } from '../../storage/transact.ts';
import type { UserActor } from '../actor.ts';
import { InvalidInput, NotAllowed, NotFound } from '../errors.ts';
import {
  mayAdminister,
  mayCurate,
  mayRead,
  maySee,
  mayUpload,
  WITH_GRANTS,
  type GuardedIndex,
} from '../indexes/access.ts';
import { quote } from '../names.ts';
import { LONGEST_LIST } from './fields.ts';
import { SCOPES, type Scope } from './scope.ts';

export interface WantedReach {
  readonly scopes: readonly Scope[];
  /** Index paths. */
  readonly indexes?: readonly string[];
  readonly allIndexes?: boolean;
  readonly projects?: readonly string[];
}

/** Null for all indexes; none where no scope is about indexes. @throws {InvalidInput} INVALID_INPUT */
export function wantedPaths({ scopes, indexes = [], allIndexes, projects }: WantedReach): string[] | null {
  const paths = [...new Set(indexes)];
  if (!scopes.some((scope) => SCOPES[scope].isAboutIndexes)) {
    if (paths.length === 0 && allIndexes !== true && projects === undefined) return [];
    throw new InvalidInput(
      'INVALID_INPUT',
      `${scopes.join(' and ')} reaches no index: leave indexes, allIndexes and projects out.`,
      [paths.length > 0 ? 'indexes' : allIndexes === true ? 'allIndexes' : 'projects'],
    );
  }
  if (allIndexes === true) {
    if (paths.length === 0) return null;
    throw new InvalidInput('INVALID_INPUT', 'Name indexes or ask for all of them, not both.', ['indexes']);
  }
  if (paths.length === 0) {
    throw new InvalidInput('INVALID_INPUT', 'Name at least one index, or ask for all indexes.', ['indexes']);
  }
  return paths;
}

type FoundIndex = PackageIndex & GuardedIndex;

/** @throws {NotFound} for the first that is not there, or that the caller may not know of @throws {InvalidInput} */
export async function indexesAt(
  write: Pick<Write, 'read'>,
  caller: UserActor,
  paths: readonly string[],
): Promise<FoundIndex[]> {
  if (paths.length === 0) return [];
  if (paths.length > LONGEST_LIST) {
    throw new InvalidInput('INVALID_INPUT', `A token names at most ${LONGEST_LIST} indexes.`, ['indexes']);
  }
  const found = await write.read.packageIndex.findMany({
    where: { livePath: { in: [...paths] } },
    include: WITH_GRANTS,
    orderBy: { path: 'asc' },
  });
  const visible = found.filter((index) => maySee(caller, index));
  const missing = paths.find((path) => !visible.some((index) => index.path === path));
  if (missing !== undefined) throw new NotFound(`There is no package index ${quote(missing)}.`, ['indexes']);
  return visible;
}

/**
 * Refused by name, never trimmed: the first index that the owner may not see, and the first scope that the owner lacks
 * on one of them. Both may differ from what the caller may, who can be an admin.
 * @throws {NotAllowed}
 */
export function requireRightsOf(
  owner: User,
  scopes: readonly Scope[],
  indexes: readonly (GuardedIndex & Pick<PackageIndex, 'path'>)[],
): void {
  const person = asPerson(owner);
  for (const index of indexes) {
    if (!maySee(person, index)) {
      throw new NotAllowed(
        `${owner.name} may not see ${index.path}, so no token of ${owner.name} reaches it.`,
        ['indexes'],
      );
    }
    for (const scope of scopes) {
      const need = NEEDED[scope];
      if (need === null || need.isMet(person, index)) continue;
      throw new NotAllowed(
        `${owner.name} may not ${need.deed} ${index.path}, so no token of ${owner.name} may have ${scope} there.`,
        ['scopes'],
      );
    }
  }
}

/** The rules ask a person; with which credential does not matter to them. */
export function asPerson(user: User): UserActor {
  return { kind: 'user', user, credential: { kind: 'link' } };
}

interface Need {
  readonly deed: string;
  isMet(owner: UserActor, index: GuardedIndex): boolean;
}

/** What the owner has to hold on each index that a token with the scope names. */
const NEEDED: Record<Scope, Need | null> = {
  'index:read': { deed: 'read', isMet: mayRead },
  'index:upload': { deed: 'upload to', isMet: mayUpload },
  'index:yank': { deed: 'yank releases of', isMet: mayCurate },
  'index:delete': { deed: 'delete what is in', isMet: mayCurate },
  'index:refresh': { deed: 'refresh', isMet: mayAdminister },
  'indexes:read': { deed: 'see', isMet: maySee },
  'indexes:write': { deed: 'change', isMet: mayAdminister },
  'indexes:delete': { deed: 'delete', isMet: mayAdminister },
  'audit:read': null,
  'users:read': null,
  'users:write': null,
  'replicas:read': null,
};
