// api graphql: any document against a whole server, its result as JSON, and what a failure looks like.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import { openTerminal, type Terminal } from './terminal.ts';

let app: TestApp;
let terminal: Terminal;

beforeAll(async () => {
  app = await createTestApp();
  const alice = await app.person('alice');
  await alice.createIndex('alice/dev');
  terminal = await openTerminal(fetch);
  await terminal.run(
    ['login', '--server', app.url, '--user', 'alice', '--password-file', '-'],
    'the password of alice',
  );
});
afterAll(async () => {
  await terminal.remove();
  await app.close();
});

const graphql = (args: string[], input?: string) => terminal.run(['api', 'graphql', ...args], input);
const cost = (requested: number) => ({ cost: { requested, limit: 2000 } });
const ONE = 'query One($path: String!) { packageIndex(path: $path) { path } }';

describe('a document', () => {
  test('is answered as to the person who signed in, with what it cost', async () => {
    const { exitCode, stdout, stderr } = await graphql(['--query', '{ viewer { name } }']);
    expect({ exitCode, stderr, answer: JSON.parse(stdout) as unknown }).toEqual({
      exitCode: 0,
      stderr: '',
      answer: { data: { viewer: { name: 'alice' } }, extensions: cost(1) },
    });
  });

  test('comes from a file or from standard input, with variables, and one operation of several', async () => {
    const file = join(terminal.home, 'ask.graphql');
    writeFileSync(file, `${ONE} query Two { viewer { name } }`);
    const variables = ['--variables', '{"path": "alice/dev"}', '--operation', 'One'];
    const data = { packageIndex: { path: 'alice/dev' } };
    expect(JSON.parse((await graphql(['--file', file, ...variables])).stdout)).toMatchObject({ data });
    expect(JSON.parse((await graphql(['--file', '-', ...variables, '--json'], ONE)).stdout)).toMatchObject({
      data,
    });
  });

  test('that is refused prints the whole result, says why and ends with the exit code of the refusal', async () => {
    const { exitCode, stdout, stderr } = await graphql([
      '--query',
      '{ viewer { name } users { totalCount } }',
    ]);
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([
      4,
      { data: null, errors: [{ extensions: { code: 'FORBIDDEN' } }] },
    ]);
    expect(stderr).toContain('error: Only an admin may do this, and alice is a member.');
    expect((await graphql(['--query', '{ nothing }'])).exitCode).toBe(2);
  });

  test('whose mutation refuses is answered: the refusal is data', async () => {
    const again =
      'mutation { createPackageIndex(input: { path: "alice/dev" }) { ... on UserError { code } } }';
    const { exitCode, stdout } = await graphql(['--query', again]);
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([
      0,
      { data: { createPackageIndex: { code: 'NAME_TAKEN' } } },
    ]);
  });
});

describe('a call', () => {
  test.each([
    ['without a document', [], 'Give the document with --query, or with --file FILE.'],
    [
      'with variables that are none',
      ['--query', ONE, '--variables', '[1]'],
      '--variables takes one JSON object',
    ],
    ['of a file that is not there', ['--file', '/nowhere/ask.graphql'], 'cannot be read'],
    ['with two documents', ['--query', ONE, '--file', '-'], 'cannot be used with'],
  ])('%s is a mistake of usage', async (_what, args, sentence) => {
    const { exitCode, stdout, stderr } = await graphql(args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
  });

  test('to a server that is not there has no result', async () => {
    const { exitCode, stdout } = await terminal.run(
      ['--server', 'http://127.0.0.1:1', 'api', 'graphql', '--query', ONE],
      '',
    );
    expect([exitCode, stdout]).toEqual([4, '']);
  });
});
