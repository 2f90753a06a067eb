/**
 * login, logout, whoami: the session of the person at this terminal.
 */
import type { Command } from 'commander';

import type { WheelhouseClient } from '../../client.ts';
import { NotAuthenticated, WheelhouseError } from '../../errors.ts';
import { chooseServer, readSessions, tokenOf, writeSessions } from '../config.ts';
import { clientFor, connect } from '../connect.ts';
import { UsageError } from '../exit-codes.ts';
import { formatTime, notice, printJson, printLine } from '../output.ts';
import { programName } from '../program-name.ts';
import { ask, askSecret, canAsk, readSecretFile } from '../prompt.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

interface LoginFlags extends GlobalFlags {
  user?: string;
  passwordFile?: string;
}

/** There is no admin yet, and so nobody whose password could be right. */
export class SetupNeeded extends NotAuthenticated {}

export function addSessionCommands(program: Command, shell: Shell): void {
  program
    .command('login')
    .summary('sign in and keep the session')
    .description('Sign in to a server and keep the session, readable by you alone.')
    .option('--user <name>', 'who signs in')
    .option('--password-file <file>', 'read the password from a file, or from standard input with -')
    .addHelpText(
      'after',
      `\nExample:\n  ${programName(shell.env)} login --server https://packages.example --user alice`,
    )
    .action((_: unknown, command: Command) => login(shell, command.optsWithGlobals()));

  program
    .command('logout')
    .description('end the session and forget it')
    .action((_: unknown, command: Command) => logout(shell, command.optsWithGlobals()));

  program
    .command('whoami')
    .description('who the server takes you for')
    .option('--json', 'print the viewer as JSON')
    .action((_: unknown, command: Command) => whoami(shell, command.optsWithGlobals()));
}

async function login(shell: Shell, flags: LoginFlags): Promise<void> {
  const sessions = await readSessions(shell.env);
  const server = orAsUsage(() => chooseServer(flags.server, shell.env, sessions));
  const name = flags.user ?? (await askFor(shell, flags, '--user NAME', () => ask(shell, 'User: ')));
  const client = clientFor(shell, flags, server);
  const password =
    flags.passwordFile === undefined
      ? await askFor(shell, flags, '--password-file FILE (or - for standard input)', () =>
          askSecret(shell, `Password of ${name} at ${server}: `),
        )
      : await readSecretFile(shell, '--password-file', flags.passwordFile);

  const { viewer, bearer, expiresAt } = await client
    .signIn({ name, password, carrier: 'BEARER' })
    .catch((error: unknown) => explainSignIn(client, error));
  if (!bearer) throw new WheelhouseError('The server gave no session.', { code: 'INTERNAL' });
  sessions.servers[server] = { user: viewer.name, bearer, expiresAt };
  sessions.current = server;
  await writeSessions(shell.env, sessions);
  notice(shell, `Signed in to ${server} as ${viewer.name}, until ${formatTime(expiresAt, 'you sign out')}.`);
  if (tokenOf(shell.env) !== null) {
    notice(shell, 'WHEELHOUSE_TOKEN is set and goes before this session; unset it to use the session.');
  }
}

/** The server answers a wrong name like a wrong password; on a server without any user neither is the reason. */
async function explainSignIn(client: WheelhouseClient, error: unknown): Promise<never> {
  if (!(error instanceof WheelhouseError) || error.code !== 'SIGN_IN_FAILED') throw error;
  const isSetupNeeded = await client.server().then(
    ({ setupNeeded }) => setupNeeded,
    () => false,
  );
  if (!isSetupNeeded) throw error;
  throw new SetupNeeded(
    'This server has no admin yet, so nobody can sign in. Set it up first, with the link that it printed at its start; every start prints a new one.',
    { code: 'SIGN_IN_FAILED', cause: error },
  );
}

/** What is kept is forgotten first: a server that cannot be reached must not keep a secret on this machine. */
async function logout(shell: Shell, flags: GlobalFlags): Promise<void> {
  const sessions = await readSessions(shell.env);
  const server = chooseServer(flags.server, shell.env, sessions);
  const kept = sessions.servers[server];
  if (!kept) return notice(shell, `You are not signed in to ${server}.`);
  delete sessions.servers[server];
  if (sessions.current === server) sessions.current = null;
  await writeSessions(shell.env, sessions);
  try {
    await clientFor(shell, flags, server, { session: kept.bearer }).signOut();
  } catch (error) {
    // A session that the server no longer takes has ended already.
    if (!(error instanceof NotAuthenticated)) {
      notice(
        shell,
        `The session is forgotten here; at the server it ends ${formatTime(kept.expiresAt, 'later')}.`,
      );
      throw error;
    }
  }
  notice(shell, `Signed out of ${server}.`);
}

async function whoami(shell: Shell, flags: GlobalFlags): Promise<void> {
  const viewer = await (await connect(shell, flags)).viewer();
  if (!viewer)
    throw new NotAuthenticated('The server does not know this credential.', { code: 'UNAUTHENTICATED' });
  if (flags.json) return printJson(shell, viewer);
  printLine(shell, viewer.name);
  const credential = viewer.credential === 'SESSION' ? 'a session' : 'a token';
  const until = formatTime(viewer.credentialExpiresAt, 'it is revoked');
  notice(shell, `${viewer.user.role.toLowerCase()}, with ${credential} that is valid until ${until}`);
}

/** Nobody signs in to learn where: no server at all is a flag that is missing. */
function orAsUsage(choose: () => string): string {
  try {
    return choose();
  } catch (error) {
    if (!(error instanceof NotAuthenticated)) throw error;
    throw new UsageError('Say where to sign in: --server URL, or WHEELHOUSE_SERVER.');
  }
}

async function askFor(
  shell: Shell,
  flags: GlobalFlags,
  missing: string,
  question: () => Promise<string>,
): Promise<string> {
  if (!canAsk(shell, flags)) throw new UsageError(`There is nobody to ask: give ${missing}.`);
  const answer = await question();
  if (answer === '') throw new UsageError(`Nothing was entered. Try again, or give ${missing}.`);
  return answer;
}
