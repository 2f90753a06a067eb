// How many wrong passwords are too many: a list of times that slides along with the clock, so that no more than the
// limit fall into any window, wherever it begins. What is counted, and where it is kept, is in `throttle.ts`.

export interface ThrottleLimits {
  /** Wrong passwords from one address, or from one /64 of IPv6. */
  readonly perAddress: number;
  /** Wrong passwords for one name, from wherever. */
  readonly perAccount: number;
  readonly windowMilliseconds: number;
}

/** Those that still count, from the oldest. */
export function countingAttempts(
  attempts: readonly number[],
  now: number,
  windowMilliseconds: number,
): number[] {
  return attempts.filter((at) => now - at < windowMilliseconds).sort((one, other) => one - other);
}

/** When there is room for another attempt; null when there is now. `counting` comes from `countingAttempts`. */
export function roomAt(
  counting: readonly number[],
  limit: number,
  windowMilliseconds: number,
): number | null {
  return counting.length < limit ? null : counting[counting.length - limit]! + windowMilliseconds;
}

/** The list with one more, no longer than what can matter. */
export function withAttempt(counting: readonly number[], at: number, limit: number): number[] {
  return [...counting, at].slice(-limit);
}

/** Less one of that time, if there is one. */
export function withoutAttempt(attempts: readonly number[], at: number): number[] {
  const place = attempts.lastIndexOf(at);
  return place < 0 ? [...attempts] : attempts.toSpliced(place, 1);
}

/** What one customer of a provider holds: an IPv4 address, or a /64 of IPv6 (RFC 6177). */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const missing = Math.max(0, 8 - before.length - after.length);
  const groups = tail === undefined ? before : [...before, ...Array<string>(missing).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}
