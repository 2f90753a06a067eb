// Counts wrong passwords by address and by account, in the database, so that all nodes share the count. An attempt is
// reserved before the password is checked, and given back when it was right: what is checked at once counts at once.
// The arithmetic is in `throttle-rule.ts`; why a known address passes a full account, in decision 14.

import { availableParallelism } from 'node:os';
import { lockThrottle } from '../../storage/sql/throttle.ts';
import { RateLimited } from '../errors.ts';
import type { World } from '../world.ts';
import {
  countingAttempts,
  networkOf,
  roomAt,
  withAttempt,
  withoutAttempt,
  type ThrottleLimits,
} from './throttle-rule.ts';
import { Turns } from './turns.ts';
import { Waiting } from './waiting.ts';

type Parts = Pick<World, 'database' | 'readDb' | 'clock' | 'serverKey'>;

interface Counter {
  /** A digest under the server key: who tried what is nobody's to read. */
  readonly key: string;
  readonly limit: number;
  readonly isEnforced: boolean;
}

interface Full {
  readonly counter: Counter;
  readonly roomAt: number;
}

/** How many sessions of an account are looked through for an address. */
const KNOWN_SESSIONS = 100;

export class PasswordThrottle {
  readonly #parts: Parts;
  readonly #limits: ThrottleLimits;
  readonly #waiting = new Waiting();
  /** A crowd that comes at once waits here, not in the database: enough to keep all cores hashing. */
  readonly #turns = new Turns(2 * availableParallelism());

  constructor(parts: Parts, limits: ThrottleLimits) {
    this.#parts = parts;
    this.#limits = limits;
  }

  /**
   * Runs the check of a password when there is room for one more attempt; `check` gives null when it was wrong.
   * Whoever waits for others who may be right is not refused yet.
   * @throws {RateLimited} before anything is checked
   */
  attempt<Result>(
    address: string | null,
    account: string,
    check: () => Promise<Result | null>,
  ): Promise<Result | null> {
    return this.#turns.run(() => this.#attempt(address, account, check));
  }

  async #attempt<Result>(
    address: string | null,
    account: string,
    check: () => Promise<Result | null>,
  ): Promise<Result | null> {
    const network = networkOf(address ?? '');
    const counters = this.#countersOf(network, account);
    const at = await this.#reserve(counters, network, account);
    try {
      const result = await check();
      if (result !== null) await this.#giveBack(counters, at);
      return result;
    } finally {
      this.#waiting.settle(counters);
    }
  }

  /** The account first, always: rows are locked in this order. */
  #countersOf(network: string, account: string): Counter[] {
    const { perAccount, perAddress } = this.#limits;
    return [
      { key: `account:${this.#digest(account)}`, limit: perAccount, isEnforced: true },
      { key: `address:${this.#digest(network)}`, limit: perAddress, isEnforced: true },
    ];
  }

  #digest(text: string): string {
    return this.#parts.serverKey.seal('throttle', text)!;
  }

  async #reserve(counters: Counter[], network: string, account: string): Promise<number> {
    for (;;) {
      this.#waiting.enter(counters);
      const tried = await this.#tryReserve(counters).catch((error: unknown) => {
        this.#waiting.settle(counters);
        throw error;
      });
      if (typeof tried === 'number') return tried;
      this.#waiting.leave(counters);
      const { counter, roomAt: freeAt } = tried;
      const [ofAccount] = counters;
      if (counter === ofAccount && (await this.#isKnownAddress(network, account))) {
        counters[0] = { ...ofAccount, isEnforced: false };
      } else if (!(await this.#waiting.turn(counter))) {
        throw new RateLimited(Math.max(1, Math.ceil((freeAt - this.#now()) / 1000)));
      }
    }
  }

  /** Looks without a lock first: whoever is refused costs no write. */
  async #tryReserve(counters: readonly Counter[]): Promise<number | Full> {
    const { database, readDb } = this.#parts;
    const rows = await readDb.throttle.findMany({ where: { key: { in: counters.map(({ key }) => key) } } });
    const listOf = (key: string) => rows.find((row) => row.key === key)?.attempts ?? '[]';
    const full = this.#firstFull(counters.map((counter) => [counter, this.#counting(listOf(counter.key))]));
    if (full !== null) return full;
    try {
      return await database.db.$transaction(async (tx) => {
        const lists: [Counter, number[]][] = [];
        for (const counter of counters) {
          const list = await lockThrottle(tx, database.engine, counter.key, this.#parts.clock());
          lists.push([counter, this.#counting(list)]);
        }
        const fullByNow = this.#firstFull(lists);
        if (fullByNow !== null) throw new FullByNow(fullByNow);
        const at = this.#now();
        for (const [{ key, limit }, counting] of lists) {
          await tx.throttle.update({ where: { key }, data: this.#columns(withAttempt(counting, at, limit)) });
        }
        return at;
      });
    } catch (error) {
      if (error instanceof FullByNow) return error.full;
      throw error;
    }
  }

  #firstFull(lists: readonly (readonly [Counter, readonly number[]])[]): Full | null {
    for (const [counter, counting] of lists) {
      const at = roomAt(counting, counter.limit, this.#limits.windowMilliseconds);
      if (counter.isEnforced && at !== null) return { counter, roomAt: at };
    }
    return null;
  }

  async #giveBack(counters: readonly Counter[], at: number): Promise<void> {
    const { database, clock } = this.#parts;
    await database.db.$transaction(async (tx) => {
      for (const { key } of counters) {
        const list = await lockThrottle(tx, database.engine, key, clock());
        await tx.throttle.update({
          where: { key },
          data: this.#columns(withoutAttempt(this.#counting(list), at)),
        });
      }
    });
  }

  /** Whether somebody is signed in to the account there: a stranger's attempts elsewhere must not lock them out. */
  async #isKnownAddress(network: string, name: string): Promise<boolean> {
    const sessions = await this.#parts.readDb.session.findMany({
      where: { user: { name }, expiresAt: { gt: this.#parts.clock() } },
      orderBy: { createdAt: 'desc' },
      take: KNOWN_SESSIONS,
      select: { address: true },
    });
    return sessions.some(({ address }) => address !== null && networkOf(address) === network);
  }

  #counting(list: string): number[] {
    return countingAttempts(JSON.parse(list) as number[], this.#now(), this.#limits.windowMilliseconds);
  }

  #columns(attempts: readonly number[]) {
    const last = attempts.at(-1);
    const expiresAt = last === undefined ? this.#now() : last + this.#limits.windowMilliseconds;
    return { attempts: JSON.stringify(attempts), expiresAt: new Date(expiresAt) };
  }

  #now(): number {
    return this.#parts.clock().getTime();
  }
}

/** Rolls the reservation back. */
class FullByNow extends Error {
  constructor(readonly full: Full) {
    super('Full by now.');
  }
}

/** Rows that count nothing any more. */
export async function sweepThrottle({ database, clock }: Pick<World, 'database' | 'clock'>): Promise<void> {
  // One kind after the other, or the rows would be locked in another order than attempts lock theirs.
  for (const kind of ['account:', 'address:']) {
    await database.db.throttle.deleteMany({
      where: { key: { startsWith: kind }, expiresAt: { lte: clock() } },
    });
  }
}
