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

test('a scope that does not exist is refused with the words of the command line beside those of the API', async () => {
  const args = ['token', 'create', '--name', 'ci', '--index', 'team/prod', '--scope', 'admin'];
  expect(await terminal.run(args)).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: [
      'error: "admin" is not a scope; there are index:read, index:upload.',
      'On the command line --scope read means index:read, --scope upload means index:upload.',
      '',
    ].join('\n'),
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

describe('the person who revokes', () => {
  const id = '4OdNj3MHV2o1xGTeMWljm8';
  const secret = `${'s'.repeat(43)}123456`;

  test.each([`wh_pat_${id}_${secret}`, `wh_ci_${id}_${secret}\n`, `wh_pat_${id}_${secret.slice(9)}`])(
    'by the whole token is told its id: nothing is sent, and the secret is not repeated',
    async (plaintext) => {
      expect(await terminal.run(['token', 'revoke', plaintext])).toEqual({
        exitCode: 2,
        stdout: '',
        stderr: `error: That is the token itself, which is a secret. Pass its id, the 22 characters after the kind: ${id}\n`,
      });
      expect(server.seen).toEqual([]);
    },
  );

  test.each(['', secret, `${id}_${secret}`, 'wh_pat_'])(
    'by what is neither, %j, is told where the ids are, and reads none of it again',
    async (text) => {
      expect(await terminal.run(['token', 'revoke', text])).toEqual({
        exitCode: 2,
        stdout: '',
        stderr:
          'error: That is no token\'s id, which has 22 letters and digits. "wheelhouse token list" shows the ids.\n',
      });
      expect(server.seen).toEqual([]);
    },
  );
});
