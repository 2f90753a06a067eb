// Promotion: a release is copied to another index, from wherever it is seen through the source. Authorised on both:
// reading at the source and at each layer that holds one of its files, uploading at the target, whose rules then hold.
// All files come in one change, or none.

import type { PackageIndex } from '../../storage/_generated/sqlite/client.ts';
import type { Committed, ReadClient, Write } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { InvalidInput, NotAllowed, NotFound, UploadRefused } from '../errors.ts';
import {
  indexesVisibleTo,
  mayRead,
  mayReadThrough,
  mayUpload,
  WITH_GRANTS,
  type GuardedIndex,
} from '../indexes/access.ts';
import { quote } from '../names.ts';
import { requireSessionOrToken } from '../permissions.ts';
import { transactAs } from '../transact-as.ts';
import type { World } from '../world.ts';
import { BlobVanished } from './blob-rows.ts';
import { isProjectName, normalizeProjectName } from './filenames.ts';
import { refusalAmong } from './findings.ts';
import { checkMetadata } from './metadata-rules.ts';
import { parseMetadata } from './metadata.ts';
import { checkNewName } from './new-name.ts';
import { copyRelease, type Promoted } from './promotion-copy.ts';
import { findSource, type SourceFile, type SourceRelease, type Yank } from './promotion-source.ts';
import { isVersion } from './versions.ts';

export interface Promotion {
  /** The index through which the release is seen, `owner/name`. */
  readonly from: string;
  readonly to: string;
  readonly project: string;
  readonly version: string;
}

const ATTEMPTS = 5;

/**
 * @throws {InvalidInput} @throws {NotFound} @throws {NotAllowed} @throws {ReleaseConflict}
 * @throws {UpstreamUnavailable} when a mirror cannot fetch it
 */
export async function promoteRelease(
  world: World,
  caller: Caller,
  promotion: Promotion,
): Promise<Committed<Promoted>> {
  requireSessionOrToken(caller.actor, 'releases:promote');
  const normalizedName = parseAddress(promotion);
  for (let attempt = 1; ; attempt += 1) {
    const { source, target } = await authorised(world.readDb, caller, promotion, normalizedName);
    await requireFreeName(world, target, normalizedName);
    const wanted = {
      from: promotion.from,
      fromId: source.id,
      normalizedName,
      version: promotion.version,
    };
    const release = await findSource(world, caller.actor, wanted);
    requireSound(world, target, release);
    try {
      return await transactAs(world, caller, async (write, callerNow) => {
        const { target } = await authorised(write.read, callerNow, promotion, normalizedName);
        await requireUnchanged(world, write, callerNow, release);
        return copyRelease(world, write, callerNow, {
          from: promotion.from,
          target,
          normalizedName,
          release,
        });
      });
    } catch (error) {
      const isOutdated = error instanceof SourceChanged || error instanceof BlobVanished;
      if (!isOutdated || attempt === ATTEMPTS) throw error;
    }
  }
}

/** The normalised name. @throws {InvalidInput} */
function parseAddress({ project, version }: Promotion): string {
  if (!isProjectName(project)) {
    throw new InvalidInput('INVALID_INPUT', `${quote(project)} is not the name of a project.`, ['project']);
  }
  if (!isVersion(version)) {
    throw new InvalidInput('INVALID_INPUT', `${quote(version)} is not a version (PEP 440).`, ['version']);
  }
  return normalizeProjectName(project);
}

type Guarded = PackageIndex & GuardedIndex;

/** Each of the two by itself: a credential for one of them opens nothing of the other. @throws {NotFound} @throws {NotAllowed} */
async function authorised(
  read: ReadClient,
  { actor }: Caller,
  { from, to }: Promotion,
  normalizedName: string,
): Promise<{ readonly source: Guarded; readonly target: Guarded }> {
  const visible = async (path: string, field: 'from' | 'to'): Promise<Guarded> => {
    const index = await read.packageIndex.findFirst({
      where: { AND: [{ livePath: path }, indexesVisibleTo(actor)] },
      include: WITH_GRANTS,
    });
    if (index === null) throw new NotFound(`There is no package index ${quote(path)}.`, [field]);
    return index;
  };
  const source = await visible(from, 'from');
  const target = await visible(to, 'to');
  if (!mayRead(actor, source, normalizedName)) {
    throw new NotAllowed(
      `This credential may not read ${quote(normalizedName)} in ${from}: a token needs the scope index:read for it, and its user must be among the readers.`,
      ['from'],
    );
  }
  if (!mayUpload(actor, target, normalizedName)) {
    throw new NotAllowed(
      `This credential may not upload ${quote(normalizedName)} to ${to}: a token needs the scope index:upload for it, and its user must be among the uploaders.`,
      ['to'],
    );
  }
  if (target.kind === 'MIRROR') {
    throw new NotAllowed(`${to} is a mirror, and takes no releases: promote to a stage.`, ['to']);
  }
  return { source, target };
}

/** As for an upload: a name that a mirror answers is taken over on purpose alone. @throws {NotAllowed} */
async function requireFreeName(world: World, target: PackageIndex, normalizedName: string): Promise<void> {
  const project = await world.readDb.project.findUnique({
    where: { indexId_normalizedName: { indexId: target.id, normalizedName } },
    select: { releasedAt: true },
  });
  if (project !== null && project.releasedAt === null) return;
  try {
    await checkNewName(world, target.id, normalizedName);
  } catch (error) {
    throw error instanceof UploadRefused
      ? new NotAllowed(
          `A mirror that ${target.path} has as a base answers ${quote(normalizedName)} so far. To keep the release here instead, let somebody who administers ${target.path} reserve the name first, then promote it from the mirror itself (on the command line --from owner/mirror).`,
          ['to'],
        )
      : error;
  }
}

/** What the target asks of metadata; its archives were examined where they came from. @throws {NotAllowed} */
function requireSound(world: World, target: PackageIndex, { files }: SourceRelease): void {
  if (target.uploadChecks === 'LENIENT') return;
  for (const { columns } of files) {
    const metadata = parseMetadata(world.blobs.readSmall(columns.metadataSha256));
    const refusal = metadata.ok ? refusalAmong(checkMetadata(metadata), target.uploadChecks) : null;
    const reason = metadata.ok ? refusal?.text : metadata.reason;
    if (reason !== undefined) {
      throw new NotAllowed(`${target.path} has strict checks, and takes no ${columns.filename}. ${reason}`, [
        'to',
      ]);
    }
  }
}

/** What is to be copied is not what it was a moment ago: look again. */
class SourceChanged extends Error {}

/** Files, yanks, bases and rights may have changed while a mirror fetched. */
async function requireUnchanged(
  world: World,
  write: Write,
  { actor }: Caller,
  { plan, files }: SourceRelease,
): Promise<void> {
  const planNow = await world.layers.planOf(plan.rootId);
  if (planNow.generation !== plan.generation) throw new SourceChanged();
  const held = files.filter(({ rowId }) => rowId !== null);
  const rows = await write.read.file.findMany({
    where: { id: { in: held.map(({ rowId }) => rowId!) } },
    include: { project: { select: { deletedAt: true, status: true } }, release: true },
  });
  const isThere = ({ rowId, columns, yank, releaseYank }: SourceFile) =>
    rows.some(
      ({ id, deletedAt, sha256, project, release, ...row }) =>
        id === rowId &&
        deletedAt === null &&
        sha256 === columns.sha256 &&
        isSameYank(row, yank) &&
        isSameYank(release, releaseYank) &&
        project.deletedAt === null &&
        project.status !== 'QUARANTINED',
    );
  if (!held.every(isThere)) throw new SourceChanged();
  const behind = new Set(files.map(({ layer }) => layer.id));
  behind.delete(plan.rootId);
  const layers = await write.read.packageIndex.findMany({
    where: { id: { in: [...behind] }, deletedAt: null },
    include: WITH_GRANTS,
  });
  if (layers.length !== behind.size || !layers.every((layer) => mayReadThrough(actor, layer)))
    throw new SourceChanged();
}

function isSameYank(one: Yank, other: Yank): boolean {
  return one.yankedAt?.getTime() === other.yankedAt?.getTime() && one.yankReason === other.yankReason;
}
