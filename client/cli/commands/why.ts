/**
 * why: which layer of an index answers a name, which are passed over, and by which rule.
 */
import type { Command } from 'commander';

import type { LayerVerdict, ResolutionOutcome, WhyQuery } from '../../_generated/graphql.ts';
import { NotFound } from '../../errors.ts';
import { connect } from '../connect.ts';
import { notice, printJson, printTable } from '../output.ts';
import { programName } from '../program-name.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

type Report = NonNullable<NonNullable<WhyQuery['packageIndex']>['why']>;

export function addWhyCommand(program: Command, shell: Shell): void {
  program
    .command('why <owner/name> <project>')
    .summary('tell why a name is answered as it is')
    .description('Tell which layer of an index answers a name, which are passed over, and by which rule.')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', `\nExample:\n  ${programName(shell.env)} why team/prod flask`)
    .action((path: string, project: string, _: unknown, command: Command) =>
      why(shell, path, project, command.optsWithGlobals()),
    );
}

async function why(shell: Shell, path: string, project: string, flags: GlobalFlags): Promise<void> {
  const client = await connect(shell, flags);
  const found = await client.why({ path, project });
  if (!found) {
    throw new NotFound(`There is no index ${path}, or none that you may see.`, { code: 'NOT_FOUND' });
  }
  if (!found.why) throw new NotFound(`You may not read ${path}.`, { code: 'NOT_FOUND' });
  if (flags.json) return printJson(shell, found.why);
  printTable(shell, flags, found.why.layers.map(rowOf));
  notice(shell, whatCame(found.why, path));
}

/** A page without files installs nothing, and a rule is no closed name. */
function whatCame({ project, outcome, layers }: Report, path: string): string {
  if (outcome === 'ANSWERED' && layers.every(({ files }) => files === 0)) {
    const isHiding = layers.some(({ verdict, reason }) => verdict === 'QUARANTINED' || reason !== null);
    return isHiding
      ? `${path} does not answer ${project} with any file: its files are hidden.`
      : `${path} has ${project}, which has no files.`;
  }
  if (outcome === 'NOT_FOUND' && layers.some(({ verdict }) => verdict === 'DENIED')) {
    return `${path} does not answer ${project}: a rule hides the name.`;
  }
  return OUTCOMES[outcome](project, path);
}

const OUTCOMES: Record<ResolutionOutcome, (project: string, path: string) => string> = {
  ANSWERED: (project, path) => `${path} answers ${project}.`,
  CLOSED: (project, path) => `${path} does not answer ${project}: the name is closed against mirrors.`,
  NOT_FOUND: (project, path) => `${path} does not answer ${project}: no layer that you may read has it.`,
  FAILED: (project, path) => `${path} cannot answer ${project} right now: a layer failed.`,
};

const VERDICTS: Record<LayerVerdict, string> = {
  ANSWERS: 'answers',
  CLOSED: 'not asked',
  DELETED: 'deleted there',
  DENIED: 'hidden by a rule',
  EMPTY: 'has none',
  FAILED: 'failed',
  HIDDEN: 'hidden from you',
  PASSED_OVER: 'not asked',
  PINNED_ELSEWHERE: 'not asked',
  QUARANTINED: 'quarantined',
  UNREADABLE: 'not for you to read',
};

function rowOf({ path, kind, verdict, reason, files }: Report['layers'][number]): Record<string, string> {
  return {
    layer: path ?? '(hidden)',
    kind: kind?.toLowerCase() ?? '',
    verdict: VERDICTS[verdict],
    files: String(files),
    reason: reason ?? '',
  };
}
