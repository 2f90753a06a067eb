// Every operation and every object field of the API, found in the schema that the server serves: an operation without
// a call in `walk-calls.ts`, and an object type that no way here reaches, are faults of these files.

import { isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';

import type { Anonymous, GraphQLAnswer } from '../support/people.ts';
import { ACTORS, askAll, INDEXES, MIRROR, type ActorName, type Stage, type Verdicts } from './walk-actors.ts';
import { CALLS, type Call } from './walk-calls.ts';
import type { Row, Section } from './walk-table.ts';

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
  IndexRule: { 'of alice/open': [indexAt('alice/open'), 'rules'] },
  NameReservation: { 'of alice/open': [indexAt('alice/open'), 'reservations'] },
  UpstreamGrant: { 'of alice/open': [indexAt('alice/open'), 'upstreamGrants'] },
  RetentionRule: { 'of alice/open': [indexAt('alice/open'), 'retention'] },
  Mirror: { 'of alice/copies, where alice alone reads': [indexAt(MIRROR), 'mirror'] },
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
  Release: { 'in alice/open': releaseIn('alice/open') },
  Readme: { 'of demo in alice/open': [...releaseIn('alice/open'), 'readme'] },
  ProjectLink: { 'of demo in alice/open': [...releaseIn('alice/open'), 'links'] },
  File: { 'in alice/open': [...releaseIn('alice/open'), 'files'] },
  FileHashes: { 'of the wheel in alice/open': [...releaseIn('alice/open'), 'files', 'hashes'] },
  WheelTag: { 'of the wheel in alice/open': [...releaseIn('alice/open'), 'files', 'tags'] },
  ContainedFile: { 'in the wheel in alice/open': [...releaseIn('alice/open'), 'files', 'contents'] },
  ProvenanceStep: { 'of the wheel in alice/open': [...releaseIn('alice/open'), 'files', 'provenance'] },
  ResolutionLayer: { 'of alice/open': [indexAt('alice/open'), 'resolutionOrder'] },
  ResolutionReport: { 'of alice/open': [indexAt('alice/open'), 'why(project: "demo")'] },
  LayerReport: { 'of alice/open': [indexAt('alice/open'), 'why(project: "demo")', 'layers'] },
  ResolvedProject: { 'of alice/open': [indexAt('alice/open'), 'resolvedProject(name: "demo")'] },
  ResolvedFile: { 'of alice/open': [indexAt('alice/open'), 'resolvedProject(name: "demo")', 'files'] },
  MirrorCopies: { 'of alice/copies': [indexAt(MIRROR), 'mirrorRetentionPreview'] },
  SearchResult: { 'for demo': ['search(query: "demo")', 'nodes'] },
  RetainedRelease: { 'of alice/open': [indexAt('alice/open'), 'retentionPreview'] },
};

function indexAt(path: string): string {
  return `packageIndex(path: "${path}")`;
}

function releaseIn(path: string): string[] {
  return [indexAt(path), 'project(name: "demo")', 'releases(last: 1)', 'nodes'];
}

/** Arguments that a field cannot do without. */
const ARGUMENTS: Record<string, string> = {
  'PackageIndex.project': '(name: "demo")',
  'PackageIndex.why': '(project: "demo")',
  'PackageIndex.resolvedProject': '(name: "demo")',
};

/** Types that are a way to others, or the answer of an operation. */
const FRAME =
  /^(Query|Mutation|Subscription|PageInfo|TokenConfiguration(Part)?)$|(Connection|Edge|Payload|Error)$/;

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

/** What a credential is told at each call of these operations, with inputs that would do for an admin. */
export async function verdictsOf(
  schema: GraphQLSchema,
  stage: Stage,
  caller: Anonymous,
  names: readonly string[],
): Promise<Record<string, string[]>> {
  const verdicts: Record<string, string[]> = {};
  for (const name of names) {
    const field = operationsOf(schema)[name]!;
    verdicts[name] = [];
    for (const call of Object.values(CALLS[name] ?? {})) {
      const sent = typeof call === 'string' ? call : await call(stage, 'admin');
      verdicts[name].push(operationVerdict(await send(caller, field, sent), name));
    }
  }
  return verdicts;
}

async function perform(stage: Stage, actor: ActorName, field: Field, call: Call): Promise<GraphQLAnswer> {
  if (typeof call === 'string') return stage.onApi(actor).graphql(call);
  const input = await call(stage, actor);
  return send(await callerOf(stage, actor, field.name), field, input);
}

function send(
  caller: Anonymous,
  { name, args }: Field,
  call: string | object | null,
): Promise<GraphQLAnswer> {
  if (typeof call === 'string') return caller.graphql(call);
  if (call === null) return caller.graphql(`mutation { ${name} { __typename } }`);
  const document = `mutation ($input: ${String(args[0]?.type)}) { ${name}(input: $input) { __typename } }`;
  return caller.graphql(document, { input: call });
}

/** What ends sessions ends those that nobody needs afterwards. */
function callerOf(stage: Stage, actor: ActorName, operation: string): Anonymous | Promise<Anonymous> {
  if (operation === 'signOut' || operation === 'renewSession') return stage.withFreshSession(actor);
  const isOwnEnd = operation === 'endAllSessions' || operation === 'revokeOwnToken';
  return isOwnEnd ? stage.twinOf(actor) : stage.onApi(actor);
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

export function operationsOf(schema: GraphQLSchema): Record<string, Field> {
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
