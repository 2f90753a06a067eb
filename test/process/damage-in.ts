// What fsck finds in a data folder, in this process: a test that looks often does not start a program each time.

import { join } from 'node:path';

import type { Finding } from '../../server/domain/fsck/damage.ts';
import { fsck } from '../../server/domain/fsck/fsck.ts';
import { openReadOnly } from '../../server/storage/read-only.ts';
import { migrationsFolder } from '../support/postgres.ts';

/** With what is left over, which a kill may leave, but not so old. */
export async function damageIn(dataFolder: string, { withChecksums = true } = {}): Promise<Finding[]> {
  const sqliteFile = join(dataFolder, 'wheelhouse.sqlite');
  const database = await openReadOnly({ sqliteFile, migrationsFolder });
  const findings: Finding[] = [];
  try {
    await fsck(
      { database, folder: dataFolder, clock: () => new Date(), withChecksums },
      { found: (finding) => void findings.push(finding), progress: () => {} },
    );
    return findings;
  } finally {
    await database.close();
  }
}
