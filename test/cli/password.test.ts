// user set-password: whose password it is, where the two come from, and that the session goes on.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { serveSchema, SESSION, type SchemaServer } from '../client/schema-server.ts';
import { openTerminal, signIn, type Terminal } from './terminal.ts';

let server: SchemaServer;
let terminal: Terminal;

beforeEach(async () => {
  server = serveSchema();
  terminal = await openTerminal(server.fetch);
  await signIn(terminal, server);
});
afterEach(() => terminal.remove());

const CHANGED =
  'Changed the password of alice. All other sessions ended; this one goes on until 2026-11-22 12:00 UTC.\n';

test('a person types the current password and the new one twice, sees none, and stays signed in', async () => {
  const outcome = await terminal.converse(
    ['user', 'set-password'],
    ['Current password: ', 'correct horse\r'],
    ['New password: ', 'kelp anvil tram\r'],
    ['The same again: ', 'kelp anvil tram\r'],
  );
  expect([outcome.exitCode, outcome.stdout, outcome.stderr.endsWith(CHANGED)]).toEqual([0, '', true]);
  expect(outcome.stderr).not.toMatch(/horse|kelp/);
  expect(server.seen[0]?.variables).toEqual({
    input: { currentPassword: 'correct horse', newPassword: 'kelp anvil tram' },
  });
  expect(await keptBearer()).toBe(`${SESSION}_anew`);
});

test('two different new passwords change nothing', async () => {
  const outcome = await terminal.converse(
    ['user', 'set-password'],
    ['Current password: ', 'correct horse\r'],
    ['New password: ', 'kelp anvil tram\r'],
    ['The same again: ', 'kelp anvil trams\r'],
  );
  expect([outcome.exitCode, outcome.stderr]).toEqual([
    2,
    expect.stringContaining('The two differ, and nothing was changed. Try again.'),
  ]);
  expect(server.seen).toEqual([]);
});

test('a script gives both in files, and gets the user as JSON without a secret', async () => {
  const [current, next] = [join(terminal.home, 'current'), join(terminal.home, 'next')];
  await writeFile(current, 'correct horse\n');
  await writeFile(next, 'kelp anvil tram\n');
  const args = [
    'user',
    'set-password',
    '--current-password-file',
    current,
    '--password-file',
    next,
    '--json',
  ];
  const outcome = await terminal.run(args);
  expect([outcome.exitCode, outcome.stderr]).toEqual([0, '']);
  expect(JSON.parse(outcome.stdout)).toMatchObject({ name: 'alice' });
  expect(outcome.stdout).not.toContain(SESSION);
  expect(await keptBearer()).toBe(`${SESSION}_anew`);
});

test('a wrong current password ends with 4 and leaves the session as it was', async () => {
  const next = join(terminal.home, 'next');
  await writeFile(next, 'kelp anvil tram\n');
  const args = ['user', 'set-password', '--current-password-file', '-', '--password-file', next];
  const outcome = await terminal.run(args, 'not this one');
  expect([outcome.exitCode, outcome.stdout]).toEqual([4, '']);
  expect(outcome.stderr).toContain('error: The current password is wrong.');
  expect(await keptBearer()).toBe(SESSION);
});

test('an administrator sets the password of a service account from standard input', async () => {
  expect(
    await terminal.run(['user', 'set-password', 'ci', '--password-file', '-'], 'kelp anvil tram\n'),
  ).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: 'Set the password of ci. Its sessions ended, its tokens stay.\n',
  });
  expect(server.seen[0]?.variables).toEqual({ input: { name: 'ci', password: 'kelp anvil tram' } });
});

test.each([
  [
    ['--password-file', '-'],
    'There is nobody to ask: give --current-password-file FILE (or - for standard input).',
  ],
  [['ci'], 'There is nobody to ask: give --password-file FILE (or - for standard input).'],
  [
    ['--password-file', '-', '--current-password-file', '-'],
    'Standard input holds one password: read the other from a file.',
  ],
  [
    ['ci', '--current-password-file', '-'],
    '--current-password-file is for your own password: leave the name out.',
  ],
])('without a terminal %j is told what is missing', async (args, sentence) => {
  expect(await terminal.run(['user', 'set-password', ...args], 'kelp')).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: `error: ${sentence}\n`,
  });
  expect(server.seen).toEqual([]);
});

async function keptBearer(): Promise<string | undefined> {
  const kept = JSON.parse(await readFile(join(terminal.home, 'wheelhouse', 'sessions.json'), 'utf8')) as {
    servers: Record<string, { bearer: string }>;
  };
  return kept.servers[server.url]?.bearer;
}
