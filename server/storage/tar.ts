// Reads a gzipped tar archive from end to end, in constant memory: every member is looked at, what is wanted is kept.
// Nothing that would write outside of the folder it is unpacked in is let through: no devices, no sparse files, no way
// upwards; where a link leads, who knows what is unpacked decides. POSIX pax, GNU tar.

import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { extract, type Header } from 'tar-stream';

import { ArchiveUnreadable, chunks, type ArchiveBytes } from './archive-bytes.ts';
import { checkPath, LIMITS, tooLarge, tooManyEntries, type ArchiveMember } from './archive-members.ts';
import { findEnd } from './zip-directory.ts';

const MIB = 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;
const MAX_UNPACKED_RATIO = 200;
const MAX_WANTED = 8;
const STALLED_MILLISECONDS = 30_000;
const TAIL_BYTES = 22 + 0xffff;

export interface Tar {
  readonly members: readonly ArchiveMember[];
  /** The bytes of those that were wanted, the first eight. */
  readonly wanted: readonly { readonly path: string; readonly bytes: Buffer }[];
}

/** @throws {ArchiveUnreadable}, and other errors for what is damaged */
export async function readTarGz(archive: ArchiveBytes, isWanted: (path: string) => boolean): Promise<Tar> {
  await refuseZip(archive);
  const members: ArchiveMember[] = [];
  const wanted: { path: string; bytes: Buffer }[] = [];
  const tar = extract();
  tar.on('entry', (headers, content, next) => {
    // The same error reaches `tar`, which answers for it; unheard here it would end the process.
    content.on('error', () => {});
    try {
      members.push(asMember(headers));
      if (members.length > LIMITS.entries) throw tooManyEntries();
      const { path, kind, sizeBytes } = members.at(-1)!;
      if (kind === 'FOLDER' || wanted.length === MAX_WANTED || !isWanted(path)) {
        content.on('end', next);
        return void content.resume();
      }
      if (kind === 'LINK') throw new ArchiveUnreadable(LINKED);
      if (sizeBytes > LIMITS.memberBytes) throw tooLarge();
      buffer(content).then((bytes) => {
        wanted.push({ path, bytes });
        next();
      }, next);
    } catch (error) {
      next(error as Error);
    }
  });
  const limit = Math.max(LIMITS.unpackedAlwaysAllowedBytes, MAX_UNPACKED_RATIO * archive.size);
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // To the end, although what is wanted comes early: only there the checksum tells that nothing is missing.
  // Should the reader of the members ever wait for something that does not come, the upload ends all the same.
  const stalled = new AbortController();
  const watch = setTimeout(() => stalled.abort(), STALLED_MILLISECONDS);
  const limited = (unpacked: AsyncIterable<Buffer>) => atMost(limit, unpacked, watch);
  await pipeline(chunks(archive), gunzip, limited, tar, { signal: stalled.signal }).finally(() =>
    clearTimeout(watch),
  );
  return { members, wanted };
}

export const LINKED = 'A file that must be read is a link or a device; put the file itself there.';

/** Readers that look at the end would find other members than those that begin at the beginning. */
async function refuseZip(archive: ArchiveBytes): Promise<void> {
  const tailBytes = Math.min(archive.size, TAIL_BYTES);
  if (findEnd(await archive.read(archive.size - tailBytes, tailBytes)) !== null) {
    throw new ArchiveUnreadable('It is a tar and a zip archive at once; build it with a current build tool.');
  }
}

const KINDS: Partial<Record<Header['type'], ArchiveMember['kind']>> = {
  file: 'FILE',
  'contiguous-file': 'FILE',
  directory: 'FOLDER',
  link: 'LINK',
  symlink: 'LINK',
};

function asMember({ name, type, size, linkname, pax }: Header): ArchiveMember {
  const isSparse = Object.keys(pax ?? {}).some((key) => key.startsWith('GNU.sparse'));
  const kind = KINDS[type];
  // Readers differ in whether such bytes are there, and see other members behind them.
  if (kind !== undefined && kind !== 'FILE' && size > 0) {
    throw new ArchiveUnreadable('A folder or a link in it has a size; build it with a current build tool.');
  }
  if (isSparse || kind === undefined) {
    throw new ArchiveUnreadable(
      'A member of it is a device, a sparse file or of an unknown kind; leave it out.',
    );
  }
  checkPath(name);
  if (!Number.isSafeInteger(size) || size < 0) throw new Error('A member has no size.');
  const target = kind === 'LINK' ? linkname : null;
  // A hard link names a member from the top of the archive, a symbolic one from where it stands.
  const isHard = type === 'link';
  return { path: name, sizeBytes: size, kind, target: isHard ? `/${target}` : target };
}

async function* atMost(
  limit: number,
  unpacked: AsyncIterable<Buffer>,
  watch: NodeJS.Timeout,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of unpacked) {
    watch.refresh();
    bytes += chunk.length;
    if (bytes > limit) {
      const shown = Math.floor(limit / MIB);
      throw new ArchiveUnreadable(`The archive unpacks to more than ${shown} MiB; leave such data out.`);
    }
    yield chunk;
  }
}
