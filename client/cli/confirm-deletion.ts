/**
 * What destroys something asks for its name once more, unless `--yes` was given or nobody is there to ask. What the
 * server would refuse is said before anybody is asked.
 */
import type { WheelhouseClient } from '../client.ts';
import { NotAllowed } from '../errors.ts';
import { UsageError } from './exit-codes.ts';
import { notice } from './output.ts';
import { ask, canAsk } from './prompt.ts';
import type { GlobalFlags, Shell } from './shell.ts';

export interface DeletionFlags extends GlobalFlags {
  yes?: boolean;
  force?: boolean;
}

/**
 * By rule of the index that holds it; without a rule that can be read, the server decides.
 * @throws NotAllowed for an index that keeps its files, without `--force`
 */
export async function checkDeletion(
  shell: Shell,
  client: WheelhouseClient,
  path: string,
  flags: DeletionFlags,
): Promise<void> {
  const rule = await client.deletionRule({ path }).catch((error: unknown) => {
    if (error instanceof NotAllowed) return null;
    throw error;
  });
  if (!rule || rule.kind === 'MIRROR' || rule.isVolatile) return;
  if (!flags.force) {
    throw new NotAllowed(
      `${path} keeps its files. Yanking is nearly always enough; to delete them nevertheless, give --force: no file can have their names there again.`,
      { code: 'INDEX_KEEPS_FILES' },
    );
  }
  notice(shell, `${path} keeps its files: what is deleted by force keeps its file names used for ever.`);
}

/** @throws UsageError when something else is typed, or nobody can type. */
export async function confirmDeletion(shell: Shell, flags: DeletionFlags, name: string): Promise<void> {
  if (flags.yes) return;
  if (!canAsk(shell, flags))
    throw new UsageError('There is nobody to ask: give --yes to go on without a question.');
  const typed = await ask(shell, `Type ${name} to go on: `);
  if (typed.trim() !== name) throw new UsageError(`That is not ${name}. Nothing was changed.`);
}
