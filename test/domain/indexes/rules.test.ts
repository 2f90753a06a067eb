// What rules open and hide: patterns in one spelling, DENY before ALLOW, versions by PEP 440, the same as a matcher that
// is too simple to be wrong.

import { describe, expect, it } from 'vitest';

import { InvalidInput } from '../../../server/domain/errors.ts';
import {
  parseRule,
  ruleSetOf,
  whyNameHidden,
  whyVersionHidden,
} from '../../../server/domain/indexes/rules.ts';

describe('a rule', () => {
  it.each([
    ['Flask', 'flask'],
    ['Flask_Login', 'flask-login'],
    ['  flask < 3 ', 'flask<3'],
    ['flask (>=2, <3)', 'flask>=2,<3'],
    ['flask==2.0.*', 'flask==2.0.*'],
    ['flask ~= 2.0', 'flask~=2.0'],
    ['flask===2.0-weird', 'flask===2.0-weird'],
    ['corp-*', 'corp-*'],
    ['Corp._*', 'corp-*'],
    ['*-internal', '*-internal'],
    ['a**b', 'a*b'],
    ['*', '*'],
  ])('%j is stored as %j, and read back as the same', (text, pattern) => {
    const rule = parseRule(text);
    expect(rule.pattern).toBe(pattern);
    expect(parseRule(pattern)).toEqual(rule);
  });

  it.each([
    '',
    ' ',
    '-flask',
    'flask-',
    'flask[async]',
    'flask; python_version < "3"',
    'flask @ https://files.example/flask.whl',
    'corp-*<3',
    'flask<',
    'flask 3',
    'flask<banana',
    'flask\u0000',
    'flâsk',
    '<3',
    `a${'b'.repeat(500)}`,
  ])('%j is refused with a sentence', (text) => {
    const refusal = refusalOf(() => parseRule(text, ['deny']));
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect(refusal).toMatchObject({ code: 'INVALID_RULE', path: ['deny'] });
    expect((refusal as InvalidInput).message).toMatch(/^.+\.$/);
  });
});

describe('rules', () => {
  const rules = (allow: readonly string[], deny: readonly string[], indexPath = 'corp/prod') =>
    ruleSetOf(indexPath, [
      ...allow.map((pattern) => ({ effect: 'ALLOW' as const, pattern })),
      ...deny.map((pattern) => ({ effect: 'DENY' as const, pattern })),
    ]);

  it.each([
    [[], [], 'flask', null],
    [[], ['flask'], 'flask', 'flask'],
    [[], ['flask'], 'flask-login', null],
    [[], ['flask*'], 'flask-login', 'flask*'],
    [[], ['flask<3'], 'flask', null],
    [['flask'], [], 'flask', null],
    [['flask<3'], [], 'flask', null],
    [['flask'], [], 'django', 'no allow'],
    [['*'], ['flask'], 'flask', 'flask'],
    [['flask'], ['*'], 'flask', '*'],
    [['corp-*'], [], 'corp', 'no allow'],
    [['corp*'], [], 'corp', null],
  ] as const)('allow %j and deny %j hide the name %s by %s', (allow, deny, name, expected) => {
    const hidden = whyNameHidden([rules(allow, deny)], name);
    expect(hidden === null ? null : (hidden.rule ?? 'no allow')).toBe(expected);
  });

  it.each([
    [[], ['flask<3'], '2.9', 'flask<3'],
    [[], ['flask<3'], '3.0rc1', null],
    [[], ['flask<3'], '3.0', null],
    [[], ['flask>=3'], '4.0a1', 'flask>=3'],
    [[], ['flask==2.0'], '2.0.0', 'flask==2.0'],
    [[], ['flask==2.0'], '2.0+corp.1', 'flask==2.0'],
    [[], ['flask==2.*'], '2.9.dev1', 'flask==2.*'],
    [[], ['flask>=2,<3'], '2.5', 'flask>=2,<3'],
    [[], ['flask>=2,<3'], '3.5', null],
    [['flask<3'], [], '2.9', null],
    [['flask<3'], [], '3.1', 'no allow'],
    [['flask<3', 'flask>=4'], [], '4.1', null],
    [['flask'], ['flask!=2.0'], '2.0', null],
    [['flask'], ['flask!=2.0'], '2.1', 'flask!=2.0'],
    [[], ['flask<3'], 'not-a-version', 'flask<3'],
    [['flask<3'], [], 'not-a-version', 'no allow'],
    [[], ['flask===not-a-version'], 'not-a-version', 'flask===not-a-version'],
    [[], [], 'not-a-version', null],
    [['flask'], [], 'not-a-version', null],
  ] as const)('allow %j and deny %j hide flask %s by %s', (allow, deny, version, expected) => {
    const hidden = whyVersionHidden([rules(allow, deny)], 'flask', version);
    expect(hidden === null ? null : (hidden.rule ?? 'no allow')).toBe(expected);
  });

  it('have to be passed on every index on the way, and the one that hides is named', () => {
    const way = [rules([], []), rules(['flask'], [], 'corp/base'), rules([], ['flask<2'], 'corp/mirror')];
    expect(whyVersionHidden(way, 'flask', '1.0')).toEqual({ indexPath: 'corp/mirror', rule: 'flask<2' });
    expect(whyVersionHidden(way, 'flask', '2.0')).toBeNull();
    expect(whyNameHidden(way, 'django')).toEqual({ indexPath: 'corp/base', rule: null });
  });

  it('match a pattern with any number of stars as a regular expression does, and in no time at all', () => {
    const chance = new Chance(20_261_123);
    for (let round = 0; round < 20_000; round += 1) {
      const pattern = chance.text('ab*', 6) || 'a';
      const name = chance.text('ab', 8) || 'b';
      const expression = new RegExp(`^${pattern.replaceAll('*', '.*')}$`);
      const isHidden = whyNameHidden([rules([], [pattern])], name) !== null;
      expect([pattern, name, isHidden]).toEqual([pattern, name, expression.test(name)]);
    }
    const began = performance.now();
    expect(whyNameHidden([rules([], ['a*'.repeat(200) + 'b'])], 'a'.repeat(200_000))).toBeNull();
    expect(performance.now() - began).toBeLessThan(100);
  });

  it('never show what they hide without another ALLOW: one more DENY only takes away', () => {
    const chance = new Chance(7);
    const pattern = () => chance.of(['flask', 'f*', '*', 'django', 'flask<2', 'flask>=2', 'flask==1.*']);
    for (let round = 0; round < 5_000; round += 1) {
      const allow = Array.from({ length: chance.below(3) }, pattern);
      const deny = Array.from({ length: chance.below(3) }, pattern);
      const version = chance.of(['1.0', '1.5rc1', '2.0', '2.0.post1', 'odd']);
      const before = whyVersionHidden([rules(allow, deny)], 'flask', version);
      const after = whyVersionHidden([rules(allow, [...deny, pattern()])], 'flask', version);
      if (before !== null) expect(after).not.toBeNull();
      const isNameHidden = whyNameHidden([rules(allow, deny)], 'flask') !== null;
      if (isNameHidden) expect(before).not.toBeNull();
    }
  });
});

/** The same numbers for the same seed. */
class Chance {
  constructor(private seed: number) {}

  below(limit: number): number {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.seed / 2 ** 32) * limit);
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }

  text(letters: string, longest: number): string {
    return Array.from({ length: this.below(longest + 1) }, () => letters[this.below(letters.length)]).join(
      '',
    );
  }
}

function refusalOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
