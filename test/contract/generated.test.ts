/**
 * Generated code is committed, so that a review sees it; this test keeps it what `npm run codegen` would write. The
 * tool runs as it does there, in a process of its own.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

import type { GraphQLObjectType } from 'graphql';
import { expect, test } from 'vitest';

import { schema } from '../../server/graphql/schema.ts';

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

test('the command line asks for every detail that an audit event may have', () => {
  const detail = schema.getType('AuditDetail') as GraphQLObjectType;
  const operations = readFileSync(new URL('../../client/operations/audit.graphql', import.meta.url), 'utf8');
  const [, asked = ''] = /fragment AuditDetailFields on AuditDetail \{([^}]*)\}/.exec(operations) ?? [];
  expect(asked.trim().split(/\s+/).sort()).toEqual(Object.keys(detail.getFields()).sort());
});
