// A presented token to the actor it stands for. The caller has checked the checksum; here the hash, the
// seal, the times, the owner. One refusal for every reason, so that nothing is learnt from it.

import type { TokenActor } from '../actor.ts';
import type { World } from '../world.ts';
import type { TokenLimits } from './limits.ts';
import type { Scope } from './scope.ts';
import { isSealIntact, WITH_LIMITS, type TokenWithRows } from './seal.ts';
import { secretMatches, type CredentialText } from './secret.ts';
import { isAccepted, tokenState } from './state.ts';

/** Null when it opens nothing; a token that is not valid yet counts as unknown. */
export async function recogniseToken(world: World, credential: CredentialText): Promise<TokenActor | null> {
  const token = await world.readDb.token.findUnique({
    where: { id: credential.id },
    include: { owner: true, ...WITH_LIMITS },
  });
  if (token === null || token.wire !== 'OPAQUE' || token.secretHash === null) return null;
  if (token.kind.toLowerCase() !== credential.kind) return null;
  if (!secretMatches(credential.secret, token.secretHash)) return null;
  if (!isSealIntact(world.serverKey, token)) return null;
  if (!isAccepted(tokenState(token, token.owner, world.clock()))) return null;
  return {
    kind: 'token',
    user: token.owner,
    credential: { kind: 'token', id: token.id, name: token.name, ...limitsOf(token) },
  };
}

/** The limits that the row itself sets, whoever presents it. */
export function limitsOf(token: TokenWithRows): TokenLimits {
  return {
    scopes: new Set(token.scopes.map(({ scope }) => scope as Scope)),
    allIndexes: token.allIndexes,
    indexIds: new Set(token.indexes.map(({ indexId }) => indexId)),
    projectLimits: token.allProjects ? [] : [{ patterns: token.projects.map(({ pattern }) => pattern) }],
    addressLimits: token.allAddresses ? [] : [token.addresses.map(({ range }) => range)],
    onlyInIndexes: false,
    notBefore: token.notBefore,
    expiresAt: earlier(token.expiresAt, token.graceUntil),
  };
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
