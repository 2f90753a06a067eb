// Exceptions to "ownership closes the name", made by hand: a mirror may add to a name that a stage holds, for a reason
// and for a time; and a name that the first file bound to one of several mirrors is set free again. What a grant opens
// is decided in `ownership.ts`.

import type { PackageIndex } from '../../storage/_generated/sqlite/client.ts';
import type { Committed, Write } from '../../storage/transact.ts';
import { actingUserId, type Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { quote } from '../names.ts';
import { isProjectName, normalizeProjectName } from '../packages/filenames.ts';
import { requireSessionOrToken } from '../permissions.ts';
import { parseReason } from '../reasons.ts';
import { transactAs } from '../transact-as.ts';
import { newId, type World } from '../world.ts';
import { administeredIndex, subjectOf, visibleIndex } from './package-index.ts';
import { invalidSetting } from './settings.ts';

export interface GrantedName {
  /** The stage for which it holds. */
  readonly path: string;
  readonly project: string;
  /** The path of the mirror. */
  readonly mirror: string;
}

export interface NewUpstreamGrant extends GrantedName {
  readonly reason: string;
  /** Null: until it is revoked. */
  readonly expiresAt?: Date | null | undefined;
}

/** Again: reason and end become the new ones. @throws {InvalidInput} @throws {NotFound} @throws {NotAllowed} */
export async function grantUpstream(
  world: World,
  caller: Caller,
  input: NewUpstreamGrant,
): Promise<Committed<PackageIndex>> {
  requireSessionOrToken(caller.actor, 'indexes:update');
  const normalizedName = parseProject(input.project);
  const reason = requireReason(input.reason);
  const expiresAt = input.expiresAt ?? null;

  return transactAs(world, caller, async (write, callerNow) => {
    const index = await administeredIndex(write.read, callerNow, input.path, 'indexes:update');
    const mirror = await visibleIndex(write.read, callerNow, input.mirror, 'mirror');
    refuseKinds(index, mirror);
    if (expiresAt !== null && expiresAt <= write.at) {
      throw new InvalidInput('INVALID_EXPIRY', 'The grant would end in the past: choose a later moment.', [
        'expiresAt',
      ]);
    }
    const key = { indexId: index.id, normalizedName, mirrorId: mirror.id };
    const content = { reason, expiresAt, grantedById: actingUserId(callerNow.actor), createdAt: write.at };
    const [present] = await write.find('UpstreamGrant', key);
    if (present === undefined) await write.create('UpstreamGrant', { id: newId(world), ...key, ...content });
    else await write.update('UpstreamGrant', { id: present.id }, content);
    await record(world, write, caller, {
      action: 'index.upstream-granted',
      subject: subjectOf(index),
      detail: {
        project: normalizedName,
        mirror: mirror.path,
        reason,
        expiresAt: expiresAt?.toISOString() ?? null,
      },
    });
    return index;
  });
}

/** @throws {InvalidInput} @throws {NotFound} @throws {NotAllowed} */
export async function revokeUpstreamGrant(
  world: World,
  caller: Caller,
  input: GrantedName,
): Promise<Committed<PackageIndex>> {
  requireSessionOrToken(caller.actor, 'indexes:update');
  const normalizedName = parseProject(input.project);

  return transactAs(world, caller, async (write, callerNow) => {
    const index = await administeredIndex(write.read, callerNow, input.path, 'indexes:update');
    // By its path alone: the mirror may be hidden from the caller by now, and what is granted can be taken back.
    const row = await write.read.upstreamGrant.findFirst({
      where: { indexId: index.id, normalizedName, mirror: { livePath: input.mirror } },
    });
    if (row === null) {
      throw new NotFound(
        `${index.path} grants ${quote(input.mirror)} nothing for ${quote(normalizedName)}.`,
        ['project'],
      );
    }
    await write.remove('UpstreamGrant', { id: row.id });
    await record(world, write, caller, {
      action: 'index.upstream-revoked',
      subject: subjectOf(index),
      detail: { project: normalizedName, mirror: input.mirror },
    });
    return index;
  });
}

/** The next file of the name may come from any of its mirrors. @throws {InvalidInput} @throws {NotFound} @throws {NotAllowed} */
export async function unpinOrigin(
  world: World,
  caller: Caller,
  input: Pick<GrantedName, 'path' | 'project'>,
): Promise<Committed<PackageIndex>> {
  requireSessionOrToken(caller.actor, 'indexes:update');
  const normalizedName = parseProject(input.project);

  return transactAs(world, caller, async (write, callerNow) => {
    const index = await administeredIndex(write.read, callerNow, input.path, 'indexes:update');
    const [pin] = await write.find('OriginPin', { indexId: index.id, normalizedName });
    if (pin === undefined) {
      throw new NotFound(
        `${index.path} binds ${quote(normalizedName)} to no mirror: there is nothing to take back.`,
        ['project'],
      );
    }
    await write.remove('OriginPin', { id: pin.id });
    write.touchProject(normalizedName);
    await record(world, write, caller, {
      action: 'index.origin-unpinned',
      subject: subjectOf(index),
      detail: { project: normalizedName, mirror: await pathOf(write, pin.mirrorId) },
    });
    return index;
  });
}

function parseProject(text: string): string {
  if (isProjectName(text) && text.length <= 200) return normalizeProjectName(text);
  throw new InvalidInput('INVALID_INPUT', `${quote(text)} is not a project name.`, ['project']);
}

function requireReason(text: string): string {
  const reason = parseReason(text);
  if (reason !== null) return reason;
  throw new InvalidInput('INVALID_INPUT', 'Say why: whoever finds this grant later wants to know.', [
    'reason',
  ]);
}

function refuseKinds(index: PackageIndex, mirror: PackageIndex): void {
  if (index.kind === 'MIRROR') {
    throw invalidSetting('path', `${index.path} is a mirror and closes no names: there is nothing to grant.`);
  }
  if (mirror.kind === 'STAGE') {
    throw invalidSetting('mirror', `${mirror.path} is a stage: only a mirror can be granted a name.`);
  }
}

async function pathOf(write: Write, id: string): Promise<string> {
  return (await write.find('PackageIndex', { id }))[0]!.path;
}
