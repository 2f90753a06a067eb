/**
 * token create, token list, token revoke. The plaintext is printed once, where it was asked for.
 */
import { Option, type Command } from 'commander';

import type { TokenFieldsFragment } from '../../_generated/graphql.ts';
import { connect } from '../connect.ts';
import { UsageError } from '../exit-codes.ts';
import { parseExpiry } from '../expiry.ts';
import { formatTime, notice, printFields, printJson, printLine, printTable } from '../output.ts';
import { collect } from '../principals.ts';
import { programName } from '../program-name.ts';
import { scopeOf, wordOf } from '../scopes.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

interface CreateFlags extends GlobalFlags {
  name: string;
  index: string[];
  scope: string[];
  expires?: string;
  raw?: boolean;
}

export function addTokenCommands(program: Command, shell: Shell): void {
  const token = program.command('token').description('credentials for installers, uploaders and automation');

  token
    .command('create')
    .summary('create a token')
    .description('Create a token for named indexes. It is shown once.')
    .requiredOption('--name <name>', 'what the token is for, such as ci-upload')
    .requiredOption('--index <owner/name>', 'where it may be used; repeatable', collect)
    .requiredOption('--scope <scope>', 'what it may do: read, upload; repeatable', collect)
    .option('--expires <when>', '12h, 30d, 8w, a day such as 2027-01-31, or never (default: 30d)')
    .addOption(new Option('--raw', 'print the token and nothing else').conflicts('json'))
    .option('--json', 'print the payload as JSON')
    .addHelpText(
      'after',
      `\nExample:\n  ${programName(shell.env)} token create --name ci --index team/prod --scope upload --expires 90d --raw`,
    )
    .action((_: unknown, command: Command) => create(shell, command.optsWithGlobals()));

  token
    .command('list')
    .alias('ls')
    .description('list your tokens, newest first')
    .option('--json', 'print the tokens as JSON')
    .action((_: unknown, command: Command) => list(shell, command.optsWithGlobals()));

  token
    .command('revoke <id>')
    .alias('rm')
    .description('revoke a token; it stops working with the next request')
    .option('--json', 'print the payload as JSON')
    .action((id: string, _: unknown, command: Command) => revoke(shell, id, command.optsWithGlobals()));
}

async function create(shell: Shell, flags: CreateFlags): Promise<void> {
  const expiresAt = flags.expires === undefined ? undefined : parseExpiry(flags.expires, shell.now());
  const client = await connect(shell, flags);
  const payload = await client.createToken({
    name: flags.name,
    indexes: flags.index,
    scopes: flags.scope.map(scopeOf),
    expiresAt,
  });
  if (flags.json) return printJson(shell, payload);
  if (flags.raw) return printLine(shell, payload.plaintext);
  const { token, plaintext } = payload;
  printFields(shell, [
    ['token', plaintext],
    ['id', token.tokenId],
    ['scopes', scopesOf(token)],
    ['indexes', indexesOf(token)],
    ['expires', formatTime(token.expiresAt, 'never')],
  ]);
  notice(
    shell,
    'The token is not shown again. Installers and uploaders take it as the password of the user __token__.',
  );
}

async function list(shell: Shell, flags: GlobalFlags): Promise<void> {
  const tokens = await (await connect(shell, flags)).tokens().toArray();
  if (flags.json) return printJson(shell, tokens);
  printTable(
    shell,
    flags,
    tokens.map((token) => ({
      id: token.tokenId,
      name: token.name,
      state: token.state.toLowerCase(),
      scopes: scopesOf(token),
      indexes: indexesOf(token),
      expires: formatTime(token.expiresAt, 'never'),
    })),
  );
}

async function revoke(shell: Shell, given: string, flags: GlobalFlags): Promise<void> {
  const tokenId = tokenIdIn(given, programName(shell.env));
  const payload = await (await connect(shell, flags)).revokeToken({ tokenId });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Revoked ${payload.token.name} (${payload.token.tokenId}).`);
}

/**
 * What is no id may be a secret, or a part of one: it is neither sent nor shown.
 * @throws UsageError with the id to pass where a whole token was given
 */
function tokenIdIn(text: string, program: string): string {
  const given = text.trim();
  if (/^[0-9A-Za-z]{22}$/.test(given)) return given;
  const [, id] = /^wh_[a-z]+_([0-9A-Za-z]{22})(?:_|$)/.exec(given) ?? [];
  throw new UsageError(
    id === undefined
      ? `That is no token's id, which has 22 letters and digits. "${program} token list" shows the ids.`
      : `That is the token itself, which is a secret. Pass its id, the 22 characters after the kind: ${id}`,
  );
}

function scopesOf({ scopes }: TokenFieldsFragment): string {
  return scopes.map(wordOf).join(', ');
}

function indexesOf({ allIndexes, indexes }: TokenFieldsFragment): string {
  return allIndexes ? 'all' : indexes.map(({ path }) => path).join(', ');
}
