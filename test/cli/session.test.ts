// login, logout, whoami: what is kept on this machine, what is asked, what is never shown.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { serveSchema, SESSION, type SchemaServer } from '../client/schema-server.ts';
import { openTerminal, signIn, type Terminal } from './terminal.ts';

let server: SchemaServer;
let terminal: Terminal;

beforeEach(async () => {
  server = serveSchema();
  terminal = await openTerminal(server.fetch);
});
afterEach(() => terminal.remove());

describe('login', () => {
  test('with the password on standard input keeps the session and prints no data', async () => {
    const args = ['login', '--server', server.url, '--user', 'alice', '--password-file', '-'];
    expect(await terminal.run(args, 'correct horse\n')).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: 'Signed in to https://packages.example as alice, until 2026-11-22 12:00 UTC.\n',
    });
    expect(await keptSessions()).toEqual({
      current: server.url,
      servers: { [server.url]: { user: 'alice', bearer: SESSION, expiresAt: '2026-11-22T12:00:00.000Z' } },
    });
  });

  test('asks a person for the password and shows none of it', async () => {
    const outcome = await terminal.converse(
      ['login', '--server', server.url],
      ['User: ', 'alice\r'],
      ['Password of alice at https://packages.example: ', 'correct horse\r'],
    );
    expect(outcome.exitCode).toBe(0);
    expect(`${outcome.stdout}${outcome.stderr}`).not.toContain('horse');
    expect(server.seen[0]?.variables).toEqual({
      input: { name: 'alice', password: 'correct horse', carrier: 'BEARER' },
    });
  });

  test('ends with 130 at Ctrl-C, and keeps nothing', async () => {
    const outcome = await terminal.converse(
      ['login', '--server', server.url, '--user', 'alice'],
      ['Password', '\u0003'],
    );
    expect(outcome.exitCode).toBe(130);
    expect(server.seen).toEqual([]);
  });

  test('without a terminal names the flag that is missing', async () => {
    expect(await terminal.run(['login', '--server', server.url, '--user', 'alice'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'error: There is nobody to ask: give --password-file FILE (or - for standard input).\n',
    });
  });

  test('with --no-input asks nobody, though somebody is there', async () => {
    const outcome = await terminal.converse(['login', '--server', server.url, '--no-input', '--no-color']);
    expect(outcome).toMatchObject({
      exitCode: 2,
      stderr: 'error: There is nobody to ask: give --user NAME.\n',
    });
  });

  test('without a server says how to name one', async () => {
    expect(await terminal.run(['login', '--user', 'alice'])).toMatchObject({
      exitCode: 2,
      stderr: 'error: Say where to sign in: --server URL, or WHEELHOUSE_SERVER.\n',
    });
  });

  test('with a wrong password ends with 4 and leaves no session', async () => {
    const file = join(terminal.home, 'password');
    await writeFile(file, 'wrong\n');
    const args = ['login', '--server', server.url, '--user', 'alice', '--password-file', file];
    expect(await terminal.run(args)).toEqual({
      exitCode: 4,
      stdout: '',
      stderr: [
        'error: The name or the password is wrong.',
        "For an admin who lost the password, on the server's machine: wheelhouse recover-admin NAME",
        '',
      ].join('\n'),
    });
    expect((await terminal.run(['whoami'])).exitCode).toBe(4);
  });

  test('to a server without an admin says that it has to be set up first, and how', async () => {
    const fresh = await openTerminal(serveSchema({ setupNeeded: true }).fetch);
    const args = ['login', '--server', server.url, '--user', 'alice', '--password-file', '-'];
    expect(await fresh.run(args, 'correct horse')).toEqual({
      exitCode: 4,
      stdout: '',
      stderr:
        'error: This server has no admin yet, so nobody can sign in. Set it up first, with the link that it printed at its start; every start prints a new one.\n',
    });
    await fresh.remove();
  });

  test('over plain http to another machine warns', async () => {
    const args = ['login', '--server', 'http://packages.example', '--user', 'alice', '--password-file', '-'];
    expect((await terminal.run(args, 'correct horse')).stderr).toContain(
      'warning: http://packages.example is reached without encryption',
    );
  });

  test('takes no password as a flag', async () => {
    expect((await terminal.run(['login', '--password', 'secret'])).exitCode).toBe(2);
  });
});

describe('somebody who is signed in', () => {
  beforeEach(() => signIn(terminal, server));

  test('is told who that is', async () => {
    expect(await terminal.run(['whoami'])).toEqual({
      exitCode: 0,
      stdout: 'alice\n',
      stderr: 'admin, with a session that is valid until 2026-11-22 12:00 UTC\n',
    });
  });

  test('signs out, and the session is gone from this machine', async () => {
    expect(await terminal.run(['logout'])).toMatchObject({
      exitCode: 0,
      stderr: 'Signed out of https://packages.example.\n',
    });
    expect(await keptSessions()).toEqual({ current: null, servers: {} });
    expect(server.seen.map(({ operation, authorization }) => [operation, authorization])).toEqual([
      ['signOut', `Bearer ${SESSION}`],
    ]);
  });

  test('is told when a token of the environment was used instead and refused', async () => {
    const other = await openTerminal(server.fetch, {
      WHEELHOUSE_TOKEN: 'wh_pat_x',
      WHEELHOUSE_SERVER: server.url,
    });
    expect(await other.run(['token', 'list'])).toEqual({
      exitCode: 4,
      stdout: '',
      stderr: [
        'error: Sign in first.',
        'WHEELHOUSE_TOKEN is set and was used. Unset it to use your session.',
        '',
      ].join('\n'),
    });
    await other.remove();
  });
});

test('somebody who is not signed in is told how to', async () => {
  expect(await terminal.run(['token', 'list', '--server', server.url])).toEqual({
    exitCode: 4,
    stdout: '',
    stderr: [
      'error: You are not signed in to https://packages.example.',
      'Sign in: wheelhouse login --server https://packages.example --user NAME',
      '',
    ].join('\n'),
  });
});

test('somebody whose token did not arrive is told so, and how to sign in', async () => {
  const other = await openTerminal(server.fetch, { WHEELHOUSE_SERVER: server.url, WHEELHOUSE_TOKEN: '' });
  expect(await other.run(['whoami'])).toEqual({
    exitCode: 4,
    stdout: '',
    stderr: [
      'error: WHEELHOUSE_TOKEN is empty, and you are not signed in to https://packages.example.',
      'Sign in: wheelhouse login --server https://packages.example --user NAME',
      '',
    ].join('\n'),
  });
  await signIn(other, server);
  expect((await other.run(['whoami'])).stderr).toBe(
    [
      'warning: WHEELHOUSE_TOKEN is empty, so your session is used instead.',
      'admin, with a session that is valid until 2026-11-22 12:00 UTC',
      '',
    ].join('\n'),
  );
  await other.remove();
});

async function keptSessions(): Promise<unknown> {
  return JSON.parse(await readFile(join(terminal.home, 'wheelhouse/sessions.json'), 'utf8'));
}
