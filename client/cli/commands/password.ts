/**
 * user set-password: one's own password, or that of a service account. For a person there is user reset-password.
 */
import type { Command } from 'commander';

import type { WheelhouseClient } from '../../client.ts';
import { WheelhouseError } from '../../errors.ts';
import { chooseServer, readSessions, writeSessions } from '../config.ts';
import { connect } from '../connect.ts';
import { UsageError } from '../exit-codes.ts';
import { formatTime, notice, printJson } from '../output.ts';
import { programName } from '../program-name.ts';
import { askSecret, canAsk, readSecretFile } from '../prompt.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

interface PasswordFlags extends GlobalFlags {
  passwordFile?: string;
  currentPasswordFile?: string;
}

export function addPasswordCommand(user: Command, shell: Shell): void {
  user
    .command('set-password [name]')
    .summary('change your password, or set that of a service account')
    .description(
      'Change your own password, which ends your other sessions; or, as an administrator, set the password of a service account.',
    )
    .option('--password-file <file>', 'read the new password from a file, or from standard input with -')
    .option(
      '--current-password-file <file>',
      'read your current password from a file, or from standard input with -',
    )
    .option('--json', 'print the user as JSON')
    .addHelpText('after', `\nExample:\n  ${programName(shell.env)} user set-password`)
    .action((name: string | undefined, _: unknown, command: Command) =>
      name === undefined
        ? changeOwn(shell, command.optsWithGlobals())
        : setFor(shell, name, command.optsWithGlobals()),
    );
}

async function changeOwn(shell: Shell, flags: PasswordFlags): Promise<void> {
  if (flags.passwordFile === '-' && flags.currentPasswordFile === '-')
    throw new UsageError('Standard input holds one password: read the other from a file.');
  const client = await connect(shell, flags);
  const currentPassword = await secretFrom(
    shell,
    flags,
    '--current-password-file',
    flags.currentPasswordFile,
    () => askSecret(shell, 'Current password: '),
  );
  const newPassword = await newPasswordFrom(shell, flags);
  const { viewer, bearer, expiresAt } = await client.changePassword({ currentPassword, newPassword });
  await keep(shell, flags, viewer.name, bearer, expiresAt);
  if (flags.json) return printJson(shell, viewer.user);
  notice(
    shell,
    `Changed the password of ${viewer.name}. All other sessions ended; this one goes on until ${formatTime(expiresAt, 'you sign out')}.`,
  );
}

async function setFor(shell: Shell, name: string, flags: PasswordFlags): Promise<void> {
  if (flags.currentPasswordFile !== undefined)
    throw new UsageError('--current-password-file is for your own password: leave the name out.');
  const client: WheelhouseClient = await connect(shell, flags);
  const password = await newPasswordFrom(shell, flags);
  const { user } = await client.setServicePassword({ name, password });
  if (flags.json) return printJson(shell, user);
  notice(shell, `Set the password of ${user.name}. Its sessions ended, its tokens stay.`);
}

/** The session that asked has ended with all others, so the new one takes its place. */
async function keep(
  shell: Shell,
  flags: GlobalFlags,
  user: string,
  bearer: string | null,
  expiresAt: string,
): Promise<void> {
  if (!bearer) throw new WheelhouseError('The server gave no session.', { code: 'INTERNAL' });
  const sessions = await readSessions(shell.env);
  sessions.servers[chooseServer(flags.server, shell.env, sessions)] = { user, bearer, expiresAt };
  await writeSessions(shell.env, sessions);
}

/** Typed twice by a person, because nobody sees what they type. */
function newPasswordFrom(shell: Shell, flags: PasswordFlags): Promise<string> {
  return secretFrom(shell, flags, '--password-file', flags.passwordFile, async () => {
    const first = await askSecret(shell, 'New password: ');
    if ((await askSecret(shell, 'The same again: ')) === first) return first;
    throw new UsageError('The two differ, and nothing was changed. Try again.');
  });
}

async function secretFrom(
  shell: Shell,
  flags: GlobalFlags,
  flag: string,
  file: string | undefined,
  question: () => Promise<string>,
): Promise<string> {
  if (file !== undefined) return readSecretFile(shell, flag, file);
  if (!canAsk(shell, flags))
    throw new UsageError(`There is nobody to ask: give ${flag} FILE (or - for standard input).`);
  const answer = await question();
  if (answer === '') throw new UsageError(`Nothing was entered. Try again, or give ${flag} FILE.`);
  return answer;
}
