// What the pages tell people to type exists and works: commands and flags of the command line, scripts, the script of
// docs/automation.md and its requests.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import packageJson from '../../package.json' with { type: 'json' };
import { openTerminal, type Terminal } from '../cli/terminal.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { holder } from '../support/people.ts';
import { codeBlocks, page, pages, root, sectionOf, sections, shellLines } from './documents.ts';

interface CommandHelp {
  /** Such as `token create`; empty for the program itself. */
  readonly command: string;
  readonly flags: readonly string[];
}

describe('the command line', () => {
  let terminal: Terminal;
  let commands: CommandHelp[];

  beforeAll(async () => {
    terminal = await openTerminal(fetch);
    commands = await commandsBelow(terminal, []);
  });
  afterAll(() => terminal.remove());

  it('has a section in docs/automation.md for each of its commands, and none for others', () => {
    const told = sections(page('docs/automation.md')).filter(({ level }) => level === 3);
    const known = commands.map(({ command }) => command).filter((command) => command !== '');
    expect(known).toContain('token create');
    expect(told.map(({ title }) => title).sort()).toEqual(known.sort());
  });

  it('has every flag of a command in its section', () => {
    const missing = commands
      .filter(({ command }) => command !== '')
      .flatMap(({ command, flags }) => {
        const { text: told } = sectionOf('docs/automation.md', command);
        return flags.filter((flag) => !mentions(told, flag)).map((flag) => `${command} ${flag}`);
      });
    expect(missing).toEqual([]);
  });

  it('has every flag that all commands take in docs/automation.md', () => {
    const { text: told } = sectionOf('docs/automation.md', 'The command line');
    const { flags } = commands.find(({ command }) => command === '')!;
    expect(flags.filter((flag) => !mentions(told, flag))).toEqual([]);
  });

  it('has every command and flag that a page tells people to type', () => {
    const globalFlags = commands.find(({ command }) => command === '')!.flags;
    const typed = pages().flatMap((path) =>
      shellLines(page(path)).flatMap((line) => [...line.matchAll(/\bnpx wheelhouse ([^)|]*)/g)]),
    );
    const unknown = typed
      .filter(([, words = '']) => {
        const known = commands.filter(
          ({ command }) => command !== '' && `${words} `.startsWith(`${command} `),
        );
        const [flags] = known.map((each) => each.flags);
        const given = words.match(/(?<=^|\s)--[a-z-]+/g) ?? [];
        return flags === undefined || given.some((flag) => ![...flags, ...globalFlags].includes(flag));
      })
      .map(([line]) => line);
    expect(typed.length).toBeGreaterThan(10);
    expect(unknown).toEqual([]);
  });
});

describe('the shell blocks of the pages', () => {
  const lines = pages().flatMap((path) => shellLines(page(path)).map((line) => ({ path, line })));

  it('run scripts that package.json has', () => {
    const scripts = lines.flatMap(({ line }) => [
      ...[...line.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name),
      ...[...line.matchAll(/\bnpm (start|test)\b/g)].map(([, name = '']) => name),
    ]);
    expect(scripts).toContain('start');
    expect(scripts.filter((name) => !Object.hasOwn(packageJson.scripts, name))).toEqual([]);
  });

  it('run files that are there', () => {
    const files = lines.flatMap(({ line }) =>
      [...line.matchAll(/\b(?:node|npx tsx)(?: --[\w-]+)* ([\w./-]+\.m?[jt]s)\b/g)].map(
        ([, file = '']) => file,
      ),
    );
    const made = new Set(['dist/server.mjs']);
    expect(files.filter((file) => !made.has(file) && !existsSync(join(root, file)))).toEqual([]);
  });

  it('begin with a command that we know', () => {
    const known = ['npm', 'npx', 'node', 'twine', 'uv', 'pip', 'curl', 'export', 'sqlite3', 'cp', '(umask'];
    // A variable for the command behind it, or a further line of a request's JSON.
    const isNoCommand = (word: string) => /^([A-Z_]+=|["}])/.test(word);
    const strange = lines.filter(({ line }) => {
      const [word = ''] = line.split(/\s/);
      return !known.includes(word) && !isNoCommand(word);
    });
    expect(strange).toEqual([]);
  });

  it('never put a second index beside ours', () => {
    expect(pages().filter((path) => page(path).includes('extra-index-url'))).toEqual([]);
  });
});

describe('docs/automation.md', () => {
  let app: TestApp;
  const folder = mkdtempSync(join(tmpdir(), 'wheelhouse-docs-'));

  beforeAll(async () => {
    app = await createTestApp();
    await app.person('alice', { role: 'ADMIN' });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  it('has a script that onboards a team as it says, may run again, and whose token uploads', async () => {
    const [block] = codeBlocks(sectionOf('docs/automation.md', 'The typed client').text).filter(
      ({ language }) => language === 'ts',
    );
    const script = join(folder, 'onboard.mts');
    writeFileSync(script, block!.text.replaceAll("'./client/", `'${pathToFileURL(root).href}client/`));
    const environment = { WHEELHOUSE_SERVER: app.url, ADMIN_PASSWORD: 'the password of alice' };
    const { code, stdout, stderr } = await runScript(script, environment);
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'data-team/prod\n' });
    expect(stdout).toMatch(/^wh_ci_\w+\n$/);
    expect(await runScript(script, environment)).toEqual({
      code: 0,
      stdout: '',
      stderr: [
        'The account data-team is there already.',
        'The index data-team/prod is there already.',
        'The token "upload from CI" is there already.',
        'data-team/prod',
        '',
      ].join('\n'),
    });

    const team = holder(app.url, stdout.trim());
    const wheel = makeWheel({ name: 'acme-greeting', version: '1.0.0' });
    expect((await team.upload('data-team/prod', wheel)).status).toBe(200);
  });

  it('has requests for curl that the server understands', async () => {
    const { text: section } = sectionOf('docs/automation.md', 'GraphQL with curl');
    const [signIn, ask] = codeBlocks(section).map((block) => /-d '([\s\S]*)'/.exec(block.text)![1]!);
    const opened = await post(app, signIn!.replace('"…"', '"the password of alice"'));
    const { bearer } = (opened as { data: { signIn: { bearer: string } } }).data.signIn;
    expect(await post(app, ask!, bearer)).toMatchObject({
      data: { packageIndexes: { pageInfo: { hasNextPage: false } } },
    });
  });
});

async function commandsBelow(terminal: Terminal, command: readonly string[]): Promise<CommandHelp[]> {
  const { stdout } = await terminal.run([...command, '--help']);
  const names = [...stdout.matchAll(/^(?:Commands|On the server's machine):\n((?: {2,}.*\n?)*)/gm)]
    .flatMap(([, list = '']) => [...list.matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name = '']) => name))
    .filter((name) => name !== 'help');
  const [, options = ''] = /^Options:\n((?: {2,}.*\n?)*)/m.exec(stdout) ?? [];
  const flags = [...options.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag = '']) => flag);
  const below = await Promise.all(names.map((name) => commandsBelow(terminal, [...command, name])));
  const isGroup = names.length > 0 && command.length > 0;
  const own = {
    command: command.join(' '),
    flags: flags.filter((flag) => command.length === 0 || flag !== '--help'),
  };
  return [...(isGroup ? [] : [own]), ...below.flat()];
}

function mentions(told: string, flag: string): boolean {
  return new RegExp(`(?<![\\w-])${flag}(?![\\w-])`).test(told);
}

async function runScript(script: string, environment: Record<string, string>) {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const child = spawn(process.execPath, [tsx, script], {
    cwd: root,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

async function post({ url }: TestApp, body: string, bearer?: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
    body,
  });
  return response.json();
}
