// The identity and the order of versions, by PEP 440's own examples and by properties that hold for any two versions.

import { compare } from '@renovatebot/pep440';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  canonicalVersion,
  compareVersions,
  isVersion,
  sameVersion,
} from '../../../server/domain/packages/versions.ts';

describe('a version', () => {
  it.each([
    '1',
    '1.0',
    'v1.0',
    '2024.1',
    '1!2.0',
    '1.0a1',
    '1.0-alpha.1',
    '1.0.post1',
    '1.0-1',
    '1.0.dev0',
    '1.0+ubuntu.1',
  ])('may be spelled %s', (text) => expect(isVersion(text)).toBe(true));

  it.each(['', 'latest', '1.', '1..0', '1.0-', '1.0+', '1.0+a..b', ' 1.0', '1.0\n', '1.0_1', '1.x', '١.٠'])(
    'cannot be spelled %j',
    (text) => expect(isVersion(text)).toBe(false),
  );
});

describe('the canonical form of a version', () => {
  it.each([
    ['1.0.0', '1'],
    ['0.0', '0'],
    ['1.10', '1.10'],
    ['V01.02', '1.2'],
    ['1.0ALPHA', '1a0'],
    ['1.0-preview_2', '1rc2'],
    ['1.0c1', '1rc1'],
    ['1.0-1', '1.post1'],
    ['1.0rev', '1.post0'],
    ['1.0_dev-3', '1.dev3'],
    ['0!1.0', '1'],
    ['1!2.0.0', '1!2'],
    ['1.0+Ubuntu-01_b', '1+ubuntu.1.b'],
    ['1.0a1.post2.dev3+local', '1a1.post2.dev3+local'],
  ])('of %s is %s', (text, canonical) => expect(canonicalVersion(text)).toBe(canonical));

  it('keeps every digit, so that two nightly builds never become one release', () => {
    expect(canonicalVersion('1.0.dev20240101123456788')).toBe('1.dev20240101123456788');
    expect(sameVersion('1.0.dev20240101123456788', '1.0.dev20240101123456789')).toBe(false);
  });

  it('never takes a commit in the local part for a number', () => {
    expect(canonicalVersion('1.0+1e5')).toBe('1+1e5');
    expect(sameVersion('1.0+1e5', '1.0+100000')).toBe(false);
  });

  it('of a text that is no version is the text', () =>
    expect(canonicalVersion('1.0-final')).toBe('1.0-final'));
});

describe('the order of versions', () => {
  it('is that of PEP 440, from the first development release to a local build of the next epoch', () => {
    const oldestFirst = [
      'not a version', '0.9', '1.0.dev456', '1.0a1.dev1', '1.0a1', '1.0a2.dev456', '1.0a12.dev456', '1.0a12', '1.0b1.dev456',
      '1.0b2', '1.0b2.post345.dev456', '1.0b2.post345', '1.0rc1.dev456', '1.0rc1', '1.0', '1.0+abc.5', '1.0+abc.7', '1.0+5',
      '1.0+5.1', '1.0.post456.dev34', '1.0.post456', '1.0.15', '1.1.dev1', '1.9', '1.10', '20240101123456788',
      '20240101123456789', '1!0.1', '1!0.1+local',
    ]; // prettier-ignore
    expect(shuffled(oldestFirst).sort(compareVersions)).toEqual(oldestFirst);
  });

  it('calls exactly those versions equal whose canonical forms are', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(compareVersions(a, b) === 0).toBe(sameVersion(a, b));
        expect(compareVersions(canonicalVersion(a), a)).toBe(0);
      }),
    );
  });

  it('is total: turned round it is reversed, and it never runs in a circle', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(b, a))).toBe(-Math.sign(compareVersions(a, b)) + 0);
        const [first, second, third] = [a, b, c].sort(compareVersions) as [string, string, string];
        expect(
          [
            compareVersions(first, second),
            compareVersions(second, third),
            compareVersions(first, third),
          ].every((order) => order <= 0),
        ).toBe(true);
      }),
    );
  });

  it('agrees with another implementation where numbers are small and local parts are plain', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Math.sign(compareVersions(a, b))).toBe(Math.sign(compare(a, b)));
      }),
    );
  });
});

const number = fc.constantFrom('0', '1', '2', '01', '10', '007');
const separator = fc.constantFrom('', '.', '-', '_');
const version = fc
  .tuple(
    fc.constantFrom('', 'v', '0!', '1!'),
    fc.array(number, { minLength: 1, maxLength: 4 }).map((release) => release.join('.')),
    maybe(fc.tuple(separator, fc.constantFrom('a', 'beta', 'C', 'rc', 'preview'), separator, maybe(number))),
    maybe(
      fc.oneof(
        fc.tuple(fc.constant('-'), number),
        fc.tuple(separator, fc.constantFrom('post', 'r'), maybe(number)),
      ),
    ),
    maybe(fc.tuple(separator, fc.constant('dev'), separator, maybe(number))),
    maybe(
      fc
        .array(fc.constantFrom('0', '1', '01', 'a', 'B', 'ubuntu'), { minLength: 1, maxLength: 3 })
        .map((local) => `+${local.join('.')}`),
    ),
  )
  .map((parts) => parts.flat(2).join(''))
  .filter(isVersion);

function maybe<T>(part: fc.Arbitrary<T>): fc.Arbitrary<T | ''> {
  return fc.oneof(fc.constant('' as const), part);
}

function shuffled(texts: readonly string[]): string[] {
  return [...texts].sort(
    (a, b) => (a.length - b.length) * 7 + a.charCodeAt(a.length - 1) - b.charCodeAt(b.length - 1),
  );
}
