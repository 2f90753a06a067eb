// Yanking (PEP 592): installers pass over a release, or a file, unless it is pinned. A release's yank holds for all its
// files, also for those that come later; what is in force for a file is its own yank, else its release's.

import type { File, Release } from '../../storage/_generated/sqlite/client.ts';
import type { Committed } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { NotAllowed } from '../errors.ts';
import { requireSessionOrToken } from '../permissions.ts';
import { parseReason } from '../reasons.ts';
import { transactAs } from '../transact-as.ts';
import type { World } from '../world.ts';
import { curatedFile, curatedRelease, fileSubject, releaseSubject, type ReleaseAddress } from './curation.ts';

export interface ReleaseYank extends ReleaseAddress {
  readonly reason?: string | null;
}

/** Yanked already: the reason is replaced. @throws {InvalidInput} @throws {NotFound} @throws {NotAllowed} */
export async function yankRelease(
  world: World,
  caller: Caller,
  { reason: text, ...address }: ReleaseYank,
): Promise<Committed<Release>> {
  requireSessionOrToken(caller.actor, 'releases:yank');
  const reason = parseReason(text);
  return transactAs(world, caller, async (write, callerNow) => {
    const found = await curatedRelease(write.read, callerNow, address, 'releases:yank');
    const { project, release } = found;
    if (release.yankedAt !== null && release.yankReason === reason) return release;
    const yanked = await write.update(
      'Release',
      { id: release.id },
      { yankedAt: release.yankedAt ?? write.at, yankReason: reason },
    );
    await record(world, write, caller, {
      action: 'release.yanked',
      subject: releaseSubject(found),
      detail: { project: project.name, version: release.version, reason },
    });
    write.touchProject(project.normalizedName);
    return yanked;
  });
}

/** Its files that were yanked by themselves stay so. @throws {NotFound} @throws {NotAllowed} */
export async function unyankRelease(
  world: World,
  caller: Caller,
  address: ReleaseAddress,
): Promise<Committed<Release>> {
  requireSessionOrToken(caller.actor, 'releases:yank');
  return transactAs(world, caller, async (write, callerNow) => {
    const found = await curatedRelease(write.read, callerNow, address, 'releases:yank');
    const { project, release } = found;
    if (release.yankedAt === null) return release;
    const offered = await write.update('Release', { id: release.id }, { yankedAt: null, yankReason: null });
    await record(world, write, caller, {
      action: 'release.unyanked',
      subject: releaseSubject(found),
      detail: { project: project.name, version: release.version },
    });
    write.touchProject(project.normalizedName);
    return offered;
  });
}

export interface FileAddress {
  readonly path: string;
  readonly filename: string;
}

/** @throws {InvalidInput} @throws {NotFound} @throws {NotAllowed} */
export async function yankFile(
  world: World,
  caller: Caller,
  { path, filename, reason: text }: FileAddress & { readonly reason?: string | null },
): Promise<Committed<File>> {
  requireSessionOrToken(caller.actor, 'releases:yank');
  const reason = parseReason(text);
  return transactAs(world, caller, async (write, callerNow) => {
    const found = await curatedFile(write.read, callerNow, path, filename, 'releases:yank');
    const { project, release, file } = found;
    if (file.yankedAt !== null && file.yankReason === reason) return file;
    const yanked = await write.update(
      'File',
      { id: file.id },
      { yankedAt: file.yankedAt ?? write.at, yankReason: reason },
    );
    await record(world, write, caller, {
      action: 'file.yanked',
      subject: fileSubject(found),
      detail: { project: project.name, version: release.version, reason },
    });
    write.touchProject(project.normalizedName);
    return yanked;
  });
}

/** @throws {NotAllowed} also for a file that is yanked with its release @throws {NotFound} */
export async function unyankFile(
  world: World,
  caller: Caller,
  { path, filename }: FileAddress,
): Promise<Committed<File>> {
  requireSessionOrToken(caller.actor, 'releases:yank');
  return transactAs(world, caller, async (write, callerNow) => {
    const found = await curatedFile(write.read, callerNow, path, filename, 'releases:yank');
    const { project, release, file } = found;
    if (file.yankedAt === null) {
      if (release.yankedAt === null) return file;
      throw new NotAllowed(
        `${file.filename} is yanked with its release ${release.version}: unyank the release.`,
        ['filename'],
      );
    }
    const offered = await write.update('File', { id: file.id }, { yankedAt: null, yankReason: null });
    await record(world, write, caller, {
      action: 'file.unyanked',
      subject: fileSubject(found),
      detail: { project: project.name, version: release.version },
    });
    write.touchProject(project.normalizedName);
    return offered;
  });
}

/** The yank that is in force for a file. */
export function yankOf(
  file: Pick<File, 'yankedAt' | 'yankReason'>,
  release: Pick<Release, 'yankedAt' | 'yankReason'>,
): Pick<File, 'yankedAt' | 'yankReason'> {
  return file.yankedAt === null ? release : file;
}
