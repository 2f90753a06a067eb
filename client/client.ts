/**
 * The typed client: options in, methods out. One method for each document in client/operations, generated; this file
 * only decides how a document travels. No cache: automation wants what is true now.
 */
import { Client, fetchExchange } from '@urql/core';

import { methodsOver, type Methods, type Send } from './_generated/methods.ts';
import { failureOf, InvalidInput, requestIdOf, WheelhouseError } from './errors.ts';

export interface ClientOptions {
  /** Where the server is, such as https://packages.example. */
  url: string;
  /** A session bearer, as `signIn` returns it with the carrier BEARER. */
  session?: string | null | undefined;
  /** A token's plaintext, for the few operations that a token may do. */
  token?: string | null | undefined;
  /** Instead of the global one: a proxy, another trust store, a server in the same process. */
  fetch?: typeof fetch;
  /** Milliseconds for each request, its answer's body included. Default: 30,000. */
  timeoutMs?: number;
}

/** Every method rejects with a WheelhouseError and with nothing else. */
export type WheelhouseClient = Methods;

/** @throws InvalidInput when the options contradict each other or the URL is none. */
export function createClient(options: ClientOptions): WheelhouseClient {
  const { server, url, headers, sendInTime } = transportOf(options);
  const urql = new Client({
    url,
    exchanges: [fetchExchange],
    requestPolicy: 'network-only',
    // A GET would leave variables in access logs, and servers refuse it where it could be forged.
    preferGetMethod: false,
    fetchOptions: { headers },
  });

  const send: Send = async (kind, document, variables) => {
    let requestId: string | undefined;
    // urql hands a response out with errors alone, and a refusal of a result union is none.
    const sendAndNote: typeof fetch = async (input, init) => {
      const response = await sendInTime(input, init);
      requestId = requestIdOf(response);
      return response;
    };
    const { data, error } = await urql[kind](document, variables, { fetch: sendAndNote }).toPromise();
    if (error) throw failureOf(error, server.origin);
    if (!data)
      throw new WheelhouseError('The server answered with neither data nor a reason.', { code: 'INTERNAL' });
    return { data, requestId };
  };
  return methodsOver(send);
}

/** Where and how requests go, for this client and for documents that it has no method for. */
export function transportOf(options: ClientOptions) {
  const server = serverUrl(options.url);
  const bearer = bearerOf(options);
  return {
    server,
    url: new URL('graphql', server).href,
    headers: (bearer ? { authorization: `Bearer ${bearer}` } : {}) as Record<string, string>,
    sendInTime: withTimeout(options.fetch ?? globalThis.fetch, options.timeoutMs ?? 30_000),
  };
}

/** The server's address with one slash at its end, so that "graphql" can be joined to it. */
export function serverUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new InvalidInput(
      `"${text}" is not the address of a server: write it like https://packages.example.`,
      {
        code: 'INVALID_URL',
      },
    );
  }
  if (url.username || url.password) {
    throw new InvalidInput('The address of the server must not hold a user or a password.', {
      code: 'INVALID_URL',
    });
  }
  url.search = '';
  url.hash = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

function bearerOf({ session, token }: ClientOptions): string | undefined {
  if (session && token) {
    throw new InvalidInput('Give a session or a token, not both.', { code: 'INVALID_INPUT' });
  }
  for (const [name, bearer] of Object.entries({ session, token })) {
    if (bearer?.trim() !== '') continue;
    // Without a credential the server would answer to nobody, as whom no one meant to ask.
    throw new InvalidInput(`The ${name} is empty. Give one, or leave it out to ask without a credential.`, {
      code: 'INVALID_INPUT',
    });
  }
  return session ?? token ?? undefined;
}

/** urql has a signal of its own, so the limit is added to it rather than set beside it. */
function withTimeout(send: typeof fetch, timeoutMs: number): typeof fetch {
  return (input, init) => {
    const limit = AbortSignal.timeout(timeoutMs);
    return send(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit });
  };
}
