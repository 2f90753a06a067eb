// Whether what was presented proves that its holder was given the token of a row: its secret, by the hash that is
// stored, or a chain of signatures that begins at the root key which follows from the row's salt.

import type { ServerKey } from '../../storage/server-key.ts';
import { isSignedWith } from './macaroon/chain.ts';
import type { PresentedToken } from './presented.ts';
import type { TokenWithRows } from './seal.ts';
import { secretMatches } from './secret.ts';

/** Whether the text is of the form in which the row's token is presented. */
export function isOfForm(token: Pick<TokenWithRows, 'wire' | 'kind'>, presented: PresentedToken): boolean {
  if (token.wire !== presented.wire) return false;
  return presented.wire !== 'OPAQUE' || token.kind.toLowerCase() === presented.kind;
}

/** Asked of a row whose id and form were presented; its seal is for the caller to look at before. */
export function isProved(
  serverKey: ServerKey,
  token: Pick<TokenWithRows, 'id' | 'secretHash' | 'salt' | 'rootKeyVersion'>,
  presented: PresentedToken,
): boolean {
  if (presented.wire !== 'ATTENUABLE') {
    return token.secretHash !== null && secretMatches(presented.secret, token.secretHash);
  }
  if (token.salt === null || token.rootKeyVersion === null) return false;
  const rootKey = serverKey.macaroonRootKey(token.id, token.salt, token.rootKeyVersion);
  return rootKey !== null && isSignedWith(presented.macaroon, rootKey);
}
