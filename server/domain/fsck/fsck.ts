// Looks at everything that is stored, and changes nothing. Rows are read in one snapshot, so that they belong together
// while a server goes on writing. Bytes are looked at afterwards, row by row, and whatever seems wrong is looked at a
// second time with the row of that moment: the collector may have been at it. Who prints what is `fsck-command.ts`.

import type { ReadOnlyDatabase, Snapshot } from '../../storage/read-only.ts';
import { brokenPages, brokenReferences } from '../../storage/sql/references.ts';

import { checkBlobs } from './blobs.ts';
import { checkChanges } from './changes.ts';
import { Findings, TOLD_OF_A_KIND, type Finding, type FsckResult } from './damage.ts';
import { checkFiles } from './files.ts';
import { checkFolder } from './folder.ts';
import { checkNames } from './names.ts';
import { checkIndexes } from './package-indexes.ts';
import { checkRows } from './rows.ts';
import { checkSidecars } from './sidecars.ts';

export interface LookedAt {
  readonly database: ReadOnlyDatabase;
  /** The data folder, with the bytes in it. */
  readonly folder: string;
  readonly clock: () => Date;
  /** False: bytes are not read, only their sizes compared. */
  readonly withChecksums: boolean;
}

/** What one step looks with. */
export interface Look extends LookedAt {
  readonly findings: Findings;
  /** Says how far the step has come. */
  readonly progress: (done: number, all: number | null) => void;
}

export interface FsckListener {
  found(finding: Finding): void;
  progress(step: string, done: number, all: number | null): void;
}

export async function fsck(lookedAt: LookedAt, listener: FsckListener): Promise<FsckResult> {
  const findings = new Findings((finding) => listener.found(finding));
  const looked: Record<string, number> = {};
  const look = (step: string): Look => ({
    ...lookedAt,
    findings,
    progress(done, all) {
      looked[step] = done;
      listener.progress(step, done, all);
    },
  });

  if (await isReadable(look('database'))) {
    await lookedAt.database.inSnapshot(async (snapshot) => {
      await checkReferences(look('references'), snapshot);
      const logged = await checkChanges(look('changes'), snapshot);
      if (logged !== null) await checkRows(look('rows'), snapshot, logged);
      await checkNames(look('names'), snapshot);
      await checkIndexes(look('indexes'), snapshot);
      await checkFiles(look('files'), snapshot);
    });
    const unusable = await checkBlobs(look('blobs'));
    await checkFolder(look('folders'));
    if (lookedAt.withChecksums) await checkSidecars(look('sidecars'), unusable);
  }
  return { isClean: findings.isClean, looked, counts: Object.fromEntries(findings.counts) };
}

/** Of a damaged database whatever else is read may be wrong. Outside the snapshot, which could not even end there. */
async function isReadable({ database, findings, withChecksums }: Look): Promise<boolean> {
  const told = await brokenPages(database, !withChecksums);
  for (const line of told) {
    findings.add('DATABASE_CORRUPT', 'wheelhouse.sqlite', `SQLite says of its file: ${line}.`);
  }
  return told.length === 0;
}

async function checkReferences({ findings }: Look, snapshot: Snapshot): Promise<void> {
  for (const { table, id, column, parent, value } of await brokenReferences(snapshot, TOLD_OF_A_KIND)) {
    const what = `The ${column} of ${table} ${id} is ${value}, and there is no such ${parent}.`;
    findings.add('REFERENCE_BROKEN', `${table} ${id}`, what);
  }
}
