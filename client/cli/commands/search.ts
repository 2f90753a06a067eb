/**
 * search: projects by their names or by what they say of themselves, wherever one may read.
 */
import type { Command } from 'commander';

import type { SearchMatch, SearchQuery } from '../../_generated/graphql.ts';
import { NotFound } from '../../errors.ts';
import type { Pages } from '../../paginate.ts';
import { connect } from '../connect.ts';
import { notice, printJson, printTable } from '../output.ts';
import { programName } from '../program-name.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

interface SearchFlags extends GlobalFlags {
  index?: string;
}

type Found = NonNullable<SearchQuery['search']>['nodes'][number];

/** Nobody reads on behind these; who gets so many asks for more of the name. */
const MOST_SHOWN = 100;

export function addSearchCommand(program: Command, shell: Shell): void {
  program
    .command('search <query...>')
    .summary('find projects')
    .description('Find projects by a name, a part of one, or words of their summaries and keywords.')
    .option('--index <owner/name>', 'within this index and its bases; otherwise in every index you may read')
    .option('--json', 'print what was found as JSON')
    .addHelpText('after', `\nExample:\n  ${programName(shell.env)} search http client --index team/prod`)
    .action((words: string[], _: unknown, command: Command) =>
      search(shell, words.join(' '), command.optsWithGlobals()),
    );
}

async function search(shell: Shell, query: string, flags: SearchFlags): Promise<void> {
  const client = await connect(shell, flags);
  const found = await firstOf(client.search({ query, packageIndex: flags.index })).catch((error: unknown) => {
    throw error instanceof NotFound && flags.index !== undefined ? noSuchIndex(flags.index) : error;
  });
  const shown = found.slice(0, MOST_SHOWN);
  if (flags.json) printJson(shell, shown);
  else printTable(shell, flags, shown.map(rowOf));
  if (found.length === 0) notice(shell, 'Nothing was found.');
  if (found.length > MOST_SHOWN) {
    notice(shell, `There are more than these ${MOST_SHOWN}: give more of the name, or another word.`);
  }
}

/** The list of what is found says nothing of where it was looked for. */
function noSuchIndex(path: string): NotFound {
  return new NotFound(`There is no index ${path}, or none that you may read.`, { code: 'NOT_FOUND' });
}

/** One more than is shown, to know whether there are more. */
async function firstOf(pages: Pages<Found>): Promise<Found[]> {
  const found: Found[] = [];
  for await (const result of pages) {
    found.push(result);
    if (found.length > MOST_SHOWN) break;
  }
  return found;
}

const MATCHES: Record<SearchMatch, string> = {
  EXACT: 'name',
  PREFIX: 'beginning',
  SUBSTRING: 'part',
  SPELLING: 'spelling',
  WORDS: 'words',
};

function rowOf({ packageIndex, name, latestVersion, summary, match }: Found): Record<string, string> {
  return {
    project: name,
    version: latestVersion ?? '',
    index: packageIndex?.path ?? '(hidden)',
    by: MATCHES[match],
    summary: summary ?? '',
  };
}
