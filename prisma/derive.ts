// Makes the PostgreSQL schema out of `schema.prisma`, which is written for SQLite and is the one source.
// Provider and output are replaced; the Pothos generator is dropped, because one set of types serves both
// clients. The result is never committed.

const replacements: readonly [what: string, from: RegExp, to: string][] = [
  ['the datasource provider', /^(\s*provider\s*=\s*)"sqlite"$/m, '$1"postgresql"'],
  [
    'the output of the client',
    /^(\s*output\s*=\s*)"server\/storage\/_generated\/sqlite"$/m,
    '$1"../server/storage/_generated/postgresql"',
  ],
  ['the Pothos generator', /^generator pothos \{\n[^}]*\}\n/m, ''],
];

/** The text of `prisma/postgresql.prisma`; throws when the source no longer has what is to be replaced. */
export function derivePostgresqlSchema(sqliteSchema: string): string {
  return replacements.reduce((schema, [what, from, to]) => {
    if (!from.test(schema))
      throw new Error(`schema.prisma no longer has ${what} in the form that prisma/derive.ts replaces.`);
    return schema.replace(from, to);
  }, sqliteSchema);
}
