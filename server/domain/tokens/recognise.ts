// A presented token to the actor it stands for. The caller has checked the checksum; here the hash, the
// seal, the times, the owner. One refusal for every reason, so that nothing is learnt from it.

import type { Scope } from './scope.ts';
import type { TokenActor } from '../actor.ts';
import type { World } from '../world.ts';
import { isSealIntact } from './seal.ts';
import { secretMatches, type CredentialText } from './secret.ts';
import { tokenState } from './state.ts';

/** Null when it opens nothing; a token that is not valid yet counts as unknown. */
export async function recogniseToken(world: World, credential: CredentialText): Promise<TokenActor | null> {
  const token = await world.readDb.token.findUnique({
    where: { id: credential.id },
    include: { owner: true, scopes: true, indexes: true, projects: true },
  });
  if (token === null || token.kind.toLowerCase() !== credential.kind) return null;
  if (!secretMatches(credential.secret, token.secretHash)) return null;
  if (!isSealIntact(world.serverKey, token)) return null;
  if (tokenState(token, token.owner, world.clock()) !== 'ACTIVE') return null;
  return {
    kind: 'token',
    user: token.owner,
    credential: {
      kind: 'token',
      id: token.id,
      name: token.name,
      scopes: new Set(token.scopes.map(({ scope }) => scope as Scope)),
      allIndexes: token.allIndexes,
      indexIds: new Set(token.indexes.map(({ indexId }) => indexId)),
      allProjects: token.allProjects,
      projectPatterns: token.projects.map(({ pattern }) => pattern),
      notBefore: token.notBefore,
      expiresAt: token.expiresAt,
    },
  };
}
