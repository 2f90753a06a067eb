// index create, list, delete: nothing is deleted before the person has read what goes.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { packageIndex, serveSchema, type SchemaServer } from '../client/schema-server.ts';
import { openTerminal, signIn, type Terminal } from './terminal.ts';

let server: SchemaServer;
let terminal: Terminal;

beforeEach(async () => {
  server = serveSchema();
  terminal = await openTerminal(server.fetch);
  await signIn(terminal, server);
});
afterEach(() => terminal.remove());

test('whoever creates an index reads where it is', async () => {
  const args = [
    'index',
    'create',
    'team/new',
    '--read',
    'bob',
    '--read',
    ':authenticated:',
    '--upload',
    'ci',
  ];
  expect((await terminal.run(args)).stdout).toBe(
    [
      'install from:  https://packages.example/team/new/simple/',
      'upload to:     https://packages.example/team/new/',
      'readers:       :authenticated:',
      'uploaders:     alice',
      '',
    ].join('\n'),
  );
  expect(server.seen[0]?.variables).toEqual({
    input: { path: 'team/new', readers: ['bob', ':authenticated:'], uploaders: ['ci'] },
  });
});

test('a name that is taken ends with 5', async () => {
  expect(await terminal.run(['index', 'create', 'team/prod'])).toEqual({
    exitCode: 5,
    stdout: '',
    stderr: 'error: There is an index team/prod.\n',
  });
});

test('indexes are listed with who may read and upload', async () => {
  expect((await terminal.run(['index', 'list'])).stdout).toBe(
    [
      'PATH         KIND   READ             UPLOAD  DESCRIPTION',
      'team/prod    stage  :authenticated:  alice',
      'team/dev     stage  :authenticated:  alice',
      'bob/private  stage  :authenticated:  alice',
      '',
    ].join('\n'),
  );
});

describe('the person who deletes an index', () => {
  const consequences =
    'Deleting team/prod removes 2 projects, 12 files (4.1 MB), 1 token. This cannot be undone.\n';

  test('with --yes reads what goes, and sends the count that was shown', async () => {
    expect(await terminal.run(['index', 'delete', 'team/prod', '--yes'])).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: `${consequences}Deleted team/prod.\n`,
    });
    expect(server.seen[1]?.variables).toEqual({
      input: { path: 'team/prod', confirmPath: 'team/prod', expectedFiles: 12 },
    });
  });

  test('types its name', async () => {
    const outcome = await terminal.converse(['index', 'rm', 'team/prod'], ['Type team/prod', 'team/prod\r']);
    expect(outcome.exitCode).toBe(0);
    expect(server.seen.map(({ operation }) => operation)).toEqual(['packageIndex', 'deletePackageIndex']);
  });

  test('mistypes its name, and nothing is deleted', async () => {
    const outcome = await terminal.converse(['index', 'rm', 'team/prod'], ['Type team/prod', 'team/dev\r']);
    expect(outcome.exitCode).toBe(2);
    expect(server.seen.map(({ operation }) => operation)).toEqual(['packageIndex']);
  });

  test('without a terminal needs --yes', async () => {
    expect(await terminal.run(['index', 'delete', 'team/prod'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `${consequences}error: There is nobody to ask: give --yes to delete without a question.\n`,
    });
  });

  test('that is not there: 3; that may not be deleted: 4', async () => {
    expect((await terminal.run(['index', 'delete', 'no/where', '--yes'])).exitCode).toBe(3);
    expect((await terminal.run(['index', 'delete', 'bob/private', '--yes'])).exitCode).toBe(4);
    expect(server.seen.map(({ operation }) => operation)).toEqual(['packageIndex', 'packageIndex']);
  });
});

test('what others named cannot steer the terminal', async () => {
  const hostile = { ...packageIndex('team/prod'), description: '\u001B]0;owned\u0007\u202Egnp.exe' };
  const page = { nodes: [hostile], pageInfo: { hasNextPage: false, endCursor: null } };
  const other = await openTerminal(async () => Response.json({ data: { packageIndexes: page } }), {
    WHEELHOUSE_SERVER: server.url,
    WHEELHOUSE_TOKEN: 'wh_pat_x',
  });
  const { stdout } = await other.run(['index', 'list']);
  expect(stdout).toContain('\uFFFD]0;owned\uFFFD\uFFFDgnp.exe');
  for (const control of ['\u001B', '\u0007', '\u202E']) expect(stdout).not.toContain(control);
  await other.remove();
});
