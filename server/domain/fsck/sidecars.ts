// What a file's `.metadata` answers is what lies in the file itself, byte for byte: installers compare the two, and
// refuse a file where they differ.

import { createHash } from 'node:crypto';

import { blobPath } from '../../storage/blobs.ts';
import type { ReadClient } from '../../storage/transact.ts';
import { readDistributionMetadata } from '../packages/archives.ts';
import { parseFilename } from '../packages/filenames.ts';

import type { Look } from './fsck.ts';
import { portions } from './portions.ts';

type File = Awaited<ReturnType<typeof filesAfter>>[number];

export async function checkSidecars(
  { database: { read }, folder, findings, progress }: Look,
  unusable: ReadonlySet<string>,
): Promise<void> {
  const all = await read.file.count({ where: { deletedAt: null } });
  const known = new Map<string, string | null>();
  let looked = 0;
  for await (const files of portions(
    (after, take) => filesAfter(read, after, take),
    ({ id }) => id,
  )) {
    for (const file of files) {
      progress((looked += 1), all);
      const { sha256, metadataSha256, filename, index } = file;
      if (unusable.has(sha256) || unusable.has(metadataSha256)) continue;
      let digest = known.get(sha256);
      if (digest === undefined) known.set(sha256, (digest = await metadataDigest(folder, file)));
      if (digest === null || digest === metadataSha256) continue;
      const subject = `${index.path}/${filename}`;
      const what = `The metadata beside ${subject}, blob ${metadataSha256}, differ from those inside it.`;
      findings.add('SIDECAR_DIFFERS', subject, what);
    }
  }
}

function filesAfter(read: ReadClient, after: string, take: number) {
  return read.file.findMany({
    where: { id: { gt: after }, deletedAt: null },
    orderBy: { id: 'asc' },
    take,
    select: {
      id: true,
      sha256: true,
      metadataSha256: true,
      filename: true,
      index: { select: { path: true } },
      project: { select: { name: true } },
    },
  });
}

/** Null when the rules of today cannot read what was accepted once, and when the bytes were collected meanwhile. */
async function metadataDigest(folder: string, { sha256, filename, project }: File): Promise<string | null> {
  const name = parseFilename(filename, project.name);
  if (!name.ok) return null;
  const metadata = await readDistributionMetadata(blobPath(folder, sha256), name).catch(() => null);
  return metadata === null ? null : createHash('sha256').update(metadata).digest('hex');
}
