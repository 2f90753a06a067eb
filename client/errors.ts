/**
 * Every failure a caller of the client can see, made at one place: a refusal of the result union, a top-level GraphQL
 * error, an answer that is not GraphQL, or no answer at all. Codes are those of docs/errors.md.
 */
import type { CombinedError } from '@urql/core';

interface Details {
  code: string;
  path?: readonly string[];
  requestId?: string | undefined;
  status?: number | undefined;
  cause?: unknown;
}

/** The base of all, and the class of what has no category: a fault of the server, or a code newer than this client. */
export class WheelhouseError extends Error {
  /** Stable, such as NAME_TAKEN. */
  readonly code: string;
  /** The input field it is about, empty for none. */
  readonly path: readonly string[];
  /** What the server's log knows the request by; absent where it gave none. */
  readonly requestId: string | undefined;
  /** The HTTP status; absent for a refusal inside an answer, and when there was no answer. */
  readonly status: number | undefined;

  constructor(message: string, details: Details) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = details.code;
    this.path = details.path ?? [];
    this.requestId = details.requestId;
    this.status = details.status;
  }
}

/** What was sent breaks a rule; sending it again cannot help. */
export class InvalidInput extends WheelhouseError {}
/** There is no such thing, or none that the caller may know of. */
export class NotFound extends WheelhouseError {}
/** No credential, or one that is not valid (any more). */
export class NotAuthenticated extends WheelhouseError {}
/** The credential is valid and its rights do not reach. */
export class NotAllowed extends WheelhouseError {}
/** Somebody was there first, or the thing changed since it was looked at. */
export class Conflict extends WheelhouseError {}
/** No answer, or none right now; the same request may succeed later. */
export class Unavailable extends WheelhouseError {}

type Category = typeof WheelhouseError;

const CATEGORY_OF_CODE: Record<string, Category> = {
  PASSWORD_TOO_COMMON: InvalidInput,
  LINK_INVALID: InvalidInput,
  BAD_REQUEST: InvalidInput,
  BAD_USER_INPUT: InvalidInput,
  GRAPHQL_PARSE_FAILED: InvalidInput,
  GRAPHQL_VALIDATION_FAILED: InvalidInput,
  LIMIT_EXCEEDED: InvalidInput,
  WOULD_WIDEN: InvalidInput,
  NOT_FOUND: NotFound,
  PATH_NOT_FOUND: NotFound,
  UNAUTHENTICATED: NotAuthenticated,
  SIGN_IN_FAILED: NotAuthenticated,
  FORBIDDEN: NotAllowed,
  NOT_ALLOWED: NotAllowed,
  FRESH_SIGN_IN_REQUIRED: NotAllowed,
  CSRF: NotAllowed,
  DOCUMENT_NOT_TRUSTED: NotAllowed,
  FOREIGN_HOST: NotAllowed,
  NAME_TAKEN: Conflict,
  CONFIRMATION_MISMATCH: Conflict,
  LAST_ADMIN: Conflict,
  OWN_ACCOUNT: Conflict,
  OWNS_INDEXES: Conflict,
  GROUP_IN_USE: Conflict,
  INDEX_IN_USE: Conflict,
  INDEX_KEEPS_FILES: NotAllowed,
  RELEASE_CONFLICT: Conflict,
  UPSTREAM_UNAVAILABLE: Unavailable,
  RATE_LIMITED: Unavailable,
  UNAVAILABLE: Unavailable,
  TIMEOUT: Unavailable,
};

const CATEGORY_OF_STATUS: Record<number, Category> = {
  400: InvalidInput,
  401: NotAuthenticated,
  403: NotAllowed,
  404: NotFound,
  409: Conflict,
  410: InvalidInput,
  413: InvalidInput,
  429: Unavailable,
  502: Unavailable,
  503: Unavailable,
  504: Unavailable,
};

/** The code decides; a code that this client does not know is read by its status. */
function categoryOf({ code, status }: Details): Category {
  if (code.startsWith('INVALID_')) return InvalidInput;
  return CATEGORY_OF_CODE[code] ?? CATEGORY_OF_STATUS[status ?? 0] ?? WheelhouseError;
}

export function wheelhouseError(message: string, details: Details): WheelhouseError {
  return new (categoryOf(details))(message, details);
}

/**
 * The payload of a mutation's result, without its type's name.
 * @throws WheelhouseError for any other member of the union: each implements UserError.
 */
export function unwrap<Result extends { __typename: string }, Name extends Result['__typename']>(
  result: Result,
  payload: Name,
  requestId?: string,
): Payload<Result, Name> {
  if (result.__typename === payload) {
    const { __typename, ...fields } = result;
    return fields as unknown as Payload<Result, Name>;
  }
  const refusal = result as unknown as { message: string; code: string; path: string[] };
  throw wheelhouseError(refusal.message, { code: refusal.code, path: refusal.path, requestId });
}

/** The member of a result union that is named, without its type's name. */
export type Payload<Result, Name extends string> = Omit<Extract<Result, { __typename: Name }>, '__typename'>;

/** What urql reports, as one of ours. `server` is named in the sentence when there was no answer. */
export function failureOf(error: CombinedError, server: string): WheelhouseError {
  const response = error.response as Response | undefined;
  const [first] = error.graphQLErrors;
  if (first) {
    const { code, requestId } = first.extensions;
    return wheelhouseError(first.message, {
      code: typeof code === 'string' ? code : 'INTERNAL',
      requestId: typeof requestId === 'string' ? requestId : requestIdOf(response),
      status: response?.status,
      cause: error,
    });
  }
  const reason = error.networkError;
  if (reason?.name === 'TimeoutError') return timedOut(server, reason);
  // fetch rejects with a TypeError when the connection fails, also in the middle of an answer.
  return response && !(reason instanceof TypeError)
    ? notGraphQL(response, server, reason)
    : unreachable(server, reason);
}

function timedOut(server: string, cause: Error): Unavailable {
  return new Unavailable(`${server} did not answer in time. Try again, or allow more time.`, {
    code: 'TIMEOUT',
    cause,
  });
}

/** A Wheelhouse that refuses before GraphQL begins says why in the reason phrase; others are another kind of server. */
function notGraphQL(response: Response, server: string, cause: Error | undefined): WheelhouseError {
  const { status, statusText } = response;
  const details = { requestId: requestIdOf(response), status, cause };
  const code = response.headers.get('x-error-code');
  if (code && statusText) return wheelhouseError(statusText, { ...details, code });
  const answer = [status, statusText].join(' ').trim();
  return wheelhouseError(
    `${server} answered "${answer}" and not in GraphQL. Is the address that of a Wheelhouse?`,
    { ...details, code: `HTTP_${status}` },
  );
}

function unreachable(server: string, cause: Error | undefined): Unavailable {
  // fetch says "fetch failed" and keeps what happened, such as ECONNREFUSED, in the cause.
  const detail = cause?.cause instanceof Error ? cause.cause : cause;
  const what = detail && 'code' in detail ? String(detail.code) : (detail?.message ?? 'no reason given');
  return new Unavailable(
    `${server} cannot be reached (${what}). Is the address right, and the server running?`,
    {
      code: 'UNREACHABLE',
      cause,
    },
  );
}

export function requestIdOf(response: Response | undefined): string | undefined {
  return response?.headers.get('x-request-id') ?? undefined;
}
