// Project list and project page: authorised already, then negotiated, then answered from memory where they can be.

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Forbidden, NotFound, RequestRefused } from '../domain/errors.ts';
import { mayRead } from '../domain/indexes/access.ts';
import type { OpenIndex } from '../domain/indexes/directory.ts';
import { readableLayers } from '../domain/indexes/layers.ts';
import { quote } from '../domain/names.ts';
import { isProjectName, normalizeProjectName } from '../domain/packages/filenames.ts';
import { ListTags } from '../domain/packages/list-tags.ts';
import { resolverOf } from '../domain/packages/repository.ts';
import type { World } from '../domain/world.ts';
import type { Exchange } from './exchange.ts';
import { chooseEncoding, chooseRepresentation, matchesETag, type Representation } from './negotiate.ts';
import { cacheControl, etagOf, limitsKey, sharedHeaders, type PageMemory } from './page-memory.ts';
import { listFrame, RENDERER_VERSION, renderProjectPage } from './render-simple.ts';

const VARY = 'Accept, Accept-Encoding';

export class SimplePages {
  readonly #world: World;
  readonly #pages: PageMemory;
  readonly #listTags: ListTags;

  constructor(world: World, pages: PageMemory) {
    this.#world = world;
    this.#pages = pages;
    this.#listTags = new ListTags(world);
  }

  /** @throws {NotFound} @throws {Forbidden} @throws {UpstreamUnavailable} @throws {RequestRefused} NOT_ACCEPTABLE */
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
    const plan = this.#world.layers.planOf(index.id);
    // It is remembered by then, and nothing that is newer comes in between.
    if (plan instanceof Promise) return plan.then(() => this.projectPage(exchange, index, project));
    return this.#pages.answer(exchange, {
      plan,
      project: normalizedName,
      form: representation,
      contentType: typeOf(representation),
      vary: VARY,
      render: async () => {
        const page = await resolverOf(this.#world, plan, exchange.actor).projectPage(normalizedName);
        if (page === null) return null;
        const { isStale, changesAt } = page;
        return { text: await renderProjectPage(page, representation), isStale, changesAt };
      },
    });
  }

  /** Streamed: an index may have hundreds of thousands of names. @throws {UpstreamUnavailable} */
  async projectList(exchange: Exchange, index: OpenIndex): Promise<void> {
    const representation = acceptable(exchange);
    const encoding = chooseEncoding(exchange.req.headers['accept-encoding']);
    const { actor, req, res } = exchange;
    const limits = limitsKey(actor);
    const plan = await this.#world.layers.planOf(index.id);
    const readable = readableLayers(actor, plan);
    const parts = [
      RENDERER_VERSION,
      representation,
      encoding,
      readable,
      await this.#listTags.of(plan, readable),
      limits,
    ];
    const etag = etagOf(parts.join(' '));
    const headers = sharedHeaders({
      contentType: typeOf(representation),
      vary: VARY,
      encoding,
      etag,
      cacheControl: cacheControl(plan, { isNarrow: limits !== '' }),
    });
    if (matchesETag(req.headers['if-none-match'], etag)) return exchange.send(304, headers);
    if (exchange.isHead) return exchange.send(200, headers);

    const names = await begun(resolverOf(this.#world, plan, actor).projectNames());
    res.writeHead(200, ['x-request-id', exchange.requestId, ...headers] as never);
    const visible = limits !== '' ? (name: string) => mayRead(actor, index, name) : () => true;
    const text = Readable.from(listText(names, visible, representation));
    if (encoding === 'gzip') await pipeline(text, createGzip(), res);
    else await pipeline(text, res);
  }
}

/** Waits for the first portion, while there is still a status to be chosen. */
async function begun<Portion>(portions: AsyncIterable<Portion>): Promise<AsyncIterable<Portion>> {
  const iterator = portions[Symbol.asyncIterator]();
  let first: IteratorResult<Portion> | null = await iterator.next();
  const next = async () => {
    const given = first ?? (await iterator.next());
    first = null;
    return given;
  };
  return {
    [Symbol.asyncIterator]: () => ({ next, return: () => iterator.return?.() ?? Promise.resolve(DONE) }),
  };
}

const DONE = { done: true, value: undefined } as const;

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

function typeOf(representation: Representation): string {
  return representation === 'text/html' ? 'text/html; charset=utf-8' : representation;
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
