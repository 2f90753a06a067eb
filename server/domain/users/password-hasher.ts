// argon2id (RFC 9106) with bounded concurrency: each hash holds 19 MiB, so only as many run at once as
// there are cores, and the others wait. A name that has no password costs the same as one that has.

import argon2 from 'argon2';
import { availableParallelism } from 'node:os';
import { Turns } from './turns.ts';

const PARAMETERS = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export class PasswordHasher {
  readonly #turns: Turns;
  #decoy: Promise<string> | null = null;

  constructor(limit = availableParallelism()) {
    this.#turns = new Turns(limit);
  }

  hash(password: string): Promise<string> {
    return this.#turns.run(() => argon2.hash(password, PARAMETERS));
  }

  /** `storedHash` null: takes as long as a real check, and is false. */
  async verify(storedHash: string | null, password: string): Promise<boolean> {
    this.#decoy ??= this.hash('no password is this one');
    const hash = storedHash ?? (await this.#decoy);
    const matches = await this.#turns.run(() => argon2.verify(hash, password));
    return matches && storedHash !== null;
  }
}
