// The address after signing in comes from a link that anybody can write.
import { describe, expect, test } from 'vitest';

import { safeNext } from '../../../web/rules/next-path.ts';

describe('after signing in', () => {
  test.each([
    ['/tokens', '/tokens'],
    ['/tokens?create=true', '/tokens?create=true'],
    ['/indexes/alice/dev?project=requests#files', '/indexes/alice/dev?project=requests#files'],
    ['/', '/'],
  ])('Alice gets to %s, where she wanted to be', (asked, reached) => {
    expect(safeNext(asked)).toBe(reached);
  });

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example/',
    '/\t/evil.example/',
    '/\n/evil.example/',
    ' /tokens',
    'javascript:alert(1)',
    'tokens',
    '/tokens\\..\\..',
    '',
    undefined,
    42,
    ['/tokens'],
  ])('%j leads home, not away', (asked) => {
    expect(safeNext(asked)).toBe('/');
  });

  test.each([
    '/sign-in',
    '/sign-in/',
    '/sign-in?next=/sign-in',
    '/setup#secret',
    '/set-password',
    '/./sign-in',
  ])('%s leads home, not in a circle', (asked) => {
    expect(safeNext(asked)).toBe('/');
  });
});
