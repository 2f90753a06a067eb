// Minting of attenuable tokens: macaroons whose root keys are stored nowhere. A root key follows from the server key
// and the salt of the token's row, so that neither the database nor the key alone can make one.

import type { ServerKey } from '../../storage/server-key.ts';
import { createMacaroon } from './macaroon/chain.ts';
import { encodeMacaroon } from './macaroon/wire.ts';

export interface NewMacaroon {
  /** Of the token's row: 22 base62 characters. */
  readonly id: string;
  /** Of the token's row: 16 random bytes, hex. */
  readonly salt: string;
  /** The host of the public URL, for people who look into it; empty when there is none. */
  readonly location: string;
}

/** The text of a macaroon without caveats, under the current version of the server key: the row notes which. */
export function mintMacaroon(serverKey: ServerKey, { id, salt, location }: NewMacaroon): string {
  const rootKey = serverKey.macaroonRootKey(id, salt)!;
  return encodeMacaroon(createMacaroon(rootKey, id, location));
}
