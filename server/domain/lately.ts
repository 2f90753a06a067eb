// How often an address (a /64 of IPv6) did something of late: so often within a minute, and then it has to wait. Counted
// in memory, because it guards what is cheap to ask and worthless to repeat; passwords are counted in `users/throttle.ts`.

import { LRUCache } from 'lru-cache';
import { RateLimited } from './errors.ts';
import { networkOf } from './users/throttle-rule.ts';

const WINDOW_MILLISECONDS = 60 * 1000;

export class Lately {
  /** When an address did it, the oldest first. */
  readonly #times = new LRUCache<string, number[]>({ max: 10_000 });
  readonly #most: number;
  readonly #what: string;

  /** `what` begins the sentence that says why to wait. */
  constructor(most: number, what: string) {
    this.#most = most;
    this.#what = what;
  }

  /** @throws {RateLimited} */
  note(address: string | null, now: Date): void {
    const network = networkOf(address ?? '');
    const at = now.getTime();
    const recent = (this.#times.get(network) ?? []).filter((time) => time > at - WINDOW_MILLISECONDS);
    if (recent.length >= this.#most) {
      const seconds = Math.ceil((recent[0]! + WINDOW_MILLISECONDS - at) / 1000);
      throw new RateLimited(Math.max(1, seconds), this.#what);
    }
    this.#times.set(network, [...recent, at]);
  }
}
