// What a token is called and described with. Neither is under its seal, and neither changes what it may do. One that is
// revoked, rotated or expired keeps the name it had: the trail speaks of it.

import type { Token } from '../../storage/_generated/sqlite/client.ts';
import type { Committed } from '../../storage/transact.ts';
import type { Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { foldName } from '../names.ts';
import { requireSession } from '../permissions.ts';
import { transactAs } from '../transact-as.ts';
import type { World } from '../world.ts';
import { changeableToken, requireLive, requireNotRotated, requireOurs } from './existing.ts';
import { parseTokenDescription, parseTokenName } from './fields.ts';
import { rethrowTakenName } from './mint.ts';

export interface TokenChanges {
  readonly tokenId: string;
  /** Absent: as it is. */
  readonly name?: string;
  /** Absent: as it is. Null: none. */
  readonly description?: string | null;
}

/** @throws {InvalidInput} @throws {NotFound} @throws {NotAllowed} @throws {NameTaken} */
export async function updateToken(
  world: World,
  caller: Caller,
  { tokenId, ...changes }: TokenChanges,
): Promise<Committed<Token>> {
  const actor = requireSession(caller.actor, 'tokens:update');
  const wantedName = changes.name === undefined ? undefined : parseTokenName(changes.name);
  const wantedDescription =
    changes.description === undefined ? undefined : parseTokenDescription(changes.description);

  return transactAs(world, caller, async (write) => {
    const token = await changeableToken(write.read, actor, tokenId);
    requireOurs(token);
    requireLive(token, write.at);
    requireNotRotated(token);
    const name = wantedName ?? token.name;
    const description = wantedDescription === undefined ? token.description : wantedDescription;
    const [isRenamed, isDescribed] = [name !== token.name, description !== token.description];
    if (!isRenamed && !isDescribed) return token;
    const changed = await write
      .update('Token', { id: token.id }, { name, description, liveName: foldName(name) })
      .catch(rethrowTakenName(name));
    await record(world, write, caller, {
      action: 'token.changed',
      subject: { kind: 'token', id: token.id, name, ownerId: token.ownerId },
      detail: {
        ...(isRenamed && { name: { from: token.name, to: name } }),
        ...(isDescribed && { description }),
      },
    });
    return changed;
  });
}
