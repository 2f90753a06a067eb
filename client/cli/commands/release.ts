/**
 * release yank, unyank, delete, promote: the versions of a project. What is deleted is asked for by its name once more.
 */
import type { Command } from 'commander';

import { checkDeletion, confirmDeletion, type DeletionFlags } from '../confirm-deletion.ts';
import { connect } from '../connect.ts';
import { count, notice, printJson } from '../output.ts';
import { programName } from '../program-name.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

interface YankFlags extends GlobalFlags {
  reason?: string;
}

interface PromoteFlags extends GlobalFlags {
  from: string;
  to: string;
}

/** What a command says of a release, in this order. */
type Address = [path: string, project: string, version: string];

export function addReleaseCommands(program: Command, shell: Shell): void {
  const release = program.command('release').description('the releases of a project');
  const name = programName(shell.env);

  release
    .command('yank <owner/name> <project> <version>')
    .description('make installers pass over a release, unless it is pinned')
    .option('--reason <text>', 'why, in one line; installers show it')
    .option('--json', 'print the payload as JSON')
    .addHelpText(
      'after',
      `\nExample:\n  ${name} release yank team/prod demo 1.0 --reason "Deletes too much."`,
    )
    .action((path: string, project: string, version: string, _: unknown, command: Command) =>
      yank(shell, [path, project, version], command.optsWithGlobals()),
    );

  release
    .command('unyank <owner/name> <project> <version>')
    .description('offer a yanked release again')
    .option('--json', 'print the payload as JSON')
    .action((path: string, project: string, version: string, _: unknown, command: Command) =>
      unyank(shell, [path, project, version], command.optsWithGlobals()),
    );

  release
    .command('delete <owner/name> <project> <version>')
    .alias('rm')
    .description('delete a release with all its files')
    .option('--force', 'also from an index that is not volatile, where file names are never used again')
    .option('--yes', 'do not ask')
    .option('--json', 'print the payload as JSON')
    .action((path: string, project: string, version: string, _: unknown, command: Command) =>
      remove(shell, [path, project, version], command.optsWithGlobals()),
    );

  release
    .command('promote <project> <version>')
    .summary('copy a release from one index to another')
    .description(
      'Copy a release with all its files to another index, also one that is inherited or mirrored.',
    )
    .requiredOption('--from <owner/name>', 'where it is seen')
    .requiredOption('--to <owner/name>', 'where it shall be')
    .option('--json', 'print the payload as JSON')
    .addHelpText('after', `\nExample:\n  ${name} release promote demo 1.0 --from team/dev --to team/prod`)
    .action((project: string, version: string, _: unknown, command: Command) =>
      promote(shell, project, version, command.optsWithGlobals()),
    );
}

async function yank(
  shell: Shell,
  [path, project, version]: Address,
  { reason, ...flags }: YankFlags,
): Promise<void> {
  const payload = await (await connect(shell, flags)).yankRelease({ path, project, version, reason });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Yanked ${project} ${payload.release.version} in ${path}.`);
}

async function unyank(shell: Shell, [path, project, version]: Address, flags: GlobalFlags): Promise<void> {
  const payload = await (await connect(shell, flags)).unyankRelease({ path, project, version });
  if (flags.json) return printJson(shell, payload);
  const { version: spelled, files } = payload.release;
  const yanked = files.flatMap(({ filename, yankedAt }) => (yankedAt === null ? [] : filename));
  const rest =
    yanked.length === 0
      ? ''
      : ` But ${yanked.length} of ${count(files.length, 'file')} stay yanked by themselves, until file unyank: ${yanked.join(', ')}.`;
  notice(shell, `${project} ${spelled} is offered again in ${path}.${rest}`);
}

async function remove(shell: Shell, [path, project, version]: Address, flags: DeletionFlags): Promise<void> {
  const client = await connect(shell, flags);
  await checkDeletion(shell, client, path, flags);
  notice(shell, `Deleting ${project} ${version} from ${path} cannot be undone.`);
  await confirmDeletion(shell, flags, `${project} ${version}`);
  const payload = await client.deleteRelease({ path, project, version, force: flags.force ?? false });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Deleted ${project} ${version}: ${count(payload.deletedFiles, 'file')}.`);
}

async function promote(
  shell: Shell,
  project: string,
  version: string,
  { from, to, ...flags }: PromoteFlags,
): Promise<void> {
  const payload = await (await connect(shell, flags)).promoteRelease({ from, to, project, version });
  if (flags.json) return printJson(shell, payload);
  const { copiedFiles, presentFiles } = payload;
  const present = presentFiles === 0 ? '' : `; ${count(presentFiles, 'file')} had been there already`;
  notice(shell, `Copied ${count(copiedFiles, 'file')} of ${project} ${version} to ${to}${present}.`);
}
