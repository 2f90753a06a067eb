import { afterAll, beforeAll, expect, test } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import type { Person } from '../support/people.ts';
import { openTerminal, type Terminal } from './terminal.ts';

let app: TestApp;
let alice: Person;
let terminal: Terminal;

beforeAll(async () => {
  app = await createTestApp();
  alice = await app.person('alice');
  const upstreamUrl = 'https://upstream.example/simple/';
  await alice.createIndex('alice/mirror', {
    kind: 'MIRROR',
    mirror: { upstreamUrl, keepDays: 30, isOffline: true },
  });
  await alice.createIndex('alice/stage');
  terminal = await openTerminal(fetch);
  const login = ['login', '--server', app.url, '--user', 'alice', '--password-file', '-'];
  expect((await terminal.run(login, alice.password)).exitCode).toBe(0);
});

afterAll(async () => {
  await terminal.remove();
  await app.close();
});

test('mirror refresh asks again for one project, or for all', async () => {
  const one = await terminal.run(['mirror', 'refresh', 'alice/mirror', 'Flask', '--json']);
  expect([one.exitCode, JSON.parse(one.stdout)]).toMatchObject([0, { pages: 0 }]);
  expect(await terminal.run(['mirror', 'refresh', 'alice/mirror'])).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: 'alice/mirror asks its upstream again for everything: 0 pages of it are remembered.\n',
  });
});

test('mirror retention tells what would go, and removes it when that is wanted', async () => {
  const looked = await terminal.run(['mirror', 'retention', 'alice/mirror']);
  expect([looked.exitCode, looked.stderr]).toEqual([
    0,
    'alice/mirror keeps what somebody asked for within 30 days.\n',
  ]);
  const applied = await terminal.run(['mirror', 'retention', 'alice/mirror', '--apply', '--yes', '--json']);
  expect([applied.exitCode, JSON.parse(applied.stdout)]).toMatchObject([0, { deletedFiles: 0 }]);
  expect((await terminal.run(['mirror', 'retention', 'alice/stage'])).stderr).toContain(
    'There is no mirror alice/stage',
  );
});
