import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { FolderInUse, lockFolder } from '../../server/storage/folder-lock.ts';

let folder: string;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wheelhouse-lock-'));
  children = [];
});

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

test('a second process is refused while the first lives, and gets the folder when it was killed', async () => {
  const holder = await holderOf(folder);

  expect(() => lockFolder(folder)).toThrow(new FolderInUse(folder));
  expect(new FolderInUse('/srv/wheels').message).toBe(
    'The data folder /srv/wheels is in use by another Wheelhouse server: ' +
      'stop that one, or name another folder in WHEELHOUSE_DATA.',
  );

  holder.kill('SIGKILL');
  await once(holder, 'exit');
  lockFolder(folder).release();
});

test('the lock does not depend on who keeps what lockFolder returned', async () => {
  await holderOf(
    folder,
    'globalThis.gc(); await new Promise((resolve) => setTimeout(resolve, 50)); globalThis.gc();',
  );

  expect(() => lockFolder(folder)).toThrow(FolderInUse);
});

test('one process does not get the same folder twice, but again after its release', () => {
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderInUse);

  lock.release();
  lock.release();
  lockFolder(folder).release();
});

test('two folders are two locks', () => {
  const other = mkdtempSync(join(tmpdir(), 'wheelhouse-lock-'));
  const locks = [lockFolder(folder), lockFolder(other)];

  for (const lock of locks) lock.release();
  rmSync(other, { recursive: true });
});

/** Another process that has locked the folder and lives until it is killed. */
async function holderOf(lockedFolder: string, afterwards = ''): Promise<ChildProcess> {
  const module = fileURLToPath(new URL('../../server/storage/folder-lock.ts', import.meta.url));
  const script = `
    const { lockFolder } = await import(${JSON.stringify(module)});
    lockFolder(${JSON.stringify(lockedFolder)});
    ${afterwards}
    process.stdout.write('locked');
    setInterval(() => {}, 1_000);`;
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', '--input-type=module', '--eval', script],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}
