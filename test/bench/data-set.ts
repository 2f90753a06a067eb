// A believable small company in the measured server, made through its own API and uploads: eight people and a team
// account, eight indexes, two hundred projects, one of them with twenty files, tokens for people and for CI.

import { createHash } from 'node:crypto';

import { addCaveat } from '../../server/domain/tokens/macaroon/chain.ts';
import { decodeMacaroon, encodeMacaroon } from '../../server/domain/tokens/macaroon/wire.ts';
import { ask, askFor, mutate, query, sqlStatements, type Ask } from './api.ts';
import { wheelUpload, type UploadTarget } from './small-wheels.ts';
import { sendUploads, type Upload } from './uploads.ts';

export const ADMIN = 'ada';
const TEAM = 'platform';
const DEVELOPERS = ['grace', 'alan', 'barbara', 'edsger', 'katherine'];
const READERS = ['margaret', 'radia'];

export const MAIN = `${TEAM}/main`;
const PROD = `${TEAM}/prod`;
const NIGHTLY = `${TEAM}/nightly`;
const TEAM_INDEXES = [
  { path: MAIN, readers: [':anonymous:'], uploaders: [ADMIN, 'grace'] },
  { path: PROD, readers: [ADMIN, 'grace', ...READERS], uploaders: [ADMIN] },
  { path: NIGHTLY, readers: [':anonymous:'], uploaders: [ADMIN] },
];

const SUBJECTS = 'billing search mail report ledger catalog pricing shipping consent geo'.split(' ');
const PARTS = 'client core models tools plugin schema events worker cli testing admin sync'.split(' ');
export const PROJECTS = SUBJECTS.flatMap((subject) => PARTS.map((part) => `${subject}-${part}`));
const PAGE_PROJECT = 'telemetry-client';
const FILES_OF_THE_PAGE = 20;
const LARGER_PROJECT = 'imaging-core';
/** With its metadata and directory, a wheel around so much random payload is about 20 kB. */
const LARGER_PAYLOAD = 18_900;
const SEED_CLIENTS = 8;

/** What the rows ask for, and as whom. */
export interface DataSet {
  /** Ada's session, an admin's. */
  readonly bearer: string;
  /** The page of 20 files in an index that everybody may read, and in one that only a few may. */
  readonly publicPage: string;
  readonly privatePage: string;
  /** A wheel of 20 kB that everybody may read. */
  readonly filePath: string;
  /** Basic credentials with an opaque token that may read the private index. */
  readonly readerAuthorization: string;
  /** The same with an attenuable one, as it was minted and narrowed by its holder. */
  readonly attenuableAuthorization: string;
  readonly narrowedAuthorization: string;
  /** An index for what is uploaded while measuring; everybody may read it. */
  readonly uploads: UploadTarget;
  /** SQL statements of the page of indexes, with few and with many of them; undefined when not counted. */
  readonly sql: { readonly few: number; readonly many: number } | undefined;
}

export const JSON_PAGE = 'application/vnd.pypi.simple.v1+json';
export const HTML_PAGE = 'application/vnd.pypi.simple.v1+html';

/** What a holder may add: two times, and lists of projects and of what is allowed. */
export const FOUR_CAVEATS = [
  '[0,4000000000,1700000000]',
  'allowed=pkg_read',
  `[1,["${PAGE_PROJECT}","${LARGER_PROJECT}"]]`,
  'expires=4000000000',
];

const INDEXES_PAGE = `query IndexesPage($first: Int!) {
  packageIndexes(first: $first) {
    nodes {
      path
      owner { name }
      projects(first: 10) { nodes { name } }
      tokens(first: 10) { nodes { name state owner { name } } }
    }
  }
}`;

export function indexesPage(bearer: string, first: number): Ask {
  return query(INDEXES_PAGE, { first }, bearer);
}

/** @param index Its path with slashes around it, as in `/platform/main/`. */
export function pageOf(index: string, project: string): string {
  return `${index}simple/${project}/`;
}

/** @param password Of the first admin. */
export async function makeDataSet(origin: string, password: string): Promise<DataSet> {
  const bearer = await signIn(origin, ADMIN, password);
  await makePeople(origin, bearer);
  for (const index of TEAM_INDEXES) await makeIndex(origin, bearer, index);
  const release = await makeToken(origin, bearer, 'release', ['index:upload'], [MAIN, PROD, NIGHTLY]);
  const [main, prod, nightly] = [
    targetOf(MAIN, release),
    targetOf(PROD, release),
    targetOf(NIGHTLY, release),
  ];

  const uploads = [
    ...uploadsOf(main, [...filesOfThePage(), largerWheel(), ...releasesOf(PROJECTS)]),
    ...uploadsOf(prod, [...filesOfThePage(), ...releasesOf(PROJECTS.slice(0, 27))]),
  ];
  for (const [position, developer] of DEVELOPERS.entries()) {
    const target = await makeDeveloperIndex(origin, developer);
    uploads.push(...uploadsOf(target, releasesOf(PROJECTS.slice(position * 10, position * 10 + 10))));
  }
  await sendUploads(origin, uploads, { clients: SEED_CLIENTS });

  const reader = await signIn(origin, 'grace', passwordOf('grace'));
  const opaque = await mintToken(origin, reader, {
    name: 'production',
    scopes: ['index:read'],
    indexes: [PROD],
  });
  const attenuable = await mintToken(origin, reader, {
    name: 'production build',
    scopes: ['index:read'],
    indexes: [PROD],
    wire: 'ATTENUABLE',
  });
  return {
    bearer,
    publicPage: pageOf(main.path, PAGE_PROJECT),
    privatePage: pageOf(prod.path, PAGE_PROJECT),
    filePath: await onlyFileOf(origin, pageOf(main.path, LARGER_PROJECT)),
    readerAuthorization: basic(opaque),
    attenuableAuthorization: basic(attenuable),
    narrowedAuthorization: basic(encodeMacaroon(FOUR_CAVEATS.reduce(addCaveat, decodeMacaroon(attenuable)!))),
    uploads: nightly,
    sql: await countSql(origin, bearer),
  };
}

async function makePeople(origin: string, bearer: string): Promise<void> {
  await mutate(origin, bearer, 'createUser', 'user { name }', { name: TEAM, kind: 'SERVICE' });
  for (const name of [...DEVELOPERS, ...READERS]) {
    const person = {
      name,
      email: `${name}@example.com`,
      kind: 'HUMAN',
      role: 'MEMBER',
      password: passwordOf(name),
    };
    await mutate(origin, bearer, 'createUser', 'user { name }', person);
  }
}

async function makeDeveloperIndex(origin: string, developer: string): Promise<UploadTarget> {
  const bearer = await signIn(origin, developer, passwordOf(developer));
  const path = `${developer}/dev`;
  await makeIndex(origin, bearer, { path, readers: [developer, ADMIN], uploaders: [developer] });
  await makeToken(origin, bearer, 'laptop', ['index:read'], [path]);
  return targetOf(path, await makeToken(origin, bearer, 'ci', ['index:read', 'index:upload'], [path]));
}

async function signIn(origin: string, name: string, password: string): Promise<string> {
  const input = { name, password, carrier: 'BEARER' };
  const { bearer } = await mutate<{ bearer: string }>(origin, undefined, 'signIn', 'bearer', input);
  return bearer;
}

async function makeIndex(
  origin: string,
  bearer: string,
  input: { path: string; readers: readonly string[]; uploaders: readonly string[] },
): Promise<void> {
  await mutate(origin, bearer, 'createPackageIndex', 'packageIndex { path }', input);
}

/** @returns The value of an Authorization header. */
async function makeToken(
  origin: string,
  bearer: string,
  name: string,
  scopes: readonly string[],
  indexes: readonly string[],
): Promise<string> {
  return basic(await mintToken(origin, bearer, { name, scopes, indexes }));
}

async function mintToken(origin: string, bearer: string, input: Record<string, unknown>): Promise<string> {
  const minted = await mutate<{ plaintext: string }>(origin, bearer, 'createToken', 'plaintext', input);
  return minted.plaintext;
}

function basic(token: string): string {
  return `Basic ${Buffer.from(`__token__:${token}`).toString('base64')}`;
}

interface Wheel {
  readonly name: string;
  readonly version: string;
  readonly payload?: Buffer;
}

function filesOfThePage(): Wheel[] {
  return Array.from({ length: FILES_OF_THE_PAGE }, (_, minor) => ({
    name: PAGE_PROJECT,
    version: `1.${minor}`,
  }));
}

function largerWheel(): Wheel {
  return { name: LARGER_PROJECT, version: '4.2.0', payload: randomLooking(LARGER_PAYLOAD) };
}

/** One to three releases of each project. */
function releasesOf(names: readonly string[]): Wheel[] {
  return names.flatMap((name, position) =>
    Array.from({ length: (position % 3) + 1 }, (_, patch) => ({ name, version: `0.9.${patch}` })),
  );
}

function targetOf(path: string, authorization: string): UploadTarget {
  return { path: `/${path}/`, authorization };
}

function uploadsOf(target: UploadTarget, wheels: readonly Wheel[]): Upload[] {
  return wheels.map((wheel) => wheelUpload(target, wheel).upload);
}

async function onlyFileOf(origin: string, page: string): Promise<string> {
  const answer = await askFor(200, origin, { method: 'GET', path: page, headers: { accept: JSON_PAGE } });
  const { files } = JSON.parse(answer.body.toString()) as { files: { url: string }[] };
  return new URL(files[0]?.url ?? '', new URL(page, origin)).pathname;
}

async function countSql(origin: string, bearer: string): Promise<DataSet['sql']> {
  const [few, many] = [await settled(2), await settled(8)];
  return few === undefined || many === undefined ? undefined : { few, many };

  async function settled(first: number): Promise<number | undefined> {
    await ask(origin, indexesPage(bearer, first)); // from here on the credential is cached
    return sqlStatements(await ask(origin, indexesPage(bearer, first)));
  }
}

function passwordOf(name: string): string {
  return `${name} keeps a long bench password`;
}

/** Bytes that no compression makes smaller, the same in every run. */
function randomLooking(bytes: number): Buffer {
  return createHash('shake256', { outputLength: bytes }).update('wheelhouse bench').digest();
}
