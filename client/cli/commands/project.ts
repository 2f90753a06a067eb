/**
 * project list, show, set-status, delete, release-name: the names that an index holds. What is deleted is asked for by
 * its name once more.
 */
import { Argument, type Command } from 'commander';

import type { ProjectQuery, ProjectStatus, ReleasesQuery } from '../../_generated/graphql.ts';
import type { WheelhouseClient } from '../../client.ts';
import { NotFound } from '../../errors.ts';
import { checkDeletion, confirmDeletion, type DeletionFlags } from '../confirm-deletion.ts';
import { connect } from '../connect.ts';
import {
  count,
  formatBytes,
  formatTime,
  notice,
  printFields,
  printJson,
  printLine,
  printTable,
} from '../output.ts';
import { programName } from '../program-name.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

interface ShowFlags extends GlobalFlags {
  files?: boolean;
}

interface StatusFlags extends GlobalFlags {
  reason?: string;
}

type FoundProject = NonNullable<NonNullable<ProjectQuery['packageIndex']>['project']>;

const STATUSES = ['active', 'archived', 'deprecated', 'quarantined'] as const;

export function addProjectCommands(program: Command, shell: Shell): void {
  const project = program.command('project').description('the projects of an index');
  const name = programName(shell.env);

  project
    .command('list <owner/name>')
    .alias('ls')
    .description('list the projects that an index holds itself')
    .option('--json', 'print the projects as JSON')
    .action((path: string, _: unknown, command: Command) => list(shell, path, command.optsWithGlobals()));

  project
    .command('show <owner/name> <project>')
    .description('show a project with its releases')
    .option('--files', 'list the files of the releases as well')
    .option('--json', 'print the project with its releases and their files as JSON')
    .action((path: string, given: string, _: unknown, command: Command) =>
      show(shell, path, given, command.optsWithGlobals()),
    );

  project
    .command('set-status <owner/name> <project>')
    .addArgument(new Argument('<status>', 'how it stands with the project').choices(STATUSES))
    .summary('archive, deprecate or quarantine a project, or take that back')
    .description(
      'Say how it stands with a project: archived takes no uploads, quarantined offers no files either.',
    )
    .option('--reason <text>', 'why, in one line; installers may show it')
    .option('--json', 'print the payload as JSON')
    .addHelpText(
      'after',
      `\nExample:\n  ${name} project set-status team/prod demo archived --reason "Use demo2."`,
    )
    .action((path: string, given: string, status: (typeof STATUSES)[number], _: unknown, command: Command) =>
      setStatus(shell, path, given, status, command.optsWithGlobals()),
    );

  project
    .command('delete <owner/name> <project>')
    .alias('rm')
    .summary('delete a project with all its releases')
    .description('Delete a project with all its releases. Says what will go, and asks for the name.')
    .option('--force', 'also from an index that is not volatile, where file names are never used again')
    .option('--yes', 'do not ask')
    .option('--json', 'print the payload as JSON')
    .action((path: string, given: string, _: unknown, command: Command) =>
      remove(shell, path, given, command.optsWithGlobals()),
    );

  project
    .command('release-name <owner/name> <project>')
    .summary('let a name go that an index claimed by mistake')
    .description(
      'Let a name go that an index claimed by mistake, for administrators: mirrors may answer it again.',
    )
    .option('--yes', 'do not ask')
    .option('--json', 'print the payload as JSON')
    .action((path: string, given: string, _: unknown, command: Command) =>
      releaseName(shell, path, given, command.optsWithGlobals()),
    );
}

async function list(shell: Shell, path: string, flags: GlobalFlags): Promise<void> {
  const projects = await (await connect(shell, flags)).projects({ path }).toArray();
  if (flags.json) return printJson(shell, projects);
  if (projects.length === 0) notice(shell, `${path} holds no projects itself.`);
  printTable(
    shell,
    flags,
    projects.map(({ name, status, createdAt }) => ({
      name,
      status: status.toLowerCase(),
      since: formatTime(createdAt, ''),
    })),
  );
}

async function show(shell: Shell, path: string, name: string, flags: ShowFlags): Promise<void> {
  const client = await connect(shell, flags);
  const project = await findProject(shell, client, path, name);
  const releases = await client.releases({ path, project: name }).toArray();
  if (flags.json) return printJson(shell, { ...project, releases });
  printFields(shell, [
    ['name', project.name],
    ['index', path],
    ['status', told(project.status.toLowerCase(), project.statusReason)],
    ['created', formatTime(project.createdAt, '')],
    ['holds', count(project.releases.totalCount, 'release')],
  ]);
  printTable(
    shell,
    flags,
    releases.map(({ version, files, createdAt, ...release }) => ({
      version,
      files: String(files.length),
      size: formatBytes(files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)),
      uploaded: formatTime(createdAt, ''),
      yanked: yankTold(release, files),
    })),
  );
  if (flags.files) printFiles(shell, flags, releases);
}

type FoundRelease = NonNullable<
  NonNullable<NonNullable<ReleasesQuery['packageIndex']>['project']>['releases']
>['nodes'][number];

/** Files may be yanked by themselves. */
function yankTold(
  { yankedAt, yankReason }: Pick<FoundRelease, 'yankedAt' | 'yankReason'>,
  files: FoundRelease['files'],
): string {
  if (yankedAt !== null) return told('yes', yankReason);
  const yanked = files.filter((file) => file.yankedAt !== null).length;
  return yanked === 0 ? '' : `${yanked} of ${count(files.length, 'file')}`;
}

function printFiles(shell: Shell, flags: GlobalFlags, releases: readonly FoundRelease[]): void {
  printLine(shell, '');
  const rows = releases.flatMap((release) =>
    release.files.map((file) => {
      const yank = file.yankedAt === null ? release : file;
      return {
        file: file.filename,
        size: formatBytes(file.sizeBytes),
        uploaded: formatTime(file.uploadedAt, ''),
        by: file.uploadedBy ?? '',
        yanked: yank.yankedAt === null ? '' : told('yes', yank.yankReason),
      };
    }),
  );
  printTable(shell, flags, rows);
}

async function setStatus(
  shell: Shell,
  path: string,
  name: string,
  word: (typeof STATUSES)[number],
  { reason, ...flags }: StatusFlags,
): Promise<void> {
  const status = word.toUpperCase() as ProjectStatus;
  const payload = await (
    await connect(shell, flags)
  ).setProjectStatus({ path, project: name, status, reason });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `${payload.project.name} is ${word} in ${path} now.`);
}

async function remove(shell: Shell, path: string, name: string, flags: DeletionFlags): Promise<void> {
  const client = await connect(shell, flags);
  const project = await findProject(shell, client, path, name);
  await checkDeletion(shell, client, path, flags);
  const releases = count(project.releases.totalCount, 'release');
  notice(
    shell,
    `Deleting ${project.name} removes ${releases} from ${path}, which holds the name nevertheless. This cannot be undone.`,
  );
  await confirmDeletion(shell, flags, project.name);
  const payload = await client.deleteProject({
    path,
    project: project.name,
    confirmProject: project.name,
    force: flags.force ?? false,
  });
  if (flags.json) return printJson(shell, payload);
  notice(
    shell,
    `Deleted ${project.name}: ${count(payload.deletedReleases, 'release')}, ${count(payload.deletedFiles, 'file')}.`,
  );
}

async function releaseName(shell: Shell, path: string, name: string, flags: DeletionFlags): Promise<void> {
  const client = await connect(shell, flags);
  notice(shell, `A mirror that ${path} inherits from may answer ${name} after that.`);
  await confirmDeletion(shell, flags, name);
  const payload = await client.releaseName({ path, project: name });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `${path} does not hold ${payload.releasedName} any more.`);
}

/** @throws NotFound when there is none that this person may see. */
async function findProject(
  { env }: Shell,
  client: WheelhouseClient,
  path: string,
  name: string,
): Promise<FoundProject> {
  const project = (await client.project({ path, name }))?.project;
  if (project) return project;
  throw new NotFound(
    `${path} holds no project ${name} itself, or none that you may see. Whether it inherits one is told by: ${programName(env)} why ${path} ${name}`,
    { code: 'NOT_FOUND' },
  );
}

function told(word: string, reason: string | null): string {
  return reason === null ? word : `${word} (${reason})`;
}
