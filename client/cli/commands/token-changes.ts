/**
 * token rename, narrow, pause, resume, report-leak. Each takes away or only says something else: what a token may do never
 * grows.
 */
import { type Command } from 'commander';

import { chooseServer, readSessions } from '../config.ts';
import { clientFor, connect } from '../connect.ts';
import { UsageError } from '../exit-codes.ts';
import { parseBeginning, parseExpiry } from '../expiry.ts';
import { notice, printFields, printJson } from '../output.ts';
import { collect } from '../principals.ts';
import { programName } from '../program-name.ts';
import { askSecret, canAsk, readSecretFile } from '../prompt.ts';
import { scopeOf } from '../scopes.ts';
import type { GlobalFlags, Shell } from '../shell.ts';
import { idsAmongOwn, TOKEN_ID } from '../token-ids.ts';
import { tokensIn } from '../token-text.ts';
import { fieldsOf } from '../token-words.ts';

interface RenameFlags extends GlobalFlags {
  description?: string;
}

interface NarrowFlags extends GlobalFlags {
  scope?: string[];
  index?: string[];
  project?: string[];
  address?: string[];
  expires?: string;
  notBefore?: string;
}

interface ReportFlags extends GlobalFlags {
  file?: string;
}

/** `token` is the command that they stand below. */
export function addTokenChangeCommands(token: Command, shell: Shell): void {
  token
    .command('rename <id> [new-name]')
    .summary('give a token another name or description')
    .description(`Give a token, named by ${TOKEN_ID}, another name or description. Its text stays as it is.`)
    .option('--description <text>', 'a sentence for whoever finds it in a list; an empty one forgets it')
    .option('--json', 'print the payload as JSON')
    .action((id: string, name: string | undefined, _: unknown, command: Command) =>
      rename(shell, id, name, command.optsWithGlobals()),
    );

  token
    .command('narrow <id>')
    .summary('take something away from a token')
    .description(
      `Take something away from a token, named by ${TOKEN_ID}. What a flag names is what is left; nothing is ever given back.`,
    )
    .option(
      '--scope <scope>',
      'what it may still do: read, upload, or a scope of the API; repeatable',
      collect,
    )
    .option('--index <owner/name>', 'where it may still be used; repeatable', collect)
    .option('--project <name>', 'only these projects; a final * stands for any end; repeatable', collect)
    .option('--address <range>', 'only from there, such as 10.0.0.0/8; repeatable', collect)
    .option('--expires <when>', 'an earlier end: 12h, 30d, 8w, or a day such as 2027-01-31')
    .option('--not-before <when>', 'a later beginning: a span, a day or a moment')
    .option('--json', 'print the payload as JSON')
    .action((id: string, _: unknown, command: Command) => narrow(shell, id, command.optsWithGlobals()));

  token
    .command('pause <id>')
    .summary('refuse a token until it is resumed')
    .description(`Refuse a token, named by ${TOKEN_ID}, until it is resumed. For administrators.`)
    .option('--json', 'print the payload as JSON')
    .action((id: string, _: unknown, command: Command) => pause(shell, id, command.optsWithGlobals()));

  token
    .command('resume <id>')
    .summary('take a paused token again')
    .description(`Take a token that is paused, named by ${TOKEN_ID}, again. For administrators.`)
    .option('--json', 'print the payload as JSON')
    .action((id: string, _: unknown, command: Command) => resume(shell, id, command.optsWithGlobals()));

  token
    .command('report-leak')
    .summary('report a token that was found where it should not be')
    .description(
      'Report a token that was found, in public code for one; it is revoked if it is one of this server. Needs no sign-in, and the answer tells nothing. The token is read from standard input, never from an argument.',
    )
    .option('--file <file>', 'the file that holds the token and nothing else')
    .option('--json', 'print the payload as JSON')
    .action((_: unknown, command: Command) => reportLeak(shell, command.optsWithGlobals()));
}

async function rename(
  shell: Shell,
  given: string,
  name: string | undefined,
  flags: RenameFlags,
): Promise<void> {
  const description = flags.description === '' ? null : flags.description;
  if (name === undefined && description === undefined) {
    throw new UsageError('Say what to change: a new name, or --description TEXT.');
  }
  const { client, tokenId } = await clientAndId(shell, given, flags);
  const payload = await client.updateToken({ tokenId, name, description });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `${tokenId} is called ${payload.token.name}.`);
}

async function narrow(shell: Shell, given: string, flags: NarrowFlags): Promise<void> {
  const limits = {
    scopes: flags.scope?.map(scopeOf),
    indexes: flags.index,
    projects: flags.project,
    addresses: flags.address,
    expiresAt: flags.expires === undefined ? undefined : endOf(flags.expires, shell.now()),
    notBefore: flags.notBefore === undefined ? undefined : parseBeginning(flags.notBefore, shell.now()),
  };
  if (Object.values(limits).every((limit) => limit === undefined)) {
    throw new UsageError(
      'Say what is left: --scope, --index, --project, --address, --expires or --not-before.',
    );
  }
  const { client, tokenId } = await clientAndId(shell, given, flags);
  const payload = await client.narrowToken({ tokenId, ...limits });
  if (flags.json) return printJson(shell, payload);
  printFields(shell, fieldsOf(payload.token));
}

function endOf(text: string, now: Date): string {
  const end = parseExpiry(text, now);
  if (end === null) throw new UsageError('--expires: a token is not narrowed by never expiring.');
  return end;
}

async function pause(shell: Shell, given: string, flags: GlobalFlags): Promise<void> {
  const { client, tokenId } = await clientAndId(shell, given, flags);
  const payload = await client.pauseToken({ tokenId });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Paused ${payload.token.name} (${tokenId}).`);
}

async function resume(shell: Shell, given: string, flags: GlobalFlags): Promise<void> {
  const { client, tokenId } = await clientAndId(shell, given, flags);
  const payload = await client.resumeToken({ tokenId });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Resumed ${payload.token.name} (${tokenId}).`);
}

async function clientAndId(shell: Shell, given: string, flags: GlobalFlags) {
  const tokenIds = idsAmongOwn([given], programName(shell.env));
  const client = await connect(shell, flags);
  const [tokenId = ''] = await tokenIds(client);
  return { client, tokenId };
}

/** The server takes no more from one address. */
const REPORTS_OF_A_MINUTE = 10;

/** Whoever finds a token may have no account, and what is kept here is nobody's business there. */
async function reportLeak(shell: Shell, flags: ReportFlags): Promise<void> {
  const sessions = await readSessions(shell.env);
  const server = chooseServer(flags.server, shell.env, sessions);
  const token =
    flags.file === undefined && canAsk(shell, flags)
      ? await askSecret(shell, 'The token that was found: ')
      : await readSecretFile(shell, '--file', flags.file ?? '-');
  const found = tokensIn(token);
  if (found.length === 0) throw new UsageError('There is no token in it, nor anything that looks like one.');
  if (found.length > REPORTS_OF_A_MINUTE) {
    throw new UsageError(
      `There are ${found.length} tokens in it, and ${REPORTS_OF_A_MINUTE} can be reported in a minute: report them in parts.`,
    );
  }
  const client = clientFor(shell, flags, server);
  const payloads = [];
  for (const text of found) payloads.push(await client.reportLeakedToken({ token: text }));
  if (flags.json) return printJson(shell, payloads.length === 1 ? payloads[0] : payloads);
  notice(
    shell,
    found.length === 1
      ? 'Thank you. If it is a token of this server, it is revoked.'
      : `Thank you. Whichever of the ${found.length} is a token of this server is revoked.`,
  );
}
