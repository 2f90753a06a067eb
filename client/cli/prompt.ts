/**
 * Questions to a person, and secrets. A secret comes from a file, from standard input or from a prompt that does not
 * show it; never from a flag, where other users of the machine and the shell's history would see it.
 */
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { Interrupted, UsageError } from './exit-codes.ts';
import type { GlobalFlags, Shell } from './shell.ts';

export function canAsk({ stdin, stderr }: Shell, flags: GlobalFlags): boolean {
  return flags.input && stdin.isTTY === true && stderr.isTTY === true;
}

/** What the file holds, or standard input for "-", less one line end. */
export async function readSecretFile(shell: Shell, flag: string, file: string): Promise<string> {
  const content =
    file === '-' ? await text(shell.stdin) : await readFile(file, 'utf8').catch(unreadable(flag, file));
  const secret = content.replace(/\r?\n$/, '');
  if (secret === '')
    throw new UsageError(`${flag}: there is nothing in ${file === '-' ? 'standard input' : file}.`);
  return secret;
}

/** @throws Interrupted for Ctrl-C or the end of the input. */
export function ask(shell: Shell, question: string): Promise<string> {
  return answer(shell, question, shell.stderr);
}

/** @throws Interrupted for Ctrl-C or the end of the input. */
export async function askSecret(shell: Shell, question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  shell.stderr.write(question);
  try {
    return await answer(shell, '', nowhere);
  } finally {
    shell.stderr.write('\n');
  }
}

async function answer(shell: Shell, question: string, output: Writable): Promise<string> {
  const lines = createInterface({
    input: shell.stdin,
    output,
    terminal: true,
    historySize: 0,
    prompt: question,
  });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve);
      lines.once('SIGINT', () => reject(new Interrupted()));
      lines.once('close', () => reject(new Interrupted()));
      lines.prompt();
    });
  } finally {
    lines.close();
  }
}

function unreadable(flag: string, file: string): (error: unknown) => never {
  return (error) => {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`${flag}: ${file} cannot be read (${code ?? 'unknown reason'}).`);
  };
}
