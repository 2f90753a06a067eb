// why: each layer with what became of it, and the answer in a sentence.
import { afterEach, beforeEach, expect, test } from 'vitest';

import { serveSchema, type SchemaServer } from '../client/schema-server.ts';
import { openTerminal, signIn, type Terminal } from './terminal.ts';

let server: SchemaServer;
let terminal: Terminal;

beforeEach(async () => {
  server = serveSchema();
  terminal = await openTerminal(server.fetch);
  await signIn(terminal, server);
});
afterEach(() => terminal.remove());

test('whoever asks why reads each layer, and which rule hides what', async () => {
  expect(await terminal.run(['why', 'team/prod', 'Flask'])).toEqual({
    exitCode: 0,
    stdout: [
      'LAYER        KIND    VERDICT          FILES  REASON',
      'team/prod    stage   has none         0',
      '(hidden)             hidden from you  0',
      'team/mirror  mirror  answers          12     1 file is hidden by the rule "flask>=3" of team/prod.',
      '',
    ].join('\n'),
    stderr: 'team/prod answers flask.\n',
  });
  expect(server.seen[0]?.variables).toEqual({ path: 'team/prod', project: 'Flask' });
});

test('with --json it is the report as the API has it', async () => {
  const { stdout } = await terminal.run(['why', 'team/prod', 'flask', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    project: 'flask',
    outcome: 'ANSWERED',
    layers: [{ path: 'team/prod' }, { path: null, verdict: 'HIDDEN' }, { files: 12 }],
  });
});

test('an index that one may not read ends with 3', async () => {
  expect(await terminal.run(['why', 'bob/private', 'flask'])).toMatchObject({
    exitCode: 3,
    stdout: '',
    stderr: 'error: You may not read bob/private.\n',
  });
});
