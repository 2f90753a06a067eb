// The arithmetic of the throttle: no window of the length, wherever it begins, holds more than the limit.

import { describe, expect, it } from 'vitest';

import {
  countingAttempts,
  networkOf,
  roomAt,
  withAttempt,
  withoutAttempt,
} from '../../../server/domain/users/throttle-rule.ts';

const WINDOW = 900;

describe('attempts', () => {
  it('count until the window has gone over them, and not a moment longer', () => {
    expect(countingAttempts([0, 1, 50], 899, WINDOW)).toEqual([0, 1, 50]);
    expect(countingAttempts([0, 1, 50], 900, WINDOW)).toEqual([1, 50]);
    expect(countingAttempts([0, 1, 50], 950, WINDOW)).toEqual([]);
  });

  it('that a faster clock wrote count as well, in the order of their times', () => {
    expect(countingAttempts([70, 20], 10, WINDOW)).toEqual([20, 70]);
  });

  it('leave room when the oldest of the last ones is out of the window', () => {
    expect(roomAt([], 2, WINDOW)).toBeNull();
    expect(roomAt([10], 2, WINDOW)).toBeNull();
    expect(roomAt([10, 20], 2, WINDOW)).toBe(910);
    expect(roomAt([10, 20, 30], 2, WINDOW)).toBe(920);
  });

  it('never come to twice the limit at the border of two windows', () => {
    let attempts: number[] = [];
    const allowed: number[] = [];
    for (let now = 0; now < 5_000; now += 7) {
      const counting = countingAttempts(attempts, now, WINDOW);
      if (roomAt(counting, 5, WINDOW) !== null) continue;
      attempts = withAttempt(counting, now, 5);
      allowed.push(now);
    }
    const most = Math.max(
      ...allowed.map((from) => allowed.filter((at) => at >= from && at < from + WINDOW).length),
    );
    expect([most, allowed.length]).toEqual([5, 30]);
  });

  it('are given back one at a time', () => {
    expect(withoutAttempt([10, 20, 20], 20)).toEqual([10, 20]);
    expect(withoutAttempt([10], 30)).toEqual([10]);
  });
});

describe('an address', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1:2:3:4', 'fe80:0:0:0::/64'],
    ['', ''],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
