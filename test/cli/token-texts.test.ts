// The flags of token create that print one text for a tool, with the whole server behind them: the text on standard
// output and nothing else, and no token where there would be no text.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import type { Person } from '../support/people.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const BOTH = ['--scope', 'read', '--scope', 'upload'];
const TEXT = /wh_pat_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}/;

let app: TestApp;
let alice: Person;
let terminal: Terminal;
let created = 0;

beforeAll(async () => {
  app = await createTestApp();
  alice = await app.person('alice', { role: 'ADMIN' });
  await alice.createIndex('alice/prod');
  terminal = await openTerminal(fetch);
  const args = ['login', '--server', app.url, '--user', 'alice', '--password-file', '-'];
  await terminal.run(args, alice.password);
});
afterAll(async () => {
  await terminal.remove();
  await app.close();
});

describe('one text and nothing else', () => {
  const create = (...args: string[]) =>
    terminal.run(['token', 'create', '--name', `ci ${(created += 1)}`, ...args, '--no-color']);

  test.each([
    [
      '--pip-conf',
      (text: string, url: string) =>
        `[global]\nindex-url = ${url.replace('//', `//__token__:${text}@`)}/alice/prod/simple/\n`,
    ],
    ['--netrc', (text: string) => `machine 127.0.0.1\nlogin __token__\npassword ${text}\n`],
    [
      '--pypirc',
      (text: string, url: string) =>
        `[distutils]\nindex-servers =\n    alice-prod\n\n[alice-prod]\nrepository = ${url}/alice/prod/\nusername = __token__\npassword = ${text}\n`,
    ],
    [
      '--poetry',
      (text: string) =>
        `export POETRY_HTTP_BASIC_ALICE_PROD_USERNAME=__token__\nexport POETRY_HTTP_BASIC_ALICE_PROD_PASSWORD=${text}\n`,
    ],
  ])('is printed with %s', async (flag, expected) => {
    const { exitCode, stdout, stderr } = await create('--index', 'alice/prod', ...BOTH, flag);
    const [text = ''] = TEXT.exec(stdout) ?? [];
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expected(text, app.url) });
    expect(stderr).not.toContain(text);
  });

  test.each(['--uv', '--pdm', '--env'])('are variables that a shell sets with %s', async (flag) => {
    const { exitCode, stdout } = await create('--index', 'alice/prod', ...BOTH, flag);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^(export [A-Z_]+=\S+\n){4,}$/);
  });

  test('goes with what else the tool needs, on standard error and without the token', async () => {
    const { stderr } = await create('--index', 'alice/prod', '--scope', 'read', '--pdm');
    expect(stderr).toBe(
      [
        'Environment for pdm: Set it where the tool runs: a shell, or the secrets of a job.',
        'pyproject.toml for pdm: In place of PDM_PYPI_URL: add it to pyproject.toml. The name has to be pypi, so that the public index is not asked. It holds no secret.',
        '  [[tool.pdm.source]]',
        '  name = "pypi"',
        `  url = "${app.url}/alice/prod/simple/"`,
        '',
      ].join('\n'),
    );
  });

  test('of scopes of the API alone are the variables of the command line', async () => {
    const { exitCode, stdout } = await create('--scope', 'audit:read', '--env');
    const [text = ''] = TEXT.exec(stdout) ?? [];
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: `export WHEELHOUSE_SERVER=${app.url}\nexport WHEELHOUSE_TOKEN=${text}\n`,
    });
  });

  test('is for one index, which has to be said where there are several', async () => {
    const before = await countTokens();
    await alice.createIndex('alice/dev');
    const two = ['--index', 'alice/prod', '--index', 'alice/dev', '--scope', 'read', '--pip-conf'];
    expect(await create(...two)).toMatchObject({
      exitCode: 2,
      stderr: 'error: --pip-conf is for one index: say which with --for alice/prod or alice/dev.\n',
    });
    expect(await create(...two, '--for', 'bob/prod')).toMatchObject({
      exitCode: 2,
      stderr: 'error: --for: the token is not for bob/prod, but for alice/prod, alice/dev.\n',
    });
    expect(await countTokens()).toBe(before);
    expect((await create(...two, '--for', 'alice/dev')).stdout).toContain('/alice/dev/simple/');
  });

  test.each([
    [['--scope', 'read', '--pypirc'], '--pypirc is for a token that uploads, and this one would not.'],
    [
      ['--scope', 'upload', '--netrc'],
      '--netrc is for a token that reads what not everybody may read, and this one would not.',
    ],
    [
      ['--scope', 'upload', '--pip-conf'],
      '--pip-conf is for a token that reads, and in alice/prod this one would not.',
    ],
  ])('that the token would not have, %j, is refused before there is a token', async (args, sentence) => {
    const before = await countTokens();
    expect(await create('--index', 'alice/prod', ...args)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `error: ${sentence} Nothing was done.\n`,
    });
    expect(await countTokens()).toBe(before);
  });

  test('that another’s token would not have is refused before there is a token', async () => {
    const before = await countTokens();
    await app.person('bob');
    await alice.createIndex('alice/team', { uploaders: ['bob'] });
    const args = ['--index', 'alice/team', '--scope', 'upload', '--user', 'bob'];
    expect(await create(...args, '--pip-conf')).toMatchObject({ exitCode: 2 });
    expect(await countTokens()).toBe(before);
    expect(await create(...args, '--pypirc')).toMatchObject({ exitCode: 0 });
  });
});

async function countTokens(): Promise<number | undefined> {
  return (await app.counts())['token'];
}
