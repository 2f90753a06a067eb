// The bytes behind the rows of blobs: there, of the size that the row says, and with checksums those of their name. A
// row that is DEAD promises nothing: the collector removes bytes before it commits that the row is gone.

import { blobPath } from '../../storage/blobs.ts';
import { examineFile } from '../../storage/examine.ts';
import type { ReadClient } from '../../storage/transact.ts';

import { NOTHING_IS_LOST, type DamageCode } from './damage.ts';
import type { Look } from './fsck.ts';
import { portions } from './portions.ts';

type Blob = Awaited<ReturnType<typeof blobsAfter>>[number];

/** Answers the blobs whose bytes say nothing of the files that they belong to. */
export async function checkBlobs(look: Look): Promise<ReadonlySet<string>> {
  const { database, findings, progress } = look;
  const unusable = new Set<string>();
  const all = await database.read.blob.count();
  let looked = 0;
  for await (const rows of portions(
    (after, take) => blobsAfter(database.read, after, take),
    ({ sha256 }) => sha256,
  )) {
    for (const blob of rows) {
      const wrong = await lookAt(blob, look);
      progress((looked += 1), all);
      if (wrong === null || !(await isStillWanted(database.read, blob))) continue;
      unusable.add(blob.sha256);
      const needs = await neededBy(database.read, blob.sha256);
      const subject = `blob ${blob.sha256}`;
      if (needs === null) findings.add(wrong.code, subject, wrong.what, NOTHING_IS_LOST);
      else findings.add(wrong.code, subject, `${wrong.what} ${needs}`);
    }
  }
  return unusable;
}

async function lookAt({ sha256, sizeBytes }: Blob, { folder, withChecksums }: Look): Promise<Wrong | null> {
  const path = blobPath(folder, sha256);
  const seen = await examineFile(path, (found) => withChecksums || BigInt(found) !== sizeBytes);
  if (seen === 'ABSENT')
    return { code: 'BLOB_MISSING', what: `The bytes of blob ${sha256} are not in the folder.` };
  if (typeof seen === 'string')
    return { code: 'BLOB_UNREADABLE', what: `The bytes of blob ${sha256} cannot be read (${seen}).` };
  if (seen.sha256 !== null && seen.sha256 !== sha256) {
    const what = `The bytes of blob ${sha256} are not those of its name: ${seen.sizeBytes} of them, and its row says ${sizeBytes}.`;
    return { code: 'BLOB_ALTERED', what };
  }
  if (BigInt(seen.sizeBytes) === sizeBytes) return null;
  const what = `Blob ${sha256} has ${seen.sizeBytes} bytes, and its row says ${sizeBytes}.`;
  return { code: 'BLOB_SIZE_WRONG', what };
}

interface Wrong {
  readonly code: DamageCode;
  readonly what: string;
}

function blobsAfter(read: ReadClient, after: string, take: number) {
  return read.blob.findMany({
    where: { sha256: { gt: after }, state: { not: 'DEAD' } },
    orderBy: { sha256: 'asc' },
    take,
  });
}

async function isStillWanted(read: ReadClient, { sha256 }: Blob): Promise<boolean> {
  const now = await read.blob.findUnique({ where: { sha256 } });
  return now !== null && now.state !== 'DEAD';
}

/** A sentence that names some of the files; null: none needs it. */
async function neededBy(read: ReadClient, sha256: string): Promise<string | null> {
  const files = await read.file.findMany({
    where: { deletedAt: null, OR: [{ sha256 }, { metadataSha256: sha256 }] },
    orderBy: { id: 'asc' },
    take: 4,
    select: { filename: true, index: { select: { path: true } } },
  });
  if (files.length === 0) return null;
  const names = files.slice(0, 3).map(({ filename, index }) => `${index.path}/${filename}`);
  return `Needed by ${names.join(', ')}${files.length > 3 ? ' and others' : ''}.`;
}
