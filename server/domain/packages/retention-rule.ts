// Which releases of a project an index removes by its rule: those that fall under every part of it that is set. Yanked
// releases count like others. Pure.

import type { RetentionRule } from '../../storage/_generated/sqlite/client.ts';
import { compareVersions, isPrerelease } from './versions.ts';

export interface RetainableRelease {
  readonly version: string;
  /** When its last file was uploaded. */
  readonly lastUploadAt: Date;
}

export type Rule = Pick<RetentionRule, 'keepReleases' | 'keepDays' | 'prereleasesOnly'>;

/** Of all releases of one project; the lowest version first. */
export function removableReleases<Release extends RetainableRelease>(
  rule: Rule,
  releases: readonly Release[],
  now: Date,
): readonly Release[] {
  // A rule that says nothing would remove everything.
  if (rule.keepReleases === null && rule.keepDays === null && !rule.prereleasesOnly) return [];
  const sorted = releases.toSorted((a, b) => compareVersions(a.version, b.version));
  const beyond = sorted.slice(0, Math.max(0, sorted.length - (rule.keepReleases ?? 0)));
  return beyond.filter((release) => isOld(rule, release, now) && isOfKind(rule, release));
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

function isOld({ keepDays }: Rule, { lastUploadAt }: RetainableRelease, now: Date): boolean {
  return keepDays === null || now.getTime() - lastUploadAt.getTime() >= keepDays * DAY_MILLISECONDS;
}

function isOfKind({ prereleasesOnly }: Rule, { version }: RetainableRelease): boolean {
  return !prereleasesOnly || isPrerelease(version);
}
