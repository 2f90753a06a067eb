// What holders leave of their tokens: caveat by caveat in examples, and for thousands of generated tokens, caveats and
// requests that narrowing never widens. Each intersection is taken out once, and has to be missed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { User } from '../../../server/storage/_generated/sqlite/client.ts';
import type { TokenActor } from '../../../server/domain/actor.ts';
import { normalizeProjectName } from '../../../server/domain/packages/filenames.ts';
import { PERMISSIONS, whyNot, type Permission } from '../../../server/domain/permissions.ts';
import {
  coversAddress,
  coversIndex,
  coversProject,
  isWithinTimes,
  type TokenLimits,
} from '../../../server/domain/tokens/limits.ts';
import { readCaveat, type Caveat } from '../../../server/domain/tokens/macaroon/caveats.ts';
import {
  DEVPI_WORDS_OF_SCOPE,
  insideBoth,
  INTERSECTIONS,
  restricted,
  UNLIMITED,
  type NamedThings,
} from '../../../server/domain/tokens/restrictions.ts';
import { SCOPES, type Scope } from '../../../server/domain/tokens/scope.ts';

const ALICE = '11111111-2222-4333-8444-555555555555';
const uuid = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const THINGS: NamedThings = {
  ownerId: ALICE,
  indexes: new Map([
    ['alice/dev', 'dev'],
    ['alice/prod', 'prod'],
    ['team/prod', 'team'],
  ]),
  projects: new Map([
    [uuid(1), { indexId: 'dev', normalizedName: 'my-pkg' }],
    [uuid(2), { indexId: 'prod', normalizedName: 'my-pkg' }],
    [uuid(3), { indexId: 'dev', normalizedName: 'other' }],
  ]),
};
const second = (number: number) => new Date(number * 1000);

function narrowed(...texts: string[]): TokenLimits | null {
  return restricted(UNLIMITED, texts.map(caveatOf), THINGS);
}

function caveatOf(text: string): Caveat {
  const caveat = readCaveat(Buffer.from(text));
  if (caveat === null) throw new Error(`${text} is no caveat.`);
  return caveat;
}

describe('a holder', () => {
  it('leaves the scopes whose devpi permissions are all allowed', () => {
    const left = (text: string) => [...narrowed(text)!.scopes].sort();
    expect(left('allowed=pkg_read')).toEqual(['index:read', 'indexes:read']);
    expect(left('allowed=upload')).toEqual(['index:upload']);
    expect(left('allowed=index_create')).toEqual([]);
    expect(left('allowed=index_create,index_modify')).toEqual(['indexes:write']);
    expect(left('allowed=index_delete,toxresult_upload')).toEqual(['indexes:delete']);
    expect(left('allowed=user_create,user_modify,user_delete,user_login,del_project')).toEqual([]);
  });

  it('who allows twice leaves what both allow', () => {
    expect(narrowed('allowed=pkg_read,upload', 'allowed=upload,index_delete')).toEqual({
      ...UNLIMITED,
      scopes: new Set(['index:upload']),
    });
  });

  it('leaves the named indexes alone, and nothing for those that are not there', () => {
    expect(narrowed('indexes=alice/dev,nobody/none')).toEqual({
      ...UNLIMITED,
      allIndexes: false,
      indexIds: new Set(['dev']),
      onlyInIndexes: true,
    });
    expect(narrowed('indexes=nobody/none')?.indexIds).toEqual(new Set());
    expect(narrowed('indexes=alice/dev', 'indexes=alice/prod')?.indexIds).toEqual(new Set());
  });

  it('leaves projects by name in any spelling, and by id in the index that holds them', () => {
    expect(narrowed('[1,["My_Pkg"]]', `[2,["${uuid(1)}","${uuid(3)}","${uuid(9)}"]]`)?.projectLimits).toEqual(
      [{ patterns: ['my-pkg'] }, { held: new Map([['dev', new Set(['my-pkg', 'other'])]]) }],
    );
  });

  it('leaves the latest beginning and the earliest end', () => {
    expect(narrowed('[0,100,10]', 'expires=90', 'not_before=5', '{"nbf": 20, "exp": 200}')).toEqual({
      ...UNLIMITED,
      notBefore: second(20),
      expiresAt: second(90),
    });
    expect(narrowed('expires=never')).toEqual(UNLIMITED);
  });

  it('leaves everything to the owner, and nothing to another user or a publisher', () => {
    expect(narrowed(`[3,"${ALICE}"]`)).toEqual(UNLIMITED);
    expect(narrowed('{"version": 1, "permissions": "user"}')).toEqual(UNLIMITED);
    expect(narrowed(`[3,"${uuid(1)}"]`)).toBeNull();
    expect(narrowed(`[4,"${ALICE}",null]`)).toBeNull();
  });
});

interface Asked {
  readonly permission: Permission;
  /** Null for what is not about an index. */
  readonly indexId: string | null;
  /** Normalised; null for the list of an index. */
  readonly project: string | null;
  readonly at: Date;
  readonly address: string;
}

const USER = { id: ALICE, name: 'alice', role: 'ADMIN' } as User;

/** What the server asks of a token, put together. */
function allows(limits: TokenLimits, { permission, indexId, project, at, address }: Asked): boolean {
  const credential = { kind: 'token', id: 'x', name: 'x', ...limits } as const;
  const actor: TokenActor = { kind: 'token', user: USER, credential };
  if (whyNot(actor, permission) !== null) return false;
  if (!isWithinTimes(limits, at) || !coversAddress(limits, address)) return false;
  if (indexId === null) return true;
  return coversIndex(limits, indexId) && (project === null || coversProject(limits, indexId, project));
}

/** What a caveat lets pass, said a second time and one request at a time. */
function holds(caveat: Caveat, { permission, indexId, project, at }: Asked): boolean {
  const scope = PERMISSIONS[permission].token as Scope;
  const isAboutPackages = permission.startsWith('packages:');
  const path = [...THINGS.indexes].find(([, id]) => id === indexId)?.[0];
  switch (caveat.kind) {
    case 'times': {
      const now = at.getTime() / 1000;
      return (caveat.notBefore ?? 0) <= now && now < (caveat.expires ?? Infinity);
    }
    case 'projects':
      return (
        isAboutPackages && (project === null || caveat.names.map(normalizeProjectName).includes(project))
      );
    case 'projectIds':
      if (!isAboutPackages || project === null) return isAboutPackages;
      return caveat.ids
        .map((id) => THINGS.projects.get(id))
        .some((held) => held?.indexId === indexId && held?.normalizedName === project);
    case 'user':
      return caveat.id === null || caveat.id === ALICE;
    case 'publisher':
      return false;
    case 'permissions':
      return DEVPI_WORDS_OF_SCOPE[scope]?.every((word) => caveat.words.includes(word)) === true;
    case 'indexes':
      return path !== undefined && caveat.paths.includes(path) && permission !== 'indexes:create';
  }
}

const ABOUT_INDEXES: readonly Permission[] = [
  'packages:read',
  'packages:upload',
  'indexes:update',
  'indexes:delete',
];
const ASKED: fc.Arbitrary<Asked> = fc
  .record({
    permission: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...ABOUT_INDEXES.slice(0, 2)) },
      { weight: 2, arbitrary: fc.constantFrom(...ABOUT_INDEXES) },
      { weight: 2, arbitrary: fc.constantFrom<Permission>('audit:browse', 'users:list', 'users:create') },
    ),
    indexId: fc.constantFrom('dev', 'prod', 'team'),
    project: fc.constantFrom(null, 'my-pkg', 'other', 'third'),
    at: fc.integer({ min: 3, max: 9 }).map(second),
    address: fc.constantFrom('192.0.2.7', '10.1.2.3', '2001:db8::1'),
  })
  .map((asked) => ({
    ...asked,
    ...(!ABOUT_INDEXES.includes(asked.permission) && { indexId: null, project: null }),
    ...(asked.permission.startsWith('indexes:') && { project: null }),
  }));

const mostly = <Value>(usual: Value, other: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: other });
const subset = <Value>(values: readonly Value[], least: number) =>
  fc.subarray([...values], { minLength: least }).map((some) => new Set(some));

const LIMITS: fc.Arbitrary<TokenLimits> = fc.record({
  scopes: subset(Object.keys(SCOPES) as Scope[], 6),
  allIndexes: fc.boolean(),
  indexIds: subset(['dev', 'prod', 'team'], 1),
  projectLimits: mostly<TokenLimits['projectLimits']>(
    [],
    fc.subarray(['my-pkg', 'oth*', 'third'], { minLength: 1 }).map((patterns) => [{ patterns }]),
  ),
  addressLimits: mostly<TokenLimits['addressLimits']>(
    [],
    fc.subarray(['192.0.2.0/24', '10.0.0.0/8', '2001:db8::/32'], { minLength: 1 }).map((ranges) => [ranges]),
  ),
  onlyInIndexes: mostly(false, fc.boolean()),
  notBefore: mostly<Date | null>(null, fc.integer({ min: 0, max: 8 }).map(second)),
  expiresAt: mostly<Date | null>(null, fc.integer({ min: 4, max: 12 }).map(second)),
});

const list = (values: readonly string[], least = 1) => fc.subarray([...values], { minLength: least });
const CAVEAT: fc.Arbitrary<Caveat> = fc
  .oneof(
    fc.tuple(fc.nat(6), fc.integer({ min: 5, max: 12 })).map(([from, to]) => `[0,${to},${from}]`),
    list(['My_Pkg', 'other', 'third', 'fourth'], 2).map((names) => JSON.stringify([1, names])),
    list([1, 2, 3, 9].map(uuid), 2).map((ids) => JSON.stringify([2, ids])),
    fc.constantFrom(`[3,"${ALICE}"]`, `[3,"${ALICE}"]`, `[3,"${ALICE}"]`, `[3,"${uuid(1)}"]`),
    fc.constantFrom('{"version": 1, "permissions": "user"}', 'expires=never'),
    list(['pkg_read', 'upload', 'index_modify', 'index_create', 'index_delete'], 3).map(
      (words) => `allowed=${words.join(',')}`,
    ),
    list(['alice/dev', 'alice/prod', 'team/prod', 'nobody/none'], 2).map(
      (paths) => `indexes=${paths.join(',')}`,
    ),
    fc.integer({ min: 4, max: 12 }).map((at) => `expires=${at}`),
    fc.nat(7).map((at) => `not_before=${at}`),
  )
  .map(caveatOf);

const RUNS = { numRuns: 10_000, endOnFailure: true };
type Table = typeof INTERSECTIONS;

/** Counts what the token before and the token after allow, so that nobody proves something about refusals alone. */
function neverWidens(table: Table, counts = { parent: 0, child: 0 }) {
  return fc.property(LIMITS, fc.array(CAVEAT, { maxLength: 3 }), ASKED, (limits, caveats, asked) => {
    const child = restricted(limits, caveats, THINGS, table);
    const isAllowed = child !== null && allows(child, asked);
    const wasAllowed = allows(limits, asked);
    if (wasAllowed) counts.parent += 1;
    if (isAllowed) counts.child += 1;
    return isAllowed ? wasAllowed : true;
  });
}

function isExactlyWhatIsLeft(table: Table) {
  return fc.property(LIMITS, fc.array(CAVEAT, { maxLength: 3 }), ASKED, (limits, caveats, asked) => {
    const child = restricted(limits, caveats, THINGS, table);
    const expected = allows(limits, asked) && caveats.every((caveat) => holds(caveat, asked));
    return (child !== null && allows(child, asked)) === expected;
  });
}

function isInsideBoth(table: Table) {
  return fc.property(LIMITS, LIMITS, ASKED, (one, other, asked) => {
    return allows(insideBoth(one, other, table), asked) === (allows(one, asked) && allows(other, asked));
  });
}

describe('narrowing', () => {
  it('never widens, in ten thousand cases of which many are allowed before and after', () => {
    const counts = { parent: 0, child: 0 };
    fc.assert(neverWidens(INTERSECTIONS, counts), RUNS);
    expect(counts.parent / RUNS.numRuns).toBeGreaterThanOrEqual(0.3);
    expect(counts.child / RUNS.numRuns).toBeGreaterThanOrEqual(0.1);
  });

  it('leaves what the token allowed and every caveat lets pass, no less', () => {
    fc.assert(isExactlyWhatIsLeft(INTERSECTIONS), RUNS);
  });

  it('of two limits leaves what both allow', () => {
    fc.assert(isInsideBoth(INTERSECTIONS), { ...RUNS, numRuns: 3000 });
  });

  it.each(Object.keys(INTERSECTIONS))('widens once the intersection of %s is taken out', (name) => {
    const both = INTERSECTIONS[name]!;
    const lettingGo: Table = { ...INTERSECTIONS, [name]: (_, other) => both(UNLIMITED, other) };
    expect(fc.check(neverWidens(lettingGo), RUNS).failed).toBe(true);
    const ignoring: Table = { ...INTERSECTIONS, [name]: (one) => both(one, UNLIMITED) };
    expect(fc.check(isInsideBoth(ignoring), RUNS).failed).toBe(true);
  });
});
