// How often somebody may report leaked tokens: ten times a minute from one address (a /64 of IPv6), counted in memory. A report costs
// a query, and is open to everybody.

import { LRUCache } from 'lru-cache';
import { RateLimited } from '../errors.ts';
import { networkOf } from '../users/throttle-rule.ts';

const REPORTS = 10;
const WINDOW_MILLISECONDS = 60 * 1000;

export class LeakReports {
  readonly #clock: () => Date;
  /** When an address reported, the oldest first. */
  readonly #reports = new LRUCache<string, number[]>({ max: 10_000 });

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  /** @throws {RateLimited} */
  note(address: string | null): void {
    const now = this.#clock().getTime();
    const key = address === null ? 'unknown' : networkOf(address);
    const recent = (this.#reports.get(key) ?? []).filter((at) => at > now - WINDOW_MILLISECONDS);
    if (recent.length >= REPORTS) {
      const seconds = Math.ceil((recent[0]! + WINDOW_MILLISECONDS - now) / 1000);
      throw new RateLimited(Math.max(1, seconds), 'Too many reports came from this address of late');
    }
    this.#reports.set(key, [...recent, now]);
  }
}
