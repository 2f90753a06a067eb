// A result of GraphQL as an answer of HTTP, for the one thing that nearly every request is: one JSON document to one
// JSON answer. Yoga's own way there, through objects of the Fetch standard, costs as much as executing a small query.
// GraphQL over HTTP, draft of 2025, sections 4.2 and 6.

import type { ServerResponse } from 'node:http';
import type { GraphQLError } from 'graphql';
import { type ExecutionResult } from 'graphql';

export type ResultType = 'application/graphql-response+json' | 'application/json';

const MEANS: ReadonlyMap<string, ResultType> = new Map([
  ['application/graphql-response+json', 'application/graphql-response+json'],
  ['application/json', 'application/json'],
  ['application/*', 'application/json'],
  ['*/*', 'application/json'],
]);

/** The first of the accepted types that there is; null for none. */
export function chooseResultType(accept: string | undefined): ResultType | null {
  if (accept === undefined || accept === '') return 'application/json';
  for (const range of accept.toLowerCase().split(',')) {
    const chosen = MEANS.get(range.split(';', 1)[0]!.trim());
    if (chosen !== undefined) return chosen;
  }
  return null;
}

/** Sends the result; errors may carry a status and headers as `extensions.http`, which is not told. */
export function sendResult(
  res: ServerResponse,
  result: ExecutionResult,
  type: ResultType,
  ownHeaders: Readonly<Record<string, string | number>>,
): void {
  const { status, headers } = hintsOf(result.errors ?? [], type);
  const body = JSON.stringify(
    result.errors === undefined ? result : { ...result, errors: result.errors.map(withoutHints) },
  );
  res.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    ...headers,
    ...ownHeaders,
  });
  res.end(body);
}

/** A hint with `spec` is about the document: plain JSON answers it with 200, where the status tells of the transport. */
function hintsOf(errors: readonly GraphQLError[], type: ResultType) {
  let status = 0;
  const headers: Record<string, string> = {};
  for (const { extensions } of errors) {
    const http = extensions.http;
    if (http === undefined) continue;
    Object.assign(headers, http.headers);
    if (http.spec === true && type === 'application/json') continue;
    status = Math.max(status, http.status ?? 0);
  }
  return { status: status || 200, headers };
}

function withoutHints(error: GraphQLError): object {
  const { extensions, ...told } = error.toJSON();
  if (extensions === undefined) return told;
  const { http: _, ...rest } = extensions;
  return { ...told, extensions: rest };
}
