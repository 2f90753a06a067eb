// How long a token may live: what is given, what is refused, and what the operator's setting changes.

import { describe, expect, it } from 'vitest';

import {
  lifeAgain,
  tokenTimes,
  type TokenPolicy,
  type WantedTimes,
} from '../../../server/domain/tokens/policy.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = new Date('2026-11-23T00:00:00Z');
const YEAR: TokenPolicy = { maxLifeMilliseconds: 365 * DAY, perHour: 20, location: '' };
const WEEK: TokenPolicy = { ...YEAR, maxLifeMilliseconds: 7 * DAY };
const FOR_EVER: TokenPolicy = { ...YEAR, maxLifeMilliseconds: null };
const ahead = (days: number) => new Date(NOW.getTime() + days * DAY);

describe('the life of a new token', () => {
  it.each<[string, WantedTimes, TokenPolicy, Date | null]>([
    ['30 days unless said', {}, YEAR, ahead(30)],
    ['the longest there may be, where that is less than 30 days', {}, WEEK, ahead(7)],
    ['what was asked for, up to the longest', { expiresAt: ahead(365) }, YEAR, ahead(365)],
    ['without end, where the operator allows it', { expiresAt: null }, FOR_EVER, null],
    ['a date, where the operator allows no end', { expiresAt: ahead(3650) }, FOR_EVER, ahead(3650)],
  ])('is %s', (_words, wanted, policy, expiresAt) => {
    expect(tokenTimes(wanted, policy, NOW)).toEqual({ notBefore: null, expiresAt });
  });

  it.each<[string, WantedTimes, TokenPolicy, string]>([
    ['now', { expiresAt: NOW }, YEAR, 'expiresAt'],
    ['a moment that is over', { expiresAt: ahead(-1) }, YEAR, 'expiresAt'],
    ['a day above the longest', { expiresAt: ahead(366) }, YEAR, 'expiresAt'],
    ['a thousand million days', { expiresAt: new Date(8.64e15) }, FOR_EVER, 'expiresAt'],
    ['no date at all', { expiresAt: new Date(Number.NaN) }, FOR_EVER, 'expiresAt'],
    ['never, where each expires', { expiresAt: null }, YEAR, 'expiresAt'],
    ['before it begins', { expiresAt: ahead(2), notBefore: ahead(3) }, YEAR, 'expiresAt'],
    ['when it begins', { expiresAt: ahead(3), notBefore: ahead(3) }, YEAR, 'expiresAt'],
    ['after a beginning out of reach', { expiresAt: null, notBefore: ahead(40_000) }, FOR_EVER, 'notBefore'],
    ['after a beginning that is no date', { notBefore: new Date(Number.NaN) }, YEAR, 'notBefore'],
  ])('does not end %s', (_words, wanted, policy, field) => {
    expect(() => tokenTimes(wanted, policy, NOW)).toThrow(
      expect.objectContaining({ code: 'INVALID_EXPIRY', path: [field] }),
    );
  });

  it('names the setting’s length in the refusal', () => {
    expect(() => tokenTimes({ expiresAt: ahead(9) }, WEEK, NOW)).toThrow(/7 days ahead at the latest/);
  });
});

describe('the life of a token that takes the place of another', () => {
  it.each([
    ['as long as that of the other', ahead(-80), ahead(10), YEAR, ahead(90)],
    ['no longer than the operator allows by now', ahead(-80), ahead(10), WEEK, ahead(7)],
    ['without end like the other, where that is allowed', ahead(-80), null, FOR_EVER, null],
    [
      'the longest, where the other had no end and that is allowed no more',
      ahead(-80),
      null,
      YEAR,
      ahead(365),
    ],
  ])('is %s', (_words, createdAt, expiresAt, policy, expected) => {
    expect(lifeAgain({ createdAt, expiresAt }, policy, NOW)).toEqual(expected);
  });
});
