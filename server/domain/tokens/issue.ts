// Mint a token. Only sessions mint; a token is asked for with scopes by name, excess is refused and never trimmed; the
// text is returned once. Making the rows is in `mint.ts`, replacing a token by its like in `rotate.ts`.

import type { TokenKind, TokenOrigin, User } from '../../storage/_generated/sqlite/client.ts';
import type { Committed, Write } from '../../storage/transact.ts';
import type { Caller, UserActor } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { NotAllowed, NotFound } from '../errors.ts';
import { quote } from '../names.ts';
import { transactAs } from '../transact-as.ts';
import { requireFreshSession } from '../users/fresh.ts';
import type { World } from '../world.ts';
import { requireRoom } from './caps.ts';
import { parsePatterns, parseRanges, parseTokenDescription, parseTokenName } from './fields.ts';
import { mintToken, type IssuedToken, type MintableWire } from './mint.ts';
import { tokenTimes, type WantedTimes } from './policy.ts';
import { indexesAt, requireRightsOf, wantedPaths } from './reach.ts';
import { parseScopes, requireScopesOfRole } from './scope.ts';

export interface NewToken extends WantedTimes {
  readonly name: string;
  readonly description?: string | null;
  /** Absent: OPAQUE. */
  readonly wire?: MintableWire;
  readonly scopes: readonly string[];
  /** Index paths; with `allIndexes` they are needed, and allowed, only where a scope is about indexes. */
  readonly indexes?: readonly string[];
  /** True: every index the owner can reach, and `indexes` must be absent. */
  readonly allIndexes?: boolean;
  /** Absent: every project. An empty list means none. */
  readonly projects?: readonly string[];
  /** Absent: every address. An empty list means none. */
  readonly addresses?: readonly string[];
  readonly kind?: Exclude<TokenKind, 'REP'>;
  /** The owner's name; absent: the caller. Admins may mint for service accounts and members. */
  readonly owner?: string;
}

/**
 * @throws {FreshSignInRequired} @throws {InvalidInput} @throws {NotFound} @throws {NotAllowed} @throws {NameTaken}
 * @throws {RateLimited}
 */
export async function issueToken(
  world: World,
  caller: Caller,
  input: NewToken,
): Promise<Committed<IssuedToken>> {
  const actor = requireFreshSession(world, caller.actor, 'tokens:create');
  const scopes = parseScopes(input.scopes);
  const name = parseTokenName(input.name);
  const description = parseTokenDescription(input.description ?? null);
  const paths = wantedPaths({ ...input, scopes });
  const patterns = input.projects === undefined ? null : parsePatterns(input.projects);
  const ranges = input.addresses === undefined ? null : parseRanges(input.addresses);
  const times = tokenTimes(input, world.tokenPolicy, world.clock());

  return transactAs(world, caller, async (write) => {
    const owner = await tokenOwner(write, actor, input.owner);
    requireScopesOfRole(scopes, owner);
    const indexes = paths === null ? null : await indexesAt(write, actor, paths);
    requireRightsOf(owner, scopes, indexes ?? []);
    await requireRoom(write, world.tokenPolicy, owner.id);
    const issued = await mintToken(world, write, caller, {
      ...times,
      wire: input.wire ?? 'OPAQUE',
      kind: input.kind ?? 'PAT',
      ownerId: owner.id,
      issuerId: actor.user.id,
      name,
      description,
      scopes,
      indexIds: indexes?.map(({ id }) => id) ?? null,
      patterns,
      ranges,
      origin: originOf(actor),
      familyId: null,
      rotatedFromId: null,
    });
    const { token } = issued;
    await record(world, write, caller, {
      action: 'token.created',
      subject: {
        kind: 'token',
        id: token.id,
        name,
        ownerId: owner.id,
        ...(indexes?.length === 1 && { indexId: indexes[0]!.id }),
      },
      detail: {
        wire: token.wire,
        scopes,
        indexes: indexes?.map(({ path }) => path) ?? [],
        allIndexes: indexes === null,
        ...(patterns !== null && { patterns }),
        ...(ranges !== null && { addresses: ranges }),
        expiresAt: token.expiresAt?.toISOString() ?? null,
        ...(owner.id !== actor.user.id && { owner: owner.name }),
      },
    });
    return issued;
  });
}

/** Oneself, or by an admin a service account or a member. */
async function tokenOwner(write: Write, actor: UserActor, name: string | undefined): Promise<User> {
  if (name === undefined || name === actor.user.name)
    return existing(await ownRow(write, actor), actor.user.name);
  if (actor.user.role !== 'ADMIN') {
    throw new NotAllowed('Only an admin may mint a token for another user.', ['owner']);
  }
  const owner = existing(await write.read.user.findUnique({ where: { name } }), name);
  if (owner.role === 'ADMIN') throw new NotAllowed('Nobody mints tokens for another admin.', ['owner']);
  return owner;
}

/** As it is committed by now: the role may have changed since the request began. */
async function ownRow(write: Write, { user }: UserActor): Promise<User | null> {
  return (await write.find('User', { id: user.id }))[0] ?? null;
}

function existing(user: User | null, name: string): User {
  if (user !== null && user.deletedAt === null) return user;
  throw new NotFound(`There is no user ${quote(name)}.`, ['owner']);
}

function originOf({ credential }: UserActor): TokenOrigin {
  return credential.kind === 'session' && credential.carrier === 'COOKIE' ? 'WEB' : 'API';
}
