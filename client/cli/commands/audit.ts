/**
 * audit list, audit export: who did what. An export goes page by page, so that it needs no room for the whole trail.
 */
import { Option, type Command } from 'commander';

import type { AuditEventFieldsFragment, AuditFilterInput } from '../../_generated/graphql.ts';
import type { Pages } from '../../paginate.ts';
import { actionIn, kindIn, tagOf } from '../audit-words.ts';
import { connect } from '../connect.ts';
import { csvLine } from '../csv.ts';
import { UsageError } from '../exit-codes.ts';
import { formatTime, notice, count, printJson, printTable } from '../output.ts';
import { parsePeriodEnd } from '../period.ts';
import { programName } from '../program-name.ts';
import type { GlobalFlags, Shell } from '../shell.ts';
import { writeTo } from '../write-to.ts';

interface FilterFlags extends GlobalFlags {
  actor?: string;
  action?: string;
  kind?: string;
  subject?: string;
  index?: string;
  credential?: string;
  since?: string;
  until?: string;
}

interface ListFlags extends FilterFlags {
  limit: string;
}

interface ExportFlags extends FilterFlags {
  format: keyof typeof FORMATS;
  output?: string;
}

export function addAuditCommands(program: Command, shell: Shell): void {
  const audit = program.command('audit').description('who did what to which thing, when and with what');

  filtered(audit.command('list').alias('ls'))
    .summary('list events, newest first')
    .description('List events that you may see, the newest first: all of them for an admin.')
    .option('--limit <number>', 'how many at most, 1 to 1000', '50')
    .option('--json', 'print the events as JSON')
    .action((_: unknown, command: Command) => list(shell, command.optsWithGlobals()));

  filtered(audit.command('export'))
    .summary('write all events, one to a line')
    .description('Write all events that you may see, the newest first, one to a line.')
    .addOption(
      new Option('--format <format>', 'JSON lines, or a table that is safe to open')
        .choices(['jsonl', 'csv'])
        .default('jsonl'),
    )
    .option('--output <file>', 'write to this file, which only you may read (default: standard output)')
    .addHelpText(
      'after',
      `\nExample:\n  ${programName(shell.env)} audit export --format csv --since 30d --output audit.csv`,
    )
    .action((_: unknown, command: Command) => exportAll(shell, command.optsWithGlobals()));
}

function filtered(command: Command): Command {
  return command
    .option('--actor <name>', 'done by this user, :anonymous: or :system:')
    .option('--action <action>', 'what was done, such as token.created')
    .option('--kind <kind>', 'done to this kind of thing: user, group, session, index, token, file …')
    .option('--subject <name>', 'done to the thing of this name or id')
    .option('--index <owner/name>', 'happened in this index')
    .option('--credential <id>', 'with this session or token, by its id')
    .option('--since <when>', 'since a span ago such as 12h or 30d, a day, or a moment')
    .option('--until <when>', 'until a span ago, the end of a day, or a moment');
}

async function list(shell: Shell, flags: ListFlags): Promise<void> {
  const limit = Number(flags.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    throw new UsageError('--limit: use a whole number from 1 to 1000.');
  }
  const pages = await eventsFor(shell, flags);
  const events: AuditEventFieldsFragment[] = [];
  for await (const event of pages) {
    events.push(event);
    if (events.length === limit) break;
  }
  if (flags.json) return printJson(shell, events);
  printTable(
    shell,
    flags,
    events.map((event) => ({
      at: formatTime(event.at, ''),
      actor: event.actor,
      action: tagOf(event.action),
      subject: event.subject,
      with: event.credential.toLowerCase(),
      from: event.address ?? '',
      detail: detailText(event),
    })),
  );
}

const COLUMNS = [
  'at',
  'action',
  'actor',
  'credential',
  'credentialId',
  'subjectKind',
  'subject',
  'subjectId',
  'serial',
  'requestId',
  'address',
  'id',
] as const;

const FORMATS = {
  jsonl: {
    head: '',
    line: (event: AuditEventFieldsFragment) => `${JSON.stringify(exported(event))}\n`,
  },
  csv: {
    head: csvLine([...COLUMNS, 'detail']),
    line: (event: AuditEventFieldsFragment) => {
      const { detail, ...cells } = exported(event);
      return csvLine([...COLUMNS.map((column) => String(cells[column] ?? '')), JSON.stringify(detail)]);
    },
  },
};

async function exportAll(shell: Shell, flags: ExportFlags): Promise<void> {
  const { head, line } = FORMATS[flags.format];
  const pages = await eventsFor(shell, flags);
  let written = 0;
  async function* lines() {
    if (head !== '') yield head;
    for await (const event of pages) {
      written += 1;
      yield line(event);
    }
  }
  await writeTo(shell, flags.output, lines());
  if (flags.output !== undefined) notice(shell, `Wrote ${count(written, 'event')} to ${flags.output}.`);
}

async function eventsFor(shell: Shell, flags: FilterFlags): Promise<Pages<AuditEventFieldsFragment>> {
  const moment = (flag: '--since' | '--until', text: string | undefined) =>
    text === undefined ? undefined : parsePeriodEnd(flag, text, shell.now());
  const filter: AuditFilterInput = {
    actor: flags.actor,
    action: actionIn('--action', flags.action),
    subjectKind: kindIn('--kind', flags.kind),
    subject: flags.subject,
    packageIndex: flags.index,
    credentialId: flags.credential,
    since: moment('--since', flags.since),
    until: moment('--until', flags.until),
  };
  return (await connect(shell, flags)).auditEvents({ filter });
}

/** In the words that the filters take. */
function exported(event: AuditEventFieldsFragment) {
  return {
    ...event,
    action: tagOf(event.action),
    credential: event.credential.toLowerCase(),
    subjectKind: event.subjectKind.toLowerCase(),
    detail: detailOf(event),
  };
}

/** Only what the event fills. */
function detailOf({ detail }: AuditEventFieldsFragment): Record<string, unknown> | null {
  if (detail === null) return null;
  const values = new Map<string, unknown>(Object.entries(detail));
  return Object.fromEntries(detail.members.map((member) => [member, values.get(member)]));
}

function detailText(event: AuditEventFieldsFragment): string {
  return Object.entries(detailOf(event) ?? {})
    .map(([member, value]) => `${member}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join('; ');
}
