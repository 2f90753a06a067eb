/**
 * Comma-separated values (RFC 4180) that are safe to open: a cell that a spreadsheet would take for a formula begins
 * with an apostrophe instead, because what is in a cell may have been chosen by a stranger. So does a piece of a cell:
 * a spreadsheet that separates by semicolon, tab or line end, and knows nothing of our quotes, makes it a cell.
 */

/** One line with its end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(harmless(cell))).join(',')}\r\n`;
}

/**
 * Where a formula begins, also in full width; blanks and quotes before it are thrown away by some programs, and so are
 * a tab and a line end at the beginning of a cell.
 */
const FORMULA = /(^|[;\t\r\n])(?=[\s"]*[=+\-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}|%])/gu;
const CONTROL = /^[\t\r\n]/;

function harmless(cell: string): string {
  const defused = cell.replace(FORMULA, "$1'");
  return CONTROL.test(defused) ? `'${defused}` : defused;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
