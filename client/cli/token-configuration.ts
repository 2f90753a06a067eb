/**
 * A token printed as one text that a tool or a script takes: which flags ask for one, whether the token will have it,
 * and where the rest goes. What the texts are is the server's to say.
 */
import { Option, type Command } from 'commander';

import type { TokenConfigurationFieldsFragment, TokenTool } from '../_generated/graphql.ts';
import type { WheelhouseClient } from '../client.ts';
import { UsageError } from './exit-codes.ts';
import { notice, printLines } from './output.ts';
import type { Shell } from './shell.ts';

/** What a token does in one index. */
interface Use {
  reads: boolean;
  uploads: boolean;
  /** Whether everybody reads the index: no token is needed for that, and none is written down. */
  isPublic: boolean;
}

interface Format {
  flag: string;
  tool: TokenTool;
  prints: string;
  isFor: string;
  fits: (use: Use) => boolean;
}

const doesAnything = ({ reads, uploads }: Use) => reads || uploads;
const EITHER = { isFor: 'a token that reads or uploads', fits: doesAnything } as const;

/** By the name of the flag. */
const FORMATS = {
  pipConf: {
    flag: '--pip-conf',
    tool: 'PIP',
    prints: 'pip.conf',
    isFor: 'a token that reads',
    fits: ({ reads, uploads, isPublic }) => reads || (isPublic && uploads),
  },
  uv: { flag: '--uv', tool: 'UV', prints: 'variables for uv', ...EITHER },
  poetry: { flag: '--poetry', tool: 'POETRY', prints: 'variables for poetry', ...EITHER },
  pdm: { flag: '--pdm', tool: 'PDM', prints: 'variables for pdm', ...EITHER },
  pypirc: {
    flag: '--pypirc',
    tool: 'TWINE',
    prints: '.pypirc for twine',
    isFor: 'a token that uploads',
    fits: ({ uploads }) => uploads,
  },
  netrc: {
    flag: '--netrc',
    tool: 'NETRC',
    prints: '.netrc',
    isFor: 'a token that reads what not everybody may read',
    fits: ({ reads, isPublic }) => reads && !isPublic,
  },
  env: {
    flag: '--env',
    tool: 'ENVIRONMENT',
    prints: 'variables for pip, uv and twine, or for the API',
    ...EITHER,
  },
} as const satisfies Record<string, Format>;

type FormatName = keyof typeof FORMATS;

export type PrintFlags = { raw?: boolean; json?: boolean; for?: string } & { [Name in FormatName]?: boolean };

/** What came when it was minted. */
export interface NewToken {
  plaintext: string;
  configurations: readonly TokenConfigurationFieldsFragment[];
}

/** What is known of a token before it is minted, or rotated. */
export interface TokenToCome {
  scopes: readonly string[];
  /** Null: all of the owner's. */
  indexes: readonly string[] | null;
  /** Whether it is the caller's own, whose rights the API tells. */
  isOwn: boolean;
}

export function addPrintOptions(command: Command): Command {
  const names = ['raw', 'json', ...Object.keys(FORMATS)];
  const alone = (option: Option) => option.conflicts(names.filter((name) => name !== option.attributeName()));
  command.addOption(alone(new Option('--raw', 'print the token and nothing else')));
  for (const { flag, prints } of Object.values(FORMATS)) {
    command.addOption(alone(new Option(flag, `print ${prints} and nothing else`)));
  }
  return command
    .option('--for <owner/name>', 'of several indexes the one that the printed text is for')
    .addOption(alone(new Option('--json', 'print the payload as JSON')));
}

/** The text that the flags ask for. */
export interface WantedText {
  format: Format;
  /** Null: the one for the API. */
  index: string | null;
}

/**
 * Null when the flags ask for none. What the token will not have is refused before there is a token: its own text would
 * be shown to nobody.
 * @throws UsageError
 */
export async function wantedText(
  flags: PrintFlags,
  token: TokenToCome,
  client: WheelhouseClient,
): Promise<WantedText | null> {
  const format = formatIn(flags);
  if (format === null) {
    if (flags.for === undefined) return null;
    throw new UsageError('--for chooses the index of a printed text: add one of the flags that print one.');
  }
  const { scopes } = token;
  const [reads, uploads] = [scopes.includes('index:read'), scopes.includes('index:upload')];
  if (![true, false].some((isPublic) => format.fits({ reads, uploads, isPublic }))) {
    const isForApi = scopes.some((scope) => scope !== 'index:read' && scope !== 'index:upload');
    if (format.tool === 'ENVIRONMENT' && isForApi && flags.for === undefined) return { format, index: null };
    throw inVain(format);
  }
  const path = indexFor(flags.for, format, token.indexes);
  const index = await client.packageIndex({ path });
  // What does not exist is the server's to refuse, in its own words.
  if (index === null) return { format, index: path };
  const use: Use = {
    // What another may do, the server asks when it mints.
    reads: reads && (index.viewerCanRead || !token.isOwn),
    uploads: uploads && (index.viewerCanUpload || !token.isOwn),
    isPublic: index.readers.some(({ name }) => name === ':anonymous:'),
  };
  if (!format.fits(use)) throw inVain(format, path);
  return { format, index: path };
}

/**
 * The first part is all that goes to standard output; where it goes, and what goes with it, is told.
 * @throws Error when the token has none after all: its own text is told then, which is nowhere else
 */
export function printText(
  shell: Shell,
  { format, index }: WantedText,
  { plaintext, configurations }: NewToken,
): void {
  const fitting = configurations.filter(
    ({ tool, packageIndex }) => tool === format.tool && (packageIndex === null || packageIndex === index),
  );
  if (fitting.length === 0) {
    notice(shell, `The token, for the only time: ${plaintext}`);
    throw new Error(
      `There is no text for ${format.flag}: the owner of the token may not do there what it is for.`,
    );
  }
  for (const { parts } of fitting) {
    for (const [place, part] of parts.entries()) printPart(shell, part, place === 0);
  }
  if (fitting.some(({ parts }) => parts.some(({ text }) => text.includes(plaintext)))) return;
  notice(
    shell,
    `Everybody reads ${index}, so this needs no token. The token, for the only time: ${plaintext}`,
  );
}

type Part = TokenConfigurationFieldsFragment['parts'][number];

function printPart(shell: Shell, { title, place, text }: Part, isFirst: boolean): void {
  notice(shell, `${title}: ${place}`);
  if (isFirst) return printLines(shell, text);
  for (const line of text.trimEnd().split('\n')) notice(shell, line && `  ${line}`);
}

function formatIn(flags: PrintFlags): Format | null {
  const name = (Object.keys(FORMATS) as FormatName[]).find((one) => flags[one] === true);
  return name === undefined ? null : FORMATS[name];
}

/** The index that the text is for. @throws UsageError where there are several to choose from */
function indexFor(chosen: string | undefined, { flag }: Format, indexes: readonly string[] | null): string {
  const [only, ...others] = indexes ?? [];
  if (chosen === undefined) {
    if (only !== undefined && others.length === 0) return only;
    const which = indexes === null ? 'OWNER/NAME' : indexes.join(' or ');
    throw new UsageError(`${flag} is for one index: say which with --for ${which}.`);
  }
  if (indexes !== null && !indexes.includes(chosen)) {
    throw new UsageError(`--for: the token is not for ${chosen}, but for ${indexes.join(', ')}.`);
  }
  return chosen;
}

function inVain({ flag, isFor }: Format, path?: string): UsageError {
  const where = path === undefined ? '' : `in ${path} `;
  return new UsageError(`${flag} is for ${isFor}, and ${where}this one would not. Nothing was done.`);
}
