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
  const rows = await write.find('Blob', { sha256: wanted.map(({ sha256 }) => sha256) });
  const stateOf = new Map(rows.map((row) => [row.sha256, row.state]));
  const notLive = wanted.filter(({ sha256 }) => stateOf.get(sha256) !== 'LIVE');
  // The collector removes bytes before its commit, which may fail: a row that is on its way out promises nothing.
  if (!notLive.every(({ sha256 }) => world.blobs.has(sha256))) throw new BlobVanished();

  const state = 'LIVE';
  const stateAt = write.at;
  for (const { sha256 } of notLive.filter((blob) => stateOf.has(blob.sha256))) {
    await write.update('Blob', { sha256 }, { state, stateAt });
  }
  const rowless = new Map(
    notLive
      .filter(({ sha256 }) => !stateOf.has(sha256))
      .map(({ sha256, sizeBytes }) => [
        sha256,
        { sha256, sizeBytes: BigInt(sizeBytes), state, stateAt } as const,
      ]),
  );
  await write.createAll('Blob', [...rowless.values()]);
}
