// Names that a stage closes without holding them: no mirror behind it is asked for them. A reservation also lets a new
// project of this name be created without asking upstream.

import type { NameReservation, PackageIndex } from '../../storage/_generated/sqlite/client.ts';
import type { Committed } from '../../storage/transact.ts';
import { actingUserId, type Caller } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { quote } from '../names.ts';
import { isProjectName, normalizeProjectName } from '../packages/filenames.ts';
import { requireSessionOrToken } from '../permissions.ts';
import { parseReason } from '../reasons.ts';
import { transactAs } from '../transact-as.ts';
import { newId, type World } from '../world.ts';
import { administeredIndex, subjectOf } from './package-index.ts';
import { invalidSetting } from './settings.ts';

export interface NewReservation {
  readonly path: string;
  /** A project name, or `prefix-*` for the prefix itself and every name that begins with `prefix-`. */
  readonly pattern: string;
  readonly reason?: string | null | undefined;
}

const MOST_RESERVATIONS = 1000;

/** Again with another reason: the reason changes. @throws {InvalidInput} @throws {NotFound} @throws {NotAllowed} */
export async function reserveName(
  world: World,
  caller: Caller,
  input: NewReservation,
): Promise<Committed<PackageIndex>> {
  requireSessionOrToken(caller.actor, 'indexes:update');
  const pattern = parseReservation(input.pattern);
  const reason = parseReason(input.reason);

  return transactAs(world, caller, async (write, callerNow) => {
    const index = await administeredIndex(write.read, callerNow, input.path, 'indexes:update');
    refuseMirror(index);
    const present = await write.find('NameReservation', { indexId: index.id });
    const same = present.find((each) => each.pattern === pattern);
    if (same?.reason === reason) return index;
    if (same !== undefined) await write.update('NameReservation', { id: same.id }, { reason });
    else {
      refuseTooMany(present);
      await write.create('NameReservation', {
        id: newId(world),
        indexId: index.id,
        pattern,
        reason,
        createdById: actingUserId(callerNow.actor),
        createdAt: write.at,
      });
    }
    await record(world, write, caller, {
      action: 'index.name-reserved',
      subject: subjectOf(index),
      detail: { pattern, reason },
    });
    return index;
  });
}

/** @throws {InvalidInput} @throws {NotFound} @throws {NotAllowed} */
export async function unreserveName(
  world: World,
  caller: Caller,
  input: Pick<NewReservation, 'path' | 'pattern'>,
): Promise<Committed<PackageIndex>> {
  requireSessionOrToken(caller.actor, 'indexes:update');
  const pattern = parseReservation(input.pattern);

  return transactAs(world, caller, async (write, callerNow) => {
    const index = await administeredIndex(write.read, callerNow, input.path, 'indexes:update');
    const [row] = await write.find('NameReservation', { indexId: index.id, pattern });
    if (row === undefined) {
      throw new NotFound(`${index.path} reserves no ${quote(pattern)}: its page lists what it reserves.`, [
        'pattern',
      ]);
    }
    await write.remove('NameReservation', { id: row.id });
    await record(world, write, caller, {
      action: 'index.name-unreserved',
      subject: subjectOf(index),
      detail: { pattern },
    });
    return index;
  });
}

/** In normalised form. @throws {InvalidInput} INVALID_PATTERN */
function parseReservation(text: string): string {
  const isPrefix = text.endsWith('-*');
  const name = isPrefix ? text.slice(0, -2) : text;
  if (!isProjectName(name) || name.length > 100) {
    throw new InvalidInput(
      'INVALID_PATTERN',
      `${quote(text)} cannot be reserved: write a project name, or "corp-*" for corp and every name that begins with corp-.`,
      ['pattern'],
    );
  }
  return `${normalizeProjectName(name)}${isPrefix ? '-*' : ''}`;
}

function refuseMirror({ kind, path }: PackageIndex): void {
  if (kind === 'STAGE') return;
  throw invalidSetting(
    'path',
    `${path} is a mirror and closes no names: reserve it in the stage that has it as a base.`,
  );
}

function refuseTooMany(present: readonly NameReservation[]): void {
  if (present.length < MOST_RESERVATIONS) return;
  throw invalidSetting(
    'pattern',
    `An index reserves at most ${MOST_RESERVATIONS} names: take some back, or reserve their common prefix.`,
  );
}
