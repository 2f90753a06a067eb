// audit list and audit export, against the whole server: what they print is data alone, page by page.
import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { SYSTEM_CALLER } from '../../server/domain/actor.ts';
import { recordLocal } from '../../server/domain/audit/trail.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import type { Person } from '../support/people.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** More than two pages of the client. */
const MANY = 230;

let app: TestApp;
let alice: Person;
let terminal: Terminal;

beforeAll(async () => {
  app = await createTestApp();
  alice = await app.person('alice');
  await app.person('ada', { role: 'ADMIN' });
  await alice.createIndex('alice/prod');
  await alice.mintToken({ name: '=HYPERLINK("//evil")', scopes: ['index:read'], indexes: ['alice/prod'] });
  const { world } = app.app;
  for (let event = 0; event < MANY; event += 1) {
    await recordLocal(world, world.database.db, SYSTEM_CALLER, {
      action: 'user.recovery-linked',
      subject: { kind: 'user', id: `${event}`, name: `user-${event}` },
      detail: {},
    });
  }
  terminal = await openTerminal(fetch);
  const login = ['login', '--server', app.url, '--user', 'ada', '--password-file', '-'];
  expect(await terminal.run(login, 'the password of ada')).toMatchObject({ exitCode: 0 });
});
afterAll(async () => {
  await terminal.remove();
  await app.close();
});

test('a list is a table with the actions as they are filtered by', async () => {
  const { exitCode, stdout, stderr } = await terminal.run([
    ...[
      'audit',
      'list',
      '--action',
      'token.created',
      '--actor',
      'alice',
      '--index',
      'alice/prod',
      '--since',
      '1d',
    ],
    ...['--until', new Date(Date.now() + 60_000).toISOString(), '--kind', 'token'],
  ]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const [head, row, ...others] = stdout.trimEnd().split('\n');
  expect(head).toMatch(/^AT +ACTOR +ACTION +SUBJECT +WITH +FROM +DETAIL$/);
  expect(row).toMatch(
    / alice +token\.created +=HYPERLINK.* session +127\.0\.0\.1 +allIndexes: false; .*indexes: alice\/prod/,
  );
  expect(others).toEqual([]);
});

test('a list is as long as it was asked for, and in JSON the fields of the API', async () => {
  const { stdout } = await terminal.run(['audit', 'list', '--limit', '2', '--subject', 'user-7', '--json']);
  expect(JSON.parse(stdout)).toMatchObject([
    { action: 'USER_RECOVERY_LINKED', actor: ':system:', detail: null },
  ]);
  const long = await terminal.run(['audit', 'list', '--limit', '120', '--json']);
  expect(JSON.parse(long.stdout)).toHaveLength(120);
});

test('what makes no sense is a usage error', async () => {
  for (const wrong of [
    ['--limit', '0'],
    ['--limit', 'many'],
    ['--since', 'yesterday'],
    ['--action', 'nothing.done'],
  ]) {
    expect((await terminal.run(['audit', 'list', ...wrong])).exitCode).toBe(2);
  }
});

test('a word that the trail does not know is told with those it knows', async () => {
  const action = await terminal.run(['audit', 'list', '--action', 'foo']);
  expect(action).toMatchObject({ exitCode: 2, stdout: '' });
  expect(action.stderr).toMatch(
    /^.*--action: "foo" is none; use one of audit\.trimmed, .*, user\.password-set, .*\.$/m,
  );
  const kind = await terminal.run(['audit', 'export', '--kind', 'foo']);
  expect(kind).toMatchObject({ exitCode: 2, stdout: '' });
  expect(kind.stderr).toContain(
    '--kind: "foo" is none; use one of audit, credential, file, group, index, project, release, session, token, user.',
  );
});

test('an export holds every event once, over all pages, one JSON object to a line', async () => {
  const { exitCode, stdout, stderr } = await terminal.run([
    'audit',
    'export',
    '--action',
    'user.recovery-linked',
  ]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const subjects = stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { subject: string }).subject);
  // Those of one millisecond stand in any order.
  expect(subjects.sort()).toEqual(Array.from({ length: MANY }, (_, event) => `user-${event}`).sort());
});

test('an export tells of the detail what the event fills, and nothing else', async () => {
  const { stdout } = await terminal.run([
    'audit',
    'export',
    '--format',
    'jsonl',
    '--action',
    'index.created',
  ]);
  expect(JSON.parse(stdout)).toMatchObject({
    action: 'index.created',
    credential: 'session',
    subjectKind: 'index',
    subject: 'alice/prod',
    detail: { readers: ['alice'], uploaders: ['alice'] },
  });
  expect(Object.keys((JSON.parse(stdout) as { detail: object }).detail).sort()).toEqual([
    'readers',
    'uploaders',
  ]);
});

test('a table in a file is whole, for its owner alone, and runs nothing when it is opened', async () => {
  const folder = join(terminal.home, 'exports');
  mkdirSync(folder);
  const file = join(folder, 'audit.csv');
  const args = ['audit', 'export', '--format', 'csv', '--actor', 'alice', '--output', file];
  expect(await terminal.run(args)).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: `Wrote 3 events to ${file}.\n`,
  });
  const lines = readFileSync(file, 'utf8').split('\r\n');
  expect(lines[0]).toBe(
    'at,action,actor,credential,credentialId,subjectKind,subject,subjectId,serial,requestId,address,id,detail',
  );
  expect(lines[1]).toContain(`,"'=HYPERLINK(""//evil"")",`);
  expect(lines).toHaveLength(5);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['audit.csv']);
});

test('an export that fails leaves no file behind', async () => {
  const folder = join(terminal.home, 'failed');
  mkdirSync(folder);
  const args = ['audit', 'export', '--server', 'http://127.0.0.1:1', '--output', join(folder, 'audit.jsonl')];
  expect((await terminal.run(args)).exitCode).not.toBe(0);
  expect(readdirSync(folder)).toEqual([]);
});
