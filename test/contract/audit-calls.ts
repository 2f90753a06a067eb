// What the walk of the audit trail calls: for each mutation a call that is done and one that is refused, and the events
// that each leaves, as `actor action subject`. Those about tokens are in `audit-token-calls.ts`.

import { signedIn } from '../support/people.ts';
import { AUDITED_PACKAGES } from './audit-package-calls.ts';
import { AUDITED_TOKENS } from './audit-token-calls.ts';
import { forbiddenTo, must, newcomer, PASSWORD, type Audited } from './audited.ts';
import { MIRROR, type Stage } from './walk-actors.ts';

export const AUDITED: Record<string, Audited> = {
  signIn: {
    async done({ app, people: { owner } }) {
      const input = { name: 'alice', password: owner.password, carrier: 'BEARER' };
      return { call: { as: app.nobody, input }, leaves: ['alice session.opened alice'] };
    },
    async refused({ app }) {
      const input = { name: 'alice', password: 'not her password', carrier: 'BEARER' };
      return {
        call: { as: app.nobody, input },
        code: 'SIGN_IN_FAILED',
        leaves: [':anonymous: session.refused alice'],
      };
    },
  },
  signOut: {
    async done(stage) {
      return { call: { as: await stage.withFreshSession('owner') }, leaves: ['alice session.ended alice'] };
    },
    refused: async ({ app }) => ({ call: { as: app.nobody }, code: 'UNAUTHENTICATED' }),
  },
  renewSession: {
    async done(stage) {
      const input = { password: stage.people.owner.password };
      return {
        call: { as: await stage.withFreshSession('owner'), input },
        leaves: ['alice session.renewed alice'],
      };
    },
    async refused({ people: { owner } }) {
      return {
        call: { as: owner, input: { password: 'not her password' } },
        code: 'SIGN_IN_FAILED',
        leaves: ['alice session.refused alice'],
      };
    },
  },
  endSession: {
    async done(stage) {
      const { owner } = stage.people;
      const other = await signedIn(stage.app.url, owner.name, owner.password);
      const input = { sessionId: other.bearer.split('_')[2] };
      return { call: { as: owner, input }, leaves: ['alice session.ended alice'] };
    },
    async refused({ people: { owner, member } }) {
      const input = { sessionId: member.bearer.split('_')[2] };
      return { call: { as: owner, input }, code: 'NOT_FOUND' };
    },
  },
  endAllSessions: {
    async done(stage) {
      const dave = await newcomer(stage, 'HUMAN');
      const as = await signedIn(stage.app.url, dave, PASSWORD);
      return { call: { as, input: { keepThis: true } }, leaves: [`${dave} sessions.ended ${dave}`] };
    },
    refused: async (stage) => ({ call: { as: stage.app.nobody, input: {} }, code: 'UNAUTHENTICATED' }),
  },
  endUserSessions: onUser('sessions.ended', (name) => ({ name })),
  redeemLink: {
    async done(stage) {
      const name = await newcomer(stage, 'HUMAN', null);
      const secret = await linkFor(stage, name);
      const input = { secret, password: PASSWORD, carrier: 'BEARER' };
      return {
        call: { as: stage.app.nobody, input },
        leaves: [`${name} session.opened ${name}`, `${name} user.password-set ${name}`],
      };
    },
    async refused(stage) {
      const input = { secret: 'none', password: PASSWORD, carrier: 'BEARER' };
      const leaves = [':anonymous: credential.refused :unknown:'];
      return { call: { as: stage.app.nobody, input }, code: 'LINK_INVALID', leaves };
    },
  },
  changePassword: {
    async done(stage) {
      const name = await newcomer(stage, 'HUMAN');
      const as = await signedIn(stage.app.url, name, PASSWORD);
      const input = { currentPassword: PASSWORD, newPassword: 'another password of the walk' };
      return {
        call: { as, input },
        leaves: [`${name} session.renewed ${name}`, `${name} user.password-set ${name}`],
      };
    },
    async refused({ people: { owner } }) {
      const input = { currentPassword: 'not her password', newPassword: 'another password of the walk' };
      return {
        call: { as: owner, input },
        code: 'SIGN_IN_FAILED',
        leaves: ['alice session.refused alice'],
      };
    },
  },
  setServicePassword: {
    async done(stage) {
      const name = await newcomer(stage, 'SERVICE', null);
      const input = { name, password: 'another password of the walk' };
      return { call: { as: stage.people.admin, input }, leaves: [`ada user.password-set ${name}`] };
    },
    refused: async ({ people: { member } }) => forbiddenTo(member, { name: 'alice', password: PASSWORD }),
  },
  createUser: {
    async done(stage) {
      const name = stage.fresh('user');
      return { call: { as: stage.people.admin, input: { name } }, leaves: [`ada user.created ${name}`] };
    },
    refused: async ({ people: { admin } }) => ({
      call: { as: admin, input: { name: 'alice' } },
      code: 'NAME_TAKEN',
    }),
  },
  updateUser: onUser('user.updated', (name) => ({ name, role: 'ADMIN' })),
  updateProfile: {
    async done(stage) {
      const name = await newcomer(stage, 'HUMAN');
      const as = await signedIn(stage.app.url, name, PASSWORD);
      return { call: { as, input: { displayName: 'Dave' } }, leaves: [`${name} user.updated ${name}`] };
    },
    refused: async ({ people: { owner } }) => ({
      call: { as: owner, input: { email: 'nowhere' } },
      code: 'INVALID_EMAIL',
    }),
  },
  deactivateUser: onUser('user.deactivated', (name) => ({ name })),
  activateUser: {
    async done(stage) {
      const name = await newcomer(stage, 'HUMAN');
      await must(stage.people.admin, 'deactivateUser', 'DeactivateUserInput', { name });
      return { call: { as: stage.people.admin, input: { name } }, leaves: [`ada user.activated ${name}`] };
    },
    refused: async ({ people: { member } }) => forbiddenTo(member, { name: 'alice' }),
  },
  deleteUser: onUser('user.deleted', (name) => ({ name, confirmName: name })),
  resetPassword: onUser('user.reset-linked', (name) => ({ name })),
  createGroup: {
    async done(stage) {
      const name = stage.fresh('group');
      return { call: { as: stage.people.admin, input: { name } }, leaves: [`ada group.created ${name}`] };
    },
    refused: async ({ people: { admin } }) => ({
      call: { as: admin, input: { name: 'No Name' } },
      code: 'INVALID_NAME',
    }),
  },
  updateGroup: onGroup('group.updated', (name) => ({ name, description: 'of the walk' })),
  addGroupMembers: onGroup('group.members-added', (name) => ({ name, users: ['alice'] })),
  removeGroupMembers: onGroup('group.members-removed', (name) => ({ name, users: ['carol'] })),
  deleteGroup: onGroup('group.deleted', (name) => ({ name })),
  createPackageIndex: {
    async done(stage) {
      const path = `alice/${stage.fresh('made')}`;
      return { call: { as: stage.people.owner, input: { path } }, leaves: [`alice index.created ${path}`] };
    },
    refused: async ({ people: { owner } }) => ({
      call: { as: owner, input: { path: 'bob/hers' } },
      code: 'NOT_ALLOWED',
      leaves: ['alice credential.refused alice'],
    }),
  },
  updatePackageIndex: {
    async done(stage) {
      const path = await stage.freshIndex();
      const input = { path, readers: ['bob'], description: 'of the walk' };
      return { call: { as: stage.people.owner, input }, leaves: [`alice index.updated ${path}`] };
    },
    refused: async ({ people: { member } }) => ({
      call: { as: member, input: { path: 'alice/prod', description: 'his' } },
      code: 'NOT_FOUND',
    }),
  },
  deletePackageIndex: {
    async done(stage) {
      const path = await stage.freshIndex();
      await stage.people.owner.mintToken({ name: `only ${path}`, scopes: ['index:read'], indexes: [path] });
      return {
        call: { as: stage.people.owner, input: { path, confirmPath: path, expectedFiles: 0 } },
        leaves: [`alice index.deleted ${path}`, `alice token.revoked only ${path}`],
      };
    },
    refused: async ({ people: { owner } }) => ({
      call: { as: owner, input: { path: 'alice/prod', confirmPath: 'alice/prod', expectedFiles: 9 } },
      code: 'CONFIRMATION_MISMATCH',
    }),
  },
  reserveName: onNames('index.name-reserved', (path) => ({ path, pattern: 'corp-*' })),
  unreserveName: onNames('index.name-unreserved', (path) => ({ path, pattern: 'corp-*' }), {
    reserveName: (path) => ({ path, pattern: 'corp-*' }),
  }),
  grantUpstream: onNames('index.upstream-granted', (path) => ({ ...granted(path), reason: 'Walked.' })),
  revokeUpstreamGrant: onNames('index.upstream-revoked', granted, {
    grantUpstream: (path) => ({ ...granted(path), reason: 'Walked.' }),
  }),
  unpinOrigin: {
    async done(stage) {
      const path = await stage.freshIndex();
      await stage.pin(path, 'demo');
      const input = { path, project: 'demo' };
      return { call: { as: stage.people.owner, input }, leaves: [`alice index.origin-unpinned ${path}`] };
    },
    refused: async ({ people: { owner } }) => ({
      call: { as: owner, input: { path: 'alice/prod', project: 'demo' } },
      code: 'NOT_FOUND',
    }),
  },
  refreshMirror: onMirror('index.refreshed', { project: 'demo' }),
  applyMirrorRetention: onMirror('index.retained', { expectedFiles: 0 }),
  ...AUDITED_PACKAGES,
  ...AUDITED_TOKENS,
};

/** What an admin does to somebody, and a member may not. */
function onUser(action: string, inputFor: (name: string) => object): Audited {
  return {
    async done(stage) {
      const name = await newcomer(stage, 'HUMAN');
      return { call: { as: stage.people.admin, input: inputFor(name) }, leaves: [`ada ${action} ${name}`] };
    },
    refused: async ({ people: { member } }) => forbiddenTo(member, inputFor('alice')),
  };
}

/** What alice does to names of an index of hers, and bob does not see; `first` is done before. */
function onNames(
  action: string,
  inputFor: (path: string) => object,
  first: Readonly<Record<string, (path: string) => object>> = {},
): Audited {
  return {
    async done(stage) {
      const { owner } = stage.people;
      const path = await stage.freshIndex();
      for (const [name, earlier] of Object.entries(first)) {
        await must(owner, name, `${name[0]!.toUpperCase()}${name.slice(1)}Input`, earlier(path));
      }
      return { call: { as: owner, input: inputFor(path) }, leaves: [`alice ${action} ${path}`] };
    },
    refused: async ({ people: { member } }) => ({
      call: { as: member, input: inputFor('alice/prod') },
      code: 'NOT_FOUND',
    }),
  };
}

/** What alice does to her mirror, and bob does not see. */
function onMirror(action: string, input: object): Audited {
  return {
    done: async ({ people: { owner } }) => ({
      call: { as: owner, input: { ...input, path: MIRROR } },
      leaves: [`alice ${action} ${MIRROR}`],
    }),
    refused: async ({ people: { member } }) => ({
      call: { as: member, input: { ...input, path: MIRROR } },
      code: 'NOT_FOUND',
    }),
  };
}

function granted(path: string) {
  return { path, project: 'demo', mirror: MIRROR };
}

/** The group has carol in it. */
function onGroup(action: string, inputFor: (name: string) => object): Audited {
  return {
    async done(stage) {
      const { admin } = stage.people;
      const name = stage.fresh('group');
      await must(admin, 'createGroup', 'CreateGroupInput', { name });
      await must(admin, 'addGroupMembers', 'AddGroupMembersInput', { name, users: ['carol'] });
      return { call: { as: admin, input: inputFor(name) }, leaves: [`ada ${action} ${name}`] };
    },
    refused: async ({ people: { member } }) => forbiddenTo(member, inputFor('none')),
  };
}

async function linkFor({ people: { admin } }: Stage, name: string): Promise<string> {
  const { link } = await must(admin, 'resetPassword', 'ResetPasswordInput', { name }, 'link');
  return String(link).split('#')[1]!;
}
