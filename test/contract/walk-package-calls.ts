// What the walk calls of the operations on what an index holds: each on a project, or an index, that was made for it.

import { makeWheel } from '../support/distributions.ts';
import type { Stage } from './walk-actors.ts';
import type { Call } from './walk-calls.ts';

const OPEN = 'alice/open';
const ABSENT = 'alice/absent';

export const PACKAGE_CALLS: Record<string, Record<string, Call>> = {
  yankRelease: onRelease({ reason: 'Walked.' }),
  unyankRelease: onRelease({}),
  yankFile: onFile({ reason: 'Walked.' }),
  unyankFile: onFile({}),
  setProjectStatus: {
    'in alice/open': async (stage) => ({ ...(await projectIn(stage, OPEN)), status: 'DEPRECATED' }),
    'in alice/prod': async (stage) => ({ ...(await projectIn(stage, 'alice/prod')), status: 'DEPRECATED' }),
    'in alice/absent': () => ({ path: ABSENT, project: 'demo', status: 'DEPRECATED' }),
  },
  deleteFile: onFile({ force: true }),
  deleteRelease: onRelease({ force: true }),
  deleteProject: {
    'in alice/open': async (stage) => confirmed(await projectIn(stage, OPEN)),
    'in alice/prod': async (stage) => confirmed(await projectIn(stage, 'alice/prod')),
    'in alice/absent': () => confirmed({ path: ABSENT, project: 'demo' }),
  },
  releaseName: {
    'that has files': async (stage) => projectIn(stage, OPEN),
    'that never was': () => ({ path: OPEN, project: 'never-was' }),
    'in alice/absent': () => ({ path: ABSENT, project: 'demo' }),
  },
  promoteRelease: {
    'from alice/open to a new index': (stage) => promotion(stage, OPEN),
    'from alice/prod to a new index': (stage) => promotion(stage, 'alice/prod'),
    'from alice/open to alice/drop': async (stage) => ({
      ...(await promotion(stage, OPEN)),
      to: 'alice/drop',
    }),
    'to alice/absent': () => ({ from: OPEN, to: ABSENT, project: 'demo', version: '1.0' }),
  },
  applyRetention: {
    'of a new index': async (stage) => ({ path: await stage.freshIndex(), expectedReleases: 0 }),
    'of alice/open': () => ({ path: OPEN, expectedReleases: 0 }),
    'of alice/absent': () => ({ path: ABSENT, expectedReleases: 0 }),
  },
};

/** A project of alice with one wheel, of version 1.0. */
export async function projectIn(stage: Stage, path: string): Promise<{ path: string; project: string }> {
  const project = stage.fresh('project');
  const { status } = await stage.people.owner.withPassword.upload(path, wheelOf(project));
  if (status !== 200) throw new Error(`${path} did not take ${project}: ${status}.`);
  return { path, project };
}

export function wheelOf(project: string) {
  return makeWheel({ name: project, version: '1.0' });
}

function onRelease(more: object): Record<string, Call> {
  return {
    'in alice/open': async (stage) => ({ ...(await projectIn(stage, OPEN)), version: '1.0', ...more }),
    'in alice/prod': async (stage) => ({
      ...(await projectIn(stage, 'alice/prod')),
      version: '1.0',
      ...more,
    }),
    'that does not exist': () => ({ path: OPEN, project: 'demo', version: '9.9', ...more }),
    'in alice/absent': () => ({ path: ABSENT, project: 'demo', version: '1.0', ...more }),
  };
}

function onFile(more: object): Record<string, Call> {
  const fileIn = async (stage: Stage, path: string) => {
    const { project } = await projectIn(stage, path);
    return { path, filename: wheelOf(project).filename, ...more };
  };
  return {
    'in alice/open': (stage) => fileIn(stage, OPEN),
    'in alice/prod': (stage) => fileIn(stage, 'alice/prod'),
    'that does not exist': () => ({ path: OPEN, filename: 'demo-9.9-py3-none-any.whl', ...more }),
    'in alice/absent': () => ({ path: ABSENT, filename: 'demo-1.0-py3-none-any.whl', ...more }),
  };
}

function confirmed(address: { path: string; project: string }): object {
  return { ...address, confirmProject: address.project, force: true };
}

async function promotion(stage: Stage, from: string): Promise<object> {
  const { project } = await projectIn(stage, from);
  return { from, to: await stage.freshIndex(), project, version: '1.0' };
}
