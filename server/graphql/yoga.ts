// The API's endpoint on `node:http`: Yoga with all that costs time or opens doors switched off. The caller has read and
// limited the body, told who is asking and checked where the request comes from. GraphQL over HTTP, draft of 2025.

import type { IncomingMessage, ServerResponse } from 'node:http';

import { GraphQLError, type ExecutionResult, type parse, type ParseOptions, type Source } from 'graphql';
import { createYoga, type GraphQLParams, type Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

import { RequestRefused } from '../domain/errors.ts';
import type { World } from '../domain/world.ts';
import type { GraphQLContext } from './context.ts';
import { refuseLongDocument, refuseRepetition } from './limits.ts';
import { Allowance } from './measure.ts';
import { acceptsEvents, isStream, sendEvents, single } from './event-stream.ts';
import { chooseResultType, sendResult } from './over-http.ts';
import { sendPlayground } from './playground.ts';
import { schema } from './schema.ts';
import { withPublicErrors } from './top-level-errors.ts';
import { withTrustedDocument } from './trusted-documents.ts';

/** Room for a few hundred documents of the size that people write. */
const REMEMBERED_CHARACTERS = 256 * 1024;

export interface GraphQLHandlerOptions {
  readonly world: World;
  /** A semantic version. */
  readonly version: string;
  readonly log?: { error(details: object, sentence: string): void };
  /** How many SQL statements there were so far; with it every answer says how many it took. For tests and the bench. */
  readonly sql?: () => number;
  /** How long a query may take; 15 seconds unless given. */
  readonly timeLimitMilliseconds?: number;
}

/** What the caller knows of a request. */
export type RequestContext = Omit<GraphQLContext, 'world' | 'server' | 'allowance'>;

/** `body` is the JSON object that was received, or what the address of a GET says. */
export type GraphQLHandler = (
  req: IncomingMessage & { body?: unknown },
  res: ServerResponse,
  request: RequestContext,
) => Promise<void>;

/** Answers `POST /graphql` and a query by GET with results, and a browser's visit with the playground. */
export function createGraphQLHandler(options: GraphQLHandlerOptions): GraphQLHandler {
  const { world, version, log, sql, timeLimitMilliseconds } = options;
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
    plugins: [limitedDocument, measured, publicErrors(log)],
  });

  const server = { version };
  // Yoga adds the last three keys; an object that gets them later is slower by a tenth of the whole request.
  const contextOf = (request: RequestContext, method: Request) => ({
    world,
    server,
    caller: request.caller,
    baseUrl: request.baseUrl,
    requestId: request.requestId,
    setSessionCookie: request.setSessionCookie,
    clearSessionCookie: request.clearSessionCookie,
    noteRefusal: request.noteRefusal,
    allowance: new Allowance(request.caller.actor, timeLimitMilliseconds),
    waitUntil: ignore,
    request: method,
    params: undefined,
  });

  return async (req, res, request) => {
    if (isPageVisit(req)) return sendPlayground(req, res);
    const type = chooseResultType(req.headers.accept);
    const takesEvents = acceptsEvents(req.headers.accept);
    if (type === null && !takesEvents) throw notAcceptable();
    const statementsBefore = sql?.() ?? 0;
    const params = withTrustedDocument(req.body as GraphQLParams, req, request.caller.actor);
    const result = await resultOf(params, contextOf(request, req.method === 'POST' ? BY_POST : BY_GET));
    const headers = sql ? { 'x-sql-statements': sql() - statementsBefore } : NO_HEADERS;
    if (isStream(result) && !takesEvents) {
      await result[Symbol.asyncIterator]().return?.();
      throw notAcceptable();
    }
    if (isStream(result)) return sendEvents(res, result, headers);
    if (type === null) return sendEvents(res, single(result), headers);
    sendResult(res, result, type, headers);
  };

  async function resultOf(params: GraphQLParams, context: ReturnType<typeof contextOf>) {
    try {
      const { request } = context;
      return (await yoga.getResultForParams({ params, request }, context)) as
        ExecutionResult | AsyncIterable<ExecutionResult>;
    } catch (error) {
      // What is wrong with the body itself is thrown.
      if (!(error instanceof GraphQLError)) throw error;
      context.noteRefusal(String(error.extensions.code));
      return { errors: [error] };
    } finally {
      context.allowance.end();
    }
  }
}

/** All that Yoga asks of a request once its document was read: it takes no mutation by GET. */
const BY_POST = { method: 'POST' } as Request;
const BY_GET = { method: 'GET' } as Request;
const NO_HEADERS = {};

function notAcceptable(): RequestRefused {
  return new RequestRefused(
    'NOT_ACCEPTABLE',
    'The API answers with application/json or application/graphql-response+json, and subscriptions with text/event-stream.',
  );
}

function ignore(): void {
  // Nothing here goes on after its answer.
}

function isPageVisit({ method, headers }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').includes('text/html');
}

/** Yoga's own hook knows no request: it hides what is no GraphQL error, and `publicErrors` tells what may be told. */
function hidden(error: unknown): Error {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError('Something went wrong here.', {
    originalError: error instanceof Error ? error : new Error(String(error)),
    extensions: { code: 'INTERNAL' },
  });
}

/** A document that is remembered is not looked at again. */
const limitedDocument: Plugin = {
  onParse({ parseFn, setParseFn }) {
    setParseFn((source: string | Source, options?: ParseOptions) => {
      refuseLongDocument(source);
      const document = (parseFn as typeof parse)(source, options);
      refuseRepetition(document);
      return document;
    });
  },
};

const measured: Plugin<GraphQLContext> = {
  onExecute({ args, setResultAndStopExecution }) {
    const { allowance } = args.contextValue;
    const errors = allowance.measure(args);
    if (errors !== null) return setResultAndStopExecution({ errors });
    const signal = allowance.signalFor(args);
    if (signal !== undefined) Object.assign(args, { signal });
  },
  onSubscribe({ args, setResultAndStopExecution }) {
    const errors = args.contextValue.allowance.measure(args);
    if (errors !== null) setResultAndStopExecution({ errors });
  },
};

/** Bounded by the length of what was asked: what is kept for a text takes up to 250 times its room. */
function rememberedTexts<Value extends object>(): LRUCache<string, Value> {
  return new LRUCache({ maxSize: REMEMBERED_CHARACTERS, sizeCalculation: (_, text) => text.length + 1 });
}

function publicErrors(log: GraphQLHandlerOptions['log']): Plugin<object, GraphQLContext> {
  return {
    onExecutionResult(execution) {
      const { context } = execution;
      const { requestId } = context;
      const result = withCost(execution.result as ExecutionResult | undefined, context);
      if (result === undefined) return;
      if (result.errors === undefined) return execution.setResult(result);
      const report = (cause: unknown) => log?.error({ requestId, err: cause }, 'A GraphQL field failed.');
      const told = withPublicErrors(result, requestId, report);
      for (const { extensions } of told.errors ?? []) context.noteRefusal(String(extensions.code));
      execution.setResult(told);
    },
  };
}

/** What a stream tells comes piece by piece, and only its beginning has a cost. */
function withCost(
  result: ExecutionResult | undefined,
  { allowance }: GraphQLContext,
): ExecutionResult | undefined {
  const cost = allowance.told;
  if (result === undefined || cost === null || Symbol.asyncIterator in result) return result;
  return { ...result, extensions: { ...result.extensions, cost } };
}
