/** When a new token begins and ends, and which ends are near enough to warn of. */

const day = 86_400_000;

export const expiryPresets = ['7', '30', '90', 'date'] as const;
export type ExpiryChoice = (typeof expiryPresets)[number];

export const expiryLabels: Record<ExpiryChoice, string> = {
  '7': '7 days',
  '30': '30 days',
  '90': '90 days',
  date: 'On a date',
};

/**
 * The moment for the API. A date, `YYYY-MM-DD`, counts through its last moment in the reader's time zone.
 * Null when a date was chosen and none was given.
 */
export function expiryOf(choice: ExpiryChoice, date: string, now: Date): Date | null {
  return choice === 'date' ? midnight(date, 1) : new Date(now.getTime() + Number(choice) * day);
}

/** The first moment of a date, `YYYY-MM-DD`, in the reader's time zone. Null when none was given. */
export function beginningOf(date: string): Date | null {
  return midnight(date, 0);
}

function midnight(date: string, daysLater: number): Date | null {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  if (year === undefined || month === undefined || dayOfMonth === undefined) return null;
  const begins = new Date(year, month - 1, dayOfMonth + daysLater);
  return Number.isNaN(begins.getTime()) ? null : begins;
}

/** The first date one may choose, `YYYY-MM-DD` in the reader's time zone. */
export function earliestDate(now: Date): string {
  const two = (count: number): string => String(count).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Less than fourteen days from now. */
export function endsSoon(end: Date, now: Date): boolean {
  return end.getTime() - now.getTime() < 14 * day;
}
