// Removes releases of a stage by the rule of its index: asked for, after a look at what would go, and by the server once
// a day. On an index that is not volatile the rule is the force, and tombstones stay. What goes is decided by
// `retention-rule.ts`, once before and once more in the change that does it.

import type { PackageIndex } from '../../storage/_generated/sqlite/client.ts';
import type { Committed, ReadClient, Write } from '../../storage/transact.ts';
import { SYSTEM_CALLER, type Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { ConfirmationMismatch } from '../errors.ts';
import { requireSessionOrToken } from '../permissions.ts';
import { transactAs } from '../transact-as.ts';
import type { World } from '../world.ts';
import { curatedIndex } from './curation.ts';
import { removeRelease } from './deletion.ts';
import { removableReleases, type Rule } from './retention-rule.ts';

/** A release that the rule removes. */
export interface Removable {
  readonly id: string;
  readonly projectId: string;
  readonly project: string;
  readonly version: string;
  readonly lastUploadAt: Date;
  readonly isYanked: boolean;
  readonly files: number;
  readonly bytes: bigint;
}

/** What is removed at once; the rest is removed when it is asked for again. */
export const MOST_AT_ONCE = 1_000;
const PROJECTS_AT_A_TIME = 500;
const ROWS_OF_A_CHANGE = 500;

/** What applying the rule now would remove, at most 1,000, by project and then the lowest version first. */
export async function previewRetention(world: World, indexId: string): Promise<readonly Removable[]> {
  const rule = await world.readDb.retentionRule.findUnique({ where: { indexId } });
  if (rule === null) return [];
  const removable: Removable[] = [];
  for (let last = ''; removable.length < MOST_AT_ONCE;) {
    const projects = await world.readDb.project.findMany({
      where: { indexId, deletedAt: null, normalizedName: { gt: last } },
      orderBy: { normalizedName: 'asc' },
      select: { id: true, normalizedName: true },
      take: PROJECTS_AT_A_TIME,
    });
    if (projects.length === 0) break;
    const ids = projects.map(({ id }) => id);
    removable.push(...(await removableIn(world.readDb, rule, ids, world.clock())));
    last = projects.at(-1)!.normalizedName;
  }
  return removable.slice(0, MOST_AT_ONCE);
}

export interface Retention {
  readonly path: string;
  /** The number of releases that was shown before. */
  readonly expectedReleases: number;
}

export interface Retained {
  readonly releases: number;
  readonly files: number;
  readonly bytes: bigint;
}

/** @throws {ConfirmationMismatch} @throws {NotFound} @throws {NotAllowed} */
export async function applyRetention(
  world: World,
  caller: Caller,
  { path, expectedReleases }: Retention,
): Promise<Committed<Retained>> {
  requireSessionOrToken(caller.actor, 'retention:apply');
  const index = await curatedIndex(world.readDb, caller, path, 'retention:apply');
  const planned = await previewRetention(world, index.id);
  if (planned.length !== expectedReleases) {
    throw new ConfirmationMismatch(
      `The rule of ${path} removes ${planned.length} releases now, not ${expectedReleases}. Look again before you apply it.`,
      ['expectedReleases'],
    );
  }
  return retain(world, caller, index, planned, async (write, callerNow) => {
    await curatedIndex(write.read, callerNow, path, 'retention:apply');
  });
}

/** Once a day, for every index that has a rule. */
export async function applyAllRetention(world: World, isStopped: () => boolean): Promise<void> {
  const indexes = await world.readDb.packageIndex.findMany({
    where: { deletedAt: null, retention: { isNot: null } },
  });
  for (const index of indexes) {
    for (let removed = MOST_AT_ONCE; removed === MOST_AT_ONCE && !isStopped();) {
      const planned = await previewRetention(world, index.id);
      removed = (await retain(world, SYSTEM_CALLER, index, planned)).result.releases;
    }
  }
}

/** In changes of about 500 rows, each with its audit event; a release is removed whole. */
async function retain(
  world: World,
  caller: Caller,
  index: PackageIndex,
  planned: readonly Removable[],
  authorise: (write: Write, callerNow: Caller) => Promise<void> = () => Promise.resolve(),
): Promise<Committed<Retained>> {
  const total = { releases: 0, files: 0, bytes: 0n };
  let serial = await headSerial(world);
  for (const portion of inPortions(planned)) {
    const done = await transactAs(world, caller, async (write, callerNow) => {
      await authorise(write, callerNow);
      return removePortion(world, write, callerNow, index.id, portion);
    });
    total.releases += done.result.releases;
    total.files += done.result.files;
    total.bytes += done.result.bytes;
    serial = done.serial;
  }
  return { result: total, serial };
}

/** What the rule, as it is by now, still removes of the portion. */
async function removePortion(
  world: World,
  write: Write,
  caller: Caller,
  indexId: string,
  portion: readonly Removable[],
): Promise<Retained> {
  const removed = { releases: 0, files: 0, bytes: 0n };
  const index = await write.read.packageIndex.findUniqueOrThrow({
    where: { id: indexId },
    include: { retention: true },
  });
  if (index.retention === null || index.deletedAt !== null) return removed;
  const wanted = new Set(portion.map(({ id }) => id));
  const projectIds = [...new Set(portion.map(({ projectId }) => projectId))];
  const current = await removableIn(write.read, index.retention, projectIds, write.at);
  for (const release of current.filter(({ id }) => wanted.has(id))) {
    const files = await write.read.file.findMany({
      where: { releaseId: release.id, deletedAt: null },
      select: { id: true },
    });
    await removeRelease(write, index, release.id, files);
    removed.releases += 1;
    removed.files += files.length;
    removed.bytes += release.bytes;
  }
  if (removed.releases === 0) return removed;
  const touched = await write.read.project.findMany({
    where: { id: { in: projectIds } },
    select: { normalizedName: true },
  });
  for (const { normalizedName } of touched) write.touchProject(normalizedName);
  await record(world, write, caller, {
    action: 'index.retained',
    subject: { kind: 'index', id: index.id, name: index.path, indexId: index.id, ownerId: index.ownerId },
    detail: { ...removed, bytes: Number(removed.bytes) },
  });
  return removed;
}

async function removableIn(
  read: ReadClient,
  rule: Rule,
  projectIds: readonly string[],
  now: Date,
): Promise<readonly Removable[]> {
  const live = { deletedAt: null };
  const rows = await read.release.findMany({
    where: { projectId: { in: [...projectIds] }, project: live, files: { some: live } },
    select: {
      id: true,
      projectId: true,
      version: true,
      yankedAt: true,
      project: { select: { name: true } },
      files: { where: live, select: { sizeBytes: true, uploadedAt: true } },
    },
  });
  const releasesOf = new Map<string, Removable[]>(projectIds.map((id) => [id, []]));
  for (const { id, projectId, version, yankedAt, project, files } of rows) {
    releasesOf.get(projectId)!.push({
      id,
      projectId,
      project: project.name,
      version,
      lastUploadAt: files.map(({ uploadedAt }) => uploadedAt).reduce((a, b) => (a > b ? a : b)),
      isYanked: yankedAt !== null,
      files: files.length,
      bytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0n),
    });
  }
  return [...releasesOf.values()].flatMap((releases) => removableReleases(rule, releases, now));
}

/** A release is never divided; one with very many files is a portion of its own. */
function* inPortions(planned: readonly Removable[]): Generator<readonly Removable[]> {
  let portion: Removable[] = [];
  let rows = 0;
  for (const release of planned) {
    const more = release.files + 1;
    if (rows > 0 && rows + more > ROWS_OF_A_CHANGE) {
      yield portion;
      portion = [];
      rows = 0;
    }
    portion.push(release);
    rows += more;
  }
  if (portion.length > 0) yield portion;
}

async function headSerial(world: World): Promise<bigint> {
  return (await world.readDb.logHead.findUniqueOrThrow({ where: { id: 'head' } })).serial;
}
