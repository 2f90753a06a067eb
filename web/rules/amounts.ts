/** Counts and sizes as people read them: thin separators, IEC units. */

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
const thinSpace = '\u2009';

/** `12345` is `12 345`, with thin spaces. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, thinSpace);
}

/** `2` and `file` are `2 files`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** Three digits at most: `4.88 KiB`, `12.3 MiB`, `512 B`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  return `${value.toFixed(digits)} ${units[unit]}`;
}

export function formatExactBytes(bytes: number): string {
  return counted(bytes, 'byte');
}
