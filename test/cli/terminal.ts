/**
 * A shell for tests: its streams are kept as text, its home is a folder of its own, and somebody may type at it. What a
 * command prints is read by other people's scripts, so the tests beside this file compare it whole.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';

import { main } from '../../client/cli/main.ts';
import type { Shell } from '../../client/cli/shell.ts';
import type { SchemaServer } from '../client/schema-server.ts';

export interface Outcome {
  exitCode: number;
  stdout: string;
  stderr: string;
}

export interface Terminal {
  home: string;
  /** Runs one command as a script would: nobody to ask, `input` as standard input. */
  run(args: string[], input?: string): Promise<Outcome>;
  /** Runs one command for a person, who types each line once the text before it has appeared. */
  converse(args: string[], ...lines: [after: string, typed: string][]): Promise<Outcome>;
  remove(): Promise<void>;
}

export async function openTerminal(send: typeof fetch, env: Record<string, string> = {}): Promise<Terminal> {
  const home = await mkdtemp(join(tmpdir(), 'wheelhouse-cli-'));
  const shell = {
    env: { XDG_CONFIG_HOME: home, ...env },
    fetch: send,
    now: () => new Date('2026-11-22T12:00:00.000Z'),
  };
  return {
    home,
    run: (args, input = '') => {
      const stdin = new PassThrough();
      stdin.end(input);
      return perform(args, { ...shell, stdin, stdout: new PassThrough(), stderr: new PassThrough() });
    },
    converse: (args, ...lines) => {
      const stdin = person();
      const stderr = person();
      typeWhenAsked(stdin, stderr, lines);
      return perform(args, { ...shell, stdin, stdout: new PassThrough(), stderr });
    },
    remove: () => rm(home, { recursive: true }),
  };
}

/** As alice, and forgets what was asked so far. */
export async function signIn(terminal: Terminal, server: SchemaServer): Promise<void> {
  const args = ['login', '--server', server.url, '--user', 'alice', '--password-file', '-'];
  const { exitCode, stderr } = await terminal.run(args, 'correct horse');
  if (exitCode !== 0) throw new Error(stderr);
  server.seen.length = 0;
}

async function perform(
  args: string[],
  shell: Shell & Record<'stdout' | 'stderr', PassThrough>,
): Promise<Outcome> {
  const texts = Promise.all([text(shell.stdout), text(shell.stderr)]);
  const exitCode = await main(args, shell);
  shell.stdout.end();
  shell.stderr.end();
  const [stdout, stderr] = await texts;
  return { exitCode, stdout, stderr };
}

function person(): PassThrough & { isTTY: boolean } {
  return Object.assign(new PassThrough(), { isTTY: true });
}

function typeWhenAsked(
  stdin: PassThrough,
  stderr: PassThrough,
  lines: [after: string, typed: string][],
): void {
  let shown = '';
  stderr.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
    const next = lines[0];
    if (!next || !shown.includes(next[0])) return;
    lines.shift();
    shown = '';
    setImmediate(() => stdin.write(next[1]));
  });
}
