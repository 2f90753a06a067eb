// project, release, file and index retention, against a whole server: what they say, what they ask before they destroy,
// and with which code they end.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import { makeSdist, makeWheel } from '../support/distributions.ts';
import type { Person } from '../support/people.ts';
import { openTerminal, type Terminal } from './terminal.ts';

let app: TestApp;
let alice: Person;
let terminal: Terminal;

beforeAll(async () => {
  app = await createTestApp();
  alice = await app.person('alice', { role: 'ADMIN' });
  await alice.createIndex('alice/dev', { isVolatile: true, retention: { keepReleases: 1 } });
  await alice.createIndex('alice/prod');
  terminal = await openTerminal(fetch, { WHEELHOUSE_SERVER: app.url });
  const { exitCode, stderr } = await terminal.run(
    ['login', '--user', 'alice', '--password-file', '-'],
    alice.password,
  );
  if (exitCode !== 0) throw new Error(stderr);
}, 60_000);
afterAll(async () => {
  await terminal.remove();
  await app.close();
});

const upload = async (path: string, ...files: ReturnType<typeof makeWheel>[]) => {
  for (const file of files) expect((await alice.withPassword.upload(path, file)).status).toBe(200);
};
const run = async (line: string) => terminal.run(line.split(' '));
const said = async (line: string) => {
  const { exitCode, stderr } = await run(line);
  return [exitCode, stderr];
};

describe('release and file', () => {
  test('are yanked, offered again and promoted', async () => {
    await upload(
      'alice/dev',
      makeWheel({ name: 'ant', version: '1.0' }),
      makeSdist({ name: 'ant', version: '1.0' }),
    );
    expect(await said('release yank alice/dev ant 1 --reason Broken.')).toEqual([
      0,
      'Yanked ant 1.0 in alice/dev.\n',
    ]);
    const { stdout } = await run('project show alice/dev ant');
    expect(stdout).toMatch(/^name: +ant\nindex: +alice\/dev\nstatus: +active\n/);
    expect(stdout).toMatch(/\n1\.0 +2 +.* yes \(Broken\.\)\n$/);
    const { stdout: files } = await run('project show alice/dev ant --files');
    expect(files).toMatch(/\n\nFILE +SIZE +UPLOADED +BY +YANKED\n/);
    expect(files).toMatch(/\nant-1\.0\.tar\.gz .* alice +yes \(Broken\.\)\n/);
    expect((await said('project list alice/prod'))[1]).toBe('alice/prod holds no projects itself.\n');
    expect(await said('release unyank alice/dev ant 1.0')).toEqual([
      0,
      'ant 1.0 is offered again in alice/dev.\n',
    ]);
    expect(await said('file yank alice/dev ant-1.0.tar.gz')).toEqual([
      0,
      'Yanked ant-1.0.tar.gz in alice/dev.\n',
    ]);
    expect(await said('file unyank alice/dev ant-1.0.tar.gz')).toEqual([
      0,
      'ant-1.0.tar.gz is offered again in alice/dev.\n',
    ]);
    const promote = 'release promote ant 1.0 --from alice/dev --to alice/prod';
    expect(await said(promote)).toEqual([0, 'Copied 2 files of ant 1.0 to alice/prod.\n']);
    expect(await said(promote)).toEqual([
      0,
      'Copied 0 files of ant 1.0 to alice/prod; 2 files had been there already.\n',
    ]);
    const { stdout: json } = await run(`${promote} --json`);
    expect(JSON.parse(json)).toMatchObject({ copiedFiles: 0, release: { version: '1.0', yankedAt: null } });
    expect(await said('release yank alice/dev ant 9.9')).toEqual([
      3,
      'error: alice/dev holds no release "9.9" of "ant".\n',
    ]);
  });

  test('are deleted after the name was typed, and from an index that keeps its files by force', async () => {
    await upload('alice/prod', makeWheel({ name: 'bee', version: '1.0' }));
    const file = ['file', 'delete', 'alice/prod', 'bee-1.0-py3-none-any.whl'];
    expect(await terminal.run(file)).toEqual({
      exitCode: 4,
      stdout: '',
      stderr:
        'error: alice/prod keeps its files. Yanking is nearly always enough; to delete them nevertheless, give --force: ' +
        'no file can have their names there again.\n',
    });
    expect(await terminal.run([...file, '--force'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'alice/prod keeps its files: what is deleted by force keeps its file names used for ever.\n' +
        'Deleting bee-1.0-py3-none-any.whl from alice/prod cannot be undone.\n' +
        'error: There is nobody to ask: give --yes to go on without a question.\n',
    });
    const kept = await terminal.run([...file, '--yes']);
    expect(kept.exitCode).toBe(4);
    expect(kept.stderr).toContain('error: alice/prod keeps its files.');
    const wrong = await terminal.converse([...file, '--force'], ['go on: ', 'bee\n']);
    expect(wrong.exitCode).toBe(2);
    const release = ['release', 'delete', 'alice/prod', 'bee', '1.0', '--force'];
    const done = await terminal.converse(release, ['Type bee 1.0 to go on: ', 'bee 1.0\n']);
    expect([done.exitCode, done.stderr.split('\n').at(-2)]).toEqual([0, 'Deleted bee 1.0: 1 file.']);
  });
});

describe('project', () => {
  test('is listed with its status, deleted, and lets its name go', async () => {
    await upload('alice/dev', makeWheel({ name: 'cat', version: '1.0' }));
    expect(await said('project set-status alice/dev cat archived --reason Old.')).toEqual([
      0,
      'cat is archived in alice/dev now.\n',
    ]);
    const { stdout } = await run('project list alice/dev');
    expect(stdout).toMatch(/^NAME +STATUS +SINCE\n/);
    expect(stdout).toMatch(/\ncat +archived +/);
    expect((await run('project set-status alice/dev cat gone')).exitCode).toBe(2);
    expect((await said('project release-name alice/dev cat --yes'))[0]).toBe(4);
    expect(await said('project delete alice/dev cat --yes')).toEqual([
      0,
      'Deleting cat removes 1 release from alice/dev, which holds the name nevertheless. This cannot be undone.\n' +
        'Deleted cat: 1 release, 1 file.\n',
    ]);
    expect(await said('project show alice/dev cat')).toEqual([
      3,
      'error: alice/dev holds no project cat itself, or none that you may see. Whether it inherits one is told by: wheelhouse why alice/dev cat\n',
    ]);
    expect(await said('project release-name alice/dev cat --yes')).toEqual([
      0,
      'A mirror that alice/dev inherits from may answer cat after that.\nalice/dev does not hold cat any more.\n',
    ]);
  });
});

describe('index retention', () => {
  test('shows what the rule removes, and removes it when asked to', async () => {
    for (const version of ['1.0', '2.0', '3.0'])
      await upload('alice/dev', makeWheel({ name: 'dog', version }));
    const shown = await run('index retention alice/dev');
    expect(shown.stderr).toBe('alice/dev keeps the highest 1 release of a project.\n');
    expect(shown.stdout).toMatch(
      /^PROJECT +VERSION +LAST UPLOAD +YANKED +FILES +SIZE\ndog +1\.0 .*\ndog +2\.0 /,
    );
    const applied = await run('index retention alice/dev --apply --yes');
    expect(applied.stderr).toMatch(/\nRemoved 2 releases with 2 files \(\d.* kB\)\.\n$/);
    expect(JSON.parse((await run('index retention alice/dev --json')).stdout)).toEqual([]);
    expect((await said('index retention alice/prod'))[1]).toBe('alice/prod has no retention rule.\n');
  });
});
