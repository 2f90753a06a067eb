/**
 * What the command line has of the world around it: streams, environment, network, clock. Handed in, so that a test
 * is a shell too.
 */
import type { Readable, Writable } from 'node:stream';

import { processEnvironment, type Environment } from './config.ts';

export interface Shell {
  stdin: Readable & { isTTY?: boolean };
  /** Data and nothing else. */
  stdout: Writable & { isTTY?: boolean };
  /** Prompts, notices, warnings, errors. */
  stderr: Writable & { isTTY?: boolean };
  env: Environment;
  fetch: typeof fetch;
  now: () => Date;
}

/** What every command takes beside its own flags. */
export interface GlobalFlags {
  server?: string;
  timeout: number;
  input: boolean;
  color: boolean;
  json?: boolean;
}

export function processShell(): Shell {
  // Whoever reads the pipe may stop early, as head does; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: processEnvironment(),
    fetch: globalThis.fetch,
    now: () => new Date(),
  };
}
