// What an archive holds, whatever its format: members with a path that leads nowhere but into the archive's own folder,
// and how many and how large they may be.

import { ArchiveUnreadable } from './archive-bytes.ts';

const MIB = 1024 * 1024;

export const LIMITS = {
  entries: 100_000,
  memberBytes: 16 * MIB,
  pathBytes: 4_096,
  unpackedAlwaysAllowedBytes: 64 * MIB,
} as const;

export interface ArchiveMember {
  readonly path: string;
  readonly sizeBytes: number;
  readonly kind: 'FILE' | 'FOLDER' | 'LINK';
  /** Where a link of a tar archive leads; null for everything else. */
  readonly target: string | null;
}

/** @throws {ArchiveUnreadable} for a path that means something else to somebody, or leads elsewhere */
export function checkPath(path: string): void {
  const why = UNSAFE.find(([test]) => test(path))?.[1];
  if (why !== undefined) {
    throw new ArchiveUnreadable(`A path in it ${why}; build it with a current build tool.`);
  }
}

const UNSAFE: readonly (readonly [test: (path: string) => boolean, why: string])[] = [
  [(path) => path === '', 'is empty'],
  // eslint-disable-next-line no-control-regex -- these are what must not occur
  [(path) => /[\u0000-\u001f\u007f]/.test(path), 'holds a control character'],
  [(path) => path.startsWith('/') || /^[a-z]:/i.test(path), 'is absolute'],
  [(path) => path.split(/[/\\]/).includes('..'), 'leads upwards'],
  [(path) => Buffer.byteLength(path) > LIMITS.pathBytes, `is longer than ${LIMITS.pathBytes} bytes`],
];

export function tooManyEntries(): ArchiveUnreadable {
  return new ArchiveUnreadable(
    `The archive holds more than ${LIMITS.entries} files; split the distribution.`,
  );
}

export function tooLarge(): ArchiveUnreadable {
  return new ArchiveUnreadable(
    `A file that must be read is larger than ${LIMITS.memberBytes / MIB} MiB; shorten it.`,
  );
}
