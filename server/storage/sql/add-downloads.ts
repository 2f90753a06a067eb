// Adds counts to those that are stored, each row made or added to in one statement: other nodes count the same files.

import type { DownloadCount } from '../_generated/sqlite/client.ts';
import type { Database, Engine } from '../database.ts';
import { placeholder } from './insert-rows.ts';

export type DownloadsOfDay = Readonly<DownloadCount>;

const AT_A_TIME = 1_000;

const COLUMNS = [
  ['indexId', 'TEXT'],
  ['normalizedName', 'TEXT'],
  ['filename', 'TEXT'],
  ['day', 'TEXT'],
  ['downloads', 'INTEGER'],
] as const;

/** All of them or none. No file and day twice. */
export async function addDownloads(
  { engine, db }: Pick<Database, 'engine' | 'db'>,
  counts: readonly DownloadsOfDay[],
): Promise<void> {
  // In one order everywhere: two nodes that lock the same rows never wait for each other.
  const keyOf = ({ indexId, filename, day }: DownloadsOfDay) => `${indexId} ${filename} ${day}`;
  const sorted = [...counts].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const parts = Array.from({ length: Math.ceil(sorted.length / AT_A_TIME) }, (_, part) =>
    sorted.slice(part * AT_A_TIME, (part + 1) * AT_A_TIME),
  );
  await db.$transaction(
    parts.map((part) =>
      db.$executeRawUnsafe(
        upsert(engine, part.length),
        ...part.flatMap((counted) => COLUMNS.map(([name]) => counted[name])),
      ),
    ),
  );
}

function upsert(engine: Engine, rows: number): string {
  const tuples = Array.from({ length: rows }, (_, row) =>
    COLUMNS.map(([, type], place) => placeholder(engine, row * COLUMNS.length + place + 1, type)).join(', '),
  );
  return (
    `INSERT INTO "DownloadCount" (${COLUMNS.map(([name]) => `"${name}"`).join(', ')}) ` +
    `VALUES ${tuples.map((tuple) => `(${tuple})`).join(', ')} ` +
    'ON CONFLICT ("indexId", "filename", "day") ' +
    'DO UPDATE SET "downloads" = "DownloadCount"."downloads" + excluded."downloads"'
  );
}
