// Finds an index by its path without asking the database each time, and decides who gets in. What it remembers
// is dropped when an index or a grant changes, in the same tick as the commit.

import { LRUCache } from 'lru-cache';
import { touches, type Commits } from '../../storage/commits.ts';
import type { Actor } from '../actor.ts';
import { Forbidden, NotFound, Unauthenticated, type Refusal } from '../errors.ts';
import type { PackageIndex } from '../../storage/_generated/sqlite/client.ts';
import { takesNoUploads } from '../packages/upload-right.ts';
import { coversIndex } from '../tokens/limits.ts';
import type { World } from '../world.ts';
import { mayRead, maySeeThrough, mayUpload, spelledOut, WITH_GRANTS, type GuardedIndex } from './access.ts';

/** By which rules it takes files. */
type UploadRules = Pick<PackageIndex, 'kind' | 'isVolatile' | 'uploadChecks' | 'quotaBytes'>;

export type OpenIndex = GuardedIndex & UploadRules & { readonly path: string; readonly isPublic: boolean };

const MODELS = ['PackageIndex', 'IndexGrant', 'IndexBase', 'User', 'GroupMember'] as const;
const ABSENT = Symbol('no such index');

export class IndexDirectory {
  readonly #world: Pick<World, 'readDb'>;
  readonly #known = new LRUCache<string, OpenIndex | typeof ABSENT>({ max: 10_000 });
  #generation = 0;

  constructor(world: Pick<World, 'readDb'>, commits: Commits) {
    this.#world = world;
    commits.listen((commit) => {
      if (touches(commit, MODELS)) this.drop();
    });
  }

  drop(): void {
    this.#generation += 1;
    this.#known.clear();
  }

  /** Without a promise when it is remembered: the hot path of an installer. */
  find(path: string): OpenIndex | null | Promise<OpenIndex | null> {
    const known = this.#known.get(path);
    if (known === undefined) return this.#load(path);
    return known === ABSENT ? null : known;
  }

  async #load(path: string): Promise<OpenIndex | null> {
    const generation = this.#generation;
    const row = await this.#world.readDb.packageIndex.findUnique({
      where: { livePath: path },
      include: WITH_GRANTS,
    });
    const index =
      row === null
        ? null
        : {
            id: row.id,
            ownerId: row.ownerId,
            path: row.path,
            grants: spelledOut(row.grants),
            isPublic: mayRead({ kind: 'anonymous' }, row),
            kind: row.kind,
            isVolatile: row.isVolatile,
            uploadChecks: row.uploadChecks,
            quotaBytes: row.quotaBytes,
          };
    if (generation === this.#generation) this.#known.set(path, index ?? ABSENT);
    return index;
  }
}

/**
 * Null when the actor may come in. An index that is hidden and one that does not exist answer alike; only
 * admins, who administer all of them, learn that one does not exist. Never 404 to others: uv would move on
 * to the next index, which is how a private name gets confused with a public one (DESIGN 3.4.3).
 */
export function whyClosed(
  actor: Actor,
  index: OpenIndex | null,
  permission: 'packages:read' | 'packages:upload',
): Refusal | null {
  const isReading = permission === 'packages:read';
  if (index !== null && (isReading ? mayRead(actor, index) : mayUpload(actor, index))) return null;
  if (actor.kind === 'anonymous') {
    return new Unauthenticated(
      'This index needs a credential: user "__token__" and a token as the password.',
    );
  }
  // Told only to those who may know what this index is.
  if (index?.kind === 'MIRROR' && !isReading && maySeeThrough(actor, index) && isFor(actor, index))
    return takesNoUploads(index);
  if (index === null && actor.kind === 'user' && actor.user.role === 'ADMIN') {
    return new NotFound('There is no such index.');
  }
  return isReading
    ? new Forbidden('This credential may not read this index.')
    : new Forbidden(
        'This credential may not upload to this index: a token needs the scope index:upload, and its user must be among the uploaders of the index.',
      );
}

/** What a token is bound to is all that it is told of. */
function isFor(actor: Actor, { id }: OpenIndex): boolean {
  return actor.kind !== 'token' || coversIndex(actor.credential, id);
}
