// setup/wheelhouse.mjs, run as a shell runs it.
import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';

import { OPERATOR_COMMANDS } from '../../client/cli/main.ts';
import { operatorCommands } from '../../setup/operator-commands.mjs';

const run = promisify(execFile);
const entry = 'setup/wheelhouse.mjs';

test('the entry is what package.json names, and a shell can execute it', () => {
  const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: Record<string, string> };
  expect(bin).toEqual({ wheelhouse: entry });
  expect(statSync(entry).mode & 0o111).toBe(0o111);
  expect(readFileSync(entry, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});

test('help lists the commands of the server beside those of the client', async () => {
  const { stdout } = await run(entry, ['--help']);
  for (const command of ['login', 'token', 'index', 'user', ...operatorCommands]) {
    expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  }
});

test('client and entry agree which commands are the server’s', () => {
  expect(Object.keys(OPERATOR_COMMANDS)).toEqual(operatorCommands);
});

test('a failure ends the process with its code, and standard output stays empty', async () => {
  const failure = run(entry, ['whoami'], { env: { ...process.env, WHEELHOUSE_SERVER: 'nowhere' } });
  await expect(failure).rejects.toMatchObject({ code: 2, stdout: '' });
});
