/**
 * token revoke: by ids, or all of a user or of an index, which is asked about first.
 */
import { Option, type Command } from 'commander';

import type { WheelhouseClient } from '../../client.ts';
import { connect } from '../connect.ts';
import { UsageError } from '../exit-codes.ts';
import { count, notice, printJson } from '../output.ts';
import { programName } from '../program-name.ts';
import { ask, canAsk } from '../prompt.ts';
import type { GlobalFlags, Shell } from '../shell.ts';
import { idsAmongOwn, TOKEN_ID } from '../token-ids.ts';

interface RevokeFlags extends GlobalFlags {
  all?: boolean;
  user?: string;
  index?: string;
  yes?: boolean;
}

/** `token` is the command that it stands below. */
export function addTokenRevokeCommand(token: Command, shell: Shell): void {
  const program = programName(shell.env);
  token
    .command('revoke [id...]')
    .alias('rm')
    .summary('revoke tokens; they stop working with the next request')
    .description(`Revoke tokens for good, each named by ${TOKEN_ID}.`)
    .option('--all', 'all of yours')
    .addOption(
      new Option('--user <name>', 'with --all: those of another user; for administrators').conflicts('index'),
    )
    .addOption(new Option('--index <owner/name>', 'with --all: those that are bound to this index alone'))
    .option('--yes', 'do not ask, with --all')
    .option('--json', 'print the payloads as JSON')
    .addHelpText('after', `\nExample:\n  ${program} token revoke --all --index team/prod --yes`)
    .action((ids: string[], _: unknown, command: Command) => revoke(shell, ids, command.optsWithGlobals()));
}

async function revoke(shell: Shell, given: string[], flags: RevokeFlags): Promise<void> {
  if (flags.all === true ? given.length > 0 : given.length === 0) {
    throw new UsageError(
      'Say which: ids, or --all, to which --user NAME or --index OWNER/NAME may be added.',
    );
  }
  if (flags.all) return revokeAll(shell, flags);
  if (flags.user !== undefined || flags.index !== undefined) {
    throw new UsageError('--user and --index go with --all.');
  }
  const tokenIds = idsAmongOwn(given, programName(shell.env));
  const client = await connect(shell, flags);
  const payloads = [];
  for (const tokenId of await tokenIds(client)) payloads.push(await client.revokeToken({ tokenId }));
  if (flags.json) return printJson(shell, payloads.length === 1 ? payloads[0] : payloads);
  for (const { token } of payloads) notice(shell, `Revoked ${token.name} (${token.tokenId}).`);
}

async function revokeAll(shell: Shell, flags: RevokeFlags): Promise<void> {
  const client = await connect(shell, flags);
  const target =
    flags.index === undefined
      ? { owner: flags.user ?? (await ownName(client)) }
      : { packageIndex: flags.index };
  const word = target.packageIndex ?? target.owner;
  const which =
    target.packageIndex === undefined
      ? `all tokens of ${word}`
      : `all tokens that are bound to ${word} alone, whoever has them`;
  if (!flags.yes) await confirm(shell, flags, which, word);
  const payload = await client.revokeTokens(target);
  if (flags.json) return printJson(shell, payload);
  const kept = payload.kept === 0 ? '' : ` ${count(payload.kept, 'token')} kept, for other things too.`;
  notice(shell, `Revoked ${count(payload.revoked, 'token')}.${kept}`);
}

async function ownName(client: WheelhouseClient): Promise<string> {
  const viewer = await client.viewer();
  if (viewer === null) throw new UsageError('The server does not say who you are: give --user NAME.');
  return viewer.name;
}

async function confirm(shell: Shell, flags: GlobalFlags, which: string, word: string): Promise<void> {
  if (!canAsk(shell, flags))
    throw new UsageError('There is nobody to ask: give --yes to revoke without a question.');
  notice(shell, `This revokes ${which}, for good.`);
  const typed = await ask(shell, `Type ${word} to revoke them: `);
  if (typed.trim() !== word) throw new UsageError(`That is not ${word}. Nothing was revoked.`);
}
