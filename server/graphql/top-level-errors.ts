// What goes wrong outside a mutation's union, as a top-level error with a code: a missing credential, a document that
// does not fit, a server that is busy, and everything unplanned, which is masked. The codes' meanings are in
// `domain/errors.ts`; refusals that a mutation answers with are in `errors.ts`.

import { GraphQLError, type ExecutionResult } from 'graphql';

import { ERROR_CODES, isDatabaseBusy, Refusal, RequestRefused, type ErrorCode } from '../domain/errors.ts';

const RETRY_AFTER_SECONDS = 5;

/** What graphql-js and Yoga call a document that does not parse, does not fit the schema, or lacks the operation. */
const DOCUMENT_CODES = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** Tells of the cause of an error that the caller may not see. */
export type ReportFault = (cause: unknown) => void;

/** The errors of a result as the caller may see them. */
export function withPublicErrors(
  result: ExecutionResult,
  requestId: string,
  report: ReportFault,
): ExecutionResult {
  if (result.errors === undefined) return result;
  return { ...result, errors: result.errors.map((error) => publicError(error, requestId, report)) };
}

/** A refusal with its code, and with its HTTP status where the request as a whole failed. */
export function topLevelError(refusal: Refusal, place: Place = {}): GraphQLError {
  const isBusy = refusal.code === 'UNAVAILABLE';
  const http = {
    status: ERROR_CODES.UNAVAILABLE.status,
    headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
  };
  return new GraphQLError(refusal.message, {
    ...place,
    extensions: { code: refusal.code, ...(isBusy && { http }) },
  });
}

type Place = Partial<Pick<GraphQLError, 'nodes' | 'path'>>;

function publicError(error: GraphQLError, requestId: string, report: ReportFault): GraphQLError {
  const cause = rootCause(error);
  const place = { nodes: error.nodes, path: error.path };
  if (cause instanceof Refusal) return topLevelError(cause, place);
  if (isDatabaseBusy(cause)) return topLevelError(new RequestRefused('UNAVAILABLE', BUSY_SENTENCE), place);
  if (cause instanceof GraphQLError) {
    if (isErrorCode(cause.extensions.code)) return error;
    if (isAboutDocument(cause, error)) return withCode(error, 'BAD_USER_INPUT');
  }
  report(cause);
  const message = `Something went wrong here. Tell the operator the request id ${requestId}.`;
  return new GraphQLError(message, { ...place, extensions: { code: 'INTERNAL', requestId } });
}

const BUSY_SENTENCE = 'Too many requests are waiting for the database. Try again in a moment.';

/** Beneath the wrappers that tell where in the document an error happened. */
function rootCause(error: GraphQLError): unknown {
  let cause: unknown = error;
  while (cause instanceof GraphQLError && cause.originalError !== undefined) cause = cause.originalError;
  return cause;
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}

/** Variables that do not fit have no code, and no path because nothing has run yet. */
function isAboutDocument(cause: GraphQLError, error: GraphQLError): boolean {
  const { code } = cause.extensions;
  return DOCUMENT_CODES.has(code) || (code === undefined && error.path === undefined);
}

function withCode(error: GraphQLError, code: ErrorCode): GraphQLError {
  const { nodes, source, positions, path, extensions } = error;
  return new GraphQLError(error.message, {
    nodes,
    source,
    positions,
    path,
    extensions: { ...extensions, code },
  });
}
