// sessions list and end, and the question for the password when a sign-in is no longer fresh; with the whole server.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import type { Person } from '../support/people.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const MINUTE = 60_000;
const MINT = ['token', 'create', '--name', 'ci', '--index', 'alice/prod', '--scope', 'read', '--raw'];

let app: TestApp;
let alice: Person;
let terminal: Terminal;

beforeEach(async () => {
  app = await createTestApp();
  alice = await app.person('alice');
  await alice.createIndex('alice/prod');
  terminal = await openTerminal(fetch);
  await terminal.run(
    ['login', '--server', app.url, '--user', 'alice', '--password-file', '-'],
    alice.password,
  );
});
afterEach(async () => {
  await terminal.remove();
  await app.close();
});

test('sessions list marks the one in use, and prints the nodes as JSON', async () => {
  const table = await terminal.run(['sessions', 'list', '--no-color']);
  expect(table.stdout.split('\n').map((line) => line.includes('this one'))).toEqual([
    false,
    true,
    false,
    false,
  ]);
  const { stdout } = await terminal.run(['sessions', 'list', '--json']);
  expect(JSON.parse(stdout)).toMatchObject([
    { sessionId: await keptId(), isCurrent: true, carrier: 'BEARER' },
    { sessionId: alice.bearer.split('_')[2], isCurrent: false, carrier: 'BEARER' },
  ]);
});

test('sessions end takes an id, --others, --all or --user, and exactly one of them', async () => {
  const usage = { exitCode: 2, stderr: expect.stringContaining('Say which') as string };
  expect(await terminal.run(['sessions', 'end'])).toMatchObject(usage);
  expect(await terminal.run(['sessions', 'end', '0'.repeat(22), '--others'])).toMatchObject(usage);
  expect(await terminal.run(['sessions', 'end', alice.bearer])).toMatchObject({ exitCode: 2, stdout: '' });
  expect(await terminal.run(['sessions', 'end', '0'.repeat(22)])).toMatchObject({ exitCode: 3 });
  expect(await terminal.run(['sessions', 'end', '--user', 'alice'])).toMatchObject({ exitCode: 4 });
  const id = alice.bearer.split('_')[2]!;
  expect(await terminal.run(['sessions', 'end', id])).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: `Ended the session ${id}.\n`,
  });
  expect(await terminal.run(['sessions', 'end', '--others'])).toMatchObject({
    stderr: 'Ended 0 sessions.\n',
  });
  expect(await terminal.run(['whoami'])).toMatchObject({ exitCode: 0, stdout: 'alice\n' });
  expect(await terminal.run(['sessions', 'end', '--all', '--json'])).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('"count": 1') as string,
  });
  expect(await terminal.run(['whoami'])).toMatchObject({ exitCode: 4 });
});

test('a command that needs a fresh sign-in asks for the password, and is carried out', async () => {
  const before = await keptId();
  app.advance(16 * MINUTE);
  const outcome = await terminal.converse(
    [...MINT, '--no-color'],
    ['Password of alice', `${alice.password}\r`],
  );
  expect(outcome).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^wh_pat_\w+\n$/) as string });
  expect(outcome.stderr).not.toContain(alice.password);
  expect(await keptId()).not.toBe(before);
  expect(await terminal.run(['whoami'])).toMatchObject({ exitCode: 0, stdout: 'alice\n' });
});

test('with a wrong password it is not carried out, and the session goes on', async () => {
  app.advance(16 * MINUTE);
  const outcome = await terminal.converse(MINT, ['Password of alice', 'not the password\r']);
  expect(outcome).toMatchObject({
    exitCode: 4,
    stdout: '',
    stderr: expect.stringContaining('The password is wrong.') as string,
  });
  expect(await terminal.run(['whoami'])).toMatchObject({ exitCode: 0 });
});

test('without a terminal it says to sign in again', async () => {
  app.advance(16 * MINUTE);
  expect(await terminal.run([...MINT, '--no-color'])).toEqual({
    exitCode: 4,
    stdout: '',
    stderr:
      'error: Your sign-in is older than 15 minutes: confirm your password, and try again.\n' +
      `Sign in: wheelhouse login --server URL --user NAME\n`,
  });
});

async function keptId(): Promise<string> {
  const kept = JSON.parse(await readFile(join(terminal.home, 'wheelhouse/sessions.json'), 'utf8')) as {
    servers: Record<string, { bearer: string }>;
  };
  return kept.servers[app.url]!.bearer.split('_')[2]!;
}
