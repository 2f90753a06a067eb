// The call or the calls with which the walk tries each operation of the API. Whatever is changed is made for it, so that
// calls do not depend on their order.

import { signedIn } from '../support/people.ts';
import { isPerson, MIRROR, type ActorName, type Stage } from './walk-actors.ts';
import { PACKAGE_CALLS } from './walk-package-calls.ts';

/** A query's text, or a mutation's input; null for a mutation that takes none. */
export type Call = string | ((stage: Stage, actor: ActorName) => Promise<object | null> | object | null);

/** For each operation its calls, by what is different about them. */
export const CALLS: Record<string, Record<string, Call>> = {
  server: { '': '{ server { version } }' },
  viewer: { '': '{ viewer { name } }' },
  users: { '': '{ users { totalCount nodes { name } } }' },
  user: {
    bob: '{ user(name: "bob") { name } }',
    'that does not exist': '{ user(name: "nobody") { name } }',
  },
  groups: { '': '{ groups { totalCount nodes { name } } }' },
  group: {
    walkers: '{ group(name: "walkers") { name } }',
    'that does not exist': '{ group(name: "absent") { name } }',
  },
  packageIndexes: { '': '{ packageIndexes { totalCount nodes { path } } }' },
  packageIndex: {
    'alice/prod': '{ packageIndex(path: "alice/prod") { path } }',
    'alice/open': '{ packageIndex(path: "alice/open") { path } }',
    'alice/absent': '{ packageIndex(path: "alice/absent") { path } }',
  },
  search: {
    'for demo': '{ search(query: "demo") { totalCount nodes { name } } }',
    'within alice/open':
      '{ search(query: "demo", packageIndex: "alice/open") { totalCount nodes { name } } }',
    'within alice/absent': '{ search(query: "demo", packageIndex: "alice/absent") { totalCount } }',
  },
  token: { 'that does not exist': `{ token(tokenId: "${'0'.repeat(22)}") { name } }` },
  tokens: {
    '': '{ tokens { totalCount nodes { name } } }',
    'of everybody': tokensWith('everybody: true'),
    'of alice': tokensWith('owner: "alice"'),
    'that reach alice/open': tokensWith('packageIndex: "alice/open"'),
    'that may touch demo in alice/open now': tokensWith('packageIndex: "alice/open", project: "demo"'),
    'that may touch demo anywhere': tokensWith('project: "demo"'),
  },
  auditEvents: {
    '': '{ auditEvents { totalCount nodes { action } } }',
    'that alice did': '{ auditEvents(filter: { actor: "alice" }) { totalCount nodes { action } } }',
  },
  canRedeemLink: { 'that never was': '{ canRedeemLink(secret: "none") }' },
  signIn: {
    'as alice': ({ people: { owner } }) => ({ name: 'alice', password: owner.password, carrier: 'BEARER' }),
  },
  signOut: { '': () => null },
  renewSession: {
    'with one’s own password': ({ people }, actor) => ({
      password: isPerson(actor) ? people[actor].password : 'none',
    }),
  },
  endSession: {
    'of one’s own': async (stage, actor) => ({ sessionId: await freshSessionId(stage, actor) }),
    'of somebody else': async (stage) => ({ sessionId: await freshSessionId(stage, 'owner', 'carol') }),
  },
  endAllSessions: { '': () => ({ keepThis: false }) },
  endUserSessions: {
    '': async (stage) => ({ name: await stage.freshUser() }),
    'that does not exist': () => ({ name: 'nobody' }),
  },
  redeemLink: {
    'to set a password': async (stage) => ({
      secret: await stage.freshLink(),
      password: 'a password of the walk',
      carrier: 'BEARER',
    }),
  },
  changePassword: {
    'to one that is too short': () => ({ currentPassword: 'any', newPassword: 'too short' }),
  },
  setServicePassword: {
    'of a new service account': async (stage) => ({
      name: await freshServiceAccount(stage),
      password: 'a password of the walk',
    }),
    'of a person': () => ({ name: 'carol', password: 'a password of the walk' }),
  },
  createUser: { '': (stage) => ({ name: stage.fresh('user') }) },
  updateUser: {
    '': async (stage) => ({ name: await stage.freshUser(), displayName: 'Walked' }),
    'that does not exist': () => ({ name: 'nobody', displayName: 'Walked' }),
  },
  deactivateUser: { '': async (stage) => ({ name: await stage.freshUser() }), oneself },
  activateUser: { '': async (stage) => ({ name: await stage.freshUser() }) },
  deleteUser: {
    '': async (stage) => confirmed(await stage.freshUser()),
    oneself: (stage, actor) => confirmed(stage.nameOf(actor)),
    'who owns indexes': () => confirmed('alice'),
  },
  resetPassword: { '': async (stage) => ({ name: await stage.freshUser() }) },
  updateProfile: { '': (stage) => ({ displayName: stage.fresh('Name') }) },
  createGroup: { '': (stage) => ({ name: stage.fresh('group') }) },
  updateGroup: { '': async (stage) => ({ name: await stage.freshGroup(), description: 'Walked.' }) },
  addGroupMembers: { '': async (stage) => ({ name: await stage.freshGroup(), users: ['carol'] }) },
  removeGroupMembers: { '': async (stage) => ({ name: await stage.freshGroup(), users: ['carol'] }) },
  deleteGroup: {
    '': async (stage) => ({ name: await stage.freshGroup() }),
    'that does not exist': () => ({ name: 'absent' }),
  },
  createPackageIndex: {
    'below one’s own name': (stage, actor) => ({ path: `${stage.nameOf(actor)}/${stage.fresh('new')}` }),
    'below carol’s name': (stage) => ({ path: `carol/${stage.fresh('new')}` }),
    'with alice/open as a base': (stage, actor) => inheriting(stage, actor, 'alice/open'),
    'with alice/prod as a base': (stage, actor) => inheriting(stage, actor, 'alice/prod'),
    'with alice/absent as a base': (stage, actor) => inheriting(stage, actor, 'alice/absent'),
    'that mirrors a private address': (stage, actor) => ({
      path: `${stage.nameOf(actor)}/${stage.fresh('new')}`,
      kind: 'MIRROR',
      mirror: { upstreamUrl: 'http://10.0.0.7/simple/', allowsPrivateAddresses: true },
    }),
  },
  updatePackageIndex: {
    'alice/prod': (stage) => ({ path: 'alice/prod', description: stage.fresh('description') }),
    'alice/open': (stage) => ({ path: 'alice/open', description: stage.fresh('description') }),
    'alice/absent': (stage) => ({ path: 'alice/absent', description: stage.fresh('description') }),
  },
  deletePackageIndex: {
    'one like alice/prod': async (stage) => deletionOf(await stage.freshIndex()),
    'one like alice/open': async (stage) => deletionOf(await stage.freshIndex({ readers: [':anonymous:'] })),
    'alice/absent': () => deletionOf('alice/absent'),
    'that is a base': async (stage) => deletionOf(await stage.freshBase()),
  },
  reserveName: {
    'in alice/open': (stage) => ({ path: 'alice/open', pattern: stage.fresh('name') }),
    'in alice/prod': (stage) => ({ path: 'alice/prod', pattern: stage.fresh('name') }),
    'in alice/absent': (stage) => ({ path: 'alice/absent', pattern: stage.fresh('name') }),
  },
  unreserveName: {
    'that is reserved': async (stage) => ({ path: 'alice/open', pattern: await stage.freshReservation() }),
    'in alice/absent': () => ({ path: 'alice/absent', pattern: 'walked' }),
  },
  grantUpstream: {
    'in alice/open': (stage) => ({ ...grantIn('alice/open', stage.fresh('name')), reason: 'Walked.' }),
    'in alice/absent': (stage) => ({ ...grantIn('alice/absent', stage.fresh('name')), reason: 'Walked.' }),
  },
  revokeUpstreamGrant: {
    'that there is': async (stage) => grantIn('alice/open', await stage.freshUpstreamGrant()),
    'in alice/absent': () => grantIn('alice/absent', 'walked'),
  },
  unpinOrigin: {
    'of a name that is bound to none': () => ({ path: 'alice/open', project: 'demo' }),
    'in alice/absent': () => ({ path: 'alice/absent', project: 'demo' }),
  },
  refreshMirror: {
    'that alice owns': () => ({ path: MIRROR, project: 'demo' }),
    'that is a stage': () => ({ path: 'alice/open' }),
    'alice/absent': () => ({ path: 'alice/absent' }),
  },
  applyMirrorRetention: {
    'that alice owns': () => ({ path: MIRROR, expectedFiles: 0 }),
    'alice/absent': () => ({ path: 'alice/absent', expectedFiles: 0 }),
  },
  ...PACKAGE_CALLS,
  createToken: {
    'for alice/prod': (stage) => tokenFor(stage, { indexes: ['alice/prod'] }),
    'for alice/open': (stage) => tokenFor(stage, { indexes: ['alice/open'] }),
    'for alice/absent': (stage) => tokenFor(stage, { indexes: ['alice/absent'] }),
    'for all indexes': (stage) => tokenFor(stage, { allIndexes: true }),
    'that acts for carol': (stage) => tokenFor(stage, { allIndexes: true, owner: 'carol' }),
  },
  rotateToken: onTokenOfAlice({}),
  updateToken: onTokenOfAlice({ description: 'Walked.' }),
  narrowToken: onTokenOfAlice({ projects: ['demo'] }),
  pauseToken: onTokenOfAlice({}),
  resumeToken: onTokenOfAlice({}),
  revokeToken: onTokenOfAlice({}),
  revokeTokens: {
    'of a new user': async (stage) => ({ owner: await stage.freshUser() }),
    'that does not exist': () => ({ owner: 'nobody' }),
    'bound to one like alice/prod': async (stage) => ({ packageIndex: await stage.freshIndex() }),
    'bound to alice/absent': () => ({ packageIndex: 'alice/absent' }),
  },
  revokeOwnToken: { '': () => null },
  reportLeakedToken: {
    'that is none': () => ({ token: 'none' }),
  },
};

function tokensWith(filter: string): string {
  return `{ tokens(filter: { ${filter} }) { totalCount nodes { name } } }`;
}

/** Of a session beside the one that asks; of the named user where one is named. */
async function freshSessionId(stage: Stage, actor: ActorName, name = stage.nameOf(actor)): Promise<string> {
  const { url } = stage.app;
  const { bearer } = await signedIn(url, name, `the password of ${name}`);
  return bearer.split('_')[2]!;
}

function oneself(stage: Stage, actor: ActorName): object {
  return { name: stage.nameOf(actor) };
}

function confirmed(name: string): object {
  return { name, confirmName: name };
}

function inheriting(stage: Stage, actor: ActorName, base: string): object {
  return { path: `${stage.nameOf(actor)}/${stage.fresh('new')}`, bases: [base] };
}

function grantIn(path: string, project: string): object {
  return { path, project, mirror: MIRROR };
}

function deletionOf(path: string): object {
  return { path, confirmPath: path, expectedFiles: 0 };
}

async function freshServiceAccount(stage: Stage): Promise<string> {
  const name = stage.fresh('service');
  await stage.people.admin.graphql(
    `mutation ($input: CreateUserInput!) { createUser(input: $input) { __typename } }`,
    { input: { name, kind: 'SERVICE' } },
  );
  return name;
}

/** Each to a token of its own, and to none. */
function onTokenOfAlice(change: object): Record<string, Call> {
  return {
    'of alice': async (stage) => ({ tokenId: await stage.freshTokenOfAlice(), ...change }),
    'that does not exist': () => ({ tokenId: '0'.repeat(22), ...change }),
  };
}

function tokenFor(stage: Stage, reach: object): object {
  return { name: stage.fresh('token'), scopes: ['index:read'], ...reach };
}
