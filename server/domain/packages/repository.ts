// The read contract: three methods that every layer of an index implements. Own files are the only layer yet;
// bases, mirrors, rules and the ownership guard wrap it later, and simple pages, sidecars, downloads and GraphQL
// all ask the same resolver.

import type { FileKind } from '../../storage/_generated/sqlite/client.ts';
import type { World } from '../world.ts';

export interface PageFile {
  readonly filename: string;
  readonly kind: FileKind;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly requiresPython: string | null;
  readonly metadataSha256: string;
  readonly uploadedAt: Date;
  /** Null: not yanked. Empty: yanked without a reason. */
  readonly yanked: string | null;
  readonly version: string;
}

export interface ProjectPage {
  readonly normalizedName: string;
  /** In the order of upload. */
  readonly files: readonly PageFile[];
}

export interface Repository {
  /** Normalised names in binary order, in portions. */
  projectNames(): AsyncIterable<readonly string[]>;
  /** Null: no layer holds the project. A project without files has a page. */
  projectPage(normalizedName: string): Promise<ProjectPage | null>;
  /** Null: no layer holds this file with these bytes. */
  file(
    sha256: string,
    filename: string,
  ): Promise<{ readonly file: PageFile; readonly project: string } | null>;
}

/** What answers for an index. */
export function resolverOf(world: Pick<World, 'readDb'>, indexId: string): Repository {
  return new OwnFiles(world, indexId);
}

const NAMES_AT_A_TIME = 5_000;

/** The files that were uploaded to the index itself. */
class OwnFiles implements Repository {
  readonly #read: World['readDb'];
  readonly #indexId: string;

  constructor({ readDb }: Pick<World, 'readDb'>, indexId: string) {
    this.#read = readDb;
    this.#indexId = indexId;
  }

  async *projectNames(): AsyncGenerator<readonly string[]> {
    let last = '';
    for (;;) {
      const rows = await this.#read.project.findMany({
        where: { indexId: this.#indexId, normalizedName: { gt: last } },
        orderBy: { normalizedName: 'asc' },
        select: { normalizedName: true },
        take: NAMES_AT_A_TIME,
      });
      const names = rows.map((row) => row.normalizedName);
      if (names.length > 0) yield names;
      if (names.length < NAMES_AT_A_TIME) return;
      last = names.at(-1)!;
    }
  }

  async projectPage(normalizedName: string): Promise<ProjectPage | null> {
    const indexId = this.#indexId;
    const project = await this.#read.project.findUnique({
      where: { indexId_normalizedName: { indexId, normalizedName } },
      select: { id: true },
    });
    if (project === null) return null;
    const files = await this.#read.file.findMany({
      where: { projectId: project.id, deletedAt: null },
      orderBy: { id: 'asc' },
      include: { release: { select: { version: true } } },
    });
    return { normalizedName, files: files.map(pageFile) };
  }

  async file(sha256: string, filename: string) {
    const row = await this.#read.file.findUnique({
      where: { indexId_filenameFold: { indexId: this.#indexId, filenameFold: filename.toLowerCase() } },
      include: { release: { select: { version: true } }, project: { select: { normalizedName: true } } },
    });
    if (row === null || row.deletedAt !== null || row.filename !== filename || row.sha256 !== sha256)
      return null;
    return { file: pageFile(row), project: row.project.normalizedName };
  }
}

interface FileRow extends Omit<PageFile, 'sizeBytes' | 'yanked' | 'version'> {
  readonly sizeBytes: bigint;
  readonly yankedAt: Date | null;
  readonly yankReason: string | null;
  readonly release: { readonly version: string };
}

function pageFile(row: FileRow): PageFile {
  const { filename, kind, sha256, requiresPython, metadataSha256, uploadedAt } = row;
  return {
    filename,
    kind,
    sha256,
    sizeBytes: Number(row.sizeBytes),
    requiresPython,
    metadataSha256,
    uploadedAt,
    yanked: row.yankedAt === null ? null : (row.yankReason ?? ''),
    version: row.release.version,
  };
}
