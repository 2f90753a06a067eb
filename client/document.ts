/**
 * Any document, for what the generated methods do not ask: one request, and the result as the server gave it, errors
 * included. Where there is no result it rejects, as the typed client does.
 */
import { CombinedError } from '@urql/core';

import { transportOf, type ClientOptions } from './client.ts';
import { failureOf } from './errors.ts';

export interface AnyDocument {
  query: string;
  variables?: Record<string, unknown> | undefined;
  /** Which of the document's operations; needless when there is one. */
  operationName?: string | undefined;
}

export interface AnyResult {
  data?: unknown;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
  extensions?: unknown;
}

export interface Answered {
  result: AnyResult;
  /** The first of the result's errors as one of the client's; undefined when there is none. */
  failure: Error | undefined;
}

/** @throws WheelhouseError when the answer is no result of GraphQL, or none came. */
export async function sendDocument(options: ClientOptions, document: AnyDocument): Promise<Answered> {
  const { server, url, headers, sendInTime } = transportOf(options);
  let response: Response | undefined;
  const failed = (error: ConstructorParameters<typeof CombinedError>[0]) =>
    failureOf(new CombinedError({ ...error, response }), server.origin);
  let result: unknown;
  try {
    response = await sendInTime(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(document),
    });
    result = JSON.parse(await response.text());
  } catch (error) {
    throw failed({ networkError: error as Error });
  }
  if (!isResult(result)) throw failed({ networkError: new Error('No result.') });
  const { errors = [] } = result;
  return { result, failure: errors.length > 0 ? failed({ graphQLErrors: [...errors] }) : undefined };
}

function isResult(value: unknown): value is AnyResult {
  return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
}
