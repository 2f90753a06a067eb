// Projects straight into the rows of an index, as uploads would leave them, but without bytes: for tests that need many.

import type { App } from '../../server/app.ts';
import { normalizeProjectName } from '../../server/domain/packages/filenames.ts';
import { canonicalVersion } from '../../server/domain/packages/versions.ts';
import { newId } from '../../server/domain/world.ts';
import { transact, type Write } from '../../server/storage/transact.ts';

export interface MadeProject {
  readonly name: string;
  /** 1.0 unless told. */
  readonly versions?: readonly string[];
  readonly summary?: string | null;
  readonly keywords?: string | null;
}

const AT_A_TIME = 200;

export async function makeProjects(
  { world }: Pick<App, 'world'>,
  path: string,
  projects: readonly MadeProject[],
): Promise<void> {
  const index = await world.readDb.packageIndex.findUniqueOrThrow({ where: { livePath: path } });
  for (let at = 0; at < projects.length; at += AT_A_TIME) {
    await transact(world, (write) => makeSome(write, index.id, projects.slice(at, at + AT_A_TIME)));
  }

  async function makeSome(write: Write, indexId: string, some: readonly MadeProject[]): Promise<void> {
    const made = some.map((project) => ({ ...project, id: newId(world) }));
    await write.createAll(
      'Project',
      made.map(({ id, name }) => ({
        id,
        indexId,
        name,
        normalizedName: normalizeProjectName(name),
        createdAt: write.at,
        status: 'ACTIVE' as const,
      })),
    );
    const releases = made.flatMap(({ id, name, versions = ['1.0'], summary = null, keywords = null }) =>
      versions.map((version) => ({ id: newId(world), projectId: id, name, version, summary, keywords })),
    );
    await write.createAll(
      'Release',
      releases.map(({ id, projectId, version, summary, keywords }) => ({
        id,
        projectId,
        version,
        canonicalVersion: canonicalVersion(version),
        summary,
        keywords,
        createdAt: write.at,
      })),
    );
    await write.createAll(
      'File',
      releases.map(({ id, projectId, name, version }) => fileRow(indexId, projectId, id, name, version)),
    );
    for (const { name } of some) write.touchProject(normalizeProjectName(name));

    function fileRow(ofIndex: string, projectId: string, releaseId: string, name: string, version: string) {
      const filename = `${name}-${version}.tar.gz`;
      return {
        id: newId(world),
        indexId: ofIndex,
        projectId,
        releaseId,
        filename,
        filenameFold: filename.toLowerCase(),
        kind: 'SDIST' as const,
        sha256: '0'.repeat(64),
        sizeBytes: 1n,
        metadataSha256: '0'.repeat(64),
        metadataVersion: '2.1',
        uploadedAt: write.at,
      };
    }
  }
}
