// How the outcomes look: the aligned table for people, the JSON for whoever compares runs.

import type { Outcome, Sample } from './outcome.ts';

const columns: Record<string, (outcome: Outcome) => string> = {
  name: ({ name }) => name,
  'per second': ({ server }) => rate(server),
  bare: ({ bare }) => (bare ? rate(bare) : '-'),
  ratio: ({ ratio }) => (ratio === null ? '-' : ratio.toFixed(2)),
  'p50 ms': ({ server }) => milliseconds(server.p50Ms),
  'p99 ms': ({ server }) => milliseconds(server.p99Ms),
  busy: ({ server }) => share(server),
  'bare busy': ({ bare }) => (bare ? share(bare) : '-'),
  'resident MiB': ({ residentMiB }) => residentMiB.toFixed(0),
  SQL: ({ sql }) => sql ?? '-',
  target: ({ checks }) => checks.map(({ target }) => target).join(', ') || '-',
  met: ({ checks }) => verdict(checks),
};
const LEFT_ALIGNED = new Set(['name', 'target', 'met']);

export function tableOf(outcomes: readonly Outcome[]): string {
  const names = Object.keys(columns);
  const lines = [names, ...outcomes.map((outcome) => Object.values(columns).map((show) => show(outcome)))];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const pad = (text: string, column: number) =>
    LEFT_ALIGNED.has(names[column] ?? '')
      ? text.padEnd(widths[column] ?? 0)
      : text.padStart(widths[column] ?? 0);
  const [head = [], ...body] = lines;
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...body].map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

export function jsonOf(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ name, ratio, server, residentMiB }) => ({
    name,
    ratio: ratio === null ? null : rounded(ratio),
    perSecond: rounded(server.perSecond),
    residentMiB: rounded(residentMiB),
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

function verdict(checks: Outcome['checks']): string {
  const missed = checks.filter(({ isMet }) => isMet === false);
  if (missed.length > 0)
    return `NO: ${missed.map(({ measured, target }) => `${measured} (${target})`).join(', ')}`;
  const figures = checks.map(({ measured }) => measured).join(', ');
  if (checks.some(({ isMet }) => isMet === null)) return `not measured: ${figures}`;
  return checks.length > 0 ? `yes: ${figures}` : '-';
}

function rate({ perSecond }: Sample): string {
  return perSecond < 10 ? perSecond.toFixed(2) : Math.round(perSecond).toLocaleString('en');
}

function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}

function share({ busy }: Sample): string {
  return busy === null ? '-' : `${Math.round(busy * 100)}%`;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
