// The way of a file to its index: uploaded or mirrored somewhere, then promoted from index to index. A file that was
// uploaded where it is has no rows for it: its only step is what its own row says.

import type { File, ProvenanceStep } from '../../storage/_generated/sqlite/client.ts';

/** One step, before it belongs to a file. */
export type Step = Omit<ProvenanceStep, 'id' | 'fileId' | 'position'>;

/** The whole way, in order; at least one step. */
export function stepsOf(
  file: Pick<File, 'uploadedAt' | 'uploadedById' | 'uploadedTokenId'>,
  rows: readonly ProvenanceStep[],
  where: { readonly indexPath: string; readonly uploaderName: string },
): readonly Step[] {
  if (rows.length === 0) {
    return [
      {
        kind: 'UPLOADED',
        at: file.uploadedAt,
        indexPath: where.indexPath,
        fromPath: null,
        sourceUrl: null,
        actorId: file.uploadedById,
        actorName: where.uploaderName,
        tokenId: file.uploadedTokenId,
      },
    ];
  }
  return rows
    .toSorted((a, b) => a.position - b.position)
    .map(({ kind, at, indexPath, fromPath, sourceUrl, actorId, actorName, tokenId }) => ({
      kind,
      at,
      indexPath,
      fromPath,
      sourceUrl,
      actorId,
      actorName,
      tokenId,
    }));
}

/** That a mirror copied it: the server did so, for whoever asked first. */
export function mirroredStep(indexPath: string, url: string, at: Date): Step {
  return {
    kind: 'MIRRORED',
    at,
    indexPath,
    fromPath: null,
    sourceUrl: withoutSecrets(url),
    actorId: null,
    actorName: ':system:',
    tokenId: null,
  };
}

/** What stands before the host, and behind the path, may let whoever reads it in. */
function withoutSecrets(text: string): string {
  const url = new URL(text);
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return url.href;
}
