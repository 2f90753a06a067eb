// Removes what lay behind deleted indexes, in changes of at most 500 rows (STATE 7), children before parents.
// Until it is done the rows are unreachable: everything asks for the live index first. The index's own row stays
// as its tombstone, and so do the rows that bind tokens to it: they are under the token's seal, and reach nothing.

import { transact, type Write } from '../../storage/transact.ts';
import type { World } from '../world.ts';

const ROWS_OF_A_CHANGE = 500;

/** Goes on until nothing is left; picks up where a killed process stopped. */
export async function purgeDeletedIndexes(world: World): Promise<void> {
  const tombstones = await world.readDb.packageIndex.findMany({
    where: {
      deletedAt: { not: null },
      OR: [
        { files: { some: {} } },
        { projects: { some: {} } },
        { grants: { some: {} } },
        { bases: { some: {} } },
        { dependants: { some: {} } },
        { mirror: { isNot: null } },
        { fileHosts: { some: {} } },
        { rules: { some: {} } },
        { reservations: { some: {} } },
        { upstreamGrants: { some: {} } },
        { upstreamGrantsFor: { some: {} } },
        { originPins: { some: {} } },
        { originPinsFor: { some: {} } },
        { retention: { isNot: null } },
      ],
    },
    select: { id: true },
  });
  for (const { id } of tombstones) {
    for (let removed = Infinity; removed > 0;) {
      removed = (await transact(world, (write) => removeSome(write, id))).result;
    }
  }
}

/** How many rows it removed. */
async function removeSome(write: Write, indexId: string): Promise<number> {
  const take = ROWS_OF_A_CHANGE;
  const select = { id: true } as const;
  const either = { OR: [{ indexId }, { mirrorId: indexId }] };
  const steps = [
    [
      'ProvenanceStep',
      () => write.read.provenanceStep.findMany({ where: { file: { indexId } }, select, take }),
    ],
    ['File', () => write.read.file.findMany({ where: { indexId }, select, take })],
    ['Release', () => write.read.release.findMany({ where: { project: { indexId } }, select, take })],
    ['Project', () => write.read.project.findMany({ where: { indexId }, select, take })],
    ['IndexGrant', () => write.read.indexGrant.findMany({ where: { indexId }, select, take })],
    [
      'IndexBase',
      () =>
        write.read.indexBase.findMany({ where: { OR: [{ indexId }, { baseId: indexId }] }, select, take }),
    ],
    ['MirrorFileHost', () => write.read.mirrorFileHost.findMany({ where: { indexId }, select, take })],
    ['IndexRule', () => write.read.indexRule.findMany({ where: { indexId }, select, take })],
    ['NameReservation', () => write.read.nameReservation.findMany({ where: { indexId }, select, take })],
    ['UpstreamGrant', () => write.read.upstreamGrant.findMany({ where: either, select, take })],
    ['OriginPin', () => write.read.originPin.findMany({ where: either, select, take })],
  ] as const;
  for (const [model, find] of steps) {
    const rows = await find();
    for (const { id } of rows) await write.remove(model, { id });
    if (rows.length > 0) return rows.length;
  }
  return (
    (await removeSettings(write, 'Mirror', indexId)) + (await removeSettings(write, 'RetentionRule', indexId))
  );
}

/** Of these an index has one row or none. */
async function removeSettings(
  write: Write,
  model: 'Mirror' | 'RetentionRule',
  indexId: string,
): Promise<number> {
  const rows = await write.find(model, { indexId });
  for (const row of rows) await write.remove(model, { indexId: row.indexId });
  return rows.length;
}
