// Rows that point to rows that are not there, in every table: for fsck. Both engines enforce foreign keys, but not
// against those who switch that off, nor against a damaged disk.

import { getDatamodel } from '../_generated/pothos.ts';
import type { ReadOnlyDatabase, Snapshot } from '../read-only.ts';

export interface BrokenReference {
  readonly table: string;
  /** Of the row that points, as text. */
  readonly id: string;
  readonly column: string;
  readonly parent: string;
  readonly value: string;
}

/** At most `most` for each column. */
export async function brokenReferences(snapshot: Snapshot, most: number): Promise<BrokenReference[]> {
  const broken: BrokenReference[] = [];
  for (const { table, key, column, parent, parentKey } of references()) {
    const rows = await snapshot.rows<{ id: unknown; value: unknown }>(
      `SELECT child."${key}" AS "id", child."${column}" AS "value" FROM "${table}" AS child
         WHERE child."${column}" IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM "${parent}" AS parent WHERE parent."${parentKey}" = child."${column}")
         ORDER BY 1 LIMIT ${most}`,
    );
    broken.push(
      ...rows.map(({ id, value }) => ({ table, id: String(id), column, parent, value: String(value) })),
    );
  }
  return broken;
}

/** What SQLite itself finds wrong with its file; on PostgreSQL nothing, because that has no such question. */
export async function brokenPages(
  { engine, rows }: Pick<ReadOnlyDatabase, 'engine' | 'rows'>,
  isQuick: boolean,
): Promise<string[]> {
  if (engine !== 'sqlite') return [];
  try {
    const told = await rows<Record<string, string>>(`PRAGMA ${isQuick ? 'quick_check' : 'integrity_check'}`);
    return told.flatMap((row) => Object.values(row)).filter((line) => line !== 'ok');
  } catch (error) {
    // So damaged that the question itself fails.
    if (error instanceof Error && /SQLITE_CORRUPT|SQLITE_IOERR/.test(error.message))
      return ['database disk image is malformed'];
    throw error;
  }
}

interface Reference {
  readonly table: string;
  readonly key: string;
  readonly column: string;
  readonly parent: string;
  readonly parentKey: string;
}

function references(): Reference[] {
  const { models } = (getDatamodel() as unknown as Datamodel).datamodel;
  return Object.entries(models).flatMap(([table, { fields, primaryKey }]) =>
    fields.flatMap(({ type, relationFromFields: [column] = [] }) =>
      column === undefined
        ? []
        : [
            {
              table,
              key: keyOf(fields, primaryKey),
              column,
              parent: type,
              parentKey: keyOf(models[type]!.fields, null),
            },
          ],
    ),
  );
}

/** The first column of the key says enough to find the row. */
function keyOf(fields: readonly Field[], primaryKey: PrimaryKey | null): string {
  return fields.find(({ isId }) => isId)?.name ?? primaryKey!.fields[0]!;
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly isId: boolean;
  readonly relationFromFields?: readonly string[];
}
interface PrimaryKey {
  readonly fields: readonly string[];
}
interface Datamodel {
  readonly datamodel: {
    readonly models: Readonly<
      Record<string, { readonly fields: readonly Field[]; readonly primaryKey: PrimaryKey | null }>
    >;
  };
}
