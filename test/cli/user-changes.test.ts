// user show, update, set-role, activate, deactivate, delete, reset-password.
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

const sent = () => server.seen.map(({ operation, variables }) => [operation, variables]);

test('an administrator looks at one user', async () => {
  expect(await terminal.run(['user', 'show', 'bob'])).toEqual({
    exitCode: 0,
    stdout: [
      'name:          bob',
      'display name:  (none)',
      'email:         alice@packages.example',
      'kind:          human',
      'role:          admin',
      'state:         deactivated since 2026-11-22 12:00 UTC by alice',
      'groups:        makers',
      'created:       2026-11-22 12:00 UTC',
      '',
    ].join('\n'),
    stderr: '',
  });
});

test('a user who does not exist ends with the code for that', async () => {
  const { exitCode, stderr } = await terminal.run(['user', 'show', 'nobody']);
  expect([exitCode, stderr]).toEqual([3, 'error: There is no user nobody.\n']);
});

test('the list is filtered by the server', async () => {
  await terminal.run(['user', 'list', '--text', 'bo', '--role', 'admin', '--state', 'deactivated']);
  expect(sent()).toEqual([['users', { filter: { text: 'bo', role: 'ADMIN', state: 'DEACTIVATED' } }]]);
});

test.each([
  [['set-role', 'bob', 'member'], 'updateUser', { name: 'bob', role: 'MEMBER' }, 'bob is a member.'],
  [['set-role', 'bob', 'admin'], 'updateUser', { name: 'bob', role: 'ADMIN' }, 'bob is an admin.'],
  [['deactivate', 'bob'], 'deactivateUser', { name: 'bob' }, 'bob is deactivated.'],
  [['activate', 'bob'], 'activateUser', { name: 'bob' }, 'bob is active.'],
  [['delete', 'bob', '--yes'], 'deleteUser', { name: 'bob', confirmName: 'bob' }, 'Deleted bob.'],
  [
    ['update', 'bob', '--clear-email', '--display-name', 'Bob'],
    'updateUser',
    { name: 'bob', email: null, displayName: 'Bob' },
    'Updated bob.',
  ],
])('user %s', async (words, operation, input, sentence) => {
  expect(await terminal.run(['user', ...words])).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: `${sentence}\n`,
  });
  expect(sent()).toEqual([[operation, { input }]]);
});

test('nobody is deleted without a question or --yes', async () => {
  const { exitCode, stderr } = await terminal.run(['user', 'delete', 'bob']);
  expect([exitCode, stderr]).toEqual([
    2,
    'error: There is nobody to ask: give --yes to delete without a question.\n',
  ]);
  expect(server.seen).toEqual([]);
});

test('an update that changes nothing, or contradicts itself, is a usage error', async () => {
  expect((await terminal.run(['user', 'update', 'bob'])).exitCode).toBe(2);
  expect(
    (await terminal.run(['user', 'update', 'bob', '--email', 'b@c.example', '--clear-email'])).exitCode,
  ).toBe(2);
  expect(server.seen).toEqual([]);
});

test('a reset prints the link alone on standard output, and says that it was mailed', async () => {
  expect(await terminal.run(['user', 'reset-password', 'bob'])).toEqual({
    exitCode: 0,
    stdout: 'https://packages.example/ui/set-password#secret\n',
    stderr:
      'This link sets a password; it works once, until 2026-11-22 12:00 UTC, and is not shown again. It was mailed to alice@packages.example as well.\n',
  });
});

test('what nobody may do is said, with the code for a conflict', async () => {
  const { exitCode, stderr } = await terminal.run(['user', 'deactivate', 'alice']);
  expect([exitCode, stderr]).toEqual([5, 'error: You cannot deactivate yourself: ask another admin.\n']);
});
