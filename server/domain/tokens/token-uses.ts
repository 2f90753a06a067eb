// When each token was last used, and from where. A request only notes it in memory; every ten seconds, at the end, and
// before somebody reads it, what was noted is written down. A crash takes what was not.

import type { TokenActivity } from '../../storage/_generated/sqlite/client.ts';
import { noteUses, type LastUse } from '../../storage/sql/note-uses.ts';
import type { World } from '../world.ts';

/** More tokens than are ever used within ten seconds; what is beyond is noted after the next writing. */
const MOST_NOTED = 50_000;

interface NotedUse {
  atMilliseconds: number;
  address: string | null;
  client: string | null;
}

export class TokenUses {
  /** The writing that is under way, or the last one. */
  writing: Promise<void> = Promise.resolve();
  #noted = new Map<string, NotedUse>();

  /** Called with every request, so it makes nothing new for a token that was noted already. */
  note(tokenId: string, atMilliseconds: number, address: string | null, client: string | null): void {
    const known = this.#noted.get(tokenId);
    if (known === undefined) {
      if (this.#noted.size < MOST_NOTED) this.#noted.set(tokenId, { atMilliseconds, address, client });
    } else if (atMilliseconds >= known.atMilliseconds) {
      known.atMilliseconds = atMilliseconds;
      known.address = address;
      known.client = client;
    }
  }

  /** Everything noted since the last time. */
  take(): LastUse[] {
    const taken = this.#noted;
    if (taken.size === 0) return [];
    this.#noted = new Map();
    return [...taken].map(([tokenId, { atMilliseconds, address, client }]) => ({
      tokenId,
      at: new Date(atMilliseconds),
      address,
      client,
    }));
  }

  /** What could not be written after all. */
  giveBack(uses: readonly LastUse[]): void {
    for (const { tokenId, at, address, client } of uses) {
      const later = this.#noted.get(tokenId);
      if (later === undefined || later.atMilliseconds < at.getTime()) {
        this.#noted.delete(tokenId);
        this.note(tokenId, at.getTime(), address, client);
      }
    }
  }
}

/** Writes what was noted. One after the other, so that whoever waits for it also waits for what was taken before. */
export function flushTokenUses({
  tokenUses,
  database,
}: Pick<World, 'tokenUses' | 'database'>): Promise<void> {
  tokenUses.writing = tokenUses.writing
    .catch(() => undefined)
    .then(async () => {
      const uses = tokenUses.take();
      if (uses.length === 0) return;
      try {
        await noteUses(database, uses);
      } catch (error) {
        tokenUses.giveBack(uses);
        throw error;
      }
    });
  return tokenUses.writing;
}

/** By the token's id, as of now. What cannot be written down yet is told a little later, and stops nobody. */
export async function lastUsesOf(
  world: Pick<World, 'tokenUses' | 'database' | 'readDb'>,
  tokenIds: readonly string[],
): Promise<Map<string, TokenActivity>> {
  await flushTokenUses(world).catch(() => undefined);
  const rows = await world.readDb.tokenActivity.findMany({ where: { tokenId: { in: [...tokenIds] } } });
  return new Map(rows.map((row) => [row.tokenId, row]));
}
