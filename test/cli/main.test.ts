// What every command shares: suggestions and failures. Exit codes have a test of their own.
import { afterEach, beforeEach, expect, test } from 'vitest';

import { serveSchema, type SchemaServer } from '../client/schema-server.ts';
import { openTerminal, type Terminal } from './terminal.ts';

let server: SchemaServer;
let terminal: Terminal;

beforeEach(async () => {
  server = serveSchema();
  terminal = await openTerminal(server.fetch);
});
afterEach(() => terminal.remove());

test('a server that cannot be reached is 6', async () => {
  const cut = await openTerminal(() => Promise.reject(new TypeError('fetch failed')), {
    WHEELHOUSE_SERVER: server.url,
    WHEELHOUSE_TOKEN: 'wh_pat_x',
  });
  expect((await cut.run(['whoami'])).exitCode).toBe(6);
  await cut.remove();
});

test('a typing error gets a suggestion and the exit code 2', async () => {
  const outcome = await terminal.run(['tokn', 'list']);
  expect(outcome.exitCode).toBe(2);
  expect(outcome.stderr).toContain('(Did you mean token?)');
});
