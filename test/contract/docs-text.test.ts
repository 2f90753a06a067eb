// What every page, and every other text file of the repository, must not do: lead nowhere, name a file that is gone, or
// name a host or a machine on which it happened to be written.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { brokenLinks, page, pages, root } from './documents.ts';

describe('every page', () => {
  it('links to files and headings that are there', () => {
    expect(pages()).toContain('docs/decisions/dependencies.md');
    expect(pages().flatMap(brokenLinks)).toEqual([]);
  });

  it('names files and folders of the repository that are there', () => {
    const named = pages().flatMap((path) =>
      [...page(path).matchAll(/`((?:server|client|web|test|prisma|setup|docs)\/[^`\s]*)`/g)].map(
        ([, file = '']) => ({ path, file }),
      ),
    );
    const generated = /_generated|^docs\/decisions\/$/;
    const missing = named.filter(({ file }) => !generated.test(file) && !existsSync(join(root, file)));
    expect(named.length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  it('is reached from the README', () => {
    const reached = new Set<string>();
    const follow = (path: string): void => {
      if (reached.has(path)) return;
      reached.add(path);
      for (const [, target = ''] of page(path).matchAll(/\]\(([^)\s#]+\.md)[^)]*\)/g)) {
        const next = join(path, '..', target);
        if (pages().includes(next)) follow(next);
      }
    };
    follow('README.md');
    expect(pages().filter((path) => !reached.has(path))).toEqual([]);
  });
});

describe('no text of the repository', () => {
  it('names a registry’s host, or a folder of a machine', () => {
    const files = trackedFiles();
    expect(files).toContain('package-lock.json');
    const found = files.flatMap((file) => {
      const bytes = readFileSync(join(root, file));
      if (bytes.includes(0)) return [];
      return bytes
        .toString('utf8')
        .split('\n')
        .flatMap((line, place) => (FORBIDDEN.test(line) ? [`${file}:${place + 1}: ${line.trim()}`] : []));
    });
    expect(found).toEqual([]);
  });
});

/** Written apart, because this file is read too. A clone of a fork, or behind a mirror, has hosts of its own. */
const HOSTS = [
  ['pypi', 'org'],
  ['pythonhosted', 'org'],
  ['npmjs', 'org'],
  ['npmjs', 'com'],
  ['debian', 'org'],
].map((parts) => parts.join('\\.'));
const FOLDERS = ['work', 'root'].map((name) => `(?<![\\w.~-])/${name}/`);
const FORBIDDEN = new RegExp([...HOSTS, ...FOLDERS].join('|'), 'i');

/** New files too, as long as git is not told to ignore them. */
function trackedFiles(): string[] {
  const { status, stdout, stderr } = spawnSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`git could not list the files of the repository: ${stderr}`);
  return stdout.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
}
