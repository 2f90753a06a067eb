// The releases of many projects that have a file to download, in one statement: what of a project with thousands of
// releases is current is decided from all of them, and Prisma would make an object of each file.

import type { Statements } from '../statements.ts';
import { placeholder } from './insert-rows.ts';

export interface LiveRelease {
  readonly projectId: string;
  readonly version: string;
  readonly summary: string | null;
  readonly keywords: string | null;
  /** Itself, or each of its files. */
  readonly isYanked: boolean;
}

/** In no order. */
export async function liveReleases(
  statements: Statements,
  projectIds: readonly string[],
): Promise<LiveRelease[]> {
  if (projectIds.length === 0) return [];
  const marks = projectIds.map((_, place) => placeholder(statements.engine, place + 1, 'TEXT'));
  const rows = await statements.rows(
    'SELECT r."projectId", r."version", r."summary", r."keywords", ' +
      'MIN(CASE WHEN r."yankedAt" IS NULL AND f."yankedAt" IS NULL THEN 0 ELSE 1 END) ' +
      'FROM "Release" r JOIN "File" f ON f."releaseId" = r."id" AND f."deletedAt" IS NULL ' +
      `WHERE r."projectId" IN (${marks.join(', ')}) ` +
      'GROUP BY r."id", r."projectId", r."version", r."summary", r."keywords"',
    projectIds,
  );
  return rows.map(([projectId, version, summary, keywords, yanked]) => ({
    projectId: projectId as string,
    version: version as string,
    summary: summary as string | null,
    keywords: keywords as string | null,
    isYanked: Number(yanked) === 1,
  }));
}
