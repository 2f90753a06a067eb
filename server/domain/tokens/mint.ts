// The one place that makes a token: its id, what it is checked by, its rows and its seal. Who may have which is decided
// before, in `issue.ts` and `rotate.ts`; a legacy token is never made here, only taken over in `legacy.ts`.

import type { Token, TokenKind, TokenOrigin } from '../../storage/_generated/sqlite/client.ts';
import type { Write } from '../../storage/transact.ts';
import { violatedUniqueIndex } from '../../storage/unique-violation.ts';
import type { Caller } from '../actor.ts';
import { NameTaken } from '../errors.ts';
import { foldName, quote } from '../names.ts';
import { newId, type World } from '../world.ts';
import { mintMacaroon } from './attenuable.ts';
import type { TokenTimes } from './policy.ts';
import type { Scope } from './scope.ts';
import { sealToken } from './seal.ts';
import { composeCredential, formatCredential, hashSecret, type CredentialTextKind } from './secret.ts';

/** Which kinds of token there are to choose from. */
export type MintableWire = 'OPAQUE' | 'ATTENUABLE';

export interface Minting extends TokenTimes {
  readonly wire: MintableWire;
  readonly kind: Exclude<TokenKind, 'REP'>;
  readonly ownerId: string;
  readonly issuerId: string;
  readonly name: string;
  readonly description: string | null;
  readonly scopes: readonly Scope[];
  /** Null: all of the owner's. */
  readonly indexIds: readonly string[] | null;
  /** Null: every project. */
  readonly patterns: readonly string[] | null;
  /** Null: every address. */
  readonly ranges: readonly string[] | null;
  readonly origin: TokenOrigin;
  readonly familyId: string | null;
  readonly rotatedFromId: string | null;
}

export interface IssuedToken {
  readonly token: Token;
  /** Shown once. */
  readonly plaintext: string;
}

/** @throws {NameTaken} when the owner has a live token of this name */
export async function mintToken(
  world: World,
  write: Write,
  caller: Caller,
  minting: Minting,
): Promise<IssuedToken> {
  const { indexIds, patterns, ranges, scopes, ...columns } = minting;
  const { plaintext, ...proof } = proofOf(world, minting);
  const whole = {
    ...columns,
    ...proof,
    allIndexes: indexIds === null,
    allProjects: patterns === null,
    allAddresses: ranges === null,
    createdAt: write.at,
    createdAddress: caller.address,
    createdClient: caller.client,
    graceUntil: null,
    pausedAt: null,
  };
  const seal = sealToken(world.serverKey, {
    ...whole,
    scopes: scopes.map((scope) => ({ scope })),
    indexes: (indexIds ?? []).map((indexId) => ({ indexId })),
    projects: (patterns ?? []).map((pattern) => ({ pattern })),
    addresses: (ranges ?? []).map((range) => ({ range })),
  });
  const token = await write
    .create('Token', { ...whole, ...seal, liveName: foldName(columns.name) })
    .catch(rethrowTakenName(columns.name));
  await addRows(world, write, token.id, { scopes, indexIds, patterns, ranges });
  return { token, plaintext };
}

/** What narrows a token, as rows of their own. */
export interface NewRows {
  readonly scopes?: readonly string[];
  readonly indexIds?: readonly string[] | null;
  readonly patterns?: readonly string[] | null;
  readonly ranges?: readonly string[] | null;
}

export async function addRows(
  world: World,
  write: Write,
  tokenId: string,
  { scopes, indexIds, patterns, ranges }: NewRows,
): Promise<void> {
  const row = () => ({ id: newId(world), tokenId });
  await write.createAll('TokenScope', (scopes ?? []).map((scope) => ({ ...row(), scope }))); // prettier-ignore
  await write.createAll('TokenIndex', (indexIds ?? []).map((indexId) => ({ ...row(), indexId }))); // prettier-ignore
  await write.createAll('TokenProject', (patterns ?? []).map((pattern) => ({ ...row(), pattern }))); // prettier-ignore
  await write.createAll('TokenAddress', (ranges ?? []).map((range) => ({ ...row(), range }))); // prettier-ignore
}

/** For whatever writes the name of a live token. */
export function rethrowTakenName(name: string) {
  return (error: unknown): never => {
    if (violatedUniqueIndex(error) !== 'Token_ownerId_liveName_key') throw error;
    throw new NameTaken(name, `There is a live token called ${quote(name)} already.`);
  };
}

interface Proof {
  readonly id: string;
  readonly secretHash: string | null;
  readonly salt: string | null;
  readonly rootKeyVersion: number | null;
  readonly plaintext: string;
}

/** What its text is checked by: the hash of a secret, or a root key that follows from the salt. */
function proofOf({ random, serverKey, tokenPolicy }: World, { wire, kind }: Minting): Proof {
  const credential = composeCredential(kind.toLowerCase() as CredentialTextKind, random(16), random(32));
  const { id, secret } = credential;
  if (wire === 'OPAQUE') {
    return {
      id,
      secretHash: hashSecret(secret),
      salt: null,
      rootKeyVersion: null,
      plaintext: formatCredential(credential),
    };
  }
  const salt = random(16).toString('hex');
  return {
    id,
    secretHash: null,
    salt,
    rootKeyVersion: serverKey.currentVersion,
    plaintext: mintMacaroon(serverKey, { id, salt, location: tokenPolicy.location }),
  };
}
