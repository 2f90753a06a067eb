// Refused uses of credentials as audit events: one row for each credential, address, reason and minute, written in a
// transaction of its own and counted on in place within its minute. Each server process counts in rows of its own.

import type { AuditEvent, Prisma } from '../../storage/_generated/sqlite/client.ts';
import { canonicalJson } from '../../storage/canonical-json.ts';
import type { Caller } from '../actor.ts';
import type { World } from '../world.ts';
import { newId } from '../world.ts';
import type { AuditEntry, AuditSubject } from './events.ts';
import { minuteOf, MOST_APART, withoutDetails, type CountedUse, type RefusedUse } from './refused-uses.ts';

type RefusedEntry = Extract<AuditEntry, { readonly action: 'credential.refused' }>;

/** The refusals that say that a credential was no good for what it was presented for. */
const NOTED_CODES: ReadonlySet<string> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'FRESH_SIGN_IN_REQUIRED',
  'NOT_ALLOWED',
  'RATE_LIMITED',
  'CSRF',
  'DOCUMENT_NOT_TRUSTED',
]);

/** In memory alone, so it may be called for every refusal; a code that is about something else is passed over. */
export function noteRefusedCredential(world: World, use: RefusedUse): void {
  if (NOTED_CODES.has(use.code)) world.refusedUses.note(use, world.clock());
}

/** The user is null for the link to the first admin. */
interface RefusedLink {
  readonly id: string;
  readonly user: { readonly id: string; readonly name: string } | null;
}

/** In memory alone. A link that was used before has been seen by somebody else; null for one that nobody made. */
export function noteRefusedLink(world: World, caller: Caller, link: RefusedLink | null): void {
  const { actor, address, requestId } = caller;
  const owner = link?.user ?? null;
  world.refusedUses.note(
    {
      presented: { kind: 'link', id: link?.id ?? null, userName: null },
      code: 'LINK_INVALID',
      address,
      requestId,
      user: 'user' in actor ? actor.user : null,
      subject: owner === null ? UNKNOWN : { kind: 'user', id: owner.id, name: owner.name, ownerId: owner.id },
    },
    world.clock(),
  );
}

/** Writes what was noted. Before the trail is read, from time to time, and at the end. */
export function flushRefusedCredentials(world: World): Promise<void> {
  const { refusedUses } = world;
  // One after the other, each whether or not the one before failed: two would write the same row twice.
  refusedUses.flushing = refusedUses.flushing.catch(() => undefined).then(() => flush(world));
  return refusedUses.flushing;
}

async function flush(world: World): Promise<void> {
  const uses = world.refusedUses.take();
  if (uses.length === 0) return;
  try {
    const { rows } = world.refusedUses;
    forgetOldRows(world);
    const subjects = await subjectsOf(world, uses);
    const changed = new Map<string, { row: AuditEvent; isNew: boolean }>();
    const find = (key: string) => {
      const row = rows.get(key);
      return changed.get(key) ?? (row === undefined ? undefined : { row, isNew: false });
    };
    for (const [place, use] of uses.entries()) {
      const wanted = rowOf(world, use, subjects[place]!);
      const isApart = rows.size + changed.size < MOST_APART || find(wanted.key) !== undefined;
      const { key, row } = isApart ? wanted : rowOf(world, withoutDetails(use), UNKNOWN);
      const known = find(key);
      changed.set(key, known ? { ...known, row: added(known.row, use) } : { row, isNew: true });
    }
    await write(world, [...changed.values()]);
    for (const [key, { row }] of changed) rows.set(key, row);
  } catch (error) {
    world.refusedUses.giveBack(uses);
    throw error;
  }
}

function forgetOldRows({ refusedUses: { rows }, clock }: World): void {
  const oldest = minuteOf(clock()) - 1;
  for (const [key, { at }] of rows) if (minuteOf(at) < oldest) rows.delete(key);
}

async function write(world: World, changed: readonly { row: AuditEvent; isNew: boolean }[]): Promise<void> {
  const { auditEvent } = world.database.db;
  const created = changed.filter(({ isNew }) => isNew).map(({ row }) => row);
  const statements: Prisma.PrismaPromise<unknown>[] = changed
    .filter(({ isNew }) => !isNew)
    .map(({ row: { id, detail } }) => auditEvent.updateMany({ where: { id }, data: { detail } }));
  if (created.length > 0) statements.unshift(auditEvent.createMany({ data: created }));
  await world.database.db.$transaction(statements);
}

function rowOf(
  world: World,
  { presented, code, address, user, requestId, firstAt, lastAt, times }: CountedUse,
  subject: AuditSubject,
): { key: string; row: AuditEvent } {
  const isKnown = subject.kind !== 'credential' || presented.kind === 'link';
  const detail: RefusedEntry['detail'] = { code, times, lastAt: lastAt.toISOString() };
  const row: AuditEvent = {
    id: newId(world),
    at: firstAt,
    action: 'credential.refused',
    actorId: user?.id ?? null,
    actorName: user?.name ?? ':anonymous:',
    credentialKind: isKnown ? presented.kind : 'unknown',
    credentialId: isKnown ? presented.id : null,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectName: subject.name,
    indexId: null,
    ownerId: subject.ownerId ?? null,
    serial: null,
    requestId,
    address,
    detail: canonicalJson(detail),
  };
  const { credentialKind, credentialId, subjectId, actorId } = row;
  const key = [minuteOf(firstAt), credentialKind, credentialId, subjectId, actorId, code, address];
  return { key: JSON.stringify(key), row };
}

function added(row: AuditEvent, use: CountedUse): AuditEvent {
  const { times, lastAt, ...detail } = JSON.parse(row.detail) as RefusedEntry['detail'];
  const late = use.lastAt.toISOString();
  const counted = { ...detail, times: times + use.times, lastAt: late > lastAt ? late : lastAt };
  return { ...row, detail: canonicalJson(counted) };
}

/** What people type where a name belongs may be their password: only a name that a user has is written down. */
const UNKNOWN: AuditSubject = { kind: 'credential', id: '', name: ':unknown:' };

/** In the order of the uses. */
async function subjectsOf(world: World, uses: readonly CountedUse[]): Promise<AuditSubject[]> {
  const ids = (kind: string) =>
    uses.flatMap(({ presented }) => (presented.kind === kind && presented.id !== null ? presented.id : []));
  const names = uses.flatMap(({ presented: { userName } }) =>
    userName !== null && !userName.includes('\0') ? userName : [],
  );
  const { readDb } = world;
  const tokens = await readDb.token.findMany({ where: { id: { in: ids('token') } } });
  const sessions = await readDb.session.findMany({
    where: { id: { in: ids('session') } },
    include: { user: { select: { name: true } } },
  });
  const users = await readDb.user.findMany({
    where: { name: { in: names } },
    select: { id: true, name: true },
  });

  const found = new Map<string, AuditSubject>();
  for (const { id, name, ownerId } of tokens) found.set(`token ${id}`, { kind: 'token', id, name, ownerId });
  for (const { id, userId, user } of sessions)
    found.set(`session ${id}`, { kind: 'session', id, name: user.name, ownerId: userId });
  for (const { id, name } of users) found.set(`password ${name}`, { kind: 'user', id, name, ownerId: id });
  return uses.map(
    ({ presented: { kind, id, userName }, subject }) =>
      found.get(`${kind} ${id ?? userName ?? ''}`) ?? subject ?? UNKNOWN,
  );
}
