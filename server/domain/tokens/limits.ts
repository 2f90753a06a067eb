// How far a token reaches, as data, and the questions that are asked of it. Every limit only takes away: what lies
// outside one is refused whatever the others say, and what a holder adds to a macaroon is added here as further limits.

import { BlockList, isIPv4 } from 'node:net';
import type { Scope } from './scope.ts';
import type { TokenWithRows } from './seal.ts';

/** A project has to be among these; of several limits, in each. */
export type ProjectLimit =
  /** Normalised names, or their beginning and a final `*`. */
  | { readonly patterns: readonly string[] }
  /** Normalised names by the id of the index that holds them. */
  | { readonly held: ReadonlyMap<string, ReadonlySet<string>> };

export interface TokenLimits {
  readonly scopes: ReadonlySet<Scope>;
  /** True: every index of the owner. False: those of `indexIds` alone. */
  readonly allIndexes: boolean;
  readonly indexIds: ReadonlySet<string>;
  /** Empty: every project. */
  readonly projectLimits: readonly ProjectLimit[];
  /** The address has to lie in one range of each list; no list: every address. */
  readonly addressLimits: readonly (readonly string[])[];
  /** Whether a holder bound it to indexes: it does nothing then that is not about one of them. */
  readonly onlyInIndexes: boolean;
  readonly notBefore: Date | null;
  readonly expiresAt: Date | null;
}

/** The limits that the row itself sets, whoever presents it. */
export function limitsOf(token: TokenWithRows): TokenLimits {
  return {
    scopes: new Set(token.scopes.map(({ scope }) => scope as Scope)),
    allIndexes: token.allIndexes,
    indexIds: new Set(token.indexes.map(({ indexId }) => indexId)),
    projectLimits: token.allProjects ? [] : [{ patterns: token.projects.map(({ pattern }) => pattern) }],
    addressLimits: token.allAddresses ? [] : [token.addresses.map(({ range }) => range)],
    onlyInIndexes: false,
    notBefore: token.notBefore,
    expiresAt: earlier(token.expiresAt, token.graceUntil),
  };
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

export function coversIndex(limits: Pick<TokenLimits, 'allIndexes' | 'indexIds'>, indexId: string): boolean {
  return limits.allIndexes || limits.indexIds.has(indexId);
}

/** Whether the token reaches the project of this index; `normalizedName` in PEP 503 form. */
export function coversProject(
  { projectLimits }: Pick<TokenLimits, 'projectLimits'>,
  indexId: string,
  normalizedName: string,
): boolean {
  return projectLimits.every((limit) =>
    'patterns' in limit
      ? limit.patterns.some((pattern) => matchesPattern(pattern, normalizedName))
      : limit.held.get(indexId)?.has(normalizedName) === true,
  );
}

/** Half open: valid from `notBefore`, no longer at `expiresAt`. */
export function isWithinTimes(limits: Pick<TokenLimits, 'notBefore' | 'expiresAt'>, now: Date): boolean {
  if (limits.notBefore !== null && now < limits.notBefore) return false;
  return limits.expiresAt === null || now < limits.expiresAt;
}

/** An address that is not known lies in no range. */
export function coversAddress(
  { addressLimits }: Pick<TokenLimits, 'addressLimits'>,
  address: string | null,
): boolean {
  return addressLimits.every((ranges) => {
    if (address === null) return false;
    const family = familyOf(address);
    return networksOf(ranges)[family].check(address, family);
  });
}

export function matchesPattern(pattern: string, normalizedName: string): boolean {
  return pattern.endsWith('*') ? normalizedName.startsWith(pattern.slice(0, -1)) : normalizedName === pattern;
}

type Networks = Readonly<Record<'ipv4' | 'ipv6', BlockList>>;

const known = new WeakMap<readonly string[], Networks>();

/** Asked with every request, so made once for each list. One list of both would take IPv4 for a part of IPv6. */
function networksOf(ranges: readonly string[]): Networks {
  let networks = known.get(ranges);
  if (networks === undefined) {
    networks = { ipv4: new BlockList(), ipv6: new BlockList() };
    for (const range of ranges) {
      const [base = '', bits] = range.split('/');
      const family = familyOf(base);
      networks[family].addSubnet(base, Number(bits), family);
    }
    known.set(ranges, networks);
  }
  return networks;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}
