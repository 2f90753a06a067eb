// The table of routes, readable as documentation, and how a request finds its row. What a row requires is
// checked here, before its handler runs, on every route alike.

import { ANONYMOUS, type Actor } from '../domain/actor.ts';
import { NotFound, RequestRefused } from '../domain/errors.ts';
import { whyClosed, type IndexDirectory, type OpenIndex } from '../domain/indexes/directory.ts';
import { requirePermission } from '../domain/permissions.ts';
import type { HeadWatch } from '../domain/replicas/head-watch.ts';
import type { Credentials } from '../domain/credentials.ts';
import type { World } from '../domain/world.ts';
import { authenticateDataPlane } from './authenticate.ts';
import type { Exchange } from './exchange.ts';
import { Downloads } from './files.ts';
import type { GraphQLEndpoint } from './graphql-endpoint.ts';
import { LegacyJson } from './legacy-json.ts';
import { PageMemory } from './page-memory.ts';
import { redirect, SimplePages } from './simple.ts';
import { dropRequestBody } from './upload-form.ts';
import { receiveUpload } from './upload.ts';
import type { WebPage } from './web-page.ts';

type Answer = void | Promise<void>;
type Method = 'GET' | 'HEAD' | 'POST';

interface PlainRoute {
  /** What everybody holds, or what each field of the API asks by itself. */
  readonly requires: 'server:read' | 'the API’s own rules';
  readonly methods: readonly Method[];
  /** Segments; `{name}` matches one, a final `{name…}` the rest. */
  readonly path: string;
  readonly answer: (exchange: Exchange) => Answer;
}

interface IndexRoute {
  /** For the index that the first two segments name. */
  readonly requires: 'packages:read' | 'packages:upload';
  readonly methods: readonly Method[];
  readonly path: string;
  readonly answer: (
    exchange: Exchange,
    index: OpenIndex,
    third: string,
    fourth: string,
    fifth: string,
  ) => Answer;
}

export type Route = PlainRoute | IndexRoute;

export interface RouterParts {
  readonly world: World;
  readonly credentials: Credentials;
  readonly directory: IndexDirectory;
  readonly head: HeadWatch;
  readonly graphql: GraphQLEndpoint;
  readonly webPage: WebPage;
  readonly maxUploadBytes: number;
  /** Of this server, as the client calls it. */
  readonly originOf: (exchange: Exchange) => string;
}

const READ: readonly Method[] = ['GET', 'HEAD'];
/** `./` before it, or a segment such as `https:elsewhere` would lead away from here. */
const SLASH = (exchange: Exchange): Answer => redirect(exchange, `./${exchange.path.split('/').at(-1)}/`);

export function routeTable(parts: RouterParts): readonly Route[] {
  const { world, graphql, webPage, maxUploadBytes } = parts;
  const memory = new PageMemory(world);
  const pages = new SimplePages(world, memory);
  const legacyJson = new LegacyJson(world, memory, parts.originOf);
  const downloads = new Downloads(world);
  const list: IndexRoute['answer'] = (exchange, index) => pages.projectList(exchange, index);
  const page: IndexRoute['answer'] = (exchange, index, _, project) =>
    pages.projectPage(exchange, index, project);
  const projectJson: IndexRoute['answer'] = (exchange, index, _, project) =>
    legacyJson.answer(exchange, index, project, null);
  const releaseJson: IndexRoute['answer'] = (exchange, index, _, project, version) =>
    legacyJson.answer(exchange, index, project, version);
  const file: IndexRoute['answer'] = (exchange, index, _, sha256, name) =>
    downloads.file(exchange, index, sha256, name);
  const upload: IndexRoute['answer'] = (exchange, index) =>
    receiveUpload(world, exchange, index, maxUploadBytes);
  return [
    { methods: READ, path: '/{owner}/{index}/simple/{project}/', requires: 'packages:read', answer: page },
    {
      methods: READ,
      path: '/{owner}/{index}/files/{sha256}/{filename}',
      requires: 'packages:read',
      answer: file,
    },
    { methods: READ, path: '/{owner}/{index}/simple/', requires: 'packages:read', answer: list },
    { methods: READ, path: '/{owner}/{index}/+simple/{project}/', requires: 'packages:read', answer: page },
    { methods: READ, path: '/{owner}/{index}/+simple/', requires: 'packages:read', answer: list },
    {
      methods: READ,
      path: '/{owner}/{index}/pypi/{project}/json',
      requires: 'packages:read',
      answer: projectJson,
    },
    {
      methods: READ,
      path: '/{owner}/{index}/pypi/{project}/{version}/json',
      requires: 'packages:read',
      answer: releaseJson,
    },
    { methods: READ, path: '/{owner}/{index}/simple/{project}', requires: 'packages:read', answer: SLASH },
    { methods: READ, path: '/{owner}/{index}/simple', requires: 'packages:read', answer: SLASH },
    { methods: READ, path: '/{owner}/{index}/+simple/{project}', requires: 'packages:read', answer: SLASH },
    { methods: READ, path: '/{owner}/{index}/+simple', requires: 'packages:read', answer: SLASH },
    { methods: ['POST'], path: '/{owner}/{index}/', requires: 'packages:upload', answer: upload },
    { methods: ['POST'], path: '/{owner}/{index}', requires: 'packages:upload', answer: upload },
    { methods: ['POST'], path: '/{owner}/{index}/legacy/', requires: 'packages:upload', answer: upload },
    { methods: ['POST'], path: '/{owner}/{index}/legacy', requires: 'packages:upload', answer: upload },
    {
      methods: ['POST'],
      path: '/graphql',
      requires: 'the API’s own rules',
      answer: (x) => graphql.execute(x),
    },
    {
      methods: READ,
      path: '/graphql',
      requires: 'the API’s own rules',
      answer: (x) => graphql.visit(x),
    },
    {
      methods: READ,
      path: '/graphql/schema.graphql',
      requires: 'server:read',
      answer: (x) => graphql.schema(x),
    },
    { methods: READ, path: '/healthz', requires: 'server:read', answer: answerHealth },
    { methods: READ, path: '/', requires: 'server:read', answer: (x) => webPage.front(x) },
    { methods: READ, path: '/ui', requires: 'server:read', answer: (x) => webPage.front(x) },
    { methods: READ, path: '/ui/{path…}', requires: 'server:read', answer: (x) => webPage.answer(x) },
  ];
}

export class Router {
  readonly #parts: RouterParts;
  readonly #routes: readonly { readonly route: Route; readonly pattern: readonly string[] }[];

  constructor(parts: RouterParts) {
    this.#parts = parts;
    this.#routes = routeTable(parts).map((route) => ({ route, pattern: route.path.slice(1).split('/') }));
  }

  /** @throws {RequestRefused} and whatever the route's rules refuse with */
  answer(exchange: Exchange): Answer {
    const route = this.#find(exchange);
    if (!isIndexRoute(route)) {
      // Nobody's credential is looked at, so everybody has to hold it.
      if (route.requires === 'server:read') requirePermission(ANONYMOUS, route.requires);
      return route.answer(exchange);
    }
    exchange.readsPackages = route.requires === 'packages:read';
    const waiting = this.#parts.head.caughtUp();
    return waiting === undefined
      ? this.#enter(route, exchange)
      : waiting.then(() => this.#enter(route, exchange));
  }

  #find({ segments, req }: Exchange): Route {
    let allowed: readonly Method[] = [];
    for (const { route, pattern } of this.#routes) {
      if (!matches(pattern, segments)) continue;
      if (route.methods.includes(req.method as Method)) return route;
      allowed = [...allowed, ...route.methods];
    }
    if (allowed.length > 0) {
      throw new RequestRefused(
        'METHOD_NOT_ALLOWED',
        `This address takes ${allowed.join(', ')}, not ${req.method}.`,
        ['allow', allowed.join(', ')],
      );
    }
    throw new RequestRefused('PATH_NOT_FOUND', 'There is nothing at this address.');
  }

  #enter(route: IndexRoute, exchange: Exchange): Answer {
    const { credentials, directory, world } = this.#parts;
    exchange.rightsAsOf = world.commits.lastSerial;
    const [owner = '', name = ''] = exchange.segments;
    const actor = authenticateDataPlane(credentials, exchange);
    const index = directory.find(`${owner}/${name}`);
    return actor instanceof Promise || index instanceof Promise
      ? Promise.all([actor, index]).then(([who, what]) => admit(route, exchange, who, what))
      : admit(route, exchange, actor, index);
  }
}

function isIndexRoute(route: Route): route is IndexRoute {
  return route.requires === 'packages:read' || route.requires === 'packages:upload';
}

function admit(route: IndexRoute, exchange: Exchange, actor: Actor, index: OpenIndex | null): Answer {
  exchange.actor = actor;
  const refusal = whyClosed(actor, index, route.requires);
  if (refusal !== null) throw refusal;
  if (index === null) throw new NotFound('There is no such index.');
  const [, , third = '', fourth = '', fifth = ''] = exchange.segments;
  return route.answer(exchange, index, third, fourth, fifth);
}

/**
 * A parameter matches no empty segment, so a path that ends in a slash is another than one that does not; and none
 * with a NUL, which no name holds, PostgreSQL does not take, and stands for what could not be decoded.
 */
function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  const isOpen = pattern.at(-1)!.endsWith('…}');
  if (isOpen ? segments.length < pattern.length : segments.length !== pattern.length) return false;
  return pattern.every((part, place) =>
    part.startsWith('{') ? part.endsWith('…}') || isText(segments[place]!) : part === segments[place],
  );
}

function isText(segment: string): boolean {
  return segment !== '' && !segment.includes('\0');
}

function answerHealth(exchange: Exchange): void {
  const body = '{"status":"ok"}\n';
  exchange.send(
    200,
    ['content-type', 'application/json', 'content-length', body.length, 'cache-control', 'no-store'],
    body,
  );
}

/** For the request log and for refusals of requests that still send. */
export async function finishRefused(exchange: Exchange): Promise<void> {
  if (exchange.req.method === 'POST') await dropRequestBody(exchange.req);
}
