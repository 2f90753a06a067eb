// Whether there is room for a file: on the disk, and in what its index may hold. Neither is ever answered with 5xx, at
// which uploaders send the whole file again, several times over.

import { isDiskFull, requireRoom } from '../../storage/free-space.ts';
import type { Write } from '../../storage/transact.ts';
import { UploadRefused } from '../errors.ts';
import type { World } from '../world.ts';

/** Asked before the bytes are taken. @throws {UploadRefused} DISK_LOW */
export function checkDisk(
  { dataFolder, minFreeDiskBytes }: Pick<World, 'dataFolder' | 'minFreeDiskBytes'>,
  announcedBytes: number,
): Promise<void> {
  return whileDiskLasts(requireRoom(dataFolder, minFreeDiskBytes, announcedBytes));
}

/** The disk may fill up while the bytes come, or have been nearly full all the time. @throws {UploadRefused} DISK_LOW */
export async function whileDiskLasts<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    throw new UploadRefused(
      'DISK_LOW',
      'The disk of this server is nearly full, and takes no more files. Tell its operator, and try again later.',
    );
  }
}

/** `freedBytes`: what the file takes the place of. @throws {UploadRefused} QUOTA_EXCEEDED */
export async function checkQuota(
  write: Write,
  index: { readonly id: string; readonly path: string; readonly quotaBytes: bigint | null },
  sizeBytes: number,
  freedBytes: bigint,
): Promise<void> {
  const { quotaBytes } = index;
  if (quotaBytes === null) return;
  const { _sum: sum } = await write.read.file.aggregate({
    where: { indexId: index.id, deletedAt: null },
    _sum: { sizeBytes: true },
  });
  const held = (sum.sizeBytes ?? 0n) - freedBytes;
  if (held + BigInt(sizeBytes) <= quotaBytes) return;
  throw new UploadRefused(
    'QUOTA_EXCEEDED',
    `${index.path} may hold ${quotaBytes} bytes, holds ${held}, and this file has ${sizeBytes}. Delete files, or raise its quota.`,
  );
}
