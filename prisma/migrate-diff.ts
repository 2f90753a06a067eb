// Writes the next migration of both engines: the SQL from the schema that the migrations lead to, kept beside
// them, to `schema.prisma`. Nothing is applied; read the SQL before you commit it, and edit it where rows must
// be moved along. Run `tsx prisma/migrate-diff.ts add_something`, in snake case.
import { mkdirSync, readdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engines, sqlBetween } from './schema-engine.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const migrations = join(root, 'prisma/migrations');
const migratedSchemaFile = join(migrations, 'schema.prisma');

const [name = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(
    'Give the migration a name of lower case letters, digits and underscores, such as add_mirrors.',
  );
  process.exit(2);
}

const schema = readFileSync(join(root, 'schema.prisma'), 'utf8');
const migratedSchema = existsSync(migratedSchemaFile) ? readFileSync(migratedSchemaFile, 'utf8') : null;
const folder = `${nextNumber()}_${name}`;

let written = 0;
for (const engine of engines) {
  const sql = await sqlBetween(engine, migratedSchema, schema);
  if (sql === null) continue;
  const file = join(migrations, engine, folder, 'migration.sql');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, sql);
  console.log(`Wrote ${file}.`);
  written += 1;
}
writeFileSync(migratedSchemaFile, schema);
if (written === 0) console.log('The migrations already lead to schema.prisma; there is nothing to write.');

/** One more than the highest of either engine, so that a change of both has one name. */
function nextNumber(): string {
  const folders = engines.flatMap((engine) => {
    const ofEngine = join(migrations, engine);
    return existsSync(ofEngine) ? readdirSync(ofEngine) : [];
  });
  const highest = Math.max(0, ...folders.map((each) => Number.parseInt(each, 10)));
  return String(highest + 1).padStart(4, '0');
}
