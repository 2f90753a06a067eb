// Records audit events: those of a change in the change's own transaction, those of local state beside
// the rows they tell of.

import type { AuditEvent } from '../../storage/_generated/sqlite/client.ts';
import { canonicalJson } from '../../storage/canonical-json.ts';
import type { LocalClient, Write } from '../../storage/transact.ts';
import type { Actor, Caller } from '../actor.ts';
import { newId, type World } from '../world.ts';
import type { AuditEntry } from './events.ts';

/** In the transaction of the change it belongs to. */
export async function record(
  world: Pick<World, 'clock' | 'random'>,
  write: Write,
  caller: Caller,
  entry: AuditEntry,
): Promise<void> {
  await write.addLocal('AuditEvent', [eventRow(world, caller, entry, write.at, write.serial)]);
}

/** For what changes nothing replicated, such as a sign-in. */
export async function recordLocal(
  world: Pick<World, 'clock' | 'random'>,
  local: Pick<LocalClient, 'auditEvent'>,
  caller: Caller,
  entry: AuditEntry,
): Promise<void> {
  await local.auditEvent.create({ data: eventRow(world, caller, entry, world.clock(), null) });
}

function eventRow(
  world: Pick<World, 'clock' | 'random'>,
  caller: Caller,
  { action, subject, detail }: AuditEntry,
  at: Date,
  serial: bigint | null,
): AuditEvent {
  return {
    id: newId(world),
    at,
    action,
    ...actorColumns(caller.actor),
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectName: subject.name,
    indexId: subject.indexId ?? null,
    ownerId: subject.ownerId ?? null,
    serial,
    requestId: caller.requestId,
    address: caller.address,
    detail: canonicalJson(detail),
  };
}

function actorColumns(actor: Actor) {
  switch (actor.kind) {
    case 'anonymous':
      return { actorId: null, actorName: ':anonymous:', credentialKind: 'none', credentialId: null };
    case 'system':
      return { actorId: null, actorName: ':system:', credentialKind: 'system', credentialId: null };
    case 'token':
    case 'user':
      return {
        actorId: actor.user.id,
        actorName: actor.user.name,
        credentialKind: actor.credential.kind,
        credentialId: 'id' in actor.credential ? actor.credential.id : null,
      };
  }
}
