// Which server, which credential, and the file that keeps sessions.
import { mkdtemp, readdir, readFile, rm, stat, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import {
  addressOf,
  chooseCredential,
  chooseServer,
  readSessions,
  sessionsFile,
  writeSessions,
  type Sessions,
} from '../../client/cli/config.ts';
import { sendsInTheClear } from '../../client/cli/connect.ts';
import { NotAuthenticated } from '../../client/errors.ts';

const nobody: Sessions = { current: null, servers: {} };
const alice: Sessions = {
  current: 'https://packages.example',
  servers: {
    'https://packages.example': {
      user: 'alice',
      bearer: 'wh_ses_alice',
      expiresAt: '2026-11-23T12:00:00.000Z',
    },
  },
};

describe('the file of kept sessions', () => {
  let home: string;
  let env: Record<string, string>;

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'wheelhouse-config-'));
    env = { XDG_CONFIG_HOME: home };
  });
  afterEach(() => rm(home, { recursive: true }));

  test('is readable by its owner alone, and so is its folder', async () => {
    await writeSessions(env, alice);
    expect(await modeOf(join(home, 'wheelhouse/sessions.json'))).toBe('600');
    expect(await modeOf(join(home, 'wheelhouse'))).toBe('700');
    expect(await readSessions(env)).toEqual(alice);
  });

  test('is replaced whole, keeps no draft, and loses rights that somebody gave it', async () => {
    await mkdir(join(home, 'wheelhouse'), { mode: 0o755 });
    await writeFile(join(home, 'wheelhouse/sessions.json'), '{}', { mode: 0o644 });
    await writeSessions(env, alice);
    expect(await readdir(join(home, 'wheelhouse'))).toEqual(['sessions.json']);
    expect(await modeOf(join(home, 'wheelhouse/sessions.json'))).toBe('600');
    expect(await modeOf(join(home, 'wheelhouse'))).toBe('700');
  });

  test('that does not exist is no session', async () => {
    expect(await readSessions(env)).toEqual(nobody);
  });

  test('that is damaged is named, with what to do, and left alone', async () => {
    await mkdir(join(home, 'wheelhouse'));
    const file = join(home, 'wheelhouse/sessions.json');
    await writeFile(file, '{"current":');
    await expect(readSessions(env)).rejects.toThrow(`${file} is damaged. Delete it and sign in again.`);
    expect(await readFile(file, 'utf8')).toBe('{"current":');
  });

  test('is below ~/.config when XDG_CONFIG_HOME is absent, empty or relative', () => {
    for (const XDG_CONFIG_HOME of [undefined, '', 'relative']) {
      expect(sessionsFile({ HOME: '/home/alice', XDG_CONFIG_HOME })).toBe(
        '/home/alice/.config/wheelhouse/sessions.json',
      );
    }
  });
});

describe('the server', () => {
  const env = { WHEELHOUSE_SERVER: 'https://environment.example' };

  test('is that of the flag, then of the environment, then of the last login', () => {
    expect(chooseServer('https://flag.example', env, alice)).toBe('https://flag.example');
    expect(chooseServer(undefined, env, alice)).toBe('https://environment.example');
    expect(chooseServer(undefined, { WHEELHOUSE_SERVER: '' }, alice)).toBe('https://packages.example');
    expect(() => chooseServer(undefined, {}, nobody)).toThrow(NotAuthenticated);
  });

  test('is the same however its address is written', () => {
    const spellings = [
      'https://packages.example',
      'https://PACKAGES.example:443/',
      'https://packages.example?x#y',
    ];
    expect(new Set(spellings.map(addressOf))).toEqual(new Set(['https://packages.example']));
  });

  test.each([
    ['http://packages.example', true],
    ['http://192.168.1.4:3141', true],
    ['http://127.0.0.1.evil.example', true],
    ['http://localhost:3141', false],
    ['http://127.0.0.1:3141', false],
    ['http://[::1]:3141', false],
    ['https://packages.example', false],
  ])('%s sends in the clear: %s', (server, clear) => {
    expect(sendsInTheClear(server)).toBe(clear);
  });
});

describe('the credential', () => {
  test('is the token of the environment before any session', () => {
    expect(chooseCredential('https://packages.example', { WHEELHOUSE_TOKEN: 'wh_pat_x' }, alice)).toEqual({
      token: 'wh_pat_x',
    });
  });

  test.each(['', ' \n'])('is the session when the token of the environment is %j', (WHEELHOUSE_TOKEN) => {
    expect(chooseCredential('https://packages.example', { WHEELHOUSE_TOKEN }, alice)).toEqual({
      session: 'wh_ses_alice',
    });
  });

  test('of one server is never sent to another', () => {
    expect(chooseCredential('https://packages.example', {}, alice)).toEqual({ session: 'wh_ses_alice' });
    expect(() => chooseCredential('https://packages.example:8443', {}, alice)).toThrow(NotAuthenticated);
    expect(() => chooseCredential('http://packages.example', {}, alice)).toThrow(NotAuthenticated);
  });
});

async function modeOf(path: string): Promise<string> {
  return ((await stat(path)).mode & 0o777).toString(8);
}
