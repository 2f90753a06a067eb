// What people see: colour, sizes, times.
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';

import { describe, expect, test } from 'vitest';

import { count, formatBytes, formatTime, printError, printJson } from '../../client/cli/output.ts';

describe('colour', () => {
  test.each<[string, { isTTY: boolean; env?: Record<string, string>; color?: boolean }, boolean]>([
    ['is for a terminal', { isTTY: true }, true],
    ['is not for a pipe', { isTTY: false }, false],
    ['can be forced into a pipe', { isTTY: false, env: { FORCE_COLOR: '1' } }, true],
    ['is not forced by FORCE_COLOR=0', { isTTY: false, env: { FORCE_COLOR: '0' } }, false],
    ['is not for a terminal that cannot show it', { isTTY: true, env: { TERM: 'dumb' } }, false],
    ['gives way to NO_COLOR', { isTTY: true, env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, false],
    ['gives way to --no-color', { isTTY: true, color: false, env: { FORCE_COLOR: '1' } }, false],
  ])('%s', async (_, { isTTY, env = {}, color = true }, coloured) => {
    const stderr = Object.assign(new PassThrough(), { isTTY });
    const shell = {
      stdin: new PassThrough(),
      stdout: new PassThrough(),
      stderr,
      env,
      fetch,
      now: () => new Date(),
    };
    printError(shell, { color, input: false, timeout: 30 }, 'No.');
    stderr.end();
    expect(await text(stderr)).toBe(coloured ? '\u001B[31merror:\u001B[39m No.\n' : 'error: No.\n');
  });
});

test('JSON on a terminal holds nothing that moves its cursor or turns its text, and says the same', async () => {
  const stdout = new PassThrough();
  const shell = { stdin: stdout, stdout, stderr: stdout, env: {}, fetch, now: () => new Date() };
  const value = { name: 'a\u009Bb\u202Ec\u007F\u001Bd' };
  printJson(shell, value);
  stdout.end();
  const printed = await text(stdout);
  expect(printed).toBe('{\n  "name": "a\\u009bb\\u202ec\\u007f\\u001bd"\n}\n');
  expect(JSON.parse(printed)).toEqual(value);
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [4_100_000, '4.1 MB'],
  [3_000_000_000_000_000, '3000.0 TB'],
])('%i bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

test('one index, two indexes', () => {
  expect([1, 2].map((amount) => count(amount, 'index', 'indexes'))).toEqual(['1 index', '2 indexes']);
});

test('a time is shown to the minute in UTC, its absence as a word', () => {
  expect(formatTime('2026-12-22T18:49:12.345Z', 'never')).toBe('2026-12-22 18:49 UTC');
  expect(formatTime(null, 'never')).toBe('never');
});
