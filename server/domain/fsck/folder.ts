// The folder of blobs holds nothing else, and no bytes that no row names. Bytes come before their row, so those of late
// may belong to an upload under way, or to one that was cut off: the collector takes them once they are 48 hours old.

import { join } from 'node:path';

import { listFolder, type FolderEntry } from '../../storage/examine.ts';
import { BLOB_GRACE_MILLISECONDS } from '../packages/collect.ts';

import type { Look } from './fsck.ts';

const AT_A_TIME = 500;
const PREFIX = /^[0-9a-f]{2}$/;
const DIGEST = /^[0-9a-f]{64}$/;

export async function checkFolder(look: Look): Promise<void> {
  const { folder, findings, progress } = look;
  const blobs = join(folder, 'blobs');
  let looked = 0;
  for (const prefix of (await listFolder(blobs)) ?? []) {
    const entries =
      prefix.isFolder && PREFIX.test(prefix.name) ? await listFolder(join(blobs, prefix.name)) : null;
    if (entries === null) {
      findings.add('BLOB_STRAY_FILE', `blobs/${prefix.name}`, `blobs/${prefix.name} is no folder of blobs.`);
      continue;
    }
    const isBlob = ({ name }: FolderEntry) => DIGEST.test(name) && name.startsWith(prefix.name);
    for (const { name } of entries.filter((entry) => !isBlob(entry))) {
      const path = `blobs/${prefix.name}/${name}`;
      findings.add('BLOB_STRAY_FILE', path, `${path} is no blob by its name.`);
    }
    await checkRowless(look, entries.filter(isBlob));
    progress((looked += 1), 256);
  }
}

async function checkRowless(
  { database, findings, clock }: Look,
  entries: readonly FolderEntry[],
): Promise<void> {
  const graceAgo = clock().getTime() - BLOB_GRACE_MILLISECONDS;
  const old = entries.filter(({ modifiedAt }) => modifiedAt !== null && modifiedAt.getTime() < graceAgo);
  for (let at = 0; at < old.length; at += AT_A_TIME) {
    const names = old.slice(at, at + AT_A_TIME).map(({ name }) => name);
    const rows = await database.read.blob.findMany({
      where: { sha256: { in: names } },
      select: { sha256: true },
    });
    const known = new Set(rows.map(({ sha256 }) => sha256));
    for (const name of names.filter((each) => !known.has(each))) {
      findings.add(
        'BLOB_WITHOUT_ROW',
        `blob ${name}`,
        `No row names the bytes of blob ${name}, and they are old.`,
      );
    }
  }
}
