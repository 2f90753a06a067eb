/**
 * token create, token rotate: the two that print a secret, once, as a whole text or in one that a tool takes.
 */
import { Option, type Command } from 'commander';

import type { TokenFieldsFragment } from '../../_generated/graphql.ts';
import type { CreateTokenPayload, RotateTokenPayload } from '../../_generated/methods.ts';
import type { WheelhouseClient } from '../../client.ts';
import { NotFound } from '../../errors.ts';
import { connect } from '../connect.ts';
import { UsageError } from '../exit-codes.ts';
import { parseBeginning, parseExpiry, parseGrace } from '../expiry.ts';
import { formatTime, notice, printFields, printJson, printLine, warn } from '../output.ts';
import { collect } from '../principals.ts';
import { programName } from '../program-name.ts';
import { scopeOf } from '../scopes.ts';
import type { GlobalFlags, Shell } from '../shell.ts';
import {
  addPrintOptions,
  printText,
  wantedText,
  type PrintFlags,
  type TokenToCome,
  type WantedText,
} from '../token-configuration.ts';
import { TOKEN_ID, idsAmongOwn } from '../token-ids.ts';
import { indexesOf, kindOf, scopesOf } from '../token-words.ts';

type TextFlags = GlobalFlags & PrintFlags;

type CreateFlags = TextFlags & {
  name: string;
  description?: string;
  index?: string[];
  allIndexes?: boolean;
  scope: string[];
  project?: string[];
  address?: string[];
  expires?: string;
  notBefore?: string;
  attenuable?: boolean;
  ci?: boolean;
  user?: string;
};

type RotateFlags = TextFlags & { grace?: string; expires?: string };

const THREATS = `
Without --attenuable it is opaque. Only a hash of it is stored: nobody, not even the server, can make it again; it can
be narrowed only here.
With --attenuable it is a macaroon: whoever holds it can narrow a copy offline, and whoever has both the server key and
the database could make it again.`;

/** `token` is the command that they stand below. */
export function addTokenTextCommands(token: Command, shell: Shell): void {
  const program = programName(shell.env);
  const create = token
    .command('create')
    .summary('create a token')
    .description('Create a token, which is shown once. A session does that: a token cannot create tokens.')
    .requiredOption('--name <name>', 'what the token is for, such as ci-upload')
    .option('--index <owner/name>', 'where it may be used; repeatable', collect)
    .addOption(
      new Option('--all-indexes', 'it may be used in every index of its owner, later ones too').conflicts(
        'index',
      ),
    )
    .requiredOption(
      '--scope <scope>',
      'what it may do: read, upload, or a scope of the API; repeatable',
      collect,
    )
    .option('--project <name>', 'only these projects; a final * stands for any end; repeatable', collect)
    .option('--address <range>', 'only from there, such as 10.0.0.0/8; repeatable', collect)
    .option('--expires <when>', '12h, 30d, 8w, a day such as 2027-01-31, or never (default: 30d)')
    .option('--not-before <when>', 'refused until then: a span, a day or a moment (default: works at once)')
    .option('--description <text>', 'a sentence for whoever finds it in a list')
    .option('--attenuable', 'make a macaroon, which its holder can narrow')
    .option('--ci', 'for automation: the text of an opaque token says so')
    .option('--user <name>', 'for a member or a service account; for administrators');
  addPrintOptions(create)
    .addHelpText(
      'after',
      `${THREATS}\n\nExample:\n  ${program} token create --name ci --index team/prod --scope upload --expires 90d --raw`,
    )
    .action((_: unknown, command: Command) => createToken(shell, command.optsWithGlobals()));

  const rotate = token
    .command('rotate <id>')
    .summary('replace a token by a new one that may do the same')
    .description(
      `Replace a token, named by ${TOKEN_ID}. The new one has its name and may do the same; whoever shows the old one when its grace is over gets both revoked.`,
    )
    .option(
      '--grace <span>',
      'how long the old one still works, such as 1h; at most 24h (default: not at all)',
    )
    .option('--expires <when>', 'when the new one expires (default: it lives as long as the old one was to)');
  addPrintOptions(rotate).action((id: string, _: unknown, command: Command) =>
    rotateToken(shell, id, command.optsWithGlobals()),
  );
}

async function createToken(shell: Shell, flags: CreateFlags): Promise<void> {
  const now = shell.now();
  const expiresAt = flags.expires === undefined ? undefined : parseExpiry(flags.expires, now);
  const notBefore = flags.notBefore === undefined ? undefined : parseBeginning(flags.notBefore, now);
  const scopes = flags.scope.map(scopeOf);
  if (!flags.index && !flags.allIndexes && scopes.some((scope) => /^index(es)?:/.test(scope))) {
    throw new UsageError(
      'Say where it may be used: --index OWNER/NAME, which may be repeated, or --all-indexes.',
    );
  }
  const toCome = {
    scopes,
    indexes: flags.allIndexes ? null : (flags.index ?? []),
    isOwn: flags.user === undefined,
  };
  const client = await connect(shell, flags);
  const wanted = await wantedText(flags, toCome, client);
  const payload = await client.createToken({
    name: flags.name,
    description: flags.description,
    scopes,
    indexes: flags.index,
    allIndexes: flags.allIndexes,
    projects: flags.project,
    addresses: flags.address,
    expiresAt,
    notBefore,
    wire: flags.attenuable ? 'ATTENUABLE' : undefined,
    kind: flags.ci ? 'CI' : undefined,
    owner: flags.user,
  });
  printNew(shell, flags, wanted, payload);
}

async function rotateToken(shell: Shell, given: string, flags: RotateFlags): Promise<void> {
  const expiresAt = flags.expires === undefined ? undefined : parseExpiry(flags.expires, shell.now());
  const graceSeconds = flags.grace === undefined ? undefined : parseGrace(flags.grace);
  const tokenIds = idsAmongOwn([given], programName(shell.env));
  const client = await connect(shell, flags);
  const [tokenId = ''] = await tokenIds(client);
  const wanted = await wantedText(flags, await toComeAfter(client, tokenId), client);
  const payload = await client.rotateToken({ tokenId, graceSeconds, expiresAt });
  printNew(shell, flags, wanted, payload);
  warn(
    shell,
    `whoever still uses the old text ${graceSeconds ? `after the ${flags.grace} of grace` : 'from now on'} takes the new token down with it.`,
  );
}

/** What is asked of the new one is known from the old one. */
async function toComeAfter(client: WheelhouseClient, tokenId: string): Promise<TokenToCome> {
  const token = await client.token({ tokenId });
  if (token === null) {
    throw new NotFound('There is no such token, or none that you may see.', { code: 'NOT_FOUND' });
  }
  const viewer = await client.viewer();
  return {
    scopes: token.scopes,
    indexes: token.allIndexes ? null : token.indexes.map(({ path }) => path),
    isOwn: viewer?.name === token.owner.name,
  };
}

function printNew(
  shell: Shell,
  flags: TextFlags,
  wanted: WantedText | null,
  payload: CreateTokenPayload | RotateTokenPayload,
): void {
  const { token, plaintext } = payload;
  if (flags.json) return printJson(shell, payload);
  if (flags.raw) return printLine(shell, plaintext);
  if (wanted !== null) return printText(shell, wanted, payload);
  printFields(shell, [
    ['token', plaintext],
    ['id', token.tokenId],
    ['kind', kindOf(token)],
    ['scopes', scopesOf(token)],
    ['indexes', indexesOf(token)],
    ['expires', formatTime(token.expiresAt, 'never')],
  ]);
  notice(shell, `The token is not shown again. ${whatTakesIt(token)}`);
}

function whatTakesIt({ scopes }: TokenFieldsFragment): string {
  return scopes.some((scope) => scope === 'index:read' || scope === 'index:upload')
    ? 'Installers and uploaders take it as the password of the user __token__.'
    : 'The command line takes it as WHEELHOUSE_TOKEN, and scripts as a bearer.';
}
