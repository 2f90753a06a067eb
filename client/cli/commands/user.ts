/**
 * user create, user list, user show: for administrators. What changes a user is in user-changes.ts.
 */
import { Option, type Command } from 'commander';

import type { Role, UserState } from '../../_generated/graphql.ts';
import { NotFound } from '../../errors.ts';
import { connect } from '../connect.ts';
import { formatTime, notice, printFields, printJson, printLine, printTable } from '../output.ts';
import { programName } from '../program-name.ts';
import { readSecretFile } from '../prompt.ts';
import type { GlobalFlags, Shell } from '../shell.ts';
import { addUserChangeCommands } from './user-changes.ts';
import { addPasswordCommand } from './password.ts';

interface CreateFlags extends GlobalFlags {
  email?: string;
  displayName?: string;
  role?: Lowercase<Role>;
  service?: boolean;
  passwordFile?: string;
}

interface ListFlags extends GlobalFlags {
  text?: string;
  role?: Lowercase<Role>;
  state?: Lowercase<UserState>;
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
    .option('--text <part>', 'only those whose name, display name or address has this part')
    .addOption(new Option('--role <role>', 'only those with this role').choices(['admin', 'member']))
    .addOption(new Option('--state <state>', 'only those in this state').choices(['active', 'deactivated']))
    .option('--json', 'print the users as JSON')
    .action((_: unknown, command: Command) => list(shell, command.optsWithGlobals()));

  user
    .command('show <name>')
    .description('show a user')
    .option('--json', 'print the user as JSON')
    .action((name: string, _: unknown, command: Command) => show(shell, name, command.optsWithGlobals()));

  addUserChangeCommands(user, shell);

  addPasswordCommand(user, shell);
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
  const mailed = payload.emailSent ? ' It was mailed as well.' : '';
  notice(shell, `This link sets the password; it works once and is not shown again.${mailed}`);
  printLine(shell, payload.setupLink);
}

async function list(shell: Shell, flags: ListFlags): Promise<void> {
  const filter = {
    text: flags.text,
    role: flags.role && (flags.role.toUpperCase() as Role),
    state: flags.state && (flags.state.toUpperCase() as UserState),
  };
  const users = await (await connect(shell, flags)).users({ filter }).toArray();
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

async function show(shell: Shell, name: string, flags: GlobalFlags): Promise<void> {
  const user = await (await connect(shell, flags)).user({ name });
  if (!user) throw new NotFound(`There is no user ${name}.`, { code: 'NOT_FOUND' });
  if (flags.json) return printJson(shell, user);
  const { deactivatedAt, deactivatedBy } = user;
  const since = deactivatedAt === null ? '' : ` since ${formatTime(deactivatedAt, '')}`;
  const by = deactivatedBy ? ` by ${deactivatedBy.name}` : '';
  printFields(shell, [
    ['name', user.name],
    ['display name', user.displayName ?? '(none)'],
    ['email', user.email ?? '(none)'],
    ['kind', user.kind.toLowerCase()],
    ['role', user.role.toLowerCase()],
    ['state', deactivatedAt === null ? 'active' : `deactivated${since}${by}`],
    ['groups', user.groups.map((group) => group.name).join(', ') || '(none)'],
    ['created', formatTime(user.createdAt, '')],
  ]);
}
