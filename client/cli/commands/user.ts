/**
 * user create, user list: for administrators.
 */
import { Option, type Command } from 'commander';

import type { Role } from '../../_generated/graphql.ts';
import { connect } from '../connect.ts';
import { notice, printJson, printLine, printTable } from '../output.ts';
import { programName } from '../program-name.ts';
import { readSecretFile } from '../prompt.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

interface CreateFlags extends GlobalFlags {
  email?: string;
  displayName?: string;
  role?: Lowercase<Role>;
  service?: boolean;
  passwordFile?: string;
}

export function addUserCommands(program: Command, shell: Shell): void {
  const user = program.command('user').description('people and service accounts');

  user
    .command('create <name>')
    .summary('create a user')
    .description('Create a user. Without a password, print a link with which the user sets one.')
    .option('--email <address>', "the user's e-mail address")
    .option('--display-name <text>', 'how the user is called on pages')
    .addOption(new Option('--role <role>', 'what the user may do here').choices(['admin', 'member']))
    .option('--service', 'a service account: an owner of indexes and tokens, such as a team')
    .option('--password-file <file>', 'read the password from a file, or from standard input with -')
    .option('--json', 'print the payload as JSON')
    .addHelpText(
      'after',
      `\nExample:\n  ${programName(shell.env)} user create bob --email bob@packages.example`,
    )
    .action((name: string, _: unknown, command: Command) => create(shell, name, command.optsWithGlobals()));

  user
    .command('list')
    .alias('ls')
    .description('list users')
    .option('--json', 'print the users as JSON')
    .action((_: unknown, command: Command) => list(shell, command.optsWithGlobals()));
}

async function create(shell: Shell, name: string, flags: CreateFlags): Promise<void> {
  const client = await connect(shell, flags);
  const { passwordFile } = flags;
  const payload = await client.createUser({
    name,
    email: flags.email,
    displayName: flags.displayName,
    role: flags.role && (flags.role.toUpperCase() as Role),
    kind: flags.service ? 'SERVICE' : 'HUMAN',
    password:
      passwordFile === undefined ? undefined : await readSecretFile(shell, '--password-file', passwordFile),
  });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Created ${payload.user.name}.`);
  if (payload.setupLink === null) return;
  notice(shell, 'This link sets the password; it works once and is not shown again:');
  printLine(shell, payload.setupLink);
}

async function list(shell: Shell, flags: GlobalFlags): Promise<void> {
  const users = await (await connect(shell, flags)).users().toArray();
  if (flags.json) return printJson(shell, users);
  printTable(
    shell,
    flags,
    users.map(({ name, kind, role, email, deactivatedAt }) => ({
      name,
      kind: kind.toLowerCase(),
      role: role.toLowerCase(),
      state: deactivatedAt === null ? 'active' : 'deactivated',
      email: email ?? '',
    })),
  );
}
