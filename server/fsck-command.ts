// `wheelhouse fsck` on the server's machine, beside a running server or without one. Findings go to standard output,
// as sentences or with --json as one object; how far it is goes to standard error. It ends with 0 when nothing is
// damaged, 1 when something is, 2 when it could not look.

import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { sqliteFile } from './app.ts';
import { readSettings, SettingsRefused, type Settings } from './config.ts';
import type { Finding, FsckResult } from './domain/fsck/damage.ts';
import { fsck } from './domain/fsck/fsck.ts';
import { openReadOnly } from './storage/read-only.ts';

export const FSCK_USAGE = 'wheelhouse fsck [--json] [--no-checksums]';
const FLAGS = ['--json', '--no-checksums'];

/** How often it is told how far it is. */
const PROGRESS_MILLISECONDS = 5_000;

export function isFsckUsage(words: readonly string[]): boolean {
  return words.every((word) => FLAGS.includes(word));
}

/** Answers the exit code; throws what keeps it from looking. */
export async function runFsck(words: readonly string[], migrationsFolder: string): Promise<0 | 1> {
  const settings = readSettings();
  const isJson = words.includes('--json');
  const database = await openReadOnly({ ...placeOfDatabase(settings), migrationsFolder });
  try {
    const findings: Finding[] = [];
    const result = await fsck(
      {
        database,
        folder: settings.dataFolder,
        clock: () => new Date(),
        withChecksums: !words.includes('--no-checksums'),
      },
      {
        found(finding) {
          if (isJson) findings.push(finding);
          else process.stdout.write(`${finding.code}: ${finding.message}\n`);
        },
        progress: tellNowAndThen(),
      },
    );
    process.stdout.write(isJson ? `${JSON.stringify({ ...result, findings }, null, 2)}\n` : summary(result));
    return result.isClean ? 0 : 1;
  } finally {
    await database.close();
  }
}

function placeOfDatabase(settings: Settings): { url: string } | { sqliteFile: string } {
  const { databaseUrl, dataFolder } = settings;
  const isThere =
    existsSync(join(dataFolder, 'blobs')) && (databaseUrl !== null || existsSync(sqliteFile(settings)));
  if (!isThere) {
    throw new SettingsRefused(
      `There is nothing of a Wheelhouse server in ${dataFolder}: name the server’s data folder in WHEELHOUSE_DATA.`,
    );
  }
  return databaseUrl === null ? { sqliteFile: sqliteFile(settings) } : { url: databaseUrl };
}

function tellNowAndThen(): (step: string, done: number, all: number | null) => void {
  let nextAt = Date.now() + PROGRESS_MILLISECONDS;
  return (step, done, all) => {
    if (Date.now() < nextAt) return;
    nextAt = Date.now() + PROGRESS_MILLISECONDS;
    process.stderr.write(`Looking at ${step}: ${done}${all === null ? '' : ` of ${all}`}.\n`);
  };
}

function summary({ isClean, counts, looked }: FsckResult): string {
  const seen = Object.entries(looked).map(([step, count]) => `${count} ${step}`);
  const kinds = Object.entries(counts).map(([code, count]) => `${count} ${code}`);
  const verdict = isClean ? 'Nothing is damaged.' : 'There is damage.';
  return `${verdict} Looked at ${seen.join(', ')}.${kinds.length === 0 ? '' : ` Found: ${kinds.join(', ')}.`}\n`;
}
