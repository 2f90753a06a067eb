// What the walk of the audit trail calls of the mutations on what an index holds.

import { makeWheel } from '../support/distributions.ts';
import { must, type Audited } from './audited.ts';
import type { Stage } from './walk-actors.ts';
import { projectIn, wheelOf } from './walk-package-calls.ts';

const OPEN = 'alice/open';

type Address = Awaited<ReturnType<typeof projectIn>>;

export const AUDITED_PACKAGES: Record<string, Audited> = {
  yankRelease: onProject(release, ({ project }) => `release.yanked ${project} 1.0`),
  unyankRelease: onProject(
    release,
    ({ project }) => `release.unyanked ${project} 1.0`,
    'yankRelease',
    release,
  ),
  yankFile: onProject(file, ({ project }) => `file.yanked ${wheelOf(project).filename}`),
  unyankFile: onProject(
    file,
    ({ project }) => `file.unyanked ${wheelOf(project).filename}`,
    'yankFile',
    file,
  ),
  setProjectStatus: onProject(
    (address) => ({ ...address, status: 'ARCHIVED' }),
    ({ project }) => `project.status-set ${project}`,
  ),
  deleteFile: onProject(
    (address) => ({ ...file(address), force: true }),
    ({ project }) => `file.deleted ${wheelOf(project).filename}`,
  ),
  deleteRelease: onProject(
    (address) => ({ ...release(address), force: true }),
    ({ project }) => `release.deleted ${project} 1.0`,
  ),
  deleteProject: onProject(deletion, ({ project }) => `project.deleted ${project}`),
  releaseName: {
    async done(stage) {
      const address = await projectIn(stage, OPEN);
      await must(stage.people.owner, 'deleteProject', 'DeleteProjectInput', deletion(address));
      return {
        call: { as: stage.people.admin, input: address },
        leaves: [`ada project.released ${address.project}`],
      };
    },
    refused: async ({ people: { admin } }) => ({
      call: { as: admin, input: { path: OPEN, project: 'demo' } },
      code: 'NOT_ALLOWED',
      leaves: ['ada credential.refused ada'],
    }),
  },
  promoteRelease: {
    async done(stage) {
      const { path, project } = await projectIn(stage, OPEN);
      const input = { from: path, to: await stage.freshIndex(), project, version: '1.0' };
      return {
        call: { as: stage.people.owner, input },
        leaves: [`alice release.promoted ${project} 1.0`],
      };
    },
    refused: async ({ people: { member } }) => ({
      call: { as: member, input: { from: OPEN, to: 'alice/prod', project: 'demo', version: '1.0' } },
      code: 'NOT_FOUND',
    }),
  },
  applyRetention: {
    async done(stage) {
      const path = await stage.freshIndex();
      const { owner } = stage.people;
      await must(owner, 'updatePackageIndex', 'UpdatePackageIndexInput', {
        path,
        retention: { keepReleases: 1 },
      });
      const { project } = await projectIn(stage, path);
      await owner.withPassword.upload(path, makeWheel({ name: project, version: '0.9' }));
      const input = { path, expectedReleases: 1 };
      return { call: { as: owner, input }, leaves: [`alice index.retained ${path}`] };
    },
    refused: async ({ people: { owner } }) => ({
      call: { as: owner, input: { path: OPEN, expectedReleases: 9 } },
      code: 'CONFIRMATION_MISMATCH',
    }),
  },
};

function release(address: Address): object {
  return { ...address, version: '1.0' };
}

function file({ path, project }: Address): object {
  return { path, filename: wheelOf(project).filename };
}

function deletion(address: Address): object {
  return { ...address, confirmProject: address.project, force: true };
}

/** What alice does to a project of hers, and bob may not; `first` is done before. */
function onProject(
  inputFor: (address: Address) => object,
  event: (address: Address) => string,
  first?: string,
  firstInput: (address: Address) => object = inputFor,
): Audited {
  return {
    async done(stage: Stage) {
      const { owner } = stage.people;
      const address = await projectIn(stage, OPEN);
      if (first !== undefined) {
        await must(owner, first, `${first[0]!.toUpperCase()}${first.slice(1)}Input`, firstInput(address));
      }
      return { call: { as: owner, input: inputFor(address) }, leaves: [`alice ${event(address)}`] };
    },
    refused: async ({ people: { member } }) => ({
      call: { as: member, input: inputFor({ path: 'alice/prod', project: 'demo' }) },
      code: 'NOT_FOUND',
    }),
  };
}
