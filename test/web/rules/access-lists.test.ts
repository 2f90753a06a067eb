// A list of readers or uploaders, as it is edited and as it is sent.
import { describe, expect, test } from 'vitest';

import { draftOf, isSameList, namesOf, openedTo } from '../../../web/rules/access-lists.ts';

describe('a list', () => {
  test('is edited as one choice and the names of people', () => {
    expect(draftOf(['alice', 'bob'])).toEqual({ audience: '', people: 'alice\nbob' });
    expect(draftOf([':authenticated:', 'bob'])).toEqual({ audience: ':authenticated:', people: 'bob' });
    expect(draftOf([])).toEqual({ audience: '', people: '' });
  });

  test('with both groups is as wide as the wider one', () => {
    expect(draftOf([':authenticated:', ':anonymous:'])).toEqual({ audience: ':anonymous:', people: '' });
  });

  test('takes names with whatever stands between them, each once', () => {
    expect(namesOf({ audience: '', people: ' alice,bob;carol\n alice\t' })).toEqual([
      'alice',
      'bob',
      'carol',
    ]);
    expect(namesOf({ audience: ':authenticated:', people: '' })).toEqual([':authenticated:']);
    expect(namesOf({ audience: ':anonymous:', people: ':anonymous: bob' })).toEqual([':anonymous:', 'bob']);
  });

  test('that was not changed is the same in another order', () => {
    expect(isSameList(['alice', 'bob'], ['bob', 'alice'])).toBe(true);
    expect(isSameList(['alice', 'bob'], ['alice'])).toBe(false);
    expect(isSameList(['alice'], ['bob'])).toBe(false);
  });
});

test('a list is opened by a group that is wider than what it had, also by one that was typed', () => {
  expect(openedTo(['alice'], ['alice', ':anonymous:'])).toBe(':anonymous:');
  expect(openedTo(['alice'], [':authenticated:'])).toBe(':authenticated:');
  expect(openedTo([':authenticated:'], [':anonymous:', ':authenticated:'])).toBe(':anonymous:');
  expect(openedTo(['alice'], namesOf({ audience: '', people: ':anonymous:' }))).toBe(':anonymous:');
  expect(openedTo(['alice'], ['alice', 'bob'])).toBe('');
  expect(openedTo([':anonymous:'], [':authenticated:'])).toBe('');
  expect(openedTo([':anonymous:'], ['alice', ':anonymous:'])).toBe('');
});
