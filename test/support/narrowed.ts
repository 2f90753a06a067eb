// The text of an attenuable token with caveats, as whoever holds it makes it, with no call to the server.

import { addCaveat } from '../../server/domain/tokens/macaroon/chain.ts';
import { decodeMacaroon, encodeMacaroon } from '../../server/domain/tokens/macaroon/wire.ts';

export function narrowed(plaintext: string, ...caveats: readonly string[]): string {
  return encodeMacaroon(caveats.reduce(addCaveat, decodeMacaroon(plaintext)!));
}
