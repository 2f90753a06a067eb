/**
 * A page that stands open learns at once that its session ended, was signed out elsewhere, or belongs to somebody whose
 * account was closed. Only the page in front listens: a browser has few connections for one server.
 */
import { useEffect } from 'react';
import { type Client, useClient } from 'urql';

import { NotAuthenticated } from '../client/errors.ts';
import { graphql } from './_generated/gql.ts';
import { SessionDocument, useSessionControl } from './session.tsx';
import { asFailure } from './urql.ts';

const SessionWatchDocument = graphql(/* GraphQL */ `
  subscription SessionWatch {
    viewerChanged {
      name
      user {
        id
        role
        displayName
        email
      }
    }
  }
`);

/** Whoever signs out here gets the stream's end before the answer that takes the cookie away. */
const SETTLE_MILLISECONDS = 250;
const FIRST_WAIT_MILLISECONDS = 500;
const LONGEST_WAIT_MILLISECONDS = 30_000;

export function useSessionWatch(name: string): void {
  const client = useClient();
  const { renew } = useSessionControl();
  useEffect(() => {
    let stop: (() => void) | null = null;
    const follow = (): void => {
      if (document.visibilityState === 'visible') stop ??= listen(client, name, renew);
      else {
        stop?.();
        stop = null;
      }
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      stop?.();
    };
  }, [client, name, renew]);
}

/** Until it is stopped, or somebody else is signed in than `name`. */
function listen(client: Client, name: string, onSomebodyElse: () => void): () => void {
  let isStopped = false;
  let wait = FIRST_WAIT_MILLISECONDS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let listening: { unsubscribe: () => void } | undefined;

  const begin = (): void => {
    listening = client.subscription(SessionWatchDocument, {}).subscribe(({ data, hasNext }) => {
      if (data) wait = FIRST_WAIT_MILLISECONDS;
      if (!hasNext) timer = setTimeout(() => void goOn(), SETTLE_MILLISECONDS);
    });
  };
  /** The stream ends with the session, and as well when the server restarts or the network is gone. */
  const goOn = async (): Promise<void> => {
    listening?.unsubscribe();
    const { data, error } = await client
      .query(SessionDocument, {}, { requestPolicy: 'network-only' })
      .toPromise();
    if (isStopped) return;
    const isRefused = error !== undefined && asFailure(error) instanceof NotAuthenticated;
    if (isRefused || (data && data.viewer?.name !== name)) return onSomebodyElse();
    timer = setTimeout(begin, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MILLISECONDS);
  };

  begin();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    listening?.unsubscribe();
  };
}
