// Project list and project page: authorised already, then negotiated, then answered from memory where they can be.

import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';
import { Forbidden, NotFound, RequestRefused } from '../domain/errors.ts';
import { mayRead } from '../domain/indexes/access.ts';
import type { OpenIndex } from '../domain/indexes/directory.ts';
import { quote } from '../domain/names.ts';
import { isProjectName, normalizeProjectName } from '../domain/packages/filenames.ts';
import type { ProjectLimit } from '../domain/tokens/limits.ts';
import { Recall } from '../domain/packages/recall.ts';
import { resolverOf } from '../domain/packages/repository.ts';
import type { World } from '../domain/world.ts';
import type { Exchange } from './exchange.ts';
import {
  chooseEncoding,
  chooseRepresentation,
  matchesETag,
  type Encoding,
  type Representation,
} from './negotiate.ts';
import { listFrame, RENDERER_VERSION, renderProjectPage } from './render-simple.ts';

const compress = promisify(gzip);
const PAGE_MEMORY_BYTES = 64 * 1024 * 1024;

/** A page as bytes, with its headers ready to be sent; null body for a project that nobody holds. */
interface RenderedPage {
  readonly project: string;
  readonly body: Buffer | null;
  readonly etag: string;
  readonly publicHeaders: readonly (string | number)[];
  readonly privateHeaders: readonly (string | number)[];
}

export class SimplePages {
  readonly #world: World;
  readonly #pages: Recall<RenderedPage>;

  constructor(world: World) {
    this.#world = world;
    this.#pages = new Recall(world.commits, {
      maxBytes: PAGE_MEMORY_BYTES,
      bytesOf: (page) => page.body?.length ?? 0,
      projectOf: (page) => page.project,
    });
  }

  /** @throws {NotFound} @throws {Forbidden} @throws {RequestRefused} NOT_ACCEPTABLE */
  projectPage(exchange: Exchange, index: OpenIndex, project: string): void | Promise<void> {
    const normalizedName = normalizeProjectName(project);
    if (!isProjectName(project)) throw new NotFound(`There is no project ${quote(project)} in this index.`);
    if (!mayRead(exchange.actor, index, normalizedName)) {
      throw new Forbidden(`This token is not for the project ${quote(normalizedName)}.`);
    }
    if (project !== normalizedName) {
      return redirect(exchange, `../${normalizedName}/`);
    }
    const representation = acceptable(exchange);
    const encoding = chooseEncoding(exchange.req.headers['accept-encoding']);
    const key = `${index.id} ${normalizedName} ${representation} ${encoding}`;
    const page = this.#pages.get(key, normalizedName, () =>
      this.#render(index, normalizedName, representation, encoding),
    );
    if (page instanceof Promise) return page.then((rendered) => answer(exchange, index, rendered, project));
    answer(exchange, index, page, project);
  }

  async #render(
    index: OpenIndex,
    normalizedName: string,
    representation: Representation,
    encoding: Encoding,
  ): Promise<RenderedPage> {
    const page = await resolverOf(this.#world, index.id).projectPage(normalizedName);
    if (page === null)
      return { project: normalizedName, body: null, etag: '', publicHeaders: [], privateHeaders: [] };
    const text = Buffer.from(renderProjectPage(page, representation));
    const body = encoding === 'gzip' ? await compress(text) : text;
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    const headers = (visibility: string) => [
      ...sharedHeaders(representation, encoding, etag, visibility),
      'content-length', body.length,
    ]; // prettier-ignore
    return {
      project: normalizedName,
      body,
      etag,
      publicHeaders: headers('public'),
      privateHeaders: headers('private'),
    };
  }

  /** Streamed: an index may have hundreds of thousands of names. */
  async projectList(exchange: Exchange, index: OpenIndex): Promise<void> {
    const representation = acceptable(exchange);
    const encoding = chooseEncoding(exchange.req.headers['accept-encoding']);
    const { actor, req, res } = exchange;
    const limits = actor.kind === 'token' ? actor.credential.projectLimits : [];
    const isNarrow = limits.length > 0;
    const etag = await this.#listTag(index, representation, encoding, isNarrow ? textOf(limits) : '');
    const headers = sharedHeaders(representation, encoding, etag, index.isPublic ? 'public' : 'private');
    if (matchesETag(req.headers['if-none-match'], etag)) return exchange.send(304, headers);
    if (exchange.isHead) return exchange.send(200, headers);

    res.writeHead(200, ['x-request-id', exchange.requestId, ...headers] as never);
    const names = resolverOf(this.#world, index.id).projectNames();
    const visible = isNarrow ? (name: string) => mayRead(actor, index, name) : () => true;
    const text = Readable.from(listText(names, visible, representation));
    if (encoding === 'gzip') await pipeline(text, createGzip(), res);
    else await pipeline(text, res);
  }

  /** Projects are only ever added to a living index, so their number and the youngest tell every list apart. */
  async #listTag(
    index: OpenIndex,
    representation: string,
    encoding: string,
    narrowedBy: string,
  ): Promise<string> {
    const { _count, _max } = await this.#world.readDb.project.aggregate({
      where: { indexId: index.id },
      _count: true,
      _max: { id: true },
    });
    const parts = [index.id, _count, _max.id, representation, encoding, narrowedBy, RENDERER_VERSION];
    return `"${createHash('sha256').update(parts.join(' ')).digest('base64url').slice(0, 27)}"`;
  }
}

async function* listText(
  portions: AsyncIterable<readonly string[]>,
  visible: (name: string) => boolean,
  representation: Representation,
): AsyncGenerator<string> {
  const { head, entry, tail } = listFrame(representation);
  let isFirst = true;
  yield head;
  for await (const names of portions) {
    let text = '';
    for (const name of names.filter(visible)) {
      text += entry(name, isFirst);
      isFirst = false;
    }
    yield text;
  }
  yield tail;
}

function answer(exchange: Exchange, index: OpenIndex, page: RenderedPage, project: string): void {
  if (page.body === null) throw new NotFound(`There is no project ${quote(project)} in this index.`);
  const headers = index.isPublic ? page.publicHeaders : page.privateHeaders;
  if (matchesETag(exchange.req.headers['if-none-match'], page.etag)) exchange.send(304, headers.slice(0, -2));
  else exchange.send(200, headers, page.body);
}

/**
 * `no-cache` alone: every client asks again each time, and gets 304. Never `Vary: Authorization`: pip would write
 * the credential into its cache.
 */
function sharedHeaders(representation: Representation, encoding: Encoding, etag: string, visibility: string) {
  return [
    'content-type', representation === 'text/html' ? 'text/html; charset=utf-8' : representation,
    'etag', etag,
    'cache-control', `${visibility}, no-cache`,
    'vary', 'Accept, Accept-Encoding',
    'x-content-type-options', 'nosniff',
    ...(encoding === 'gzip' ? ['content-encoding', 'gzip'] : []),
  ]; // prettier-ignore
}

function acceptable(exchange: Exchange): Representation {
  const representation = chooseRepresentation(exchange.req.headers.accept, exchange.query);
  if (representation !== null) return representation;
  throw new RequestRefused(
    'NOT_ACCEPTABLE',
    'This page is offered as application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html and text/html.',
  );
}

/** Relative, and temporary: pip remembers a permanent redirect for good. */
export function redirect(exchange: Exchange, location: string): void {
  const query = exchange.query === '' ? '' : `?${exchange.query}`;
  exchange.send(307, ['location', location + query, 'content-length', 0, 'cache-control', 'no-store']);
}

/** Two copies of one macaroon may be bound to different projects, so the token itself does not tell lists apart. */
function textOf(limits: readonly ProjectLimit[]): string {
  return JSON.stringify(
    limits.map((limit) =>
      'patterns' in limit ? limit.patterns : [...limit.held].map(([indexId, names]) => [indexId, ...names]),
    ),
  );
}
