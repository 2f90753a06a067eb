// The same project on every kind of way by which an index answers: it holds the files itself, inherits them from a
// base, or mirrors them. The mirror's upstream is the index that holds them, asked over HTTP like any other.

import { get, type IncomingHttpHeaders } from 'node:http';

import { createTestApp, type TestApp, type TestAppOptions } from '../support/app.ts';
import { makeSdist, makeWheel, type Distribution } from '../support/distributions.ts';
import type { Person } from '../support/people.ts';

export const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';
export const HTML_TYPE = 'application/vnd.pypi.simple.v1+html';

/** Paths of the three. */
export const ROUTES = {
  hosted: 'alice/hosted',
  inherited: 'alice/inherited',
  mirror: 'alice/mirror',
} as const;

/** For `it.each`: what is said in the title, and the path. */
export const EACH_ROUTE = Object.entries(ROUTES);

export const WHEEL = makeWheel({
  name: 'Demo_Pkg.x',
  version: '1.0',
  requiresPython: '>=3.8,<4',
  metadata: { Summary: 'Bytes of an é, as they are.' },
  description: 'Two lines,\r\nthe first of which ends as on Windows.\n',
});
export const SDIST = makeSdist({ name: 'Demo_Pkg.x', version: '1.0', requiresPython: '>=3.8,<4' });
export const SECOND = makeWheel({ name: 'Demo_Pkg.x', version: '2.0+local.1', requiresPython: null });
export const FILES: readonly Distribution[] = [WHEEL, SDIST, SECOND];

export interface RouteSet {
  readonly app: TestApp;
  /** An admin, who owns all three. */
  readonly alice: Person;
  /** Uploads to the index that holds the files. */
  upload(...distributions: Distribution[]): Promise<void>;
  close(): Promise<void>;
}

/** All three with `demo-pkg-x`; anybody may read them. */
export async function openRouteSet(options: TestAppOptions = {}): Promise<RouteSet> {
  const app = await createTestApp(options);
  const alice = await app.person('alice', { role: 'ADMIN' });
  await alice.createIndex(ROUTES.hosted, { readers: [':anonymous:'] });
  await createIndex(alice, {
    path: ROUTES.inherited,
    readers: [':anonymous:'],
    bases: [ROUTES.hosted],
  });
  await createMirror(alice, ROUTES.mirror, `${app.url}/${ROUTES.hosted}/simple/`);
  const upload = async (...distributions: Distribution[]) => {
    for (const distribution of distributions) {
      const answer = await alice.withPassword.upload(ROUTES.hosted, distribution);
      if (answer.status !== 200) throw new Error(await answer.text());
    }
  };
  await upload(...FILES);
  return { app, alice, upload, close: () => app.close() };
}

/** A mirror that asks its upstream each time, and that anybody may read unless said otherwise. */
export async function createMirror(
  admin: Person,
  path: string,
  upstreamUrl: string,
  { readers = [':anonymous:'], freshSeconds = 0 } = {},
): Promise<void> {
  const mirror = { upstreamUrl, freshSeconds, allowsPrivateAddresses: true };
  await createIndex(admin, { path, kind: 'MIRROR', readers, mirror });
}

export async function createIndex(person: Person, input: object): Promise<void> {
  await must(
    person,
    `mutation ($input: CreatePackageIndexInput!) {
      createPackageIndex(input: $input) { __typename ... on UserError { message } }
    }`,
    input,
  );
}

/** Runs a mutation of one field that takes one input; throws what it refuses with. */
export async function must(person: Person, document: string, input: object): Promise<void> {
  const answer = await person.graphql(document, { input });
  const [payload] = Object.values((answer.data ?? {}) as Record<string, { message?: string }>);
  const refusal = answer.errors?.[0]?.message ?? payload?.message;
  if (refusal !== undefined || payload === undefined) throw new Error(refusal ?? 'There is no answer.');
}

/** Calls a mutation by its name. */
export function change(person: Person, mutation: string, input: object): Promise<void> {
  const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  return must(
    person,
    `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { __typename ... on UserError { message } } }`,
    input,
  );
}

export interface JsonFile {
  readonly filename: string;
  readonly url: string;
  readonly hashes: Readonly<Record<string, string>>;
  readonly size?: number;
  readonly 'upload-time'?: string;
  readonly 'requires-python'?: string;
  readonly 'core-metadata'?: Readonly<Record<string, string>> | boolean;
  readonly yanked?: boolean | string;
}

export interface JsonPage {
  readonly meta: Readonly<Record<string, string>>;
  readonly name: string;
  readonly versions: readonly string[];
  readonly files: readonly JsonFile[];
  readonly 'project-status'?: { readonly status: string; readonly reason?: string };
}

export async function jsonPage(app: TestApp, index: string, project = 'demo-pkg-x'): Promise<JsonPage> {
  const answer = await app.nobody.get(`/${index}/simple/${project}/`, { accept: JSON_TYPE });
  if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as JsonPage;
}

export async function htmlPage(app: TestApp, index: string, project = 'demo-pkg-x'): Promise<string> {
  const answer = await app.nobody.get(`/${index}/simple/${project}/`, { accept: HTML_TYPE });
  if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
  return answer.text();
}

/** The path of a file as the page of its project leads to it. */
export async function pathOf(
  app: TestApp,
  index: string,
  file: Distribution,
  project = 'demo-pkg-x',
): Promise<string> {
  const { files } = await jsonPage(app, index, project);
  const found = files.find(({ filename }) => filename === file.filename);
  if (found === undefined) throw new Error(`${file.filename} is not on the page.`);
  return new URL(found.url, `${app.url}/${index}/simple/${project}/`).pathname;
}

/** The anchors of an HTML page: attributes as they would be read, and the text. */
export function anchorsIn(html: string): { attributes: Record<string, string>; text: string }[] {
  return [...html.matchAll(/<a ([^>]+)>([^<]*)<\/a>/g)].map(([, attributes = '', text = '']) => ({
    attributes: Object.fromEntries(
      [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        unescape(value),
      ]),
    ),
    text: unescape(text),
  }));
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** An answer whose body is as it came, encoded or not. */
export async function rawBytes(
  url: string,
  headers: Record<string, string>,
): Promise<{ headers: IncomingHttpHeaders; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(chunks) }));
    }).on('error', reject);
  });
}
