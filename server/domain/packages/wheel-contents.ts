// What is in a file before it is installed: the tags that a wheel's name declares, and the files it would unpack.

import { ArchiveUnreadable } from '../../storage/archive-bytes.ts';
import { readArchive } from '../../storage/archives.ts';
import { blobPath } from '../../storage/blobs.ts';
import type { World } from '../world.ts';

export interface WheelTag {
  readonly python: string;
  readonly abi: string;
  readonly platform: string;
}

export interface ContainedFile {
  readonly path: string;
  readonly sizeBytes: number;
}

/** A page shows no more. */
export const MOST_CONTENTS = 10_000;

const MOST_TAGS = 200;

/** Each combination of the compressed set (PEP 425); none for what is no wheel. */
export function tagsOf(filename: string): WheelTag[] {
  const parts = filename.endsWith('.whl') ? filename.slice(0, -'.whl'.length).split('-') : [];
  if (parts.length < 5) return [];
  const [pythons, abis, platforms] = parts.slice(-3).map((part) => part.split('.'));
  return pythons!
    .flatMap((python) => abis!.flatMap((abi) => platforms!.map((platform) => ({ python, abi, platform }))))
    .slice(0, MOST_TAGS);
}

/** In the order of the paths, the first 10,000; none of a wheel that was taken long ago and cannot be read any more. */
export async function contentsOf(
  { dataFolder }: Pick<World, 'dataFolder'>,
  sha256: string,
): Promise<readonly ContainedFile[]> {
  try {
    const path = blobPath(dataFolder, sha256);
    const { members } = await readArchive(path, { format: 'ZIP', isWanted: () => false });
    return members
      .filter(({ kind }) => kind === 'FILE')
      .map(({ path: member, sizeBytes }) => ({ path: member, sizeBytes }))
      .sort((one, other) => (one.path < other.path ? -1 : 1))
      .slice(0, MOST_CONTENTS);
  } catch (error) {
    if (error instanceof ArchiveUnreadable) return [];
    throw error;
  }
}
