/**
 * How an index is set up, line by line: under the keys with which it is changed.
 */
import type { PackageIndexQuery } from '../_generated/graphql.ts';
import { formatBytes, formatTime } from './output.ts';

type Shown = Pick<
  NonNullable<PackageIndexQuery['packageIndex']>,
  | 'kind'
  | 'bases'
  | 'isVolatile'
  | 'uploadChecks'
  | 'maxAgeSeconds'
  | 'quotaBytes'
  | 'sizeBytes'
  | 'diskBytes'
  | 'rules'
  | 'reservations'
  | 'upstreamGrants'
  | 'mirror'
  | 'retention'
>;
type Line = [label: string, value: string];

export function settingsLines(index: Shown): Line[] {
  const { kind, bases, isVolatile, uploadChecks, maxAgeSeconds, quotaBytes } = index;
  const isStage = kind === 'STAGE';
  return [
    ...(isStage
      ? ([
          ['bases', bases.map(({ path }) => path).join(', ') || '(none)'],
          [
            'isVolatile',
            isVolatile ? 'true: files may be replaced' : 'false: a file name never gets other bytes',
          ],
          ['uploadChecks', uploadChecks.toLowerCase()],
          ['quotaBytes', quotaBytes === null ? '(none)' : formatBytes(quotaBytes)],
        ] satisfies Line[])
      : []),
    ['maxAgeSeconds', String(maxAgeSeconds)],
    // Whoever may not know what it holds is shown no rules either: empty would be a lie.
    ...(index.sizeBytes === null ? [] : guardedLines(index)),
  ];
}

function guardedLines(index: Shown): Line[] {
  const { kind, rules, mirror, retention, reservations, upstreamGrants, sizeBytes, diskBytes } = index;
  const patterns = (effect: 'ALLOW' | 'DENY') =>
    rules.filter((rule) => rule.effect === effect).map(({ pattern }) => pattern);
  return [
    ...(kind === 'MIRROR' || sizeBytes === null ? [] : [['size', formatBytes(sizeBytes)] satisfies Line]),
    ...(diskBytes === null ? [] : [['on disk', formatBytes(diskBytes)] satisfies Line]),
    ['allow', patterns('ALLOW').join(', ') || '(everything)'],
    ['deny', patterns('DENY').join(', ') || '(nothing)'],
    ...(mirror ? mirrorLines(mirror) : []),
    ...(retention ? [['retention', retentionText(retention)] satisfies Line] : []),
    ...reservations.map(({ pattern, reason }): Line => [
      'reserved',
      reason ? `${pattern}: ${reason}` : pattern,
    ]),
    ...upstreamGrants.map(({ project, mirror: from, grantedBy, expiresAt, reason }): Line => [
      'granted',
      `${project} from ${from ?? '(a mirror that you may not see)'} by ${grantedBy ?? 'the server'}, ` +
        `${expiresAt === null ? 'without an end' : `until ${formatTime(expiresAt, '')}`}: ${reason}`,
    ]),
  ];
}

function mirrorLines(mirror: NonNullable<Shown['mirror']>): Line[] {
  const bytes = (value: number | null) => (value === null ? '(none)' : formatBytes(value));
  return [
    ['upstreamUrl', mirror.upstreamUrl],
    ...(mirror.username === null ? [] : [['username', mirror.username] satisfies Line]),
    ...(mirror.hasPassword ? [['password', '(kept)'] satisfies Line] : []),
    ['freshSeconds', String(mirror.freshSeconds)],
    ['staleSeconds', String(mirror.staleSeconds)],
    ['timeoutSeconds', String(mirror.timeoutSeconds)],
    ['minAgeDays', String(mirror.minAgeDays)],
    ['isOffline', String(mirror.isOffline)],
    ['allowsPrivateAddresses', String(mirror.allowsPrivateAddresses)],
    ['fileHosts', mirror.fileHosts.join(', ') || '(any)'],
    ['maxFileBytes', bytes(mirror.maxFileBytes)],
    ['keepDays', mirror.keepDays === null ? '(none)' : String(mirror.keepDays)],
    ['keepBytes', bytes(mirror.keepBytes)],
  ];
}

function retentionText({ keepReleases, keepDays, prereleasesOnly }: NonNullable<Shown['retention']>): string {
  return [
    ...(keepReleases === null ? [] : [`keepReleases=${keepReleases}`]),
    ...(keepDays === null ? [] : [`keepDays=${keepDays}`]),
    `prereleasesOnly=${prereleasesOnly}`,
  ].join(' ');
}
