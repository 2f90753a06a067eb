// The rows of blobs, and the promise behind them: a file's row is committed only while its bytes lie in the
// store. The collector (`collect.ts`) removes bytes under the same write lock.

import type { Write } from '../../storage/transact.ts';
import type { World } from '../world.ts';

export interface WantedBlob {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** The bytes were collected between storing them and this transaction: store them again. */
export class BlobVanished extends Error {}

/** @throws {BlobVanished} */
export async function keepBlobs(world: World, write: Write, wanted: readonly WantedBlob[]): Promise<void> {
  const rows = await write.read.blob.findMany({
    where: { sha256: { in: wanted.map(({ sha256 }) => sha256) } },
  });
  const stateOf = new Map(rows.map((row) => [row.sha256, row.state]));
  for (const { sha256, sizeBytes } of wanted) {
    const state = stateOf.get(sha256);
    if (state === 'LIVE') continue;
    if (state !== undefined) {
      await write.update('Blob', { sha256 }, { state: 'LIVE', stateAt: write.at });
    } else {
      if (!(await world.blobs.has(sha256))) throw new BlobVanished();
      await write.create('Blob', { sha256, sizeBytes: BigInt(sizeBytes), state: 'LIVE', stateAt: write.at });
    }
    stateOf.set(sha256, 'LIVE');
  }
}
