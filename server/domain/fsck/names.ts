// What rows are found by follows from their names: a project's normalised name, a release's canonical version, the path
// of an index.

import type { Snapshot } from '../../storage/read-only.ts';
import { normalizeProjectName } from '../packages/filenames.ts';
import { canonicalVersion } from '../packages/versions.ts';

import type { Look } from './fsck.ts';
import { portions } from './portions.ts';

export async function checkNames({ findings, progress }: Look, { read }: Snapshot): Promise<void> {
  const wrong = (subject: string, kept: string, follows: string) => {
    const what = `${subject} is kept under "${kept}", but its name says "${follows}".`;
    findings.add('NAME_KEY_WRONG', subject, what);
  };
  const projects = portions(
    (after, take) => read.project.findMany({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take }),
    ({ id }) => id,
  );
  let looked = 0;
  for await (const rows of projects) {
    for (const { id, name, normalizedName } of rows) {
      const follows = normalizeProjectName(name);
      if (follows !== normalizedName) wrong(`Project ${id}`, normalizedName, follows);
    }
    progress((looked += rows.length), null);
  }
  const releases = portions(
    (after, take) => read.release.findMany({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take }),
    ({ id }) => id,
  );
  for await (const rows of releases) {
    for (const row of rows) {
      const follows = canonicalVersion(row.version);
      if (follows !== row.canonicalVersion) wrong(`Release ${row.id}`, row.canonicalVersion, follows);
    }
    progress((looked += rows.length), null);
  }
  await checkPaths(read, wrong);
}

async function checkPaths(
  read: Snapshot['read'],
  wrong: (subject: string, kept: string, follows: string) => void,
): Promise<void> {
  const owners = new Map<string, string>();
  for (const { id, name } of await read.user.findMany({ select: { id: true, name: true } }))
    owners.set(id, name);
  for (const index of await read.packageIndex.findMany()) {
    const owner = owners.get(index.ownerId);
    const follows = `${owner}/${index.name}`;
    if (owner !== undefined && index.path !== follows) wrong(`PackageIndex ${index.id}`, index.path, follows);
    const live = index.deletedAt === null ? index.path : null;
    if (index.livePath !== live)
      wrong(`PackageIndex ${index.id}`, index.livePath ?? 'no path', live ?? 'no path');
  }
}
