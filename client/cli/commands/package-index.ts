/**
 * index create, index list, index delete. The last asks before it destroys, and says what.
 */
import type { Command } from 'commander';

import type { ConsequenceFieldsFragment, PackageIndexFieldsFragment } from '../../_generated/graphql.ts';
import { NotAllowed, NotFound } from '../../errors.ts';
import { connect } from '../connect.ts';
import { UsageError } from '../exit-codes.ts';
import { count, formatBytes, notice, printFields, printJson, printTable } from '../output.ts';
import { ask, canAsk } from '../prompt.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

interface CreateFlags extends GlobalFlags {
  description?: string;
  read?: string[];
  upload?: string[];
}

interface DeleteFlags extends GlobalFlags {
  yes?: boolean;
}

const PRINCIPALS = 'a user name, :authenticated: or :anonymous:; repeatable; by default the owner alone';

export function addIndexCommands(program: Command, shell: Shell): void {
  const index = program.command('index').description('package indexes');

  index
    .command('create <owner/name>')
    .description('create an index')
    .option('--read <principal>', `who may read: ${PRINCIPALS}`, collect)
    .option('--upload <principal>', `who may upload: ${PRINCIPALS}`, collect)
    .option('--description <text>', 'what the index is for')
    .option('--json', 'print the payload as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  wheelhouse index create team/prod --read :authenticated: --upload ci',
    )
    .action((path: string, _: unknown, command: Command) => create(shell, path, command.optsWithGlobals()));

  index
    .command('list')
    .alias('ls')
    .description('list the indexes you may see')
    .option('--json', 'print the indexes as JSON')
    .action((_: unknown, command: Command) => list(shell, command.optsWithGlobals()));

  index
    .command('delete <owner/name>')
    .alias('rm')
    .summary('delete an index with all it holds')
    .description('Delete an index with its files and tokens. Says what will go, and asks for the name.')
    .option('--yes', 'do not ask')
    .option('--json', 'print the payload as JSON')
    .action((path: string, _: unknown, command: Command) => remove(shell, path, command.optsWithGlobals()));
}

async function create(shell: Shell, path: string, flags: CreateFlags): Promise<void> {
  const client = await connect(shell, flags);
  const payload = await client.createPackageIndex({
    path,
    description: flags.description,
    readers: flags.read,
    uploaders: flags.upload,
  });
  if (flags.json) return printJson(shell, payload);
  const { packageIndex } = payload;
  notice(shell, `Created ${packageIndex.path}.`);
  printFields(shell, [
    ['install from', packageIndex.simpleUrl],
    ['upload to', packageIndex.url],
    ['readers', principals(packageIndex.readers)],
    ['uploaders', principals(packageIndex.uploaders)],
  ]);
}

async function list(shell: Shell, flags: GlobalFlags): Promise<void> {
  const indexes = await (await connect(shell, flags)).packageIndexes().toArray();
  if (flags.json) return printJson(shell, indexes);
  printTable(
    shell,
    flags,
    indexes.map(({ path, kind, readers, uploaders, description }) => ({
      path,
      kind: kind.toLowerCase(),
      read: principals(readers),
      upload: principals(uploaders),
      description: description ?? '',
    })),
  );
}

async function remove(shell: Shell, path: string, flags: DeleteFlags): Promise<void> {
  const client = await connect(shell, flags);
  const found = await client.packageIndex({ path });
  if (!found) {
    throw new NotFound(`There is no index ${path}, or none that you may see.`, { code: 'NOT_FOUND' });
  }
  if (!found.deletionConsequences) {
    throw new NotAllowed(`You may not delete ${path}.`, { code: 'NOT_ALLOWED' });
  }
  notice(shell, consequencesOf(path, found.deletionConsequences));
  if (!flags.yes) await confirm(shell, flags, path);
  const payload = await client.deletePackageIndex({
    path,
    confirmPath: path,
    // The server refuses when a file came or went since the sentence above was true.
    expectedFiles: found.deletionConsequences.files,
  });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Deleted ${payload.deletedPath}.`);
}

async function confirm(shell: Shell, flags: DeleteFlags, path: string): Promise<void> {
  if (!canAsk(shell, flags))
    throw new UsageError('There is nobody to ask: give --yes to delete without a question.');
  const typed = await ask(shell, `Type ${path} to delete it: `);
  if (typed.trim() !== path) throw new UsageError(`That is not ${path}. Nothing was deleted.`);
}

function consequencesOf(
  path: string,
  { projects, files, bytes, tokens, dependants }: ConsequenceFieldsFragment,
): string {
  const lost = [
    count(projects, 'project'),
    `${count(files, 'file')} (${formatBytes(bytes)})`,
    count(tokens, 'token'),
  ].join(', ');
  const others =
    dependants > 0 ? ` ${count(dependants, 'index', 'indexes')} will no longer find its files.` : '';
  return `Deleting ${path} removes ${lost}.${others} This cannot be undone.`;
}

function principals(list: PackageIndexFieldsFragment['readers']): string {
  return list.map(({ name }) => name).join(', ');
}

function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}
