// The indexes for which a token that was just minted is configured, with what its owner may do there now.

import type { UserActor } from '../actor.ts';
import { indexesVisibleTo, mayRead, mayUpload, WITH_GRANTS } from '../indexes/access.ts';
import type { World } from '../world.ts';
import { configurationsFor, type Configuration } from './configuration.ts';

/** Of a token for all indexes, which may be many. */
const INDEXES_OF_ALL = 20;

export interface MintedToken {
  readonly id: string;
  readonly plaintext: string;
}

/** Configurations with the text of a token, for whoever minted it: `minter` is the session that did. */
export async function configurationsOf(
  { readDb }: Pick<World, 'readDb'>,
  minter: UserActor,
  { id, plaintext }: MintedToken,
  serverUrl: string,
): Promise<Configuration[]> {
  const token = await readDb.token.findUniqueOrThrow({
    where: { id },
    include: { owner: true, scopes: true },
  });
  const owner: UserActor = { ...minter, user: token.owner };
  // An admin sees every index, and reaches those that name them or are their own.
  const reached = indexesVisibleTo({ ...owner, user: { ...token.owner, role: 'MEMBER' } });
  const indexes = await readDb.packageIndex.findMany({
    where: { AND: [reached, ...(token.allIndexes ? [] : [{ tokens: { some: { tokenId: id } } }])] },
    orderBy: { path: 'asc' },
    include: WITH_GRANTS,
    ...(token.allIndexes && { take: INDEXES_OF_ALL }),
  });
  return configurationsFor({
    scopes: token.scopes.map(({ scope }) => scope),
    indexes: indexes.map((index) => ({
      path: index.path,
      url: `${serverUrl}/${index.path}/`,
      simpleUrl: `${serverUrl}/${index.path}/simple/`,
      canRead: mayRead(owner, index),
      canUpload: mayUpload(owner, index),
      isPublic: mayRead({ kind: 'anonymous' }, index),
    })),
    plaintext,
    serverUrl,
  });
}
