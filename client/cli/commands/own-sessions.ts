/**
 * sessions list, sessions end: where one is signed in, and putting an end to it.
 */
import { Option, type Command } from 'commander';

import { chooseServer, readSessions, tokenOf, writeSessions } from '../config.ts';
import { connect } from '../connect.ts';
import { UsageError } from '../exit-codes.ts';
import { formatTime, notice, printJson, printTable } from '../output.ts';
import { programName } from '../program-name.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

interface EndFlags extends GlobalFlags {
  all?: boolean;
  others?: boolean;
  user?: string;
}

export function addOwnSessionsCommands(program: Command, shell: Shell): void {
  const sessions = program.command('sessions').description('where you are signed in');

  sessions
    .command('list')
    .alias('ls')
    .description('list your open sessions, newest first; the one you use is marked')
    .option('--json', 'print the sessions as JSON')
    .action((_: unknown, command: Command) => list(shell, command.optsWithGlobals()));

  sessions
    .command('end [id]')
    .summary('end a session')
    .description('End one session, or several; it stops working with the next request.')
    .addOption(new Option('--all', 'all of yours, this one too').conflicts(['others', 'user']))
    .addOption(new Option('--others', 'all of yours but this one').conflicts(['all', 'user']))
    .addOption(new Option('--user <name>', 'all of another user; for administrators'))
    .option('--json', 'print the payload as JSON')
    .addHelpText('after', `\nExample:\n  ${programName(shell.env)} sessions end --others`)
    .action((id: string | undefined, _: unknown, command: Command) =>
      end(shell, id, command.optsWithGlobals()),
    );
}

async function list(shell: Shell, flags: GlobalFlags): Promise<void> {
  const sessions = await (await connect(shell, flags)).sessions().toArray();
  if (flags.json) return printJson(shell, sessions);
  printTable(
    shell,
    flags,
    sessions.map((session) => ({
      id: session.sessionId,
      '': session.isCurrent ? 'this one' : '',
      'signed in': formatTime(session.createdAt, ''),
      'last used': formatTime(session.lastSeenAt, ''),
      ends: formatTime(session.endsAt, ''),
      from: session.address ?? '',
      with: session.client ?? '',
    })),
  );
}

async function end(shell: Shell, id: string | undefined, flags: EndFlags): Promise<void> {
  const wishes = [id, flags.all, flags.others, flags.user].filter((wish) => wish !== undefined);
  if (wishes.length !== 1)
    throw new UsageError('Say which: the id of a session, --all, --others or --user NAME.');
  if (id !== undefined) return endOne(shell, sessionIdIn(id, programName(shell.env)), flags);
  const client = await connect(shell, flags);
  const payload =
    flags.user === undefined
      ? await client.endAllSessions({ keepThis: flags.others ?? false })
      : await client.endUserSessions({ name: flags.user });
  if (flags.all) await forgetSession(shell, flags);
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Ended ${payload.count} ${payload.count === 1 ? 'session' : 'sessions'}.`);
}

async function endOne(shell: Shell, sessionId: string, flags: EndFlags): Promise<void> {
  const payload = await (await connect(shell, flags)).endSession({ sessionId });
  const sessions = await readSessions(shell.env);
  const kept = sessions.servers[chooseServer(flags.server, shell.env, sessions)];
  if (kept?.bearer.split('_')[2] === sessionId) await forgetSession(shell, flags);
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Ended the session ${sessionId}.`);
}

/** What the server no longer takes is not kept. */
async function forgetSession(shell: Shell, flags: GlobalFlags): Promise<void> {
  if (tokenOf(shell.env) !== null) return;
  const sessions = await readSessions(shell.env);
  const server = chooseServer(flags.server, shell.env, sessions);
  delete sessions.servers[server];
  if (sessions.current === server) sessions.current = null;
  await writeSessions(shell.env, sessions);
}

/** What is no id may be a secret, or a part of one: it is neither sent nor shown. */
function sessionIdIn(text: string, program: string): string {
  const given = text.trim();
  if (/^[0-9A-Za-z]{22}$/.test(given)) return given;
  throw new UsageError(
    `That is no session's id, which has 22 letters and digits. "${program} sessions list" shows the ids.`,
  );
}
