/** Times as people read them: near ones relative, each with its absolute form. The clock is handed in. */

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const month = 30.4375 * day;
const year = 12 * month;

/** A unit, its seconds, and from how many seconds on it is used: `76 days` says more than `2 months`. */
const units = [
  ['year', year, 2 * year],
  ['month', month, 90 * day],
  ['day', day, day],
  ['hour', hour, hour],
  ['minute', minute, minute],
] as const;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** `in 12 days`, `3 hours ago`; `just now` and `in a moment` below a minute. */
export function formatRelative(moment: Date, now: Date): string {
  const distance = (moment.getTime() - now.getTime()) / 1000;
  const found = units.find(([, , from]) => Math.abs(distance) >= from);
  if (!found) return distance < 0 ? 'just now' : 'in a moment';
  const [unit, length] = found;
  return relative.format(Math.round(distance / length), unit);
}

/** With the time zone, such as `4 Dec 2026, 13:05 UTC`; in the reader's zone unless one is given. */
export function formatAbsolute(moment: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(moment);
}
