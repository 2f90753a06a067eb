// What of a new token is on the screen before somebody asks for it.
import { describe, expect, test } from 'vitest';

import { masked, withoutSecret } from '../../../web/rules/token-text.ts';

const opaque = 'wh_pat_0123456789ABCDEFGHIJKL_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ2JcdTz';
// Base64url has the underscore among its letters.
const attenuable = 'whm-AgEPaW5kZXguZXhhbXBsZQIW_MDEyMzQ1Njc4OUFCQ0RFRkdISUpLTAAABiBz_ZWNyZXQ';

describe('a token that is hidden', () => {
  test('shows the id that lists show as well, where its text begins with it', () => {
    expect(masked(opaque)).toBe('wh_pat_0123456789ABCDEFGHIJKL_••••••••••••');
  });

  test('shows nothing but its kind where the rest of it admits', () => {
    expect(masked(attenuable)).toBe('whm-••••••••••••');
  });

  test('shows nothing at all where it has no form that is known', () => {
    expect(masked('adm_01234567.Secret_Secret')).toBe('••••••••••••');
  });

  test.each([opaque, attenuable])('is nowhere in a configuration: %s', (plaintext) => {
    const text = `export A=${plaintext}\nexport B=https://__token__:${plaintext}@index.example/\n`;
    expect(withoutSecret(text, plaintext)).toBe(
      `export A=${masked(plaintext)}\nexport B=https://__token__:${masked(plaintext)}@index.example/\n`,
    );
  });
});
