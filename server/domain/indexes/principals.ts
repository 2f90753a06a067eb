// Reader and uploader lists as people write them, and as grant rows.

import type { IndexRight } from '../../storage/_generated/sqlite/client.ts';
import type { Write } from '../../storage/transact.ts';
import { InvalidInput } from '../errors.ts';
import { quote } from '../names.ts';
import { newId, type World } from '../world.ts';
import { ANY_USER, ANYBODY } from './access.ts';

/** A grant's principal with the user or the group it names. */
export interface ResolvedPrincipal {
  readonly principal: string;
  readonly userId: string | null;
  readonly groupId: string | null;
}

const LONGEST_LIST = 100;

/**
 * Looks the names up; order and repetition do not matter.
 * @throws {InvalidInput} INVALID_PRINCIPAL, naming the first that does not exist
 */
export async function resolvePrincipals(
  write: Write,
  names: readonly string[],
  field: 'readers' | 'uploaders',
): Promise<ResolvedPrincipal[]> {
  if (names.length > LONGEST_LIST) {
    throw new InvalidInput('INVALID_PRINCIPAL', `A list names at most ${LONGEST_LIST} principals.`, [field]);
  }
  const wanted = [...new Set(names)];
  const special = wanted.filter(isWord);
  const groupNames = wanted.filter((name) => name.startsWith(':') && !isWord(name));
  const userNames = wanted.filter((name) => !name.startsWith(':'));
  const users = await write.read.user.findMany({
    where: { name: { in: userNames }, deletedAt: null },
    select: { id: true, name: true },
  });
  const groups = await write.read.group.findMany({
    where: { name: { in: groupNames.map((name) => name.slice(1)) } },
    select: { id: true, name: true },
  });
  const known = new Set([...users.map(({ name }) => name), ...groups.map(({ name }) => `:${name}`)]);
  const stranger = [...userNames, ...groupNames].find((name) => !known.has(name));
  if (stranger !== undefined) {
    throw new InvalidInput(
      'INVALID_PRINCIPAL',
      `${quote(stranger)} is no user and no group; write a user name, a group as :name, ${ANY_USER} or ${ANYBODY}.`,
      [field],
    );
  }
  return [
    ...special.map((principal) => ({ principal, userId: null, groupId: null })),
    ...users.map(({ id }) => ({ principal: id, userId: id, groupId: null })),
    ...groups.map(({ id }) => ({ principal: id, userId: null, groupId: id })),
  ];
}

function isWord(name: string): boolean {
  return name === ANYBODY || name === ANY_USER;
}

/** Makes the index's list for a right what it should be; says whether anything changed. */
export async function replaceGrants(
  world: World,
  write: Write,
  indexId: string,
  right: IndexRight,
  wanted: readonly ResolvedPrincipal[],
): Promise<boolean> {
  const present = await write.read.indexGrant.findMany({ where: { indexId, right } });
  const kept = new Set(wanted.map(({ principal }) => principal));
  const had = new Set(present.map(({ principal }) => principal));
  const surplus = present.filter((grant) => !kept.has(grant.principal));
  const missing = wanted.filter(({ principal }) => !had.has(principal));
  for (const grant of surplus) await write.remove('IndexGrant', { id: grant.id });
  for (const { principal, userId, groupId } of missing) {
    await write.create('IndexGrant', {
      id: newId(world),
      indexId,
      right,
      principal,
      userId,
      groupId,
      createdAt: write.at,
    });
  }
  return surplus.length + missing.length > 0;
}
