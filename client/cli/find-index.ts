/** The index that a command is about. */
import type { PackageIndexQuery } from '../_generated/graphql.ts';
import type { WheelhouseClient } from '../client.ts';
import { NotFound } from '../errors.ts';

export type FoundIndex = NonNullable<PackageIndexQuery['packageIndex']>;

/** @throws NotFound when there is none that this person may see. */
export async function findIndex(client: WheelhouseClient, path: string): Promise<FoundIndex> {
  const found = await client.packageIndex({ path });
  if (found) return found;
  throw new NotFound(`There is no index ${path}, or none that you may see.`, { code: 'NOT_FOUND' });
}
