// Keys of rows: their form, and that they lie in the order of their making.

import { randomBytes } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { uuidv7 } from '../../server/domain/identifiers.ts';

describe('a key', () => {
  it('has version, variant and moment where RFC 9562 wants them', () => {
    const at = new Date('2026-11-23T04:00:00.123Z');
    const key = uuidv7(at, randomBytes);
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(key.replace('-', '').slice(0, 12), 16)).toBe(at.getTime());
  });

  it('of one millisecond comes before those that were made after it', () => {
    const at = new Date('2026-11-23T04:00:00.456Z');
    const keys = Array.from({ length: 2_000 }, () => uuidv7(at, randomBytes));
    expect(keys.toSorted()).toEqual(keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is unlike every other, also when more are made than can be counted and when the clock goes back', () => {
    const at = new Date('2026-11-23T04:00:00.789Z');
    const before = new Date('2026-11-23T03:59:59.000Z');
    const keys = Array.from({ length: 6_000 }, () => uuidv7(at, randomBytes));
    keys.push(uuidv7(before, randomBytes), uuidv7(at, randomBytes), uuidv7(before, randomBytes));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
