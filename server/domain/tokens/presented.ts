// The texts in which tokens are presented: ours with a hash, macaroons, and those of another system that were taken
// over. What is no proper text of any of them is refused here, before anybody asks the database.

import { decodeMacaroon, MACAROON_PREFIX, type Macaroon } from './macaroon/wire.ts';
import { recogniseCredential } from './secret.ts';

export type PresentedToken =
  | { readonly wire: 'OPAQUE'; readonly id: string; readonly kind: 'pat' | 'ci'; readonly secret: string }
  | { readonly wire: 'ATTENUABLE'; readonly id: string; readonly macaroon: Macaroon }
  | { readonly wire: 'LEGACY'; readonly id: string; readonly secret: string };

/** Null when it is no token of those that open an index or the API. */
export function readPresentedToken(text: string): PresentedToken | null {
  if (text.startsWith(`${MACAROON_PREFIX}-`)) return macaroonToken(text);
  const [, id, secret] = LEGACY_FORM.exec(text) ?? [];
  if (id !== undefined && secret !== undefined) return { wire: 'LEGACY', id, secret };
  const credential = recogniseCredential(text);
  // A session opens the API alone, and a replica's credential the replication routes alone.
  if (credential?.kind !== 'pat' && credential?.kind !== 'ci') return null;
  return { wire: 'OPAQUE', id: credential.id, kind: credential.kind, secret: credential.secret };
}

/** As devpi-admin makes them; the id is what the other system called the token. */
const LEGACY_FORM = /^adm_([A-Za-z0-9_-]{20,32})\.([A-Za-z0-9_-]{20,128})$/;

function macaroonToken(text: string): PresentedToken | null {
  const macaroon = decodeMacaroon(text);
  if (macaroon === null) return null;
  const id = macaroon.identifier.toString('latin1');
  return /^[0-9A-Za-z]{22}$/.test(id) ? { wire: 'ATTENUABLE', id, macaroon } : null;
}
