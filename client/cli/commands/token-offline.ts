/**
 * token derive, token inspect: what a holder can do with a token alone. No server is asked, so nothing here says whether
 * a token is valid.
 */
import type { Command } from 'commander';

import { addCaveat } from '../../../server/domain/tokens/macaroon/chain.ts';
import {
  decodeMacaroon,
  encodeMacaroon,
  type Macaroon,
} from '../../../server/domain/tokens/macaroon/wire.ts';
import { caveatsOf, type Narrowing } from '../caveats.ts';
import { tokenOf } from '../config.ts';
import { UsageError } from '../exit-codes.ts';
import { parseBeginning, parseExpiry } from '../expiry.ts';
import { notice, printFields, printJson, printLine } from '../output.ts';
import { collect } from '../principals.ts';
import { programName } from '../program-name.ts';
import { askSecret, canAsk, readSecretFile } from '../prompt.ts';
import type { GlobalFlags, Shell } from '../shell.ts';
import { inspected } from '../token-text.ts';

interface TextFlags extends GlobalFlags {
  file?: string;
}

interface DeriveFlags extends TextFlags {
  index?: string[];
  project?: string[];
  allow?: string[];
  expires?: string;
  notBefore?: string;
}

const SOURCE =
  'The token is read from --file, else from WHEELHOUSE_TOKEN, else from standard input; never from an argument.';

/** `token` is the command that they stand below. */
export function addTokenOfflineCommands(token: Command, shell: Shell): void {
  token
    .command('derive')
    .summary('narrow a copy of an attenuable token, offline')
    .description(`Print a narrower copy of an attenuable token. No server is asked. ${SOURCE}`)
    .option('--index <owner/name>', 'only in this index; repeatable', collect)
    .option('--project <name>', 'only this project; repeatable', collect)
    .option('--allow <words>', 'only this: read, upload, or words of devpi; separated by commas', listed)
    .option('--expires <when>', 'an end: 12h, 30d, 8w, or a day such as 2027-01-31')
    .option('--not-before <when>', 'a beginning: a span, a day or a moment')
    .option('--file <file>', 'the file that holds the token and nothing else; - for standard input')
    .option('--json', 'print the token and what was added as JSON')
    .addHelpText(
      'after',
      `\nExample:\n  ${programName(shell.env)} token derive --project acme-tools --allow upload --expires 1h`,
    )
    .action((_: unknown, command: Command) => derive(shell, command.optsWithGlobals()));

  token
    .command('inspect')
    .summary('say what a text is, offline')
    .description(`Say what kind of token a text is, and how it was narrowed. No server is asked. ${SOURCE}`)
    .option('--file <file>', 'the file that holds the token and nothing else; - for standard input')
    .option('--json', 'print what is known as JSON')
    .action((_: unknown, command: Command) => inspect(shell, command.optsWithGlobals()));
}

async function derive(shell: Shell, flags: DeriveFlags): Promise<void> {
  const caveats = caveatsOf(narrowingOf(flags, shell.now()));
  if (caveats.length === 0) {
    throw new UsageError('Say how to narrow it: --index, --project, --allow, --expires or --not-before.');
  }
  const text = await tokenText(shell, flags);
  const macaroon = decodeMacaroon(text);
  if (macaroon === null) throw new UsageError(whyNotDerived(text));
  const derived = asUsage(() => encodeMacaroon(caveats.reduce<Macaroon>(addCaveat, macaroon)));
  if (flags.json) return printJson(shell, { plaintext: derived, added: caveats });
  printLine(shell, derived);
}

function narrowingOf(flags: DeriveFlags, now: Date): Narrowing {
  const expires = flags.expires === undefined ? null : parseExpiry(flags.expires, now);
  if (flags.expires !== undefined && expires === null) {
    throw new UsageError('--expires: a token is not narrowed by never expiring.');
  }
  return {
    indexes: flags.index ?? [],
    projects: flags.project ?? [],
    allowed: flags.allow ?? [],
    expires,
    notBefore: flags.notBefore === undefined ? null : parseBeginning(flags.notBefore, now),
  };
}

function whyNotDerived(text: string): string {
  return text.startsWith('whm-')
    ? 'That is no whole attenuable token: it was cut off or changed on its way.'
    : 'Only an attenuable token, which begins with whm-, is narrowed offline; "token narrow" does it for the others.';
}

async function inspect(shell: Shell, flags: TextFlags): Promise<void> {
  const found = inspected(await tokenText(shell, flags));
  if (found === null) {
    throw new UsageError('That is no token of a Wheelhouse: those begin with wh_, whm- or adm_.');
  }
  if (flags.json) return printJson(shell, found);
  printFields(shell, [
    ['kind', found.kind],
    ...(found.id === null ? [] : [['id', found.id] as [string, string]]),
    ...(found.isWhole === null ? [] : [['form', found.isWhole ? 'whole' : 'damaged'] as [string, string]]),
    ...(found.location === null ? [] : [['location', found.location] as [string, string]]),
    ...found.caveats.map(({ meaning }): [string, string] => ['narrowed to', meaning]),
  ]);
  notice(shell, 'Whether it is valid, and what it may do, the server alone knows.');
}

async function tokenText(shell: Shell, { file, ...flags }: TextFlags): Promise<string> {
  const kept = tokenOf(shell.env);
  if (file === undefined && kept !== null) {
    notice(shell, 'This is about the token in WHEELHOUSE_TOKEN.');
    return kept;
  }
  const isAsked = file === undefined && canAsk(shell, flags);
  return (
    isAsked ? await askSecret(shell, 'Token: ') : await readSecretFile(shell, '--file', file ?? '-')
  ).trim();
}

/** What is too much for a macaroon is said by whoever writes it. */
function asUsage<Result>(write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`${error.message} Narrow it less, or derive from an earlier copy.`);
  }
}

function listed(text: string, earlier: string[] = []): string[] {
  return [...earlier, ...text.split(',').map((word) => word.trim())];
}
