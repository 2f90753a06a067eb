// Releasing a name: the index does not hold it any more, and what lies behind the index may answer it again. For admins,
// and for a name that was claimed by mistake; a later upload claims it again.

import type { Committed } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { NotAllowed, NotFound } from '../errors.ts';
import { indexesVisibleTo } from '../indexes/access.ts';
import { quote } from '../names.ts';
import { requireSession } from '../permissions.ts';
import { transactAs } from '../transact-as.ts';
import type { World } from '../world.ts';
import { normalizeProjectName } from './filenames.ts';

/** Answers with the normalised name. @throws {NotFound} @throws {NotAllowed} while it has files */
export async function releaseName(
  world: World,
  caller: Caller,
  { path, project: name }: { readonly path: string; readonly project: string },
): Promise<Committed<string>> {
  requireSession(caller.actor, 'names:release');
  const normalizedName = normalizeProjectName(name);
  return transactAs(world, caller, async (write, callerNow) => {
    requireSession(callerNow.actor, 'names:release');
    const index = await write.read.packageIndex.findFirst({
      where: { AND: [{ livePath: path }, indexesVisibleTo(callerNow.actor)] },
    });
    if (index === null) throw new NotFound(`There is no package index ${quote(path)}.`, ['path']);
    const project = await write.read.project.findUnique({
      where: { indexId_normalizedName: { indexId: index.id, normalizedName } },
    });
    if (project === null) throw new NotFound(`${path} holds no name ${quote(name)}.`, ['project']);
    if (project.releasedAt !== null) return normalizedName;
    const files = await write.read.file.count({ where: { projectId: project.id, deletedAt: null } });
    if (files > 0) {
      throw new NotAllowed(`${path} has files of ${project.name}: delete the project first.`, ['project']);
    }
    await write.update(
      'Project',
      { id: project.id },
      { deletedAt: project.deletedAt ?? write.at, releasedAt: write.at },
    );
    await record(world, write, caller, {
      action: 'project.released',
      subject: {
        kind: 'project',
        id: project.id,
        name: project.name,
        indexId: index.id,
        ownerId: index.ownerId,
      },
      detail: {},
    });
    write.touchProject(normalizedName);
    return normalizedName;
  });
}
