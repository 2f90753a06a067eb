// Take over the tokens of another system: their hashes are stored, so that what people have in their configurations
// works on. The operator does it on the server's machine, and nothing else makes such a token: through the API one can
// only be seen, paused and revoked. All lines or none; every mistake is told with its line.

import type { PackageIndex, User } from '../../storage/_generated/sqlite/client.ts';
import { transact, type Committed, type Write } from '../../storage/transact.ts';
import { SYSTEM_CALLER } from '../actor.ts';
import { record } from '../audit/trail.ts';
import { InvalidInput } from '../errors.ts';
import { foldName, quote } from '../names.ts';
import type { World } from '../world.ts';
import { readLegacyLines, type LegacyLine } from './legacy-lines.ts';
import { addRows } from './mint.ts';
import { sealToken } from './seal.ts';

export interface Import {
  readonly imported: number;
  /** Lines whose token was taken over before. */
  readonly skipped: number;
}

/** A file of JSON lines. @throws {InvalidInput} with a sentence for each mistake, and nothing is imported */
export async function importTokens(world: World, text: string): Promise<Committed<Import>> {
  const { lines, mistakes } = readLegacyLines(text);
  return transact(world, async (write) => {
    const known = await knownThings(write, lines);
    mistakes.push(...lines.flatMap((line) => mistakesOf(line, known)));
    if (mistakes.length > 0) {
      const sentences = mistakes.sort((one, other) => one.line - other.line);
      throw new InvalidInput(
        'INVALID_INPUT',
        sentences.map(({ line, sentence }) => `Line ${line}: ${sentence}`).join('\n'),
      );
    }
    const fresh = lines.filter(({ id }) => !known.legacyIds.has(id));
    for (const line of fresh) await importLine(world, write, line, known);
    return { imported: fresh.length, skipped: lines.length - fresh.length };
  });
}

interface Known {
  readonly users: ReadonlyMap<string, User>;
  readonly indexes: ReadonlyMap<string, PackageIndex>;
  readonly legacyIds: ReadonlySet<string>;
  /** Ids of tokens that were minted here. */
  readonly ownIds: ReadonlySet<string>;
}

async function knownThings(write: Write, lines: readonly LegacyLine[]): Promise<Known> {
  const users = await inBatches(lines, 'user', (name) => write.find('User', { name }));
  const indexes = await inBatches(lines, 'index', (livePath) => write.find('PackageIndex', { livePath }));
  const tokens = await inBatches(lines, 'id', (id) => write.find('Token', { id }));
  const idsOf = (isLegacy: boolean) =>
    new Set(tokens.filter(({ wire }) => (wire === 'LEGACY') === isLegacy).map(({ id }) => id));
  return {
    users: new Map(users.map((user) => [user.name, user])),
    indexes: new Map(indexes.map((index) => [index.path, index])),
    legacyIds: idsOf(true),
    ownIds: idsOf(false),
  };
}

/** A statement takes so many values on either engine. */
const BATCH = 500;

async function inBatches<Row>(
  lines: readonly LegacyLine[],
  member: 'user' | 'index' | 'id',
  find: (values: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const values = [...new Set(lines.map((line) => line[member]))];
  const rows: Row[] = [];
  while (values.length > 0) rows.push(...(await find(values.splice(0, BATCH))));
  return rows;
}

function mistakesOf({ line, id, user: name, index: path }: LegacyLine, known: Known) {
  const user = known.users.get(name);
  const sentences = [
    user === undefined || user.deletedAt !== null
      ? `There is no user ${quote(name)}.`
      : user.deactivatedAt !== null && `${quote(name)} is deactivated.`,
    !known.indexes.has(path) && `There is no package index ${quote(path)}.`,
    known.ownIds.has(id) && `A token of this server has the id ${quote(id)}.`,
  ];
  return sentences.flatMap((sentence) => (sentence === false ? [] : [{ line, sentence }]));
}

async function importLine(
  world: World,
  write: Write,
  { id, hash, label, scopes, expiresAt, ...line }: LegacyLine,
  known: Known,
): Promise<void> {
  const [owner, index] = [known.users.get(line.user)!, known.indexes.get(line.index)!];
  const name = await freeName(write, owner.id, label, id);
  const columns = {
    id,
    kind: 'PAT',
    wire: 'LEGACY',
    ownerId: owner.id,
    issuerId: owner.id,
    name,
    liveName: foldName(name),
    description: null,
    secretHash: hash,
    salt: null,
    rootKeyVersion: null,
    allIndexes: false,
    allProjects: true,
    allAddresses: true,
    createdAt: write.at,
    origin: 'IMPORT',
    familyId: null,
    graceUntil: null,
    pausedAt: null,
    notBefore: null,
    expiresAt,
  } as const;
  const seal = sealToken(world.serverKey, {
    ...columns,
    scopes: scopes.map((scope) => ({ scope })),
    indexes: [{ indexId: index.id }],
    projects: [],
    addresses: [],
  });
  await write.create('Token', { ...columns, ...seal });
  await addRows(world, write, id, { scopes, indexIds: [index.id] });
  await record(world, write, SYSTEM_CALLER, {
    action: 'token.imported',
    subject: { kind: 'token', id, name, ownerId: owner.id, indexId: index.id },
    detail: { scopes: [...scopes], indexes: [index.path], expiresAt: expiresAt?.toISOString() ?? null },
  });
}

/** The other system may have had two of one name. */
async function freeName(write: Write, ownerId: string, label: string | null, id: string): Promise<string> {
  const name = label ?? `adm_${id}`;
  const taken = await write.find('Token', { ownerId, liveName: foldName(name) });
  return taken.length === 0 ? name : `${[...name].slice(0, 60).join('')} (adm_${id})`;
}
