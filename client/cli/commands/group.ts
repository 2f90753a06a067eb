/**
 * group create, list, show, update, add, remove, delete: named sets of users for the lists of indexes, for administrators.
 */
import type { Command } from 'commander';

import type { GroupFieldsFragment } from '../../_generated/graphql.ts';
import { NotFound } from '../../errors.ts';
import { connect } from '../connect.ts';
import { formatTime, notice, printFields, printJson, printTable } from '../output.ts';
import { programName } from '../program-name.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

interface DescribedFlags extends GlobalFlags {
  description?: string;
}

export function addGroupCommands(program: Command, shell: Shell): void {
  const group = program.command('group').description('named sets of users, for the lists of indexes');
  const name = programName(shell.env);

  group
    .command('create <name>')
    .description('create a group')
    .option('--description <text>', 'what the group is for')
    .option('--json', 'print the payload as JSON')
    .addHelpText(
      'after',
      `\nExample:\n  ${name} group create makers\n  ${name} group add makers bob\n  ${name} index update team/prod --add-read :makers`,
    )
    .action((given: string, _: unknown, command: Command) => create(shell, given, command.optsWithGlobals()));

  group
    .command('list')
    .alias('ls')
    .description('list groups')
    .option('--json', 'print the groups as JSON')
    .action((_: unknown, command: Command) => list(shell, command.optsWithGlobals()));

  group
    .command('show <name>')
    .description('show a group: who is in it, and which indexes name it')
    .option('--json', 'print the group and its members as JSON')
    .action((given: string, _: unknown, command: Command) => show(shell, given, command.optsWithGlobals()));

  group
    .command('update <name>')
    .description('say what a group is for')
    .requiredOption('--description <text>', 'what the group is for; empty for nothing')
    .option('--json', 'print the payload as JSON')
    .action((given: string, _: unknown, command: Command) => update(shell, given, command.optsWithGlobals()));

  group
    .command('add <name> <users...>')
    .description('take users into a group')
    .option('--json', 'print the payload as JSON')
    .action((given: string, users: string[], _: unknown, command: Command) =>
      add(shell, given, users, command.optsWithGlobals()),
    );

  group
    .command('remove <name> <users...>')
    .description('take users out of a group')
    .option('--json', 'print the payload as JSON')
    .action((given: string, users: string[], _: unknown, command: Command) =>
      remove(shell, given, users, command.optsWithGlobals()),
    );

  group
    .command('delete <name>')
    .alias('rm')
    .description('delete a group that no list names any more')
    .option('--json', 'print the payload as JSON')
    .action((given: string, _: unknown, command: Command) =>
      deleteGroup(shell, given, command.optsWithGlobals()),
    );
}

async function create(shell: Shell, name: string, { description, ...flags }: DescribedFlags): Promise<void> {
  const payload = await (await connect(shell, flags)).createGroup({ name, description });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Created ${listed(payload.group)}.`);
}

async function list(shell: Shell, flags: GlobalFlags): Promise<void> {
  const groups = await (await connect(shell, flags)).groups().toArray();
  if (flags.json) return printJson(shell, groups);
  printTable(
    shell,
    flags,
    groups.map(({ name, members, indexes, description }) => ({
      name,
      members: String(members.totalCount),
      indexes: String(indexes.length),
      description: description ?? '',
    })),
  );
}

async function show(shell: Shell, name: string, flags: GlobalFlags): Promise<void> {
  const client = await connect(shell, flags);
  const group = await client.group({ name });
  if (!group) throw new NotFound(`There is no group ${name}.`, { code: 'NOT_FOUND' });
  const members = await client.groupMembers({ name }).toArray();
  if (flags.json) return printJson(shell, { ...group, members });
  printFields(shell, [
    ['name', group.name],
    ['in lists', listed(group)],
    ['description', group.description ?? '(none)'],
    ['members', members.map(({ user }) => user.name).join(', ') || '(nobody)'],
    ['indexes', group.indexes.join(', ') || '(none)'],
    ['created', formatTime(group.createdAt, '')],
  ]);
}

async function update(shell: Shell, name: string, { description, ...flags }: DescribedFlags): Promise<void> {
  const payload = await (
    await connect(shell, flags)
  ).updateGroup({ name, description: description === '' ? null : description });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Updated ${listed(payload.group)}.`);
}

async function add(shell: Shell, name: string, users: string[], flags: GlobalFlags): Promise<void> {
  const payload = await (await connect(shell, flags)).addGroupMembers({ name, users });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `In ${listed(payload.group)} now: ${users.join(', ')}.`);
}

async function remove(shell: Shell, name: string, users: string[], flags: GlobalFlags): Promise<void> {
  const payload = await (await connect(shell, flags)).removeGroupMembers({ name, users });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Not in ${listed(payload.group)} any more: ${users.join(', ')}.`);
}

async function deleteGroup(shell: Shell, name: string, flags: GlobalFlags): Promise<void> {
  const payload = await (await connect(shell, flags)).deleteGroup({ name });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Deleted :${payload.deletedName}.`);
}

/** As lists of indexes write it. */
function listed({ name }: Pick<GroupFieldsFragment, 'name'>): string {
  return `:${name}`;
}
