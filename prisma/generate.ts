// Generates both Prisma clients and the Pothos types into `server/storage/_generated`, without any network.
// Run it with tsx. It does nothing while schema, generators and this script are those of the last run.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { derivePostgresqlSchema } from './derive.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sqliteSchemaFile = join(root, 'schema.prisma');
const postgresqlSchemaFile = join(root, 'prisma/postgresql.prisma');
const generated = join(root, 'server/storage/_generated');
const stampFile = join(generated, 'made-from.sha256');
const outputs = ['sqlite/client.ts', 'postgresql/client.ts', 'pothos.ts'].map((file) =>
  join(generated, file),
);

const stamp = stampOfInputs();
if (isFresh()) {
  console.log('The Prisma clients are up to date.');
} else {
  // Without the stamp an interrupted run counts as none.
  rmSync(generated, { recursive: true, force: true });
  writeFileSync(postgresqlSchemaFile, derivePostgresqlSchema(readFileSync(sqliteSchemaFile, 'utf8')));
  await Promise.all([sqliteSchemaFile, postgresqlSchemaFile].map(generate));
  writeFileSync(stampFile, stamp);
  console.log('Generated the Prisma clients for SQLite and PostgreSQL, and the Pothos types.');
}

function stampOfInputs(): string {
  const inputs = [
    'schema.prisma',
    'prisma/derive.ts',
    'prisma/generate.ts',
    'node_modules/prisma/package.json',
    'node_modules/@pothos/plugin-prisma/package.json',
  ];
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(readFileSync(join(root, input))).update('\0');
  return hash.digest('hex');
}

function isFresh(): boolean {
  const made = [stampFile, postgresqlSchemaFile, ...outputs].every((file) => existsSync(file));
  return made && readFileSync(stampFile, 'utf8') === stamp;
}

async function generate(schemaFile: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--schema', schemaFile],
    {
      cwd: root,
      env: {
        ...process.env,
        // Any executable will do: `generate` never starts it, but downloads one when it has none.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        // The generators are started by name, and this script also runs outside `npm run`.
        PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`prisma generate failed for ${schemaFile}:\n${output}`);
}
