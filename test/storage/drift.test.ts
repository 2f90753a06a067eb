// Two roads must lead to one place: the migrations one after the other, and schema.prisma at once. Compared is what the
// databases themselves say they are, so that a migration that somebody edited by hand counts as it really is.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { derivePostgresqlSchema } from '../../prisma/derive.ts';
import { engines, sqlBetween } from '../../prisma/schema-engine.ts';
import { migratePostgresql, migrateSqlite } from '../../server/storage/migrate.ts';
import { createTestDatabase, hasPostgres, migrationsFolder } from '../support/postgres.ts';

const schema = readFileSync(new URL('../../schema.prisma', import.meta.url), 'utf8');
const migratedSchema = readFileSync(join(migrationsFolder, 'schema.prisma'), 'utf8');

test.each(engines)(
  'schema.prisma has nothing that no migration has on %s; else run prisma/migrate-diff.ts',
  async (engine) => {
    expect(await sqlBetween(engine, migratedSchema, schema)).toBeNull();
  },
);

test('each folder of migrations is named by number and purpose, and holds its SQL', () => {
  for (const engine of engines) {
    const names = readdirSync(join(migrationsFolder, engine));
    expect(names.filter((name) => !/^\d{4}_[a-z0-9_]+$/.test(name))).toEqual([]);
    expect(
      names.filter((name) => !existsSync(join(migrationsFolder, engine, name, 'migration.sql'))),
    ).toEqual([]);
  }
});

describe('on SQLite', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wheelhouse-drift-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('the migrations make what schema.prisma describes', async () => {
    const migrated = join(folder, 'migrated.sqlite');
    migrateSqlite(migrated, migrationsFolder);
    const described = join(folder, 'described.sqlite');
    const db = new Sqlite(described);
    db.exec((await sqlBetween('sqlite', null, schema)) ?? '');
    db.close();

    const facts = sqliteFacts(migrated);
    expect(facts).toEqual(sqliteFacts(described));
    expect(facts).toContain('column User.name TEXT required');
    expect(facts).toContain('unique User_name_key on User (name)');
    expect(facts).toContain(
      'foreign key Password (userId) to User (id), on delete RESTRICT, on update CASCADE',
    );
  });
});

describe.skipIf(!hasPostgres())('on PostgreSQL', () => {
  test('the migrations make what schema.prisma describes', async () => {
    const migrated = await createTestDatabase({ empty: true });
    await migratePostgresql(migrated, migrationsFolder);
    const described = await createTestDatabase({ empty: true });
    const sql = (await sqlBetween('postgresql', null, schema)) ?? '';
    await onPostgresql(described, (client) => client.query(sql));

    const facts = await postgresqlFacts(migrated);
    expect(facts).toEqual(await postgresqlFacts(described));
    expect(facts).toContain('column User.name text required, collation C');
    expect(facts).toContain('enum Role ADMIN, MEMBER');
  });

  test('every text column compares byte by byte', async () => {
    const facts = await postgresqlFacts(await createTestDatabase());
    const textColumns = facts.filter((fact) => /^column \S+ text\b/.test(fact));

    expect(textColumns.length).toBeGreaterThan(50);
    expect(textColumns.filter((fact) => !fact.endsWith('collation C'))).toEqual([]);
  });
});

describe('SQL for PostgreSQL', () => {
  const from =
    'datasource db {\n  provider = "sqlite"\n}\ngenerator client {\n  provider = "x"\n  output = "server/storage/_generated/sqlite"\n}\ngenerator pothos {\n  provider = "y"\n}\nmodel Ship {\n  id String @id\n  masts Int\n}\n';

  test('gives a text column that is added, or becomes one, the binary collation', async () => {
    const to = from.replace('masts Int', 'masts String\n  flag String?');
    const sql = await sqlBetween('postgresql', from, to);

    expect(sql).toContain('ADD COLUMN     "flag" TEXT COLLATE "C"');
    expect(sql?.match(/TEXT/g)).toHaveLength(sql?.match(/TEXT COLLATE "C"/g)?.length ?? 0);
  });

  test('is made of the same models, with the provider and the output exchanged', () => {
    expect(derivePostgresqlSchema(from)).toBe(
      'datasource db {\n  provider = "postgresql"\n}\ngenerator client {\n  provider = "x"\n  output = "../server/storage/_generated/postgresql"\n}\nmodel Ship {\n  id String @id\n  masts Int\n}\n',
    );
  });

  test('is refused when schema.prisma no longer has what is to be exchanged', () => {
    expect(() => derivePostgresqlSchema('model Ship {\n  id String @id\n}\n')).toThrow(
      'schema.prisma no longer has the datasource provider in the form that prisma/derive.ts replaces.',
    );
  });
});

function sqliteFacts(file: string): string[] {
  const db = new Sqlite(file, { readonly: true });
  const all = <Row>(sql: string, ...values: string[]) => db.prepare<string[], Row>(sql).all(...values);
  const facts: string[] = [];
  const tables = all<{ name: string }>(
    `SELECT "name" FROM sqlite_schema WHERE "type" = 'table' AND "name" <> '_migrations' AND "name" NOT LIKE 'sqlite_%'`,
  );
  for (const { name: table } of tables) {
    facts.push(`table ${table}`);
    const columns = all<{
      name: string;
      type: string;
      notnull: bigint;
      dflt_value: string | null;
      pk: bigint;
    }>('SELECT * FROM pragma_table_xinfo(?)', table);
    for (const { name, type, notnull, dflt_value: preset, pk } of columns) {
      facts.push(
        `column ${table}.${name} ${type} ${notnull ? 'required' : 'optional'}` +
          (preset === null ? '' : `, default ${preset}`) +
          (pk ? `, ${pk} of the key` : ''),
      );
    }
    const indexes = all<{ name: string; unique: number; origin: string; partial: number }>(
      `SELECT * FROM pragma_index_list(?) WHERE "origin" = 'c'`,
      table,
    );
    for (const { name, unique, partial } of indexes) {
      const parts = all<{ name: string; desc: number; coll: string }>(
        'SELECT * FROM pragma_index_xinfo(?) WHERE "key" = 1 ORDER BY "seqno"',
        name,
      );
      const on = parts.map(
        (part) =>
          part.name + (part.desc ? ' descending' : '') + (part.coll === 'BINARY' ? '' : ` ${part.coll}`),
      );
      facts.push(
        `${unique ? 'unique' : 'index'} ${name} on ${table} (${on.join(', ')})${partial ? ', partial' : ''}`,
      );
    }
    const keys = all<{ from: string; table: string; to: string; on_delete: string; on_update: string }>(
      'SELECT * FROM pragma_foreign_key_list(?)',
      table,
    );
    for (const key of keys) {
      facts.push(
        `foreign key ${table} (${key.from}) to ${key.table} (${key.to}), on delete ${key.on_delete}, on update ${key.on_update}`,
      );
    }
  }
  const others = all<{ type: string; name: string; sql: string }>(
    `SELECT "type", "name", "sql" FROM sqlite_schema WHERE "type" IN ('view', 'trigger')`,
  );
  facts.push(...others.map(({ type, name, sql }) => `${type} ${name} ${sql}`));
  db.close();
  return facts.sort();
}

async function postgresqlFacts(url: string): Promise<string[]> {
  const { rows } = await onPostgresql(url, (client) => client.query<{ fact: string }>(factsOfPublicSchema));
  return rows.map(({ fact }) => fact).sort();
}

const factsOfPublicSchema = `
  SELECT 'column ' || r.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || CASE WHEN a.attnotnull THEN ' required' ELSE ' optional' END
      || coalesce(', default ' || pg_get_expr(d.adbin, d.adrelid), '')
      || coalesce(', collation ' || c.collname, '') AS fact
    FROM pg_attribute a
    JOIN pg_class r ON r.oid = a.attrelid AND r.relkind IN ('r', 'v', 'm', 'p') AND r.relname <> '_migrations'
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    LEFT JOIN pg_collation c ON c.oid = a.attcollation
   WHERE r.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL
  SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_migrations'
  UNION ALL
  SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint
   WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> '_migrations'
  UNION ALL
  SELECT 'enum ' || t.typname || ' ' || string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
   GROUP BY t.typname
  UNION ALL
  SELECT 'trigger ' || tgname || ' ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal`;

async function onPostgresql<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
