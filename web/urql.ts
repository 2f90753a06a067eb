/**
 * The page's one connection to the API: the session cookie of this origin, the header that no foreign page can send,
 * and a normalised cache that lives in memory as long as one person is signed in.
 */
import { cacheExchange } from '@urql/exchange-graphcache';
import { Client, fetchExchange, getOperationName, mapExchange } from 'urql';

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
      fetchExchange,
    ],
  });
}

/** Any failure as one of the client's classes, in a sentence for people. */
export function asFailure(error: Parameters<typeof failureOf>[0]): WheelhouseError {
  return failureOf(error, window.location.host);
}
