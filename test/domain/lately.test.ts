// How often an address may do something within a minute.

import { describe, expect, it } from 'vitest';

import { RateLimited } from '../../server/domain/errors.ts';
import { Lately } from '../../server/domain/lately.ts';

describe('what an address did of late', () => {
  const at = (seconds: number) => new Date(seconds * 1000);

  it('is counted by network and minute, and told when there is room again', () => {
    const counted = new Lately(20, 'Too many tokens came of late');
    for (let second = 0; second < 20; second += 1) counted.note('192.0.2.1', at(second));
    const refusalAt = (second: number, address: string | null) => {
      try {
        counted.note(address, at(second));
        return null;
      } catch (error) {
        return error;
      }
    };
    expect(refusalAt(30, '192.0.2.1')).toEqual(new RateLimited(30, 'Too many tokens came of late'));
    expect(refusalAt(30, '192.0.2.2')).toBeNull();
    expect(refusalAt(30, null)).toBeNull();
    expect(refusalAt(60, '192.0.2.1')).toBeNull();
    expect(refusalAt(60, '192.0.2.1')).toMatchObject({ retryAfterSeconds: 1 });
  });

  it('counts for one customer of a provider together, whichever address of IPv6 it takes', () => {
    const counted = new Lately(20, 'Too many tokens came of late');
    for (let count = 0; count < 20; count += 1) counted.note(`2001:db8::${count}`, at(0));
    expect(() => counted.note('2001:db8::ffff', at(1))).toThrow(RateLimited);
    expect(() => counted.note('2001:db8:0:1::1', at(1))).not.toThrow();
  });
});
