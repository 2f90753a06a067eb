/**
 * Who is looking at the page. Signing in or out begins a new connection with an empty cache, so that nothing one
 * person saw is left for the next. Whether somebody is signed in is the server's word; the cookie is out of reach.
 */
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import { Provider, useQuery } from 'urql';

import { NotAuthenticated, type WheelhouseError } from '../client/errors.ts';
import type { SessionQuery } from './_generated/graphql.ts';
import { graphql } from './_generated/gql.ts';
import { asFailure, createPageClient } from './urql.ts';

export const SessionDocument = graphql(/* GraphQL */ `
  query Session {
    viewer {
      name
      canCreateIndexes
      user {
        id
        role
      }
    }
    server {
      version
      setupNeeded
      publicUrl
    }
  }
`);

export type Viewer = NonNullable<SessionQuery['viewer']>;
export type Server = SessionQuery['server'];

interface SessionControl {
  /** Forgets everything and asks the server anew who this is. */
  renew: () => void;
}

const SessionContext = createContext<SessionControl | null>(null);

export function SessionProvider({ children }: { children: ReactNode }) {
  const [generation, setGeneration] = useState(0);
  const renew = useCallback(() => setGeneration((previous) => previous + 1), []);
  // A new generation is what makes a new client.
  const client = useMemo(() => createPageClient({ onSignedOut: renew }), [generation, renew]);
  const control = useMemo(() => ({ renew }), [renew]);
  return (
    <SessionContext value={control}>
      <Provider value={client}>{children}</Provider>
    </SessionContext>
  );
}

export function useSessionControl(): SessionControl {
  const control = use(SessionContext);
  if (!control) throw new Error('useSessionControl needs a SessionProvider above it.');
  return control;
}

export type Session =
  | { state: 'loading' }
  | { state: 'failed'; failure: WheelhouseError; retry: () => void }
  | { state: 'signed-out'; server: Server | null }
  | { state: 'signed-in'; viewer: Viewer; server: Server };

export function useSession(): Session {
  const [{ data, error, fetching }, execute] = useQuery({ query: SessionDocument });
  if (data?.viewer) return { state: 'signed-in', viewer: data.viewer, server: data.server };
  if (data) return { state: 'signed-out', server: data.server };
  if (fetching || !error) return { state: 'loading' };
  const failure = asFailure(error);
  // A cookie that has run out; the answer that says so also takes it away.
  if (failure instanceof NotAuthenticated) return { state: 'signed-out', server: null };
  return { state: 'failed', failure, retry: () => execute({ requestPolicy: 'network-only' }) };
}
