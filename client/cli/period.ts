/**
 * What `--since` and `--until` understand: a span back from now, a day, or a moment. Pure: the clock is handed in.
 */
import { UsageError } from './exit-codes.ts';

const HOURS: Record<string, number> = { h: 1, d: 24, w: 7 * 24 };
const DAY_MILLISECONDS = 24 * 3_600_000;

const FORMS = 'use a span such as 12h, 30d or 8w, a day such as 2026-11-22, or a moment in RFC 3339';

/**
 * RFC 3339 in UTC. A day counts whole, in UTC: from its beginning for `--since`, up to its end for `--until`.
 * @throws UsageError for anything else
 */
export function parsePeriodEnd(flag: '--since' | '--until', text: string, now: Date): string {
  const moment = spanBack(text, now) ?? dayOf(text, flag === '--until') ?? momentOf(text);
  if (moment === null) throw new UsageError(`${flag}: "${text}" is not understood: ${FORMS}.`);
  return moment.toISOString();
}

function spanBack(text: string, now: Date): Date | null {
  const [, amount, unit] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  const hours = HOURS[unit ?? ''];
  return hours === undefined ? null : new Date(now.getTime() - Number(amount) * hours * 3_600_000);
}

function dayOf(text: string, isWhole: boolean): Date | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const beginning = new Date(`${text}T00:00:00.000Z`);
  // Of a day that no month has, such as 2027-02-30, some engines make the next month's.
  if (Number.isNaN(beginning.getTime()) || !beginning.toISOString().startsWith(text)) return null;
  return new Date(beginning.getTime() + (isWhole ? DAY_MILLISECONDS : 0));
}

function momentOf(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? null : moment;
}
