/**
 * Which settings of an index can be typed, and how they are sent: under the names of schema.graphql, those of a mirror
 * and of a retention rule without the word before them.
 */
import type {
  CreatePackageIndexInput,
  IndexKind,
  MirrorInput,
  PackageIndexQuery,
  UpdatePackageIndexInput,
} from '../_generated/graphql.ts';
import {
  editedList,
  idleEdits,
  needsPresent,
  refuseContradiction,
  type Assignments,
  type Scalar,
  type ValueKind,
} from './assignments.ts';
import { UsageError } from './exit-codes.ts';

const PLAIN = {
  description: 'text',
  isVolatile: 'switch',
  uploadChecks: ['LENIENT', 'STRICT'],
  maxAgeSeconds: 'number',
  quotaBytes: 'bytes',
} as const satisfies Record<string, ValueKind>;

const LISTS = {
  readers: 'names',
  uploaders: 'names',
  bases: 'names',
  allow: 'rules',
  deny: 'rules',
} as const satisfies Record<string, ValueKind>;

const OF_MIRROR = {
  upstreamUrl: 'text',
  username: 'text',
  password: 'text',
  freshSeconds: 'number',
  staleSeconds: 'number',
  timeoutSeconds: 'number',
  maxFileBytes: 'bytes',
  minAgeDays: 'number',
  isOffline: 'switch',
  allowsPrivateAddresses: 'switch',
  keepBytes: 'bytes',
} as const satisfies Record<string, ValueKind>;

/** What `key=` puts back where a value is always there; as schema.graphql says of new indexes and mirrors. */
const DEFAULTS: Readonly<Partial<Record<string, Scalar>>> = {
  isVolatile: false,
  uploadChecks: 'LENIENT',
  maxAgeSeconds: 0,
  freshSeconds: 600,
  staleSeconds: 604_800,
  timeoutSeconds: 10,
  minAgeDays: 0,
  isOffline: false,
  allowsPrivateAddresses: false,
  prereleasesOnly: false,
};

type ListKey = keyof typeof LISTS | 'fileHosts';

/** As sentences call them, in the order in which they are told. */
const NOUNS: Record<ListKey, string> = {
  readers: 'readers',
  uploaders: 'uploaders',
  bases: 'bases',
  allow: 'allow rules',
  deny: 'deny rules',
  fileHosts: 'file hosts',
};

const OF_RETENTION = { keepReleases: 'number', prereleasesOnly: 'switch' } as const;

/** `keepDays` is about copies in a mirror, and about releases in a stage. */
export const SETTINGS = {
  ...PLAIN,
  ...LISTS,
  ...OF_MIRROR,
  fileHosts: 'names',
  ...OF_RETENTION,
  keepDays: 'number',
  retention: 'text',
} as const satisfies Record<string, ValueKind>;

export type SettingKey = keyof typeof SETTINGS;
export type Settings = Assignments<SettingKey>;
type PresentIndex = NonNullable<PackageIndexQuery['packageIndex']>;

/** Whether the index has to be looked at before it can be changed. */
export function dependOnPresent({ lists, scalars }: Settings): boolean {
  return Object.values(lists).some(needsPresent) || isAboutRetention(scalars) || 'keepDays' in scalars;
}

/** @throws UsageError */
export function creationOf(
  path: string,
  settings: Settings,
  kind: IndexKind | undefined,
  password: string | undefined,
): CreatePackageIndexInput {
  const mirror = mirrorOf(settings, password, []);
  const isMirror = kind === 'MIRROR' || (kind === undefined && mirror !== undefined);
  return {
    path,
    ...(isMirror ? { kind: 'MIRROR' } : kind && { kind }),
    ...pick(settings.scalars, PLAIN),
    ...listsOf(settings, () => []),
    ...partsOf(settings, isMirror ? 'MIRROR' : 'STAGE', mirror, null),
  };
}

/** `present` is null when nothing depends on it. @throws UsageError */
export function changeOf(
  path: string,
  settings: Settings,
  present: PresentIndex | null,
  password: string | undefined,
): UpdatePackageIndexInput {
  const mirror = mirrorOf(settings, password, present?.mirror?.fileHosts ?? []);
  return {
    path,
    ...pick(settings.scalars, PLAIN),
    ...listsOf(settings, (key) => (present === null ? [] : presentList(present, key))),
    ...partsOf(settings, present?.kind ?? 'STAGE', mirror, present?.retention ?? null),
  };
}

/** A sentence for each edit of a list that does nothing. */
export function withoutEffect({ lists }: Settings, present: PresentIndex): string[] {
  return (Object.keys(NOUNS) as ListKey[]).flatMap((key) =>
    idleEdits(NOUNS[key], lists[key], presentList(present, key)),
  );
}

/** @throws UsageError */
export function refuseContradictions({ lists }: Settings): void {
  for (const key of Object.keys(NOUNS) as ListKey[]) {
    const edit = lists[key];
    if (edit !== undefined) refuseContradiction(edit, NOUNS[key]);
  }
}

function presentList(index: PresentIndex, key: ListKey): string[] {
  switch (key) {
    case 'readers':
    case 'uploaders':
      return index[key].map(({ name }) => name);
    case 'bases':
      return index.bases.map(({ path }) => path);
    case 'allow':
    case 'deny':
      return index.rules.filter(({ effect }) => effect === key.toUpperCase()).map(({ pattern }) => pattern);
    case 'fileHosts':
      return index.mirror?.fileHosts ?? [];
  }
}

function listsOf({ lists }: Settings, presentOf: (key: keyof typeof LISTS) => string[]) {
  const given = (Object.keys(LISTS) as (keyof typeof LISTS)[]).filter((key) => lists[key] !== undefined);
  return Object.fromEntries(given.map((key) => [key, editedList(lists[key], presentOf(key))]));
}

function mirrorOf(
  { scalars, lists }: Settings,
  password: string | undefined,
  presentHosts: readonly string[],
): MirrorInput | undefined {
  if (typeof scalars.password === 'string') {
    throw new UsageError(
      'A password on the command line is seen by others: give --upstream-password-file, or password= to take it away.',
    );
  }
  if (scalars.upstreamUrl === null) {
    throw new UsageError('A mirror needs an upstream: give upstreamUrl the address of its simple index.');
  }
  const fileHosts = editedList(lists.fileHosts, presentHosts);
  const mirror: MirrorInput = {
    ...pick(scalars, OF_MIRROR),
    ...(fileHosts && { fileHosts }),
    ...(password !== undefined && { password }),
  };
  return Object.keys(mirror).length === 0 ? undefined : mirror;
}

/** What is about mirrors, and what is about stages. */
function partsOf(
  { scalars }: Settings,
  kind: IndexKind,
  mirror: MirrorInput | undefined,
  present: PresentIndex['retention'],
) {
  const keepDays = 'keepDays' in scalars ? { keepDays: scalars.keepDays as number | null } : {};
  if (kind === 'MIRROR') {
    const whole = { ...mirror, ...keepDays };
    return {
      ...(Object.keys(whole).length > 0 && { mirror: whole }),
      ...(isAboutRetention(scalars) && { retention: retentionOf(scalars, {}, present) }),
    };
  }
  const isChanged = isAboutRetention(scalars) || 'keepDays' in scalars;
  return {
    ...(mirror && { mirror }),
    ...(isChanged && { retention: retentionOf(scalars, keepDays, present) }),
  };
}

/** The server takes the whole rule; a rule that protects nothing any more is taken away. */
function retentionOf(
  scalars: Settings['scalars'],
  keepDays: { keepDays?: number | null },
  present: PresentIndex['retention'],
) {
  if ('retention' in scalars) {
    if (scalars.retention === null) return null;
    throw new UsageError('retention= takes the rule away; set keepReleases, keepDays and prereleasesOnly.');
  }
  const { keepReleases = null, keepDays: days = null, prereleasesOnly = false } = present ?? {};
  const rule = {
    keepReleases,
    keepDays: days,
    prereleasesOnly,
    ...keepDays,
    ...pick(scalars, OF_RETENTION),
  };
  const isEmpty = rule.keepReleases === null && rule.keepDays === null;
  if (isEmpty && present === null) {
    throw new UsageError(
      'The index has no retention rule, so there is nothing to take away: a rule begins with keepReleases, keepDays or both.',
    );
  }
  return isEmpty ? null : rule;
}

function isAboutRetention(scalars: Settings['scalars']): boolean {
  return 'retention' in scalars || Object.keys(OF_RETENTION).some((key) => key in scalars);
}

/** The values are of the kinds that the keys name; the server looks at the rest. */
function pick<Keys extends Readonly<Record<string, ValueKind>>>(
  scalars: Readonly<Partial<Record<string, Scalar>>>,
  keys: Keys,
): { [Key in keyof Keys]?: ValueOf<Keys[Key]> | null } {
  const given = Object.entries(scalars)
    .filter(([key]) => key in keys)
    .map(([key, value]) => [key, value ?? DEFAULTS[key] ?? null]);
  return Object.fromEntries(given) as { [Key in keyof Keys]?: ValueOf<Keys[Key]> | null };
}

type ValueOf<Kind extends ValueKind> = Kind extends 'switch'
  ? boolean
  : Kind extends 'number' | 'bytes'
    ? number
    : Kind extends readonly (infer Choice)[]
      ? Choice
      : string;
