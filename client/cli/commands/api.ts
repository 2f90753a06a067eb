/**
 * api graphql: a document of one's own, sent as whoever is signed in, and the result as JSON.
 */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

import { Option, type Command } from 'commander';

import { sendDocument } from '../../document.ts';
import { connectionOptions } from '../connect.ts';
import { UsageError } from '../exit-codes.ts';
import { printJson } from '../output.ts';
import { programName } from '../program-name.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

interface GraphQLFlags extends GlobalFlags {
  query?: string;
  file?: string;
  variables?: string;
  operation?: string;
}

export function addApiCommands(program: Command, shell: Shell): void {
  const api = program.command('api').description('the API itself');

  api
    .command('graphql')
    .summary('send a GraphQL document')
    .description('Send a GraphQL document of your own and print the result as JSON.')
    .addOption(new Option('--query <text>', 'the document').conflicts('file'))
    .option('--file <path>', 'read the document from a file, or from standard input with -')
    .option('--variables <json>', 'its variables, as one JSON object')
    .option('--operation <name>', 'which operation, where the document has several')
    .option('--json', 'as without: the result is JSON anyway')
    .addHelpText(
      'after',
      `\nExample:\n  ${programName(shell.env)} api graphql --query '{ viewer { name credential } }'`,
    )
    .action((_: unknown, command: Command) => send(shell, command.optsWithGlobals()));
}

async function send(shell: Shell, flags: GraphQLFlags): Promise<void> {
  const variables = flags.variables === undefined ? undefined : variablesIn(flags.variables);
  const query = await documentOf(shell, flags);
  const options = await connectionOptions(shell, flags);
  const { result, failure } = await sendDocument(options, {
    query,
    variables,
    operationName: flags.operation,
  });
  printJson(shell, result);
  // Part of the result may be there: the exit code says that not all of it is.
  if (failure !== undefined) throw failure;
}

async function documentOf(shell: Shell, { query, file }: GraphQLFlags): Promise<string> {
  if (query !== undefined) return query;
  if (file === undefined) throw new UsageError('Give the document with --query, or with --file FILE.');
  if (file === '-') return text(shell.stdin);
  return readFile(file, 'utf8').catch(() => {
    throw new UsageError(`--file: ${file} cannot be read.`);
  });
}

function variablesIn(json: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    parsed = undefined;
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
    return parsed as Record<string, unknown>;
  throw new UsageError(`--variables takes one JSON object, such as '{"path": "team/prod"}'.`);
}
