// index create, list, show, update, delete: nothing is deleted before the person has read what goes.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { packageIndex, serveSchema, type SchemaServer } from '../client/schema-server.ts';
import { openTerminal, signIn, type Terminal } from './terminal.ts';

let server: SchemaServer;
let terminal: Terminal;

const SETTINGS_OF_PROD = [
  'bases:          (none)',
  'isVolatile:     false: a file name never gets other bytes',
  'uploadChecks:   lenient',
  'quotaBytes:     5.0 GB',
  'maxAgeSeconds:  0',
  'size:           4.1 MB',
  'on disk:        4.2 MB',
  'allow:          flask>=2,<3, corp-*',
  'deny:           flask==2.1',
  'retention:      keepReleases=5 keepDays=30 prereleasesOnly=true',
  'reserved:       corp-*: Ours.',
  'granted:        demo from team/mirror by alice, until 2026-12-22 12:00 UTC: Moves upstream.',
];

/** After a change: its lists, and how it is set up. */
function after(readers: string, uploaders: string): string {
  return [`readers:        ${readers}`, `uploaders:      ${uploaders}`, ...SETTINGS_OF_PROD, ''].join('\n');
}

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
      'PATH         KIND    READ             UPLOAD    BASES                   DESCRIPTION',
      'team/prod    stage   :authenticated:  alice',
      'team/dev     stage   :authenticated:  alice     team/prod, team/mirror',
      'team/mirror  mirror  :authenticated:  (nobody)',
      'bob/private  stage   :authenticated:  alice',
      '',
    ].join('\n'),
  );
});

describe('the person who looks at an index', () => {
  test('reads its addresses, its lists and how much it holds', async () => {
    expect(await terminal.run(['index', 'show', 'team/prod'])).toEqual({
      exitCode: 0,
      stdout: [
        'path:           team/prod',
        'kind:           stage',
        'description:    (none)',
        'install from:   https://packages.example/team/prod/simple/',
        'upload to:      https://packages.example/team/prod/',
        'readers:        :authenticated:',
        'uploaders:      alice',
        ...SETTINGS_OF_PROD,
        'holds:          2 projects, 12 files (4.1 MB)',
        'created:        2026-11-22 12:00 UTC',
        '',
      ].join('\n'),
      stderr: '',
    });
  });

  test('gets with --json the index of the API', async () => {
    const { stdout } = await terminal.run(['index', 'show', 'team/prod', '--json']);
    expect(JSON.parse(stdout)).toEqual({
      ...packageIndex('team/prod'),
      owner: { name: 'alice' },
      readers: [{ kind: 'AUTHENTICATED', name: ':authenticated:' }],
      uploaders: [{ kind: 'USER', name: 'alice' }],
      projects: { totalCount: 2 },
      // For another command.
      why: undefined,
    });
  });

  test('is not told what it holds when only readers may know, and of none that is not there: 3', async () => {
    expect((await terminal.run(['index', 'show', 'bob/private'])).stdout).toContain(
      'maxAgeSeconds:  0\nholds:          (for its readers to see)\n',
    );
    expect(await terminal.run(['index', 'show', 'no/where'])).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: 'error: There is no index no/where, or none that you may see.\n',
    });
  });
});

describe('the person who changes the lists of an index', () => {
  test('sets a whole list without looking at it, and the other one stays', async () => {
    const args = ['index', 'update', 'team/prod', '--read', 'bob', '--read', 'carol'];
    expect(await terminal.run(args)).toEqual({
      exitCode: 0,
      stdout: after('bob, carol', 'alice'),
      stderr: 'Updated team/prod.\n',
    });
    expect(server.seen.map(({ variables }) => variables)).toEqual([
      { input: { path: 'team/prod', readers: ['bob', 'carol'] } },
    ]);
  });

  test('adds to one list and takes from the other', async () => {
    const args = ['index', 'update', 'team/prod', '--add-read', 'bob', '--remove-upload', 'alice'];
    expect(await terminal.run(args)).toEqual({
      exitCode: 0,
      stdout: after(':authenticated:, bob', '(nobody)'),
      stderr: 'Updated team/prod.\n',
    });
    expect(server.seen.map(({ variables }) => variables)).toEqual([
      { path: 'team/prod' },
      { input: { path: 'team/prod', readers: [':authenticated:', 'bob'], uploaders: [] } },
    ]);
  });

  test('sets one list whole and edits the other', async () => {
    const args = [
      'index',
      'update',
      'team/prod',
      '--upload',
      'ci',
      '--remove-read',
      ':authenticated:',
      '--json',
    ];
    const { exitCode, stdout } = await terminal.run(args);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      packageIndex: { path: 'team/prod', readers: [], uploaders: [{ kind: 'USER', name: 'ci' }] },
      serial: 12,
    });
  });

  test('hears of names that were there already, and of those that were not', async () => {
    const args = ['index', 'update', 'team/prod', '--add-upload', 'alice', '--remove-read', 'bbo'];
    expect(await terminal.run(args)).toEqual({
      exitCode: 0,
      stdout: after(':authenticated:', 'alice'),
      stderr: [
        'bbo was not among the readers.',
        'alice is among the uploaders already.',
        'Updated team/prod.',
        '',
      ].join('\n'),
    });
  });

  test.each([
    [['--read', 'bob', '--add-read', 'carol'], "'--read <principal>' cannot be used with option '--add-read"],
    [
      ['--remove-upload', 'ci', '--upload', 'bob'],
      "'--upload <principal>' cannot be used with option '--remove-upload",
    ],
    [
      ['--add-read', 'bob', '--remove-read', 'bob'],
      'bob cannot be added to the readers and removed from them.',
    ],
    [[], 'Say what to change, such as bases+=team/base, isVolatile=true or --add-read bob.'],
  ])('with %j is refused before anything is sent', async (flags, sentence) => {
    const { exitCode, stdout, stderr } = await terminal.run(['index', 'update', 'team/prod', ...flags]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(server.seen).toEqual([]);
  });

  test('that is not there: 3; that they may not change: 4', async () => {
    expect((await terminal.run(['index', 'update', 'no/where', '--add-read', 'bob'])).exitCode).toBe(3);
    expect(server.seen.map(({ operation }) => operation)).toEqual(['packageIndex']);
    expect((await terminal.run(['index', 'update', 'bob/private', '--read', 'bob'])).exitCode).toBe(4);
  });
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
