// What a mirror is told of its upstream: the address, how long it is believed, and the name and password for it. The
// address is always somebody's own choice, and a server that fetches what members name is a way into its network: the
// guard is at the request, in `storage/upstream.ts`, and what can be seen in the text is refused here already.

import type { Mirror } from '../../storage/_generated/sqlite/client.ts';
import type { Write } from '../../storage/transact.ts';
import type { Actor } from '../actor.ts';
import { InvalidInput, NotAllowed } from '../errors.ts';
import { sealUpstreamPassword } from '../mirrors/sealing.ts';
import { quote } from '../names.ts';
import { newId, type World } from '../world.ts';
import { invalidSetting, isGiven, requireWhole, toldSettings } from './settings.ts';
import { parseUpstreamUrl } from './upstream-url.ts';

/** Absent: as it is, and of a new mirror as `NEW_MIRROR` says. Null where it means something is said at the column. */
export interface MirrorInput {
  readonly upstreamUrl?: string | null | undefined;
  /** Null takes the password away too. */
  readonly username?: string | null | undefined;
  readonly password?: string | null | undefined;
  readonly freshSeconds?: number | null | undefined;
  readonly staleSeconds?: number | null | undefined;
  readonly timeoutSeconds?: number | null | undefined;
  readonly maxFileBytes?: number | null | undefined;
  readonly minAgeDays?: number | null | undefined;
  readonly isOffline?: boolean | null | undefined;
  readonly allowsPrivateAddresses?: boolean | null | undefined;
  readonly fileHosts?: readonly string[] | null | undefined;
  readonly keepDays?: number | null | undefined;
  readonly keepBytes?: number | null | undefined;
}

type Columns = Omit<Mirror, 'indexId'>;

const NEW_MIRROR: Omit<Columns, 'upstreamUrl'> = {
  username: null,
  sealedPassword: null,
  sealedKeyVersion: null,
  freshSeconds: 600,
  staleSeconds: 7 * 86_400,
  timeoutSeconds: 10,
  maxFileBytes: null,
  minAgeDays: 0,
  isOffline: false,
  allowsPrivateAddresses: false,
  keepDays: null,
  keepBytes: null,
};

/** Least and most; what is null cannot be cleared. */
const WHOLE = {
  freshSeconds: [0, 86_400],
  staleSeconds: [0, 365 * 86_400],
  timeoutSeconds: [1, 120],
  minAgeDays: [0, 365],
  keepDays: [1, 36_500],
  maxFileBytes: [1, Number.MAX_SAFE_INTEGER],
  keepBytes: [1, Number.MAX_SAFE_INTEGER],
} as const;
const MOST_FILE_HOSTS = 100;

/** What the trail tells of it. */
export interface MirrorChanges {
  readonly upstreamUrl?: string;
  readonly settings: readonly string[];
}

/**
 * Makes the mirror's rows what they should be.
 * @throws {InvalidInput} INVALID_UPSTREAM, INVALID_SETTING @throws {NotAllowed}
 */
export async function replaceMirror(
  world: World,
  write: Write,
  actor: Actor,
  indexId: string,
  input: MirrorInput,
): Promise<MirrorChanges> {
  const present = (await write.find('Mirror', { indexId }))[0] ?? null;
  const hosts = (await write.find('MirrorFileHost', { indexId })).map(({ host }) => host).sort();
  const wanted = withPassword(world, indexId, present, wantedColumns(present, input), input.password);
  const wantedHosts = isGiven(input.fileHosts) ? parseFileHosts(input.fileHosts) : hosts;
  const changes = changesOf(present, wanted);
  const isElsewhere = changes.upstreamUrl !== undefined || wantedHosts.join() !== hosts.join();
  refuseReach(actor, wanted, changes, isElsewhere);

  if (present === null) await write.create('Mirror', { indexId, ...wanted });
  else if (Object.keys(changes).length > 0) await write.update('Mirror', { indexId }, changes);
  // What was copied of one upstream is not told as another's.
  if (changes.upstreamUrl !== undefined) await write.local.mirrorPage.deleteMany({ where: { indexId } });
  await replaceFileHosts(world, write, indexId, wantedHosts);
  return told(changes, wantedHosts.join() === hosts.join() ? undefined : wantedHosts);
}

function wantedColumns(present: Mirror | null, { upstreamUrl, username, ...input }: MirrorInput): Columns {
  if (present === null && !isGiven(upstreamUrl)) {
    throw invalidUpstream('A mirror needs an upstream: give upstreamUrl, the address of its simple index.');
  }
  for (const [name, [least, most]] of Object.entries(WHOLE)) {
    const value = input[name as keyof typeof WHOLE];
    if (isGiven(value)) requireWhole(`mirror.${name}`, value, least, most);
  }
  const before: Omit<Columns, 'upstreamUrl'> = present ?? NEW_MIRROR;
  const allowsPrivateAddresses = input.allowsPrivateAddresses ?? before.allowsPrivateAddresses;
  return {
    upstreamUrl: isGiven(upstreamUrl)
      ? parseUpstreamUrl(upstreamUrl, allowsPrivateAddresses)
      : present!.upstreamUrl,
    username: username === undefined ? before.username : parseUsername(username),
    sealedPassword: before.sealedPassword,
    sealedKeyVersion: before.sealedKeyVersion,
    freshSeconds: input.freshSeconds ?? before.freshSeconds,
    staleSeconds: input.staleSeconds ?? before.staleSeconds,
    timeoutSeconds: input.timeoutSeconds ?? before.timeoutSeconds,
    maxFileBytes: bytesOr(before.maxFileBytes, input.maxFileBytes),
    minAgeDays: input.minAgeDays ?? before.minAgeDays,
    isOffline: input.isOffline ?? before.isOffline,
    allowsPrivateAddresses,
    keepDays: input.keepDays === undefined ? before.keepDays : input.keepDays,
    keepBytes: bytesOr(before.keepBytes, input.keepBytes),
  };
}

/** The password is sealed for the origin of the address: it is never sent to another one. */
function withPassword(
  { serverKey, random }: World,
  indexId: string,
  present: Mirror | null,
  wanted: Columns,
  password: string | null | undefined,
): Columns {
  const { upstreamUrl, username } = wanted;
  if (isGiven(password)) {
    if (username === null) {
      throw invalidUpstream('A password needs a username: give username with it.', 'username');
    }
    return {
      ...wanted,
      ...sealUpstreamPassword(serverKey, random, { indexId, upstreamUrl }, parsePassword(password)),
    };
  }
  if (password === null || username === null)
    return { ...wanted, sealedPassword: null, sealedKeyVersion: null };
  const isKept = present !== null && present.sealedPassword !== null;
  if (isKept && new URL(present.upstreamUrl).origin !== new URL(upstreamUrl).origin) {
    throw invalidUpstream(
      'The password is for the address as it was, and is not sent to another one: give the password again, or take it away (password: null, on the command line password=).',
      'password',
    );
  }
  return wanted;
}

function parseUsername(username: string | null): string | null {
  if (username === null || username === '') return null;
  // A colon would end it where it is sent (RFC 7617, section 2).
  if (username.length <= 200 && !/[:\p{Cc}]/u.test(username)) return username;
  throw invalidUpstream(
    'A username has at most 200 characters, no colon and no control characters.',
    'username',
  );
}

function parsePassword(password: string): string {
  if (password !== '' && Buffer.byteLength(password) <= 4096 && !/\p{Cc}/u.test(password)) return password;
  throw invalidUpstream('A password has 1 to 4096 bytes and no control characters.', 'password');
}

function bytesOr(before: bigint | null, given: number | null | undefined): bigint | null {
  return given === undefined ? before : given === null ? null : BigInt(given);
}

/** As in `URL.host`, in order. */
function parseFileHosts(hosts: readonly string[]): string[] {
  if (hosts.length > MOST_FILE_HOSTS) {
    throw invalidSetting('mirror.fileHosts', `A mirror takes files from at most ${MOST_FILE_HOSTS} hosts.`);
  }
  const parsed = hosts.map((text) => {
    const isHost = /^[^\s/?#@\\]+$/.test(text) && URL.canParse(`https://${text}/`);
    if (isHost) return new URL(`https://${text}/`).host;
    throw invalidSetting(
      'mirror.fileHosts',
      `${quote(text)} is no host: write its name, and :port where it is not the usual one.`,
    );
  });
  return [...new Set(parsed)].sort();
}

async function replaceFileHosts(
  world: World,
  write: Write,
  indexId: string,
  wanted: readonly string[],
): Promise<void> {
  const present = await write.find('MirrorFileHost', { indexId });
  for (const { id, host } of present)
    if (!wanted.includes(host)) await write.remove('MirrorFileHost', { id });
  const missing = wanted.filter((host) => !present.some((row) => row.host === host));
  await write.createAll(
    'MirrorFileHost',
    missing.map((host) => ({ id: newId(world), indexId, host })),
  );
}

function changesOf(present: Mirror | null, wanted: Columns): Partial<Columns> {
  const before: Partial<Columns> = present ?? NEW_MIRROR;
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => value !== before[name as keyof Columns]),
  );
}

/** A member's mirror stays outside of the server's own network, and one that an admin let in stays what it was. */
function refuseReach(actor: Actor, wanted: Columns, changes: Partial<Columns>, isElsewhere: boolean): void {
  const isAdmin = (actor.kind === 'user' || actor.kind === 'token') && actor.user.role === 'ADMIN';
  if (isAdmin || !wanted.allowsPrivateAddresses) return;
  if (changes.allowsPrivateAddresses === true) {
    throw new NotAllowed('Only an admin lets a mirror ask private addresses.', [
      'mirror',
      'allowsPrivateAddresses',
    ]);
  }
  if (isElsewhere) {
    throw new NotAllowed(
      'This mirror may ask private addresses, so only an admin changes where it goes. Set allowsPrivateAddresses to false with it, or ask one.',
      ['mirror', changes.upstreamUrl === undefined ? 'fileHosts' : 'upstreamUrl'],
    );
  }
}

/** Of name and password the trail says only that they changed. */
function told(
  { upstreamUrl, username, sealedPassword, sealedKeyVersion: _, ...plain }: Partial<Columns>,
  fileHosts: readonly string[] | undefined,
): MirrorChanges {
  return {
    ...(upstreamUrl !== undefined && { upstreamUrl }),
    settings: [
      ...toldSettings(plain),
      ...(fileHosts === undefined ? [] : toldSettings({ fileHosts: fileHosts.join(',') || null })),
      ...(username === undefined ? [] : [username === null ? 'username=none' : 'username=changed']),
      ...(sealedPassword === undefined
        ? []
        : [sealedPassword === null ? 'password=none' : 'password=changed']),
    ],
  };
}

function invalidUpstream(sentence: string, field = 'upstreamUrl'): InvalidInput {
  return new InvalidInput('INVALID_UPSTREAM', sentence, ['mirror', field]);
}
