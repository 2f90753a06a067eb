// How a package index is set up, beside its lists: what of that can be read. Those who may only upload to it, or only
// see that it is there, are shown none of the lists, and no upstream.

import type { RuleEffect, UploadChecks } from '../storage/_generated/sqlite/client.ts';
import { indexesVisibleTo, mayAdminister, maySeeSettings } from '../domain/indexes/access.ts';
import { diskUse } from '../domain/indexes/disk-use.ts';
import { inBatches } from './batches.ts';
import { builder } from './builder.ts';
import { PackageIndexType } from './package-index.ts';

export const UploadChecksEnum = builder.enumType('UploadChecks', {
  description: 'How much an index asks of what is uploaded to it.',
  values: {
    LENIENT: { description: 'What is unusual is taken, with a warning in the answer.' },
    STRICT: { description: 'What is unusual is refused.' },
  } satisfies Record<UploadChecks, object>,
});

const RuleEffectEnum = builder.enumType('RuleEffect', {
  description: 'What a rule does with what it matches.',
  values: {
    ALLOW: { description: 'Lets it through. With one such rule, whatever none of them matches is hidden.' },
    DENY: { description: 'Hides it, whatever else lets it through.' },
  } satisfies Record<RuleEffect, object>,
});

const IndexRuleType = builder.prismaObject('IndexRule', {
  description: 'A rule about what may be seen through an index.',
  fields: (t) => ({
    effect: t.expose('effect', { type: RuleEffectEnum, description: 'Whether it opens or hides.' }),
    pattern: t.exposeString('pattern', {
      description: 'A requirement (PEP 508) such as "flask<3", or a name with "*" such as "corp-*".',
    }),
  }),
});

const NameReservationType = builder.prismaObject('NameReservation', {
  description: 'A name, or the beginning of names, that no mirror answers through this index.',
  fields: (t) => ({
    pattern: t.exposeString('pattern', {
      description: 'A normalised name, or "corp-*" for corp and every name that begins with "corp-".',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why. Null when nobody said.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was reserved.' }),
  }),
});

const visiblePaths = inBatches(async ({ world, caller }, ids) => {
  const where = { AND: [{ id: { in: [...ids] } }, indexesVisibleTo(caller.actor)] };
  const rows = await world.readDb.packageIndex.findMany({ where, select: { id: true, path: true } });
  return new Map(rows.map(({ id, path }) => [id, path]));
});

const userNames = inBatches(async ({ world }, ids) => {
  const where = { id: { in: [...ids] } };
  const rows = await world.readDb.user.findMany({ where, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
});

const UpstreamGrantType = builder.prismaObject('UpstreamGrant', {
  description: 'An exception: a mirror may add to a name that a stage holds.',
  fields: (t) => ({
    project: t.exposeString('normalizedName', { description: 'The project, normalised (PEP 503).' }),
    mirror: t.string({
      nullable: true,
      description: 'The path of the mirror, owner/name. Null when the viewer may not see it.',
      resolve: async ({ mirrorId }, _args, context) =>
        (await visiblePaths(context, visiblePaths, mirrorId, null)) ?? null,
    }),
    reason: t.exposeString('reason', { description: 'Why, in 1 to 500 characters.' }),
    grantedBy: t.string({
      nullable: true,
      description: 'The user who granted it. Null when the server itself did.',
      resolve: async ({ grantedById }, _args, context) =>
        grantedById === null ? null : ((await userNames(context, userNames, grantedById, null)) ?? null),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was granted.' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ends. Null when it holds until it is revoked.',
    }),
  }),
});

export const MirrorType = builder.prismaObject('Mirror', {
  description: 'What a mirror copies, and how.',
  fields: (t) => ({
    upstreamUrl: t.exposeString('upstreamUrl', {
      description: 'The simple index that it copies, with a final slash.',
    }),
    username: t.string({
      nullable: true,
      description:
        'The name for the upstream’s Basic authentication. Null when it needs none, and to those who do not administer the mirror.',
      select: { index: { select: { id: true, ownerId: true } } },
      resolve: ({ username, index }, _args, { caller }) =>
        mayAdminister(caller.actor, index) ? username : null,
    }),
    hasPassword: t.boolean({
      description: 'Whether a password for the upstream is kept; it is never shown.',
      resolve: ({ sealedPassword }) => sealedPassword !== null,
    }),
    freshSeconds: t.exposeInt('freshSeconds', {
      description: 'For how long a page is answered without asking the upstream again.',
    }),
    staleSeconds: t.exposeInt('staleSeconds', {
      description: 'For how long after its last validation a page is answered when the upstream fails.',
    }),
    timeoutSeconds: t.exposeInt('timeoutSeconds', {
      description: 'How long the upstream may take to answer.',
    }),
    maxFileBytes: t.expose('maxFileBytes', {
      type: 'ByteCount',
      nullable: true,
      description: 'The largest file that is copied. Null when the upload limit of the server holds.',
    }),
    minAgeDays: t.exposeInt('minAgeDays', {
      description:
        'Files that the upstream has for fewer days, or for nobody knows how long, are hidden; 0 hides none.',
    }),
    isOffline: t.exposeBoolean('isOffline', {
      description: 'True: the upstream is never asked, and what was copied is answered.',
    }),
    allowsPrivateAddresses: t.exposeBoolean('allowsPrivateAddresses', {
      description: 'True: the upstream and its files may have private addresses. Only an admin sets it.',
    }),
    fileHosts: t.stringList({
      description:
        'The hosts from which it takes files, with the port where it is not the usual one. Empty: any host.',
      select: { index: { select: { fileHosts: { orderBy: { host: 'asc' } } } } },
      resolve: ({ index }) => index.fileHosts.map(({ host }) => host),
    }),
    keepDays: t.exposeInt('keepDays', {
      nullable: true,
      description:
        'Copied files that nobody asked for in so many days are removed. Null when age removes none.',
    }),
    keepBytes: t.expose('keepBytes', {
      type: 'ByteCount',
      nullable: true,
      description:
        'When copied files have more bytes together, those go that nobody asked for the longest. Null when size removes none.',
    }),
  }),
});

const RetentionRuleType = builder.prismaObject('RetentionRule', {
  description:
    'Which releases of a stage are removed by themselves; a release has to fall under every part that is set.',
  fields: (t) => ({
    keepReleases: t.exposeInt('keepReleases', {
      nullable: true,
      description:
        'So many releases of a project stay, the highest versions. Null when number protects none.',
    }),
    keepDays: t.exposeInt('keepDays', {
      nullable: true,
      description: 'Releases whose last file is younger stay. Null when age protects none.',
    }),
    prereleasesOnly: t.exposeBoolean('prereleasesOnly', {
      description: 'True: only pre-releases and development releases are removed.',
    }),
  }),
});

const sizes = inBatches(async ({ world }, indexIds) => {
  const where = { indexId: { in: [...indexIds] }, deletedAt: null };
  const groups = await world.readDb.file.groupBy({ by: ['indexId'], where, _sum: { sizeBytes: true } });
  return new Map(groups.map(({ indexId, _sum }) => [indexId, _sum.sizeBytes ?? 0n]));
});

const diskUses = inBatches(({ world }, indexIds) => diskUse(world, indexIds));

const FOR_READERS = 'Empty to those who neither read nor administer it.';

builder.prismaObjectFields(PackageIndexType, (t) => ({
  isVolatile: t.exposeBoolean('isVolatile', {
    description:
      'True: a file may be replaced, and its name be used again. False: a file name never gets other bytes.',
  }),
  uploadChecks: t.expose('uploadChecks', {
    type: UploadChecksEnum,
    description: 'How much it asks of what is uploaded to it.',
  }),
  maxAgeSeconds: t.exposeInt('maxAgeSeconds', {
    description:
      'For how long installers may keep a project page without asking again; 0: they ask each time.',
  }),
  quotaBytes: t.expose('quotaBytes', {
    type: 'ByteCount',
    nullable: true,
    description:
      'How many bytes its files may have together. Null when there may be as many as the disk takes.',
  }),
  sizeBytes: t.field({
    type: 'ByteCount',
    nullable: true,
    description:
      'How many bytes its files have together; copies of a mirror are counted in mirror. Null when the viewer neither reads nor administers it.',
    resolve: async (index, _args, context) =>
      maySeeSettings(context.caller.actor, index)
        ? ((await sizes(context, sizes, index.id, null)) ?? 0n)
        : null,
  }),
  diskBytes: t.field({
    type: 'ByteCount',
    nullable: true,
    description:
      'How many bytes its files and their metadata, or the copies of a mirror, take on the disk: what several of them share is counted once. What another index has too is counted in both. Null when the viewer neither reads nor administers it.',
    resolve: async (index, _args, context) =>
      maySeeSettings(context.caller.actor, index)
        ? ((await diskUses(context, diskUses, index.id, null)) ?? 0n)
        : null,
  }),
  rules: t.field({
    type: [IndexRuleType],
    description: `What may be seen through it, in the order in which it was written. ${FOR_READERS}`,
    select: (_args, _context, nestedSelection) => ({
      rules: nestedSelection({ orderBy: [{ effect: 'asc' as const }, { position: 'asc' as const }] }),
    }),
    resolve: (index, _args, { caller }) => (maySeeSettings(caller.actor, index) ? index.rules : []),
  }),
  reservations: t.field({
    type: [NameReservationType],
    description: `Names that it closes without holding them. ${FOR_READERS}`,
    select: (_args, _context, nestedSelection) => ({
      reservations: nestedSelection({ orderBy: { pattern: 'asc' as const } }),
    }),
    resolve: (index, _args, { caller }) => (maySeeSettings(caller.actor, index) ? index.reservations : []),
  }),
  upstreamGrants: t.field({
    type: [UpstreamGrantType],
    description: `Names of its layers for which a mirror is asked nevertheless, those that ended included. ${FOR_READERS}`,
    select: (_args, _context, nestedSelection) => ({
      upstreamGrants: nestedSelection({
        orderBy: [{ normalizedName: 'asc' as const }, { createdAt: 'asc' as const }],
      }),
    }),
    resolve: (index, _args, { caller }) => (maySeeSettings(caller.actor, index) ? index.upstreamGrants : []),
  }),
  mirror: t.field({
    type: MirrorType,
    nullable: true,
    description:
      'What it copies, and how. Null when it is a stage, and to those who neither read nor administer it.',
    select: (_args, _context, nestedSelection) => ({ mirror: nestedSelection(true) }),
    resolve: (index, _args, { caller }) => (maySeeSettings(caller.actor, index) ? index.mirror : null),
  }),
  retention: t.field({
    type: RetentionRuleType,
    nullable: true,
    description:
      'Which of its releases are removed by themselves. Null when none are, and to those who neither read nor administer it.',
    select: (_args, _context, nestedSelection) => ({ retention: nestedSelection(true) }),
    resolve: (index, _args, { caller }) => (maySeeSettings(caller.actor, index) ? index.retention : null),
  }),
}));
