// Mint and revoke tokens. Only sessions mint; a token is asked for with scopes by name, excess is refused
// and never trimmed; the text is returned once and its hash stored.

import type { Token, TokenKind } from '../../storage/_generated/sqlite/client.ts';
import type { Committed, Write } from '../../storage/transact.ts';
import { violatedUniqueIndex } from '../../storage/unique-violation.ts';
import type { Caller, UserActor } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { InvalidInput, NameTaken, NotAllowed, NotFound } from '../errors.ts';
import { maySee, WITH_GRANTS } from '../indexes/access.ts';
import { foldName, quote } from '../names.ts';
import { requireSession } from '../permissions.ts';
import { transactAs } from '../transact-as.ts';
import { requireFreshSession } from '../users/fresh.ts';
import { newId, type World } from '../world.ts';
import { parseProjectPattern } from './patterns.ts';
import { parseScopes, requireScopesOfRole, type Scope } from './scope.ts';
import { sealToken } from './seal.ts';
import { composeCredential, formatCredential, hashSecret, type CredentialTextKind } from './secret.ts';

const DEFAULT_LIFE_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;
const LIVE_TOKENS_OF_AN_OWNER = 200;
const LONGEST_LIST = 100;

export interface NewToken {
  readonly name: string;
  readonly scopes: readonly string[];
  /** Index paths. */
  readonly indexes?: readonly string[];
  /** True: every index the owner can reach, and `indexes` must be absent. */
  readonly allIndexes?: boolean;
  /** Absent: every project. An empty list means none. */
  readonly projects?: readonly string[];
  /** Absent: in 30 days. Null: never. */
  readonly expiresAt?: Date | null;
  readonly notBefore?: Date | null;
  readonly kind?: Exclude<TokenKind, 'REP'>;
  /** The owner's name; absent: the caller. Admins may mint for service accounts and members. */
  readonly owner?: string;
}

export interface IssuedToken {
  readonly token: Token;
  /** Shown once. */
  readonly plaintext: string;
}

/** @throws {FreshSignInRequired} @throws {InvalidInput} @throws {NotFound} @throws {NotAllowed} @throws {NameTaken} */
export async function issueToken(
  world: World,
  caller: Caller,
  input: NewToken,
): Promise<Committed<IssuedToken>> {
  const actor = requireFreshSession(world, caller.actor, 'tokens:create');
  const scopes = parseScopes(input.scopes);
  const name = parseTokenName(input.name);
  const patterns = input.projects === undefined ? null : parsePatterns(input.projects);
  const times = parseTimes(input, world.clock());
  const kind = input.kind ?? 'PAT';
  const credential = composeCredential(
    kind.toLowerCase() as CredentialTextKind,
    world.random(16),
    world.random(32),
  );

  return transactAs(world, caller, async (write) => {
    const owner = await tokenOwner(write, actor, input.owner);
    requireScopesOfRole(scopes, owner);
    const indexes = await boundIndexes(write, { ...actor, user: owner }, input);
    await checkCap(write, owner.id);
    const token = await insertToken(
      write,
      {
        id: credential.id,
        kind,
        ownerId: owner.id,
        issuerId: actor.user.id,
        name,
        secretHash: hashSecret(credential.secret),
        allIndexes: indexes === null,
        allProjects: patterns === null,
        createdAddress: caller.address,
        ...times,
        scopes,
        indexIds: indexes?.map((index) => index.id) ?? [],
        patterns: patterns ?? [],
      },
      world,
    );
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
        scopes,
        indexes: indexes?.map((index) => index.path) ?? [],
        allIndexes: indexes === null,
        expiresAt: token.expiresAt?.toISOString() ?? null,
      },
    });
    return { token, plaintext: formatCredential(credential) };
  });
}

/** Revoking a revoked token changes nothing. @throws {NotFound} in the same words for foreign and unknown ids */
export async function revokeToken(world: World, caller: Caller, tokenId: string): Promise<Committed<Token>> {
  const actor = requireSession(caller.actor, 'tokens:revoke');
  return transactAs(world, caller, async (write) => {
    const token = await write.read.token.findUnique({ where: { id: tokenId } });
    const isOwn = token?.ownerId === actor.user.id;
    if (token === null || (!isOwn && actor.user.role !== 'ADMIN')) {
      throw new NotFound(`There is no token ${quote(tokenId)}.`, ['tokenId']);
    }
    if (token.revokedAt !== null) return token;
    const revokeReason = isOwn ? 'OWNER' : 'ADMIN';
    const revoked = await write.update(
      'Token',
      { id: token.id },
      { revokedAt: write.at, revokedById: actor.user.id, revokeReason, liveName: null, seal: null },
    );
    await record(world, write, caller, {
      action: 'token.revoked',
      subject: { kind: 'token', id: token.id, name: token.name, ownerId: token.ownerId },
      detail: { reason: revokeReason },
    });
    return revoked;
  });
}

/** Oneself, or by an admin a service account or a member. */
async function tokenOwner(write: Write, actor: UserActor, name: string | undefined) {
  if (name === undefined || name === actor.user.name) return actor.user;
  if (actor.user.role !== 'ADMIN') {
    throw new NotAllowed('Only an admin may mint a token for another user.', ['owner']);
  }
  const owner = await write.read.user.findUnique({ where: { name } });
  if (owner === null || owner.deletedAt !== null)
    throw new NotFound(`There is no user ${quote(name)}.`, ['owner']);
  if (owner.role === 'ADMIN') throw new NotAllowed('Nobody mints tokens for another admin.', ['owner']);
  return owner;
}

/** Null for all indexes. Each named one must be visible to the owner, else it does not exist for this token. */
async function boundIndexes(write: Write, owner: UserActor, input: NewToken) {
  const paths = [...new Set(input.indexes ?? [])];
  if (input.allIndexes === true) {
    if (paths.length === 0) return null;
    throw new InvalidInput('INVALID_INPUT', 'Name indexes or ask for all of them, not both.', ['indexes']);
  }
  if (paths.length === 0) {
    throw new InvalidInput('INVALID_INPUT', 'Name at least one index, or ask for all indexes.', ['indexes']);
  }
  if (paths.length > LONGEST_LIST) {
    throw new InvalidInput('INVALID_INPUT', `A token names at most ${LONGEST_LIST} indexes.`, ['indexes']);
  }
  const found = await write.read.packageIndex.findMany({
    where: { livePath: { in: paths } },
    include: WITH_GRANTS,
  });
  const visible = found.filter((index) => maySee(owner, index));
  const missing = paths.find((path) => !visible.some((index) => index.path === path));
  if (missing !== undefined) throw new NotFound(`There is no package index ${quote(missing)}.`, ['indexes']);
  return visible;
}

async function checkCap(write: Write, ownerId: string): Promise<void> {
  const live = await write.read.token.count({
    where: { ownerId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: write.at } }] },
  });
  if (live >= LIVE_TOKENS_OF_AN_OWNER) {
    throw new NotAllowed(`A user has at most ${LIVE_TOKENS_OF_AN_OWNER} live tokens; revoke one first.`);
  }
}

interface TokenRows {
  readonly id: string;
  readonly kind: TokenKind;
  readonly ownerId: string;
  readonly issuerId: string;
  readonly name: string;
  readonly secretHash: string;
  readonly allIndexes: boolean;
  readonly allProjects: boolean;
  readonly createdAddress: string | null;
  readonly notBefore: Date | null;
  readonly expiresAt: Date | null;
  readonly scopes: readonly Scope[];
  readonly indexIds: readonly string[];
  readonly patterns: readonly string[];
}

async function insertToken(
  write: Write,
  { scopes, indexIds, patterns, ...columns }: TokenRows,
  world: World,
): Promise<Token> {
  const whole = {
    ...columns,
    wire: 'OPAQUE',
    salt: null,
    rootKeyVersion: null,
    allAddresses: true,
    familyId: null,
    graceUntil: null,
    pausedAt: null,
    createdAt: write.at,
  } as const;
  const seal = sealToken(world.serverKey, {
    ...whole,
    scopes: scopes.map((scope) => ({ scope })),
    indexes: indexIds.map((indexId) => ({ indexId })),
    projects: patterns.map((pattern) => ({ pattern })),
    addresses: [],
  });
  const token = await write
    .create('Token', { ...whole, ...seal, liveName: foldName(columns.name) })
    .catch((error: unknown) => {
      if (violatedUniqueIndex(error) !== 'Token_ownerId_liveName_key') throw error;
      throw new NameTaken(columns.name, `There is a live token called ${quote(columns.name)} already.`);
    });
  const tokenId = token.id;
  for (const scope of scopes) await write.create('TokenScope', { id: newId(world), tokenId, scope });
  for (const indexId of indexIds) await write.create('TokenIndex', { id: newId(world), tokenId, indexId });
  for (const pattern of patterns) await write.create('TokenProject', { id: newId(world), tokenId, pattern });
  return token;
}

function parseTokenName(text: string): string {
  const name = text.trim();
  if (name !== '' && name.length <= 100 && !/\p{Cc}/u.test(name)) return name;
  throw new InvalidInput('INVALID_NAME', 'A token name has 1 to 100 characters and no control characters.', [
    'name',
  ]);
}

function parsePatterns(texts: readonly string[]): string[] {
  if (texts.length > LONGEST_LIST) {
    throw new InvalidInput('INVALID_PATTERN', `A token names at most ${LONGEST_LIST} projects.`, [
      'projects',
    ]);
  }
  return [...new Set(texts.map(parseProjectPattern))];
}

function parseTimes(input: NewToken, now: Date): { notBefore: Date | null; expiresAt: Date | null } {
  const notBefore = input.notBefore ?? null;
  const expiresAt =
    input.expiresAt === undefined ? new Date(now.getTime() + DEFAULT_LIFE_MILLISECONDS) : input.expiresAt;
  if (expiresAt !== null && expiresAt <= (notBefore ?? now)) {
    throw new InvalidInput(
      'INVALID_EXPIRY',
      'A token must expire after now, and after the moment it begins.',
      ['expiresAt'],
    );
  }
  return { notBefore, expiresAt };
}
