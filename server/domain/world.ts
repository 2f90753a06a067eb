// What use cases act upon, handed in: storage, keys, the clock and randomness. Built once in `server/app.ts`.

import type { BlobStore } from '../storage/blobs.ts';
import type { ServerKey } from '../storage/server-key.ts';
import type { ReadClient, Writer } from '../storage/transact.ts';
import type { RefusedUses } from './audit/refused-uses.ts';
import { uuidv7 } from './identifiers.ts';
import type { LayerPlans } from './indexes/layers.ts';
import type { Mirrors } from './mirrors/mirrors.ts';
import type { Lately } from './lately.ts';
import type { DownloadCounts } from './packages/downloads.ts';
import type { SearchUpkeep } from './search/keep.ts';
import type { TokenUses } from './tokens/token-uses.ts';
import type { TokenPolicy } from './tokens/policy.ts';
import type { Mailer } from './users/mail.ts';
import type { PasswordHasher } from './users/password-hasher.ts';
import type { SessionMemory } from './users/session-memory.ts';
import type { PasswordThrottle } from './users/throttle.ts';
import type { SessionWatch } from './users/session-watch.ts';
import type { SessionLimits } from './users/sessions.ts';

export interface World extends Writer {
  readonly readDb: ReadClient;
  readonly blobs: BlobStore;
  readonly dataFolder: string;
  /** Uploads are refused before less than this is free on the disk. */
  readonly minFreeDiskBytes: number;
  readonly serverKey: ServerKey;
  readonly passwords: PasswordHasher;
  readonly throttle: PasswordThrottle;
  readonly sessions: SessionMemory;
  /** Null when no mail server is set up. */
  readonly mailer: Mailer | null;
  readonly refusedUses: RefusedUses;
  readonly tokenUses: TokenUses;
  readonly sessionLimits: SessionLimits;
  readonly sessionWatch: SessionWatch;
  readonly tokenPolicy: TokenPolicy;
  readonly leakReports: Lately;
  readonly layers: LayerPlans;
  readonly mirrors: Mirrors;
  readonly downloads: DownloadCounts;
  readonly searchUpkeep: SearchUpkeep;
  /** That many random bytes. */
  readonly random: (bytes: number) => Buffer;
}

export function newId(world: Pick<World, 'clock' | 'random'>): string {
  return uuidv7(world.clock(), world.random);
}
