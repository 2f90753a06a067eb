// The status of a project (PEP 792): ARCHIVED takes no uploads, QUARANTINED offers no files either, DEPRECATED is told
// and nothing else. What each does is decided where files are taken and offered.

import type { Project, ProjectStatus } from '../../storage/_generated/sqlite/client.ts';
import type { Committed } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { requireSessionOrToken } from '../permissions.ts';
import { parseReason } from '../reasons.ts';
import { transactAs } from '../transact-as.ts';
import type { World } from '../world.ts';
import { curatedProject, projectSubject } from './curation.ts';

export interface StatusChange {
  readonly path: string;
  readonly project: string;
  readonly status: ProjectStatus;
  /** Absent: none, whatever was said before. */
  readonly reason?: string | null;
}

/** @throws {InvalidInput} @throws {NotFound} @throws {NotAllowed} */
export async function setProjectStatus(
  world: World,
  caller: Caller,
  { path, project: name, status, reason: text }: StatusChange,
): Promise<Committed<Project>> {
  requireSessionOrToken(caller.actor, 'projects:set-status');
  const statusReason = parseReason(text);
  return transactAs(world, caller, async (write, callerNow) => {
    const found = await curatedProject(write.read, callerNow, path, name, 'projects:set-status');
    const { project } = found;
    if (project.status === status && project.statusReason === statusReason) return project;
    const changed = await write.update('Project', { id: project.id }, { status, statusReason });
    await record(world, write, caller, {
      action: 'project.status-set',
      subject: projectSubject(found),
      detail: { status, reason: statusReason },
    });
    write.touchProject(project.normalizedName);
    return changed;
  });
}
