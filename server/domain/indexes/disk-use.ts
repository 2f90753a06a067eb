// What indexes take of the disk, each by itself. What their files have together, which quotas limit, is another sum:
// there every file counts, and no metadata.

import { diskUseOf } from '../../storage/sql/disk-use.ts';
import type { World } from '../world.ts';

/** In bytes, by the id of the index; one that has nothing on the disk is absent. */
export function diskUse({ database }: World, indexIds: readonly string[]): Promise<Map<string, bigint>> {
  return diskUseOf(database.reading, indexIds);
}
