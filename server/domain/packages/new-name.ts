// Whether a stage may begin to hold a name: not one that a mirror among its bases answers so far, for everybody who
// installs it through the stage would get something else from then on. Asked before the transaction, because it asks
// upstreams.

import { findHeldProjects } from '../../storage/sql/find-held.ts';
import { RequestRefused, UpstreamUnavailable, UploadRefused } from '../errors.ts';
import type { MirrorSettings } from '../mirrors/settings.ts';
import { whyNameHidden } from '../indexes/rules.ts';
import { quote } from '../names.ts';
import type { World } from '../world.ts';
import { ownershipOf } from './ownership.ts';

type NewNameWorld = Pick<World, 'layers' | 'mirrors' | 'database' | 'clock'>;

/**
 * A name that any stage of the resolution order reserves or holds is closed already, and no upstream is asked.
 * @throws {UploadRefused} NAME_SERVED_UPSTREAM
 * @throws {RequestRefused} UNAVAILABLE when an upstream cannot be asked
 */
export async function checkNewName(
  world: NewNameWorld,
  indexId: string,
  normalizedName: string,
): Promise<void> {
  const plan = await world.layers.planOf(indexId);
  const mirrors = plan.layers.filter(
    ({ kind, ruleSets }) => kind === 'MIRROR' && whyNameHidden(ruleSets, normalizedName) === null,
  );
  if (mirrors.length === 0 || (await isClosed(world, plan, normalizedName))) return;
  for (const { mirror } of mirrors) {
    if (!(await isServed(world, mirror!, normalizedName))) continue;
    throw new UploadRefused(
      'NAME_SERVED_UPSTREAM',
      `The name ${quote(normalizedName)} is served by a mirror that this index has as a base. Choose another name, or ask an administrator of the index to reserve it.`,
    );
  }
}

async function isClosed(
  { database, clock }: NewNameWorld,
  plan: Parameters<typeof ownershipOf>[0],
  normalizedName: string,
): Promise<boolean> {
  const stageIds = plan.layers.filter(({ kind }) => kind === 'STAGE').map(({ id }) => id);
  const projects = await findHeldProjects(database.reading, stageIds, normalizedName);
  const holders = new Set(projects.flatMap(({ isReleased, indexId }) => (isReleased ? [] : indexId)));
  return ownershipOf(plan, normalizedName, holders, clock()).closers.length > 0;
}

async function isServed(
  { mirrors }: NewNameWorld,
  mirror: MirrorSettings,
  normalizedName: string,
): Promise<boolean> {
  try {
    if ((await mirrors.page(mirror, normalizedName)) !== null) return true;
    // An address that is no simple index has no page of any name.
    if (!mirror.isOffline) await mirrors.requireSimpleIndex(mirror);
  } catch (error) {
    if (!(error instanceof UpstreamUnavailable)) throw error;
    throw cannotBeAsked(normalizedName, error.retryAfterSeconds);
  }
  // That nobody copied it says nothing of the upstream.
  if (mirror.isOffline) throw cannotBeAsked(normalizedName, OFFLINE_RETRY_SECONDS);
  return false;
}

const OFFLINE_RETRY_SECONDS = 600;

function cannotBeAsked(normalizedName: string, retryAfterSeconds: number): RequestRefused {
  return new RequestRefused(
    'UNAVAILABLE',
    `Whether ${quote(normalizedName)} is a name of a mirror that this index has as a base cannot be asked right now. Try again later, or ask an administrator of the index to reserve the name.`,
    ['retry-after', String(retryAfterSeconds)],
  );
}
