// In which order layers are asked, and when a name is closed: tables, and what holds of any indexes whatever.

import { describe, expect, it } from 'vitest';

import type { Layer, LayerPlan } from '../../../server/domain/indexes/layers.ts';
import { inResolutionOrder, type Inheriting } from '../../../server/domain/indexes/resolution-order.ts';
import { projectsInFilename } from '../../../server/domain/packages/filename-projects.ts';
import { isReserved, ownershipOf } from '../../../server/domain/packages/ownership.ts';

describe('the order of layers', () => {
  /** Mirrors begin with m. */
  const graph = (bases: Record<string, string>) =>
    new Map<string, Inheriting>(
      Object.entries(bases).map(([id, list]) => [
        id,
        { kind: id.startsWith('m') ? 'MIRROR' : 'STAGE', baseIds: list.split(' ').filter(Boolean) },
      ]),
    );

  it.each([
    [{ a: '' }, 'a'],
    [{ a: 'b c', b: '', c: '' }, 'a b c'],
    [{ a: 'm b', b: '', m: '' }, 'a b m'],
    [{ a: 'm b', b: 'n', m: '', n: '' }, 'a b n m'],
    [{ a: 'b c', b: 'd', c: 'e', d: '', e: '' }, 'a b c d e'],
    [{ a: 'b c', b: 'd', c: 'd', d: '' }, 'a b c d'],
    [{ a: 'b', b: 'a' }, 'a b'],
    [{ a: 'a b', b: 'c', c: 'b a' }, 'a b c'],
    [{ a: 'm1 b', b: 'm2 m1', m1: '', m2: '' }, 'a b m1 m2'],
    [{ a: 'b gone', b: '' }, 'a b'],
    [{ m: '' }, 'm'],
  ])('of %j is %s', (bases, order) => {
    const [root = ''] = Object.keys(bases);
    expect(
      inResolutionOrder(root, graph(bases))
        .map(({ id }) => id)
        .join(' '),
    ).toBe(order);
  });

  it('has each layer once, every stage before every mirror, and a way that bases lead', () => {
    let seed = 11;
    const below = (limit: number) => (seed = (seed * 48_271) % 2_147_483_647) % limit;
    for (let round = 0; round < 2_000; round += 1) {
      const ids = Array.from(
        { length: 1 + below(9) },
        (_, place) => `${below(3) === 0 && place > 0 ? 'm' : 's'}${place}`,
      );
      const bases = Object.fromEntries(
        ids.map((id) => [
          id,
          id.startsWith('m') ? '' : [...new Set(ids.filter(() => below(3) === 0))].join(' '),
        ]),
      );
      const places = inResolutionOrder(ids[0]!, graph(bases));
      const found = places.map(({ id }) => id);
      expect(new Set(found).size).toBe(found.length);
      const kinds = found.slice(1).map((id) => id[0]);
      expect(kinds.join('')).toMatch(/^s*m*$/);
      for (const { way } of places)
        for (const [place, id] of way.slice(1).entries())
          expect(bases[way[place]!]!.split(' ')).toContain(id);
    }
  });

  it('is refused rather than cut where it is too deep, for what is left out could close a name', () => {
    const chain = (length: number) =>
      Object.fromEntries(
        Array.from({ length }, (_, place) => [`s${place}`, place + 1 < length ? `s${place + 1}` : '']),
      );
    expect(inResolutionOrder('s0', graph(chain(32)))).toHaveLength(32);
    expect(() => inResolutionOrder('s0', graph(chain(33)))).toThrow('more than 32 deep');
  });
});

describe('a reservation', () => {
  it.each([
    ['corp', 'corp', true],
    ['corp', 'corp-x', false],
    ['corp-*', 'corp', true],
    ['corp-*', 'corp-x', true],
    ['corp-*', 'corp-x-y', true],
    ['corp-*', 'corpx', false],
    ['corp-*', 'my-corp-x', false],
  ])('%s closes %s: %s', (pattern, name, expected) => {
    expect(isReserved([pattern], name)).toBe(expected);
  });
});

describe('ownership', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const layer = (id: string, reservations: readonly string[] = []): Layer => ({
    id,
    ownerId: 'alice',
    path: `alice/${id}`,
    kind: id.startsWith('m') ? 'MIRROR' : 'STAGE',
    grants: [],
    isPublic: true,
    via: [],
    ruleSets: [],
    reservations,
    mirror: null,
  });
  const permission = (mirrorId: string, minutes: number | null) => ({
    normalizedName: 'x',
    mirrorId,
    expiresAt: minutes === null ? null : new Date(now.getTime() + minutes * 60_000),
  });
  type Grants = Record<string, readonly ReturnType<typeof permission>[]>;
  const owned = (holders: readonly string[], grants: Grants, reserved: readonly string[] = []) => {
    const plan: LayerPlan = {
      rootId: 's0',
      layers: [layer('s0', reserved), layer('s1'), layer('m1'), layer('m2')],
      grants: new Map(Object.entries(grants)),
      maxAgeSeconds: 0,
      generation: 0,
    };
    const { closers, granted, changesAt } = ownershipOf(plan, 'x', new Set(holders), now);
    const ids = (layers: readonly Layer[]) => layers.map(({ id }) => id).join(' ');
    return [
      ids(closers),
      ids(granted),
      changesAt === null ? null : (changesAt.getTime() - now.getTime()) / 60_000,
    ];
  };

  it.each<[readonly string[], Grants, readonly string[], readonly (string | number | null)[]]>([
    [[], {}, [], ['', '', null]],
    [['s1'], {}, [], ['s1', '', null]],
    [['m1'], {}, [], ['', '', null]],
    [[], {}, ['x'], ['s0', '', null]],
    [[], { s0: [permission('m1', null)] }, [], ['', '', null]],
    [['s1'], { s1: [permission('m1', null)] }, [], ['s1', 'm1', null]],
    [['s1'], { s1: [permission('m2', 5), permission('m1', 9)] }, [], ['s1', 'm1 m2', 5]],
    [['s1'], { s0: [permission('m1', 5)] }, [], ['s1', 'm1', 5]],
    [['s1'], { s1: [permission('m1', 0)] }, [], ['s1', '', null]],
    [['s1'], { s1: [permission('m1', -1)] }, [], ['s1', '', null]],
    [['s0', 's1'], { s1: [permission('m1', null)] }, [], ['s0 s1', '', null]],
    [['s0', 's1'], { s0: [permission('m1', null)] }, [], ['s0 s1', 'm1', null]],
    [['s1'], { s1: [permission('m1', null)] }, ['x'], ['s0 s1', '', null]],
    [['s1'], { s1: [{ ...permission('m1', null), normalizedName: 'y' }] }, [], ['s1', '', null]],
    [['s1'], { m1: [permission('m1', null)] }, [], ['s1', '', null]],
  ])('held by %j, granted %j and reserved %j', (holders, grants, reserved, expected) => {
    expect(owned(holders, grants, reserved)).toEqual(expected);
  });
});

describe('a file name', () => {
  it.each([
    ['Acme_Kit-1.0-py3-none-any.whl', ['acme-kit']],
    ['acme-1.0.tar.gz', ['acme']],
    ['acme-1-1.tar.gz', ['acme-1', 'acme']],
    ['acme-kit-1.0.zip', ['acme-kit']],
    ['acme.tar.gz', []],
    ['acme-1.0.egg', []],
    ['-1.0.tar.gz', []],
    ['../acme-1.0.tar.gz', []],
    [`acme${'-1'.repeat(100)}.tar.gz`, ['-1'.repeat(99), '-1'.repeat(98)].map((rest) => `acme${rest}`)],
  ])('%s may be of %j', (filename, projects) => {
    expect(projectsInFilename(filename)).toEqual(projects);
  });
});
