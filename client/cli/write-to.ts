/**
 * Text to a file or to standard output, as it comes. A file is there whole or not at all, and only its owner reads it.
 */
import { once } from 'node:events';
import { open, rename, rm } from 'node:fs/promises';

import { UsageError } from './exit-codes.ts';
import type { Shell } from './shell.ts';

/** @throws UsageError when the file cannot be written. */
export async function writeTo(
  shell: Shell,
  file: string | undefined,
  chunks: AsyncIterable<string>,
): Promise<void> {
  if (file === undefined || file === '-') return writeToStream(shell, chunks);
  const part = `${file}.part`;
  const handle = await open(part, 'w', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--output: ${file} cannot be written (${error.code ?? 'unknown reason'}).`);
  });
  try {
    // An older part may have been left behind with other rights.
    await handle.chmod(0o600);
    for await (const chunk of chunks) await handle.appendFile(chunk);
    await handle.close();
    await rename(part, file);
  } catch (error) {
    await handle.close();
    await rm(part, { force: true });
    throw error;
  }
}

async function writeToStream({ stdout }: Shell, chunks: AsyncIterable<string>): Promise<void> {
  for await (const chunk of chunks) if (!stdout.write(chunk)) await once(stdout, 'drain');
}
