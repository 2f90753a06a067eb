// token create, list, revoke: the plaintext appears once, and with --raw alone. What the whole server adds is in
// token-life.test.ts.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createMacaroon } from '../../server/domain/tokens/macaroon/chain.ts';
import { encodeMacaroon } from '../../server/domain/tokens/macaroon/wire.ts';
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
        'kind:     opaque',
        'scopes:   read',
        'indexes:  team/prod',
        'expires:  never',
        '',
      ].join('\n'),
      stderr:
        'The token is not shown again. Installers and uploaders take it as the password of the user __token__.\n',
    });
  });

  test('gets a text for a tool on standard output, and on standard error where it goes', async () => {
    const args = ['token', 'create', '--name', 'ci', '--index', 'team/prod', '--scope', 'read', '--pip-conf'];
    expect(await terminal.run(args)).toEqual({
      exitCode: 0,
      stdout: `[global]\nindex-url = ${PLAINTEXT}\n`,
      stderr: 'pip.conf: Save it.\n',
    });
    expect(server.seen.map(({ operation }) => operation)).toEqual(['packageIndex', 'createToken']);
  });

  test('gets the token itself where a server has no such text, because it is shown nowhere else', async () => {
    const args = ['token', 'create', '--name', 'ci', '--index', 'team/prod', '--scope', 'read', '--netrc'];
    expect(await terminal.run(args)).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: [
        `The token, for the only time: ${PLAINTEXT}`,
        'error: There is no text for --netrc: the owner of the token may not do there what it is for.',
        '',
      ].join('\n'),
    });
  });

  test.each(['--raw', '--uv', '--json'])(
    'asks for one form alone, and %s beside another is refused',
    async (flag) => {
      const args = [
        'token',
        'create',
        '--name',
        'ci',
        '--index',
        'team/prod',
        '--scope',
        'read',
        '--env',
        flag,
      ];
      expect((await terminal.run(args)).exitCode).toBe(2);
      expect(server.seen).toEqual([]);
    },
  );

  test('says where it is for when it is about indexes', async () => {
    expect(await terminal.run(['token', 'create', '--name', 'ci', '--scope', 'read'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'error: Say where it may be used: --index OWNER/NAME, which may be repeated, or --all-indexes.\n',
    });
    expect(server.seen).toEqual([]);
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
      'ID                      NAME  KIND    STATE   SCOPES  INDEXES    EXPIRES               LAST USED',
      '0000000000000000000000  ci-0  opaque  active  read    team/prod  2026-12-22 12:00 UTC  never',
      '0000000000000000000001  ci-1  opaque  active  read    team/prod  2026-12-22 12:00 UTC  never',
      '0000000000000000000002  ci-2  opaque  active  read    team/prod  2026-12-22 12:00 UTC  never',
      '',
    ].join('\n'),
  );
  const { stdout } = await terminal.run(['token', 'ls', '--json']);
  expect(JSON.parse(stdout)).toEqual(
    [0, 1, 2].map((number) => ({
      ...token(number),
      owner: { name: 'alice' },
      issuer: { name: 'alice' },
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

describe('the beginning of an id', () => {
  test('is enough where one token of one’s own begins so', async () => {
    server = serveSchema({ tokens: 1 });
    await terminal.remove();
    terminal = await openTerminal(server.fetch);
    await signIn(terminal, server);
    expect((await terminal.run(['token', 'revoke', '0000'])).exitCode).toBe(0);
    expect(server.seen.map(({ operation }) => operation)).toEqual(['tokens', 'revokeToken']);
  });

  test('X8: that several have names them, and nothing is revoked', async () => {
    expect(await terminal.run(['token', 'revoke', '0000000000000000000002', '0000'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error: Several of your tokens begin so: ${[0, 1, 2]
        .map((number) => `000000000000000000000${number} (ci-${number}, active)`)
        .join(', ')}. Pass more of the id.\n`,
    });
    expect(server.seen.map(({ operation }) => operation)).toEqual(['tokens']);
  });

  test('that none has is not repeated, because it may be a piece of a secret', async () => {
    expect(await terminal.run(['token', 'show', 'SecretPiece'])).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: 'error: None of your tokens has an id that begins so.\n',
    });
  });
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

  test('by a whole attenuable or legacy token is told its id too', async () => {
    const macaroon = encodeMacaroon(createMacaroon(Buffer.alloc(32), id, ''));
    for (const [plaintext, form] of [
      [macaroon, 'the identifier of the macaroon'],
      [`adm_${id}.${secret}`, 'what stands before the dot'],
    ] as const) {
      expect(await terminal.run(['token', 'revoke', plaintext])).toMatchObject({
        exitCode: 2,
        stderr: `error: That is the token itself, which is a secret. Pass its id, ${form}: ${id}\n`,
      });
    }
    expect(server.seen).toEqual([]);
  });

  test.each(['', '123', secret, `${id}_${secret}`, 'wh_pat_', 'whm-AgEA'])(
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
