// search: what is found and why, wherever one may read or within one index.
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

const queries = () => server.seen.map(({ variables }) => variables);

test('whoever searches reads what was found, where, and in which way', async () => {
  expect(await terminal.run(['search', 'http', 'client'])).toEqual({
    exitCode: 0,
    stdout: [
      'PROJECT      VERSION  INDEX        BY     SUMMARY',
      'Http-Client  2.1      team/prod    name   Sends requests.',
      'http-mirror           team/mirror  words',
      '',
    ].join('\n'),
    stderr: '',
  });
  expect(queries()).toEqual([{ query: 'http client' }]);
});

test('with --index only that index and its bases are searched', async () => {
  const { stdout } = await terminal.run(['search', 'http', '--index', 'team/mirror']);
  expect(stdout).not.toContain('team/prod');
  expect(queries()).toEqual([{ query: 'http', packageIndex: 'team/mirror' }]);
});

test('with --json it is what the API found', async () => {
  const { stdout, stderr } = await terminal.run(['search', 'http', '--json']);
  expect([JSON.parse(stdout), stderr]).toEqual([
    [
      {
        packageIndex: { path: 'team/prod' },
        name: 'Http-Client',
        normalizedName: 'http-client',
        summary: 'Sends requests.',
        latestVersion: '2.1',
        match: 'EXACT',
      },
      {
        packageIndex: { path: 'team/mirror' },
        name: 'http-mirror',
        normalizedName: 'http-mirror',
        summary: null,
        latestVersion: null,
        match: 'WORDS',
      },
    ],
    '',
  ]);
});

test('nothing found is no failure, and is said', async () => {
  expect(await terminal.run(['search', 'nothing'])).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: 'Nothing was found.\n',
  });
  expect(await terminal.run(['search', 'nothing', '--json'])).toMatchObject({ exitCode: 0, stdout: '[]\n' });
});

test('of more than a hundred the first are shown, and that there are more is said', async () => {
  const { stdout, stderr } = await terminal.run(['search', 'many', '--json']);
  expect((JSON.parse(stdout) as unknown[]).length).toBe(100);
  expect(stderr).toBe('There are more than these 100: give more of the name, or another word.\n');
  expect(queries()).toEqual([{ query: 'many' }, { query: 'many', after: '99' }]);
});

test('an index that is not there ends with 3', async () => {
  expect(await terminal.run(['search', 'http', '--index', 'no/where'])).toMatchObject({
    exitCode: 3,
    stdout: '',
    stderr: 'error: There is no index no/where, or none that you may read.\n',
  });
});
