// user create: a setup link is data, everything else is talk.
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

test('an administrator creates a user and gets the link alone on standard output', async () => {
  const args = ['user', 'create', 'bob', '--email', 'bob@packages.example', '--role', 'member'];
  expect(await terminal.run(args)).toEqual({
    exitCode: 0,
    stdout: 'https://packages.example/ui/link#secret\n',
    stderr: 'Created bob.\nThis link sets the password; it works once and is not shown again.\n',
  });
  expect(server.seen[0]?.variables).toEqual({
    input: { name: 'bob', email: 'bob@packages.example', role: 'MEMBER', kind: 'HUMAN' },
  });
});

test('an administrator creates a service account with a password from standard input', async () => {
  const args = ['user', 'create', 'ci', '--service', '--password-file', '-'];
  expect(await terminal.run(args, 'a long password\r\n')).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: 'Created ci.\n',
  });
  expect(server.seen[0]?.variables).toEqual({
    input: { name: 'ci', kind: 'SERVICE', password: 'a long password' },
  });
});
