// Which documents a request with the browser's cookie may send: those of our own page, named by their hash. Whoever
// makes a browser send something else, by a fault in the page or beside it, finds no operation to put it in. A bearer
// is out of a foreign page's reach and may send any document. The list is built together with the server.

import type { IncomingMessage } from 'node:http';

import type { GraphQLParams } from 'graphql-yoga';

import documentsByHash from '../../web/_generated/persisted-documents.json' with { type: 'json' };
import type { Actor } from '../domain/actor.ts';
import { RequestRefused } from '../domain/errors.ts';

const PREFIX = 'sha256:';
const documents = new Map(Object.entries(documentsByHash));

/**
 * The parameters with the text of the document that they name, if they name one.
 * @throws {RequestRefused} DOCUMENT_NOT_TRUSTED
 */
export function withTrustedDocument(
  params: GraphQLParams,
  req: IncomingMessage,
  { kind }: Actor,
): GraphQLParams {
  const hash = hashIn(params);
  if (hash === null) {
    const isByCookie = kind !== 'anonymous' && req.headers.authorization === undefined;
    if (isByCookie) throw refused('With the session cookie a document is named by its hash, and not sent.');
    return params;
  }
  const query = documents.get(PREFIX + hash);
  if (query === undefined || typeof params.query === 'string') {
    throw refused('This server knows no document of this hash. Reload the page: one of the two is newer.');
  }
  return { ...params, query };
}

/** As clients of persisted documents write it: `extensions: { persistedQuery: { version: 1, sha256Hash } }`. */
function hashIn({ extensions }: GraphQLParams): string | null {
  const named: unknown = extensions?.['persistedQuery'];
  if (typeof named !== 'object' || named === null || !('sha256Hash' in named)) return null;
  return typeof named.sha256Hash === 'string' ? named.sha256Hash : null;
}

function refused(message: string): RequestRefused {
  return new RequestRefused('DOCUMENT_NOT_TRUSTED', message);
}
