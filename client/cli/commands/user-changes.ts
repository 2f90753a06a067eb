/**
 * user update, set-role, activate, deactivate, delete, reset-password: for administrators. A link is data and goes to
 * standard output; deleting asks for the name.
 */
import { Argument, type Command } from 'commander';

import type { Role } from '../../_generated/graphql.ts';
import { connect } from '../connect.ts';
import { UsageError } from '../exit-codes.ts';
import { formatTime, notice, printJson, printLine } from '../output.ts';
import { ask, canAsk } from '../prompt.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

interface UpdateFlags extends GlobalFlags {
  email?: string;
  displayName?: string;
  clearEmail?: boolean;
  clearDisplayName?: boolean;
}

interface DeleteFlags extends GlobalFlags {
  yes?: boolean;
}

/** `user` is the command that they stand below. */
export function addUserChangeCommands(user: Command, shell: Shell): void {
  user
    .command('update <name>')
    .description("change a user's address and display name")
    .option('--email <address>', 'where mail goes')
    .option('--clear-email', 'forget the address')
    .option('--display-name <text>', 'how the user is called on pages')
    .option('--clear-display-name', 'show the name instead')
    .option('--json', 'print the payload as JSON')
    .action((name: string, _: unknown, command: Command) => update(shell, name, command.optsWithGlobals()));

  user
    .command('set-role <name>')
    .description("change a user's role; ends the user's sessions")
    .addArgument(new Argument('<role>', 'what the user may do here').choices(['admin', 'member']))
    .option('--json', 'print the payload as JSON')
    .action((name: string, role: Lowercase<Role>, _: unknown, command: Command) =>
      setRole(shell, name, role, command.optsWithGlobals()),
    );

  user
    .command('deactivate <name>')
    .description('refuse every credential of a user from the next request on')
    .option('--json', 'print the payload as JSON')
    .action((name: string, _: unknown, command: Command) =>
      deactivate(shell, name, command.optsWithGlobals()),
    );

  user
    .command('activate <name>')
    .description('let a user who was deactivated in again')
    .option('--json', 'print the payload as JSON')
    .action((name: string, _: unknown, command: Command) => activate(shell, name, command.optsWithGlobals()));

  user
    .command('reset-password <name>')
    .summary('print a link that sets another password')
    .description('Print a link with which a user sets another password. It works once, for an hour.')
    .option('--json', 'print the payload as JSON')
    .action((name: string, _: unknown, command: Command) =>
      resetPassword(shell, name, command.optsWithGlobals()),
    );

  user
    .command('delete <name>')
    .alias('rm')
    .summary('delete a user for good')
    .description('Delete a user, who owns no index any more. Asks for the name, which is never used again.')
    .option('--yes', 'do not ask')
    .option('--json', 'print the payload as JSON')
    .action((name: string, _: unknown, command: Command) => remove(shell, name, command.optsWithGlobals()));
}

async function update(shell: Shell, name: string, flags: UpdateFlags): Promise<void> {
  const email = changedText(flags.email, flags.clearEmail, 'email');
  const displayName = changedText(flags.displayName, flags.clearDisplayName, 'display-name');
  if (email === undefined && displayName === undefined) {
    throw new UsageError(
      'Say what to change: --email, --clear-email, --display-name or --clear-display-name.',
    );
  }
  const payload = await (await connect(shell, flags)).updateUser({ name, email, displayName });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Updated ${payload.user.name}.`);
}

/** Undefined when it stays, null when it is cleared. */
function changedText(text: string | undefined, isCleared = false, flag: string): string | null | undefined {
  if (text !== undefined && isCleared) throw new UsageError(`Give --${flag} or --clear-${flag}, not both.`);
  return isCleared ? null : text;
}

async function setRole(shell: Shell, name: string, role: Lowercase<Role>, flags: GlobalFlags): Promise<void> {
  const payload = await (await connect(shell, flags)).updateUser({ name, role: role.toUpperCase() as Role });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `${payload.user.name} is ${role === 'admin' ? 'an admin' : 'a member'}.`);
}

async function deactivate(shell: Shell, name: string, flags: GlobalFlags): Promise<void> {
  const payload = await (await connect(shell, flags)).deactivateUser({ name });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `${payload.user.name} is deactivated.`);
}

async function activate(shell: Shell, name: string, flags: GlobalFlags): Promise<void> {
  const payload = await (await connect(shell, flags)).activateUser({ name });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `${payload.user.name} is active.`);
}

async function resetPassword(shell: Shell, name: string, flags: GlobalFlags): Promise<void> {
  const payload = await (await connect(shell, flags)).resetPassword({ name });
  if (flags.json) return printJson(shell, payload);
  const mailed = payload.emailSent ? ` It was mailed to ${payload.user.email ?? 'the user'} as well.` : '';
  notice(
    shell,
    `This link sets a password; it works once, until ${formatTime(payload.expiresAt, '')}, and is not shown again.${mailed}`,
  );
  printLine(shell, payload.link);
}

async function remove(shell: Shell, name: string, flags: DeleteFlags): Promise<void> {
  const client = await connect(shell, flags);
  if (!flags.yes) await confirm(shell, flags, name);
  const payload = await client.deleteUser({ name, confirmName: name });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Deleted ${payload.deletedName}.`);
}

async function confirm(shell: Shell, flags: DeleteFlags, name: string): Promise<void> {
  if (!canAsk(shell, flags))
    throw new UsageError('There is nobody to ask: give --yes to delete without a question.');
  notice(
    shell,
    `Deleting ${name} revokes all tokens of ${name} and takes the name off every list and group. This cannot be undone.`,
  );
  const typed = await ask(shell, `Type ${name} to delete the user: `);
  if (typed.trim() !== name) throw new UsageError(`That is not ${name}. Nobody was deleted.`);
}
