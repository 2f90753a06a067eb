/**
 * index create, list, show. Changing and deleting is in package-index-changes.ts, the names that an index closes in
 * package-index-names.ts.
 */
import { Option, type Command } from 'commander';

import type { PackageIndexFieldsFragment } from '../../_generated/graphql.ts';
import { connect } from '../connect.ts';
import { findIndex, type FoundIndex } from '../find-index.ts';
import { creationOf } from '../index-settings.ts';
import { settingsLines } from '../index-shown.ts';
import { count, formatBytes, formatTime, notice, printFields, printJson, printTable } from '../output.ts';
import { collect, PRINCIPALS, shownList } from '../principals.ts';
import { programName } from '../program-name.ts';
import type { GlobalFlags, Shell } from '../shell.ts';
import {
  addIndexChangeCommands,
  PASSWORD_FILE,
  settingsFrom,
  SETTINGS_HELP,
  upstreamPassword,
} from './package-index-changes.ts';
import { addIndexNameCommands } from './package-index-names.ts';

interface CreateFlags extends GlobalFlags {
  kind?: 'stage' | 'mirror';
  description?: string;
  read?: string[];
  upload?: string[];
  upstreamPasswordFile?: string;
}

export function addIndexCommands(program: Command, shell: Shell): void {
  const index = program.command('index').description('package indexes');
  const name = programName(shell.env);

  index
    .command('create <owner/name> [key=value...]')
    .summary('create an index')
    .description('Create an index: a stage that holds uploads, or with upstreamUrl= a mirror.')
    .addOption(
      new Option('--kind <kind>', 'what it holds; by default what its settings say').choices([
        'stage',
        'mirror',
      ]),
    )
    .option('--read <principal>', `who may read: ${PRINCIPALS}; by default the owner alone`, collect)
    .option('--upload <principal>', `who may upload: ${PRINCIPALS}; by default the owner alone`, collect)
    .option('--description <text>', 'what the index is for')
    .option(...PASSWORD_FILE)
    .option('--json', 'print the payload as JSON')
    .addHelpText(
      'after',
      `\n${SETTINGS_HELP}\n\nExamples:\n  ${name} index create team/mirror upstreamUrl=https://index.example/simple/\n` +
        `  ${name} index create team/prod bases=team/mirror "deny=flask<3" --read :authenticated: --upload ci`,
    )
    .action((path: string, settings: string[], _: unknown, command: Command) =>
      create(shell, path, settings, command.optsWithGlobals()),
    );

  index
    .command('list')
    .alias('ls')
    .description('list the indexes you may see')
    .option('--json', 'print the indexes as JSON')
    .action((_: unknown, command: Command) => list(shell, command.optsWithGlobals()));

  index
    .command('show <owner/name>')
    .summary('show an index')
    .description('Show an index: its addresses, its lists, how it is set up, and how much it holds.')
    .option('--json', 'print the index as JSON')
    .action((path: string, _: unknown, command: Command) => show(shell, path, command.optsWithGlobals()));

  addIndexChangeCommands(index, shell);
  addIndexNameCommands(index, shell);
}

async function create(shell: Shell, path: string, texts: string[], flags: CreateFlags): Promise<void> {
  const settings = settingsFrom(texts, {
    readers: { whole: flags.read, add: [], remove: [] },
    uploaders: { whole: flags.upload, add: [], remove: [] },
  });
  if (flags.description !== undefined) settings.scalars.description = flags.description;
  const kind = flags.kind && KINDS[flags.kind];
  const password = await upstreamPassword(shell, flags.upstreamPasswordFile);
  const client = await connect(shell, flags);
  const payload = await client.createPackageIndex(creationOf(path, settings, kind, password));
  if (flags.json) return printJson(shell, payload);
  const { packageIndex } = payload;
  notice(shell, `Created ${packageIndex.path}.`);
  const isStage = packageIndex.kind === 'STAGE';
  printFields(shell, [
    ['install from', packageIndex.simpleUrl],
    ...(isStage ? [['upload to', packageIndex.url] satisfies [string, string]] : []),
    ['readers', shownList(packageIndex.readers)],
    ...(isStage ? [['uploaders', shownList(packageIndex.uploaders)] satisfies [string, string]] : []),
    ...(packageIndex.bases.length > 0
      ? [['bases', shownBases(packageIndex.bases)] satisfies [string, string]]
      : []),
    ...(packageIndex.mirror
      ? [['upstreamUrl', packageIndex.mirror.upstreamUrl] satisfies [string, string]]
      : []),
  ]);
}

const KINDS = { stage: 'STAGE', mirror: 'MIRROR' } as const;

async function list(shell: Shell, flags: GlobalFlags): Promise<void> {
  const indexes = await (await connect(shell, flags)).packageIndexes().toArray();
  if (flags.json) return printJson(shell, indexes);
  printTable(
    shell,
    flags,
    indexes.map(({ path, kind, readers, uploaders, bases, description }) => ({
      path,
      kind: kind.toLowerCase(),
      read: shownList(readers),
      upload: shownList(uploaders),
      bases: shownBases(bases),
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
    ...(found.kind === 'STAGE' ? [['upload to', found.url] satisfies [string, string]] : []),
    ['readers', shownList(found.readers)],
    ...(found.kind === 'STAGE' ? [['uploaders', shownList(found.uploaders)] satisfies [string, string]] : []),
    ...settingsLines(found),
    ['holds', contentsOf(found)],
    ['created', formatTime(found.createdAt, '')],
  ]);
}

function shownBases(bases: PackageIndexFieldsFragment['bases']): string {
  return bases.map(({ path }) => path).join(', ');
}

/** Files are counted for whoever may delete the index, projects for its readers as well. */
function contentsOf({ projects, deletionConsequences }: FoundIndex): string {
  if (deletionConsequences) {
    const { files, bytes } = deletionConsequences;
    return `${count(deletionConsequences.projects, 'project')}, ${count(files, 'file')} (${formatBytes(bytes)})`;
  }
  return projects ? count(projects.totalCount, 'project') : '(for its readers to see)';
}
