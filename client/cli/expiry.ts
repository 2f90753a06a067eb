/**
 * What `--expires`, `--not-before` and `--grace` understand: a span from now, a day, a moment, or never. Pure: the clock
 * is handed in.
 */
import { UsageError } from './exit-codes.ts';

const HOURS: Record<string, number> = { m: 1 / 60, h: 1, d: 24, w: 7 * 24 };

const FORMS = 'use a span such as 15m, 12h, 30d or 8w, a day such as 2027-01-31, or never';
const BEGINNINGS = 'use a span such as 12h or 2d, a day such as 2027-01-31, or a moment in RFC 3339';

/**
 * RFC 3339 in UTC, or null for never. A day lasts until its end in UTC.
 * @throws UsageError for anything else, and for what is already past.
 */
export function parseExpiry(text: string, now: Date): string | null {
  if (text === 'never') return null;
  const moment = spanFrom(text, now) ?? endOfDay(text) ?? momentOf(text);
  if (!moment) throw new UsageError(`--expires: "${text}" is not understood: ${FORMS}.`);
  if (moment <= now) throw new UsageError(`--expires: "${text}" is not in the future.`);
  return moment.toISOString();
}

/**
 * RFC 3339 in UTC. A day begins with it, in UTC.
 * @throws UsageError for anything else
 */
export function parseBeginning(text: string, now: Date): string {
  const moment = spanFrom(text, now) ?? beginningOfDay(text) ?? momentOf(text);
  if (!moment) throw new UsageError(`--not-before: "${text}" is not understood: ${BEGINNINGS}.`);
  return moment.toISOString();
}

/** Whole seconds. How long is too long the server decides. @throws UsageError */
export function parseGrace(text: string): number {
  const [, amount, unit] = /^(\d{1,5})([mh])$/.exec(text) ?? [];
  if (amount !== undefined) return Number(amount) * (unit === 'h' ? 3600 : 60);
  throw new UsageError(`--grace: "${text}" is not understood: use a span such as 30m or 1h.`);
}

function spanFrom(text: string, now: Date): Date | null {
  const [, amount, unit] = /^(\d{1,5})([mhdw])$/.exec(text) ?? [];
  const hours = HOURS[unit ?? ''];
  return hours === undefined ? null : new Date(now.getTime() + Number(amount) * hours * 3_600_000);
}

function endOfDay(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const end = new Date(`${text}T23:59:59.999Z`);
  // Of a day that no month has, such as 2027-02-30, some engines make the next month's.
  return !Number.isNaN(end.getTime()) && end.toISOString().startsWith(text) ? end : null;
}

function beginningOfDay(text: string): Date | null {
  return endOfDay(text) === null ? null : new Date(`${text}T00:00:00.000Z`);
}

function momentOf(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? null : moment;
}
