// The border of `/graphql`: reads the body first, finds out who asks, and hands both on. What a refusal looks
// like before GraphQL has begun is decided here too.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHash } from 'node:crypto';
import type { Caller } from '../domain/actor.ts';
import type { Credentials } from '../domain/credentials.ts';
import { ERROR_CODES, RateLimited, Refusal, RequestRefused } from '../domain/errors.ts';
import type { HeadWatch } from '../domain/replicas/head-watch.ts';
import type { World } from '../domain/world.ts';
import { authenticateApi, sessionCookieHeader, sessionCookieName } from './authenticate.ts';
import { RETRY_AFTER_SECONDS } from './errors.ts';
import type { Exchange } from './exchange.ts';
import { isJson } from './media-type.ts';
import { matchesETag } from './negotiate.ts';

const BODY_BYTES = 256 * 1024;

/** What the GraphQL side is told of a request. */
export interface ApiRequest {
  readonly caller: Caller;
  /** `https://host`, without a path. */
  readonly baseUrl: string;
  readonly requestId: string;
  readonly setSessionCookie: (value: string, expiresAt: Date) => void;
  readonly clearSessionCookie: () => void;
  /** Tells the request's line of a code that its answer holds. */
  readonly noteRefusal: (code: string) => void;
}

export type ApiHandler = (
  req: IncomingMessage & { body?: unknown },
  res: ServerResponse,
  request: ApiRequest,
) => Promise<void>;

export interface EndpointParts {
  readonly world: World;
  readonly credentials: Credentials;
  readonly head: HeadWatch;
  readonly handle: ApiHandler;
  readonly schemaText: string;
  readonly originOf: (req: IncomingMessage) => string;
}

export class GraphQLEndpoint {
  readonly #parts: EndpointParts;

  constructor(parts: EndpointParts) {
    this.#parts = parts;
  }

  async execute(exchange: Exchange): Promise<void> {
    const { world, credentials, head, handle, originOf } = this.#parts;
    const { req, res } = exchange;
    const origin = originOf(req);
    try {
      const body = req.method === 'POST' ? await readJson(req) : parametersIn(exchange);
      await head.caughtUp();
      exchange.actor = await authenticateApi(world, credentials, exchange, origin);
      res.setHeader('cache-control', 'no-store');
      await handle(Object.assign(req, { body }), this.#stamped(exchange), this.#request(exchange, origin));
    } catch (error) {
      if (!(error instanceof Refusal) || res.headersSent) throw error;
      answerRefusal(exchange, error, origin);
    }
  }

  /** A browser's visit is anonymous: the page itself never uses the cookie. Whoever accepts no page asks a query. */
  async visit(exchange: Exchange): Promise<void> {
    if (!(exchange.req.headers.accept ?? '').includes('text/html')) return this.execute(exchange);
    const origin = this.#parts.originOf(exchange.req);
    await this.#parts.handle(exchange.req, this.#stamped(exchange), this.#request(exchange, origin));
  }

  schema(exchange: Exchange): void {
    const { schemaText } = this.#parts;
    const etag = `"${createHash('sha256').update(schemaText).digest('base64url')}"`;
    const headers = ['content-type', 'text/plain; charset=utf-8', 'etag', etag, 'cache-control', 'no-cache'];
    if (matchesETag(exchange.req.headers['if-none-match'], etag)) return exchange.send(304, headers);
    exchange.send(200, headers, schemaText);
  }

  #stamped({ res, requestId }: Exchange): ServerResponse {
    res.setHeader('x-request-id', requestId);
    res.setHeader('x-content-type-options', 'nosniff');
    return res;
  }

  #request(exchange: Exchange, origin: string): ApiRequest {
    const { caller, requestId, res } = exchange;
    return {
      caller,
      requestId,
      baseUrl: origin,
      setSessionCookie: (value, expiresAt) => {
        res.setHeader('set-cookie', sessionCookieHeader(origin, value, expiresAt));
      },
      clearSessionCookie: () => {
        res.setHeader('set-cookie', sessionCookieHeader(origin, '', new Date(0)));
      },
      noteRefusal: (code) => exchange.noteRefusal(code),
    };
  }
}

/** @throws {RequestRefused} BAD_REQUEST */
async function readJson(req: IncomingMessage): Promise<unknown> {
  if (!isJson(req)) {
    throw new RequestRefused('BAD_REQUEST', 'The API takes a POST with the content type application/json.');
  }
  const body = parseJson(await readText(req), 'The body is not JSON.');
  return parametersOf(body, 'The body must be one JSON object with a "query".');
}

/** GraphQL over HTTP, section 6.2: a query by GET has its parameters in the address, objects among them as JSON. */
function parametersIn({ query }: Exchange): object {
  const found: Record<string, unknown> = Object.fromEntries(new URLSearchParams(query));
  for (const name of ['variables', 'extensions']) {
    if (found[name] !== undefined) found[name] = parseJson(found[name] as string, `"${name}" is not JSON.`);
  }
  return parametersOf(found, 'Send GraphQL with POST as JSON, or a "query" in the address.');
}

/** A document comes as text, or is named among the extensions. */
function parametersOf(body: unknown, sentence: string): object {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    const { query, operationName, extensions } = body as Record<string, unknown>;
    const hasDocument = typeof query === 'string' || (query === undefined && namesDocument(extensions));
    const isNamed = ['string', 'undefined'].includes(typeof operationName) || operationName === null;
    if (hasDocument && isNamed) return body;
  }
  throw new RequestRefused('BAD_REQUEST', sentence);
}

function namesDocument(extensions: unknown): boolean {
  return typeof extensions === 'object' && extensions !== null && 'persistedQuery' in extensions;
}

function parseJson(text: string, sentence: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestRefused('BAD_REQUEST', sentence);
  }
}

/** By events: iterating over the stream costs a third more of a small request. */
async function readText(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  await new Promise<void>((resolve, reject) => {
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_BYTES) chunks.push(chunk);
    });
    req.on('end', resolve);
    const breakOff = () => reject(new RequestRefused('BAD_REQUEST', 'The request broke off.'));
    req.on('error', breakOff);
    req.on('close', breakOff);
  });
  if (size > BODY_BYTES)
    throw new RequestRefused('BAD_REQUEST', `The body has more than ${BODY_BYTES} bytes.`);
  return Buffer.concat(chunks).toString('utf8');
}

/** A cookie that opens nothing any more is taken away, so that the next request is anonymous. */
function answerRefusal(exchange: Exchange, refusal: Refusal, origin: string): void {
  const { requestId, req, res } = exchange;
  const status = ERROR_CODES[refusal.code].status;
  const body = JSON.stringify({
    errors: [{ message: refusal.message, extensions: { code: refusal.code, requestId } }],
  });
  const holdsCookie = (req.headers.cookie ?? '').includes(`${sessionCookieName(origin)}=`);
  if (status === 401 && holdsCookie && req.headers.authorization === undefined) {
    res.setHeader('set-cookie', sessionCookieHeader(origin, '', new Date(0)));
  }
  exchange.noteRefusal(refusal.code);
  exchange.send(
    status,
    [
      'content-type', 'application/json; charset=utf-8',
      'content-length', Buffer.byteLength(body),
      'cache-control', 'no-store',
      'x-error-code', refusal.code,
      ...(status === 401 ? ['www-authenticate', 'Bearer error="invalid_token"'] : []),
      ...(refusal instanceof RateLimited ? ['retry-after', refusal.retryAfterSeconds] : []),
      ...(status === 503 ? ['retry-after', RETRY_AFTER_SECONDS] : []),
    ], // prettier-ignore
    body,
  );
}
