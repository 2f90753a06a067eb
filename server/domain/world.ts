// What use cases act upon, handed in: storage, keys, the clock and randomness. Built once in `server/app.ts`.

import type { BlobStore } from '../storage/blobs.ts';
import type { ServerKey } from '../storage/server-key.ts';
import type { ReadClient, Writer } from '../storage/transact.ts';
import { uuidv7 } from './identifiers.ts';
import type { PasswordHasher } from './users/password-hasher.ts';
import type { SessionMemory } from './users/session-memory.ts';

export interface World extends Writer {
  readonly readDb: ReadClient;
  readonly blobs: BlobStore;
  readonly serverKey: ServerKey;
  readonly passwords: PasswordHasher;
  readonly sessions: SessionMemory;
  /** That many random bytes. */
  readonly random: (bytes: number) => Buffer;
}

export function newId(world: Pick<World, 'clock' | 'random'>): string {
  return uuidv7(world.clock(), world.random);
}
