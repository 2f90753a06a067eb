/**
 * Generated code is committed, so that a review sees it; this test keeps it what `npm run codegen` would write. The
 * tool runs as it does there, in a process of its own.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

import { expect, test } from 'vitest';

test('the typed documents and methods are those of schema.graphql and of the operations', () => {
  const tool = 'node_modules/@graphql-codegen/cli/esm/bin.js';
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [tool, '--config', 'codegen.ts', '--check'],
    {
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    },
  );
  const advice = status === 0 ? '' : `${stdout}${stderr}\nRun: npm run codegen`;
  expect(advice).toBe('');
}, 60_000);

test.each([
  ['client/_generated', ['gql.ts', 'graphql.ts', 'methods.ts']],
  ['web/_generated', ['gql.ts', 'graphql.ts', 'persisted-documents.json']],
])('%s holds nothing else', (folder, files) => {
  expect(readdirSync(folder).sort()).toEqual(files);
});
