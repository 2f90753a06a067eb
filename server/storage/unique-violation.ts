// Tells which unique index refused a row, by the name it has in `schema.prisma`, on both engines: PostgreSQL reports
// the index, SQLite the table and its columns. What that means to a caller (NameTaken, say) the domain decides.

/**
 * The name of the violated unique index, such as `User_name_key`, or `User_pkey` for a primary key; null when
 * the error is another one. On PostgreSQL the transaction it happened in can only be rolled back afterwards.
 */
export function violatedUniqueIndex(error: unknown): string | null {
  // Prisma wraps what the driver throws; a statement of our own gets it as it is.
  const { driverAdapterError = error } = partOf(error, 'meta');
  const cause = partOf(driverAdapterError, 'cause');
  if (cause.kind !== 'UniqueConstraintViolation') return null;
  const { index, fields } = partOf(cause, 'constraint');
  if (typeof index === 'string') return index;
  if (typeof cause.table !== 'string' || !Array.isArray(fields)) return null;
  const columns: unknown[] = fields;
  // The names that PostgreSQL gives and that every `map:` of the schema spells out; a test walks the schema for it.
  return cause.originalCode === 'SQLITE_CONSTRAINT_PRIMARYKEY'
    ? `${cause.table}_pkey`
    : [cause.table, ...columns, 'key'].join('_');
}

function partOf(value: unknown, part: string): Record<string, unknown> {
  const found: unknown = isRecord(value) ? value[part] : undefined;
  return isRecord(found) ? found : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
