// Every route with each of its methods, out of the server's own table. Routes below an index are called for three
// indexes and for one that does not exist; credentials where they do not belong come last.

import { routeTable, type Route, type RouterParts } from '../../server/http/router.ts';
import { makeWheel } from '../support/distributions.ts';
import { basic, uploadForm } from '../support/people.ts';
import {
  ABSENT_INDEX,
  askAll,
  INDEXES,
  isPerson,
  WHEEL,
  type ActorName,
  type Stage,
  type Verdicts,
} from './walk-actors.ts';
import type { Row, Section } from './walk-table.ts';

export function routesOf({ app }: Stage): readonly Route[] {
  // Handlers are made and never run, so the parts that only they use may be missing.
  return routeTable({ world: app.app.world, maxUploadBytes: 0 } as unknown as RouterParts);
}

export async function walkRoutes(stage: Stage): Promise<Section[]> {
  const routes = routesOf(stage);
  const indexes: Record<string, string> = { ...INDEXES, [ABSENT_INDEX]: 'there is no such index' };
  const sections: Section[] = [];
  for (const [index, lists] of Object.entries(indexes)) {
    const rows = await rowsOf(stage, routes.filter(isBelowIndex), index);
    sections.push({
      title: `Routes of ${index}, where ${lists}`,
      note: 'With user and password, or with a token as the password.',
      rows,
    });
  }
  const others = await rowsOf(
    stage,
    routes.filter((route) => !isBelowIndex(route)),
    '',
  );
  return [
    ...sections,
    { title: 'Other routes', note: 'The server of this test has no web page below `/ui/`.', rows: others },
    await walkWrongPlaces(stage),
  ];
}

export function isBelowIndex({ path }: Route): boolean {
  return path.startsWith('/{owner}/{index}');
}

/** A route's path with the walk's own owner, project and file in it. */
export function pathOf({ path }: Route, index: string): string {
  return path
    .replace('{owner}/{index}', index)
    .replace('{project}', 'demo')
    .replace('{version}', '1.0')
    .replace('{sha256}', WHEEL.sha256)
    .replace('{filename}', WHEEL.filename)
    .replace('{path…}', 'sign-in');
}

async function rowsOf(stage: Stage, routes: readonly Route[], index: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const route of routes) {
    const path = pathOf(route, index);
    const isApi = route.requires === 'the API’s own rules';
    /** Methods that hear the same share a row. */
    const methodsOf = new Map<string, { methods: string[]; verdicts: Verdicts }>();
    for (const method of route.methods) {
      const verdicts = await askAll((actor) =>
        routeVerdict(stage, actor, path, method, isApi ? apiAuthorization(stage, actor) : null),
      );
      const same = methodsOf.get(JSON.stringify(verdicts));
      if (same === undefined) methodsOf.set(JSON.stringify(verdicts), { methods: [method], verdicts });
      else same.methods.push(method);
    }
    for (const { methods, verdicts } of methodsOf.values()) {
      rows.push({ name: `${methods.join(' ')} ${route.path}`, verdicts });
    }
  }
  return rows;
}

/** `authorization` null: what the actor presents on the data plane. */
async function routeVerdict(
  stage: Stage,
  actor: ActorName,
  path: string,
  method: string,
  authorization: string | null,
): Promise<string> {
  const { headers: own, body } = method === 'POST' ? bodyFor(stage, path) : {};
  const headers = { ...own, ...(authorization !== null && { authorization }) };
  const answer = await stage
    .onDataPlane(actor)
    .request(path, { method, ...(body !== undefined && { body }), headers });
  await answer.arrayBuffer();
  const code = answer.headers.get('x-error-code');
  return code === null ? String(answer.status) : `${answer.status} ${code}`;
}

/** Each upload is of a new version, so that it is taken wherever it may be. */
function bodyFor(stage: Stage, path: string): { body: string | FormData; headers: Record<string, string> } {
  if (path !== '/graphql') {
    const version = stage.fresh('2').replace('-', '.');
    return { body: uploadForm(makeWheel({ name: 'demo', version })), headers: {} };
  }
  return {
    body: JSON.stringify({ query: '{ viewer { name } }' }),
    headers: { 'content-type': 'application/json' },
  };
}

function apiAuthorization({ people, tokens }: Stage, actor: ActorName): string | null {
  if (actor === 'anonymous') return null;
  return `Bearer ${isPerson(actor) ? people[actor].bearer : tokens[actor].plaintext}`;
}

/** A session opens no data plane, and a password no API: not even where nobody needs a credential. */
async function walkWrongPlaces(stage: Stage): Promise<Section> {
  const { people, tokens } = stage;
  const ask = (method: string, path: string, authorizationOf: (actor: ActorName) => string | null) =>
    askAll(async (actor) => {
      const authorization = authorizationOf(actor);
      return authorization === null ? '–' : routeVerdict(stage, actor, path, method, authorization);
    });
  const page = '/alice/open/simple/';
  return {
    title: 'Credentials in the wrong place',
    note: '`–` for who has no such credential.',
    rows: [
      {
        name: `GET ${page} with a session as a bearer`,
        verdicts: await ask('GET', page, (actor) =>
          isPerson(actor) ? `Bearer ${people[actor].bearer}` : null,
        ),
      },
      {
        name: `GET ${page} with a session as a password`,
        verdicts: await ask('GET', page, (actor) =>
          isPerson(actor) ? basic(people[actor].name, people[actor].bearer) : null,
        ),
      },
      {
        name: 'POST /graphql with user and password',
        verdicts: await ask('POST', '/graphql', (actor) =>
          isPerson(actor) ? basic(people[actor].name, people[actor].password) : null,
        ),
      },
      {
        name: 'POST /graphql with a token as a password',
        verdicts: await ask('POST', '/graphql', (actor) =>
          isPerson(actor) || actor === 'anonymous' ? null : basic('__token__', tokens[actor].plaintext),
        ),
      },
    ],
  };
}
