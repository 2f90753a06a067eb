// Prisma's command line downloads an engine when it finds none; here the place to download from is a closed door.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let checkout: string;

beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'wheelhouse-generate-'));
  for (const file of ['schema.prisma', 'prisma.config.ts', 'package.json']) {
    cpSync(join(root, file), join(checkout, file));
  }
  for (const file of ['derive.ts', 'generate.ts']) {
    cpSync(join(root, 'prisma', file), join(checkout, 'prisma', file));
  }
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
});

afterAll(() => {
  rmSync(checkout, { recursive: true });
});

test('both clients and the Pothos types are generated without a network, once', () => {
  expect(generate()).toEqual({
    status: 0,
    output: 'Generated the Prisma clients for SQLite and PostgreSQL, and the Pothos types.\n',
  });
  expect(readdirSync(join(checkout, 'server/storage/_generated')).sort()).toEqual([
    'made-from.sha256',
    'postgresql',
    'pothos.ts',
    'sqlite',
  ]);
  expect(generate()).toEqual({ status: 0, output: 'The Prisma clients are up to date.\n' });
}, 120_000);

test('a schema that does not parse is reported, and what was made before it no longer counts', () => {
  writeFileSync(
    join(checkout, 'schema.prisma'),
    'datasource db {\n  provider = "sqlite"\n}\n' +
      'generator client {\n  provider = "prisma-client"\n  output = "server/storage/_generated/sqlite"\n}\n' +
      'generator pothos {\n  provider = "prisma-pothos-types"\n}\n' +
      'model Ship {\n  id Nothing @id\n}\n',
  );
  const { status, output } = generate();

  expect(status).toBe(1);
  expect(output).toContain('Type "Nothing" is neither a built-in type');
  expect(existsSync(join(checkout, 'server/storage/_generated/made-from.sha256'))).toBe(false);
}, 120_000);

test('the command line itself validates the schema without a network', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/prisma/build/index.js'), 'validate'],
    { cwd: root, env: withoutEngine(), encoding: 'utf8' },
  );

  expect(stdout).toContain('The schema at schema.prisma is valid');
  expect(status).toBe(0);
}, 120_000);

function generate(): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/tsx/dist/cli.mjs'), join(checkout, 'prisma/generate.ts')],
    { env: withoutEngine(), encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
}

function withoutEngine(): NodeJS.ProcessEnv {
  const { PRISMA_SCHEMA_ENGINE_BINARY: _unset, ...environment } = process.env;
  return { ...environment, PRISMA_ENGINES_MIRROR: 'http://127.0.0.1:9' };
}
