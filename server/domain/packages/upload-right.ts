// The right to upload, asked twice: when the bytes are here, and inside the transaction that records them, since
// a token may be revoked and a list changed while a large file is on its way.

import type { PackageIndex } from '../../storage/_generated/sqlite/client.ts';
import type { Write } from '../../storage/transact.ts';
import type { Actor, Caller } from '../actor.ts';
import { Forbidden, Unauthenticated, UploadRefused } from '../errors.ts';
import { mayUpload, WITH_GRANTS, type GuardedIndex } from '../indexes/access.ts';
import { quote } from '../names.ts';
import { isWithinTimes } from '../tokens/limits.ts';
import { tokenStanding } from '../tokens/standing.ts';
import type { World } from '../world.ts';

/** An index, and by which of its rules it takes files. */
export type UploadTarget = GuardedIndex &
  Pick<PackageIndex, 'path' | 'kind' | 'isVolatile' | 'uploadChecks' | 'quotaBytes'>;

/** That a caller was let in for uploads to an index. */
export interface Admission {
  readonly index: UploadTarget;
  /** The last serial that was known when the caller was let in. */
  readonly rightsAsOf: bigint;
}

/** @throws {UploadRefused} INDEX_TAKES_NO_UPLOADS */
export function checkTakesUploads(index: UploadTarget): void {
  if (index.kind === 'MIRROR') throw takesNoUploads(index);
}

export function takesNoUploads({ path }: { readonly path: string }): UploadRefused {
  return new UploadRefused(
    'INDEX_TAKES_NO_UPLOADS',
    `${path} is a mirror, and nobody uploads to it. Upload to a stage that has it as a base.`,
  );
}

/** @throws {Forbidden} */
export function checkUploadRight(
  actor: Actor,
  index: GuardedIndex & { readonly path: string },
  project: string,
): void {
  if (mayUpload(actor, index, project)) return;
  throw mayUpload(actor, index)
    ? new Forbidden(`This token is not for the project ${quote(project)}; its upload right names others.`)
    : new Forbidden(`This credential may not upload to ${index.path}.`);
}

/**
 * Credential, owner and index as they are by now. Nothing is loaded when every commit up to this one is known
 * and none since the caller was let in touched what rights follow from.
 *
 * @throws {Forbidden} @throws {Unauthenticated}
 */
export async function checkStillAllowed(
  world: World,
  write: Write,
  caller: Caller,
  { index, rightsAsOf }: Admission,
  project: string,
): Promise<UploadTarget> {
  const { actor } = caller;
  const { lastSerial, lastRightsSerial } = world.commits;
  if (lastSerial === write.serial - 1n && lastRightsSerial <= rightsAsOf) {
    if (actor.kind !== 'token' || isWithinTimes(actor.credential, write.at)) return index;
  }
  const current = await freshIndex(write, index.id);
  if (current === null) throw new Forbidden(`This credential may not upload to ${index.path}.`);
  const guarded = { ...current, path: index.path };
  checkUploadRight(await freshActor(world, write, caller), guarded, project);
  return guarded;
}

async function freshIndex(write: Write, id: string) {
  return write.read.packageIndex.findFirst({ where: { id, deletedAt: null }, include: WITH_GRANTS });
}

/** @throws {Unauthenticated} when the credential is not what it was when the caller was let in */
async function freshActor(world: World, write: Write, { actor, address }: Caller): Promise<Actor> {
  if (actor.kind === 'anonymous') return actor;
  if (actor.kind === 'token') {
    const standing = await tokenStanding(world, write.read, actor, address, write.at);
    if (standing !== null) return standing;
  }
  if (actor.kind === 'user') {
    const found = await write.read.user.findUnique({
      where: { id: actor.user.id },
      include: { password: true },
    });
    if (found !== null && found.deactivatedAt === null && found.deletedAt === null) {
      const { password, ...user } = found;
      const { credential } = actor;
      if (credential.kind !== 'password' || credential.version === password?.version)
        return { ...actor, user };
    }
  }
  throw new Unauthenticated('The credential is not valid any more.');
}
