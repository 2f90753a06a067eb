// Which of several mirrors answers a name through an index: the one whose file was first taken, from then on and alone.
// Else a name could change hands without anybody noticing, the day another mirror begins to have it too.

import type { Statements } from '../../storage/statements.ts';
import { placeholder } from '../../storage/sql/insert-rows.ts';
import { transact } from '../../storage/transact.ts';
import type { Actor } from '../actor.ts';
import { record } from '../audit/trail.ts';
import type { Layer, LayerPlan } from '../indexes/layers.ts';
import { newId } from '../world.ts';
import type { RepositoryWorld } from './repository.ts';

/** The id of the mirror; null when the name is not pinned. */
export async function pinnedMirror(
  statements: Statements,
  indexId: string,
  normalizedName: string,
): Promise<string | null> {
  const mark = (position: number) => placeholder(statements.engine, position, 'TEXT');
  const [row] = await statements.rows(
    `SELECT "mirrorId" FROM "OriginPin" WHERE "indexId" = ${mark(1)} AND "normalizedName" = ${mark(2)}`,
    [indexId, normalizedName],
  );
  return row === undefined ? null : (row[0] as string);
}

/** Of those who come at once the first one pins it. Says to which mirror it is pinned then. */
export async function pinOrigin(
  world: RepositoryWorld,
  actor: Actor,
  { layers, rootId }: LayerPlan,
  normalizedName: string,
  mirror: Layer,
): Promise<string> {
  const root = layers[0]!;
  const { result } = await transact(world, async (write) => {
    const [present] = await write.find('OriginPin', { indexId: rootId, normalizedName });
    if (present !== undefined) {
      if (layers.some(({ id }) => id === present.mirrorId)) return present.mirrorId;
      await write.update('OriginPin', { id: present.id }, { mirrorId: mirror.id, createdAt: write.at });
    } else {
      await write.create('OriginPin', {
        id: newId(world),
        indexId: rootId,
        normalizedName,
        mirrorId: mirror.id,
        createdAt: write.at,
      });
    }
    await record(
      world,
      write,
      { actor, requestId: null, address: null, client: null },
      {
        action: 'index.origin-pinned',
        subject: { kind: 'index', id: rootId, name: root.path, indexId: rootId, ownerId: root.ownerId },
        detail: { project: normalizedName, mirror: mirror.path },
      },
    );
    write.touchProject(normalizedName);
    return mirror.id;
  });
  return result;
}
