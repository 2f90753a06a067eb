/** The secret of a one-time link travels in its fragment, which browsers never send to a server. */

/** `fragment` with or without its `#`; null when it holds no secret. */
export function secretOf(fragment: string): string | null {
  const secret = fragment.replace(/^#/, '');
  return secret === '' ? null : secret;
}
