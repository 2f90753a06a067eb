/**
 * token list, token show, token self: what tokens there are, and how one of them stands.
 */
import { Option, type Command } from 'commander';

import type { TokenState } from '../../_generated/graphql.ts';
import { NotFound } from '../../errors.ts';
import { tokenOf } from '../config.ts';
import { connect } from '../connect.ts';
import { UsageError } from '../exit-codes.ts';
import { formatTime, notice, printFields, printJson, printTable } from '../output.ts';
import { programName } from '../program-name.ts';
import type { GlobalFlags, Shell } from '../shell.ts';
import { idsAmongOwn, TOKEN_ID } from '../token-ids.ts';
import { inspected } from '../token-text.ts';
import { fieldsOf, indexesOf, kindOf, scopesOf, stateOf, STATES } from '../token-words.ts';

interface ListFlags extends GlobalFlags {
  user?: string;
  everybody?: boolean;
  index?: string;
  project?: string;
  state?: Lowercase<TokenState>;
}

interface SelfFlags extends GlobalFlags {
  revoke?: boolean;
}

/** `token` is the command that they stand below. */
export function addTokenBrowsingCommands(token: Command, shell: Shell): void {
  token
    .command('list')
    .alias('ls')
    .summary('list tokens, newest first')
    .description('List your tokens, the newest first, or those that a flag says, as far as you may see them.')
    .addOption(
      new Option('--user <name>', 'those of another user; for administrators').conflicts('everybody'),
    )
    .option('--everybody', 'those of all users; for administrators')
    .option('--index <owner/name>', 'those that reach this index')
    .option('--project <name>', 'with --index: those that let somebody read or upload this project of it now')
    .addOption(new Option('--state <state>', 'those in this state').choices(STATES))
    .option('--json', 'print the tokens as JSON')
    .action((_: unknown, command: Command) => list(shell, command.optsWithGlobals()));

  token
    .command('show <id>')
    .summary('show a token')
    .description(`Show what is known of a token, named by ${TOKEN_ID}. Its text is nowhere any more.`)
    .option('--json', 'print the token as JSON')
    .action((id: string, _: unknown, command: Command) => show(shell, id, command.optsWithGlobals()));

  token
    .command('self')
    .summary('show the token in WHEELHOUSE_TOKEN')
    .description('Show what the token in WHEELHOUSE_TOKEN is, as the server knows it.')
    .option('--revoke', 'give it up: it stops working with the next request')
    .option('--json', 'print the token, or the payload, as JSON')
    .action((_: unknown, command: Command) => self(shell, command.optsWithGlobals()));
}

async function list(shell: Shell, flags: ListFlags): Promise<void> {
  if (flags.project !== undefined && flags.index === undefined) {
    throw new UsageError('--project is a project of an index: give --index OWNER/NAME too.');
  }
  const filter = {
    owner: flags.user,
    everybody: flags.everybody,
    packageIndex: flags.index,
    project: flags.project,
    state: flags.state && (flags.state.toUpperCase() as TokenState),
  };
  const tokens = await (await connect(shell, flags)).tokens({ filter }).toArray();
  if (flags.json) return printJson(shell, tokens);
  const isOfSeveral = [flags.user, flags.everybody, flags.index].some((flag) => flag !== undefined);
  printTable(
    shell,
    flags,
    tokens.map((token) => ({
      id: token.tokenId,
      name: token.name,
      ...(isOfSeveral && { owner: token.owner.name }),
      kind: kindOf(token),
      state: stateOf(token),
      scopes: scopesOf(token),
      indexes: indexesOf(token),
      expires: formatTime(token.expiresAt, 'never'),
      'last used': formatTime(token.lastUsedAt, 'never'),
    })),
  );
}

async function show(shell: Shell, given: string, flags: GlobalFlags): Promise<void> {
  const tokenIds = idsAmongOwn([given], programName(shell.env));
  const client = await connect(shell, flags);
  const [tokenId = ''] = await tokenIds(client);
  const token = await client.token({ tokenId });
  if (!token) throw new NotFound('There is no such token, or none that you may see.', { code: 'NOT_FOUND' });
  if (flags.json) return printJson(shell, token);
  printFields(shell, fieldsOf(token));
}

async function self(shell: Shell, flags: SelfFlags): Promise<void> {
  const kept = tokenOf(shell.env);
  if (kept === null) {
    throw new UsageError('This is about the token in WHEELHOUSE_TOKEN, and there is none: set it.');
  }
  const client = await connect(shell, flags);
  if (flags.revoke) {
    const payload = await client.revokeOwnToken();
    if (flags.json) return printJson(shell, payload);
    return notice(shell, `Revoked ${payload.token.name} (${payload.token.tokenId}).`);
  }
  const viewer = await client.viewerToken();
  if (!viewer?.token) throw new UsageError('WHEELHOUSE_TOKEN holds a session, and not a token.');
  if (flags.json) return printJson(shell, viewer.token);
  printFields(shell, fieldsOf(viewer.token));
  if (inspected(kept)?.caveats.length) {
    notice(shell, `This copy was narrowed further: "${programName(shell.env)} token inspect" shows how.`);
  }
}
