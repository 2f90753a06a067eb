/**
 * index reserve, unreserve, grant-upstream, revoke-upstream, unpin: which names an index closes against its mirrors, and
 * the exceptions.
 */
import type { Command } from 'commander';

import { connect } from '../connect.ts';
import { parseExpiry } from '../expiry.ts';
import { formatTime, notice, printJson } from '../output.ts';
import { programName } from '../program-name.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

interface ReserveFlags extends GlobalFlags {
  reason?: string;
}

interface GrantFlags extends GlobalFlags {
  reason: string;
  expires?: string;
}

export function addIndexNameCommands(index: Command, shell: Shell): void {
  const name = programName(shell.env);

  index
    .command('reserve <owner/name> <pattern>')
    .summary('close a name, or the beginning of names, against mirrors')
    .description(
      'Close a name against mirrors, or with "corp-*" corp and every name that begins with "corp-".',
    )
    .option('--reason <text>', 'why, in one line')
    .option('--json', 'print the payload as JSON')
    .addHelpText('after', `\nExample:\n  ${name} index reserve team/prod "corp-*" --reason "Our prefix."`)
    .action((path: string, pattern: string, _: unknown, command: Command) =>
      reserve(shell, path, pattern, command.optsWithGlobals()),
    );

  index
    .command('unreserve <owner/name> <pattern>')
    .description('take a reservation back')
    .option('--json', 'print the payload as JSON')
    .action((path: string, pattern: string, _: unknown, command: Command) =>
      unreserve(shell, path, pattern, command.optsWithGlobals()),
    );

  index
    .command('grant-upstream <owner/name> <project> <mirror>')
    .summary('let a mirror add to a name that a stage holds')
    .description('Let a mirror add versions to a name that a stage holds: the exception to "closed".')
    .requiredOption('--reason <text>', 'why, in one line')
    .option('--expires <when>', 'until when: 12h, 30d or a date; by default until it is revoked')
    .option('--json', 'print the payload as JSON')
    .addHelpText(
      'after',
      `\nExample:\n  ${name} index grant-upstream team/prod demo team/mirror --reason "Moves upstream." --expires 30d`,
    )
    .action((path: string, project: string, mirror: string, _: unknown, command: Command) =>
      grant(shell, { path, project, mirror }, command.optsWithGlobals()),
    );

  index
    .command('revoke-upstream <owner/name> <project> <mirror>')
    .description('close a name against a mirror again')
    .option('--json', 'print the payload as JSON')
    .action((path: string, project: string, mirror: string, _: unknown, command: Command) =>
      revoke(shell, { path, project, mirror }, command.optsWithGlobals()),
    );

  index
    .command('unpin <owner/name> <project>')
    .description('let another mirror answer a name that the first file bound to one')
    .option('--json', 'print the payload as JSON')
    .action((path: string, project: string, _: unknown, command: Command) =>
      unpin(shell, path, project, command.optsWithGlobals()),
    );
}

async function reserve(shell: Shell, path: string, pattern: string, flags: ReserveFlags): Promise<void> {
  const client = await connect(shell, flags);
  const payload = await client.reserveName({ path, pattern, reason: flags.reason });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `${path} closes ${pattern} against mirrors.`);
}

async function unreserve(shell: Shell, path: string, pattern: string, flags: GlobalFlags): Promise<void> {
  const payload = await (await connect(shell, flags)).unreserveName({ path, pattern });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `${path} reserves ${pattern} no more.`);
}

interface GrantedName {
  path: string;
  project: string;
  mirror: string;
}

async function grant(shell: Shell, granted: GrantedName, flags: GrantFlags): Promise<void> {
  const expiresAt = flags.expires === undefined ? undefined : parseExpiry(flags.expires, shell.now());
  const client = await connect(shell, flags);
  const payload = await client.grantUpstream({ ...granted, reason: flags.reason, expiresAt });
  if (flags.json) return printJson(shell, payload);
  const { path, project, mirror } = granted;
  const until = expiresAt ? ` until ${formatTime(expiresAt, '')}` : '';
  notice(shell, `${mirror} may add to ${project} in ${path}${until}.`);
}

async function revoke(shell: Shell, granted: GrantedName, flags: GlobalFlags): Promise<void> {
  const payload = await (await connect(shell, flags)).revokeUpstreamGrant(granted);
  if (flags.json) return printJson(shell, payload);
  notice(shell, `${granted.path} closes ${granted.project} against ${granted.mirror} again.`);
}

async function unpin(shell: Shell, path: string, project: string, flags: GlobalFlags): Promise<void> {
  const payload = await (await connect(shell, flags)).unpinOrigin({ path, project });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Any mirror of ${path} may answer ${project} again.`);
}
