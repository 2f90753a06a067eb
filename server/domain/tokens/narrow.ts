// Narrow a token that exists: the row is changed and sealed anew, so that every copy of it is narrower from the next
// request on. The rule is `narrowing.ts`; nothing here widens.

import type { Token } from '../../storage/_generated/sqlite/client.ts';
import type { Committed, Write } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { requireSession } from '../permissions.ts';
import { transactAs } from '../transact-as.ts';
import type { World } from '../world.ts';
import {
  changeableToken,
  requireNotRotated,
  requireOurs,
  requireSealed,
  type ExistingToken,
} from './existing.ts';
import { parsePatterns, parseRanges } from './fields.ts';
import { addRows } from './mint.ts';
import { FIELD_OF, narrowed, type Limits, type Wish } from './narrowing.ts';
import { expiryRefused } from './policy.ts';
import { indexesAt } from './reach.ts';
import { parseScopes, type Scope } from './scope.ts';
import { sealToken } from './seal.ts';

/** Absent: as it is. Empty: nothing, apart from scopes, of which one has to stay. */
export interface Narrowing {
  readonly tokenId: string;
  readonly scopes?: readonly string[];
  /** Index paths. */
  readonly indexes?: readonly string[];
  readonly projects?: readonly string[];
  readonly addresses?: readonly string[];
  readonly expiresAt?: Date;
  readonly notBefore?: Date;
}

/** @throws {InvalidInput} WOULD_WIDEN among others @throws {NotFound} @throws {NotAllowed} */
export async function narrowToken(
  world: World,
  caller: Caller,
  { tokenId, indexes: paths, ...input }: Narrowing,
): Promise<Committed<Token>> {
  const actor = requireSession(caller.actor, 'tokens:update');
  const wish: Wish = {
    scopes: input.scopes && parseScopes(input.scopes),
    patterns: input.projects && parsePatterns(input.projects),
    ranges: input.addresses && parseRanges(input.addresses),
    expiresAt: input.expiresAt,
    notBefore: input.notBefore,
  };
  return transactAs(world, caller, async (write) => {
    const token = await changeableToken(write.read, actor, tokenId);
    requireOurs(token);
    requireSealed(world, token, write.at);
    requireNotRotated(token);
    const indexes = paths && (await indexesAt(write, actor, paths));
    const limits = limitsOf(token);
    const narrower = narrowed(
      limits,
      { ...wish, indexIds: indexes?.map(({ id }) => id) },
      (id) => indexes?.find((index) => index.id === id)?.path ?? id,
    );
    requireSomeTime(narrower, input, write.at);
    const changed = (Object.keys(FIELD_OF) as (keyof Limits)[]).filter(
      (limit) => textOf(limits[limit]) !== textOf(narrower[limit]),
    );
    if (changed.length === 0) return token;
    return store(world, write, caller, token, narrower, changed);
  });
}

export function limitsOf(token: ExistingToken): Limits {
  return {
    scopes: token.scopes.map(({ scope }) => scope as Scope),
    indexIds: token.allIndexes ? null : token.indexes.map(({ indexId }) => indexId),
    patterns: token.allProjects ? null : token.projects.map(({ pattern }) => pattern),
    ranges: token.allAddresses ? null : token.addresses.map(({ range }) => range),
    expiresAt: token.expiresAt,
    notBefore: token.notBefore,
  };
}

/** @throws {InvalidInput} INVALID_EXPIRY */
function requireSomeTime(
  { expiresAt, notBefore }: Limits,
  input: Pick<Narrowing, 'expiresAt' | 'notBefore'>,
  now: Date,
): void {
  if (input.expiresAt !== undefined && !(input.expiresAt > now)) {
    throw expiryRefused('That moment is over. To end a token now, revoke it.');
  }
  if (expiresAt !== null && notBefore !== null && notBefore >= expiresAt) {
    throw expiryRefused(
      'A token must expire after the moment it begins.',
      input.notBefore === undefined ? 'expiresAt' : 'notBefore',
    );
  }
}

async function store(
  world: World,
  write: Write,
  caller: Caller,
  token: ExistingToken,
  narrower: Limits,
  changed: readonly (keyof Limits)[],
): Promise<Token> {
  const columns = {
    allIndexes: narrower.indexIds === null,
    allProjects: narrower.patterns === null,
    allAddresses: narrower.ranges === null,
    expiresAt: narrower.expiresAt,
    notBefore: narrower.notBefore,
  };
  const seal = sealToken(world.serverKey, {
    ...token,
    ...columns,
    scopes: narrower.scopes.map((scope) => ({ scope })),
    indexes: (narrower.indexIds ?? []).map((indexId) => ({ indexId })),
    projects: (narrower.patterns ?? []).map((pattern) => ({ pattern })),
    addresses: (narrower.ranges ?? []).map((range) => ({ range })),
  });
  await replaceRows(world, write, token, narrower, changed);
  const stored = await write.update('Token', { id: token.id }, { ...columns, ...seal });
  await record(world, write, caller, {
    action: 'token.narrowed',
    subject: { kind: 'token', id: token.id, name: token.name, ownerId: token.ownerId },
    detail: await detailOf(write, narrower, changed),
  });
  return stored;
}

async function replaceRows(
  world: World,
  write: Write,
  token: ExistingToken,
  narrower: Limits,
  changed: readonly (keyof Limits)[],
): Promise<void> {
  const rowsOf = await write.read.token.findUniqueOrThrow({
    where: { id: token.id },
    select: { scopes: true, indexes: true, projects: true, addresses: true },
  });
  const old = {
    scopes: rowsOf.scopes.map(({ id }) => ['TokenScope', id] as const),
    indexIds: rowsOf.indexes.map(({ id }) => ['TokenIndex', id] as const),
    patterns: rowsOf.projects.map(({ id }) => ['TokenProject', id] as const),
    ranges: rowsOf.addresses.map(({ id }) => ['TokenAddress', id] as const),
    expiresAt: [],
    notBefore: [],
  };
  for (const limit of changed) {
    for (const [model, id] of old[limit]) await write.remove(model, { id });
    await addRows(world, write, token.id, { [limit]: narrower[limit] });
  }
}

/** What it has from now on, of the limits that changed. */
async function detailOf(write: Write, limits: Limits, changed: readonly (keyof Limits)[]) {
  const { scopes, indexIds, patterns, ranges, expiresAt, notBefore } = limits;
  const indexes = await write.read.packageIndex.findMany({
    where: { id: { in: [...(indexIds ?? [])] } },
    orderBy: { path: 'asc' },
    select: { path: true },
  });
  const has = (limit: keyof Limits) => changed.includes(limit);
  return {
    ...(has('scopes') && { scopes: [...scopes] }),
    ...(has('indexIds') && { indexes: indexes.map(({ path }) => path) }),
    ...(has('patterns') && { patterns: [...(patterns ?? [])] }),
    ...(has('ranges') && { addresses: [...(ranges ?? [])] }),
    ...(has('expiresAt') && { expiresAt: expiresAt?.toISOString() ?? null }),
    ...(has('notBefore') && { notBefore: notBefore?.toISOString() ?? null }),
  };
}

/** The same for the same limit, in whichever order its items stand. */
function textOf(limit: Limits[keyof Limits]): string {
  return JSON.stringify(Array.isArray(limit) ? [...(limit as readonly string[])].sort() : limit);
}
