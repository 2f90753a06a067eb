// Pages of projects as bytes, in memory, with their headers ready to be sent (STATE 13 and 14). A page's key is the index,
// the layers of it that the caller may read, the project, the form and the encoding. What a page says is not decided here.

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Actor } from '../domain/actor.ts';
import { NotFound } from '../domain/errors.ts';
import { readableLayers, type LayerPlan } from '../domain/indexes/layers.ts';
import { quote } from '../domain/names.ts';
import { Recall } from '../domain/packages/recall.ts';
import type { World } from '../domain/world.ts';
import type { Exchange } from './exchange.ts';
import { chooseEncoding, matchesETag, type Encoding } from './negotiate.ts';

const compress = promisify(gzip);
const PAGE_MEMORY_BYTES = 64 * 1024 * 1024;

export interface PageText {
  readonly text: Buffer;
  /** An upstream failed, and this is what it said before. */
  readonly isStale: boolean;
  /** Null: time alone never makes another page of it. */
  readonly changesAt: Date | null;
}

export interface PageQuestion {
  readonly plan: LayerPlan;
  /** Normalised. */
  readonly project: string;
  /** What tells this page from others about the project: a representation, a version. */
  readonly form: string;
  readonly contentType: string;
  readonly vary: string;
  /** Null: there is no such page. */
  readonly render: () => Promise<PageText | null>;
}

/** Null body for a page that is not there. */
interface RenderedPage {
  readonly project: string;
  readonly body: Buffer | null;
  readonly etag: string;
  /** The length comes last, with its name: what 304 leaves out. */
  readonly headers: readonly (string | number)[];
  readonly isRemembered: boolean;
  readonly changesAt: Date | null;
}

export class PageMemory {
  readonly #pages: Recall<RenderedPage>;

  constructor(world: Pick<World, 'commits' | 'clock'>) {
    this.#pages = new Recall(world, {
      maxBytes: PAGE_MEMORY_BYTES,
      bytesOf: (page) => page.body?.length ?? 0,
      projectOf: (page) => (page.isRemembered ? page.project : null),
      changesAt: (page) => page.changesAt,
    });
  }

  /** Without a promise when it is remembered. @throws {NotFound} and what `render` throws */
  answer(exchange: Exchange, question: PageQuestion): void | Promise<void> {
    const { plan, project, form } = question;
    const encoding = chooseEncoding(exchange.req.headers['accept-encoding']);
    const layers = readableLayers(exchange.actor, plan);
    const key = `${plan.rootId} ${layers} ${project} ${form} ${encoding}`;
    const page = this.#pages.get(key, project, () => rendered(question, encoding));
    if (page instanceof Promise) return page.then((known) => send(exchange, known));
    send(exchange, page);
  }
}

async function rendered(question: PageQuestion, encoding: Encoding): Promise<RenderedPage> {
  const { plan, project, contentType, vary } = question;
  const page = await question.render();
  if (page === null) {
    // An upstream may have it a moment later, and tells nobody.
    const isRemembered = plan.layers.every(({ mirror }) => mirror === null);
    return { project, body: null, etag: '', headers: [], isRemembered, changesAt: null };
  }
  const { text, isStale, changesAt } = page;
  const body = encoding === 'gzip' ? await compress(text) : text;
  const etag = etagOf(body);
  return {
    project,
    body,
    etag,
    headers: [
      ...sharedHeaders({ contentType, vary, encoding, etag, cacheControl: cacheControl(plan, { isStale }) }),
      ...(isStale ? ['warning', '110 - "Response is Stale"'] : []),
      'content-length', body.length,
    ], // prettier-ignore
    isRemembered: !isStale || changesAt !== null,
    changesAt,
  };
}

function send(exchange: Exchange, page: RenderedPage): void {
  const { body, etag, headers, project } = page;
  if (body === null) throw new NotFound(`There is no project ${quote(project)} in this index.`);
  if (matchesETag(exchange.req.headers['if-none-match'], etag)) exchange.send(304, headers.slice(0, -2));
  else exchange.send(200, headers, body);
}

/**
 * To which projects the actor is bound; empty for all. Two copies of one macaroon may be bound to different projects, so
 * the token itself does not tell them apart.
 */
export function limitsKey(actor: Actor): string {
  const limits = actor.kind === 'token' ? actor.credential.projectLimits : [];
  if (limits.length === 0) return '';
  return JSON.stringify(
    limits.map((limit) =>
      'patterns' in limit ? limit.patterns : [...limit.held].map(([indexId, names]) => [indexId, ...names]),
    ),
  );
}

export function etagOf(content: Buffer | string): string {
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
}

/** Never `Vary: Authorization`: pip would write the credential into its cache. */
export function sharedHeaders(of: {
  readonly contentType: string;
  readonly vary: string;
  readonly encoding: Encoding;
  readonly etag: string;
  readonly cacheControl: string;
}): (string | number)[] {
  return [
    'content-type', of.contentType,
    'etag', of.etag,
    'cache-control', of.cacheControl,
    'vary', of.vary,
    'x-content-type-options', 'nosniff',
    ...(of.encoding === 'gzip' ? ['content-encoding', 'gzip'] : []),
  ]; // prettier-ignore
}

/**
 * `no-cache` alone makes every client ask again each time, and get 304; with it, pip would not believe a max-age.
 * What shows what one layer keeps to its readers, or less than all because a token is narrow, is not for caches that
 * others share.
 */
export function cacheControl(
  { layers, maxAgeSeconds }: LayerPlan,
  { isStale = false, isNarrow = false } = {},
): string {
  if (isStale) return 'no-store';
  const visibility = !isNarrow && layers.every(({ isPublic }) => isPublic) ? 'public' : 'private';
  return `${visibility}, ${maxAgeSeconds > 0 ? `max-age=${maxAgeSeconds}` : 'no-cache'}`;
}
