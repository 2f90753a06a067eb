/**
 * index update, delete. The last asks before it destroys, and says what.
 */
import { Option, type Command } from 'commander';

import type { ConsequenceFieldsFragment } from '../../_generated/graphql.ts';
import { NotAllowed } from '../../errors.ts';
import { parseAssignments, type ListEdit } from '../assignments.ts';
import { connect } from '../connect.ts';
import { UsageError } from '../exit-codes.ts';
import { findIndex } from '../find-index.ts';
import {
  changeOf,
  dependOnPresent,
  refuseContradictions,
  SETTINGS,
  withoutEffect,
  type Settings,
} from '../index-settings.ts';
import { settingsLines } from '../index-shown.ts';
import { count, formatBytes, notice, printFields, printJson } from '../output.ts';
import { collect, PRINCIPALS, shownList } from '../principals.ts';
import { programName } from '../program-name.ts';
import { ask, canAsk, readSecretFile } from '../prompt.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

interface UpdateFlags extends GlobalFlags {
  description?: string;
  read?: string[];
  addRead?: string[];
  removeRead?: string[];
  upload?: string[];
  addUpload?: string[];
  removeUpload?: string[];
  upstreamPasswordFile?: string;
}

interface DeleteFlags extends GlobalFlags {
  yes?: boolean;
}

export const SETTINGS_HELP =
  'Settings: key=value; of a list also key+=value and key-=value; key= takes a value away, or puts the default back.\n' +
  `Keys: ${Object.keys(SETTINGS).join(', ')}.`;

export const PASSWORD_FILE = [
  '--upstream-password-file <file>',
  'read the password for the upstream from a file, or from standard input with -',
] as const;

export function addIndexChangeCommands(index: Command, shell: Shell): void {
  const name = programName(shell.env);

  index
    .command('update <owner/name> [key=value...]')
    .summary('change the settings and the lists of an index')
    .description('Change the settings of an index, and who may read and upload.')
    .addOption(wholeList('read', 'Read'))
    .option('--add-read <principal>', `who may read as well: ${PRINCIPALS}`, collect)
    .option('--remove-read <principal>', 'who is taken off the readers; repeatable', collect)
    .addOption(wholeList('upload', 'Upload'))
    .option('--add-upload <principal>', `who may upload as well: ${PRINCIPALS}`, collect)
    .option('--remove-upload <principal>', 'who is taken off the uploaders; repeatable', collect)
    .option('--description <text>', 'what the index is for')
    .option(...PASSWORD_FILE)
    .option('--json', 'print the payload as JSON')
    .addHelpText(
      'after',
      `\n${SETTINGS_HELP}\n\nExamples:\n  ${name} index update team/prod bases+=team/mirror isVolatile=false\n` +
        `  ${name} index update team/prod --add-read bob --remove-upload ci`,
    )
    .action((path: string, settings: string[], _: unknown, command: Command) =>
      update(shell, path, settings, command.optsWithGlobals()),
    );

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

async function update(shell: Shell, path: string, texts: string[], flags: UpdateFlags): Promise<void> {
  const settings = settingsFrom(texts, {
    readers: { whole: flags.read, add: flags.addRead ?? [], remove: flags.removeRead ?? [] },
    uploaders: { whole: flags.upload, add: flags.addUpload ?? [], remove: flags.removeUpload ?? [] },
  });
  if (flags.description !== undefined) settings.scalars.description = flags.description;
  const password = await upstreamPassword(shell, flags.upstreamPasswordFile);
  const given = Object.keys(settings.scalars).length + Object.keys(settings.lists).length;
  if (given === 0 && password === undefined) {
    throw new UsageError('Say what to change, such as bases+=team/base, isVolatile=true or --add-read bob.');
  }

  const client = await connect(shell, flags);
  const present = dependOnPresent(settings) ? await findIndex(client, path) : null;
  const payload = await client.updatePackageIndex(changeOf(path, settings, present, password));
  if (present) for (const sentence of withoutEffect(settings, present)) notice(shell, sentence);
  if (flags.json) return printJson(shell, payload);
  const { packageIndex } = payload;
  notice(shell, `Updated ${packageIndex.path}.`);
  printFields(shell, [
    ['readers', shownList(packageIndex.readers)],
    ['uploaders', shownList(packageIndex.uploaders)],
    ...settingsLines(packageIndex),
  ]);
}

/** What was typed as settings and what as flags, together. @throws UsageError */
export function settingsFrom(
  texts: readonly string[],
  flags: Readonly<Record<'readers' | 'uploaders', ListEdit>>,
): Settings {
  const settings: Settings = parseAssignments(texts, SETTINGS);
  for (const key of ['readers', 'uploaders'] as const) {
    const { whole, add, remove } = flags[key];
    if (whole === undefined && add.length + remove.length === 0) continue;
    if (settings.lists[key] !== undefined) {
      throw new UsageError(`The ${key} are given as a setting and as a flag: use one of the two.`);
    }
    settings.lists[key] = flags[key];
  }
  refuseContradictions(settings);
  return settings;
}

export async function upstreamPassword(shell: Shell, file: string | undefined): Promise<string | undefined> {
  return file === undefined ? undefined : readSecretFile(shell, '--upstream-password-file', file);
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
    dependants > 0
      ? ` ${count(dependants, 'index has', 'indexes have')} it as a base, and as long as that is so it stays.`
      : '';
  return `Deleting ${path} removes ${lost}.${others} This cannot be undone.`;
}
