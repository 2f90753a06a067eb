/**
 * What destroys something asks for its name once more, unless `--yes` was given or nobody is there to ask.
 */
import { UsageError } from './exit-codes.ts';
import { ask, canAsk } from './prompt.ts';
import type { GlobalFlags, Shell } from './shell.ts';

export interface DeletionFlags extends GlobalFlags {
  yes?: boolean;
  force?: boolean;
}

/** @throws UsageError when something else is typed, or nobody can type. */
export async function confirmDeletion(shell: Shell, flags: DeletionFlags, name: string): Promise<void> {
  if (flags.yes) return;
  if (!canAsk(shell, flags))
    throw new UsageError('There is nobody to ask: give --yes to go on without a question.');
  const typed = await ask(shell, `Type ${name} to go on: `);
  if (typed.trim() !== name) throw new UsageError(`That is not ${name}. Nothing was changed.`);
}
