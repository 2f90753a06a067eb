// What createPackageIndex and updatePackageIndex take, and that in the words of `domain/indexes/configuration.ts`.

import type { IndexKind, UploadChecks } from '../storage/_generated/sqlite/client.ts';
import type { Configuration } from '../domain/indexes/configuration.ts';
import type { MirrorInput } from '../domain/indexes/mirror-input.ts';
import type { RetentionInput } from '../domain/indexes/settings.ts';
import { builder, type InputFieldsOf } from './builder.ts';
import { IndexKindEnum } from './package-index.ts';
import { UploadChecksEnum } from './package-index-settings.ts';

const PRINCIPALS = 'at most 100 of user names, ":authenticated:" for every user, ":anonymous:" for everybody';
const RULES =
  'at most 500 requirements such as "flask<3" (PEP 508, without extras and markers) or names with "*"';
const STAYS = 'Absent or null: it stays';

const MirrorInputType = builder.inputType('MirrorInput', {
  description: 'What a mirror copies, and how. What is absent stays, or is what its description says.',
  fields: (t) => ({
    upstreamUrl: t.string({
      description:
        'The simple index to copy, such as https://index.example/simple/, without credentials. Absent or null: it stays; ' +
        'a new mirror needs it. At another host the password has to be given anew.',
    }),
    username: t.string({
      description:
        'The name for the upstream’s Basic authentication. Null: none, and no password. Absent: none for a new mirror.',
    }),
    password: t.string({
      description:
        'The password for it; it is kept encrypted and never shown. Absent: it stays. Null: it is taken away.',
    }),
    freshSeconds: t.int({
      description:
        'For how long a page is answered without asking again, at most 86400. Absent or null: it stays, 600 for a new mirror.',
    }),
    staleSeconds: t.int({
      description:
        'For how long it is answered when the upstream fails, at most a year. Absent or null: it stays, 604800 for a new mirror.',
    }),
    timeoutSeconds: t.int({
      description:
        'How long the upstream may take to answer, 1 to 120. Absent or null: it stays, 10 for a new mirror.',
    }),
    maxFileBytes: t.field({
      type: 'ByteCount',
      description:
        'The largest file that is copied. Absent: it stays. Null: the upload limit of the server holds.',
    }),
    minAgeDays: t.int({
      description:
        'Hide files that the upstream has for fewer days, or for nobody knows how long, at most 365. ' +
        'Absent or null: it stays, 0 for a new mirror.',
    }),
    isOffline: t.boolean({
      description:
        'True: never ask the upstream; what was copied is answered. Absent or null: it stays, false for a new mirror.',
    }),
    allowsPrivateAddresses: t.boolean({
      description:
        'True: the upstream may have a private address. For admins alone, and from then on so are upstreamUrl and fileHosts. Absent or null: it stays, false for a new mirror.',
    }),
    fileHosts: t.stringList({
      description:
        'The whole list of hosts from which it takes files, at most 100, with :port where it is not the usual one. Empty: any. ' +
        'Absent or null: it stays.',
    }),
    keepDays: t.int({
      description:
        'Remove copied files that nobody asked for in so many days. Absent: it stays. Null: never for age.',
    }),
    keepBytes: t.field({
      type: 'ByteCount',
      description:
        'When copied files have more bytes together, remove those that nobody asked for the longest. ' +
        'Absent: it stays. Null: never for size.',
    }),
  }),
});

const RetentionInputType = builder.inputType('RetentionInput', {
  description:
    'Which releases of a stage are removed by themselves, the whole rule; one of keepReleases and keepDays is needed.',
  fields: (t) => ({
    keepReleases: t.int({
      description: 'So many releases of a project stay, the highest versions. Absent or null: any number.',
    }),
    keepDays: t.int({
      description: 'Releases whose last file is younger stay. Absent or null: age protects none.',
    }),
    prereleasesOnly: t.boolean({
      description: 'True: pre-releases and development releases alone are removed. Absent or null: false.',
    }),
  }),
});

export const CreatePackageIndexInput = builder.inputType('CreatePackageIndexInput', {
  description: 'The index to create.',
  fields: (t) => ({
    path: t.string({
      required: true,
      description:
        'Written owner/name; in both parts 1 to 50 of a-z, 0-9, ".", "_" and "-". A member’s owner is the member.',
    }),
    kind: t.field({
      type: IndexKindEnum,
      defaultValue: 'STAGE',
      description:
        'STAGE holds uploads, MIRROR copies an upstream and needs mirror. It never changes. Absent: STAGE.',
    }),
    description: t.string({ description: 'For people, at most 500 characters. Absent or null: none.' }),
    readers: t.stringList({
      description: `Who may read: ${PRINCIPALS}. Absent or null: the owner alone.`,
    }),
    uploaders: t.stringList({
      description: `Who may upload: ${PRINCIPALS}. Absent or null: the owner alone, and nobody for a mirror.`,
    }),
    ...configurationFields(t, {
      isVolatile: 'False when absent or null.',
      uploadChecks: 'LENIENT when absent or null.',
      maxAgeSeconds: '0 when absent or null.',
      list: 'Absent or null: none.',
      retention: 'Absent or null: none.',
      quotaBytes: 'Absent or null: as many as the disk takes.',
      mirror: 'For a mirror alone, which needs it. Absent or null: for a stage.',
    }),
  }),
});

export const UpdatePackageIndexInput = builder.inputType('UpdatePackageIndexInput', {
  description: 'The index to change, and what shall be different.',
  fields: (t) => ({
    path: t.string({
      required: true,
      description: 'Which index, written owner/name; the path itself never changes.',
    }),
    description: t.string({ description: 'At most 500 characters. Absent: it stays. Null: it is cleared.' }),
    readers: t.stringList({
      description: `The whole new list: ${PRINCIPALS}. ${STAYS}. Empty: nobody.`,
    }),
    uploaders: t.stringList({
      description: `The whole new list: ${PRINCIPALS}. ${STAYS}. Empty: nobody.`,
    }),
    ...configurationFields(t, {
      isVolatile: `${STAYS}.`,
      uploadChecks: `${STAYS}.`,
      maxAgeSeconds: `${STAYS}.`,
      list: `The whole new list. ${STAYS}. Empty: none.`,
      retention: 'Absent: it stays. Null: none are removed.',
      quotaBytes: 'Absent: it stays. Null: as many as the disk takes.',
      mirror: 'For a mirror alone, what shall be different. Absent or null: all stays.',
    }),
  }),
});

interface Absences {
  readonly isVolatile: string;
  readonly uploadChecks: string;
  readonly maxAgeSeconds: string;
  readonly list: string;
  readonly retention: string;
  readonly quotaBytes: string;
  readonly mirror: string;
}

/** The same fields in both, apart from what their absence means. */
function configurationFields(t: InputFieldsOf, absent: Absences) {
  return {
    bases: t.stringList({
      description:
        'The paths of at most 32 indexes in which names are looked up as well, in order; the caller reads each of ' +
        `them, or is an admin. ${absent.list}`,
    }),
    isVolatile: t.boolean({
      description: `True: files may be replaced, and their names be used again. ${absent.isVolatile}`,
    }),
    uploadChecks: t.field({
      type: UploadChecksEnum,
      description: `How much is asked of uploads. ${absent.uploadChecks}`,
    }),
    maxAgeSeconds: t.int({
      description: `For how long installers may keep a project page, 0 to 86400. ${absent.maxAgeSeconds}`,
    }),
    quotaBytes: t.field({
      type: 'ByteCount',
      description: `How many bytes its files may have together. ${absent.quotaBytes}`,
    }),
    allow: t.stringList({
      description: `What may be seen through it, and nothing else: ${RULES}. ${absent.list}`,
    }),
    deny: t.stringList({ description: `What is hidden, whatever is allowed: ${RULES}. ${absent.list}` }),
    mirror: t.field({ type: MirrorInputType, description: `What it copies, and how. ${absent.mirror}` }),
    retention: t.field({
      type: RetentionInputType,
      description: `Which releases are removed by themselves. ${absent.retention}`,
    }),
  };
}

/** As the API hands it over. */
interface GivenConfiguration {
  readonly kind?: IndexKind | null;
  readonly bases?: readonly string[] | null;
  readonly isVolatile?: boolean | null;
  readonly uploadChecks?: UploadChecks | null;
  readonly maxAgeSeconds?: number | null;
  readonly quotaBytes?: number | null;
  readonly allow?: readonly string[] | null;
  readonly deny?: readonly string[] | null;
  readonly mirror?: MirrorInput | null;
  readonly retention?: RetentionInput | null;
}

/** Where null and absent mean the same, it is absent. */
export function configurationOf(input: GivenConfiguration): Configuration {
  return {
    isVolatile: input.isVolatile,
    uploadChecks: input.uploadChecks,
    maxAgeSeconds: input.maxAgeSeconds,
    quotaBytes: input.quotaBytes,
    bases: input.bases ?? undefined,
    allow: input.allow ?? undefined,
    deny: input.deny ?? undefined,
    mirror: input.mirror ?? undefined,
    retention: input.retention,
  };
}
