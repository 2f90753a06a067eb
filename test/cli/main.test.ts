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

test.each([
  ['npx', { npm_command: 'exec', npm_lifecycle_event: 'npx' }, 'npx wheelhouse'],
  ['its own name', { npm_command: 'run-script', npm_lifecycle_event: 'start' }, 'wheelhouse'],
])('whoever calls the program by %s is told to call it so', async (_, env, name) => {
  const other = await openTerminal(server.fetch, { ...env, WHEELHOUSE_SERVER: server.url });
  const commands = [
    [],
    ['login'],
    ['token', 'create'],
    ['index', 'create'],
    ['index', 'update'],
    ['user', 'create'],
  ];
  for (const command of commands) {
    const { stdout } = await other.run([...command, '--help']);
    expect(stdout).toContain(['Usage:', name, ...command, ''].join(' '));
    const example = /^Examples?:\n  (.*)/m.exec(stdout)?.[1];
    if (command.length > 0) expect(example?.startsWith([name, ...command, ''].join(' '))).toBe(true);
  }
  expect((await other.run(['whoami'])).stderr).toContain(
    `Sign in: ${name} login --server https://packages.example --user NAME\n`,
  );
  await other.remove();
});

test('a typing error gets a suggestion and the exit code 2', async () => {
  const outcome = await terminal.run(['tokn', 'list']);
  expect(outcome.exitCode).toBe(2);
  expect(outcome.stderr).toContain('(Did you mean token?)');
});
