// Makes a mirror ask its upstream again before its pages are old enough: for one project, or for all. Nothing is asked
// here: the next request for a page asks.

import type { Caller } from '../actor.ts';
import { recordLocal } from '../audit/trail.ts';
import { InvalidInput, NotAllowed } from '../errors.ts';
import { mayAdminister } from '../indexes/access.ts';
import { visibleIndex } from '../indexes/package-index.ts';
import { quote } from '../names.ts';
import { isProjectName, normalizeProjectName } from '../packages/filenames.ts';
import { requireSessionOrToken } from '../permissions.ts';
import { transactLocalAs, type LocalTransaction } from '../transact-as.ts';
import type { World } from '../world.ts';

export interface Refresh {
  readonly path: string;
  /** Null: all of them. */
  readonly project: string | null;
}

export interface Refreshed {
  readonly indexId: string;
  /** How many pages are remembered that are asked for again. */
  readonly pages: number;
}

/** @throws {InvalidInput} @throws {NotAllowed} @throws {NotFound} */
export async function refreshMirror(
  world: World,
  caller: Caller,
  { path, project }: Refresh,
): Promise<Refreshed> {
  requireSessionOrToken(caller.actor, 'mirrors:refresh');
  if (project !== null && !isProjectName(project)) {
    throw new InvalidInput('INVALID_NAME', `${quote(project)} cannot be the name of a project.`, ['project']);
  }
  const normalizedName = project === null ? undefined : normalizeProjectName(project);
  const { indexId, projects } = await transactLocalAs(world, caller, async (local, callerNow) => {
    const index = await visibleIndex(local, callerNow, path);
    if (!mayAdminister(callerNow.actor, index, 'mirrors:refresh')) {
      throw new NotAllowed(`Only the owner of ${path} and admins may refresh it.`, ['path']);
    }
    const mirror = await local.mirror.findUnique({ where: { indexId: index.id } });
    if (mirror === null) {
      throw new InvalidInput('INVALID_SETTING', `${path} is a stage: it has no upstream to ask.`, ['path']);
    }
    const projects = await makeOld(local, world.clock(), mirror, normalizedName);
    await recordLocal(world, local, callerNow, {
      action: 'index.refreshed',
      subject: { kind: 'index', id: index.id, name: path, indexId: index.id, ownerId: index.ownerId },
      detail: normalizedName === undefined ? {} : { project: normalizedName },
    });
    return { indexId: index.id, projects };
  });
  world.mirrors.doubt(indexId, normalizedName);
  world.commits.tellLearned(projects);
  return { indexId, pages: projects.length };
}

/** Also for whoever reads the rows later: another node, or this one after a start. */
async function makeOld(
  local: LocalTransaction,
  now: Date,
  { indexId, freshSeconds }: { readonly indexId: string; readonly freshSeconds: number },
  normalizedName: string | undefined,
): Promise<readonly string[]> {
  const where = { indexId, ...(normalizedName !== undefined && { normalizedName }) };
  const justOld = new Date(now.getTime() - freshSeconds * 1000 - 1000);
  await local.mirrorPage.updateMany({
    where: { ...where, validatedAt: { gt: justOld } },
    data: { validatedAt: justOld },
  });
  const rows = await local.mirrorPage.findMany({ where, select: { normalizedName: true } });
  return rows.map((row) => row.normalizedName);
}
