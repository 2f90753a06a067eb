// Sessions that were recognised lately, so that a request with one needs no query. Only where one process owns the
// database: a session is local state, and nothing tells other nodes that one ended.

import { LRUCache } from 'lru-cache';
import type { Session } from '../../storage/_generated/sqlite/client.ts';
import { touches, type Commits } from '../../storage/commits.ts';
import type { UserActor } from '../actor.ts';

export interface RememberedSession {
  readonly row: Session;
  readonly actor: UserActor;
}

export class SessionMemory {
  readonly #known = new LRUCache<string, RememberedSession>({ max: 5_000 });
  readonly #isSoleProcess: boolean;
  readonly #listeners = new Set<() => void>();
  #generation = 0;

  constructor(isSoleProcess: boolean, commits: Commits) {
    this.#isSoleProcess = isSoleProcess;
    commits.listen((commit) => {
      if (touches(commit, ['User', 'Password'])) this.drop();
    });
  }

  get generation(): number {
    return this.#generation;
  }

  find(id: string): RememberedSession | undefined {
    return this.#known.get(id);
  }

  /** `generation` is the one before the session was loaded: what was dropped meanwhile is not remembered. */
  remember(session: RememberedSession, generation: number): void {
    if (this.#isSoleProcess && generation === this.#generation) this.#known.set(session.row.id, session);
  }

  drop(): void {
    this.#generation += 1;
    this.#known.clear();
    for (const listener of this.#listeners) listener();
  }

  /** Told whenever sessions may have ended in this process, or their users changed. */
  listen(listener: () => void): void {
    this.#listeners.add(listener);
  }
}
