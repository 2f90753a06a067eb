// Package indexes: create, change, delete. Deleting leaves a tombstone and revokes what was bound to the
// index alone; the rows behind it are purged afterwards, by `purge.ts`.

import type { IndexKind, PackageIndex } from '../../storage/_generated/sqlite/client.ts';
import type { Committed, ReadClient, Write } from '../../storage/transact.ts';
import { violatedUniqueIndex } from '../../storage/unique-violation.ts';
import type { Caller, TokenActor, UserActor } from '../actor.ts';
import { record } from '../audit/trail.ts';
import {
  ConfirmationMismatch,
  IndexInUse,
  InvalidInput,
  NameTaken,
  NotAllowed,
  NotFound,
} from '../errors.ts';
import { parseIndexPath, quote, type IndexPath } from '../names.ts';
import { requireSessionOrToken } from '../permissions.ts';
import { revokeTokensBoundOnlyTo } from '../tokens/index-tokens.ts';
import { transactAs } from '../transact-as.ts';
import { newId, type World } from '../world.ts';
import { indexesVisibleTo, mayAdminister } from './access.ts';
import { configure, joinSettings, refuseUploaders, type Configuration } from './configuration.ts';
import { countConsequences, type DeletionConsequences } from './consequences.ts';
import { replaceGrants, resolvePrincipals } from './principals.ts';
import { changedSettings, NEW_INDEX, toldSettings, type Settings } from './settings.ts';

export interface NewPackageIndex extends Configuration {
  readonly path: string;
  /** Absent: a stage. It never changes. */
  readonly kind?: IndexKind | undefined;
  readonly description?: string | null;
  /** User names, `:authenticated:`, `:anonymous:`; absent: the owner alone. */
  readonly readers?: readonly string[];
  /** Absent: the owner alone, and nobody for a mirror. */
  readonly uploaders?: readonly string[];
}

/** @throws {InvalidInput} @throws {NameTaken} @throws {NotAllowed} @throws {NotFound} */
export async function createPackageIndex(
  world: World,
  caller: Caller,
  input: NewPackageIndex,
): Promise<Committed<PackageIndex>> {
  const actor = requireSessionOrToken(caller.actor, 'indexes:create');
  const path = parseIndexPath(input.path);
  const description = parseDescription(input.description ?? null);
  const { kind = 'STAGE' } = input;
  const settings = changedSettings(kind, NEW_INDEX, input);
  refuseUploaders(kind, input.uploaders);
  requireOwnName(actor, path);

  return transactAs(world, caller, async (write, callerNow) => {
    requireSessionOrToken(callerNow.actor, 'indexes:create');
    const owner = await write.read.user.findUnique({ where: { name: path.owner } });
    if (owner === null || owner.deletedAt !== null) {
      throw new NotFound(`There is no user ${quote(path.owner)} to own the index.`, ['path']);
    }
    const readers = input.readers ?? [owner.name];
    const uploaders = input.uploaders ?? (kind === 'MIRROR' ? [] : [owner.name]);
    const index = await insertIndex(world, write, owner.id, path, {
      kind,
      description,
      ...NEW_INDEX,
      ...settings,
    });
    await replaceGrants(world, write, index.id, 'READ', await resolvePrincipals(write, readers, 'readers'));
    await replaceGrants(
      world,
      write,
      index.id,
      'UPLOAD',
      await resolvePrincipals(write, uploaders, 'uploaders'),
    );
    const told = await configure(world, write, callerNow.actor, index, input, true);
    await record(world, write, caller, {
      action: 'index.created',
      subject: subjectOf(index),
      detail: {
        readers: [...readers],
        uploaders: [...uploaders],
        ...(kind === 'MIRROR' && { kind }),
        ...joinSettings(toldSettings(settings), told),
      },
    });
    return index;
  });
}

/** The kind is none of them: what it holds would be something else. */
export interface PackageIndexChanges extends Configuration {
  readonly path: string;
  /** Absent: as it is. Null: none. */
  readonly description?: string | null;
  /** Absent: as they are. */
  readonly readers?: readonly string[];
  readonly uploaders?: readonly string[];
}

/** @throws {InvalidInput} @throws {NotFound} @throws {NotAllowed} */
export async function updatePackageIndex(
  world: World,
  caller: Caller,
  { path, ...changes }: PackageIndexChanges,
): Promise<Committed<PackageIndex>> {
  requireSessionOrToken(caller.actor, 'indexes:update');
  const description = changes.description === undefined ? undefined : parseDescription(changes.description);

  return transactAs(world, caller, async (write, callerNow) => {
    let index = await administeredIndex(write.read, callerNow, path, 'indexes:update');
    refuseUploaders(index.kind, changes.uploaders);
    const settings = changedSettings(index.kind, index, changes);
    const isDescribed = description !== undefined && description !== index.description;
    let isChanged = isDescribed || Object.keys(settings).length > 0;
    if (isChanged) {
      const columns = { ...settings, ...(isDescribed && { description }) };
      index = await write.update('PackageIndex', { id: index.id }, columns);
    }
    const told = await configure(world, write, callerNow.actor, index, changes);
    isChanged ||= Object.keys(told).length > 0;
    if (changes.readers !== undefined) {
      const readers = await resolvePrincipals(write, changes.readers, 'readers');
      isChanged = (await replaceGrants(world, write, index.id, 'READ', readers)) || isChanged;
    }
    if (changes.uploaders !== undefined) {
      const uploaders = await resolvePrincipals(write, changes.uploaders, 'uploaders');
      isChanged = (await replaceGrants(world, write, index.id, 'UPLOAD', uploaders)) || isChanged;
    }
    if (isChanged) {
      await record(world, write, caller, {
        action: 'index.updated',
        subject: subjectOf(index),
        detail: {
          ...(description !== undefined && { description }),
          ...(changes.readers && { readers: [...changes.readers] }),
          ...(changes.uploaders && { uploaders: [...changes.uploaders] }),
          ...joinSettings(toldSettings(settings), told),
        },
      });
    }
    return index;
  });
}

export interface Deletion {
  readonly path: string;
  /** The path once more. */
  readonly confirmPath: string;
  /** The number of files that was shown before. */
  readonly expectedFiles: number;
}

/** @throws {ConfirmationMismatch} @throws {IndexInUse} @throws {NotFound} @throws {NotAllowed} */
export async function deletePackageIndex(
  world: World,
  caller: Caller,
  { path, confirmPath, expectedFiles }: Deletion,
): Promise<Committed<DeletionConsequences>> {
  requireSessionOrToken(caller.actor, 'indexes:delete');
  if (confirmPath !== path) {
    throw new ConfirmationMismatch(`To delete ${path}, repeat exactly this path.`, ['confirmPath']);
  }
  return transactAs(world, caller, async (write, callerNow) => {
    const index = await administeredIndex(write.read, callerNow, path, 'indexes:delete');
    const consequences = await countConsequences(write.read, index.id, write.at);
    if (consequences.dependants > 0) throw await inUse(write.read, callerNow, index, consequences.dependants);
    if (consequences.files !== expectedFiles) {
      throw new ConfirmationMismatch(
        `${path} holds ${consequences.files} files now, not ${expectedFiles}. Look again before you delete it.`,
        ['expectedFiles'],
      );
    }
    await write.update('PackageIndex', { id: index.id }, { deletedAt: write.at, livePath: null });
    await revokeTokensBoundOnlyTo(world, write, caller, index.id);
    await record(world, write, caller, {
      action: 'index.deleted',
      subject: subjectOf(index),
      detail: {
        projects: consequences.projects,
        files: consequences.files,
        bytes: consequences.bytes,
        tokens: consequences.tokens,
      },
    });
    return consequences;
  });
}

/** Names that its dependants get from it would be asked of their mirrors at once. */
async function inUse(
  read: ReadClient,
  { actor }: Caller,
  { id, path }: PackageIndex,
  dependants: number,
): Promise<IndexInUse> {
  const visible = await read.packageIndex.findMany({
    where: { AND: [{ bases: { some: { baseId: id } } }, indexesVisibleTo(actor)] },
    select: { path: true },
    orderBy: { path: 'asc' },
    take: 20,
  });
  const paths = visible.map((each) => each.path);
  const others = dependants - paths.length;
  const hidden = others === 1 ? 'one that you may not see' : `${others} that you may not see`;
  const named = [...paths, ...(others > 0 ? [paths.length < 20 ? hidden : `${others} more`] : [])];
  return new IndexInUse(
    paths,
    `${path} is a base of ${named.join(', ')}: take it out of their bases before you delete it.`,
  );
}

/** The index, if the caller may know of it. @throws {NotFound} in the same words whether hidden or absent */
export async function visibleIndex(read: ReadClient, caller: Caller, path: string, field = 'path') {
  const index = await read.packageIndex.findFirst({
    where: { AND: [{ livePath: path }, indexesVisibleTo(caller.actor)] },
  });
  if (index === null) throw new NotFound(`There is no package index ${quote(path)}.`, [field]);
  return index;
}

/** @throws {NotFound} @throws {NotAllowed} */
export async function administeredIndex(
  read: ReadClient,
  caller: Caller,
  path: string,
  permission: 'indexes:update' | 'indexes:delete',
): Promise<PackageIndex> {
  requireSessionOrToken(caller.actor, permission);
  const index = await visibleIndex(read, caller, path);
  if (!mayAdminister(caller.actor, index, permission)) {
    throw new NotAllowed(`Only the owner of ${path} and admins may change or delete it.`, ['path']);
  }
  return index;
}

async function insertIndex(
  world: World,
  write: Write,
  ownerId: string,
  { path, name }: IndexPath,
  columns: Settings & Pick<PackageIndex, 'kind' | 'description'>,
): Promise<PackageIndex> {
  return write
    .create('PackageIndex', {
      id: newId(world),
      ownerId,
      name,
      path,
      livePath: path,
      ...columns,
      createdAt: write.at,
    })
    .catch((error: unknown) => {
      if (violatedUniqueIndex(error) !== 'PackageIndex_livePath_key') throw error;
      throw new NameTaken(path, `There is a package index ${quote(path)} already.`, ['path']);
    });
}

function requireOwnName(actor: UserActor | TokenActor, path: IndexPath): void {
  if (actor.user.role !== 'ADMIN' && actor.user.name !== path.owner) {
    throw new NotAllowed(
      `${actor.user.name} may create indexes as ${actor.user.name}/… only; ask an admin for one below ${path.owner}.`,
      ['path'],
    );
  }
}

function parseDescription(text: string | null): string | null {
  if (text === null || text.trim() === '') return null;
  if (text.length <= 500 && !/[^\P{Cc}\n]/u.test(text)) return text;
  throw new InvalidInput(
    'INVALID_INPUT',
    'A description has at most 500 characters and no control characters.',
    ['description'],
  );
}

export function subjectOf(index: PackageIndex) {
  return {
    kind: 'index',
    id: index.id,
    name: index.path,
    indexId: index.id,
    ownerId: index.ownerId,
  } as const;
}
