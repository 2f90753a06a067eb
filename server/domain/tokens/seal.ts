// The seal of a token's row: an HMAC under the server key over its security fields, so that whoever can
// write the database still cannot plant a token or widen one.

import { canonicalJson } from '../../storage/canonical-json.ts';
import type { Token } from '../../storage/_generated/sqlite/client.ts';
import type { ServerKey } from '../../storage/server-key.ts';

/** A token with the rows that narrow it. */
export interface TokenWithRows extends Token {
  readonly scopes: readonly { readonly scope: string }[];
  readonly indexes: readonly { readonly indexId: string }[];
  readonly projects: readonly { readonly pattern: string }[];
}

type SealedFields = Pick<
  TokenWithRows,
  | 'id'
  | 'kind'
  | 'ownerId'
  | 'secretHash'
  | 'allIndexes'
  | 'allProjects'
  | 'createdAt'
  | 'notBefore'
  | 'expiresAt'
  | 'scopes'
  | 'indexes'
  | 'projects'
>;

const PURPOSE = 'token-seal';

export function sealToken(key: ServerKey, token: SealedFields): { seal: string; sealKeyVersion: number } {
  const version = key.currentVersion;
  return { seal: key.seal(PURPOSE, sealedText(token), version)!, sealKeyVersion: version };
}

/** False for a row without a seal, and for one whose key version is retired. */
export function isSealIntact(key: ServerKey, token: TokenWithRows): boolean {
  return token.seal !== null && key.sealMatches(PURPOSE, sealedText(token), token.seal, token.sealKeyVersion);
}

/** Revocation is left out on purpose: it may be written by anybody who can, and never opens anything. */
function sealedText(token: SealedFields): string {
  return canonicalJson({
    id: token.id,
    kind: token.kind,
    ownerId: token.ownerId,
    secretHash: token.secretHash,
    allIndexes: token.allIndexes,
    allProjects: token.allProjects,
    createdAt: token.createdAt,
    notBefore: token.notBefore,
    expiresAt: token.expiresAt,
    scopes: token.scopes.map(({ scope }) => scope).sort(),
    indexes: token.indexes.map(({ indexId }) => indexId).sort(),
    projects: token.projects.map(({ pattern }) => pattern).sort(),
  });
}
