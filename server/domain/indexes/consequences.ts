// What deleting an index would take with it, counted before anybody confirms.

import type { ReadClient } from '../../storage/transact.ts';
import { ABOUT_INDEXES_ALONE } from '../tokens/scope.ts';
import { isLive } from '../tokens/state.ts';

export interface DeletionConsequences {
  readonly projects: number;
  readonly files: number;
  readonly bytes: number;
  /** Live tokens that are bound to this index alone, and would be revoked. */
  readonly tokens: number;
  /** Indexes that have this one as a base. */
  readonly dependants: number;
}

export async function countConsequences(
  read: ReadClient,
  indexId: string,
  now: Date,
): Promise<DeletionConsequences> {
  const projects = await read.project.count({ where: { indexId } });
  const files = await read.file.aggregate({
    where: { indexId, deletedAt: null },
    _count: true,
    _sum: { sizeBytes: true },
  });
  const tokens = await read.token.count({ where: { AND: [isLive(now), boundOnlyTo(indexId)] } });
  const dependants = await read.indexBase.count({ where: { baseId: indexId, index: { deletedAt: null } } });
  return { projects, files: files._count, bytes: Number(files._sum.sizeBytes ?? 0n), tokens, dependants };
}

/** A condition on tokens: bound to this index and to no other that still exists, and good for nothing beside. */
export function boundOnlyTo(indexId: string) {
  return {
    allIndexes: false,
    scopes: ABOUT_INDEXES_ALONE,
    AND: [
      { indexes: { some: { indexId } } },
      { indexes: { none: { index: { deletedAt: null }, indexId: { not: indexId } } } },
    ],
  };
}
