// The core metadata of a file on a page, wherever its layer has it: beside the blob, or in the sidecar of a mirror.

import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { LayerPlan } from '../indexes/layers.ts';
import type { MirroredFile } from '../mirrors/page.ts';
import type { World } from '../world.ts';
import { parseMetadata, type CoreMetadata } from './metadata.ts';
import type { PageFile } from './repository.ts';

/** Null where the upstream has it inside the file alone. @throws {UpstreamUnavailable} */
export async function readMetadata(
  world: Pick<World, 'readDb' | 'blobs' | 'mirrors'>,
  plan: LayerPlan,
  file: PageFile,
): Promise<CoreMetadata | null> {
  const bytes = isMirrored(file) ? await sidecar(world, plan, file) : await stored(world, file);
  const parsed = bytes === null ? null : parseMetadata(bytes);
  return parsed?.ok === true ? parsed : null;
}

function isMirrored(file: PageFile): file is MirroredFile {
  return 'url' in file;
}

async function sidecar(
  { mirrors }: Pick<World, 'mirrors'>,
  { layers }: LayerPlan,
  file: MirroredFile,
): Promise<Buffer | null> {
  const mirror = layers.find(({ id }) => id === file.layerId)?.mirror ?? null;
  if (file.metadataSha256 === null || mirror === null) return null;
  const opened = await mirrors.openFile(mirror, file, 'sidecar');
  return readFile((await opened.whole()).path);
}

/** That of a source distribution is stored too, and no page names it. */
async function stored(
  { readDb, blobs }: Pick<World, 'readDb' | 'blobs'>,
  { layerId, filename }: PageFile,
): Promise<Buffer | null> {
  const row = await readDb.file.findUnique({
    where: { indexId_filenameFold: { indexId: layerId, filenameFold: filename.toLowerCase() } },
    select: { metadataSha256: true },
  });
  return row === null ? null : buffer(blobs.stream(row.metadataSha256));
}
