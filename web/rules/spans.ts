/** Spans of time that somebody set, in the largest unit that tells them exactly. */
import { counted } from './amounts.ts';

const units = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
] as const;

/** `600` is `10 minutes`. */
export function spanInWords(seconds: number): string {
  const [size, unit] = units.find(([each]) => seconds > 0 && seconds % each === 0) ?? [1, 'second'];
  return counted(seconds / size, unit);
}
