// Every operation and every object field of the API, found in the schema that the server serves: an operation without
// a call here, and an object type that no call reaches, are faults of this file.

import { isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';

import { signedIn, type Anonymous, type GraphQLAnswer } from '../support/people.ts';
import {
  ACTORS,
  askAll,
  INDEXES,
  isPerson,
  type ActorName,
  type Stage,
  type Verdicts,
} from './walk-actors.ts';
import type { Row, Section } from './walk-table.ts';

/** A query's text, or a mutation's input; null for a mutation that takes none. */
type Call = string | ((stage: Stage, actor: ActorName) => Promise<object | null> | object | null);

/** For each operation its calls, by what is different about them. */
const CALLS: Record<string, Record<string, Call>> = {
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
  tokens: { '': '{ tokens { totalCount nodes { name } } }' },
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
  },
  createToken: {
    'for alice/prod': (stage) => tokenFor(stage, { indexes: ['alice/prod'] }),
    'for alice/open': (stage) => tokenFor(stage, { indexes: ['alice/open'] }),
    'for alice/absent': (stage) => tokenFor(stage, { indexes: ['alice/absent'] }),
    'for all indexes': (stage) => tokenFor(stage, { allIndexes: true }),
    'that acts for carol': (stage) => tokenFor(stage, { allIndexes: true, owner: 'carol' }),
  },
  revokeToken: {
    'of alice': async (stage) => ({ tokenId: await stage.freshTokenOfAlice() }),
    'that does not exist': () => ({ tokenId: '0'.repeat(22) }),
  },
};

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

function tokenFor(stage: Stage, reach: object): object {
  return { name: stage.fresh('token'), scopes: ['index:read'], ...reach };
}

/** How an object of a type is reached: the names of fields, with their arguments, from the root of a query. */
const WAYS: Record<string, Record<string, readonly string[]>> = {
  Server: { '': ['server'] },
  Viewer: { '': ['viewer'] },
  Session: { 'the newest of one’s own': ['viewer', 'sessions(first: 1)', 'nodes'] },
  PackageIndex: Object.fromEntries(
    Object.entries(INDEXES).map(([path, lists]) => [`${path}, where ${lists}`, [indexAt(path)]]),
  ),
  User: {
    'oneself, or the owner of one’s token': ['viewer', 'user'],
    'the owner of alice/open': [indexAt('alice/open'), 'owner'],
    'the first of all users': ['users(first: 1)', 'nodes'],
  },
  Group: { 'the first of all': ['groups(first: 1)', 'nodes'] },
  GroupMember: { 'the first in walkers': ['group(name: "walkers")', 'members(first: 1)', 'nodes'] },
  IndexPrincipal: { 'the uploader of alice/open': [indexAt('alice/open'), 'uploaders'] },
  DeletionConsequences: { 'of alice/open': [indexAt('alice/open'), 'deletionConsequences'] },
  Token: {
    'one’s own': ['tokens(first: 1)', 'nodes'],
    'bound to alice/open': [indexAt('alice/open'), 'tokens(last: 1)', 'nodes'],
  },
  AuditEvent: {
    'of a token that alice minted': [
      'auditEvents(filter: { actor: "alice", action: TOKEN_CREATED }, first: 1)',
      'nodes',
    ],
  },
  AuditDetail: {
    'of an upload to alice/open': [
      'auditEvents(filter: { packageIndex: "alice/open", action: FILE_UPLOADED }, first: 1)',
      'nodes',
      'detail',
    ],
  },
  Project: { 'in alice/open': [indexAt('alice/open'), 'project(name: "demo")'] },
  Release: {
    'in alice/open': [indexAt('alice/open'), 'project(name: "demo")', 'releases(last: 1)', 'nodes'],
  },
  File: {
    'in alice/open': [indexAt('alice/open'), 'project(name: "demo")', 'releases(last: 1)', 'nodes', 'files'],
  },
};

function indexAt(path: string): string {
  return `packageIndex(path: "${path}")`;
}

/** Arguments that a field cannot do without. */
const ARGUMENTS: Record<string, string> = { 'PackageIndex.project': '(name: "demo")' };

/** Types that are a way to others, or the answer of an operation. */
const FRAME = /^(Query|Mutation|Subscription|PageInfo)$|(Connection|Edge|Payload|Error)$/;

export function operationsWithoutCall(schema: GraphQLSchema): string[] {
  return Object.keys(operationsOf(schema)).filter((name) => CALLS[name] === undefined);
}

export function typesWithoutWay(schema: GraphQLSchema): string[] {
  return objectTypesOf(schema).filter((name) => WAYS[name] === undefined);
}

export async function walkOperations(schema: GraphQLSchema, stage: Stage): Promise<Section> {
  const rows: Row[] = [];
  for (const [name, field] of Object.entries(operationsOf(schema))) {
    for (const [situation, call] of Object.entries(CALLS[name] ?? {})) {
      const verdicts = await askAll(async (actor) =>
        operationVerdict(await perform(stage, actor, field, call), name),
      );
      rows.push({ name: situation === '' ? name : `${name} ${situation}`, verdicts });
    }
  }
  return { title: 'Operations of the API', note: 'With a session, or with a token as a bearer.', rows };
}

export async function walkFields(schema: GraphQLSchema, stage: Stage): Promise<Section[]> {
  const sections: Section[] = [];
  for (const type of objectTypesOf(schema)) {
    const fields = new Map(
      Object.values(fieldsOf(schema, type)).map((field) => [field.name, selectionOf(schema, type, field)]),
    );
    for (const [which, way] of Object.entries(WAYS[type] ?? {})) {
      const asked = await Promise.all(
        ACTORS.map(async (actor) => [actor, await fieldVerdicts(stage, actor, way, fields)] as const),
      );
      const rows = [...fields.keys()].map((field) => ({
        name: `${type}.${field}`,
        verdicts: Object.fromEntries(
          asked.map(([actor, verdicts]) => [actor, verdicts.get(field)]),
        ) as Verdicts,
      }));
      const note = `Reached by \`${way.join(' › ')}\`.`;
      sections.push({
        title: which === '' ? `Fields of ${type}` : `Fields of ${type}: ${which}`,
        note,
        rows,
      });
    }
  }
  return sections;
}

/** One document for all fields, as far as that tells each field's verdict; else one for each. */
async function fieldVerdicts(
  stage: Stage,
  actor: ActorName,
  way: readonly string[],
  fields: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const ask = (...selections: string[]) =>
    stage.onApi(actor).graphql(`{ ${[...way, selections.join(' ')].join(' { ')} ${'}'.repeat(way.length)} }`);
  const verdicts = new Map<string, string>();
  const refusal = refusalIn(await ask('__typename'));
  const whole = refusal === null ? await ask(...fields.values()) : null;
  for (const [field, selection] of fields) {
    const answer = whole?.errors === undefined ? whole : await ask(selection);
    verdicts.set(field, answer === null ? refusal! : fieldVerdict(answer, [...way, field]));
  }
  return verdicts;
}

async function perform(stage: Stage, actor: ActorName, field: Field, call: Call): Promise<GraphQLAnswer> {
  if (typeof call === 'string') return stage.onApi(actor).graphql(call);
  const { name } = field;
  const input = await call(stage, actor);
  const caller = await callerOf(stage, actor, name);
  if (input === null) return caller.graphql(`mutation { ${name} { __typename } }`);
  const type = String(field.args[0]?.type);
  return caller.graphql(`mutation ($input: ${type}) { ${name}(input: $input) { __typename } }`, { input });
}

/** What ends sessions ends those that nobody needs afterwards. */
function callerOf(stage: Stage, actor: ActorName, operation: string): Anonymous | Promise<Anonymous> {
  if (operation === 'signOut' || operation === 'renewSession') return stage.withFreshSession(actor);
  return operation === 'endAllSessions' ? stage.twinOf(actor) : stage.onApi(actor);
}

function operationVerdict(answer: GraphQLAnswer, name: string): string {
  return refusalIn(answer) ?? valueVerdict((answer.data as Record<string, unknown>)[name]);
}

/** `–` where the way ends before the object: it is null, or a list of nothing. */
function fieldVerdict(answer: GraphQLAnswer, way: readonly string[]): string {
  const refusal = refusalIn(answer);
  if (refusal !== null) return refusal;
  let value: unknown = answer.data;
  for (const step of way) {
    if (Array.isArray(value)) value = value[0];
    if (value === null || value === undefined) return '–';
    value = (value as Record<string, unknown>)[step.replace(/\(.*/, '')];
  }
  return valueVerdict(value);
}

function refusalIn({ status, errors }: GraphQLAnswer): string | null {
  if (errors === undefined) return null;
  const code = errors[0]?.extensions.code ?? 'no code';
  return status === 200 ? code : `${status} ${code}`;
}

function valueVerdict(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : 'some';
  if (typeof value !== 'object' || value === undefined) return 'ok';
  const { __typename: type, totalCount } = value as { __typename?: string; totalCount?: number };
  if (totalCount !== undefined) return totalCount === 0 ? 'none' : 'some';
  return type?.endsWith('Error') === true ? type : 'ok';
}

type Field = GraphQLField<unknown, unknown>;

function operationsOf(schema: GraphQLSchema): Record<string, Field> {
  return { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() };
}

function objectTypesOf(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return types.map(({ name }) => name).filter((name) => !name.startsWith('__') && !FRAME.test(name));
}

function fieldsOf(schema: GraphQLSchema, type: string): Record<string, Field> {
  const found = schema.getType(type);
  return isObjectType(found) ? found.getFields() : {};
}

function selectionOf(schema: GraphQLSchema, type: string, field: Field): string {
  const named = String(field.type).replace(/[[\]!]/g, '');
  const given = `${field.name}${ARGUMENTS[`${type}.${field.name}`] ?? ''}`;
  if (!isObjectType(schema.getType(named))) return given;
  return named.endsWith('Connection') ? `${given} { totalCount }` : `${given} { __typename }`;
}
