// What became true, told once, synchronously, before the writer is answered: caches drop what it names.

import type { ReplicatedModel } from './classes.ts';

export interface Commit {
  readonly serial: bigint;
  readonly models: ReadonlySet<ReplicatedModel>;
  /** Normalised names of the projects whose pages it changes, in whatever index. */
  readonly projects: ReadonlySet<string>;
  /** True when what changed is not known in full: whoever remembers anything forgets it. */
  readonly isUnbounded?: boolean;
}

/** Whether the commit touched one of these models, or may have. */
export function touches(commit: Commit, models: readonly ReplicatedModel[]): boolean {
  return commit.isUnbounded === true || models.some((model) => commit.models.has(model));
}

/** Who may do what follows from these. */
const RIGHTS: readonly ReplicatedModel[] = [
  'User',
  'Password',
  'PackageIndex',
  'IndexBase',
  'IndexGrant',
  'NameReservation',
  'GroupMember',
  'Token',
  'TokenScope',
  'TokenIndex',
  'TokenProject',
  'TokenAddress',
];

export class Commits {
  readonly #listeners = new Set<(commit: Commit) => void>();
  #lastSerial: bigint;
  #lastRightsSerial: bigint;

  /** Serials up to `headSerial` are known, whoever wrote them. */
  constructor(headSerial = 0n) {
    this.#lastSerial = headSerial;
    this.#lastRightsSerial = headSerial;
  }

  /** Every commit up to this one was told here, without a gap. */
  get lastSerial(): bigint {
    return this.#lastSerial;
  }

  /** The last of those that may have changed what anybody may do. */
  get lastRightsSerial(): bigint {
    return this.#lastRightsSerial;
  }

  listen(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A commit of this process; one of another node may lie before it, and is told later. */
  tell(commit: Commit): void {
    if (commit.serial === this.#lastSerial + 1n) this.#lastSerial = commit.serial;
    this.#spread(commit);
  }

  /** Everything up to this serial, read from the log. */
  tellAllUpTo(commit: Commit): void {
    if (commit.serial > this.#lastSerial) this.#lastSerial = commit.serial;
    this.#spread(commit);
  }

  /** What this node learned by itself, such as from an upstream: pages change without a serial. */
  tellLearned(projects: Iterable<string>): void {
    this.#spread({ serial: this.#lastSerial, models: new Set(), projects: new Set(projects) });
  }

  #spread(commit: Commit): void {
    if (touches(commit, RIGHTS) && commit.serial > this.#lastRightsSerial)
      this.#lastRightsSerial = commit.serial;
    for (const listener of this.#listeners) listener(commit);
  }
}
