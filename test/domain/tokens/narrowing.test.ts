// Narrowing never widens: on thousands of tokens, wishes and uses, with the rule itself as what is tried, and with each
// of its checks taken out once.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  coversAddress,
  coversIndex,
  coversProject,
  isWithinTimes,
  type TokenLimits,
} from '../../../server/domain/tokens/limits.ts';
import {
  FIELD_OF,
  narrowed,
  WITHIN,
  type LimitChecks,
  type Limits,
  type Wish,
} from '../../../server/domain/tokens/narrowing.ts';
import type { Scope } from '../../../server/domain/tokens/scope.ts';

interface Use {
  readonly scope: Scope;
  readonly index: string;
  readonly project: string;
  readonly address: string;
  readonly at: Date;
}

interface Case {
  readonly limits: Limits;
  readonly wish: Wish;
  readonly use: Use;
}

const SCOPES: Scope[] = ['index:read', 'index:upload', 'indexes:read'];
const INDEXES = ['prod', 'dev', 'test'];
const PATTERNS = ['acme*', 'acme-tool', 'acme-t*', 'beta'];
const RANGES = ['10.0.0.0/8', '10.1.0.0/16', '10.1.2.3/32', '2001:db8::/32'];
const HOURS = [1, 2, 3, 4, 5, 6].map((hour) => new Date(Date.UTC(2026, 0, 1, hour)));

/** Mostly what there is: a use that every token allows tells nothing, and one that none allows neither. */
const some = <Item>(items: readonly Item[]) =>
  fc.subarray([...items], { minLength: Math.max(1, items.length - 2) });
const orNull = <Item>(item: fc.Arbitrary<Item>) => fc.option(item, { freq: 2 });

const limits: fc.Arbitrary<Limits> = fc.record({
  scopes: some(SCOPES),
  indexIds: orNull(some(INDEXES)),
  patterns: orNull(some(PATTERNS)),
  ranges: orNull(some(RANGES)),
  notBefore: orNull(fc.constantFrom(...HOURS.slice(0, 3))),
  expiresAt: orNull(fc.constantFrom(...HOURS.slice(3))),
});

/** Nothing, something of what the token has, or anything: six times anything would nearly always be refused. */
const wished = <Item>(has: readonly Item[] | null, all: readonly Item[]) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 4, arbitrary: some(has ?? all) },
    { weight: 1, arbitrary: fc.subarray([...all]) },
  );
const wishedTime = (times: readonly Date[]) =>
  fc.option(fc.constantFrom(...times), { nil: undefined, freq: 2 });

const wishOn = ({ scopes, indexIds, patterns, ranges }: Limits): fc.Arbitrary<Wish> =>
  fc.record({
    scopes: wished(scopes, SCOPES),
    indexIds: wished(indexIds, INDEXES),
    patterns: wished(patterns, PATTERNS),
    ranges: wished(ranges, RANGES),
    notBefore: wishedTime(HOURS.slice(0, 3)),
    expiresAt: wishedTime(HOURS.slice(3)),
  });

const use: fc.Arbitrary<Use> = fc.record({
  scope: fc.constantFrom(...SCOPES),
  index: fc.constantFrom(...INDEXES),
  project: fc.constantFrom('acme-tool', 'acme-toys', 'acme', 'beta'),
  address: fc.constantFrom('10.1.2.3', '10.1.9.9', '10.7.7.7', '2001:db8::7'),
  at: fc.constantFrom(...HOURS.slice(1, 5)),
});

const cases = limits.chain((given) => fc.record({ limits: fc.constant(given), wish: wishOn(given), use }));
const RUNS = 12_000;

describe('narrowing a token', () => {
  it('never lets it do what it could not do before', () => {
    const seen = { all: 0, before: 0, after: 0 };
    const widened = fc.check(
      fc.property(cases, (each) => {
        const verdicts = verdictsOf(each, WITHIN);
        seen.all += 1;
        if (verdicts.before) seen.before += 1;
        if (verdicts.after) seen.after += 1;
        return verdicts.before || !verdicts.after;
      }),
      { numRuns: RUNS },
    );
    expect(widened.counterexample).toBeNull();
    expect(seen.all).toBeGreaterThanOrEqual(10_000);
    expect(seen.before / seen.all).toBeGreaterThanOrEqual(0.3);
    expect(seen.after / seen.all).toBeGreaterThanOrEqual(0.1);
  });

  it.each(Object.keys(FIELD_OF) as (keyof Limits)[])('would widen it without the check of %s', (limit) => {
    const checks: LimitChecks = { ...WITHIN, [limit]: () => null };
    const outcome = fc.check(
      fc.property(cases, (each) => {
        const { before, after } = verdictsOf(each, checks);
        return before || !after;
      }),
      { numRuns: RUNS },
    );
    expect(outcome.failed).toBe(true);
  });

  it('takes whatever lies within, and leaves the rest as it is', () => {
    const given: Limits = {
      scopes: ['index:read', 'index:upload'],
      indexIds: null,
      patterns: ['acme*'],
      ranges: ['10.0.0.0/8'],
      expiresAt: HOURS[4]!,
      notBefore: null,
    };
    expect(
      narrowed(given, {
        scopes: ['index:read'],
        indexIds: [],
        patterns: ['acme-tool'],
        expiresAt: HOURS[3]!,
      }),
    ).toEqual({
      ...given,
      scopes: ['index:read'],
      indexIds: [],
      patterns: ['acme-tool'],
      expiresAt: HOURS[3],
    });
  });

  it.each([
    [{ scopes: ['index:read', 'index:upload'] }, 'scopes', 'the scope index:upload'],
    [{ indexIds: ['dev'] }, 'indexes', 'the index alice/dev'],
    [{ patterns: ['acme*'] }, 'projects', 'the project pattern acme*'],
    [{ ranges: ['10.0.0.0/8'] }, 'addresses', 'the address range 10.0.0.0/8'],
    [{ expiresAt: HOURS[5]! }, 'expiresAt', 'an end later than 2026-01-01T05:00:00.000Z'],
    [{ notBefore: HOURS[0]! }, 'notBefore', 'a beginning earlier than 2026-01-01T02:00:00.000Z'],
  ] as const)('refuses %o, and says what lies outside', (wider, field, words) => {
    const given: Limits = {
      scopes: ['index:read'],
      indexIds: ['prod'],
      patterns: ['acme-t*'],
      ranges: ['10.1.0.0/16'],
      expiresAt: HOURS[4]!,
      notBefore: HOURS[1]!,
    };
    expect(() => narrowed(given, wider as Wish, (id) => `alice/${id}`)).toThrow(
      expect.objectContaining({
        code: 'WOULD_WIDEN',
        path: [field],
        message: `The token does not have ${words}: narrowing takes away only. Create another token for it.`,
      }),
    );
  });
});

/** Whether the token allowed the use before, and whether it does after what came of the wish. */
function verdictsOf({ limits: given, wish, use: tried }: Case, checks: LimitChecks) {
  return { before: allows(given, tried), after: allows(orNothing(given, wish, checks), tried) };
}

/** Refused, nothing comes of it. */
function orNothing(given: Limits, wish: Wish, checks: LimitChecks): Limits {
  try {
    return narrowed(given, wish, undefined, checks);
  } catch {
    return { ...given, scopes: [] };
  }
}

/** By the rules that every request is asked. */
function allows(given: Limits, { scope, index, project, address, at }: Use): boolean {
  const limitsNow: TokenLimits = {
    scopes: new Set(given.scopes),
    allIndexes: given.indexIds === null,
    indexIds: new Set(given.indexIds),
    projectLimits: given.patterns === null ? [] : [{ patterns: given.patterns }],
    addressLimits: given.ranges === null ? [] : [given.ranges],
    onlyInIndexes: false,
    notBefore: given.notBefore,
    expiresAt: given.expiresAt,
  };
  return (
    limitsNow.scopes.has(scope) &&
    coversIndex(limitsNow, index) &&
    coversProject(limitsNow, index, project) &&
    coversAddress(limitsNow, address) &&
    isWithinTimes(limitsNow, at)
  );
}
