// Who waits while others use up what a counter allows, in this process: of eight right passwords at once, five are
// checked and three wait for what those give back. Whoever finds nobody ahead is told so, and is refused.

interface Keyed {
  readonly key: string;
}

interface Queue {
  underWay: number;
  readonly sleepers: (() => void)[];
}

export class Waiting {
  readonly #queues = new Map<string, Queue>();

  enter(counters: readonly Keyed[]): void {
    for (const { key } of counters) this.#queueOf(key).underWay += 1;
  }

  /** After an attempt: what it held may be free. */
  settle(counters: readonly Keyed[]): void {
    for (const { key } of counters) {
      const queue = this.#queueOf(key);
      queue.underWay -= 1;
      this.#wake(key, queue);
    }
  }

  /** Without an attempt: only the last to leave wakes another, or two would wake each other for ever. */
  leave(counters: readonly Keyed[]): void {
    for (const { key } of counters) {
      const queue = this.#queueOf(key);
      queue.underWay -= 1;
      if (queue.underWay === 0) this.#wake(key, queue);
    }
  }

  /** True when it is worth another try; false at once when nobody is under way who could make room. */
  async turn({ key }: Keyed): Promise<boolean> {
    const queue = this.#queues.get(key);
    if (queue === undefined || queue.underWay === 0) return false;
    await new Promise<void>((resolve) => queue.sleepers.push(resolve));
    return true;
  }

  #queueOf(key: string): Queue {
    let queue = this.#queues.get(key);
    if (queue === undefined) this.#queues.set(key, (queue = { underWay: 0, sleepers: [] }));
    return queue;
  }

  #wake(key: string, queue: Queue): void {
    const sleeper = queue.sleepers.shift();
    if (sleeper !== undefined) sleeper();
    else if (queue.underWay === 0) this.#queues.delete(key);
  }
}
