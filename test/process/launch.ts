// The real server as a process that a test follows from its first line to its exit code: what it prints, what it
// refuses, how it ends. Tests that only need one to talk to take `test/support/server.ts`.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const programs = {
  server: join(root, 'dist', 'server.mjs'),
  start: join(root, 'setup', 'start.mjs'),
  wheelhouse: join(root, 'setup', 'wheelhouse.mjs'),
  test: join(root, 'setup', 'test.mjs'),
};

/** None outlives the tests of its file, however they end. */
const launched: ChildProcess[] = [];
afterAll(() => {
  for (const child of launched) child.kill('SIGKILL');
});

export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Launched {
  readonly pid: number;
  /** What it printed so far. */
  output(): Omit<Ended, 'code'>;
  /** Where it listens; rejects when it ends first. */
  readonly listening: Promise<string>;
  readonly ended: Promise<Ended>;
  signal(name: NodeJS.Signals): void;
}

export interface LaunchOptions {
  readonly program?: string;
  readonly words?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** A program that runs Node in turn, with its own words. */
  readonly through?: readonly string[];
  readonly nodeOptions?: readonly string[];
}

/** `wheelhouse serve` on a free port, with no settings but the given ones. */
export function launch(options: LaunchOptions = {}): Launched {
  const {
    program = programs.server,
    words = ['serve'],
    environment,
    through = [],
    nodeOptions = [],
  } = options;
  const [command = '', ...args] = [...through, process.execPath, ...nodeOptions, program, ...words];
  const child = spawn(command, args, {
    env: { PATH: process.env.PATH, WHEELHOUSE_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  launched.push(child);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  const listening = new Promise<string>((resolve, reject) => {
    const look = () => {
      const url = /^Wheelhouse listens on (\S+)\n/m.exec(stdout)?.[1];
      // What else it says at its start follows in the same breath.
      if (url !== undefined) setTimeout(resolve, 50, url);
    };
    child.stdout.on('data', look);
    ended.then(({ code }) => reject(new Error(`It ended with ${code}: ${stderr}${stdout}`)), reject);
  });
  // Whoever waits for the end alone is not told of it a second time.
  listening.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    output: () => ({ stdout, stderr }),
    listening,
    ended,
    signal: (name) => void child.kill(name),
  };
}

/** The set-up link of a first start; null when it printed none. */
export function setupLinkIn(stdout: string): string | null {
  return /https?:\S+\/ui\/setup#\S+/.exec(stdout)?.[0] ?? null;
}

/** A folder for the tests of this file, called once at its top; removed after the last of them. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wheelhouse-process-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Whether a program can be run here. */
export function canRun(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
