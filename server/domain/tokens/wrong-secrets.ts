// How often an address presented the id of a token with another secret: twenty times a minute are answered as any token
// that is not valid, more are told to wait. Counted in memory, after the check: whoever has the secret always passes.

import { LRUCache } from 'lru-cache';
import { RateLimited } from '../errors.ts';
import { networkOf } from '../users/throttle-rule.ts';

const WRONG_SECRETS = 20;
const WINDOW_MILLISECONDS = 60 * 1000;

export class WrongSecrets {
  /** When they came from a network, the oldest first. */
  readonly #times = new LRUCache<string, number[]>({ max: 10_000 });

  /** @throws {RateLimited} */
  note(address: string | null, now: Date): void {
    const network = networkOf(address ?? '');
    const at = now.getTime();
    const recent = (this.#times.get(network) ?? []).filter((time) => time > at - WINDOW_MILLISECONDS);
    if (recent.length >= WRONG_SECRETS) {
      const seconds = Math.max(1, Math.ceil((recent[0]! + WINDOW_MILLISECONDS - at) / 1000));
      throw new RateLimited(seconds, 'Too many tokens with a wrong secret came from this address of late');
    }
    this.#times.set(network, [...recent, at]);
  }
}
