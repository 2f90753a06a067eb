/**
 * index create, list, show, update, delete. The last asks before it destroys, and says what.
 */
import { Option, type Command } from 'commander';

import type { ConsequenceFieldsFragment, PackageIndexQuery } from '../../_generated/graphql.ts';
import type { WheelhouseClient } from '../../client.ts';
import { NotAllowed, NotFound } from '../../errors.ts';
import { connect } from '../connect.ts';
import { UsageError } from '../exit-codes.ts';
import { count, formatBytes, formatTime, notice, printFields, printJson, printTable } from '../output.ts';
import {
  changedList,
  collect,
  isEdit,
  PRINCIPALS,
  refuseContradiction,
  shownList,
  withoutEffect,
} from '../principals.ts';
import { programName } from '../program-name.ts';
import { ask, canAsk } from '../prompt.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

interface CreateFlags extends GlobalFlags {
  description?: string;
  read?: string[];
  upload?: string[];
}

interface UpdateFlags extends GlobalFlags {
  read?: string[];
  addRead?: string[];
  removeRead?: string[];
  upload?: string[];
  addUpload?: string[];
  removeUpload?: string[];
}

interface DeleteFlags extends GlobalFlags {
  yes?: boolean;
}

type FoundIndex = NonNullable<PackageIndexQuery['packageIndex']>;

export function addIndexCommands(program: Command, shell: Shell): void {
  const index = program.command('index').description('package indexes');
  const name = programName(shell.env);

  index
    .command('create <owner/name>')
    .description('create an index')
    .option('--read <principal>', `who may read: ${PRINCIPALS}; by default the owner alone`, collect)
    .option('--upload <principal>', `who may upload: ${PRINCIPALS}; by default the owner alone`, collect)
    .option('--description <text>', 'what the index is for')
    .option('--json', 'print the payload as JSON')
    .addHelpText('after', `\nExample:\n  ${name} index create team/prod --read :authenticated: --upload ci`)
    .action((path: string, _: unknown, command: Command) => create(shell, path, command.optsWithGlobals()));

  index
    .command('list')
    .alias('ls')
    .description('list the indexes you may see')
    .option('--json', 'print the indexes as JSON')
    .action((_: unknown, command: Command) => list(shell, command.optsWithGlobals()));

  index
    .command('show <owner/name>')
    .description('show an index: its addresses, its lists, and how much it holds')
    .option('--json', 'print the index as JSON')
    .action((path: string, _: unknown, command: Command) => show(shell, path, command.optsWithGlobals()));

  index
    .command('update <owner/name>')
    .summary('change who may read and upload')
    .description('Change who may read and upload: a whole list, or entries of it.')
    .addOption(wholeList('read', 'Read'))
    .option('--add-read <principal>', `who may read as well: ${PRINCIPALS}`, collect)
    .option('--remove-read <principal>', 'who is taken off the readers; repeatable', collect)
    .addOption(wholeList('upload', 'Upload'))
    .option('--add-upload <principal>', `who may upload as well: ${PRINCIPALS}`, collect)
    .option('--remove-upload <principal>', 'who is taken off the uploaders; repeatable', collect)
    .option('--json', 'print the payload as JSON')
    .addHelpText('after', `\nExample:\n  ${name} index update team/prod --add-read bob --remove-upload ci`)
    .action((path: string, _: unknown, command: Command) => update(shell, path, command.optsWithGlobals()));

  index
    .command('delete <owner/name>')
    .alias('rm')
    .summary('delete an index with all it holds')
    .description('Delete an index with its files and tokens. Says what will go, and asks for the name.')
    .option('--yes', 'do not ask')
    .option('--json', 'print the payload as JSON')
    .action((path: string, _: unknown, command: Command) => remove(shell, path, command.optsWithGlobals()));
}

function wholeList(flag: string, suffix: string): Option {
  return new Option(`--${flag} <principal>`, `who alone may ${flag} from now on: ${PRINCIPALS}`)
    .argParser(collect)
    .conflicts([`add${suffix}`, `remove${suffix}`]);
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
    ['readers', shownList(packageIndex.readers)],
    ['uploaders', shownList(packageIndex.uploaders)],
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
      read: shownList(readers),
      upload: shownList(uploaders),
      description: description ?? '',
    })),
  );
}

async function show(shell: Shell, path: string, flags: GlobalFlags): Promise<void> {
  const found = await findIndex(await connect(shell, flags), path);
  if (flags.json) return printJson(shell, found);
  printFields(shell, [
    ['path', found.path],
    ['kind', found.kind.toLowerCase()],
    ['description', found.description ?? '(none)'],
    ['install from', found.simpleUrl],
    ['upload to', found.url],
    ['readers', shownList(found.readers)],
    ['uploaders', shownList(found.uploaders)],
    ['holds', contentsOf(found)],
    ['created', formatTime(found.createdAt, '')],
  ]);
}

/** Files are counted for whoever may delete the index, projects for its readers as well. */
function contentsOf({ projects, deletionConsequences }: FoundIndex): string {
  if (deletionConsequences) {
    const { files, bytes } = deletionConsequences;
    return `${count(deletionConsequences.projects, 'project')}, ${count(files, 'file')} (${formatBytes(bytes)})`;
  }
  return projects ? count(projects.totalCount, 'project') : '(for its readers to see)';
}

async function update(shell: Shell, path: string, flags: UpdateFlags): Promise<void> {
  const readers = { whole: flags.read, add: flags.addRead ?? [], remove: flags.removeRead ?? [] };
  const uploaders = { whole: flags.upload, add: flags.addUpload ?? [], remove: flags.removeUpload ?? [] };
  refuseContradiction(readers, 'readers');
  refuseContradiction(uploaders, 'uploaders');
  const isEdited = isEdit(readers) || isEdit(uploaders);
  if (!isEdited && !readers.whole && !uploaders.whole) {
    throw new UsageError(
      'Say what to change: --read or --upload for a whole list, or --add-read, --remove-read, --add-upload, --remove-upload.',
    );
  }

  const client = await connect(shell, flags);
  const present = isEdited ? await findIndex(client, path) : { readers: [], uploaders: [] };
  const payload = await client.updatePackageIndex({
    path,
    readers: changedList(readers, present.readers),
    uploaders: changedList(uploaders, present.uploaders),
  });
  for (const sentence of withoutEffect(readers, present.readers, 'readers')) notice(shell, sentence);
  for (const sentence of withoutEffect(uploaders, present.uploaders, 'uploaders')) notice(shell, sentence);
  if (flags.json) return printJson(shell, payload);
  const { packageIndex } = payload;
  notice(shell, `Updated ${packageIndex.path}.`);
  printFields(shell, [
    ['readers', shownList(packageIndex.readers)],
    ['uploaders', shownList(packageIndex.uploaders)],
  ]);
}

async function remove(shell: Shell, path: string, flags: DeleteFlags): Promise<void> {
  const client = await connect(shell, flags);
  const found = await findIndex(client, path);
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

/** @throws NotFound when there is none that this person may see. */
async function findIndex(client: WheelhouseClient, path: string): Promise<FoundIndex> {
  const found = await client.packageIndex({ path });
  if (found) return found;
  throw new NotFound(`There is no index ${path}, or none that you may see.`, { code: 'NOT_FOUND' });
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
