/**
 * The page's one connection to the API: the session cookie of this origin, the header that no foreign page can send,
 * and a normalised cache that lives in memory as long as one person is signed in.
 */
import { cacheExchange } from '@urql/exchange-graphcache';
import {
  Client,
  fetchExchange,
  getOperationName,
  makeOperation,
  mapExchange,
  type Operation,
  type TypedDocumentNode,
} from 'urql';

import { failureOf, NotAuthenticated, type WheelhouseError } from '../client/errors.ts';
import { cacheConfig } from './cache.ts';

export interface PageClientOptions {
  /** Called when the server no longer takes the session. */
  onSignedOut: () => void;
}

export function createPageClient({ onSignedOut }: PageClientOptions): Client {
  return new Client({
    url: '/graphql',
    // A query in the address would end up in logs and history.
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin', headers: { 'x-wheelhouse-csrf': '1' } },
    // As events in the answer to a POST.
    fetchSubscriptions: true,
    // Shows what is known at once, and asks whether it still holds.
    requestPolicy: 'cache-and-network',
    exchanges: [
      mapExchange({
        onError: (error, { query }) => {
          // The question who is signed in deals with the answer "nobody" by itself; asking again would not end.
          if (getOperationName(query) === 'Session') return;
          if (asFailure(error) instanceof NotAuthenticated) onSignedOut();
        },
      }),
      cacheExchange(cacheConfig),
      // Behind the cache, which hands an operation on without its extensions.
      mapExchange({ onOperation: namedByHash }),
      fetchExchange,
    ],
  });
}

/** With the session cookie the server takes documents of this page alone, and each by its hash instead of its text. */
function namedByHash(operation: Operation): Operation {
  const { __meta__: meta } = operation.query as TypedDocumentNode & { __meta__?: { hash: string } };
  if (meta === undefined) return operation;
  const persistedQuery = { version: 1 as const, sha256Hash: meta.hash.replace('sha256:', '') };
  const extensions = { ...operation.extensions, persistedQuery };
  return makeOperation(operation.kind, { ...operation, extensions }, operation.context);
}

/** Any failure as one of the client's classes, in a sentence for people. */
export function asFailure(error: Parameters<typeof failureOf>[0]): WheelhouseError {
  return failureOf(error, window.location.host);
}
