/**
 * How results look: a table or fields for people, `--json` for programs, in both cases on standard output. Everything
 * said to the person goes to standard error, so that a pipe gets data alone.
 */
import type { GlobalFlags, Shell } from './shell.ts';

/** Plain GraphQL nodes or payloads; their fields are those of schema.graphql. */
export function printJson(shell: Shell, value: unknown): void {
  const text = JSON.stringify(value, null, 2).replace(/[\u007F-\u009F\p{Bidi_Control}]/gu, escaped);
  shell.stdout.write(`${text}\n`);
}

/** The same to a program, and harmless on a terminal. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

export function printLine(shell: Shell, line: string): void {
  shell.stdout.write(`${printable(line)}\n`);
}

/** A text of several lines, as it is, with its last line end. */
export function printLines(shell: Shell, text: string): void {
  shell.stdout.write(text.split('\n').map(printable).join('\n'));
}

/** Columns are the keys of the first row; nothing for no rows. */
export function printTable(shell: Shell, flags: GlobalFlags, rows: Record<string, string>[]): void {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const cells = [
    columns.map((column) => column.toUpperCase()),
    ...rows.map((row) => columns.map((c) => row[c] ?? '')),
  ].map((line) => line.map(printable));
  const widths = columns.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  cells.forEach((line, row) => {
    const text = line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
    shell.stdout.write(`${row === 0 ? styled(shell, flags, shell.stdout, 'bold', text) : text}\n`);
  });
}

/** One labelled value to a line. */
export function printFields(shell: Shell, fields: [label: string, value: string][]): void {
  const width = Math.max(...fields.map(([label]) => label.length));
  for (const [label, value] of fields) printLine(shell, `${`${label}:`.padEnd(width + 1)}  ${value}`);
}

export function notice(shell: Shell, sentence: string): void {
  shell.stderr.write(`${printable(sentence)}\n`);
}

export function warn(shell: Shell, sentence: string): void {
  notice(shell, `warning: ${sentence}`);
}

export function printError(shell: Shell, flags: GlobalFlags, sentence: string): void {
  shell.stderr.write(`${styled(shell, flags, shell.stderr, 'red', 'error:')} ${printable(sentence)}\n`);
}

/** To the minute, in UTC; a word where the API says null. */
export function formatTime(time: string | null, absent: string): string {
  return time === null ? absent : `${time.slice(0, 16).replace('T', ' ')} UTC`;
}

export function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const value = bytes / 1000 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`;
}

export function count(amount: number, singular: string, plural = `${singular}s`): string {
  return `${amount} ${amount === 1 ? singular : plural}`;
}

/** What others named must not steer this terminal: control characters are shown, not obeyed. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD');
}

const STYLES = { bold: ['\u001B[1m', '\u001B[22m'], red: ['\u001B[31m', '\u001B[39m'] } as const;

/** In order: the flag, NO_COLOR (no-color.org), FORCE_COLOR, then whether anybody is looking. */
function styled(
  { env }: Shell,
  flags: GlobalFlags,
  stream: { isTTY?: boolean },
  style: keyof typeof STYLES,
  text: string,
): string {
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const wanted = forced || (stream.isTTY === true && env['TERM'] !== 'dumb');
  if (!flags.color || env['NO_COLOR'] || !wanted) return text;
  return `${STYLES[style][0]}${text}${STYLES[style][1]}`;
}
