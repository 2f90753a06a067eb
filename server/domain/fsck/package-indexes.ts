// An index has the settings of its kind, and its bases lead nowhere in a circle: readers cut circles, but nobody should
// have been able to make one.

import type { Snapshot } from '../../storage/read-only.ts';

import type { Look } from './fsck.ts';

export async function checkIndexes({ findings }: Look, { read }: Snapshot): Promise<void> {
  const indexes = await read.packageIndex.findMany({ where: { deletedAt: null }, orderBy: { path: 'asc' } });
  const mirrors = await read.mirror.findMany({ select: { indexId: true } });
  const hasUpstream = new Set(mirrors.map(({ indexId }) => indexId));
  for (const { id, path, kind } of indexes) {
    if (kind === 'MIRROR' && !hasUpstream.has(id))
      findings.add('INDEX_KIND_WRONG', path, `${path} is a mirror without an upstream.`);
    if (kind === 'STAGE' && hasUpstream.has(id))
      findings.add('INDEX_KIND_WRONG', path, `${path} is a stage, but has an upstream as mirrors do.`);
  }

  const pathOf = new Map(indexes.map(({ id, path }) => [id, path]));
  const basesOf = new Map<string, string[]>();
  for (const { indexId, baseId } of await read.indexBase.findMany({ orderBy: { position: 'asc' } })) {
    basesOf.set(indexId, [...(basesOf.get(indexId) ?? []), baseId]);
  }
  for (const circle of circlesIn(basesOf)) {
    const told = [...circle, circle[0]!].map((id) => pathOf.get(id) ?? id).join(' → ');
    findings.add('BASES_IN_CIRCLE', pathOf.get(circle[0]!) ?? circle[0]!, `Bases go in a circle: ${told}.`);
  }
}

/** Each circle once, from wherever it was entered. */
function circlesIn(basesOf: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (id: string, way: readonly string[]) => {
    const at = way.indexOf(id);
    if (at >= 0) circles.push(way.slice(at));
    if (at >= 0 || done.has(id)) return;
    for (const base of basesOf.get(id) ?? []) visit(base, [...way, id]);
    done.add(id);
  };
  for (const id of basesOf.keys()) visit(id, []);
  return circles;
}
