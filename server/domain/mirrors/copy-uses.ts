// Which copies of files somebody asked for, to the hour: noted in memory and written down now and then, because a
// download must not wait for the database.

import { LRUCache } from 'lru-cache';
import type { World } from '../world.ts';

const HOUR_MILLISECONDS = 60 * 60 * 1000;
const ROWS_OF_A_STATEMENT = 500;

export class CopyUses {
  readonly #world: Pick<World, 'database' | 'clock'>;
  /** Rows that are to be written, with their hour. */
  readonly #noted = new Map<string, number>();
  readonly #lastHour = new LRUCache<string, number>({ max: 50_000 });

  constructor(world: Pick<World, 'database' | 'clock'>) {
    this.#world = world;
  }

  /** `id` is that of the row of `MirrorFile`. */
  note(id: string): void {
    const hour = hourOf(this.#world.clock()).getTime();
    if (this.#lastHour.get(id) === hour) return;
    this.#lastHour.set(id, hour);
    this.#noted.set(id, hour);
  }

  async flush(): Promise<void> {
    const noted = [...this.#noted];
    this.#noted.clear();
    for (const hour of new Set(noted.map(([, each]) => each))) {
      const ids = noted.filter(([, each]) => each === hour).map(([id]) => id);
      for (let start = 0; start < ids.length; start += ROWS_OF_A_STATEMENT) {
        await this.#world.database.db.mirrorFile.updateMany({
          where: { id: { in: ids.slice(start, start + ROWS_OF_A_STATEMENT) } },
          data: { lastUsedAt: new Date(hour) },
        });
      }
    }
  }
}

export function hourOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / HOUR_MILLISECONDS) * HOUR_MILLISECONDS);
}
