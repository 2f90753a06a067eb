/**
 * file yank, unyank, delete: single files of a release. What is deleted is asked for by its name once more.
 */
import type { Command } from 'commander';

import { checkDeletion, confirmDeletion, type DeletionFlags } from '../confirm-deletion.ts';
import { connect } from '../connect.ts';
import { notice, printJson } from '../output.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

interface YankFlags extends GlobalFlags {
  reason?: string;
}

export function addFileCommands(program: Command, shell: Shell): void {
  const file = program.command('file').description('single files of a release');

  file
    .command('yank <owner/name> <filename>')
    .description('make installers pass over a file, unless its version is pinned')
    .option('--reason <text>', 'why, in one line; installers show it')
    .option('--json', 'print the payload as JSON')
    .action((path: string, filename: string, _: unknown, command: Command) =>
      yank(shell, path, filename, command.optsWithGlobals()),
    );

  file
    .command('unyank <owner/name> <filename>')
    .description('offer a yanked file again')
    .option('--json', 'print the payload as JSON')
    .action((path: string, filename: string, _: unknown, command: Command) =>
      unyank(shell, path, filename, command.optsWithGlobals()),
    );

  file
    .command('delete <owner/name> <filename>')
    .alias('rm')
    .description('delete a file')
    .option('--force', 'also from an index that is not volatile, where its name is never used again')
    .option('--yes', 'do not ask')
    .option('--json', 'print the payload as JSON')
    .action((path: string, filename: string, _: unknown, command: Command) =>
      remove(shell, path, filename, command.optsWithGlobals()),
    );
}

async function yank(
  shell: Shell,
  path: string,
  filename: string,
  { reason, ...flags }: YankFlags,
): Promise<void> {
  const payload = await (await connect(shell, flags)).yankFile({ path, filename, reason });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Yanked ${payload.file.filename} in ${path}.`);
}

async function unyank(shell: Shell, path: string, filename: string, flags: GlobalFlags): Promise<void> {
  const payload = await (await connect(shell, flags)).unyankFile({ path, filename });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `${payload.file.filename} is offered again in ${path}.`);
}

async function remove(shell: Shell, path: string, filename: string, flags: DeletionFlags): Promise<void> {
  const client = await connect(shell, flags);
  await checkDeletion(shell, client, path, flags);
  notice(shell, `Deleting ${filename} from ${path} cannot be undone.`);
  await confirmDeletion(shell, flags, filename);
  const payload = await client.deleteFile({ path, filename, force: flags.force ?? false });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Deleted ${filename}.`);
}
