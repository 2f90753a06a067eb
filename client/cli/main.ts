/**
 * The command line: which commands there are, and how one ends. A command that succeeds prints data on standard
 * output; one that fails says why on standard error, what to do next, and ends with a code of exit-codes.ts.
 */
import { Command, CommanderError, InvalidArgumentError } from 'commander';

import { version } from '../../package.json';
import { NotAllowed, NotAuthenticated, WheelhouseError } from '../errors.ts';
import { addApiCommands } from './commands/api.ts';
import { addAuditCommands } from './commands/audit.ts';
import { addGroupCommands } from './commands/group.ts';
import { addFileCommands } from './commands/file.ts';
import { addIndexCommands } from './commands/package-index.ts';
import { addRetentionCommand } from './commands/package-index-retention.ts';
import { addMirrorCommands } from './commands/mirror.ts';
import { addProjectCommands } from './commands/project.ts';
import { addReleaseCommands } from './commands/release.ts';
import { addSearchCommand } from './commands/search.ts';
import { addSessionCommands, SetupNeeded } from './commands/session.ts';
import { addOwnSessionsCommands } from './commands/own-sessions.ts';
import { addTokenCommands } from './commands/token.ts';
import { addUserCommands } from './commands/user.ts';
import { addWhyCommand } from './commands/why.ts';
import { tokenOf } from './config.ts';
import { EXIT_CODES, exitCodeOf, UsageError } from './exit-codes.ts';
import { notice, printError, printLine } from './output.ts';
import { programName } from './program-name.ts';
import { wordsInstead } from './scopes.ts';
import { processShell, type GlobalFlags, type Shell } from './shell.ts';

/** Runs the command that `args` (without node and script) name, and gives the exit code. Never rejects. */
export async function main(args: string[], shell: Shell = processShell()): Promise<number> {
  const program = programFor(shell);
  try {
    await program.parseAsync(args, { from: 'user' });
    return EXIT_CODES.ok.code;
  } catch (error) {
    // Commander has said what is wrong before it throws.
    if (!(error instanceof CommanderError)) explain(shell, program.opts(), error);
    return exitCodeOf(error);
  }
}

/** Run by the server's side on the server's machine; listed here so that help and suggestions know them. */
export const OPERATOR_COMMANDS = {
  serve: 'run the server',
  'recover-admin': 'print a one-time link with which an administrator sets a new password',
  'import-tokens': 'take over the tokens of another system, from a file of JSON lines',
  fsck: 'look for damage in the database and the stored files',
} as const;

function programFor(shell: Shell): Command {
  const program = new Command(programName(shell.env))
    .description('A private Python package index, administered through GraphQL.')
    .version(version)
    .option('--server <url>', 'the server to talk to (WHEELHOUSE_SERVER; default: where you signed in last)')
    .option('--timeout <seconds>', 'how long to wait for an answer', seconds, 30)
    .option('--no-input', 'never ask; fail and name the missing flag')
    .option('--no-color', 'no colours (also NO_COLOR)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.stdout.write(text),
      writeErr: (text) => shell.stderr.write(text),
    })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(add --help for what this command takes)');

  program.commandsGroup('Commands:');
  addSessionCommands(program, shell);
  addOwnSessionsCommands(program, shell);
  addIndexCommands(program, shell);
  addRetentionCommand(program, shell);
  addMirrorCommands(program, shell);
  addProjectCommands(program, shell);
  addReleaseCommands(program, shell);
  addFileCommands(program, shell);
  addWhyCommand(program, shell);
  addSearchCommand(program, shell);
  addTokenCommands(program, shell);
  addUserCommands(program, shell);
  addGroupCommands(program, shell);
  addAuditCommands(program, shell);
  addApiCommands(program, shell);
  program
    .command('exit-codes')
    .description('what the exit codes mean')
    .action(() => printExitCodes(shell));
  program.commandsGroup("On the server's machine:");
  for (const [name, summary] of Object.entries(OPERATOR_COMMANDS)) addOperatorCommand(program, name, summary);
  return program;
}

/** Reached only where the client was installed without the server. */
function addOperatorCommand(program: Command, name: string, summary: string): void {
  program
    .command(name)
    .description(summary)
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption(false)
    .action(() => {
      throw new UsageError(`"${name}" runs on the server's machine, where the server is installed.`);
    });
}

function explain(shell: Shell, flags: GlobalFlags, error: unknown): void {
  printError(shell, flags, error instanceof Error ? error.message : String(error));
  for (const hint of hintsFor(shell, flags, error)) notice(shell, hint);
}

function hintsFor({ env }: Shell, { server }: GlobalFlags, error: unknown): string[] {
  if (!(error instanceof WheelhouseError)) return [];
  const program = programName(env);
  const hints: string[] = [];
  const refused = error instanceof NotAuthenticated || error instanceof NotAllowed;
  if (error.code === 'SIGN_IN_FAILED') {
    if (!(error instanceof SetupNeeded))
      hints.push(
        `For an admin who lost the password, on the server's machine: ${program} recover-admin NAME`,
      );
  } else if (refused && tokenOf(env) !== null) {
    hints.push('WHEELHOUSE_TOKEN is set and was used. Unset it to use your session.');
  } else if (error instanceof NotAuthenticated || error.code === 'FRESH_SIGN_IN_REQUIRED') {
    hints.push(
      `Sign in: ${program} login --server ${server ?? (env['WHEELHOUSE_SERVER'] || 'URL')} --user NAME`,
    );
  }
  const words = wordsInstead(error.message);
  if (words !== null) hints.push(words);
  if (error.code === 'TIMEOUT') hints.push('Allow more time with --timeout SECONDS.');
  // A refusal has said its reason.
  if (error.requestId && error.code === 'INTERNAL')
    hints.push(`The server's log has the reason under the request id ${error.requestId}.`);
  return hints;
}

function printExitCodes(shell: Shell): void {
  for (const { code, meaning } of Object.values(EXIT_CODES))
    printLine(shell, `${String(code).padStart(3)}  ${meaning}`);
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 3600)) throw new InvalidArgumentError('Use a number of seconds up to 3600.');
  return value;
}
