// A mirror without an index around it: the parts that ask an upstream, on a database and a data folder of their own.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Mirrors, type MirrorsOptions } from '../../../server/domain/mirrors/mirrors.ts';
import type { MirrorSettings } from '../../../server/domain/mirrors/settings.ts';
import { Commits } from '../../../server/storage/commits.ts';
import type { Database } from '../../../server/storage/database.ts';
import { ServerKey } from '../../../server/storage/server-key.ts';

export interface MirrorWorld {
  readonly mirrors: Mirrors;
  readonly database: Database;
  readonly dataFolder: string;
  readonly serverKey: ServerKey;
  /** Names of projects that changed, in order. */
  readonly learned: string[];
  advance(milliseconds: number): void;
  /** The same database and folder after a start of the server. */
  restarted(): Mirrors;
  close(): Promise<void>;
}

export function mirrorWorld(database: Database, options: Partial<MirrorsOptions> = {}): MirrorWorld {
  const dataFolder = mkdtempSync(join(tmpdir(), 'wheelhouse-mirror-'));
  const serverKey = new ServerKey(new Map([[1, Buffer.alloc(32, 7)]]));
  const commits = new Commits();
  const learned: string[] = [];
  commits.listen(({ projects }) => learned.push(...projects));
  let offset = 0;
  const started: Mirrors[] = [];
  const start = () => {
    const mirrors = new Mirrors(
      {
        database,
        readDb: database.readDb,
        commits,
        clock: () => new Date(Date.now() + offset),
        random: randomBytes,
        serverKey,
      },
      {
        dataFolder,
        maxFileBytes: 8 * 1024 * 1024,
        minFreeDiskBytes: 0,
        userAgent: 'wheelhouse/test',
        ...options,
      },
    );
    started.push(mirrors);
    return mirrors;
  };
  return {
    mirrors: start(),
    database,
    dataFolder,
    serverKey,
    learned,
    advance(milliseconds) {
      offset += milliseconds;
    },
    restarted: start,
    async close() {
      for (const mirrors of started) await mirrors.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

let count = 0;

/** Settings of a mirror that nobody wrote down; each is another one. */
export function mirrorOf(upstreamUrl: string, settings: Partial<MirrorSettings> = {}): MirrorSettings {
  count += 1;
  return {
    indexId: `01900000-0000-7000-8000-${String(count).padStart(12, '0')}`,
    path: 'root/mirror',
    upstreamUrl,
    username: null,
    sealedPassword: null,
    sealedKeyVersion: null,
    freshSeconds: 600,
    staleSeconds: 3600,
    timeoutSeconds: 2,
    maxFileBytes: null,
    minAgeDays: 0,
    isOffline: false,
    allowsPrivateAddresses: true,
    keepDays: null,
    keepBytes: null,
    fileHosts: [],
    ...settings,
  };
}
