// Whoever keeps a page open learns that their session ended, or that their account changed, without asking again.
// A session can end in this process, in that of another node, or because its time ran out: nothing tells of all three,
// so while somebody listens one query in half a second looks at all sessions that are listened for.

import type { User } from '../../storage/_generated/sqlite/client.ts';
import type { UserActor } from '../actor.ts';
import { Forbidden, NotAllowed } from '../errors.ts';
import type { World } from '../world.ts';
import { isSessionOpen, sessionActor } from './sessions.ts';

const LOOK_MILLISECONDS = 500;
const LISTENERS_OF_A_USER = 50;

type Surroundings = Pick<World, 'readDb' | 'clock' | 'sessions' | 'sessionLimits'>;

export class SessionWatch {
  readonly #world: Surroundings;
  readonly #listeners = new Set<Listener>();
  #timer: NodeJS.Timeout | null = null;
  #isLooking = false;
  #mustLookAgain = false;
  #isClosed = false;

  constructor(world: Surroundings) {
    this.#world = world;
    world.sessions.listen(() => void this.#look());
  }

  /**
   * The session's actor now and after each change of its user; ends when the session has.
   * @throws {NotAllowed} when this user has too many already
   */
  listen({ user, credential }: UserActor): AsyncIterableIterator<UserActor> {
    if (credential.kind !== 'session') throw new Forbidden('This needs a session: sign in.');
    const own = [...this.#listeners].filter(({ userId }) => userId === user.id).length;
    if (own >= LISTENERS_OF_A_USER)
      throw new NotAllowed(
        `A user listens at most ${LISTENERS_OF_A_USER} times at once; close a page first.`,
      );
    const listener = new Listener(credential.id, user.id, () => this.#remove(listener));
    if (this.#isClosed) listener.end();
    else this.#add(listener);
    return listener;
  }

  /** Ends everybody's listening, for a server that stops. */
  close(): void {
    this.#isClosed = true;
    for (const listener of [...this.#listeners]) listener.end();
  }

  #add(listener: Listener): void {
    this.#listeners.add(listener);
    if (this.#timer === null) {
      this.#timer = setInterval(() => void this.#look(), LOOK_MILLISECONDS);
      this.#timer.unref();
    }
    // Its session may have ended since it was recognised.
    void this.#look();
  }

  #remove(listener: Listener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }

  async #look(): Promise<void> {
    if (this.#isLooking) {
      this.#mustLookAgain = true;
      return;
    }
    this.#isLooking = true;
    try {
      do {
        this.#mustLookAgain = false;
        await this.#tellAll();
      } while (this.#mustLookAgain);
    } catch {
      // The next look comes by itself, and whoever asks meanwhile is told that the database does not answer.
    } finally {
      this.#isLooking = false;
    }
  }

  async #tellAll(): Promise<void> {
    const listeners = [...this.#listeners];
    if (listeners.length === 0) return;
    const { readDb, clock, sessionLimits } = this.#world;
    const rows = await readDb.session.findMany({
      where: { id: { in: [...new Set(listeners.map(({ sessionId }) => sessionId))] } },
      include: { user: true },
    });
    const found = new Map(rows.map((row) => [row.id, row]));
    for (const listener of listeners) {
      const row = found.get(listener.sessionId);
      if (row === undefined || !isSessionOpen(row, row.user, sessionLimits, clock())) listener.end();
      else listener.tell(sessionActor(row.user, row));
    }
  }
}

/** Holds what was not taken yet: the newest alone, for the older ones are no longer true. */
class Listener implements AsyncIterableIterator<UserActor> {
  #told: string | null = null;
  #untaken: UserActor | null = null;
  #take: ((result: IteratorResult<UserActor>) => void) | null = null;
  #hasEnded = false;

  constructor(
    readonly sessionId: string,
    readonly userId: string,
    readonly onEnd: () => void,
  ) {}

  tell(actor: UserActor): void {
    const seen = visible(actor.user);
    if (this.#hasEnded || seen === this.#told) return;
    this.#told = seen;
    this.#untaken = actor;
    this.#hand();
  }

  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.onEnd();
    this.#hand();
  }

  next(): Promise<IteratorResult<UserActor>> {
    return new Promise((resolve) => {
      this.#take = resolve;
      this.#hand();
    });
  }

  return(): Promise<IteratorResult<UserActor>> {
    this.#untaken = null;
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #hand(): void {
    const take = this.#take;
    if (take === null || (this.#untaken === null && !this.#hasEnded)) return;
    this.#take = null;
    const value = this.#untaken;
    this.#untaken = null;
    take(value === null ? { done: true, value: undefined } : { done: false, value });
  }
}

function visible({ role, displayName, email }: User): string {
  return JSON.stringify([role, displayName, email]);
}
