// What can be set of an index beside its lists and its bases: in which limits, for which kind, and how the trail tells
// that it changed. Pure; the rows of a mirror are in `mirror-input.ts`.

import type {
  IndexKind,
  PackageIndex,
  RetentionRule,
  UploadChecks,
} from '../../storage/_generated/sqlite/client.ts';
import { InvalidInput } from '../errors.ts';

const LONGEST_MAX_AGE = 86_400;

/** Absent: as it is, and of a new index as `NEW_INDEX` says. */
export interface SettingsInput {
  readonly isVolatile?: boolean | null | undefined;
  readonly uploadChecks?: UploadChecks | null | undefined;
  readonly maxAgeSeconds?: number | null | undefined;
  /** Null: as many bytes as the disk takes. */
  readonly quotaBytes?: number | null | undefined;
}

export type Settings = Pick<PackageIndex, 'isVolatile' | 'uploadChecks' | 'maxAgeSeconds' | 'quotaBytes'>;

export const NEW_INDEX: Settings = {
  isVolatile: false,
  uploadChecks: 'LENIENT',
  maxAgeSeconds: 0,
  quotaBytes: null,
};

/** What becomes different. @throws {InvalidInput} INVALID_SETTING */
export function changedSettings(
  kind: IndexKind,
  present: Settings,
  { isVolatile, uploadChecks, maxAgeSeconds, quotaBytes }: SettingsInput,
): Partial<Settings> {
  if (kind === 'MIRROR') {
    refuseOfMirror('isVolatile', isVolatile === true, 'what it copies is never replaced');
    refuseOfMirror('uploadChecks', isGiven(uploadChecks), 'nobody uploads to it');
    refuseOfMirror('quotaBytes', typeof quotaBytes === 'number', 'give keepBytes of mirror instead');
  }
  if (isGiven(maxAgeSeconds)) requireWhole('maxAgeSeconds', maxAgeSeconds, 0, LONGEST_MAX_AGE);
  if (isGiven(quotaBytes)) requireWhole('quotaBytes', quotaBytes, 1, Number.MAX_SAFE_INTEGER);
  const quota = isGiven(quotaBytes) ? BigInt(quotaBytes) : quotaBytes;
  return {
    ...(isGiven(isVolatile) && isVolatile !== present.isVolatile && { isVolatile }),
    ...(isGiven(uploadChecks) && uploadChecks !== present.uploadChecks && { uploadChecks }),
    ...(isGiven(maxAgeSeconds) && maxAgeSeconds !== present.maxAgeSeconds && { maxAgeSeconds }),
    ...(quota !== undefined && quota !== present.quotaBytes && { quotaBytes: quota }),
  };
}

/** The whole rule. */
export interface RetentionInput {
  readonly keepReleases?: number | null | undefined;
  readonly keepDays?: number | null | undefined;
  readonly prereleasesOnly?: boolean | null | undefined;
}

export type Retention = Omit<RetentionRule, 'indexId'>;

/** @throws {InvalidInput} INVALID_SETTING */
export function parseRetention(kind: IndexKind, input: RetentionInput): Retention {
  if (kind === 'MIRROR') {
    throw invalidSetting('retention', 'A mirror holds no releases: give keepDays and keepBytes of mirror.');
  }
  const { keepReleases = null, keepDays = null, prereleasesOnly } = input;
  if (keepReleases === null && keepDays === null) {
    throw invalidSetting(
      'retention',
      'This rule would remove every release: give keepReleases, keepDays, or both.',
    );
  }
  if (keepReleases !== null) requireWhole('retention.keepReleases', keepReleases, 1, 10_000);
  if (keepDays !== null) requireWhole('retention.keepDays', keepDays, 1, 36_500);
  return { keepReleases, keepDays, prereleasesOnly: prereleasesOnly === true };
}

/** As the trail has it, `name=value`. */
export function toldSettings(
  changes: Readonly<Record<string, string | number | bigint | boolean | null | undefined>>,
): string[] {
  return Object.entries(changes).map(([name, value]) => `${name}=${value === null ? 'none' : String(value)}`);
}

export function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

/** @throws {InvalidInput} INVALID_SETTING; `name` is the way to the input field, with dots */
export function requireWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  const field = name.split('.').at(-1)!;
  throw invalidSetting(
    name,
    most === Number.MAX_SAFE_INTEGER
      ? `${field} is a whole number, at least ${least}.`
      : `${field} is a whole number from ${least} to ${most}.`,
  );
}

export function invalidSetting(name: string, sentence: string): InvalidInput {
  return new InvalidInput('INVALID_SETTING', sentence, name.split('.'));
}

function refuseOfMirror(name: string, isGiven: boolean, why: string): void {
  if (isGiven) throw invalidSetting(name, `${name} is not for a mirror: ${why}.`);
}
