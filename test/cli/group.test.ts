// group create, list, show, update, add, remove, delete.
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

test.each([
  [['create', 'makers'], 'createGroup', { name: 'makers' }, 'Created :makers.'],
  [
    ['update', 'makers', '--description', ''],
    'updateGroup',
    { name: 'makers', description: null },
    'Updated :makers.',
  ],
  [
    ['add', 'makers', 'bob', 'carla'],
    'addGroupMembers',
    { name: 'makers', users: ['bob', 'carla'] },
    'In :makers now: bob, carla.',
  ],
  [
    ['remove', 'makers', 'bob'],
    'removeGroupMembers',
    { name: 'makers', users: ['bob'] },
    'Not in :makers any more: bob.',
  ],
  [['delete', 'makers'], 'deleteGroup', { name: 'makers' }, 'Deleted :makers.'],
])('group %s', async (words, operation, input, sentence) => {
  expect(await terminal.run(['group', ...words])).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: `${sentence}\n`,
  });
  expect(server.seen.map((seen) => [seen.operation, seen.variables])).toEqual([[operation, { input }]]);
});

test('a group is shown with who is in it, and where it stands in lists', async () => {
  expect((await terminal.run(['group', 'show', 'makers'])).stdout).toBe(
    [
      'name:         makers',
      'in lists:     :makers',
      'description:  (none)',
      'members:      alice',
      'indexes:      team/prod',
      'created:      2026-11-22 12:00 UTC',
      '',
    ].join('\n'),
  );
  expect((await terminal.run(['group', 'show', 'absent'])).stderr).toBe('error: There is no group absent.\n');
});

test('groups are listed, for people and for programs', async () => {
  expect((await terminal.run(['group', 'list'])).stdout).toBe(
    'NAME    MEMBERS  INDEXES  DESCRIPTION\nmakers  1        1\n',
  );
  const { stdout } = await terminal.run(['group', 'list', '--json']);
  expect(JSON.parse(stdout)).toEqual([
    {
      id: 'group-makers',
      name: 'makers',
      description: null,
      createdAt: '2026-11-22T12:00:00.000Z',
      indexes: ['team/prod'],
      members: { totalCount: 1 },
    },
  ]);
});
