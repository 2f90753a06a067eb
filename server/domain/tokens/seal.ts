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
  readonly addresses: readonly { readonly range: string }[];
}

/** What has to be loaded of a token before its seal can be looked at. */
export const WITH_LIMITS = { scopes: true, indexes: true, projects: true, addresses: true } as const;

export type SealedFields = Pick<
  TokenWithRows,
  | 'id'
  | 'kind'
  | 'wire'
  | 'ownerId'
  | 'secretHash'
  | 'salt'
  | 'rootKeyVersion'
  | 'allIndexes'
  | 'allProjects'
  | 'allAddresses'
  | 'createdAt'
  | 'notBefore'
  | 'expiresAt'
  | 'familyId'
  | 'graceUntil'
  | 'pausedAt'
  | 'scopes'
  | 'indexes'
  | 'projects'
  | 'addresses'
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

/** Revocation takes the seal away instead of being in it: whoever un-revokes a row by hand has no seal for it. */
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
    ...laterFields(token),
  });
}

/** Left out while they say nothing, so that rows from before there were such fields keep their seals. */
function laterFields(token: SealedFields) {
  return {
    ...(token.wire !== 'OPAQUE' && { wire: token.wire }),
    ...(token.salt !== null && { salt: token.salt, rootKeyVersion: token.rootKeyVersion }),
    ...(!token.allAddresses && { addresses: token.addresses.map(({ range }) => range).sort() }),
    ...(token.familyId !== null && { familyId: token.familyId }),
    ...(token.graceUntil !== null && { graceUntil: token.graceUntil }),
    ...(token.pausedAt !== null && { pausedAt: token.pausedAt }),
  };
}
