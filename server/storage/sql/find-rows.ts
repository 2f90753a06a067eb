// Finds whole rows by what some of their columns hold, in one statement without joins: for what an upload looks up
// while all other writers wait. Everything else is looked up with Prisma. A test compares both on both engines.

import type { Prisma } from '../_generated/sqlite/client.ts';
import type { Engine } from '../database.ts';
import type { SqlValue, Statements } from '../statements.ts';
import { columnsOf, type Column } from './columns.ts';
import { placeholder } from './insert-rows.ts';

export type RowOf<Model extends Prisma.ModelName> = Prisma.TypeMap['model'][Model]['payload']['scalars'];

/** A column equals the value, or one of the values of a list. */
export type Wanted<Model extends Prisma.ModelName> = {
  readonly [Column in keyof RowOf<Model>]?: RowOf<Model>[Column] | readonly RowOf<Model>[Column][];
};

type Condition = readonly [string, SqlValue | readonly SqlValue[]];

/** In no order. */
export async function findRows<Model extends Prisma.ModelName>(
  statements: Statements,
  model: Model,
  wanted: Wanted<Model>,
): Promise<RowOf<Model>[]> {
  const columns = columnsOf(model);
  const conditions = Object.entries(wanted) as Condition[];
  const values = conditions.flatMap(([, value]) => value);
  const rows = await statements.rows(selectStatement(statements.engine, model, conditions), values);
  return rows.map(
    (row) =>
      Object.fromEntries(
        columns.map((column, place) => [column.name, decoded(column, row[place])]),
      ) as RowOf<Model>,
  );
}

const texts = new Map<string, string>();

function selectStatement(engine: Engine, model: Prisma.ModelName, conditions: readonly Condition[]): string {
  const key = [engine, model, ...conditions.map(([name, value]) => `${name}:${countOf(value)}`)].join(' ');
  let text = texts.get(key);
  if (text === undefined) {
    const columns = columnsOf(model);
    let position = 0;
    const tests = conditions.map(([name, value]) => {
      const { castType } = columns.find((column) => column.name === name)!;
      const marks = Array.from({ length: countOf(value) }, () => placeholder(engine, ++position, castType));
      return `"${name}" IN (${marks.join(', ')})`;
    });
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    text = `SELECT ${names} FROM "${model}" WHERE ${tests.join(' AND ')}`;
    texts.set(key, text);
  }
  return text;
}

function countOf(value: SqlValue | readonly SqlValue[]): number {
  return Array.isArray(value) ? value.length : 1;
}

/** SQLite gives truths as numbers, and both engines give times as text. */
function decoded({ type }: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (type) {
    case 'BigInt':
      return BigInt(value as string | number);
    case 'Int':
      return Number(value);
    case 'Boolean':
      return value === true || value === 1;
    case 'DateTime':
      return new Date(value as string);
    case 'String':
      return value;
  }
}
