// The columns of every model, from the data model: what statements of our own are made of.

import { getDatamodel } from '../_generated/pothos.ts';
import type { Prisma } from '../_generated/sqlite/client.ts';

export type ColumnType = 'String' | 'Int' | 'BigInt' | 'Boolean' | 'DateTime';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** The name of its type on PostgreSQL. */
  readonly castType: string;
}

/** In the order of the data model. */
export function columnsOf(model: Prisma.ModelName): readonly Column[] {
  let columns = known.get(model);
  if (columns === undefined) {
    const { fields } = (getDatamodel() as unknown as Datamodel).datamodel.models[model]!;
    columns = fields
      .filter(({ kind }) => kind === 'scalar' || kind === 'enum')
      .map(({ name, type, kind }) =>
        kind === 'enum'
          ? { name, type: 'String', castType: `"${type}"` }
          : { name, type: type as ColumnType, castType: POSTGRESQL_TYPES[type as ColumnType] },
      );
    known.set(model, columns);
  }
  return columns;
}

const known = new Map<Prisma.ModelName, readonly Column[]>();

const POSTGRESQL_TYPES: Readonly<Record<ColumnType, string>> = {
  String: 'TEXT',
  Int: 'INTEGER',
  BigInt: 'BIGINT',
  Boolean: 'BOOLEAN',
  DateTime: 'TIMESTAMP(3)',
};

interface Datamodel {
  readonly datamodel: {
    readonly models: Readonly<
      Record<
        string,
        {
          readonly fields: readonly { readonly name: string; readonly type: string; readonly kind: string }[];
        }
      >
    >;
  };
}
