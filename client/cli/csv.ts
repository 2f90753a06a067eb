/**
 * Comma-separated values (RFC 4180) that are safe to open: a cell that a spreadsheet would take for a formula begins
 * with an apostrophe instead, because what is in a cell may have been chosen by a stranger.
 */

/** One line with its end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(harmless(cell))).join(',')}\r\n`;
}

/** What begins a formula, also in full width; a tab or a line end before it is thrown away by some programs. */
const FORMULA = /^\s*[=+\-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}|%]/u;
const CONTROL = /^[\t\r\n]/;

function harmless(cell: string): string {
  return FORMULA.test(cell) || CONTROL.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
