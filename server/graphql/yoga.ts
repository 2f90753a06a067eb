// The API's endpoint on `node:http`: Yoga with all that costs time or opens doors switched off. The caller has read and
// limited the body, told who is asking and checked where the request comes from. GraphQL over HTTP, draft of 2025.

import type { IncomingMessage, ServerResponse } from 'node:http';

import { GraphQLError, type ExecutionResult, type parse, type ParseOptions, type Source } from 'graphql';
import { createYoga, type GraphQLParams, type Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

import { ERROR_CODES, RequestRefused } from '../domain/errors.ts';
import type { World } from '../domain/world.ts';
import type { GraphQLContext } from './context.ts';
import { refuseLongDocument } from './limits.ts';
import { chooseResultType, sendResult } from './over-http.ts';
import { sendPlayground } from './playground.ts';
import { schema } from './schema.ts';
import { withPublicErrors } from './top-level-errors.ts';

/** Room for a few hundred documents of the size that people write. */
const REMEMBERED_CHARACTERS = 256 * 1024;

export interface GraphQLHandlerOptions {
  readonly world: World;
  /** A semantic version. */
  readonly version: string;
  readonly log?: { error(details: object, sentence: string): void };
  /** How many SQL statements there were so far; with it every answer says how many it took. For tests and the bench. */
  readonly sql?: () => number;
}

/** What the caller knows of a request. */
export type RequestContext = Omit<GraphQLContext, 'world' | 'server'>;

/** `body` is the JSON object that was received. */
export type GraphQLHandler = (
  req: IncomingMessage & { body?: unknown },
  res: ServerResponse,
  request: RequestContext,
) => Promise<void>;

/** Answers `POST /graphql` with results, and a browser's `GET /graphql` with the playground. */
export function createGraphQLHandler({ world, version, log, sql }: GraphQLHandlerOptions): GraphQLHandler {
  const yoga = createYoga<GraphQLContext>({
    schema,
    graphqlEndpoint: '/graphql',
    batching: false,
    cors: false,
    graphiql: false,
    landingPage: false,
    logging: false,
    multipart: false,
    // Whoever read the body has limited it.
    maxRequestBodySize: false,
    maskedErrors: { maskError: hidden },
    parserAndValidationCache: { documentCache: rememberedTexts(), errorCache: rememberedTexts() },
    plugins: [limitedLength, publicErrors(log)],
  });

  const server = { version };
  // Yoga adds the last three keys; an object that gets them later is slower by a tenth of the whole request.
  const contextOf = (request: RequestContext) => ({
    world,
    server,
    caller: request.caller,
    baseUrl: request.baseUrl,
    requestId: request.requestId,
    setSessionCookie: request.setSessionCookie,
    clearSessionCookie: request.clearSessionCookie,
    noteRefusal: request.noteRefusal,
    waitUntil: ignore,
    request: PLAIN_REQUEST,
    params: undefined,
  });

  return async (req, res, request) => {
    if (isPageVisit(req)) return sendPlayground(req, res);
    if (req.method !== 'POST') return refuseMethod(res);
    const type = chooseResultType(req.headers.accept);
    if (type === null) throw notAcceptable();
    const statementsBefore = sql?.() ?? 0;
    const result = await resultOf(req.body as GraphQLParams, contextOf(request));
    sendResult(res, result, type, sql ? { 'x-sql-statements': sql() - statementsBefore } : NO_HEADERS);
  };

  async function resultOf(params: GraphQLParams, context: ReturnType<typeof contextOf>) {
    try {
      return (await yoga.getResultForParams({ params, request: PLAIN_REQUEST }, context)) as ExecutionResult;
    } catch (error) {
      // What is wrong with the body itself is thrown.
      if (!(error instanceof GraphQLError)) throw error;
      context.noteRefusal(String(error.extensions.code));
      return { errors: [error] };
    }
  }
}

/** All that Yoga asks of a request once its document was read. */
const PLAIN_REQUEST = { method: 'POST' } as Request;
const NO_HEADERS = {};

function notAcceptable(): RequestRefused {
  return new RequestRefused(
    'NOT_ACCEPTABLE',
    'The API answers with application/json or application/graphql-response+json.',
  );
}

function ignore(): void {
  // Nothing here goes on after its answer.
}

function isPageVisit({ method, headers }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').includes('text/html');
}

/** A query by GET would leave its variables in access logs. */
function refuseMethod(res: ServerResponse): void {
  const message = 'Send GraphQL with POST, as JSON; a browser finds the playground here.';
  const body = JSON.stringify({ errors: [{ message, extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
  res.writeHead(ERROR_CODES.METHOD_NOT_ALLOWED.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    allow: 'POST',
  });
  res.end(body);
}

/** Yoga's own hook knows no request: it hides what is no GraphQL error, and `publicErrors` tells what may be told. */
function hidden(error: unknown): Error {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError('Something went wrong here.', {
    originalError: error instanceof Error ? error : new Error(String(error)),
    extensions: { code: 'INTERNAL' },
  });
}

/** A document that is remembered is not measured again. */
const limitedLength: Plugin = {
  onParse({ parseFn, setParseFn }) {
    setParseFn((source: string | Source, options?: ParseOptions) => {
      refuseLongDocument(source);
      return (parseFn as typeof parse)(source, options);
    });
  },
};

/** Bounded by the length of what was asked: what is kept for a text takes up to 250 times its room. */
function rememberedTexts<Value extends object>(): LRUCache<string, Value> {
  return new LRUCache({ maxSize: REMEMBERED_CHARACTERS, sizeCalculation: (_, text) => text.length });
}

function publicErrors(log: GraphQLHandlerOptions['log']): Plugin<object, GraphQLContext> {
  return {
    onExecutionResult(execution) {
      const { context } = execution;
      const { requestId } = context;
      const result = execution.result as ExecutionResult | undefined;
      if (result?.errors === undefined) return;
      const report = (cause: unknown) => log?.error({ requestId, err: cause }, 'A GraphQL field failed.');
      const told = withPublicErrors(result, requestId, report);
      for (const { extensions } of told.errors ?? []) context.noteRefusal(String(extensions.code));
      execution.setResult(told);
    },
  };
}
