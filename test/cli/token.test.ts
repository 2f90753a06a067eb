// token create, list, revoke: the plaintext appears once, and with --raw alone.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { PLAINTEXT, serveSchema, token, type SchemaServer } from '../client/schema-server.ts';
import { openTerminal, signIn, type Terminal } from './terminal.ts';

let server: SchemaServer;
let terminal: Terminal;

beforeEach(async () => {
  server = serveSchema();
  terminal = await openTerminal(server.fetch);
  await signIn(terminal, server);
});
afterEach(() => terminal.remove());

describe('the person who creates a token', () => {
  test('gets a raw token: the token and a newline on standard output, nothing anywhere else', async () => {
    const args = [
      'token',
      'create',
      '--name',
      'ci',
      '--index',
      'team/prod',
      '--scope',
      'read',
      '--scope',
      'upload',
    ];
    expect(await terminal.run([...args, '--expires', '30d', '--raw'])).toEqual({
      exitCode: 0,
      stdout: `${PLAINTEXT}\n`,
      stderr: '',
    });
    expect(server.seen[0]?.variables).toEqual({
      input: {
        name: 'ci',
        indexes: ['team/prod'],
        scopes: ['index:read', 'index:upload'],
        expiresAt: '2026-12-22T12:00:00.000Z',
      },
    });
  });

  test('gets a token with what it may do, and hears that it is shown once', async () => {
    const args = [
      'token',
      'create',
      '--name',
      'ci',
      '--index',
      'team/prod',
      '--scope',
      'read',
      '--expires',
      'never',
    ];
    expect(await terminal.run(args)).toEqual({
      exitCode: 0,
      stdout: [
        `token:    ${PLAINTEXT}`,
        'id:       0000000000000000000001',
        'scopes:   read',
        'indexes:  team/prod',
        'expires:  never',
        '',
      ].join('\n'),
      stderr:
        'The token is not shown again. Installers and uploaders take it as the password of the user __token__.\n',
    });
  });

  test('reads an expiry that is not understood before anything is sent', async () => {
    const args = [
      'token',
      'create',
      '--name',
      'ci',
      '--index',
      'a/b',
      '--scope',
      'read',
      '--expires',
      'soon',
    ];
    expect((await terminal.run(args)).exitCode).toBe(2);
    expect(server.seen).toEqual([]);
  });
});

test('tokens are listed as a table, or as the nodes of the API', async () => {
  expect((await terminal.run(['token', 'list'])).stdout).toBe(
    [
      'ID                      NAME  STATE   SCOPES  INDEXES    EXPIRES',
      '0000000000000000000000  ci-0  active  read    team/prod  2026-12-22 12:00 UTC',
      '0000000000000000000001  ci-1  active  read    team/prod  2026-12-22 12:00 UTC',
      '0000000000000000000002  ci-2  active  read    team/prod  2026-12-22 12:00 UTC',
      '',
    ].join('\n'),
  );
  const { stdout } = await terminal.run(['token', 'ls', '--json']);
  expect(JSON.parse(stdout)).toEqual(
    [0, 1, 2].map((number) => ({
      ...token(number),
      owner: { name: 'alice' },
      indexes: [{ path: 'team/prod' }],
    })),
  );
});

test('a token is revoked by the id that the list shows', async () => {
  expect(await terminal.run(['token', 'revoke', '0000000000000000000001'])).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: 'Revoked ci-1 (0000000000000000000001).\n',
  });
  expect(server.seen[0]?.variables).toEqual({ input: { tokenId: '0000000000000000000001' } });
});
