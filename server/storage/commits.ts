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

export class Commits {
  readonly #listeners = new Set<(commit: Commit) => void>();

  listen(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(commit: Commit): void {
    for (const listener of this.#listeners) listener(commit);
  }
}
