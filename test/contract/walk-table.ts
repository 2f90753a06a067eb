// The table of verdicts as Markdown that a person reads, and what differs between two of them.

import { ACTORS, type Verdicts } from './walk-actors.ts';

export interface Row {
  readonly name: string;
  readonly verdicts: Verdicts;
}

export interface Section {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly Row[];
}

export function renderSections(preface: string, sections: readonly Section[]): string {
  const texts = sections.map(({ title, note, rows }) => `## ${title}\n\n${note}\n\n${renderRows(rows)}\n`);
  return [preface, ...texts].join('\n');
}

/** One entry for each cell that differs, and for each row that only one of them has; empty when they say the same. */
export function differences(committed: string, actual: string): string[] {
  const [before, now] = [rowsIn(committed), rowsIn(actual)];
  const names = [...new Set([...before.keys(), ...now.keys()])];
  return names.flatMap((name) => {
    const [old, young] = [before.get(name), now.get(name)];
    if (young === undefined) return [`${name}: is committed, and there is no such thing any more`];
    if (old === undefined)
      return [`${name}: is new: ${ACTORS.map((actor) => `${actor} ${young[actor]}`).join(', ')}`];
    return ACTORS.filter((actor) => old[actor] !== young[actor]).map(
      (actor) => `${name}, ${actor}: ${old[actor]} is committed, ${young[actor]} is true`,
    );
  });
}

function renderRows(rows: readonly Row[]): string {
  const lines = [['', ...ACTORS], ...rows.map(({ name, verdicts }) => [`\`${name}\``, ...cells(verdicts)])];
  const widths = ['', ...ACTORS].map((_, column) =>
    Math.max(3, ...lines.map((line) => line[column]!.length)),
  );
  const render = (line: readonly string[]) =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [lines[0]!, rule, ...lines.slice(1)].map(render).join('\n');
}

function cells(verdicts: Verdicts): string[] {
  return ACTORS.map((actor) => verdicts[actor]);
}

/** `section › row` to its verdicts. */
function rowsIn(table: string): Map<string, Verdicts> {
  const found = new Map<string, Verdicts>();
  let section = '';
  for (const line of table.split('\n')) {
    if (line.startsWith('## ')) section = line.slice(3);
    if (!line.startsWith('| `')) continue;
    const [name = '', ...verdicts] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    const entries = ACTORS.map((actor, column) => [actor, verdicts[column] ?? '']);
    found.set(`${section} › ${name.replaceAll('`', '')}`, Object.fromEntries(entries) as Verdicts);
  }
  return found;
}
